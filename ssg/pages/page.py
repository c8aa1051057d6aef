"""A page that people read, as a planned file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ssg.digests import digest
from ssg.pages.contexts import Context
from ssg.pages.pieces import Pieces
from ssg.pages.plan import Mapped, PathIn, Planned
from ssg.site import file_of


def plan_page(
    pieces: Pieces,
    kind: str,
    path_in: PathIn,
    make: Callable[[], Context],
    *marks: object,
    changed: datetime | None = None,
    mapped: bool = True,
    bodies: tuple[str, ...] = (),
    rows: tuple[str, ...] = (),
) -> Planned:
    """A page that lives at `path_in(permalinks)`, whose context `make` makes of what `marks` and the ground tell of.

    `rows` are the marks of the cards that it shows in rows.
    """
    key = digest(pieces.marks.ground, *marks)
    at = Mapped(path_in, changed) if mapped else None
    told = (pieces.marks.ground, *rows) if rows else ()
    return Planned(file_of(path_in(pieces.links)), kind, key, make, pieces.frame, bodies, at, rows=told)
