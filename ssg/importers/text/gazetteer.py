"""Names of countries, of groups of them, of states and of towns: what each stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from ssg.importers.lexicon.cities import PROVINCES, US_STATES, cities
from ssg.l10n import country_codes
from ssg.model.iso import COUNTRIES

LANGUAGES = ("en", "de", "fr", "pt", "es")

_MORE_NAMES = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "us": "US", "united states of america": "US", "the united states": "US",
    "eua": "US", "ee. uu.": "US", "ee.uu.": "US", "états unis": "US", "uk": "GB", "u.k.": "GB", "the uk": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "great britain": "GB",
    "the netherlands": "NL", "holland": "NL", "czech republic": "CZ", "uae": "AE", "brasil": "BR", "korea": "KR",
    "russia": "RU", "vietnam": "VN", "deutschland": "DE", "bundesweit": "DE", "deutschlandweit": "DE", "schweiz": "CH",
    "hong kong": "HK",
}  # fmt: skip
_GROUPS = {
    "eu": "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE",
    "dach": "DE AT CH", "benelux": "BE NL LU", "nordics": "DK FI IS NO SE", "baltics": "EE LV LT",
}  # fmt: skip
_GROUP_NAMES = {
    "european union": "eu", "the eu": "eu", "europäische union": "eu", "ue": "eu", "união europeia": "eu",
    "union européenne": "eu", "unión europea": "eu", "eu countries": "eu", "within the eu": "eu", "d-a-ch": "dach",
    "dach region": "dach", "nordic countries": "nordics",
}  # fmt: skip


def country_code(name: str) -> str:
    """The code of a country by its code or its name in one of five languages; empty when it is none."""
    name = name.strip().strip(".")
    if name.upper() in COUNTRIES and (name.isupper() or len(name) == 2):
        return name.upper()
    folded = name.casefold()
    code = _MORE_NAMES.get(folded) or _MORE_NAMES.get(folded + ".") or _country_names().get(folded, "")
    return code if code in COUNTRIES else ""


def city(name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """How a known city is written, and the countries (with region) that have one of its name."""
    return _cities().get(name.casefold(), (name, ()))


def group_of(name: str) -> tuple[str, ...]:
    """The countries of a group that has members (`EU`, `DACH`); empty for other names."""
    folded = name.casefold()
    return tuple(_GROUPS.get(_GROUP_NAMES.get(folded, folded), "").split())


def countries_named(text: str) -> frozenset[str]:
    """Codes of the countries whose names stand in a text as words of their own, capital first."""
    names = re.findall(r"\b(?:[A-ZÀ-Ý][\w.'-]+(?:[ ][A-ZÀ-Ý][\w.'-]+){0,2}|UK|US|USA|U\.S\.)", text[:50_000])
    words = {word for name in names for word in (name, *name.split())}
    words = {word for word in words if len(word) > 2 or word in ("UK", "US")}
    return frozenset(code for word in words if (code := country_code(word)))


def state_of(text: str) -> tuple[str, str] | None:
    """Country and code of a state or province of North America."""
    text = re.sub(r"\s+\d{5}(?:-\d{4})?$", "", text)
    for country, states in (("US", US_STATES), ("CA", PROVINCES)):
        for code, name in states.items():
            if text == code or text.casefold() == name.casefold():
                return country, code
    return None


def is_region(text: str) -> bool:
    """Whether a name is one of a state or province of North America."""
    return state_of(text) is not None


@cache
def _country_names() -> dict[str, str]:
    return {name: code for language in reversed(LANGUAGES) for name, code in country_codes(language).items()}


@cache
def _cities() -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    homes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    written: dict[str, str] = {}
    for name, first, country, region in cities():
        homes[name.casefold()].append((country, region))
        written.setdefault(name.casefold(), first)
    return {name: (written[name], tuple(where)) for name, where in homes.items()}
