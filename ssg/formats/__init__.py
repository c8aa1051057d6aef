"""What machines read: one module a format, each a pure function of entries and their bodies.

A new format is a module of the same shape as its neighbours, a line in one of the tables here, a row in
docs/reference/feeds.md and a file of cases in tests/formats_cases/.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ssg.formats import atom, jobs_json, json_feed
from ssg.formats.aggregators import AGGREGATORS, feed_diagnostics
from ssg.formats.entry import NEWEST, Bodies, Entry, FeedInfo, Version, end_of
from ssg.formats.phrases import PhraseBook

Write = Callable[[FeedInfo, Sequence[Entry], Bodies, PhraseBook], str]


@dataclass(frozen=True, slots=True)
class Format:
    """A feed of postings: its file name, its media type, how many entries it holds (None: all), and its writer.

    `write(feed, entries, bodies, book)` takes the entries newest first, asks `bodies` for those that it shows, and says
    in the words of `book` what has to be said.
    """

    name: str
    file: str
    media_type: str
    write: Write
    most: int | None = None


FEEDS: Mapping[str, Format] = {
    "atom": Format("atom", "feed.xml", atom.TYPE, atom.atom, NEWEST),
    "json": Format("json", "feed.json", json_feed.TYPE, json_feed.json_feed, NEWEST),
}
"""Written for the site and for every term, and linked from their pages."""

JOBS = Format("jobs", "jobs.json", "application/json", jobs_json.jobs_json)
"""The static API: every open posting, with its schema beside it (`jobs_json.jobs_schema` in `SCHEMA_FILE`)."""

__all__ = [
    "AGGREGATORS",
    "FEEDS",
    "JOBS",
    "Bodies",
    "Entry",
    "FeedInfo",
    "Format",
    "PhraseBook",
    "Version",
    "end_of",
    "feed_diagnostics",
]
