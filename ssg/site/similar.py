"""Which open postings are like one another, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from ssg.model import Posting
from ssg.model.slug import slugify
from ssg.site.taxonomy import place_key

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
    skills: Mapping[str, str]
    department: str
    places: frozenset[str]


def find_similar(
    postings: Sequence[Posting], among: Sequence[Posting] | None = None
) -> Mapping[str, tuple[Similar, ...]]:
    """For each posting the `MOST` open ones nearest to it, by slug; `among` (default: themselves) is chosen from."""
    pool = postings if among is None else among
    traits = {p.slug: _traits(p) for p in (*pool, *postings)}
    shelves = _shelves(pool, traits)
    return {p.slug: _nearest(p, traits, shelves) for p in postings}


def _traits(posting: Posting) -> _Traits:
    return _Traits(
        skills={slugify(s.name): s.name for s in posting.skills},
        department=slugify(posting.department or ""),
        places=frozenset(place_key(at) for at in posting.locations) | ({"remote"} if posting.remote else frozenset()),
    )


def _labels(traits: _Traits) -> list[str]:
    return [
        *(f"skill {key}" for key in traits.skills),
        *([f"department {traits.department}"] if traits.department else []),
    ]


def _shelves(pool: Sequence[Posting], traits: Mapping[str, _Traits]) -> Mapping[str, list[str]]:
    shelves: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for posting in pool:
        for label in _labels(traits[posting.slug]):
            shelves[label].append((posting.date_posted.isoformat(), posting.slug))
    return {label: [slug for _, slug in sorted(rows)] for label, rows in shelves.items()}


def _nearest(posting: Posting, traits: Mapping[str, _Traits], shelves: Mapping[str, list[str]]) -> tuple[Similar, ...]:
    own = traits[posting.slug]
    found: dict[str, None] = {}
    for label in _labels(own):
        shelf = shelves.get(label, [])
        if len(shelf) <= CANDIDATES:
            found.update(dict.fromkeys(shelf))
    for label in _labels(own):
        shelf = shelves.get(label, [])
        if len(shelf) > CANDIDATES and len(found) < CANDIDATES:
            found.update(dict.fromkeys(_around(shelf, posting)))
    found.pop(posting.slug, None)
    scored = [(score, slug) for slug in found if (score := _score(own, traits[slug])) >= 2]
    best = nlargest(MOST, scored, key=lambda row: (row[0], row[1]))
    return tuple(_explain(own, traits[slug], slug) for _, slug in best)


def _around(shelf: list[str], posting: Posting) -> list[str]:
    try:
        at = shelf.index(posting.slug)
    except ValueError:
        at = len(shelf)
    return shelf[max(0, at - CANDIDATES // 2) : at + CANDIDATES // 2]


def _score(a: _Traits, b: _Traits) -> int:
    same_department = bool(a.department) and a.department == b.department
    return len(a.skills.keys() & b.skills.keys()) + 2 * same_department + (not a.places.isdisjoint(b.places))


def _explain(own: _Traits, other: _Traits, slug: str) -> Similar:
    shared = tuple(name for key, name in own.skills.items() if key in other.skills)
    return Similar(
        slug,
        shared,
        bool(own.department) and own.department == other.department,
        not own.places.isdisjoint(other.places),
    )
