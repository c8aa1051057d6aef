"""The compact list of open postings that search and filters read in the browser."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Protocol

from ssg.model import Posting, Salary
from ssg.model.posting import PayUnit
from ssg.site import Site
from ssg.site.permalinks import TermKind, href

COLUMNS: Mapping[TermKind, str] = {
    "department": "d",
    "country": "c",
    "place": "p",
    "type": "t",
    "skill": "s",
    "company": "o",
}
"""Facets that are taxonomies, and the column of a posting that holds their indices."""

UNITS_A_YEAR: Mapping[PayUnit, int] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
"""Full-time work: 52 weeks of 5 days and 40 hours. The filter says so beside its figure."""


class ListWords(Protocol):
    """The theme's words in the list's language."""

    def label(self, kind: str, name: str) -> str:
        """What readers call a term: kind is a facet's, name what stands for it in the data."""

    def row(self, posting: Posting) -> Mapping[str, str]:
        """The texts of a row by field: company, place, type, pay, posted, closes; empty ones are left out."""


def posting_list(site: Site, language: str, words: ListWords) -> str:
    """JSON of every open posting, newest first: facets as `[key, label]` (places with their country's key), and per
    posting the indices of its terms, its pay as `[currency, low, high]` in the site's `pay_unit`, and its row's texts.
    """
    shown = [site.version(posting.slug, language) for posting in site.open]
    columns: dict[str, dict[str, list[int]]] = defaultdict(dict)
    facets: dict[str, list[list[str]]] = {}
    for kind, column in COLUMNS.items():
        facets[kind] = _taxonomy(site, kind, words, columns[column])
    workplaces = ((p.slug, p.workplace) for p in shown if p.workplace)
    facets["workplace"] = _facet("workplace", workplaces, words, columns["w"])
    facets["language"] = _facet("language", ((p.slug, p.language) for p in shown), words, columns["l"])
    currencies = _currencies(shown)
    value = {
        "unit": site.config.pay_unit,
        "base": href(site.config.base_path, site.permalinks(language).posting("")[:-1]),
        "facets": facets,
        "currencies": currencies,
        "postings": [_row(p, language, words, columns, currencies, site.config.pay_unit) for p in shown],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _taxonomy(site: Site, kind: TermKind, words: ListWords, column: dict[str, list[int]]) -> list[list[str]]:
    """Options of a facet, most frequent first; `column` is filled with the indices by slug."""
    terms = sorted(site.terms[kind], key=lambda term: (-term.count, term.key))
    for index, term in enumerate(terms):
        for slug in term.slugs:
            column.setdefault(slug, []).append(index)
    return [[t.key, words.label(kind, t.name), *([t.country.lower()] if kind == "place" else [])] for t in terms]


def _facet(
    kind: str, values: Iterable[tuple[str, str]], words: ListWords, column: dict[str, list[int]]
) -> list[list[str]]:
    """The same for values that are no taxonomy: pairs of slug and value."""
    slugs: dict[str, list[str]] = defaultdict(list)
    for slug, value in values:
        slugs[value].append(slug)
    found = sorted(slugs, key=lambda value: (-len(slugs[value]), value))
    for index, value in enumerate(found):
        column.update((slug, [index]) for slug in slugs[value])
    return [[value, words.label(kind, value)] for value in found]


def _currencies(postings: Iterable[Posting]) -> list[str]:
    """Currencies of the pay that is stated, most frequent first."""
    found = [p.salary.currency for p in postings if p.salary]
    return sorted(set(found), key=lambda code: (-found.count(code), code))


def _row(
    posting: Posting,
    language: str,
    words: ListWords,
    columns: Mapping[str, Mapping[str, list[int]]],
    currencies: list[str],
    unit: PayUnit,
) -> dict[str, Any]:
    row: dict[str, Any] = {"slug": posting.slug, "title": posting.title, "posted": posting.date_posted.isoformat()}
    if posting.valid_through:
        row["closes"] = posting.valid_through.isoformat()
    if posting.language != language:
        row["lang"] = posting.language
    row |= {name: column[posting.slug] for name, column in columns.items() if posting.slug in column}
    if posting.salary:
        row["pay"] = [currencies.index(posting.salary.currency), *pay_range(posting.salary, unit)]
    return row | {"text": {name: text for name, text in words.row(posting).items() if text}}


def pay_range(salary: Salary, unit: PayUnit) -> tuple[float, float]:
    """Lowest and highest pay in another unit, for comparison only; an end that is not given equals the other."""
    given = [end for end in (salary.amount, salary.min, salary.max) if end is not None]
    rate = Decimal(UNITS_A_YEAR[salary.unit]) / UNITS_A_YEAR[unit]
    low, high = (round(float(end * rate), 2) for end in (min(given), max(given)))
    return (int(low) if low.is_integer() else low, int(high) if high.is_integer() else high)
