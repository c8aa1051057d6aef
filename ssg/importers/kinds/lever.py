"""Lever's postings: `api.lever.co/v0/postings/NAME?mode=json`.

Source: https://github.com/lever/postings-api
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from ssg.importers.dig import first, items, number, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import apply_fields, merged, place_fields, place_notes, salary, types_fields
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting

NAME = "Lever"

_MODES = {"remote": "remote", "hybrid": "hybrid", "on-site": "on-site", "onsite": "on-site"}


def recognises(document: Document) -> bool:
    """A list of (or one) posting with `hostedUrl` and `categories`."""
    return any("hostedUrl" in job and "categories" in job for job in _jobs(document))


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    for job in _jobs(document):
        yield _draft(job)


def _jobs(document: Document) -> list[dict[str, Any]]:
    return records(document.json) if isinstance(document.json, list | dict) else []


def _draft(job: dict[str, Any]) -> Draft:
    places = _places(job)
    pay = job.get("salaryRange")
    note = plain_text_of(first([words(job, "salaryDescriptionPlain"), words(job, "salaryDescription")]))
    paid = salary(words(pay, "min"), words(pay, "max"), words(pay, "currency"), words(pay, "interval"))
    fields = merged(
        said(
            title=plain_text_of(words(job, "text")),
            date_posted=_day(job),
            department=first([words(job, "categories", "department"), words(job, "categories", "team")]),
            identifier=words(job, "id"),
            salary=paid | {"note": note} if paid and note else paid,
        ),
        types_fields(words(job, "categories", "commitment")),
        place_fields(places, mode=_MODES.get(words(job, "workplaceType").lower(), "")),
        apply_fields(words(job, "applyUrl"), words(job, "hostedUrl")),
    )
    return Draft(fields, markdown_of(_body(job)), Found(""), unused=place_notes(places))


def _places(job: dict[str, Any]) -> list[str]:
    named = [words(item) for item in items(job, "categories", "allLocations")] or [words(job, "categories", "location")]
    country = words(job, "country")
    if len(named) == 1 and len(country) == 2 and "," not in named[0] and named[0].casefold() != "remote":
        return [f"{named[0]}, {country}"]
    return [*named, *([country] if country and named == ["Remote"] else [])]


def _day(job: dict[str, Any]) -> str:
    """`createdAt` is in milliseconds since 1970."""
    moment = number(job, "createdAt")
    return datetime.fromtimestamp(int(moment) / 1000, UTC).date().isoformat() if moment and moment < 10**13 else ""


def _body(job: dict[str, Any]) -> str:
    parts = [
        raw(job, "description")
        or f"{raw(job, 'opening')}{raw(job, 'descriptionBody')}"
        or _paragraphs(raw(job, "descriptionPlain"))
    ]
    lists = records(job, "lists")
    parts += [f"<h3>{html.escape(raw(part, 'text'))}</h3><ul>{raw(part, 'content')}</ul>" for part in lists]
    return "\n".join([*parts, raw(job, "additional") or _paragraphs(raw(job, "additionalPlain"))])


def _paragraphs(plain: str) -> str:
    """Plain text as HTML: an answer may have only that."""
    return "".join(
        f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in plain.split("\n\n") if part.strip()
    )
