"""Ashby's job board: `api.ashbyhq.com/posting-api/job-board/NAME?includeCompensation=true`.

Source: https://developers.ashbyhq.com/docs/public-job-posting-api
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import dig, first, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import (
    address,
    apply_fields,
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
from ssg.importers.text.pay import read_pay

NAME = "Ashby"

_MODES = {"remote": "remote", "hybrid": "hybrid", "onsite": "on-site", "on-site": "on-site"}
_TYPES = {"fulltime": "full time", "parttime": "part time", "intern": "internship"}


def recognises(document: Document) -> bool:
    """`jobs` of which one has `jobUrl` and `descriptionHtml` or `isListed`."""
    return any(
        "jobUrl" in job and ("descriptionHtml" in job or "isListed" in job) for job in records(document.json, "jobs")
    )


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    """Every listed job; what is not listed is not public."""
    for job in records(document.json, "jobs"):
        if job.get("isListed") is not False:
            yield _draft(job)


def _draft(job: dict[str, Any]) -> Draft:
    mode = _MODES.get(words(job, "workplaceType").lower(), "") or ("remote" if job.get("isRemote") is True else "")
    known, loose = _places(job)
    kind = words(job, "employmentType")
    fields = merged(
        said(
            title=plain_text_of(words(job, "title")),
            date_posted=iso_day(words(job, "publishedAt")),
            department=first([words(job, "department"), words(job, "team")]),
            identifier=words(job, "id"),
            salary=_pay(job),
            equity=True if any("Equity" in words(part, "compensationType") for part in _components(job)) else None,
        ),
        types_fields(_TYPES.get(kind.lower(), kind)),
        work_places(known, mode),
        place_fields(loose, mode=mode),
        apply_fields(words(job, "applyUrl"), words(job, "jobUrl")),
    )
    body = markdown_of(raw(job, "descriptionHtml") or raw(job, "descriptionPlain"))
    return Draft(fields, body, unused=place_notes(loose))


def _places(job: dict[str, Any]) -> tuple[list[dict[str, str]], list[str]]:
    """Places with a country, and those that are but a name."""
    known, loose = [], []
    for place in (job, *records(job, "secondaryLocations")):
        where = dig(place, "address", "postalAddress") or dig(place, "address")
        code = country_code(words(where, "addressCountry"))
        if code and words(where, "addressLocality"):
            known.append(address("", words(where, "addressLocality"), words(where, "addressRegion"), code))
        elif words(place, "location"):
            loose.append(words(place, "location"))
    return known, loose


def _components(job: dict[str, Any]) -> list[dict[str, Any]]:
    if job.get("shouldDisplayCompensationOnJobPostings") is False:
        return []
    tiers = records(job, "compensation", "compensationTiers")
    of_tier = records(tiers[0], "components") if len(tiers) == 1 else []
    return records(job, "compensation", "summaryComponents") or of_tier


def _pay(job: dict[str, Any]) -> dict[str, Any] | Found | None:
    """The one salary: of the components, else of a board's only tier, else as the board writes it."""
    for part in _components(job):
        if words(part, "compensationType") == "Salary":
            code, interval = words(part, "currencyCode"), words(part, "interval")
            if paid := salary(words(part, "minValue"), words(part, "maxValue"), code, interval):
                return paid
    if job.get("shouldDisplayCompensationOnJobPostings") is False:
        return None
    shown = words(job, "compensation", "scrapeableCompensationSalarySummary")
    return read_pay([shown], labelled=True) if shown else None
