"""The compact list of open postings that search and filters read in the browser."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from ssg.model import Posting, Salary
from ssg.model.posting import PayUnit
from ssg.site import Site
from ssg.site.permalinks import TermKind, href

TAXONOMIES: tuple[TermKind, ...] = ("department", "country", "place", "type", "skill", "company")
"""Facets that are taxonomies of the site."""

UNITS_A_YEAR: Mapping[PayUnit, int] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
"""Full-time work: 52 weeks of 5 days and 40 hours. The filter says so beside its figure."""


class ListWords(Protocol):
    """The theme's words in the list's language."""

    def label(self, kind: str, name: str) -> str:
        """What readers call a term: kind is a facet's, name what stands for it in the data."""

    def row(self, posting: Posting) -> Mapping[str, str]:
        """The texts of a row by field: company, place, type, pay, posted, closes; empty ones are left out."""


def posting_list(site: Site, language: str, words: ListWords) -> str:
    """JSON of every open posting, newest first, by column: what is alike stands together, which packs to half the size.

    `facets` are `[key, label]` by frequency (towns with their country's key). In `columns` the n-th values are the
    n-th posting's: the indices of its terms by facet, its pay as `[currency, low, high]` in the site's `pay_unit`.
    `texts` are a row's words by field: the different ones, and which of them is whose (-1 for none).
    """
    shown = [site.version(posting.slug, language) for posting in site.open]
    facets: dict[str, list[list[str]]] = {}
    columns: dict[str, list[Any]] = {
        "slug": [p.slug for p in shown],
        "title": [p.title for p in shown],
        "posted": [p.date_posted.isoformat() for p in shown],
        "closes": [p.valid_through and p.valid_through.isoformat() for p in shown],
        "lang": [p.language if p.language != language else None for p in shown],
    }
    for kind in TAXONOMIES:
        facets[kind], columns[kind] = _taxonomy(site, kind, words, shown)
    facets["workplace"], columns["workplace"] = _facet("workplace", [p.workplace for p in shown], words)
    facets["language"], columns["language"] = _facet("language", [p.language for p in shown], words)
    currencies = _by_frequency(p.salary.currency for p in shown if p.salary)
    unit = site.config.pay_unit
    columns["pay"] = [
        [currencies.index(p.salary.currency), *pay_range(p.salary, unit)] if p.salary else None for p in shown
    ]
    value = {
        "unit": unit,
        "base": href(site.config.base_path, site.permalinks(language).posting("")[:-1]),
        "currencies": currencies,
        "facets": facets,
        "columns": columns,
        "texts": _texts([words.row(p) for p in shown]),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _taxonomy(
    site: Site, kind: TermKind, words: ListWords, shown: Iterable[Posting]
) -> tuple[list[list[str]], list[list[int]]]:
    """Options of a facet, most frequent first, and the indices of every posting's own."""
    terms = sorted(site.terms[kind], key=lambda term: (-term.count, term.key))
    own: dict[str, list[int]] = defaultdict(list)
    for index, term in enumerate(terms):
        for slug in term.slugs:
            own[slug].append(index)
    options = [[t.key, words.label(kind, t.name), *([t.country.lower()] if kind == "place" else [])] for t in terms]
    return options, [own[posting.slug] for posting in shown]


def _facet(kind: str, values: Sequence[str | None], words: ListWords) -> tuple[list[list[str]], list[list[int]]]:
    """The same for what is no taxonomy: each posting has one value or none."""
    found = _by_frequency(value for value in values if value)
    return [[value, words.label(kind, value)] for value in found], [[found.index(v)] if v else [] for v in values]


def _texts(rows: Sequence[Mapping[str, str]]) -> dict[str, list[list[Any]]]:
    """By field the different texts and the index of every row's own."""
    texts: dict[str, list[list[Any]]] = {}
    for field in sorted({field for row in rows for field in row}):
        found = _by_frequency(row[field] for row in rows if row.get(field))
        index = {text: at for at, text in enumerate(found)}
        texts[field] = [found, [index.get(row.get(field, ""), -1) for row in rows]]
    return texts


def _by_frequency(values: Iterable[str]) -> list[str]:
    """The different values, most frequent first."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value))


def pay_range(salary: Salary, unit: PayUnit) -> tuple[float, float]:
    """Lowest and highest pay in another unit, for comparison only; an end that is not given equals the other."""
    given = [end for end in (salary.amount, salary.min, salary.max) if end is not None]
    rate = Decimal(UNITS_A_YEAR[salary.unit]) / UNITS_A_YEAR[unit]
    low, high = (round(float(end * rate), 2) for end in (min(given), max(given)))
    return (int(low) if low.is_integer() else low, int(high) if high.is_integer() else high)
