"""What machines read of the site as a whole: its lists, its sitemap, its static API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ssg.digests import digest
from ssg.formats import AGGREGATORS, jobs_json
from ssg.formats.entry import Entry, FeedInfo, Version
from ssg.formats.redirects import redirects
from ssg.formats.robots import robots
from ssg.formats.sitemap import SitemapPage, sitemap
from ssg.model import Company
from ssg.pages.entries import Entries
from ssg.pages.feeds import EPOCH, of_postings
from ssg.pages.pieces import Pieces, prose_title
from ssg.pages.plan import Planned
from ssg.site import Site


@dataclass(frozen=True, slots=True)
class FeedContext:
    """An aggregator's feed and the entries in it, newest first."""

    info: FeedInfo
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LinksContext:
    """What stands around the postings in llms.txt: whether any are `listed`, and `more` pages as (name, address)."""

    info: FeedInfo
    listed: bool
    more: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JobsContext:
    """What stands around the postings in jobs.json: the employers by key, with the addresses of their logos."""

    info: FeedInfo
    companies: Mapping[str, tuple[Company, str]]


@dataclass(frozen=True, slots=True)
class ListContext:
    """The compact list that filters read, of every open posting."""

    site: Site
    language: str


def list_file(pieces: Pieces) -> Planned:
    """The list of open postings that search and filters read."""
    marks = (pieces.marks.facts(posting.slug) for posting in pieces.site.open)
    make = partial(ListContext, pieces.site, pieces.language)
    key = digest(pieces.marks.ground, *marks)
    return Planned(f"{pieces.links.prefix}postings.json", "format:list", key, make, pieces.frame)


@dataclass(frozen=True, slots=True)
class TextContext:
    """A file whose text is made while planning: it decides how many files there are, or costs next to nothing."""

    text: str


def site_files(pieces: Pieces, entries: Entries, planned: Iterable[Planned]) -> Iterator[Planned]:
    """The files that stand once at the root: sitemap, robots.txt, llms.txt, jobs.json, aggregators, redirects."""
    config = pieces.config
    pages = [_sitemap_page(pieces, one) for one in planned if one.mapped]
    texts = {
        **sitemap(pages, config.base_url),
        "robots.txt": robots(config.base_url),
        "_redirects": redirects(_moves(pieces)),
    }
    if key := config.notify.indexnow_key:
        texts[f"{key}.txt"] = key
    for path, text in texts.items():
        yield Planned(path, "format:text", digest(text), partial(TextContext, text))
    yield Planned(jobs_json.SCHEMA_FILE, "format:jobs-schema", "", _nothing)
    slugs = tuple(posting.slug for posting in pieces.site.open)
    seen = digest(pieces.marks.ground, pieces.site.updated, *map(pieces.marks.entry, slugs))
    more = _more(pieces)
    make = partial(LinksContext, _info(pieces, "llms.txt"), bool(slugs), more)
    parts = partial(of_postings, pieces, entries, slugs, "format:llms-part")
    yield Planned("llms.txt", "format:llms", digest(seen, more), make, parts=parts)
    parts = partial(of_postings, pieces, entries, slugs, "format:jobs-part")
    yield Planned("jobs.json", "format:jobs", seen, partial(_jobs, pieces), parts=parts)
    bodies = tuple(dict.fromkeys(pieces.site.version(slug, pieces.language).source for slug in slugs))
    for name in config.feeds:
        path = AGGREGATORS[name].file
        yield Planned(path, f"format:{name}", seen, partial(_site_feed, pieces, entries, path, slugs), None, bodies)


def _nothing() -> None:
    return None


def _jobs(pieces: Pieces) -> JobsContext:
    site = pieces.site
    keys = {site.version(posting.slug, pieces.language).company for posting in site.open}
    found = {key: pieces.config.companies[key] for key in keys}
    companies = {key: (company, pieces.url(company.logo) if company.logo else "") for key, company in found.items()}
    return JobsContext(_info(pieces, "jobs.json"), companies)


def _site_feed(pieces: Pieces, entries: Entries, path: str, slugs: tuple[str, ...]) -> FeedContext:
    return FeedContext(_info(pieces, path), tuple(map(entries.of, slugs)))


def _info(pieces: Pieces, path: str) -> FeedInfo:
    return FeedInfo(
        title=pieces.config.title,
        home=pieces.url(""),
        url=pieces.url(path),
        language=pieces.language,
        updated=pieces.site.updated or EPOCH,
        description=pieces.config.description or "",
    )


def _more(pieces: Pieces) -> tuple[tuple[str, str], ...]:
    """What else there is to read: the site's own pages, then the same postings as data and as a feed."""
    prose = ((prose_title(page), pieces.url(pieces.links.page(page.slug))) for page in pieces.prose)
    return (*prose, ("jobs.json", pieces.url("jobs.json")), ("Atom", pieces.url("feed.xml")))


def _moves(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """Old and new address of every posting that has moved, in every language."""
    for language in pieces.config.languages:
        links = pieces.site.permalinks(language)
        for old, slug in pieces.site.moves():
            yield pieces.href(links.posting(old)), pieces.href(links.posting(slug))


def _sitemap_page(pieces: Pieces, planned: Planned) -> SitemapPage:
    if planned.mapped is None or planned.frame is None:
        raise ValueError(f"{planned.path} is not for the sitemap")
    path_in = planned.mapped.path_in
    versions = tuple(Version(language, pieces.url(path_in(at))) for language, at in pieces.all_links.items())
    url = next(version.url for version in versions if version.language == planned.frame.language)
    return SitemapPage(url, planned.mapped.changed, versions if len(versions) > 1 else ())
