"""Jooble's feed: `<jobs>` of `<job id>`, dates as DD.MM.YYYY."""

from __future__ import annotations

from collections.abc import Sequence

from ssg import l10n
from ssg.formats.entry import FeedInfo
from ssg.formats.facts import pay
from ssg.formats.listing import Aggregator, Fields, Listing, dotted
from ssg.formats.phrases import Phrases

REQUIRED = ("link", "name", "region", "description", "pubdate")


def _head(feed: FeedInfo, jobs: int) -> Fields:
    return {}


def _required(listing: Listing) -> Sequence[str]:
    return REQUIRED


def _fields(listing: Listing, text: str, say: Phrases) -> Fields:
    entry, p = listing.entry, listing.entry.posting
    return {
        "link": entry.url,
        "name": p.title,
        "region": l10n.place(listing.place, "en") if listing.place else say["workplace.remote"] if p.remote else "",
        "description": text,
        "pubdate": dotted(p.date_posted),
        "updated": dotted(max(entry.updated.date(), p.date_posted)),
        "expire": dotted(p.valid_through),
        "company": entry.company.name,
        "salary": pay(p.salary, say) if p.salary else None,
        "jobtype": ", ".join(say[f"type.{kind}"].lower() for kind in p.employment_type) or None,
    }


JOOBLE = Aggregator(
    key="jooble",
    name="Jooble",
    root="jobs",
    head=_head,
    fields=_fields,
    required=_required,
    id_attribute=True,
)
