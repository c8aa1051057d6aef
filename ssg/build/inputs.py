"""Everything a build depends on, as one digest: when it is that of the last build, there is nothing to do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from ssg import __version__
from ssg.build.options import BuildOptions
from ssg.content.history import head

SOURCES = ("content", "themes", "static")


def digest_inputs(root: Path, options: BuildOptions, theme: Path | None = None) -> str:
    """Digest of the bytes of every source file below `root`, of the carried `theme`, and of the options that count."""
    digest = blake2b(digest_size=16)
    wanted = (options.today, options.base_url, options.drafts, options.search, options.strict)
    digest.update(repr((__version__, wanted, head(root))).encode())
    folders = [root / name for name in SOURCES] + ([theme] if theme else [])
    for file in [root / "site.yaml", *(path for folder in folders for path in _files(folder))]:
        try:
            data = file.read_bytes()
        except OSError as error:
            data = f"unreadable: {error.errno}".encode()
        digest.update(f"\n{file}\t{len(data)}\n".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(here, name) for name in sorted(names))
