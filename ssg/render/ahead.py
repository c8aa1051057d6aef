"""Templates compiled by another process while this one finds out what there is to render."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from types import CodeType

from ssg.beside import Beside, can_fork
from ssg.theme import Theme

_begun: dict[Theme, Beside] = {}


@contextmanager
def compiled_ahead(theme: Theme, language: str) -> Iterator[None]:
    """Compile the theme's templates in another process, beside what is done inside the block, where that can be."""
    if not can_fork():
        yield
        return
    _begun[theme] = beside = Beside(partial(_compile, theme, language))
    try:
        yield
    finally:
        _begun.pop(theme, None)
        beside.close()


def codes_of(theme: Theme) -> Mapping[str, CodeType]:
    """The code of the templates that were compiled ahead, by where they stand; waits for it. Given once."""
    beside = _begun.pop(theme, None)
    answer = beside.result() if beside else b""
    found: Mapping[str, CodeType] = marshal.loads(answer) if answer else {}
    return found


def _compile(theme: Theme, language: str) -> bytes:
    from ssg.render.environment import compile_all

    return marshal.dumps(compile_all(theme, language))
