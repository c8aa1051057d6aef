"""Teamtailor: the RSS of a career site (`/jobs.rss`), its JSON Feed (`/jobs.json`), and what its API answers.

The API speaks JSON:API: `api.teamtailor.com/v1/jobs?include=department,locations`, places and team under `included`.
Source: https://docs.teamtailor.com/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree.ElementTree import Element

from ssg.importers.clean import tidy_line
from ssg.importers.dig import dig, first, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, said
from ssg.importers.fields import (
    address,
    apply_fields,
    language_code,
    merged,
    place_fields,
    place_notes,
    salary,
    types_fields,
    work_places,
)
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
    if any("_jobposting" in item for item in records(document.json, "items")) or _api_jobs(document):
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
    included = {(words(part, "type"), words(part, "id")): part for part in records(document.json, "included")}
    for job in _api_jobs(document):
        if words(job, "attributes", "internal") != "true" and job["attributes"].get("internal") is not True:
            yield _from_api(job, included)


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


def _api_jobs(document: Document) -> list[dict[str, Any]]:
    return [
        job
        for job in records(document.json, "data")
        if words(job, "type") == "jobs" and isinstance(job.get("attributes"), dict)
    ]


def _from_api(job: dict[str, Any], included: dict[tuple[str, str], Any]) -> Draft:
    told, links = job["attributes"], dig(job, "links")
    mode = _MODES.get(words(told, "remote-status").lower(), "")
    places = [_api_place(dig(place, "attributes")) for place in _related(job, included, "locations", "location")]
    known = [place for place in places if "country" in place]
    loose = [", ".join(place.values()) for place in places if "country" not in place]
    team = next(iter(_related(job, included, "department")), None)
    level = words(told, "employment-level") or words(told, "employment-type")
    low, high, code = words(told, "min-salary"), words(told, "max-salary"), words(told, "currency")
    fields = merged(
        said(
            title=plain_text_of(words(told, "title")),
            date_posted=iso_day(first([words(told, "start-date"), words(told, "created-at")])),
            valid_through=iso_day(words(told, "end-date")),
            department=words(team, "attributes", "name"),
            identifier=words(job, "id"),
            workplace=mode,
            salary=salary(low, high, code, words(told, "salary-time-unit")),
            language=language_code(words(told, "language-code")),
        ),
        types_fields(_LEVELS.get(level.lower(), level)),
        work_places(known, mode),
        place_fields(loose, mode=mode),
        apply_fields(words(links, "careersite-job-apply-url"), words(links, "careersite-job-url")),
    )
    return Draft(fields, markdown_of(raw(told, "body")), unused=place_notes(loose))


_LEVELS = {"fulltime": "full time", "parttime": "part time", "permanent": ""}


def _related(job: dict[str, Any], included: dict[tuple[str, str], Any], *names: str) -> list[Any]:
    """The resources that a job names under its relationships, as far as they came with it."""
    named = [item for name in names for item in records(job, "relationships", name, "data")]
    return [part for item in named if (part := included.get((words(item, "type"), words(item, "id"))))]


def _api_place(told: Any) -> dict[str, str]:
    code = country_code(words(told, "country"))
    place = address(words(told, "address"), words(told, "city"), "", code, words(told, "zip"))
    return place or ({"city": words(told, "name")} if words(told, "name") else {})


def _text(element: Element, tag: str) -> str:
    return tidy_line(element.findtext(tag) or "")


def _rss_day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, IndexError, OverflowError):
        return iso_day(text)
