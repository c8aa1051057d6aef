"""Pay transparency laws, and which of them a posting may come under."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from ssg.lint.tables import load_table
from ssg.model import Location, Posting

A_YEAR: Mapping[str, int] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
"""How many of a unit of pay make a year of full-time work."""


@dataclass(frozen=True, slots=True)
class Width:
    """The widest range that a law allows: `amount` a year, unless the upper figure is above `not_above`."""

    amount: Decimal
    currency: str
    not_above: Decimal


@dataclass(frozen=True, slots=True)
class Law:
    """One law: see the head of `data/pay_transparency.yaml`. `asks` maps what is asked to the day it began."""

    place: str
    law: str
    codes: frozenset[str]
    cities: frozenset[str]
    asks: Mapping[str, date]
    employers: str
    source: str
    note: str = ""
    width: Width | None = None
    unchecked: str = ""
    countries: frozenset[str] = frozenset()


@cache
def laws() -> tuple[Law, ...]:
    """Every law of the table, by place."""
    return tuple(sorted((_law(row) for row in load_table("pay_transparency")["laws"]), key=lambda law: law.place))


def _law(row: Mapping[str, Any]) -> Law:
    width = row.get("width")
    return Law(
        place=row["place"],
        law=row["law"],
        codes=frozenset(row["in"]),
        cities=frozenset(name.casefold() for name in row.get("cities", ())),
        asks={what: date.fromisoformat(since) for what, since in row["asks"].items()},
        employers=row["employers"],
        source=row["source"],
        note=row.get("note", ""),
        width=width and Width(Decimal(width["amount"]), width["currency"], Decimal(width["not_above"])),
        unchecked=row.get("unchecked", ""),
        countries=frozenset(code.partition("-")[0] for code in row["in"]),
    )


def laws_for(posting: Posting) -> list[Law]:
    """The laws that adverts like this one may come under, now or some day, by place."""
    who = posting.applicants
    codes = [*(at.country for at in posting.locations), *(who.countries + who.regions if who else ())]
    countries = {code.partition("-")[0] for code in codes}
    worldwide = who is not None and who.worldwide
    return [law for law in laws() if (worldwide or countries & law.countries) and _concerns(law, posting)]


def _concerns(law: Law, posting: Posting) -> bool:
    if any(_is_in(at, law) for at in posting.locations):
        return True
    who = posting.applicants
    if not posting.remote or who is None or law.cities:
        return False
    wholly = set(who.countries) - {region.partition("-")[0] for region in who.regions}
    return (
        who.worldwide
        or bool(law.codes & set(who.regions))
        or bool(law.countries & wholly)
        or _holds_throughout(law, who.regions)
    )


def _holds_throughout(law: Law, regions: tuple[str, ...]) -> bool:
    """Whether a law of whole countries holds in one of the regions."""
    return any(region.partition("-")[0] in law.codes for region in regions)


def _is_in(at: Location, law: Law) -> bool:
    if law.cities and (at.city or "").casefold() not in law.cities:
        return False
    return bool(law.codes.intersection(_codes(at))) or _named(at, law)


def _codes(at: Location) -> Iterator[str]:
    yield at.country
    if at.region:
        yield f"{at.country}-{at.region.upper().removeprefix(at.country + '-')}"


def _named(at: Location, law: Law) -> bool:
    """Whether the region is written as the law's place: `Colorado` for US-CO."""
    place = law.place.removeprefix("the ")
    return at.country in law.countries and (at.region or "").casefold() == place.casefold()
