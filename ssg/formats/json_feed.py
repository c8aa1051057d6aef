"""JSON Feed 1.1: the newest postings for feed readers and scripts. https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

from typing import Any

from ssg.formats.description import content
from ssg.formats.entry import Entry, FeedInfo, stamp
from ssg.formats.frame import Frame
from ssg.formats.markup import json_line
from ssg.formats.phrases import Phrases
from ssg.formats.values import json_value, tags, without_empty
from ssg.model import Body

TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def frame(feed: FeedInfo) -> Frame:
    """What stands around the items."""
    head = without_empty(
        {
            "version": VERSION,
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.url,
            "description": feed.description,
            "language": feed.language,
        }
    )
    return Frame(f'{json_line(head)[:-1]},"items":[\n', ",\n", "\n]}\n")


def part(entry: Entry, body: Body, say: Phrases) -> str:
    """The item of one posting on a line of its own: the same in the feed of every term that it bears."""
    return json_line(_item(entry, body, say))


def _item(entry: Entry, body: Body, say: Phrases) -> dict[str, Any]:
    p = entry.posting
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": p.title,
        "content_html": content(entry, body, say),
        "summary": p.teaser,
        "image": entry.image,
        "date_published": stamp(entry.posted_at),
        "date_modified": stamp(entry.updated),
        "authors": [_author(entry)],
        "tags": list(dict.fromkeys(tags(entry, say).values())),
        "language": p.language,
        "_job": _job(entry),
    }
    return without_empty(item)


def _author(entry: Entry) -> dict[str, str]:
    author = {"name": entry.company.name, "url": entry.company.url or "", "avatar": entry.logo}
    return without_empty(author)


def _job(entry: Entry) -> dict[str, Any]:
    """The extension `_job`: where, how and for how much, as values instead of words."""
    p = entry.posting
    job = {
        "company": entry.company.name,
        "department": p.department,
        "employment_type": list(p.employment_type),
        "workplace": p.workplace,
        "locations": [at.model_dump(exclude_none=True) for at in p.locations],
        "applicants": json_value(p.applicants.model_dump(exclude_defaults=True)) if p.applicants else None,
        "salary": json_value(p.salary.model_dump(exclude_none=True)) if p.salary else None,
        "valid_through": p.valid_through.isoformat() if p.valid_through else None,
        "apply_url": entry.apply,
    }
    return without_empty(job)
