"""The whole site as planned files, in all its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ssg.formats import PhraseBook
from ssg.pages.cards import KIND, CardContext, Previews
from ssg.pages.entries import Entries
from ssg.pages.html import html_pages, not_found_page
from ssg.pages.machine import feed_files, list_file, site_files, twin_files
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


def card_files(all_pieces: Iterable[Pieces]) -> Iterator[Planned]:
    """The pictures that the pages name; one that two languages have in common stands there once."""
    found: dict[str, CardContext] = {}
    for pieces in all_pieces:
        found |= pieces.cards_named
    yield from (Planned(path, KIND, card) for path, card in found.items())
