"""What a machine format needs of one posting, and of the feed it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ssg.model import Body, Company, Posting
from ssg.site import Life

NEWEST = 50
"""Entries in a feed that people follow."""
LAST_DAY = date.max - timedelta(days=2)
"""Leaves room for a day more and for any zone's offset."""

Bodies = Mapping[str, Body]
"""Rendered bodies by `posting.source`; a format asks only for those of the entries it writes."""


@dataclass(frozen=True, slots=True)
class Version:
    """The same page in another language of the site: `url` is absolute."""

    language: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One posting on one page of the site, without its body: as cheap as the posting it points to.

    Every address is absolute. `id` and `first_slug` name the posting for ever: in all languages, after every
    edit, and after a move that `aliases` tell of; `digest` is another once the posting changed in any language. `apply`
    is where an application goes (`https:` or `mailto:`), `markdown` the Markdown twin, `image` the social card, `logo`
    the employer's. `language` is that of the page's own words, `posting.language` that of the text. `posted_at` is the
    beginning of its first day, `updated` the content's last change, `closes_at` the instant after the last day (see
    `end_of`). `email` answers questions: the posting's contact, else the address for applications, else the site's own.
    """

    posting: Posting
    company: Company
    id: str
    first_slug: str
    url: str
    apply: str
    life: Life
    digest: str
    posted_at: datetime
    updated: datetime
    language: str
    closes_at: datetime | None = None
    markdown: str = ""
    image: str = ""
    logo: str = ""
    email: str = ""
    equal_opportunities: str = ""
    versions: tuple[Version, ...] = ()

    def __hash__(self) -> int:
        return hash(self.url)


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """A feed about itself: `home` is the page it feeds, `url` its own address, both absolute.

    `updated` is the last change of anything in it: what came, changed or left. `alternates` are the same postings in
    other formats, as (media type, address).
    """

    title: str
    home: str
    url: str
    language: str
    updated: datetime
    description: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The instant after `day` in the zone: its midnight, as the zone's clocks show it.

    The calendar ends on 9999-12-31, which people write for "never": its last days count as one.
    """
    return datetime.combine(min(day, LAST_DAY) + timedelta(days=1), time(), tzinfo=zone)


def last_second(closes_at: datetime) -> datetime:
    """The last second before `closes_at`, in its zone; right also where the clocks change at midnight."""
    return (closes_at.astimezone(UTC) - timedelta(seconds=1)).astimezone(closes_at.tzinfo)


def midnight(day: date) -> datetime:
    """The beginning of a day in UTC: how a format that wants a time is told a date."""
    return datetime.combine(day, time(), tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """An instant as RFC 3339 in UTC, to the second: `2026-11-02T09:30:00Z`."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
