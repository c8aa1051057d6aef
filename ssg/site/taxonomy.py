"""Taxonomies: the open postings by department, place, skill, type, company, and whether they are remote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, get_args

from ssg.model import Company, Location, Posting
from ssg.model.slug import slugify
from ssg.site.permalinks import TermKind

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


def place_key(location: Location) -> str:
    """`us-wa-seattle`, `pt-lisbon`; the country's code when no town is given."""
    return _place_key(location.country, location.region, location.city)


@lru_cache(20_000)
def _place_key(country: str, region: str | None, city: str | None) -> str:
    parts = (country.lower(), slugify(region or ""), slugify(city or ""))
    return "-".join(p for p in parts if p)


def terms_of(posting: Posting, companies: Mapping[str, Company]) -> Iterator[TermRef]:
    """Every term that the posting bears, in the order it names them."""
    if posting.department and (key := slugify(posting.department)):
        yield TermRef("department", key, posting.department)
    for code in dict.fromkeys(_countries(posting)):
        yield TermRef("country", code.lower(), code)
    for location in posting.locations:
        if location.city and slugify(location.city):
            yield TermRef("place", place_key(location), location.city, location.country, location.region or "")
    for skill in posting.skills:
        if key := slugify(skill.name):
            yield TermRef("skill", key, skill.name)
    for kind in posting.employment_type:
        yield TermRef("type", kind, kind)
    yield TermRef("company", posting.company, companies[posting.company].name)
    if posting.remote:
        yield TermRef("remote", "remote", "remote")


def _countries(posting: Posting) -> Iterator[str]:
    """Where one works: the countries of its places and, from home, those one may apply from."""
    yield from (location.country for location in posting.locations)
    if posting.remote and posting.applicants:
        yield from posting.applicants.countries
        yield from (region.partition("-")[0] for region in posting.applicants.regions)


def classify(postings: Iterable[Posting], companies: Mapping[str, Company]) -> Mapping[TermKind, tuple[Term, ...]]:
    """The terms of each kind, by key; where spellings of one key differ, the most frequent one names the term."""
    slugs: dict[tuple[TermKind, str], dict[str, None]] = defaultdict(dict)
    names: dict[tuple[TermKind, str], Counter[TermRef]] = defaultdict(Counter)
    for posting in postings:
        for ref in terms_of(posting, companies):
            slugs[ref.kind, ref.key][posting.slug] = None
            names[ref.kind, ref.key][ref] += 1
    terms: dict[TermKind, list[Term]] = {kind: [] for kind in KINDS}
    for kind, key in sorted(slugs):
        best = min(names[kind, key].items(), key=lambda item: (-item[1], item[0].name))[0]
        terms[kind].append(Term(kind, key, best.name, tuple(slugs[kind, key]), best.country, best.region))
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
