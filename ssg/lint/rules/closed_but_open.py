"""A posting with the day of its closing is closed.

Passes:

    ---
    title: Barista
    date_posted: 2026-10-01
    status: closed
    date_closed: 2026-11-10
    ---

Fails:

    ---
    title: Barista
    date_posted: 2026-10-01
    date_closed: 2026-11-10
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "closed-but-open"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.date_closed is not None and posting.status == "open":
        yield Finding(
            f"`date_closed` is {posting.date_closed}, and the posting is open",
            "Write `status: closed`, or take `date_closed` out",
            field=("date_closed",),
        )
