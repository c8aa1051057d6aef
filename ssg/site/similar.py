"""Which open postings are like one another, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ssg.model import Posting
from ssg.model.slug import slugify
from ssg.site.places import Places
from ssg.site.shelves import Shelves
from ssg.site.taxonomy import TermRef

Along = Callable[[Iterable[tuple[str, str]]], Iterator[tuple[str, str]]]
MOST = 3
"""Similar postings shown with one posting."""


class Similar(NamedTuple):
    """A posting like another: the skills they share, and whether department or a place is the same."""

    slug: str
    skills: tuple[str, ...]
    department: bool
    place: bool


def find_similar(
    postings: Mapping[str, Posting],
    shelves: Shelves,
    places: Places,
    known: Mapping[str, tuple[Similar, ...]],
    along: Along = iter,
) -> Mapping[str, tuple[Similar, ...]]:
    """For each posting the `MOST` open ones nearest to it, by slug; what is `known` by its ground is not looked for.

    Slugs with their grounds go through `along`, which may look after other things meanwhile.
    """
    traits = _AllTraits(postings, shelves.borne, places)
    return {
        slug: known[ground] if ground in known else _nearest(slug, shelves.candidates(slug), traits)
        for slug, ground in along(shelves.grounds.items())
    }


class _Traits(NamedTuple):
    """What a posting is compared by; `skills` and `places` are sets as bits of a number, which compare at once."""

    names: Mapping[str, str]
    department: str
    skills: int
    places: int


class _Bits(dict[str, int]):
    """A bit of its own for each that is asked for."""

    def __missing__(self, name: str) -> int:
        self[name] = bit = 1 << len(self)
        return bit


class _AllTraits(dict[str, _Traits]):
    """The traits of each posting that is asked for, by slug."""

    def __init__(self, postings: Mapping[str, Posting], borne: Mapping[str, Sequence[TermRef]], places: Places) -> None:
        self._postings, self._borne, self._at = postings, borne, places
        self._skills, self._places = _Bits(), _Bits()

    def __missing__(self, slug: str) -> _Traits:
        posting = self._postings[slug]
        names = {ref.key: ref.name for ref in self._borne[slug] if ref.kind == "skill"}
        places = {self._places[self._at.key(place)] for place in posting.locations}
        if posting.remote:
            places.add(self._places["remote"])
        skills = sum([self._skills[key] for key in names])
        self[slug] = found = _Traits(names, slugify(posting.department or ""), skills, sum(places))
        return found


def _nearest(slug: str, candidates: Iterable[str], traits: Mapping[str, _Traits]) -> tuple[Similar, ...]:
    own = traits[slug]
    best = sorted(_scored(own, candidates, traits), reverse=True)[:MOST]
    return tuple(_explain(own, traits[other], other) for _, other in best)


def _scored(own: _Traits, found: Iterable[str], traits: Mapping[str, _Traits]) -> Iterator[tuple[int, str]]:
    """A point for each skill and one for a place in common, two for the department; less than two is no likeness."""
    skills, places = own.skills, own.places
    department = own.department or None  # none is not like none
    for slug in found:
        other = traits[slug]
        score = (skills & other.skills).bit_count() + (2 if other.department == department else 0)
        if places & other.places:
            score += 1
        if score >= 2:
            yield score, slug


def _explain(own: _Traits, other: _Traits, slug: str) -> Similar:
    shared = tuple(name for key, name in own.names.items() if key in other.names)
    return Similar(
        slug,
        shared,
        bool(own.department) and own.department == other.department,
        bool(own.places & other.places),
    )
