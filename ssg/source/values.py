"""What people write, and what they mean: the nearest right value for a wrong one."""

from __future__ import annotations

import re
from datetime import date

from ssg.diagnostics import nearest
from ssg.l10n import LANGUAGES, country_codes, language_codes, month_numbers
from ssg.model.iso import COUNTRIES, CURRENCIES
from ssg.model.slug import slugify

FIELD_NAMES = {
    "slug": "the address comes from the file's name: rename the file, and list the old name under `aliases`",
    "url": "the address comes from the file's name; where to apply is `apply: {url: …}`",
    "permalink": "the address comes from the file's name: rename the file, and list the old name under `aliases`",
    "remote": "write `workplace: remote`, and who may apply from where under `applicants`",
    "tags": "skills stand under `skills: [Go, Postgres]`",
    "technologies": "skills stand under `skills: [Go, Postgres]`",
    "description": "the description is the text below the front matter; one or two sentences of it go to `summary`",
    "draft": "write `status: draft`",
    "closed": "write `status: closed`",
}
RENAMED = {
    "location": "locations", "city": "locations", "place": "locations", "office": "locations",
    "date": "date_posted", "posted": "date_posted", "published": "date_posted", "opens": "date_posted",
    "deadline": "valid_through", "expires": "valid_through", "closes": "valid_through", "closing_date": "valid_through",
    "apply_by": "valid_through", "type": "employment_type", "contract": "employment_type", "pay": "salary",
    "compensation": "salary", "wage": "salary", "team": "department", "category": "department",
    "organization": "company", "employer": "company", "requirements": "skills", "perks": "benefits",
    "interviews": "interview", "hiring_process": "interview", "lang": "language", "redirect_from": "aliases",
    "excerpt": "summary", "intro": "summary", "name": "title", "job_title": "title", "apply_url": "apply",
    "apply_link": "apply", "work_hours": "hours", "start_date": "start", "id": "identifier", "reference": "identifier",
    "timezone": "time_zone", "site_title": "title", "url": "base_url", "baseurl": "base_url", "locale": "language",
    "employers": "companies", "repo": "repository",
}  # fmt: skip
"""Names that people give to fields, and the field they mean, where it is another word."""

MEANINGS = {
    "full time": "full-time", "fulltime": "full-time", "permanent": "full-time", "vollzeit": "full-time",
    "festanstellung": "full-time", "unbefristet": "full-time", "temps plein": "full-time", "cdi": "full-time",
    "tempo inteiro": "full-time", "tempo integral": "full-time", "jornada completa": "full-time",
    "tiempo completo": "full-time", "part time": "part-time", "parttime": "part-time", "teilzeit": "part-time",
    "temps partiel": "part-time", "tempo parcial": "part-time", "meio periodo": "part-time",
    "media jornada": "part-time", "tiempo parcial": "part-time", "contractor": "contract", "freelance": "contract",
    "freelancer": "contract", "b2b": "contract", "autonomo": "contract", "temp": "temporary", "fixed term": "temporary",
    "befristet": "temporary", "cdd": "temporary", "temporario": "temporary", "temporal": "temporary",
    "intern": "internship", "praktikum": "internship", "trainee": "internship", "werkstudent": "part-time",
    "stage": "internship", "estagio": "internship", "practicas": "internship", "ehrenamt": "volunteer",
    "per diem": "per-diem", "casual": "per-diem",
    "onsite": "on-site", "on site": "on-site", "office": "on-site", "in office": "on-site", "vor ort": "on-site",
    "presencial": "on-site", "sur site": "on-site", "hybride": "hybrid", "hibrido": "hybrid", "wfh": "remote",
    "home office": "remote", "homeoffice": "remote", "fully remote": "remote", "full remote": "remote",
    "remoto": "remote", "teletravail": "remote", "telecommute": "remote", "distributed": "remote",
    "hourly": "hour", "per hour": "hour", "stunde": "hour", "h": "hour", "daily": "day", "weekly": "week",
    "monthly": "month", "monat": "month", "mes": "month", "mois": "month", "annual": "year", "annually": "year",
    "yearly": "year", "per year": "year", "jahr": "year", "ano": "year", "an": "year", "pa": "year",
    "published": "open", "active": "open", "live": "open", "publish": "open", "filled": "closed", "expired": "closed",
    "archived": "closed", "paused": "closed", "inactive": "closed", "unpublished": "draft", "hidden": "draft",
    "bachelor": "bachelor-degree", "bachelors": "bachelor-degree", "bsc": "bachelor-degree", "ba": "bachelor-degree",
    "degree": "bachelor-degree", "master": "postgraduate-degree", "masters": "postgraduate-degree",
    "msc": "postgraduate-degree", "phd": "postgraduate-degree", "abitur": "high-school", "none": "none-required",
    "no requirements": "none-required", "certificate": "professional-certificate",
    "info": "advice", "notice": "advice", "hint": "advice", "warn": "warning", "fatal": "error", "disabled": "off",
    "ignore": "off", "false": "off",
}  # fmt: skip
"""Words for a value in five languages, folded, and the value that stands for them."""

CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "zł": "PLN",
    "r$": "BRL", "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "fr": "CHF", "c$": "CAD",
    "ca$": "CAD", "a$": "AUD", "au$": "AUD", "kč": "CZK", "₺": "TRY", "₪": "ILS", "₩": "KRW", "rs": "INR",
}  # fmt: skip
_COUNTRY_NICKNAMES = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "gbr": "GB", "usa": "US", "america": "US",
    "holland": "NL", "czech republic": "CZ", "deu": "DE", "prt": "PT", "fra": "FR", "esp": "ES", "can": "CA",
    "korea": "KR", "russia": "RU", "uae": "AE", "turkey": "TR",
}  # fmt: skip
_NUMBER = r"\d[\d.,'\u00a0\u202f ]*\d|\d"
_PAY = re.compile(rf"({_NUMBER})\s*(k|tsd)?(?![a-z])(?:[^\d]{{1,14}}?({_NUMBER})\s*(k|tsd)?(?![a-z]))?", re.IGNORECASE)


def folded(text: str) -> str:
    """`text` for comparison: lower case, no accents, `_` and `-` as spaces."""
    return slugify(text.replace("_", " ")).replace("-", " ")


def choice(written: str, choices: tuple[str, ...]) -> str | None:
    """The allowed value that `written` means, by its synonyms in five languages or by likeness."""
    word = folded(written)
    by_word = {folded(c): c for c in choices}
    meant = by_word.get(word) or MEANINGS.get(word)
    return meant if meant in choices else nearest(word.replace(" ", "-"), choices)


def country(written: str) -> str | None:
    """The code of a country written as a name in one of the site's languages, in lower case, or by nickname."""
    if written.upper() in COUNTRIES:
        return written.upper()
    word = written.casefold().strip().removeprefix("the ")
    if code := _COUNTRY_NICKNAMES.get(word.replace(".", "")):
        return code
    names: dict[str, str] = {}
    for language in LANGUAGES:
        names |= {name: code for name, code in country_codes(language).items() if code in COUNTRIES}
    return names.get(word) or names.get(nearest(word, names, 0.85) or "")


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
    if match := re.fullmatch(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?\s*", written):
        return _days([(int(match[1]), int(match[2]), int(match[3]))])
    if match := re.fullmatch(r"\s*(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4})\s*", written):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        both = [(year, second, first)] if match[2] == "." else [(year, second, first), (year, first, second)]
        return _days(both)
    words = re.findall(r"[^\W\d_]+|\d+", written.casefold())
    months = [m for w in words if (m := month_numbers().get(w))]
    numbers = [int(w) for w in words if w.isdecimal()]
    years = [n for n in numbers if 1970 <= n <= 2200]
    days = [n for n in numbers if 1 <= n <= 31]
    return _days([(years[0], months[0], days[0])]) if len(months) == len(years) == 1 and days else []


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
    match = _PAY.search(written)
    return _plain(match[1], match[2]) if match else None


def salary(written: str) -> str | None:
    """Pay in words as the mapping to write: `$170k` is `{amount: 170000, currency: USD, unit: year}`."""
    match = _PAY.search(written)
    if not match:
        return None
    k = match[2] or (match[4] if match[3] else None)
    low, high = _plain(match[1], k), _plain(match[3], match[4]) if match[3] else None
    if low is None:
        return None
    figures = f"min: {low}, max: {high}" if high else f"amount: {low}"
    sign = next((s for s in re.findall(r"[A-Za-z]{0,3}[$€£¥₹]|\b[A-Za-z]{3}\b|zł|Kč", written) if currency(s)), "")
    return f"{{{figures}, currency: {currency(sign) or 'EUR'}, unit: {_unit(written, float(low))}}}"


def _plain(figure: str, thousands: str | None) -> str | None:
    tidy = re.sub(r"['\u00a0\u202f ]", "", figure)
    tidy = re.sub(r"[.,](?=\d{3}(\D|$))", "", tidy).replace(",", ".")
    try:
        value = float(tidy) * (1000 if thousands else 1)
    except ValueError:
        return None
    return str(int(value)) if value == int(value) else f"{value:.2f}"


def _unit(written: str, low: float) -> str:
    word = written.casefold()
    for unit, pattern in {
        "hour": r"hour|hr\b|/ ?h\b|stunde|heure|hora",
        "day": r"\bday|daily|tag\b|jour\b|\bdia|día",
        "week": r"week|woche|semaine|semana",
        "month": r"month|monat|mois|m[eê]s\b",
    }.items():
        if re.search(pattern, word):
            return unit
    return "hour" if low < 300 else "year"
