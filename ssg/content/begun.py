"""The text that a posting begins with, and how to tell that it still stands there."""

from __future__ import annotations

FIRST_LINES = "What the team does, and why this job is open."
EMPTY_ITEM = "- …"


def is_unfinished(body: str) -> bool:
    """Whether a text still holds what it began with."""
    return FIRST_LINES in body or any(line.strip() == EMPTY_ITEM for line in body.splitlines())
