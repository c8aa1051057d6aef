"""The pages that people read: one function a kind, each yielding planned files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ssg.model.prose import Prose
from ssg.pages.contexts import NotFoundPage, ProsePage
from ssg.pages.entries import Entries
from ssg.pages.lists import home_pages, term_pages, terms_pages
from ssg.pages.page import plan_page
from ssg.pages.pieces import Pieces, prose_title
from ssg.pages.plan import PathIn, Planned
from ssg.pages.postings import closed_pages, posting_pages, redirect_pages
from ssg.site import Permalinks
from ssg.site.repository import edit_address


def html_pages(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """Every page of one language."""
    yield from home_pages(pieces)
    yield from posting_pages(pieces, entries)
    yield from closed_pages(pieces)
    yield from term_pages(pieces)
    yield from terms_pages(pieces)
    yield from prose_pages(pieces)
    yield from redirect_pages(pieces)


def prose_pages(pieces: Pieces) -> Iterator[Planned]:
    """The pages of content/pages."""
    for prose in pieces.prose:
        path_in = partial(Permalinks.page, slug=prose.slug)
        make = partial(_prose_page, pieces, prose, path_in)
        yield plan_page(pieces, "page", path_in, make, prose.digest, changed=pieces.site.changes.get(prose.path))


def _prose_page(pieces: Pieces, prose: Prose, path_in: PathIn) -> ProsePage:
    page = pieces.page("page", path_in, title=prose_title(prose), description=prose.summary or "")
    edit = edit_address(pieces.config, prose.path)
    return ProsePage(page, prose.html, prose.language, prose.path, edit)


def not_found_page(pieces: Pieces) -> Planned:
    """`404.html`, which a static host serves at any depth."""
    return plan_page(pieces, "404", _not_found, partial(_not_found_page, pieces), mapped=False)


def _not_found(links: Permalinks) -> str:
    return "404.html"


def _not_found_page(pieces: Pieces) -> NotFoundPage:
    return NotFoundPage(pieces.page("404", _not_found, indexed=False))
