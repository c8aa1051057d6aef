"""SmartRecruiters' postings: one in full (`/v1/companies/NAME/postings/ID`), a list of these, or the short list.

Source: https://developers.smartrecruiters.com/docs/posting-api
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import dig, first, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
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
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day
from ssg.importers.text.gazetteer import country_code

NAME = "SmartRecruiters"

_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def recognises(document: Document) -> bool:
    """A posting (or `content` of postings) with `releasedDate`, or with `jobAd`."""
    return any("name" in job and ("releasedDate" in job or "jobAd" in job) for job in _jobs(document))


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    for job in _jobs(document):
        if job.get("active") is not False and words(job, "visibility").upper() != "INTERNAL":
            yield _draft(job)


def _jobs(document: Document) -> list[dict[str, Any]]:
    found = document.json
    if isinstance(found, dict):
        return records(found, "content") or [found]
    return records(found) if isinstance(found, list) else []


def _draft(job: dict[str, Any]) -> Draft:
    where = dig(job, "location")
    mode = "hybrid" if dig(where, "hybrid") is True else "remote" if dig(where, "remote") is True else ""
    code = country_code(words(where, "country"))
    place = address(
        words(where, "address"), words(where, "city"), words(where, "region"), code, words(where, "postalCode")
    )
    loose = [] if code else [words(where, "fullLocation")]
    pay = dig(job, "compensation", "salary")
    no_text = () if dig(job, "jobAd") else ("text: the short list has none, import the posting's own address instead",)
    fields = merged(
        said(
            title=plain_text_of(words(job, "name")),
            date_posted=iso_day(words(job, "releasedDate")),
            department=words(job, "department", "label"),
            identifier=first([words(job, "refNumber"), words(job, "id")]),
            industry=words(job, "industry", "label"),
            workplace=mode,
            salary=salary(words(pay, "min"), words(pay, "max"), words(pay, "currency"), words(pay, "period")),
            language=language_code(words(job, "language", "code")),
        ),
        types_fields(words(job, "typeOfEmployment", "label")),
        work_places([place] if code else [], mode),
        place_fields(loose, mode=mode),
        apply_fields(words(job, "applyUrl"), words(job, "postingUrl")),
    )
    level = words(job, "experienceLevel", "label")
    notes = (*no_text, *((f"experienceLevel: {level}",) if level else ()), *place_notes(loose))
    return Draft(fields, markdown_of(_body(job)), Found(words(job, "company", "name")), unused=notes)


def _body(job: dict[str, Any]) -> str:
    parts = []
    for name in _SECTIONS:
        part = dig(job, "jobAd", "sections", name)
        if raw(part, "text").strip():
            parts.append(f"<h2>{html.escape(raw(part, 'title'))}</h2>{raw(part, 'text')}")
    return "\n".join(parts)
