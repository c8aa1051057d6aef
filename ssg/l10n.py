"""Dates, money, places and counts as people write them in a language. Home of babel, imported when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ssg.model import Location, Salary
from ssg.model.regions import region_name

if TYPE_CHECKING:
    from babel import Locale


HOME = {"pt": "pt-PT"}
"""Where a language is at home when its code does not say; CLDR would take Brazil for Portuguese."""


def locale(language: str) -> Locale:
    """babel's locale of a language code such as `pt` or `pt-BR`; English for one it does not know."""
    return _locale(HOME.get(language, language))


@cache
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (ValueError, LookupError, UnknownLocaleError):
        return Locale("en")


def with_country(language: str) -> str:
    """A language with the country that it is at home in, as Open Graph writes it: `en_US`, `pt_PT`."""
    from babel.core import get_global

    found = locale(language)
    likely = str(get_global("likely_subtags").get(found.language, ""))
    country = found.territory or likely.rpartition("_")[2]
    return f"{found.language}_{country}" if country else found.language


def direction(language: str) -> str:
    """`ltr` or `rtl`: the way the language is written."""
    return "rtl" if locale(language).character_order == "right-to-left" else "ltr"


def language_name(code: str, language: str | None = None) -> str:
    """The name of language `code`, in `language` or in itself: `Deutsch`, `German`; the code when nobody knows it."""
    if _locale(code).language != code.partition("-")[0]:
        return code
    name = _locale(code).get_display_name(language or code) or code
    return name[:1].upper() + name[1:] if language is None else name


@lru_cache(4096)
def country(code: str, language: str) -> str:
    """A country's name: `country("PT", "de")` is `Portugal`."""
    return str(locale(language).territories.get(code, code))


@cache
def country_codes(language: str) -> dict[str, str]:
    """Names of countries in a language, case-folded, to their two-letter codes."""
    names = locale(language).territories.items()
    return {str(name).casefold(): code for code, name in names if len(code) == 2 and code.isalpha()}


@lru_cache(4096)
def day(value: date, language: str, style: str = "long") -> str:
    """A date in words: `2 November 2026`; styles are babel's full, long, medium and short."""
    from babel.dates import format_date

    if language == "en":  # neither side of the Atlantic stumbles over it
        return f"{value.day} {format_date(value, 'MMMM' if style == 'long' else 'MMM', 'en')} {value.year}"
    return format_date(value, style, locale(language))


def number(value: int | Decimal, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale(language))


def joined(words: Iterable[str], language: str, style: str = "standard") -> str:
    """`A, B and C`; style `or` gives `A, B or C`, `unit-narrow` and babel's others as they are."""
    listed = list(words)
    return _list_of(len(listed), language, style).format(*listed)


@lru_cache(512)
def _list_of(length: int, language: str, style: str) -> str:
    """A list of so many words as a pattern: `{0}, {1} and {2}`."""
    from babel.lists import format_list

    return format_list([f"{{{at}}}" for at in range(length)], style, locale(language))  # type: ignore[arg-type]


@lru_cache(4096)
def plural(count: int, language: str) -> str:
    """CLDR's plural category of a count: zero, one, two, few, many or other."""
    return locale(language).plural_form(count)


@lru_cache(4096)
def money(value: Decimal, currency: str, language: str) -> str:
    """An amount without needless decimals: `$170,000`, `170.000 €`, `€24.50`, `CHF 5,000`."""
    from babel.numbers import format_currency

    whole = value == value.to_integral_value()
    text = format_currency(
        value, currency, locale=locale(language), currency_digits=not whole, format=_pattern(language, whole)
    )
    return _LETTER_AND_DIGIT.sub("\\1\u00a0\\2", text)


_LETTER_AND_DIGIT = re.compile(r"([^\W\d_])(\d)")
"""Between a code such as CHF and a figure CLDR has a space that does not break, and babel none."""


@cache
def _pattern(language: str, whole: bool) -> str | None:
    pattern = locale(language).currency_formats["standard"].pattern
    return pattern.replace("0.00", "0") if whole else None


def pay_figures(salary: Salary, language: str) -> tuple[str, str]:
    """Lower and upper figure as written, one of them empty when it is not given; equal for a single amount."""
    if salary.amount is not None:
        text = money(salary.amount, salary.currency, language)
        return text, text
    low = money(salary.min, salary.currency, language) if salary.min is not None else ""
    high = money(salary.max, salary.currency, language) if salary.max is not None else ""
    return low, high


def place(location: Location, language: str) -> str:
    """`Seattle, WA, United States`; `Lisbon, Portugal`; the country alone when nothing more is known."""
    parts = [location.city, location.region, country(location.country, language)]
    return ", ".join(dict.fromkeys(p for p in parts if p))


_WITH_STATE = frozenset({"AU", "BR", "CA", "IN", "MX", "US"})
_CODE = re.compile(r"[A-Z0-9]{1,3}")


def spoken_place(location: Location, language: str, *, whole: bool = False) -> str:
    """A place as people say it: `Seattle, WA, United States`, but `Berlin, Germany` where the region is `BE`.

    Behind a town, a region is said where a town's address has one; with `whole`, any that has a name.
    """
    region = spoken_region(location)
    if location.city and location.country not in _WITH_STATE:
        region = region if whole and not _CODE.fullmatch(region) else ""
    parts = [location.city, region, country(location.country, language)]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def spoken_region(location: Location) -> str:
    """A location's region as people say it: `WA` behind a town of the United States, `Bayern` for `BY` in Germany."""
    region = location.region or ""
    if location.city and location.country in _WITH_STATE:
        return region
    return region_name(location.country, region) or region


@lru_cache(64)
def time_zone(name: str, language: str) -> str:
    """The town that a time zone is called after: `Europe/Lisbon` is `Lissabon` in German; `UTC` stays."""
    from babel.dates import get_timezone_location

    town = get_timezone_location(name, locale(language), return_city=True) if "/" in name else name
    return town.rpartition("/")[2]


def region(code: str, language: str) -> str:
    """An ISO 3166-2 code for people: `US-WA` is `Washington, United States`, and the code where nobody knows it."""
    land, _, part = code.partition("-")
    return f"{region_name(land, part) or part}, {country(land, language)}"


LANGUAGES = ("en", "pt", "de", "fr", "es")
"""Languages that the site's own words come in."""


@cache
def language_codes() -> dict[str, str]:
    """Names of languages, case-folded, in the site's languages and in themselves, to their two-letter codes."""
    names: dict[str, str] = {}
    for reader in LANGUAGES:
        names |= {str(name).casefold(): code for code, name in locale(reader).languages.items() if len(code) == 2}
    return names


@cache
def month_numbers() -> dict[str, int]:
    """Names of months, case-folded, long and short, in the site's languages, to 1..12."""
    names: dict[str, int] = {}
    for reader in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                months = locale(reader).months[context][width]
                names |= {name.casefold().rstrip("."): number for number, name in months.items()}
    return names


def currency_symbol(currency: str, language: str) -> str:
    """The sign of a currency: `$` for USD, `CHF` for one without."""
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(currency, locale(language))
