"""The `jobs.json` of a site made with this program: everything that the front matter said, and the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import dig, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found
from ssg.importers.markup import markdown_of
from ssg.importers.setting import Setting
from ssg.model import FrontMatter

NAME = "jobs.json"


def recognises(document: Document) -> bool:
    """`version`, `companies` and `jobs` whose items have `posting`."""
    jobs = records(document.json, "jobs")
    return dig(document.json, "version") is not None and any("posting" in job and "slug" in job for job in jobs)


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    for job in records(document.json, "jobs"):
        if isinstance(job.get("posting"), dict):
            yield _draft(job, dig(document.json, "companies"))


def _draft(job: dict[str, Any], companies: Any) -> Draft:
    posting: dict[str, Any] = job["posting"]
    unknown = sorted(name for name in posting if name not in FrontMatter.model_fields)
    fields = {name: Found(_short(name, value)) for name, value in posting.items() if name not in (*unknown, "company")}
    company = dig(companies, words(posting, "company"))
    name = words(company, "name") or words(posting, "company")
    notes = tuple(f"{name}: no field of that name is known" for name in unknown)
    return Draft(
        {name: found for name, found in fields.items() if found.value not in (None, "", [], {})},
        markdown_of(raw(job, "description_html")),
        Found(name),
        words(company, "url"),
        notes,
        complete=True,
        slug=words(job, "slug"),
    )


def _short(name: str, value: Any) -> Any:
    """Skills, steps and `none-required` as people write them: without the defaults that the model put in."""
    if isinstance(value, list):
        return [_short(name, item) for item in value]
    if isinstance(value, dict):
        value = {key: part for key, part in value.items() if part is not None}
        if value == {"none_required": True}:
            return "none-required"
        if name in ("skills", "interview") and len(value) == 1:
            return next(iter(value.values()))
    return value
