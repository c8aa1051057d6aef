"""The whole site as planned files, in all its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ssg.digests import digest
from ssg.formats import PhraseBook
from ssg.model import Posting
from ssg.pages.cards import KIND, SITE_CARD, CardContext, Previews
from ssg.pages.contexts import SearchDocument
from ssg.pages.entries import Entries
from ssg.pages.feeds import feed_files, twin_files
from ssg.pages.html import html_pages, not_found_page
from ssg.pages.machine import list_file, site_files
from ssg.pages.pieces import Pieces
from ssg.pages.plan import Planned
from ssg.site import Site


def plan_site(
    site: Site, book: PhraseBook, previews: Previews | None = None, *, search: bool = True
) -> Iterator[Planned]:
    """Every file of the site but the theme's own and the search index; `search` says whether there is to be one.

    `book` has the theme's words for what is named here; `previews` stand behind links to the site's pages.
    """
    all_pieces = [Pieces(site, book[language], previews, search=search) for language in site.config.languages]
    pages: list[Planned] = []
    for pieces in all_pieces:
        entries = Entries(pieces)
        for planned in html_pages(pieces, entries):
            pages.append(planned)
            yield planned
        yield from feed_files(pieces, entries)
        yield from twin_files(pieces, entries)
        yield list_file(pieces)
    yield from card_files(all_pieces)
    root = all_pieces[0]
    yield not_found_page(root)
    yield from site_files(root, Entries(root), pages)


def plan_documents(site: Site, book: PhraseBook, previews: Previews | None = None) -> Iterator[tuple[Posting, Planned]]:
    """A search document for each open posting: what its page says, and nothing that changes when other postings do."""
    pieces = Pieces(site, book[site.config.languages[0]], previews, linked=False)
    for original in site.open:
        posting = site.version(original.slug, pieces.language)
        make = partial(_document, pieces, posting)
        key = digest(pieces.marks.ground, pieces.marks.words(original.slug))
        path = pieces.links.posting(original.slug)
        yield posting, Planned(path, "search", key, make, pieces.frame, (posting.source,))


def _document(pieces: Pieces, posting: Posting) -> SearchDocument:
    return SearchDocument(posting, pieces.config.companies[posting.company], pieces.departments_of(posting))


def card_files(all_pieces: Iterable[Pieces]) -> Iterator[Planned]:
    """The pictures that the pages name; one that two languages have in common stands there once."""
    found: dict[str, CardContext] = {}
    for pieces in all_pieces:
        if pieces.site_card:
            found[pieces.site_card.path(SITE_CARD)] = pieces.site_card
        for original in pieces.site.open if pieces.previews.style else ():
            card = pieces.card_of(pieces.site.version(original.slug, pieces.language))
            if card:
                found[card.path(original.slug)] = card
    yield from (Planned(path, KIND, "", partial(_same, card)) for path, card in found.items())


def _same(card: CardContext) -> CardContext:
    return card
