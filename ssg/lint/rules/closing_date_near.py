"""A posting's last day to apply is not within a week, or you know that it is.

In the last week a posting is marked as closing soon. This is the time to extend it.

Passes:

    ---
    title: Barista
    valid_through: 2026-12-31
    ---

Fails:

    ---
    title: Barista
    valid_through: 2026-11-22
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting
from ssg.site import Life

ID = "closing-date-near"
SEVERITY = Severity.ADVICE
LIVES: frozenset[Life] = frozenset({"closing"})


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.valid_through is None:
        return
    days = (posting.valid_through - context.today).days
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    yield Finding(
        f"the last day to apply is {when}: {posting.valid_through}",
        "Write a later day if the posting should stay open",
        field=("valid_through",),
    )
