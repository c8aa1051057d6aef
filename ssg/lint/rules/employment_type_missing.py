"""A posting says whether the work is full-time or part-time.

Search engines filter by it. Nothing is assumed when it is missing.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`employmentType`)

Passes:

    ---
    title: Barista
    employment_type: [full-time, part-time]
    ---

Fails:

    ---
    title: Barista
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "employment-type-missing"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if not posting.employment_type:
        yield Finding(
            "`employment_type` is missing",
            "Write `employment_type: full-time`, or part-time, contract, temporary …; a list if several will do",
        )
