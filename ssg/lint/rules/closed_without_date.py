"""A posting that was closed says when.

`date_closed` starts the days for which a closed posting keeps its page. Without it, and without a `valid_through` that
is over, the page stays for ever.

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
    status: closed
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting
from ssg.site import Life

ID = "closed-without-date"
SEVERITY = Severity.ADVICE
LIVES: frozenset[Life] = frozenset({"closed"})


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    over = posting.valid_through is not None and posting.valid_through < context.today
    if posting.status == "closed" and posting.date_closed is None and not over:
        yield Finding(
            "the posting is closed and does not say since when",
            "Write `date_closed: YYYY-MM-DD`, as `ssg close` does",
            field=("status",),
        )
