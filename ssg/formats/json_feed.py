"""JSON Feed 1.1: the newest postings for feed readers and scripts. https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ssg.formats.atom import MOST, tags
from ssg.formats.description import content
from ssg.formats.entry import Bodies, Entry, FeedInfo, midnight, stamp
from ssg.formats.job_posting import number
from ssg.formats.markup import json_text
from ssg.model import Body, Salary

TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: FeedInfo, entries: Sequence[Entry], bodies: Bodies) -> str:
    """The feed of the newest `MOST` entries, which come newest first."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.language,
        "items": [_item(entry, bodies[entry.posting.source]) for entry in entries[:MOST]],
    }
    return json_text({name: value for name, value in document.items() if value != ""})


def _item(entry: Entry, body: Body) -> dict[str, Any]:
    p = entry.posting
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": p.title,
        "content_html": content(entry, body),
        "summary": p.teaser,
        "image": entry.image,
        "date_published": stamp(midnight(p.date_posted)),
        "date_modified": stamp(entry.updated),
        "authors": [_author(entry)],
        "tags": list(tags(entry)),
        "language": p.language,
        "_job": _job(entry),
    }
    return {name: value for name, value in item.items() if value}


def _author(entry: Entry) -> dict[str, str]:
    author = {"name": entry.company.name, "url": entry.company.url or "", "avatar": entry.logo}
    return {name: value for name, value in author.items() if value}


def _job(entry: Entry) -> dict[str, Any]:
    """The extension `_job`: where, how and for how much, as values instead of words."""
    p = entry.posting
    job = {
        "company": entry.company.name,
        "department": p.department,
        "employment_type": list(p.employment_type),
        "workplace": p.workplace,
        "locations": [at.model_dump(exclude_none=True) for at in p.locations],
        "applicants": p.applicants.model_dump(mode="json", exclude_defaults=True) if p.applicants else None,
        "salary": salary_values(p.salary) if p.salary else None,
        "valid_through": p.valid_through.isoformat() if p.valid_through else None,
        "apply_url": entry.apply,
    }
    return {name: value for name, value in job.items() if value}


def salary_values(salary: Salary) -> dict[str, Any]:
    """Pay as its author wrote it, with JSON numbers."""
    figures = {"min": salary.min, "max": salary.max, "amount": salary.amount}
    given = {name: number(value) for name, value in figures.items() if value is not None}
    note = {"note": salary.note} if salary.note else {}
    return {**given, "currency": salary.currency, "unit": salary.unit, **note}
