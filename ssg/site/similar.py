"""Which open postings are like one another, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ssg.model import Posting
from ssg.model.slug import slugify
from ssg.site.places import Places

MOST = 3
"""Similar postings shown with one posting."""
CANDIDATES = 40
"""Of each skill and department only this many neighbours in time are compared, which bounds the work."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A posting like another: the skills they share, and whether department or a place is the same."""

    slug: str
    skills: tuple[str, ...]
    department: bool
    place: bool


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a posting is compared by; `skills` and `places` are sets as bits of a number, which compare at once."""

    names: Mapping[str, str]
    department: str
    labels: tuple[int, ...]
    skills: int
    places: int


def find_similar(opened: Sequence[Posting], others: Sequence[Posting], at: Places) -> Mapping[str, tuple[Similar, ...]]:
    """For each posting, open or of the `others`, the `MOST` open ones nearest to it, by slug."""
    traits = _all_traits((*opened, *others), at)
    shelves = _shelves(opened, traits)
    ranks = {label: {slug: at for at, slug in enumerate(shelf)} for label, shelf in shelves.items()}
    return {slug: _nearest(slug, traits, shelves, ranks) for slug in traits}


def _all_traits(postings: Iterable[Posting], at: Places) -> Mapping[str, _Traits]:
    numbers: dict[str, int] = {}
    return {p.slug: _traits(p, numbers, at) for p in postings}


def _traits(posting: Posting, numbers: dict[str, int], at: Places) -> _Traits:
    """`numbers` gives every skill, department and place a bit of its own."""

    def bit(label: str) -> int:
        return numbers.setdefault(label, len(numbers))

    names = {slugify(s.name): s.name for s in posting.skills}
    department = slugify(posting.department or "")
    skills = tuple(bit(f"skill {key}") for key in names)
    places = {bit(f"place {at.key(place)}") for place in posting.locations} | (
        {bit("remote")} if posting.remote else set()
    )
    labels = (*skills, bit(f"department {department}")) if department else skills
    return _Traits(names, department, labels, sum(1 << n for n in skills), sum(1 << n for n in places))


def _shelves(pool: Sequence[Posting], traits: Mapping[str, _Traits]) -> Mapping[int, list[str]]:
    """The slugs of those that bear a label, by date."""
    shelves: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for posting in pool:
        row = (posting.date_posted.isoformat(), posting.slug)
        for label in traits[posting.slug].labels:
            shelves[label].append(row)
    return {label: [slug for _, slug in sorted(rows)] for label, rows in shelves.items()}


def _nearest(
    slug: str, traits: Mapping[str, _Traits], shelves: Mapping[int, list[str]], ranks: Mapping[int, Mapping[str, int]]
) -> tuple[Similar, ...]:
    own = traits[slug]
    found: dict[str, None] = {}
    for label in own.labels:
        shelf = shelves.get(label, [])
        if len(shelf) <= CANDIDATES:
            found.update(dict.fromkeys(shelf))
    for label in own.labels:
        shelf = shelves.get(label, [])
        if len(shelf) > CANDIDATES and len(found) < CANDIDATES:
            at = ranks[label].get(slug, len(shelf))
            found.update(dict.fromkeys(shelf[max(0, at - CANDIDATES // 2) : at + CANDIDATES // 2]))
    found.pop(slug, None)
    best = sorted(_scored(own, found, traits), reverse=True)[:MOST]
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
