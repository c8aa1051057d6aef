"""The compact list of open postings that search and filters read in the browser."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from ssg.formats.values import number
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

    `facets` are `[key, label]` by frequency, towns with their country's key. In `columns` the n-th values are the n-th
    posting's: its title, the rest of its slug (see `slug_rest`), its row in each of the `tables` and of the facets that
    give a posting one term at most (0 for none). The other facets tell the postings of each term in `postings`, by how
    many lie between one and the next; a country leaves out those that its towns tell, and those from `anywhere`.

    `tables` hold what rows say, each thing once: `posted` and `closes` as `[date, text]`, `where` as text, `pay` as
    `[text, currency, times]`: with `#` for each figure, where its figures are those of the amounts, and with how often
    its unit is in a year, as `per` is for the site's `pay_unit`. Of postings with pay, `low` is the lower end and
    `more` what the higher one has on top. Rows and distances are letters (see `packed`).
    """
    shown = [site.version(posting.slug, language) for posting in site.open]
    rows = [words.row(posting) for posting in shown]
    facets: dict[str, Facet] = {kind: _taxonomy(site, kind, words, shown) for kind in TAXONOMIES}
    facets["workplace"] = _facet("workplace", [p.workplace for p in shown], words)
    facets["language"] = _facet("language", [p.language for p in shown], words)
    towns = _towns(facets["place"])
    anywhere = [is_from_anywhere(posting) for posting in site.open]
    facets["country"] = facets["country"][0], _untold(facets["country"], facets["place"], anywhere)
    single = [kind for kind, (_, column) in facets.items() if kind != "country" and all(len(own) < 2 for own in column)]
    currencies = _by_frequency(p.salary.currency for p in shown if p.salary)
    ends = [_ends(p.salary) for p in shown if p.salary]
    tables = {
        "posted": _dated([p.date_posted for p in shown], rows, "posted"),
        "closes": _dated([p.valid_through for p in shown], rows, "closes"),
        "pay": [_pay(p.salary, row.get("pay", ""), currencies) for p, row in zip(shown, rows, strict=True)],
        "where": [row.get("place") for row in rows],
    }
    found = {name: _table(values) for name, values in tables.items()}
    value = {
        "base": href(site.config.base_path, site.permalinks(language).posting("")[:-1]),
        "language": language,
        "currencies": currencies,
        "per": UNITS_A_YEAR[site.config.pay_unit],
        "facets": {kind: options for kind, (options, _) in facets.items()},
        "anywhere": _steps([at for at, is_one in enumerate(anywhere) if is_one]),
        "postings": {kind: _by_term(facet) for kind, facet in facets.items() if kind not in single},
        "tables": {name: values for name, (values, _) in found.items()},
        "columns": {
            "title": [p.title for p in shown],
            "slug": [slug_rest(p.slug, p.title, own) for p, own in zip(shown, towns, strict=True)],
            **{name: packed(at + 1 for at in column) for name, (_, column) in found.items()},
            **{kind: packed(own[0] + 1 if own else 0 for own in facets[kind][1]) for kind in single},
            "low": [low for low, _ in ends],
            "more": [round(high - low, 2) for low, high in ends],
        },
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


TOWNS = "~}|"
"""What stands in a slug for the posting's first, second and third town, most frequent first."""


def slug_rest(slug: str, title: str, towns: Sequence[str] = ()) -> str:
    """What the slug has behind the title's own words, mostly nothing; `/` and the whole slug where they differ.

    The words are those of a title in ASCII: small letters and figures, with hyphens between. One of `TOWNS` stands for
    a hyphen and a town behind them. Scripts do the same.
    """
    own = _words(title)
    if not (title.isascii() and slug.startswith(own)):
        return f"/{slug}"
    rest = slug.removeprefix(own)
    for letter, town in zip(TOWNS, towns, strict=False):
        if rest.startswith(f"-{town}"):
            return letter + rest.removeprefix(f"-{town}")
    return rest


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def packed(numbers: Iterable[int]) -> str:
    """Whole numbers from 0 as letters, which pack better than figures with commas.

    The last letter of a number is one of `#` to `[` and counts 57; those before it are `]` to `~` and count 34.
    """
    return "".join(map(_letters, numbers))


@lru_cache(10_000)
def _letters(number: int) -> str:
    number, last = divmod(number, 57)
    text = chr(35 + last)
    while number:
        number, digit = divmod(number, 34)
        text = chr(93 + digit) + text
    return text


def _steps(positions: Sequence[int]) -> str:
    """Ascending positions as how many lie between one and the next."""
    return packed(at - before - 1 for before, at in zip([-1, *positions], positions, strict=False))


Facet = tuple[list[list[str]], list[list[int]]]
"""Options, most frequent first, and the indices of every posting's own, ascending."""


def _by_term(facet: Facet) -> list[str]:
    """For each option the steps from posting to posting."""
    postings: list[list[int]] = [[] for _ in facet[0]]
    for at, own in enumerate(facet[1]):
        for index in own:
            postings[index].append(at)
    return list(map(_steps, postings))


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


def _towns(places: Facet) -> list[list[str]]:
    """The towns of every posting as slugs have them."""
    names = [_words(label) if label.isascii() else key.removeprefix(f"{country}-") for key, label, country in places[0]]
    return [[names[at] for at in own] for own in places[1]]


def _untold(countries: Facet, places: Facet, anywhere: Iterable[bool]) -> list[list[int]]:
    """The countries of every posting that none of its towns lies in; none for work from anywhere."""
    index = {key: at for at, (key, *_) in enumerate(countries[0])}
    of_place = [index[country] for _, _, country in places[0]]
    told = [{of_place[town] for town in towns} for towns in places[1]]
    given = zip(countries[1], told, anywhere, strict=True)
    return [[] if is_one else [at for at in own if at not in known] for own, known, is_one in given]


def _dated(days: Sequence[date | None], rows: Sequence[Mapping[str, str]], field: str) -> list[Any]:
    return [(day.isoformat(), row.get(field, "")) if day else None for day, row in zip(days, rows, strict=True)]


def _pay(salary: Salary | None, text: str, currencies: Sequence[str]) -> tuple[str, int, int] | None:
    if salary is None:
        return None
    low, high = _ends(salary)
    if re.sub(r"[^0-9]", "", text) == (f"{low}{high}" if high != low else f"{low}"):
        text = re.sub(r"[0-9]", "#", text)
    return text, currencies.index(salary.currency), UNITS_A_YEAR[salary.unit]


def _ends(salary: Salary) -> tuple[float, float]:
    """Lowest and highest pay, whole numbers where they are; an end that is not given equals the other."""
    given = [number(end) for end in (salary.amount, salary.min, salary.max) if end is not None]
    return min(given), max(given)


def _table(values: Sequence[Any]) -> tuple[list[Any], list[int]]:
    """The different values, most frequent first, and which of them is whose (-1 for none)."""
    found = _by_frequency(value for value in values if value)
    index = {value: at for at, value in enumerate(found)}
    return found, [index.get(value, -1) for value in values]


def _by_frequency(values: Iterable[Any]) -> list[Any]:
    """The different values, most frequent first."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value))
