"""Every output file of the site before any is rendered: where it goes, how it is made, and out of what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ssg.pages.contexts import SiteFrame
from ssg.site import Permalinks

PathIn = Callable[[Permalinks], str]
"""Where a page lives, for the permalinks of any language of the site."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the sitemap says of a page: where it lives in each language, and when its content last changed."""

    path_in: PathIn
    changed: datetime | None


@dataclass(slots=True)  # not frozen, which a hundred thousand of them would pay for; nobody changes one
class Planned:
    """One output file: a pure function of `kind`, `context`, `frame` and the bodies it names.

    `path` is relative to the output folder. `kind` names a template (`posting`) or, with a colon, a machine format
    (`format:atom`). `key` tells the context from every other one of this path: equal keys, equal contexts, so a
    context need not be made to know that the file stands as it should. `bodies` are keys of the bodies it needs.
    `frame` is None for machine formats, `mapped` for what is not to be found. `parts`, where there is one, plans the
    parts of a file that has one for each posting: like files, but without a path. `rows` tells the rows of a list apart
    from others, whatever else is on the page: a mark for all of them, and one for each.
    """

    path: str
    kind: str
    key: str
    make: Callable[[], Any] = field(compare=False, repr=False)
    frame: SiteFrame | None = None
    bodies: tuple[str, ...] = ()
    mapped: Mapped | None = None
    parts: Callable[[], Sequence[Planned]] | None = field(default=None, compare=False, repr=False)
    rows: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def context(self) -> Any:
        """What the file is made from; made anew each time it is asked for."""
        return self.make()


def listed_pages(total: int, size: int) -> Iterator[tuple[int, int, int]]:
    """Page number, start and end for a list of `total` items; an empty list has one empty page."""
    for number, start in enumerate(range(0, max(total, 1), size), 1):
        yield number, start, min(start + size, total)
