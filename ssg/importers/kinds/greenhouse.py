"""Greenhouse's job board: `boards-api.greenhouse.io/v1/boards/NAME/jobs?content=true&pay_transparency=true`.

Source: https://developers.greenhouse.io/job-board.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import first, items, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import apply_fields, language_code, merged, place_fields, place_notes, salary, types_fields
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day

NAME = "Greenhouse"

_TYPE_FIELDS = ("employment type", "type of employment", "job type", "contract type")


def recognises(document: Document) -> bool:
    """A job, or `jobs` of which one has `absolute_url` beside its internal number."""
    return any("absolute_url" in job and ("internal_job_id" in job or "updated_at" in job) for job in _jobs(document))


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    for job in _jobs(document):
        if words(job, "title"):
            yield _draft(job)


def _jobs(document: Document) -> list[dict[str, Any]]:
    found = document.json
    if isinstance(found, dict):
        return records(found, "jobs") if "jobs" in found else [found]
    return records(found) if isinstance(found, list) else []


def _draft(job: dict[str, Any]) -> Draft:
    where = words(job, "location", "name")
    places = (
        [where] if where else [words(office, "location") or words(office, "name") for office in records(job, "offices")]
    )
    pay, notes = _pay(job)
    fields = merged(
        said(
            title=plain_text_of(words(job, "title")),
            date_posted=iso_day(words(job, "first_published")),
            department=", ".join(words(part, "name") for part in records(job, "departments")[:1]),
            identifier=first([words(job, "requisition_id"), words(job, "id")]),
            language=language_code(words(job, "language")),
            salary=pay,
        ),
        types_fields(_custom(job)),
        place_fields(places),
        apply_fields(words(job, "absolute_url")),
    )
    body = markdown_of(raw(job, "content"))
    return Draft(fields, body, Found(words(job, "company_name")), unused=(*notes, *place_notes(places)))


def _custom(job: dict[str, Any]) -> str:
    """The employment type of the custom fields: the API has none of its own."""
    found = (field for field in records(job, "metadata") if words(field, "name").casefold() in _TYPE_FIELDS)
    return next((" , ".join(words(value) for value in items(field, "value")) for field in found), "")


def _pay(job: dict[str, Any]) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """The one pay range, its unit read from its title; several are left to a person, each in the report."""
    ranges = records(job, "pay_input_ranges")
    found = [_range(item) for item in ranges]
    if len(found) == 1 and found[0]:
        return found[0], ()
    notes = tuple(f"salary: {plain_text_of(words(item, 'title')) or 'a range'}, {_figures(item)}" for item in ranges)
    return None, notes


def _range(item: dict[str, Any]) -> dict[str, Any] | None:
    label = f"{words(item, 'title')} {words(item, 'blurb')}"
    unit = "hour" if "hour" in label.lower() else "month" if "month" in label.lower() else ""
    unit = unit or ("year" if any(word in label.lower() for word in ("annual", "year", "salary", "base")) else "")
    return salary(item.get("min_cents"), item.get("max_cents"), words(item, "currency_type"), unit, cents=True)


def _figures(item: dict[str, Any]) -> str:
    low, high = words(item, "min_cents"), words(item, "max_cents")
    return f"{low} to {high} cents {words(item, 'currency_type')}: the unit is not said, so it was not taken"
