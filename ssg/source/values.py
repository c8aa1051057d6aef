"""What people write, and what they mean: the nearest right value for a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from ssg.diagnostics import nearest
from ssg.l10n import LANGUAGES, country_codes, language_codes, month_numbers
from ssg.model.iso import COUNTRIES, CURRENCIES
from ssg.model.slug import slugify
from ssg.source.vocabulary import COUNTRY_NICKNAMES, CURRENCY_SIGNS, EUROPEAN_UNION, MEANINGS, NUMBERS, US_STATES

NUMBER = r"\d[\d.,'’\u00a0\u202f\u2009 ]*\d|\d"
_FIGURE = re.compile(rf"({NUMBER})(?:[eE]\+?(\d))?\s*(k|tsd|mil\b)?(?![a-z])", re.IGNORECASE)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_BETWEEN = re.compile(r"\s*(?:[,;/|+&•]|\b(?:or|and|oder|und|ou|et|o|y|e)\b)\s*", re.IGNORECASE)


def folded(text: str) -> str:
    """`text` for comparison: lower case, no accents, `_` and `-` as spaces."""
    return slugify(text.replace("_", " ")).replace("-", " ")


def choice(written: str, choices: tuple[str, ...]) -> str | None:
    """The allowed value that `written` means, by its synonyms in five languages or by likeness."""
    word = folded(written)
    by_word = {folded(c): c for c in choices}
    if word in by_word:
        return by_word[word]
    meant = next((value for value in MEANINGS.get(word, ()) if value in choices), None)
    named = [value for known, value in by_word.items() if f" {known} " in f" {word} "]
    return meant or (named[0] if len(named) == 1 else None) or nearest(word.replace(" ", "-"), choices, cutoff=0.7)


def several(written: str, choices: tuple[str, ...]) -> list[str]:
    """The allowed values that a list in words means: `full time or part time`; empty unless each part is certain."""
    meant = [choice(part, choices) for part in parts(written)]
    found = [value for value in meant if value]
    return list(dict.fromkeys(found)) if len(found) == len(meant) else []


def parts(written: str) -> list[str]:
    """What stands between commas, slashes and words such as `or`."""
    return [part for part in _BETWEEN.split(written) if part]


def country(written: str) -> str | None:
    """The code of a country written as a name in one of the site's languages, in lower case, or by nickname."""
    if written.upper() in COUNTRIES:
        return written.upper()
    word = written.casefold().strip().removeprefix("the ")
    if code := COUNTRY_NICKNAMES.get(word.replace(".", "")):
        return code
    names: dict[str, str] = {}
    for language in LANGUAGES:
        names |= {name: code for name, code in country_codes(language).items() if code in COUNTRIES}
    return names.get(word) or (names.get(nearest(word, names, 0.85) or "") if len(word) > 3 else None)


def countries(written: Iterable[str]) -> list[str]:
    """The codes of all countries in some texts, in order; those of the European Union for its name."""
    codes: list[str] = []
    for text in written:
        for part in text.split() if re.fullmatch(r"[A-Z]{2}(\s+[A-Z]{2})+", text) else parts(text):
            union = folded(part).removesuffix(" only") in ("eu", "ue", "european union", "europaische union")
            codes += EUROPEAN_UNION if union else [code] if (code := country(part)) else []
    return list(dict.fromkeys(codes))


def places(written: str) -> list[dict[str, str]]:
    """A place in words as the mappings to write, the likeliest first: several where a state and a country are one code.

    `Lisbon, Portugal` is `{city: Lisbon, country: PT}`; a country that nobody knows is `…`.
    """
    names = [part.strip() for part in written.split(",") if part.strip()]
    if not names:
        return []
    code, last = country(names[-1]), names[-1].upper()
    if len(names) == 1:
        return [{"country": code}] if code else [{"city": names[0], "country": "…"}]
    known = [*names[:-1], code] if code else [*names, "…"]
    found = [_place(known)] if code or last not in US_STATES else []
    return [*found, _place([*names[:-1], last, "US"])] if last in US_STATES and len(names) == 2 else found


