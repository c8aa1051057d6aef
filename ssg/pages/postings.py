"""Pages of one posting each: open, closed, and at its old addresses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ssg.model import Posting
from ssg.pages.contexts import ClosedPage, Page, PostingPage, RedirectPage
from ssg.pages.entries import Entries
from ssg.pages.page import plan_page
from ssg.pages.pieces import Pieces
from ssg.pages.plan import Planned
from ssg.site import Permalinks, Similar, closed_since
from ssg.site.repository import edit_address


def posting_pages(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """A page for each open posting."""
    marks, site = pieces.marks, pieces.site
    for original in site.open:
        slug = original.slug
        posting = site.version(slug, pieces.language)
        yield plan_page(
            pieces,
            "posting",
            partial(Permalinks.posting, slug=slug),
            partial(posting_page, pieces, entries, slug, site.similar.get(slug, ())),
            marks.entry(slug),
            marks.similar(site.similar.get(slug, ())),
            changed=site.updated_of(posting),
            mapped=_is_public(pieces, slug),
            bodies=(posting.source,),
        )


def _is_public(pieces: Pieces, slug: str) -> bool:
    return pieces.site.lives[slug] not in ("draft", "scheduled")


def posting_page(pieces: Pieces, entries: Entries, slug: str, similar: tuple[Similar, ...]) -> PostingPage:
    """The context of an open posting's page."""
    posting, entry = pieces.site.version(slug, pieces.language), entries.of(slug)
    page = pieces.page(
        "posting",
        partial(Permalinks.posting, slug=slug),
        title=posting.title,
        description=posting.teaser,
        indexed=_is_public(pieces, slug),
        markdown=pieces.href(pieces.links.markdown(slug)),
        image=entry.image,
    )
    return PostingPage(
        page=page,
        posting=posting,
        company=pieces.config.companies[posting.company],
        life=pieces.site.lives[slug],
        departments=pieces.departments_of(posting),
        places=pieces.places_of(posting),
        skills=pieces.skills_of(posting),
        types=pieces.types_of(posting),
        company_link=pieces.company_of(posting),
        apply=pieces.apply_of(posting),
        closes_at=pieces.closes_at(posting),
        similar=pieces.similar(similar),
        equal_opportunities=pieces.equal_opportunities_of(posting),
        edit=edit_address(pieces.config, posting.path),
        report=pieces.report_of(posting),
        entry=entry,
    )


def closed_pages(pieces: Pieces) -> Iterator[Planned]:
    """A page for each posting that is over: whole while it is kept, small after that."""
    marks, site = pieces.marks, pieces.site
    for original in (*site.closed, *site.gone):
        slug = original.slug
        yield plan_page(
            pieces,
            "closed",
            partial(Permalinks.posting, slug=slug),
            partial(_closed_page, pieces, original),
            marks.card(slug),
            original.digest,
            closed_since(original, site.today),
            marks.similar(site.similar.get(slug, ())),
            mapped=False,
        )


def _closed_page(pieces: Pieces, original: Posting) -> ClosedPage:
    posting = pieces.site.version(original.slug, pieces.language)
    gone = pieces.site.lives[original.slug] == "gone"
    page = pieces.page(
        "closed",
        partial(Permalinks.posting, slug=original.slug),
        title=posting.title,
        indexed=False,
    )
    return ClosedPage(
        page=page,
        posting=posting,
        company=pieces.config.companies[posting.company],
        since=closed_since(original, pieces.site.today),
        gone=gone,
        similar=pieces.similar(pieces.site.similar.get(posting.slug, ())),
    )


def redirect_pages(pieces: Pieces) -> Iterator[Planned]:
    """A small page at each old address of a posting, which leads to the new one."""
    for old, slug in pieces.site.moves():
        title = pieces.site.version(slug, pieces.language).title
        path_in = partial(Permalinks.posting, slug=old)
        make = partial(_redirect_page, pieces, old, slug, title)
        yield plan_page(pieces, "redirect", path_in, make, old, slug, title, mapped=False)


def _redirect_page(pieces: Pieces, old: str, slug: str, title: str) -> RedirectPage:
    target = pieces.links.posting(slug)
    page = Page("redirect", pieces.links.posting(old), pieces.url(target), title, "", (), indexed=False)
    return RedirectPage(page, pieces.href(target), pieces.url(target))
