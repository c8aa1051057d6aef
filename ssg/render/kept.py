"""The code of the carried theme's templates, kept where Python keeps the code of the program: in `__pycache__`.

Who can write there can change the program itself. A site's cache holds no code: it may come from another machine.
"""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from ssg.digests import digest_of
from ssg.program import program_digest
from ssg.theme import Folder, carried_folder

Named = tuple[str, int]
"""A name in a template, and its line."""


class Compiled(NamedTuple):
    """A template's code; what it extends; its outermost blocks; the names of the templates that it took in."""

    code: CodeType
    extends: Named | None
    blocks: tuple[Named, ...]
    taken_in: tuple[str, ...]


def kept(folder: Folder) -> Mapping[str, Compiled] | None:
    """What was kept of a theme that extends no other, by where templates stand; None where that is something else."""
    with suppress(OSError, ValueError, EOFError, TypeError, NotImplementedError):
        mark, _, data = _place().read_bytes().partition(b"\n")
        if mark == _mark(texts_of(folder), data):
            return {shown: Compiled(*values) for shown, values in marshal.loads(data).items()}
    return None


def may_keep(folder: Folder) -> bool:
    """Whether this is the theme that the program carries, and Python may keep code beside the program."""
    with suppress(NotImplementedError):
        is_carried = folder.path.resolve() == carried_folder().path.resolve()
        return is_carried and not sys.dont_write_bytecode and os.access(_place().parent, os.W_OK)
    return False


def keep(folder: Folder, texts: str, templates: Mapping[str, Compiled]) -> None:
    """Keep the code of the carried theme, if it still has the texts that it was compiled from.

    Where the disk refuses, it is compiled again the next time.
    """
    data = marshal.dumps({shown: tuple(compiled) for shown, compiled in templates.items()})
    with suppress(OSError, NotImplementedError):
        if texts_of(folder) == texts:
            _write(_mark(texts, data) + b"\n" + data)


def texts_of(folder: Folder) -> str:
    """A digest of the texts of a theme's templates. Raises OSError when one cannot be read."""
    texts = [(name, (folder.path / "templates" / name).read_bytes()) for name in folder.templates]
    return digest_of(repr((folder.shown, texts)).encode())


def _write(data: bytes) -> None:
    file, name = tempfile.mkstemp(dir=_place().parent)
    try:
        with os.fdopen(file, "wb") as whole:
            whole.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(_place())
    except BaseException:
        Path(name).unlink()
        raise


def _place() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".templates")


def _mark(texts: str, data: bytes) -> bytes:
    """A digest of what the code was made from and by, and of the code."""
    return digest_of(repr((program_digest(), MAGIC_NUMBER, texts)).encode() + data).encode()
