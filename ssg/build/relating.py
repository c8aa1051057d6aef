"""The relations of postings, remembered: an edit of a text changes none of them, and a posting more or less few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssg.build.sealed import as_row, read_rows, write_rows
from ssg.digests import digest
from ssg.model import Company, Posting
from ssg.site import NOTHING, Along, Known, Places, Relations, Similar, TermRef, recall, relate


@dataclass(frozen=True, slots=True)
class Remembering:
    """`relate`, which begins with what `place` knows of an earlier question, and keeps the new answer there.

    `salt` is what the answer depends on besides the postings: the program. For `along` see `relate`.
    """

    place: Path
    salt: str
    along: Along = iter

    def __call__(
        self, opened: Sequence[Posting], closed: Sequence[Posting], companies: Mapping[str, Company], places: Places
    ) -> Relations:
        base = digest(self.salt, *(f"{key} {company.name}" for key, company in companies.items()))
        key = digest(base, *(" ".join([p.facts for p in some]) for some in (opened, closed)))
        kept = _Kept.read(self.place, base)
        with suppress(ValueError):
            if kept.key == key:
                return recall(opened, closed, kept.known)
        found = relate(opened, closed, companies, places, kept.known, self.along)
        write_rows(self.place, kept.rows(base, key, found))
        return found


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is on the disk: `known`, in one row of JSON a posting; `texts` has the rows by their grounds.

    `base` tells what all of it depends on, `key` the postings. Rows have numbers for terms, which are in `refs`.
    That grows at its end alone, so that the row of a posting that nothing befell is written as it was read.
    """

    base: str
    key: str
    refs: list[TermRef]
    known: Known
    texts: Mapping[str, str]

    @classmethod
    def read(cls, place: Path, base: str) -> _Kept:
        """What is there and depends on the same, or nothing."""
        with suppress(LookupError, TypeError, ValueError):
            (head, *rows), (_, *texts) = read_rows(place)
            if head[0] == base:
                refs, known = _unpack(head[2], rows)
                return cls(base, head[1], refs, known, dict(zip(known.similar, texts, strict=True)))
        return cls(base, "", [], NOTHING, {})

    def rows(self, base: str, key: str, found: Relations) -> Iterator[str]:
        """The rows in which relations are kept."""
        numbers = {ref: at for at, ref in enumerate(self.refs)}
        for ref in sorted(set().union(*found.known.borne.values()).difference(numbers)):
            numbers[ref] = len(numbers)
        yield as_row([base, key, list(numbers)])
        rows = zip(found.similar, found.known.borne.items(), found.known.similar.items(), strict=True)
        for slug, (mark, borne), (ground, similar) in rows:
            yield self.texts.get(ground) or as_row([slug, mark, [numbers[ref] for ref in borne], ground, similar])


def _unpack(refs: Sequence[Any], rows: Sequence[Any]) -> tuple[list[TermRef], Known]:
    terms, slugs = [TermRef(*ref) for ref in refs], {row[0]: row[0] for row in rows}
    borne = {mark: [terms[number] for number in numbers] for _, mark, numbers, _, _ in rows}
    similar = {
        ground: tuple(
            [Similar(slugs[slug], tuple(skills), department, place) for slug, skills, department, place in found]
        )
        for _, _, _, ground, found in rows
    }
    return terms, Known(borne, similar)
