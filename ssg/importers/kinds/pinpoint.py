"""Pinpoint's `postings.json`: `NAME.pinpointhq.com/postings.json`."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import first, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, said
from ssg.importers.fields import apply_fields, merged, place_fields, place_notes, salary, types_fields
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day

NAME = "Pinpoint"

_MODES = {"remote": "remote", "fully_remote": "remote", "hybrid": "hybrid", "onsite": "on-site", "on_site": "on-site"}
_PARTS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


def recognises(document: Document) -> bool:
    """`data` whose items have key responsibilities or pay as Pinpoint calls them."""
    known = {"key_responsibilities", "skills_knowledge_expertise", "compensation_minimum", "workplace_type"}
    return any("title" in job and known & job.keys() for job in records(document.json, "data"))


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    for job in records(document.json, "data"):
        yield _draft(job)


def _draft(job: dict[str, Any]) -> Draft:
    name = words(job, "location", "name")
    parts = [words(job, "location", "city"), words(job, "location", "province"), name]
    places = [name if "," in name else ", ".join(dict.fromkeys(part for part in parts if part))]
    pay = None
    if job.get("compensation_visible") is not False:
        low, high = words(job, "compensation_minimum"), words(job, "compensation_maximum")
        unit = words(job, "compensation_frequency")
        pay = salary(low, high, words(job, "compensation_currency"), unit)
    fields = merged(
        said(
            title=plain_text_of(words(job, "title")),
            valid_through=iso_day(words(job, "deadline_at")),
            department=first([words(job, "job", "department", "name"), words(job, "job", "division", "name")]),
            identifier=first([words(job, "job", "requisition_id"), words(job, "requisition_id"), words(job, "id")]),
            salary=pay,
        ),
        types_fields(first([words(job, "employment_type_text"), words(job, "employment_type")])),
        place_fields(places, mode=_MODES.get(words(job, "workplace_type").lower(), "")),
        apply_fields(words(job, "url")),
    )
    return Draft(fields, markdown_of(_body(job)), unused=place_notes(places))


def _body(job: dict[str, Any]) -> str:
    parts = [raw(job, "description")]
    for name in _PARTS:
        if raw(job, name).strip():
            heading = words(job, f"{name}_header") or name.replace("_", " ").capitalize()
            parts.append(f"<h2>{html.escape(heading)}</h2>{raw(job, name)}")
    return "\n".join(parts)
