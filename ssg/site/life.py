"""A posting's life: scheduled, open, closing, closed, gone. A day in the site's time zone decides."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from ssg.model import Posting

Life = Literal["draft", "scheduled", "open", "closing", "closed", "gone"]

CLOSING_DAYS = 7
"""A posting says that it is closing in the last days, counting the last one."""

LISTED: frozenset[Life] = frozenset({"draft", "scheduled", "open", "closing"})
"""Lives of a posting that takes applications (drafts and scheduled ones are only let in by `--drafts`)."""


@lru_cache(20_000)
def beginning(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which a day begins in the zone, in UTC; the calendar's first day begins in UTC."""
    return datetime.combine(day, time(), tzinfo=zone if day > date.min else UTC).astimezone(UTC)


def closed_since(posting: Posting, today: date) -> date | None:
    """The first day without applications, when that has come and is known; None while open, or when unknown."""
    days = [posting.date_closed] if posting.status == "closed" and posting.date_closed else []
    if posting.valid_through and posting.valid_through < today:
        days.append(posting.valid_through + timedelta(days=1))
    return min((day for day in days if day <= today), default=None)


def life(posting: Posting, today: date, keep_days: int) -> Life:
    """Where the posting stands in its life on `today`, a day in the site's time zone.

    A posting that is closed before its first day was never public: it stays scheduled, and nothing tells of it.
    """
    if posting.status == "draft":
        return "draft"
    if posting.date_posted > today:
        return "scheduled"
    since = closed_since(posting, today)
    if posting.status == "closed" or since is not None:
        return "gone" if since and (today - since).days > keep_days else "closed"
    if posting.valid_through and (posting.valid_through - today).days < CLOSING_DAYS:
        return "closing"
    return "open"
