"""What machines read: entries for feeds, and every file that is a machine format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ssg.formats import AGGREGATORS, jobs_json
from ssg.formats.entry import Entry, FeedInfo, Version, latest
from ssg.formats.redirects import redirects
from ssg.formats.robots import robots
from ssg.formats.sitemap import SitemapPage, sitemap
from ssg.l10n import country
from ssg.model import Posting
from ssg.pages.contexts import ClosedPage, Context, HomePage, PostingPage, TermPage
from ssg.pages.entries import Entries
from ssg.pages.pieces import Pieces, prose_title
from ssg.pages.plan import Planned
from ssg.pages.site_data import label
from ssg.site import Site, Term, TermKind

SITE_FEED, TERM_FEED = 50, 20
"""Newest postings in the feed of the site, and in that of a term."""
FED: tuple[TermKind, ...] = ("department", "country", "place", "skill", "type", "company", "remote")
"""Taxonomies whose terms have feeds of their own."""


@dataclass(frozen=True, slots=True)
class FeedContext:
    """A feed and the entries in it, newest first."""

    info: FeedInfo
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LinksContext:
    """The site for language models: its postings, and `more` pages as (name, address)."""

    info: FeedInfo
    entries: tuple[Entry, ...]
    more: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EntryContext:
    """One posting for a format that has a file of its own for each, such as its Markdown twin."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class ListContext:
    """The compact list that filters read; the postings' digests stand for the site in its fingerprint."""

    site: Site = field(compare=False)
    language: str
    postings: tuple[Posting, ...]
    companies: tuple[object, ...]


def feed_files(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """Atom and JSON feeds of the site and of every term, in one language."""
    slugs = [posting.slug for posting in pieces.site.open]
    yield from _feed(pieces, entries, pieces.links.home(), pieces.config.title, slugs[:SITE_FEED])
    for kind in FED:
        for term in pieces.site.terms[kind]:
            title = f"{pieces.config.title}: {term_name(pieces, term)}"
            path = pieces.links.term(kind, term.key)
            yield from _feed(pieces, entries, path, title, term.slugs[:TERM_FEED])


def _feed(pieces: Pieces, entries: Entries, folder: str, title: str, slugs: Sequence[str]) -> Iterator[Planned]:
    chosen = tuple(entries.of(slug) for slug in slugs)
    bodies = tuple(dict.fromkeys(entry.posting.source for entry in chosen))
    names = {"format:atom": "feed.xml", "format:json-feed": "feed.json"}
    kinds = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
    for kind, name in names.items():
        others = tuple((kinds[o], pieces.url(folder + o)) for o in kinds if o != name)
        info = FeedInfo(
            title=title,
            home=pieces.url(folder),
            url=pieces.url(folder + name),
            language=pieces.language,
            updated=latest(chosen, _EPOCH),
            description=pieces.config.description or "",
            alternates=others,
        )
        yield Planned(folder + name, kind, FeedContext(info, chosen), None, bodies)


_EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""When a feed without entries says that it last changed: a day that never changes itself."""


def term_name(pieces: Pieces, term: Term) -> str:
    """A term in words, for a feed's title."""
    name = label(pieces.term_link(term), pieces.say)
    return f"{name}, {country(term.country, pieces.language)}" if term.kind == "place" else name


def list_file(pieces: Pieces) -> Planned:
    """The list of open postings that search and filters read."""
    site = pieces.site
    shown = tuple(site.version(posting.slug, pieces.language) for posting in site.open)
    context = ListContext(site, pieces.language, shown, tuple(site.config.companies.values()))
    return Planned(f"{pieces.links.prefix}postings.json", "format:list", context, pieces.frame)


@dataclass(frozen=True, slots=True)
class TextContext:
    """A file whose text is made while planning: it decides how many files there are, or costs next to nothing."""

    text: str


def site_files(pieces: Pieces, entries: Entries, planned: Iterable[Planned]) -> Iterator[Planned]:
    """The files that stand once at the root: sitemap, robots.txt, llms.txt, jobs.json, aggregators, redirects."""
    config = pieces.config
    listed = tuple(entries.of(posting.slug) for posting in pieces.site.open)
    bodies = tuple(dict.fromkeys(entry.posting.source for entry in listed))
    pages = [_sitemap_page(pieces, one.context) for one in planned if _is_mapped(one)]
    texts = {
        **sitemap(pages, config.base_url),
        "robots.txt": robots(config.base_url),
        "_redirects": redirects(_moves(pieces)),
    }
    if key := config.notify.indexnow_key:
        texts[f"{key}.txt"] = key
    for path, text in texts.items():
        yield Planned(path, "format:text", TextContext(text))
    yield Planned(
        "llms.txt", "format:llms", LinksContext(_site_feed(pieces, listed, "llms.txt"), listed, _more(pieces))
    )
    yield Planned(jobs_json.SCHEMA_FILE, "format:jobs-schema", None)
    yield Planned(
        "jobs.json", "format:jobs", FeedContext(_site_feed(pieces, listed, "jobs.json"), listed), None, bodies
    )
    for name in config.feeds:
        path = AGGREGATORS[name].file
        yield Planned(path, f"format:{name}", FeedContext(_site_feed(pieces, listed, path), listed), None, bodies)


def _site_feed(pieces: Pieces, entries: Sequence[Entry], path: str) -> FeedInfo:
    return FeedInfo(
        title=pieces.config.title,
        home=pieces.url(""),
        url=pieces.url(path),
        language=pieces.language,
        updated=latest(entries, _EPOCH),
        description=pieces.config.description or "",
    )


def _more(pieces: Pieces) -> tuple[tuple[str, str], ...]:
    return tuple((prose_title(page), pieces.url(pieces.links.page(page.slug))) for page in pieces.prose)


def _moves(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """Old and new address of every posting that has moved, in every language."""
    for language in pieces.config.languages:
        links = pieces.site.permalinks(language)
        for old, slug in pieces.site.moves():
            yield pieces.href(links.posting(old)), pieces.href(links.posting(slug))


def _is_mapped(planned: Planned) -> bool:
    page = getattr(planned.context, "page", None)
    return page is not None and page.indexed


def _sitemap_page(pieces: Pieces, context: Context) -> SitemapPage:
    versions = tuple(Version(other.language, other.url) for other in context.page.alternates)
    return SitemapPage(context.page.canonical, _changed(pieces.site, context), versions)


def _changed(site: Site, context: Context) -> datetime | None:
    if isinstance(context, PostingPage | ClosedPage):
        return site.updated_of(context.posting)
    cards = [c for g in context.groups for c in g.cards] if isinstance(context, HomePage) else ()
    shown = context.cards if isinstance(context, TermPage) else cards
    return max((site.updated_of(card.posting) for card in shown), default=None)


def twin_files(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """A Markdown twin beside each posting's page."""
    for posting in pieces.site.open:
        entry = entries.of(posting.slug)
        path = pieces.links.markdown(posting.slug)
        yield Planned(path, "format:markdown", EntryContext(entry), None, (entry.posting.source,))
