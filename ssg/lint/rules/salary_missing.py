"""A posting says what it pays.

Readers look for pay before anything else, search engines filter by it, and more and more laws ask for it. Where one
of those applies, `pay-range` says so.

Passes:

    ---
    title: Barista
    salary: {min: 13, max: 15, currency: EUR, unit: hour}
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

ID = "salary-missing"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.salary is None:
        yield Finding(
            "`salary` is missing",
            "Write `salary: {min: 40000, max: 50000, currency: EUR, unit: year}`, or `amount:` for one figure",
        )
