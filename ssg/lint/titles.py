"""A title without one of its parts, for saying what to write instead."""

from __future__ import annotations

import re

_JOINED = r"(?:[\s,;:|/·•–—(\[@#-]|(?<!\w)(?:in|at|en|à|em|bei|near|ab|from)\s)+"
_BEFORE = re.compile(_JOINED + "$", re.IGNORECASE)
NEAR = 40
"""Characters before a part among which what joins it is looked for."""
_AFTER = re.compile(r"^[\s,;:|/·•–—)\]-]+")


def without(title: str, start: int, end: int) -> str:
    """`title` without what stands from `start` to `end` and what joins it to the rest; empty if that leaves a ruin."""
    before = title[: max(0, start - NEAR)] + _BEFORE.sub("", title[max(0, start - NEAR) : start])
    after = _AFTER.sub("", title[end:])
    left = f"{before} {after}".strip()
    balanced = all(left.count(a) == left.count(b) for a, b in ("()", "[]"))
    return left if balanced and len(left) > 2 else ""


def instead(title: str, start: int, end: int, otherwise: str) -> str:
    """The hint for a title that says too much: the title without that part, then where the part belongs."""
    rest = without(title, start, end)
    return f'Write "{rest}"; {otherwise}' if rest else otherwise[0].upper() + otherwise[1:]
