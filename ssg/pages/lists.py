"""Lists of open postings: the home page, a landing page for each term, and the index of each taxonomy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import get_args

from ssg.digests import digest
from ssg.l10n import country
from ssg.model import Posting
from ssg.model.posting import Workplace
from ssg.model.prose import Prose
from ssg.model.slug import slugify
from ssg.pages.contexts import Card, Facet, Group, HomePage, Pager, TermLink, TermPage, TermsPage
from ssg.pages.page import plan_page
from ssg.pages.pieces import PAGE_SIZE, Pieces
from ssg.pages.plan import PathIn, Planned, listed_pages
from ssg.site import Permalinks, Term, TermKind

FACETS: tuple[TermKind, ...] = ("department", "country", "place", "type", "skill", "company")
"""Ways to narrow the list, in the order they are shown."""
INDEXED: tuple[TermKind, ...] = ("department", "country", "skill", "type", "company")
"""Taxonomies with a page that lists their terms; places stand on that of the countries."""


def home_pages(pieces: Pieces) -> Iterator[Planned]:
    """The list of open postings, fifty a page."""
    slugs = tuple(posting.slug for posting in _grouped_order(pieces))
    facets = tuple(_facets(pieces))
    workplaces = _workplaces(pieces)
    seen = digest(*facets, workplaces)
    for number, start, end in listed_pages(len(slugs), PAGE_SIZE):
        shown = slugs[start:end]
        cards = tuple(map(pieces.marks.card, shown))
        yield plan_page(
            pieces,
            "home",
            partial(Permalinks.home, page=number),
            partial(_home_page, pieces, number, shown, facets, workplaces, len(slugs)),
            seen,
            len(slugs),
            *cards,
            changed=pieces.site.updated,
            rows=cards,
        )


def _home_page(
    pieces: Pieces,
    number: int,
    slugs: Sequence[str],
    facets: tuple[Facet, ...],
    workplaces: tuple[tuple[Workplace, int], ...],
    total: int,
) -> HomePage:
    page = pieces.page(
        "home",
        partial(Permalinks.home, page=number),
        description=pieces.config.description or "",
        feeds=pieces.links.prefix,
    )
    groups = tuple(_groups(pieces, pieces.cards(slugs)))
    pager = _pager(pieces, number, total, pieces.links.home)
    return HomePage(page, groups, facets, workplaces, pager, total, pieces.add)


def _grouped_order(pieces: Pieces) -> list[Posting]:
    """The open postings as the list shows them: by group, then newest first."""
    kind = pieces.config.home.group_by
    postings = list(pieces.site.open)
    return postings if kind == "none" else sorted(postings, key=lambda p: _group_key(pieces, p))


def _group_key(pieces: Pieces, posting: Posting) -> tuple[bool, str, str]:
    term = _group_term(pieces, posting)
    return (term is None, term.name.casefold() if term else "", term.key if term else "")


def _group_term(pieces: Pieces, posting: Posting) -> TermLink | None:
    match pieces.config.home.group_by:
        case "department":
            return next(iter(pieces.departments_of(posting)), None)
        case "location":
            return next(iter(pieces.places_of(posting)), None)
        case "company":
            return pieces.company_of(posting)
        case _:
            return None


def _groups(pieces: Pieces, cards: Sequence[Card]) -> Iterator[Group]:
    if pieces.config.home.group_by == "none":
        if cards:
            yield Group(None, tuple(cards))
        return
    for _, some in groupby(cards, key=lambda card: _group_key(pieces, card.posting)):
        members = tuple(some)
        yield Group(_group_term(pieces, members[0].posting), members)


def _facets(pieces: Pieces) -> Iterator[Facet]:
    for kind in FACETS:
        terms = sorted(pieces.site.terms[kind], key=lambda t: (-t.count, t.name.casefold(), t.key))
        if terms and not (kind == "company" and len(terms) == 1):
            links = tuple(pieces.term_link(term) for term in terms)
            yield Facet(kind, pieces.href(pieces.links.terms(kind)), links)


def _workplaces(pieces: Pieces) -> tuple[tuple[Workplace, int], ...]:
    counts = Counter(posting.workplace for posting in pieces.site.open)
    return tuple((workplace, counts[workplace]) for workplace in get_args(Workplace) if counts[workplace])


def _pager(pieces: Pieces, number: int, total: int, path: Callable[[int], str]) -> Pager:
    of = max(1, -(-total // PAGE_SIZE))
    previous = pieces.href(path(number - 1)) if number > 1 else ""
    following = pieces.href(path(number + 1)) if number < of else ""
    return Pager(number, of, previous, following)


def term_pages(pieces: Pieces) -> Iterator[Planned]:
    """A landing page for each term that an open posting bears."""
    for terms in pieces.site.terms.values():
        for term in terms:
            yield from _one_term(pieces, term)


def _one_term(pieces: Pieces, term: Term) -> Iterator[Planned]:
    prose = pieces.intro(term)
    written = pieces.site.changes.get(prose.path) if prose else None
    for number, start, end in listed_pages(term.count, PAGE_SIZE):
        shown = term.slugs[start:end]
        yield plan_page(
            pieces,
            "term",
            partial(Permalinks.term, kind=term.kind, key=term.key, page=number),
            partial(_term_page, pieces, term, prose, number, shown),
            pieces.marks.term(term),
            prose.digest if prose else "",
            *map(pieces.marks.card, shown),
            changed=max(filter(None, (pieces.site.changed(term), written)), default=None),
        )


def _term_page(pieces: Pieces, term: Term, prose: Prose | None, number: int, slugs: Sequence[str]) -> TermPage:
    page = pieces.page(
        "term",
        partial(Permalinks.term, kind=term.kind, key=term.key, page=number),
        title=(prose.title or "") if prose else "",
        description=(prose.summary or "") if prose else "",
        feeds=pieces.links.term(term.kind, term.key),
    )
    intro = prose.html if prose and number == 1 else ""
    pager = _pager(pieces, number, term.count, partial(pieces.links.term, term.kind, term.key))
    language = prose.language if prose else pieces.language
    return TermPage(page, pieces.term_link(term), intro, language, pieces.cards(slugs), pager)


def terms_pages(pieces: Pieces) -> Iterator[Planned]:
    """The index of each taxonomy: all its terms with their counts."""
    for kind in INDEXED:
        if terms := _by_name(pieces, pieces.site.terms[kind]):
            places = _by_name(pieces, pieces.site.terms["place"]) if kind == "country" else ()
            path_in = partial(Permalinks.terms, kind=kind)
            make = partial(_terms_page, pieces, kind, path_in, terms, places)
            marks = map(pieces.marks.term, (*terms, *places))
            yield plan_page(pieces, "terms", path_in, make, *marks, changed=pieces.site.updated)


def _by_name(pieces: Pieces, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms as an index has them: countries by what they are called in the page's language."""

    def name(term: Term) -> tuple[str, str, str]:
        called = country(term.name, pieces.language) if term.kind == "country" else term.name
        return slugify(called), called, term.key

    return tuple(sorted(terms, key=name))


def _terms_page(
    pieces: Pieces, kind: TermKind, path_in: PathIn, terms: Sequence[Term], places: Sequence[Term]
) -> TermsPage:
    links, towns = (tuple(map(pieces.term_link, some)) for some in (terms, places))
    return TermsPage(pieces.page("terms", path_in), kind, links, towns)