def _place(names: list[str]) -> dict[str, str]:
    region = {"region": names[1]} if len(names) > 2 else {}
    return {"city": names[0], **region, "country": names[-1]}


def currency(written: str) -> str | None:
    """The ISO 4217 code meant by a sign, a name or a code in lower case."""
    if written.upper() in CURRENCIES:
        return written.upper()
    return CURRENCY_SIGNS.get(written.casefold().strip().rstrip("."))


def language(written: str) -> str | None:
    """The code of a language written as a name, in English or in itself, or as `en_US`."""
    tidy = written.strip().replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2}(-[A-Za-z]{2})?", tidy):
        code, _, land = tidy.partition("-")
        return code.lower() + (f"-{land.upper()}" if land else "")
    return language_codes().get(tidy.casefold())


def dates(written: str) -> list[date]:
    """The days that a date written in another way may mean: none, one, or two where day and month are unclear."""
    written = written.translate(_DASHES)
    if match := re.fullmatch(r"\s*(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?(?:[T ].*)?\s*", written):
        return _days([(int(match[1]), int(match[2]), int(match[3]))])
    if match := re.fullmatch(r"\s*(20\d\d)([01]\d)([0-3]\d)\s*", written):
        return _days([(int(match[1]), int(match[2]), int(match[3]))])
    if match := re.fullmatch(r"\s*(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d\d)\s*", written):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0
        both = [(year, second, first)] if match[2] == "." else [(year, second, first), (year, first, second)]
        return _days(both)
    words = re.findall(r"[^\W\d_]+|\d+", written.casefold())
    months = [m for w in words if (m := month_numbers().get(w))]
    numbers = [int(w) for w in words if w.isdecimal()]
    years = [n for n in numbers if 1970 <= n <= 2200]
    days = [n for n in numbers if 1 <= n <= 31]
    return _days([(years[0], months[0], days[0])]) if len(months) == len(years) == 1 and days else []


def month(written: str) -> date | None:
    """The first day of a month written without a day: `November 2026`, `11/2026`, `2026-11`."""
    written = written.translate(_DASHES)
    if match := re.fullmatch(r"\s*(\d{4})\s*[-/.]\s*(\d{1,2})\s*", written):
        found = _days([(int(match[1]), int(match[2]), 1)])
    elif match := re.fullmatch(r"\s*(\d{1,2})\s*[-/.]\s*(\d{4})\s*", written):
        found = _days([(int(match[2]), int(match[1]), 1)])
    else:
        found = dates(f"1 {written}") if re.search(r"[^\W\d_]", written) else []
    return found[0] if found else None


def _days(candidates: list[tuple[int, int, int]]) -> list[date]:
    found = []
    for year, month, day in candidates:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def amount(written: str) -> str | None:
    """A figure without signs, separators and `k`: `170,000` is `170000`, `$170k` is `170000`."""
    match = _FIGURE.search(written)
    return plain(match[1], match[3], match[2]) if match else None


def plain(figure: str, thousands: str | None = None, exponent: str | None = None) -> str | None:
    """A figure as a plain number, with at most two digits behind the point."""
    tidy = re.sub(r"['’\u00a0\u202f\u2009 ]", "", figure)
    tidy = re.sub(r"[.,](?=\d{3}(\D|$))", "", tidy).replace(",", ".")
    try:
        value = Decimal(tidy) * (1000 if thousands else 1) * 10 ** int(exponent or 0)
    except InvalidOperation:
        return None
    if value >= 10**13:
        return None
    return str(int(value)) if value == int(value) else f"{value:.2f}"


def whole_number(written: str) -> int | None:
    """A whole number in words, or with words around it: `five`, `5+`, `5 years`."""
    if word := NUMBERS.get(written.strip().casefold()):
        return word
    match = re.match(r"\D{0,12}?(?<![\d.,-])(\d{1,9})(?![.,]?\d)(?:[eE](\d)\b|\s?([kKmM])[bB]?\b)?", written)
    if match is None:
        return None
    powers = {"": 0, "k": 3, "m": 6}
    factor: int = 10 ** (int(match[2] or 0) + powers[(match[3] or "").lower()])
    return int(match[1]) * factor
