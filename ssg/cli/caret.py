"""A source line with a caret under a column, as a terminal shows it."""

from __future__ import annotations

import unicodedata

from ssg.diagnostics import seen

WIDTH = 110
"""Columns of a source line that are shown."""
BEFORE = 70
"""Columns of a long line that are shown before its place."""


def under(source: str, column: int) -> str:
    """The line, and below it a caret under the character at `column` (from 1; 0 for the whole line: no caret).

    A long line is cut around its place. Every character counts as wide as it is: none, one or two columns.
    """
    at = max(column - 1, 0)
    start = max(0, at - BEFORE) if len(source) > WIDTH else 0
    cut = "…" if start else ""
    shown = cut + _fitting(seen(source[start:].replace("\t", " ")))
    if not column:
        return shown
    before = cut + seen(source[start:at].replace("\t", " "))
    return f"{shown}\n{' ' * width(before)}^"


def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _fitting(text: str) -> str:
    taken = 0
    for at, character in enumerate(text):
        taken += _columns(character)
        if taken > WIDTH:
            return text[:at] + "…"
    return text
