"""An open posting's last day to apply is still ahead.

A posting closes by itself when `valid_through` is over; its page stays for a while and says so. The rule tells you that
this has happened, so that you can write `status: closed` or a new day.

Passes:

    ---
    title: Barista
    date_posted: 2026-10-01
    valid_through: 2026-12-31
    ---

Fails:

    ---
    title: Barista
    date_posted: 2026-10-01
    valid_through: 2026-11-15
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting
from ssg.site import Life

ID = "closing-date-past"
SEVERITY = Severity.ADVICE
LIVES: frozenset[Life] = frozenset({"closed"})


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    last = posting.valid_through
    if posting.status == "open" and last is not None and last < context.today:
        yield Finding(
            f"the last day to apply was {last}, and the posting counts as closed",
            "Write `status: closed`, or a new day if applications are still welcome",
            field=("valid_through",),
        )
