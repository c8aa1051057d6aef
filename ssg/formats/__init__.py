"""What machines read: one module a format, each a pure function of entries and their bodies.

A new format is a module of the same shape as its neighbours, a line in one of the tables here, a row in
docs/reference/feeds.md and a file of cases in tests/formats_cases/.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ssg.formats import atom, json_feed
from ssg.formats.aggregators import AGGREGATORS, feed_diagnostics
from ssg.formats.entry import NEWEST, Bodies, Entry, FeedInfo, Version, end_of
from ssg.formats.frame import Frame
from ssg.formats.phrases import PhraseBook, Phrases
from ssg.model import Body


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A feed that people follow: its file's name, its media type, what stands around its entries, and one entry."""

    file: str
    media_type: str
    frame: Callable[[FeedInfo], Frame]
    part: Callable[[Entry, Body, Phrases], str]

    def write(self, feed: FeedInfo, entries: Sequence[Entry], bodies: Bodies, book: PhraseBook) -> str:
        """The whole file of the newest `NEWEST` entries, which come newest first, in the words of `book`."""
        say = book[feed.language]
        return self.frame(feed).around(self.part(e, bodies[e.posting.source], say) for e in entries[:NEWEST])


FEEDS: Mapping[str, FeedFormat] = {
    "atom": FeedFormat("feed.xml", atom.TYPE, atom.frame, atom.part),
    "json-feed": FeedFormat("feed.json", json_feed.TYPE, json_feed.frame, json_feed.part),
}
"""Written for the site and for every term, and linked from their pages."""

__all__ = [
    "AGGREGATORS",
    "FEEDS",
    "Bodies",
    "Entry",
    "FeedFormat",
    "FeedInfo",
    "PhraseBook",
    "Version",
    "end_of",
    "feed_diagnostics",
]
