"""Workable: the widget's `api/v1/widget/accounts/NAME?details=true`, and one job of the newer `api/v2`.

The widget has one row for every place of a job: rows of one shortcode are one posting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import first, items, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import (
    address,
    apply_fields,
    education_fields,
    merged,
    place_fields,
    place_notes,
    types_fields,
    work_places,
)
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day
from ssg.importers.text.gazetteer import country_code

NAME = "Workable"

_MODES = {"remote": "remote", "hybrid": "hybrid", "on_site": "on-site", "on-site": "on-site"}


def recognises(document: Document) -> bool:
    """Jobs with a `shortcode`."""
    return any("shortcode" in job for job in _jobs(document))


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for job in _jobs(document):
        rows.setdefault(words(job, "shortcode") or str(len(rows)), []).append(job)
    company = words(document.json, "name") if isinstance(document.json, dict) and "jobs" in document.json else ""
    for same in rows.values():
        yield _draft(same, company)


def _jobs(document: Document) -> list[dict[str, Any]]:
    found = document.json
    if isinstance(found, dict):
        return records(found, "jobs") or records(found, "results") or ([found] if "shortcode" in found else [])
    return records(found) if isinstance(found, list) else []


def _draft(rows: list[dict[str, Any]], company: str) -> Draft:
    job = rows[0]
    mode = _MODES.get(words(job, "workplace").lower(), "")
    mode = mode or ("remote" if job.get("telecommuting") is True or job.get("remote") is True else "")
    places = [place for row in rows for place in _places(row)]
    known = [place for place in places if place.get("country")]
    loose = [", ".join(place.values()) for place in places if not place.get("country")]
    kind = first([words(job, "employment_type"), words(job, "type")])
    fields = merged(
        said(
            title=plain_text_of(words(job, "title")),
            date_posted=iso_day(first([words(job, "published_on"), words(job, "published"), words(job, "created_at")])),
            department=first(words(part) for part in items(job, "department")),
            identifier=first([words(job, "code"), words(job, "shortcode")]),
            industry=words(job, "industry"),
            workplace=mode,
        ),
        types_fields({"full": "full time", "part": "part time"}.get(kind, kind)),
        education_fields(words(job, "education")),
        work_places(known, mode),
        place_fields(loose, mode=mode),
        apply_fields(words(job, "application_url"), words(job, "url"), words(job, "shortlink")),
    )
    return Draft(fields, markdown_of(_body(job)), Found(company), unused=place_notes(loose))


def _places(row: dict[str, Any]) -> list[dict[str, str]]:
    listed = (
        [place for place in records(row, "locations") if place.get("hidden") is not True]
        or records(row, "location")
        or [row]
    )
    return [place for item in listed if (place := _place(item))]


def _place(item: dict[str, Any]) -> dict[str, str]:
    code = country_code(first([words(item, "countryCode"), words(item, "country_code"), words(item, "country")]))
    return address("", words(item, "city"), first([words(item, "region"), words(item, "state")]), code)


def _body(job: dict[str, Any]) -> str:
    parts = [raw(job, "description")]
    for name, heading in (("requirements", "Requirements"), ("benefits", "Benefits")):
        if raw(job, name).strip():
            parts.append(f"<h2>{heading}</h2>{raw(job, name)}")
    return "\n".join(parts)
