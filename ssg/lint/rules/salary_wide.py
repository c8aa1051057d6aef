"""A pay range is narrow enough to tell something.

Job boards remove ranges that they find unreasonably wide, and laws speak of a range given in good faith. Twice the
lower figure is where we draw the line.

Passes:

    ---
    title: Analyst
    salary: {min: 40000, max: 55000, currency: EUR, unit: year}
    ---

Fails:

    ---
    title: Analyst
    salary: {min: 40000, max: 120000, currency: EUR, unit: year}
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "salary-wide"
SEVERITY = Severity.ADVICE
FACTOR = 2
"""The upper figure is at most so many times the lower one."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    pay = posting.salary
    if pay and pay.min and pay.max and pay.max > pay.min * FACTOR:
        yield Finding(
            f"the pay reaches from {pay.min:,} to {pay.max:,} {pay.currency}, which tells a reader little",
            "Write what you would really offer, or a posting for each level",
            field=("salary", "max"),
        )
