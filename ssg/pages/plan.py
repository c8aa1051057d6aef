"""Every output file of the site before any is rendered: where it goes, how it is made, and out of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ssg.pages.contexts import SiteFrame


@dataclass(frozen=True, slots=True)
class Planned:
    """One output file: a pure function of `kind`, `context`, `frame` and the bodies it names.

    `path` is relative to the output folder. `kind` names a template (`posting`) or, with a colon, a machine format
    (`format:atom`). `bodies` are keys of the bodies it needs. `frame` is None for machine formats.
    """

    path: str
    kind: str
    context: Any
    frame: SiteFrame | None = None
    bodies: tuple[str, ...] = ()


def listed_pages(total: int, size: int) -> Iterator[tuple[int, int, int]]:
    """Page number, start and end for a list of `total` items; an empty list has one empty page."""
    for number, start in enumerate(range(0, max(total, 1), size), 1):
        yield number, start, min(start + size, total)
