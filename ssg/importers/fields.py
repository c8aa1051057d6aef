"""Values of other people's systems as values of ours; what has no counterpart is left out and said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ssg.importers.dig import number
from ssg.importers.draft import Found, guess, said
from ssg.importers.text.pay import SYMBOLS, read_figure, unit_of
from ssg.importers.text.places import Places, read_places
from ssg.importers.text.words import education, employment_types, workplace
from ssg.model.iso import CURRENCIES

_BY_HAND = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{1,2})?|\d+,\d{1,2}")
_UNITS = {
    "year": "year annual annually yearly annum per-year-salary 1 year 1 an yr p.a. jahr",
    "month": "month monthly per-month-salary 1 month mo monat",
    "week": "week weekly per-week-salary 1 week",
    "day": "day daily per-day-wage 1 day",
    "hour": "hour hourly per-hour-wage 1 hour hr",
}
_UNIT = {word: unit for unit, listed in _UNITS.items() for word in listed.split() if not word.isdigit()}


def pay_unit(text: str) -> str:
    """`year`, `month`, `week`, `day` or `hour` for any system's word for it; empty when unknown."""
    folded = text.casefold().replace("_", "-").strip()
    for way in (folded, folded.removeprefix("per-"), folded.removeprefix("per ").strip()):
        if way in _UNIT:
            return _UNIT[way]
    return next((unit for unit in _UNITS if unit in folded), "") or unit_of(folded)


def currency(text: str) -> str:
    """An ISO 4217 code for a code or an unmistakable sign; empty otherwise."""
    code = text.strip().upper()
    return code if code in CURRENCIES else SYMBOLS.get(text.strip().casefold(), "")


def salary(low: Any, high: Any, code: str, unit: str, *, cents: bool = False) -> dict[str, Any] | None:
    """A `salary` of two figures of which one may be missing; None unless figure, currency and unit are all said."""
    figures = [_figure(str(value)) if value is not None else None for value in (low, high)]
    least, most = (value / 100 if value and cents else value for value in figures)
    if not (code := currency(code)) or not (unit := pay_unit(unit)) or (least is None and most is None):
        return None
    if least is not None and most is not None and least > most:
        least, most = most, least
    shape: dict[str, Any] = {"amount": _plain(most)} if least == most else {"min": _plain(least), "max": _plain(most)}
    return {**{key: value for key, value in shape.items() if value is not None}, "currency": code, "unit": unit}


def _figure(text: str) -> Decimal | None:
    """A figure as programs write it (`14.5`, `1e5`), or as people do (`12,50`, `4.500,00`, `50 000`)."""
    return read_figure(text.strip()) if _BY_HAND.fullmatch(text.strip()) else number(text)


def place_fields(texts: Iterable[str], *, mode: str = "", context: frozenset[str] = frozenset()) -> dict[str, Found]:
    """`locations`, `applicants` and `workplace` of lines such as `Lisbon, Portugal` and `Remote (US)`."""
    lines = [text for text in texts if text]
    found = read_places(" ; ".join(lines), context=context)
    said_mode = workplace(" ; ".join(found.modes)) if found.modes else ""
    mode = mode or said_mode
    source = " ; ".join(lines)
    locations: Any = list(found.locations)
    allowed: dict[str, Any] = {}
    if mode == "remote":
        countries = found.countries or found.group
        allowed = {"countries": list(countries)} if countries else {}
        allowed |= {"worldwide": True} if found.worldwide else {}
    elif not locations:
        locations = [{"country": code} for code in found.countries]
    where = guess(locations, source) if found.guessed else Found(locations)
    is_group = allowed and not found.countries and found.group
    fields = said(locations=where, applicants=guess(allowed, source) if is_group else allowed)
    return fields | (said(workplace=mode) if mode else {})


def work_places(known: list[dict[str, str]], mode: str) -> dict[str, Found]:
    """Places with their countries: where one works, or, for remote work, a guess at who may apply from where."""
    distinct = list({tuple(place.items()): place for place in known}.values())
    if mode != "remote":
        return said(locations=distinct)
    countries = list(dict.fromkeys(place["country"] for place in distinct))
    named = ", ".join(place.get("city") or place["country"] for place in distinct)
    return said(applicants=guess({"countries": countries}, f"remote, {named}")) if countries else {}


def place_notes(texts: Iterable[str]) -> tuple[str, ...]:
    """What of a few lines of places no field can take, in words for the report."""
    found: Places = read_places(" ; ".join(text for text in texts if text))
    notes = [f'place "{text}": no country is said, and it is not certain which one it is' for text in found.rest]
    return tuple(
        notes
        + [
            f'place "{text}" is no country: name the countries under `applicants`'
            for text in found.regions
            if not found.group
        ]
    )


def address(street: str, city: str, region: str, country: str, postal_code: str = "") -> dict[str, str]:
    """A location of its parts. The country is a code; parts that only repeat another one are dropped."""
    parts = {"city": city, "region": region, "country": country, "street": street, "postal_code": postal_code}
    if parts["region"] in (parts["city"], country):
        parts["region"] = ""
    if parts["street"] in (parts["city"], country):
        parts["street"] = ""
    return {key: value for key, value in parts.items() if value}


def types_fields(text: str) -> dict[str, Found]:
    """`employment_type` of a system's word for it."""
    found = employment_types(text)
    return said(employment_type=list(found)) if found and found != ("other",) else {}


def apply_fields(*addresses: str) -> dict[str, Found]:
    """`apply` with the first address that is one."""
    url = next((a for a in addresses if a.startswith(("https://", "http://"))), "")
    return said(apply={"url": url}) if url else {}


def language_code(text: str) -> str:
    """A language as the model writes it: `en`, `pt-BR`; empty for what is none."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|\d{3}))?", text.strip())
    if not found:
        return ""
    return found[1].lower() + (f"-{found[2].upper()}" if found[2] else "")


def education_fields(text: str) -> dict[str, Found]:
    """`education` of a system's word for it, a guess."""
    name, _, _ = education(text.replace("_", " "))
    return said(education=guess([name], text)) if name else {}


def merged(*many: Mapping[str, Found]) -> dict[str, Found]:
    """Several sets of fields; the first to say a thing wins."""
    return {name: found for fields in reversed(many) for name, found in fields.items()}


def _plain(value: Decimal | None) -> Decimal | None:
    return None if value is None else number(str(value))
