"""ZipRecruiter's organic feed: one `<job>` a place in a `<source>`, tags as Indeed names them."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.formats.entry import FeedInfo, midnight, stamp
from ssg.formats.listing import Aggregator, Fields, Listing, rfc_822
from ssg.formats.phrases import Phrases

REQUIRED = ("title", "referencenumber", "company", "country", "description")


def _head(feed: FeedInfo, jobs: int) -> Fields:
    return {"lastBuildDate": rfc_822(feed), "publisherurl": feed.home, "publisher": feed.title}


def _required(listing: Listing) -> Sequence[str]:
    """A postal code, or town and state."""
    postal_code = listing.place is not None and listing.place.postal_code is not None
    return (*REQUIRED, *(() if postal_code else ("city", "state")))


def _fields(listing: Listing, text: str, say: Phrases) -> Fields:
    entry, p, at = listing.entry, listing.entry.posting, listing.place
    return {
        "title": p.title,
        "date": stamp(midnight(p.date_posted)),
        "referencenumber": listing.reference,
        "company": entry.company.name,
        "city": at.city if at else None,
        "state": at.region if at else None,
        "postalcode": at.postal_code if at else None,
        "country": at.country if at else None,
        "url": entry.url,
        "description": text,
        "category": p.department,
    }


ZIPRECRUITER = Aggregator(
    key="ziprecruiter",
    name="ZipRecruiter",
    root="source",
    head=_head,
    fields=_fields,
    required=_required,
)
