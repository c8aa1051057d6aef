"""A posting dated ahead appears on that day.

Until then it is nowhere on the site. This tells you so, in case the date was a slip.

Passes:

    ---
    title: Barista
    date_posted: 2026-11-02
    ---

Fails:

    ---
    title: Barista
    date_posted: 2026-12-01
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting
from ssg.site import Life

ID = "posting-scheduled"
SEVERITY = Severity.ADVICE
LIVES: frozenset[Life] = frozenset({"scheduled"})


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    days = (posting.date_posted - context.today).days
    yield Finding(
        f"the posting appears on {posting.date_posted}, in {days} day{'' if days == 1 else 's'}, and not before",
        "Write today's date if it should appear now",
        field=("date_posted",),
    )
