"""What machines read of some postings: feeds of the site and its terms, and a Markdown twin of each posting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from ssg.digests import digest
from ssg.formats import FEEDS, FeedFormat
from ssg.formats.entry import Entry, FeedInfo
from ssg.l10n import country
from ssg.pages.entries import Entries
from ssg.pages.pieces import Pieces
from ssg.pages.plan import Planned
from ssg.pages.site_data import label
from ssg.site import Term, TermKind

SITE_FEED, TERM_FEED = 50, 20
"""Newest postings in the feed of the site, and in that of a term."""
FED: tuple[TermKind, ...] = ("department", "country", "place", "skill", "type", "company", "remote")
"""Taxonomies whose terms have feeds of their own."""


@dataclass(frozen=True, slots=True)
class EntryContext:
    """One posting for a format that has a file of its own for each, such as its Markdown twin."""

    entry: Entry


def feed_files(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """Atom and JSON feeds of the site and of every term, in one language."""
    slugs = tuple(posting.slug for posting in pieces.site.open)
    yield from _feed(pieces, entries, pieces.links.home(), pieces.config.title, slugs[:SITE_FEED], pieces.site.updated)
    for kind in FED:
        for term in pieces.site.terms[kind]:
            title = f"{pieces.config.title}: {term_name(pieces, term)}"
            path = pieces.links.term(kind, term.key)
            yield from _feed(pieces, entries, path, title, term.slugs[:TERM_FEED], pieces.site.changed(term))


def _feed(
    pieces: Pieces, entries: Entries, folder: str, title: str, slugs: tuple[str, ...], updated: datetime | None
) -> Iterator[Planned]:
    key = digest(pieces.marks.ground, title, updated, *map(pieces.marks.entry, slugs))
    for name, form in FEEDS.items():
        make = partial(_feed_info, pieces, folder, form, title, updated)
        parts = partial(of_postings, pieces, entries, slugs, f"format:{name}-part")
        yield Planned(folder + form.file, f"format:{name}", key, make, parts=parts)


def _feed_info(pieces: Pieces, folder: str, form: FeedFormat, title: str, updated: datetime | None) -> FeedInfo:
    others = tuple((o.media_type, pieces.url(folder + o.file)) for o in FEEDS.values() if o is not form)
    return FeedInfo(
        title=title,
        home=pieces.url(folder),
        url=pieces.url(folder + form.file),
        language=pieces.language,
        updated=updated or EPOCH,
        description=pieces.config.description or "",
        alternates=others,
    )


EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""When a feed without entries says that it last changed: a day that never changes itself."""


def term_name(pieces: Pieces, term: Term) -> str:
    """A term in words, for a feed's title."""
    name = label(pieces.term_link(term), pieces.say)
    return f"{name}, {country(term.country, pieces.language)}" if term.kind == "place" else name


def twin_files(pieces: Pieces, entries: Entries) -> Iterator[Planned]:
    """A Markdown twin beside each posting's page."""
    for posting in pieces.site.open:
        yield of_posting(pieces, entries, posting.slug, pieces.links.markdown(posting.slug), "format:markdown")


def of_postings(pieces: Pieces, entries: Entries, slugs: Iterable[str], kind: str) -> list[Planned]:
    """The parts of a file that has one for each posting, in order."""
    return [of_posting(pieces, entries, slug, "", kind) for slug in slugs]


def of_posting(pieces: Pieces, entries: Entries, slug: str, path: str, kind: str) -> Planned:
    """A file, or a part of one where `path` is empty, that is made of one posting's entry and body."""
    body = pieces.site.version(slug, pieces.language).source
    return Planned(path, kind, pieces.marks.file(slug), partial(_entry, entries, slug), None, (body,))


def _entry(entries: Entries, slug: str) -> EntryContext:
    return EntryContext(entries.of(slug))
