"""Taxonomies: the open postings by department, place, skill, type, company, and whether they are remote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, get_args

from ssg.model import Company, Posting
from ssg.model.slug import slugify
from ssg.site.permalinks import TermKind
from ssg.site.places import Places

KINDS: tuple[TermKind, ...] = get_args(TermKind)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a taxonomy and the open postings that bear it, newest first.

    `key` is the last part of its address. `name` is what stands for it in the data: a department's or skill's
    name, a country's code, a type's value, a company's name, a town. `country` and `region` belong to a place.
    """

    kind: TermKind
    key: str
    name: str
    slugs: tuple[str, ...]
    country: str = ""
    region: str = ""

    @property
    def count(self) -> int:
        return len(self.slugs)


class TermRef(NamedTuple):
    """Which term a posting bears: its kind and key, with what is needed to name it."""

    kind: TermKind
    key: str
    name: str
    country: str = ""
    region: str = ""


_ref = lru_cache(20_000)(TermRef)
"""One for all postings that write it alike."""


def terms_of(posting: Posting, companies: Mapping[str, Company], places: Places) -> Iterator[TermRef]:
    """Every term that the posting bears: skills in its order, then the department, then what else there is."""
    for skill in posting.skills:
        if key := slugify(skill.name):
            yield _ref("skill", key, skill.name)
    if posting.department and (key := slugify(posting.department)):
        yield _ref("department", key, posting.department)
    for code in dict.fromkeys(places.countries_of(posting)):
        yield _ref("country", code.lower(), code)
    for location in posting.locations:
        if location.city and slugify(location.city):
            yield _ref("place", places.key(location), location.city, location.country, places.region(location))
    for kind in posting.employment_type:
        yield _ref("type", kind, kind)
    yield _ref("company", posting.company, companies[posting.company].name)
    if posting.remote:
        yield _ref("remote", "remote", "remote")


def classify(borne: Mapping[str, Iterable[TermRef]]) -> Mapping[TermKind, tuple[Term, ...]]:
    """The terms of each kind, by key; where spellings of one key differ, the most frequent one names the term.

    `borne` are the terms that each posting bears, by slug.
    """
    bearers: dict[TermRef, list[str]] = defaultdict(list)
    for slug, refs in borne.items():
        for ref in refs:
            bearers[ref].append(slug)
    spelt: dict[tuple[TermKind, str], list[TermRef]] = defaultdict(list)
    for ref in bearers:
        spelt[ref.kind, ref.key].append(ref)
    order = {slug: at for at, slug in enumerate(borne)}
    terms: dict[TermKind, list[Term]] = {kind: [] for kind in KINDS}
    for kind, key in sorted(spelt):
        refs = spelt[kind, key]
        best = min(refs, key=lambda ref: (-len(bearers[ref]), ref.name))
        slugs: Iterable[str] = dict.fromkeys(bearers[best])
        if len(refs) > 1:
            slugs = sorted({slug for ref in refs for slug in bearers[ref]}, key=order.__getitem__)
        terms[kind].append(Term(kind, key, best.name, tuple(slugs), best.country, best.region))
    terms["place"] = _told_apart(terms["place"])
    return MappingProxyType({kind: tuple(found) for kind, found in terms.items()})


def _told_apart(places: Iterable[Term]) -> list[Term]:
    """Towns of one name in one country are called with their region, as far as they have one."""
    places = list(places)
    names = Counter((place.country, place.name) for place in places)
    shared = (bool(place.region) and names[place.country, place.name] > 1 for place in places)
    return [
        replace(place, name=f"{place.name}, {place.region}") if alike else place
        for place, alike in zip(places, shared, strict=True)
    ]
