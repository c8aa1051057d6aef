"""The compact list of open postings that search and filters read in the browser."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from ssg.model import Posting, Salary
from ssg.model.posting import PayUnit
from ssg.site import Site, is_from_anywhere
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

    `facets` are `[key, label]` by frequency (towns with their country's key). `tables` hold what rows say, each thing
    once: `posted` and `closes` as `[date, text]`, `pay` as `[text, currency, low, high]` (the figures in the site's
    `pay_unit`), `place` as texts. In `columns` the n-th values are the n-th posting's: its title and language, the rest
    of its slug (see `slug_rest`), indices into the tables (-1 for none) and into the facets. One index stands for
    itself, several as a list, those of `skill` each as its distance from the one before; `country` leaves out what the
    towns tell, and is -1 where one may work from anywhere: from every country of the facet.
    """
    shown = [site.version(posting.slug, language) for posting in site.open]
    rows = [words.row(posting) for posting in shown]
    unit = site.config.pay_unit
    currencies = _by_frequency(p.salary.currency for p in shown if p.salary)
    pays = [
        (row.get("pay", ""), currencies.index(p.salary.currency), *pay_range(p.salary, unit)) if p.salary else None
        for p, row in zip(shown, rows, strict=True)
    ]
    tables: dict[str, list[Any]] = {}
    columns: dict[str, list[Any]] = {
        "slug": [slug_rest(p.slug, p.title) for p in shown],
        "title": [p.title for p in shown],
        "lang": [p.language if p.language != language else 0 for p in shown],
    }
    tables["posted"], columns["posted"] = _table(_dated([p.date_posted for p in shown], rows, "posted"))
    tables["closes"], columns["closes"] = _table(_dated([p.valid_through for p in shown], rows, "closes"))
    tables["pay"], columns["pay"] = _table(pays)
    tables["place"], columns["where"] = _table([row.get("place") for row in rows])
    facets: dict[str, Facet] = {kind: _taxonomy(site, kind, words, shown) for kind in TAXONOMIES}
    facets["workplace"] = _facet("workplace", [p.workplace for p in shown], words)
    facets["language"] = _facet("language", [p.language for p in shown], words)
    columns |= {kind: [_brief(own) for own in found] for kind, (_, found) in facets.items()}
    untold = _untold(facets["country"], facets["place"])
    columns["country"] = [-1 if is_from_anywhere(p) else _brief(own) for p, own in zip(site.open, untold, strict=True)]
    columns["skill"] = [_distances(own) for own in facets["skill"][1]]
    value = {
        "base": href(site.config.base_path, site.permalinks(language).posting("")[:-1]),
        "currencies": currencies,
        "facets": {kind: options for kind, (options, _) in facets.items()},
        "tables": tables,
        "columns": columns,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def slug_rest(slug: str, title: str) -> str:
    """What the slug has behind the title's own words, mostly nothing; `/` and the whole slug where they differ.

    The words are those of a title in ASCII: small letters and figures, with hyphens between. Scripts do the same.
    """
    own = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return slug.removeprefix(own) if title.isascii() and slug.startswith(own) else f"/{slug}"


Facet = tuple[list[list[str]], list[list[int]]]
"""Options, most frequent first, and the indices of every posting's own, ascending."""


def _taxonomy(site: Site, kind: TermKind, words: ListWords, shown: Iterable[Posting]) -> Facet:
    terms = sorted(site.terms[kind], key=lambda term: (-term.count, term.key))
    own: dict[str, list[int]] = defaultdict(list)
    for index, term in enumerate(terms):
        for slug in term.slugs:
            own[slug].append(index)
    options = [[t.key, words.label(kind, t.name), *([t.country.lower()] if kind == "place" else [])] for t in terms]
    return options, [own[posting.slug] for posting in shown]


def _facet(kind: str, values: Sequence[str | None], words: ListWords) -> Facet:
    """The same for what is no taxonomy: each posting has one value or none."""
    options, column = _table(values)
    return [[value, words.label(kind, value)] for value in options], [[at] if at >= 0 else [] for at in column]


def _untold(countries: Facet, places: Facet) -> Iterator[list[int]]:
    """The countries of every posting that none of its towns lies in."""
    index = {key: at for at, (key, *_) in enumerate(countries[0])}
    of_place = [index[country] for _, _, country in places[0]]
    for own, towns in zip(countries[1], places[1], strict=True):
        told = {of_place[town] for town in towns}
        yield [country for country in own if country not in told]


def _brief(indices: list[int]) -> int | list[int]:
    return indices[0] if len(indices) == 1 else indices


def _distances(indices: list[int]) -> list[int]:
    return [index - before for before, index in zip([0, *indices], indices, strict=False)]


def _dated(days: Sequence[date | None], rows: Sequence[Mapping[str, str]], field: str) -> list[Any]:
    return [(day.isoformat(), row.get(field, "")) if day else None for day, row in zip(days, rows, strict=True)]


def _table(values: Sequence[Any]) -> tuple[list[Any], list[int]]:
    """The different values, most frequent first, and which of them is whose (-1 for none)."""
    found = _by_frequency(value for value in values if value)
    index = {value: at for at, value in enumerate(found)}
    return found, [index.get(value, -1) for value in values]


def _by_frequency(values: Iterable[Any]) -> list[Any]:
    """The different values, most frequent first."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value))


def pay_range(salary: Salary, unit: PayUnit) -> tuple[float, float]:
    """Lowest and highest pay in another unit, for comparison only; an end that is not given equals the other."""
    given = [end for end in (salary.amount, salary.min, salary.max) if end is not None]
    rate = Decimal(UNITS_A_YEAR[salary.unit]) / UNITS_A_YEAR[unit]
    low, high = (round(float(end * rate), 2) for end in (min(given), max(given)))
    return (int(low) if low.is_integer() else low, int(high) if high.is_integer() else high)
