"""What the job aggregators have in common: one job a place, required tags, and an XML file of jobs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from email.utils import format_datetime
from hashlib import sha256

from ssg.config import Feed
from ssg.formats.description import description
from ssg.formats.entry import Bodies, Entry, FeedInfo
from ssg.formats.markup import DECLARATION, cdata, escape, plain
from ssg.formats.phrases import PhraseBook, Phrases
from ssg.model import Body, Location
from ssg.site import place_key

Fields = Mapping[str, "str | Fields | None"]
"""Tags of one element in order: text, tags inside it, `""` for an empty tag, None for no tag at all."""

_GAP = re.compile(r"\n\s*\n")
_EDGE = re.compile(r"(?<=<p>)\s+|\s+(?=</p>)")
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")


@dataclass(frozen=True, slots=True)
class Listing:
    """A posting at one of its places; None where it names none. `reference` stays the same while the place does."""

    entry: Entry
    place: Location | None
    reference: str


def one_a_place(entry: Entry) -> Iterator[Listing]:
    """One listing a town; for remote work without one, a listing a country that one may apply from."""
    return _listings(entry, entry.posting.locations or remote_countries(entry))


def one_a_country_if_remote(entry: Entry) -> Iterator[Listing]:
    """As `one_a_place`, but remote work is listed by country even if it has an office."""
    return _listings(entry, remote_countries(entry) or entry.posting.locations)


def _listings(entry: Entry, places: Iterable[Location]) -> Iterator[Listing]:
    """The first place of each key, by key. A region tells towns of one name apart, and may else be added later."""
    slug = entry.first_slug
    by_key = {place_key(place): place for place in reversed(list(places))}
    towns = Counter(_town(place) for place in by_key.values())
    for key, place in sorted(by_key.items()):
        yield Listing(entry, place, f"{slug}_{key if towns[_town(place)] > 1 else _town(place)}")
    if not by_key:
        yield Listing(entry, None, slug)


def _town(place: Location) -> str:
    return place_key(place.model_copy(update={"region": None}))


def remote_countries(entry: Entry) -> tuple[Location, ...]:
    """Countries from where remote work may be done: those of the applicants, else those of its offices."""
    p = entry.posting
    if not p.remote:
        return ()
    of_regions = [code.partition("-")[0] for code in p.applicants.regions] if p.applicants else []
    named = [*p.applicants.countries, *of_regions] if p.applicants else []
    codes = dict.fromkeys(named or [at.country for at in p.locations])
    return tuple(Location(country=code) for code in codes)


@dataclass(frozen=True, slots=True)
class Job:
    """A listing in an aggregator's format: its tags, and those that are required of it and have nothing to say."""

    listing: Listing
    fields: Fields
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aggregator:
    """An aggregator's format: its key in site.yaml `feeds`, its name, and how its file is made.

    `fields` gives the tags of a listing, with the description's HTML already as `text` makes it, in English where they
    are words. A job that lacks a tag of `required(listing)`, or whose text is shorter than `shortest` characters, is
    left out of the file.
    """

    key: Feed
    name: str
    root: str
    head: Callable[[FeedInfo, int], Fields]
    fields: Callable[[Listing, str, Phrases], Fields]
    required: Callable[[Listing], Sequence[str]]
    text: Callable[[str], str] = str
    shortest: int = 1
    places: Callable[[Entry], Iterator[Listing]] = one_a_place
    id_attribute: bool = False

    @property
    def file(self) -> str:
        return f"feeds/{self.key}.xml"

    def jobs(self, entry: Entry, text: str, book: PhraseBook) -> Iterator[Job]:
        """The posting as the format's jobs, one a place; `text` is the description, empty where it is too short."""
        for listing in self.places(entry):
            fields = self.fields(listing, text, book.english)
            yield Job(listing, fields, tuple(tag for tag in self.required(listing) if not fields.get(tag)))

    def is_long_enough(self, entry: Entry, body: Body, book: PhraseBook) -> bool:
        """Whether the posting has as much text as the format wants."""
        if len(body.text) >= self.shortest:
            return True
        return len(plain(description(entry, body, book[entry.language]))) >= self.shortest

    def write(self, feed: FeedInfo, entries: Sequence[Entry], bodies: Bodies, book: PhraseBook) -> str:
        """The file with every job that lacks nothing."""
        jobs = [job for entry in entries for job in self._written(entry, bodies[entry.posting.source], book)]
        head = _elements(self.head(feed, len(jobs)))
        return f"{DECLARATION}<{self.root}>\n{head}{''.join(jobs)}</{self.root}>\n"

    def _written(self, entry: Entry, body: Body, book: PhraseBook) -> Iterator[str]:
        if not self.is_long_enough(entry, body, book):
            return
        text = self.text(description(entry, body, book[entry.language]))
        for job in self.jobs(entry, text, book):
            if not job.lacking:
                named = f' id="{escape(job.listing.reference)}"' if self.id_attribute else ""
                yield f"<job{named}>\n{_elements(job.fields)}</job>\n"


def _elements(fields: Fields) -> str:
    return "".join(_element(name, value) for name, value in fields.items() if value is not None)


def _element(name: str, value: str | Fields) -> str:
    inside = (cdata(value) if value else "") if isinstance(value, str) else "\n" + _elements(value)
    return f"<{name}>{inside}</{name}>\n"


def simple_html(allowed: frozenset[str], instead: Mapping[str, tuple[str, str]]) -> Callable[[str], str]:
    """A function that keeps `allowed` tags without attributes, writes others as `instead` has it, and drops the rest.

    Quotation marks need no entity outside of attributes, and get none.
    """

    def tag(found: re.Match[str]) -> str:
        closing, name = found[1], found[2]
        if name in allowed:
            return f"<{closing}{name}>"
        return instead.get(name, ("", ""))[bool(closing)]

    def simplify(html: str) -> str:
        text = _TAG.sub(tag, html).replace("&quot;", '"').replace("&#x27;", "'")
        return _EDGE.sub("", _GAP.sub("\n", text))

    return simplify


def shortened(reference: str, most: int) -> str:
    """A reference of at most `most` characters: as it is, or its beginning with a digest of all of it."""
    if len(reference) <= most:
        return reference
    return f"{reference[: most - 17]}-{sha256(reference.encode()).hexdigest()[:16]}"


def with_source(url: str, source: str) -> str:
    """The address with a query that says where the reader came from."""
    return f"{url}{'&' if '?' in url else '?'}source={source}"


def rfc_822(feed: FeedInfo) -> str:
    """The feed's last change as older formats write it: `Tue, 03 Nov 2026 09:30:00 GMT`."""
    return format_datetime(feed.updated.astimezone(UTC), usegmt=True)


def dotted(day: date | None) -> str | None:
    """`02.11.2026`"""
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if day else None


def american(day: date | None) -> str | None:
    """`11/02/2026`"""
    return f"{day.month:02}/{day.day:02}/{day.year:04}" if day else None
