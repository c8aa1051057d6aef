"""A remote posting says who may apply from where.

Search engines require the countries for work that is done from anywhere; without them the posting is shown to nobody,
or to people who cannot be hired. A posting with `locations` gives a country already.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting
(`applicantLocationRequirements`)

Passes:

    ---
    title: Support Engineer
    workplace: remote
    applicants: {countries: [PT, ES]}
    ---

Fails:

    ---
    title: Support Engineer
    workplace: remote
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "applicants-missing"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    who = posting.applicants
    told = who is not None and (who.countries or who.regions or who.worldwide)
    if posting.remote and not told and not posting.locations:
        yield Finding(
            "the work is remote, and nothing says from which countries one may apply",
            "Write `applicants: {countries: [PT, ES]}`, or `applicants: {worldwide: true}` if any will do",
            field=("workplace",),
        )
