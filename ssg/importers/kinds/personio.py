"""Personio's XML feed: `NAME.jobs.personio.de/xml?language=en`.

Source: https://developer.personio.de/docs/retrieving-open-job-positions
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from ssg.importers.clean import tidy_line
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, guess, said
from ssg.importers.fields import apply_fields, merged, place_fields, place_notes
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day

NAME = "Personio"

_TYPES = {"intern": "internship", "trainee": "internship", "freelance": "contract"}
_SCHEDULES = {"full-time": ["full-time"], "part-time": ["part-time"], "full-or-part-time": ["full-time", "part-time"]}


def recognises(document: Document) -> bool:
    """XML whose root is `workzag-jobs`."""
    return document.xml is not None and document.xml.tag == "workzag-jobs"


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    root = document.xml
    host = urlsplit(document.name).hostname or ""
    for position in root.findall("position") if root is not None else ():
        yield _draft(position, host)


def _draft(position: Element, host: str) -> Draft:
    offices = [
        _text(position, "office"),
        *(tidy_line(o.text or "") for o in position.findall("additionalOffices/office")),
    ]
    number = _text(position, "id")
    fields = merged(
        said(
            title=plain_text_of(_text(position, "name")),
            date_posted=iso_day(_text(position, "createdAt")),
            department=_text(position, "department"),
            identifier=number,
            employment_type=_types(position),
            experience=_experience(_text(position, "yearsOfExperience")),
        ),
        place_fields(offices),
        apply_fields(f"https://{host}/job/{number}" if number and re.search(r"\.personio\.(?:de|com)$", host) else ""),
    )
    told = (("seniority", "seniority"), ("keywords", "keywords"), ("subcompany", "subcompany"))
    notes = tuple(f"{label}: {_text(position, tag)}" for tag, label in told if _text(position, tag))
    company = Found(_text(position, "subcompany"))
    return Draft(fields, markdown_of(_body(position)), company, unused=(*notes, *place_notes(offices)))


def _types(position: Element) -> list[str]:
    """What kind of work it is wins over how many hours: an intern's full week is an internship."""
    kind = _text(position, "employmentType").lower()
    return [_TYPES[kind]] if kind in _TYPES else _SCHEDULES.get(_text(position, "schedule").lower(), [])


def _experience(years: str) -> Found | None:
    """The lower end of a range of years; less than one year says no number of ours."""
    found = re.match(r"(?:gt-)?(\d{1,2})", years)
    return guess({"years": int(found[1])}, years) if found and int(found[1]) else None


def _body(position: Element) -> str:
    parts = []
    for part in position.findall("jobDescriptions/jobDescription"):
        heading, text = _text(part, "name"), part.findtext("value") or ""
        parts.append(f"<h2>{html.escape(heading)}</h2>{text}" if heading else text)
    return "\n".join(parts)


def _text(element: Element, tag: str) -> str:
    return tidy_line(element.findtext(tag) or "")
