"""Where a posting looks for others like it: among those that bear its terms, and in large crowds near its own day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from ssg.model import Posting
from ssg.site.permalinks import TermKind
from ssg.site.taxonomy import Term, TermRef

CANDIDATES = 40
"""Of each skill and department only this many neighbours in time are compared, which bounds the work."""
_KINDS: tuple[TermKind, ...] = ("skill", "department")
_WIDTH = 12
"""Bytes of a short mark, so many that no two are alike."""


class _Shelf:
    """The open postings that bear one term, by date: their slugs, the rank of each, and their short marks in a row."""

    __slots__ = ("large", "marks", "ranks", "slugs")

    def __init__(self, slugs: list[str], marks: Mapping[str, bytes]) -> None:
        self.slugs, self.marks = slugs, b"".join([marks[slug] for slug in slugs])
        self.large = len(slugs) > CANDIDATES
        self.ranks = dict(zip(slugs, range(len(slugs)), strict=True)) if self.large else {}

    def around(self, slug: str) -> tuple[int, int]:
        """Where the neighbours of a posting begin and end, it among them; for one that stands elsewhere the newest."""
        at = self.ranks.get(slug, len(self.slugs))
        return max(0, at - CANDIDATES // 2), at + CANDIDATES // 2


class Shelves:
    """The open postings on shelves, one for each skill and department; those that are not open may look there too.

    `borne` has the terms of every posting that will look, skills before the department; `marks` tell postings apart.
    `grounds` are digests of a posting and of whatever may be its candidates: while one is the same, so are they.
    """

    def __init__(
        self,
        opened: Iterable[Posting],
        terms: Mapping[TermKind, Iterable[Term]],
        borne: Mapping[str, Sequence[TermRef]],
        marks: Mapping[str, str],
    ) -> None:
        self.borne = borne
        self._marks = {slug: _short(mark) for slug, mark in marks.items()}
        by_date = sorted([(posting.date_posted.toordinal(), posting.slug) for posting in opened])
        order = {slug: at for at, (_, slug) in enumerate(by_date)}
        shelves = {
            (kind, term.key): _Shelf(sorted(term.slugs, key=order.__getitem__), self._marks)
            for kind in _KINDS
            for term in terms[kind]
        }
        spelt = {ref: shelf for ref in set().union(*borne.values()) if (shelf := shelves.get((ref.kind, ref.key)))}
        self._small = {ref: shelf for ref, shelf in spelt.items() if not shelf.large}
        self._large = {ref: shelf for ref, shelf in spelt.items() if shelf.large}
        self.grounds = {slug: self._ground(slug) for slug in borne}

    def candidates(self, slug: str) -> Iterable[str]:
        """Those that a posting is compared with: small shelves whole, of large ones what is near while it is few."""
        found: dict[str, None] = {}
        for shelf in self._small_ones(slug):
            found.update(dict.fromkeys(shelf.slugs))
        for shelf in self._large_ones(slug):
            if len(found) >= CANDIDATES:
                break
            start, end = shelf.around(slug)
            found.update(dict.fromkeys(shelf.slugs[start:end]))
        found.pop(slug, None)
        return found

    def _ground(self, slug: str) -> str:
        seen = [self._marks[slug]]
        seen += [shelf.marks for shelf in self._small_ones(slug)]
        for shelf in self._large_ones(slug):
            start, end = shelf.around(slug)
            near = shelf.marks[start * _WIDTH : end * _WIDTH]
            seen += (b"|", near)
            if len(near) == CANDIDATES * _WIDTH:
                break
        return blake2b(b"".join(seen), digest_size=12).hexdigest()

    def _small_ones(self, slug: str) -> Iterable[_Shelf]:
        refs = self.borne[slug]
        return () if self._small.keys().isdisjoint(refs) else [self._small[ref] for ref in refs if ref in self._small]

    def _large_ones(self, slug: str) -> Iterator[_Shelf]:
        return (self._large[ref] for ref in self.borne[slug] if ref in self._large)


def _short(mark: str) -> bytes:
    return blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=_WIDTH).digest()
