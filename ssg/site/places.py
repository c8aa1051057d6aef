"""Places as the open postings together tell them: which town is meant, and which countries have work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ssg.model import Location, Posting
from ssg.model.slug import slugify


@dataclass(frozen=True, slots=True)
class Places:
    """What one posting leaves out of its places and others tell.

    `regions` has the region of each town that is written with one region alone, by the key of country and town:
    where such a town is written without a region, the same one is meant. A town with two regions is several, and
    without a region one more. `countries` are the codes of all countries that a posting names, sorted: work that may be
    done from anywhere may be done from each.
    """

    regions: Mapping[str, str]
    countries: tuple[str, ...]

    def region(self, at: Location) -> str:
        """The region as written, else the one that the town has elsewhere; empty for none."""
        return at.region or (self.regions.get(_key(at.country, None, at.city), "") if at.city else "")

    def lent(self, posting: Posting) -> str | None:
        """What a posting has from others: regions of its places, all countries; None where it leaves nothing out."""
        regions = [self.region(at) for at in posting.locations if not at.region]
        countries = self.countries if is_from_anywhere(posting) else None
        return None if countries is None and not regions else "\x1f".join((*regions, *(countries or ())))

    def key(self, at: Location) -> str:
        """`us-wa-seattle`, `pt-lisbon`; the country's code when no town is given."""
        return _key(at.country, self.region(at), at.city)

    def countries_of(self, posting: Posting) -> Iterator[str]:
        """Where one works: the countries of its places and, from home, those one may apply from; may repeat."""
        if is_from_anywhere(posting):
            yield from self.countries
        yield from named_countries(posting)


def read_places(opened: Iterable[Posting]) -> Places:
    """The places of all open postings."""
    found: dict[str, set[str]] = defaultdict(set)
    countries: set[str] = set()
    for posting in opened:
        countries.update(named_countries(posting))
        for at in posting.locations:
            if at.city and at.region:
                found[_key(at.country, None, at.city)].add(at.region)
    regions = {town: min(spelt) for town, spelt in found.items() if len(set(map(slugify, spelt))) == 1}
    return Places(MappingProxyType(regions), tuple(sorted(countries)))


def place_key(at: Location) -> str:
    """The key of a place as it is written."""
    return _key(at.country, at.region, at.city)


def named_countries(posting: Posting) -> Iterator[str]:
    """The countries that a posting names itself, some more than once."""
    yield from (location.country for location in posting.locations)
    if posting.remote and posting.applicants:
        yield from posting.applicants.countries
        yield from (region.partition("-")[0] for region in posting.applicants.regions)


def is_from_anywhere(posting: Posting) -> bool:
    """Whether one may work from any country."""
    return bool(posting.remote and posting.applicants and posting.applicants.worldwide)


@lru_cache(20_000)
def _key(country: str, region: str | None, city: str | None) -> str:
    parts = (country.lower(), slugify(region or ""), slugify(city or ""))
    return "-".join(p for p in parts if p)
