"""Teamtailor: the RSS of a career site (`/jobs.rss`) and its JSON Feed (`/jobs.json`), with JobPosting inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree.ElementTree import Element

from ssg.importers.clean import tidy_line
from ssg.importers.dig import first, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, said
from ssg.importers.fields import address, apply_fields, merged, place_fields, place_notes, work_places
from ssg.importers.job_posting import draft_of
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day
from ssg.importers.text.gazetteer import country_code

NAME = "Teamtailor"

_TT = "{https://teamtailor.com/locations}"
_MODES = {"fully": "remote", "hybrid": "hybrid", "none": "on-site"}


def recognises(document: Document) -> bool:
    """RSS with a namespace or tag of Teamtailor's, or a JSON Feed whose items have `_jobposting`."""
    if any("_jobposting" in item for item in records(document.json, "items")):
        return True
    channel = _channel(document)
    return channel is not None and any(
        item.find("remoteStatus") is not None or any(child.tag.startswith(_TT) for child in item)
        for item in channel.findall("item")
    )


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    channel = _channel(document)
    if channel is not None:
        for item in channel.findall("item"):
            yield _from_rss(item)
    for entry in records(document.json, "items"):
        yield _from_json(entry)


def _channel(document: Document) -> Element | None:
    root = document.xml
    return root.find("channel") if root is not None and root.tag == "rss" else None


def _from_rss(item: Element) -> Draft:
    mode = _MODES.get(_text(item, "remoteStatus").lower(), "")
    known, loose = [], []
    for place in item.iter(f"{_TT}location"):
        code = country_code(_text(place, f"{_TT}country"))
        if code:
            city, street = _text(place, f"{_TT}city"), _text(place, f"{_TT}address")
            known.append(address(street, city, "", code, _text(place, f"{_TT}zip")))
        else:
            loose.append(first([_text(place, f"{_TT}city"), _text(place, f"{_TT}name")]))
    fields = merged(
        said(
            title=plain_text_of(_text(item, "title")),
            date_posted=_rss_day(_text(item, "pubDate")),
            department=_text(item, f"{_TT}department"),
            identifier=_text(item, "guid"),
            workplace=mode,
        ),
        work_places(known, mode),
        place_fields(loose, mode=mode),
        apply_fields(_text(item, "link")),
    )
    note = ("remoteStatus: temporary",) if _text(item, "remoteStatus").lower() == "temporary" else ()
    return Draft(fields, markdown_of(item.findtext("description") or ""), unused=(*note, *place_notes(loose)))


def _from_json(entry: dict[str, Any]) -> Draft:
    posting = entry.get("_jobposting")
    known = draft_of(posting) if isinstance(posting, dict) else Draft({})
    more = merged(
        said(
            title=plain_text_of(words(entry, "title")),
            date_posted=iso_day(words(entry, "date_published")),
            identifier=words(entry, "id"),
        ),
        apply_fields(words(entry, "url")),
    )
    body = markdown_of(raw(entry, "content_html")) or known.body
    return replace(known.having(more), body=body)


def _text(element: Element, tag: str) -> str:
    return tidy_line(element.findtext(tag) or "")


def _rss_day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, IndexError, OverflowError):
        return iso_day(text)
