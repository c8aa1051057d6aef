"""Talent.com's feed: `<source>` of `<job>`, dates as ISO 8601. https://www.talent.com/integrations"""

from __future__ import annotations

from collections.abc import Sequence

from ssg.formats.entry import FeedInfo, last_second, midnight, stamp
from ssg.formats.facts import pay
from ssg.formats.listing import Aggregator, Fields, Listing, with_source
from ssg.formats.phrases import Phrases

REQUIRED = ("referencenumber", "title", "company", "city", "state", "country", "dateposted", "url", "description")


def _head(feed: FeedInfo, jobs: int) -> Fields:
    return {"publisher": feed.title, "publisherurl": feed.home, "lastbuilddate": stamp(feed.updated)}


def _required(listing: Listing) -> Sequence[str]:
    """Remote work without a town is in a country alone."""
    town = listing.place is not None and listing.place.city is not None
    return [tag for tag in REQUIRED if town or not listing.entry.posting.remote or tag not in ("city", "state")]


def _fields(listing: Listing, text: str, say: Phrases) -> Fields:
    entry, p, at = listing.entry, listing.entry.posting, listing.place
    return {
        "referencenumber": listing.reference,
        "title": p.title,
        "company": entry.company.name,
        "city": (at.city or "") if at else "",
        "state": (at.region or "") if at else "",
        "country": at.country if at else "",
        "postalcode": at.postal_code if at else None,
        "streetaddress": at.street if at else None,
        "dateposted": stamp(midnight(p.date_posted)),
        "url": with_source(entry.url, "talent"),
        "description": text,
        "expirationdate": stamp(last_second(entry.closes_at)) if entry.closes_at else None,
        "jobtype": ", ".join(say[f"type.{kind}"].lower() for kind in p.employment_type) or None,
        "salary": pay(p.salary, say) if p.salary else None,
        "category": p.department,
        "isremote": "yes" if p.remote else None,
    }


TALENT = Aggregator(
    key="talent",
    name="Talent.com",
    root="source",
    head=_head,
    fields=_fields,
    required=_required,
    shortest=50,
)
