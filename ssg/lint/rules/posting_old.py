"""A posting older than 90 days says until when one may apply.

Readers and search engines doubt old adverts. A last day to apply shows that somebody still looks after it; never move
`date_posted` forward instead.

Passes:

    ---
    title: Barista
    date_posted: 2026-06-01
    valid_through: 2026-12-31
    ---

Fails:

    ---
    title: Barista
    date_posted: 2026-06-01
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "posting-old"
SEVERITY = Severity.ADVICE
DAYS = 90


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    age = (context.today - posting.date_posted).days
    if age > DAYS and posting.valid_through is None and posting.status == "open":
        yield Finding(
            f"the posting is {age} days old and says nothing of a last day to apply",
            "Write `valid_through: YYYY-MM-DD`, or `status: closed` if nobody is wanted any more",
            field=("date_posted",),
        )
