"""The pages that people read: one function a kind, each yielding planned files with their contexts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from ssg.content.template import blank_posting
from ssg.formats.entry import Entry
from ssg.model import Posting
from ssg.pages.contexts import (
    Card,
    ClosedPage,
    Facet,
    Group,
    HomePage,
    NotFoundPage,
    Page,
    Pager,
    PostingPage,
    ProsePage,
    RedirectPage,
    TermLink,
    TermPage,
    TermsPage,
)
from ssg.pages.entries import Entries
from ssg.pages.pieces import PAGE_SIZE, Pieces, prose_title
from ssg.pages.plan import Planned, listed_pages
from ssg.site import Permalinks, Term, TermKind, closed_since, file_of
from ssg.site.repository import edit_address, new_address

FACETS: tuple[TermKind, ...] = ("department", "country", "place", "type", "skill", "company")
"""Ways to narrow the list, in the order they are shown."""
INDEXED: tuple[TermKind, ...] = ("department", "country", "skill", "type", "company")
"""Taxonomies with a page that lists their terms; places stand on that of the countries."""


def html_pages(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """Every page of one language."""
    yield from home_pages(pieces)
    yield from posting_pages(pieces, entries)
    yield from closed_pages(pieces)
    yield from term_pages(pieces)
    yield from terms_pages(pieces)
    yield from prose_pages(pieces)
    yield from redirect_pages(pieces)


def _planned(pieces: Pieces, page: Page, context: object, *bodies: str) -> Planned:
    return Planned(file_of(page.path), page.kind, context, pieces.frame, bodies)


def home_pages(pieces: Pieces) -> Iterator[Planned]:
    """The list of open postings, fifty a page."""
    slugs = [posting.slug for posting in _grouped_order(pieces)]
    facets = tuple(_facets(pieces))
    add = new_address(pieces.config, "new-posting", blank_posting(pieces.config))
    for number, start, end in listed_pages(len(slugs), PAGE_SIZE):
        page = pieces.page(
            "home",
            partial(Permalinks.home, page=number),
            description=pieces.config.description or "",
            feeds=pieces.links.prefix,
        )
        groups = tuple(_groups(pieces, pieces.cards(slugs[start:end])))
        pager = _pager(pieces, number, len(slugs), pieces.links.home)
        yield _planned(pieces, page, HomePage(page, groups, facets, pager, len(slugs), add))


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
            return _company_link(pieces, posting)
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


def _pager(pieces: Pieces, number: int, total: int, path: Callable[[int], str]) -> Pager:
    of = max(1, -(-total // PAGE_SIZE))
    previous = pieces.href(path(number - 1)) if number > 1 else ""
    following = pieces.href(path(number + 1)) if number < of else ""
    return Pager(number, of, previous, following)


def _company_link(pieces: Pieces, posting: Posting) -> TermLink:
    return pieces.posting_term("company", posting.company, pieces.config.companies[posting.company].name)


def posting_pages(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """A page for each open posting."""
    for original in pieces.site.open:
        posting = pieces.site.version(original.slug, pieces.language)
        page = pieces.page(
            "posting",
            partial(Permalinks.posting, slug=original.slug),
            title=posting.title,
            description=posting.teaser,
            indexed=pieces.site.lives[original.slug] not in ("draft", "scheduled"),
            markdown=pieces.href(pieces.links.markdown(original.slug)),
            image=entries.of(original.slug).image,
        )
        yield _planned(pieces, page, _posting_page(pieces, posting, page, entries.of(original.slug)), posting.source)


def _posting_page(pieces: Pieces, posting: Posting, page: Page, entry: Entry) -> PostingPage:
    return PostingPage(
        page=page,
        posting=posting,
        company=pieces.config.companies[posting.company],
        life=pieces.site.lives[posting.slug],
        departments=pieces.departments_of(posting),
        places=pieces.places_of(posting),
        skills=pieces.skills_of(posting),
        types=pieces.types_of(posting),
        company_link=_company_link(pieces, posting),
        apply=pieces.apply_of(posting),
        closes_at=pieces.closes_at(posting),
        similar=pieces.similar(pieces.site.similar.get(posting.slug, ())),
        equal_opportunities=pieces.equal_opportunities_of(posting),
        edit=edit_address(pieces.config, posting.path),
        report=pieces.report_of(posting),
        entry=entry,
    )


def closed_pages(pieces: Pieces) -> Iterator[Planned]:
    """A page for each posting that is over: whole while it is kept, small after that."""
    for original in (*pieces.site.closed, *pieces.site.gone):
        posting = pieces.site.version(original.slug, pieces.language)
        gone = pieces.site.lives[original.slug] == "gone"
        page = pieces.page(
            "closed",
            partial(Permalinks.posting, slug=original.slug),
            title=posting.title,
            description="" if gone else posting.teaser,
            indexed=False,
        )
        context = ClosedPage(
            page=page,
            posting=posting,
            company=pieces.config.companies[posting.company],
            since=closed_since(original, pieces.site.today),
            gone=gone,
            similar=pieces.similar(pieces.site.similar.get(posting.slug, ())),
        )
        yield _planned(pieces, page, context)


def term_pages(pieces: Pieces) -> Iterator[Planned]:
    """A landing page for each term that an open posting bears."""
    for terms in pieces.site.terms.values():
        for term in terms:
            yield from _one_term(pieces, term)


def _one_term(pieces: Pieces, term: Term) -> Iterator[Planned]:
    prose = pieces.intro(term)
    link = pieces.term_link(term)
    for number, start, end in listed_pages(term.count, PAGE_SIZE):
        page = pieces.page(
            "term",
            partial(Permalinks.term, kind=term.kind, key=term.key, page=number),
            title=(prose.title or "") if prose else "",
            description=(prose.summary or "") if prose else "",
            feeds=pieces.links.term(term.kind, term.key),
        )
        cards = pieces.cards(term.slugs[start:end])
        pager = _pager(pieces, number, term.count, partial(pieces.links.term, term.kind, term.key))
        yield _planned(pieces, page, TermPage(page, link, prose.html if prose and number == 1 else "", cards, pager))


def terms_pages(pieces: Pieces) -> Iterator[Planned]:
    """The index of each taxonomy: all its terms with their counts."""
    for kind in INDEXED:
        terms = pieces.site.terms[kind]
        if not terms:
            continue
        page = pieces.page("terms", partial(Permalinks.terms, kind=kind))
        links = tuple(pieces.term_link(term) for term in terms)
        places = tuple(pieces.term_link(t) for t in pieces.site.terms["place"]) if kind == "country" else ()
        yield _planned(pieces, page, TermsPage(page, kind, links, places))


def prose_pages(pieces: Pieces) -> Iterator[Planned]:
    """The pages of content/pages."""
    for prose in pieces.prose:
        page = pieces.page(
            "page",
            partial(Permalinks.page, slug=prose.slug),
            title=prose_title(prose),
            description=prose.summary or "",
        )
        yield _planned(pieces, page, ProsePage(page, prose.html, prose.language))


def not_found_page(pieces: Pieces) -> Planned:
    """`404.html`, which a static host serves at any depth."""
    page = pieces.page("404", lambda links: "404.html", indexed=False)
    return Planned("404.html", "404", NotFoundPage(page), pieces.frame)


def redirect_pages(pieces: Pieces) -> Iterator[Planned]:
    """A small page at each old address of a posting, which leads to the new one."""
    for old, slug in pieces.site.moves():
        target = pieces.links.posting(slug)
        title = pieces.site.version(slug, pieces.language).title
        page = Page("redirect", pieces.links.posting(old), pieces.url(target), title, "", (), indexed=False)
        yield _planned(pieces, page, RedirectPage(page, pieces.href(target), pieces.url(target)))
