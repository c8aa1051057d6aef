"""A posting says where the work is.

Search engines require a place for all work that is not fully remote.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`jobLocation`)

Passes:

    ---
    title: Barista
    locations: [{city: Lisbon, country: PT}]
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

ID = "location-missing"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if not posting.locations and not posting.remote:
        yield Finding(
            "nothing says where the work is",
            "Write `locations: [{city: Lisbon, country: PT}]`, or `workplace: remote` if all of it is done from home",
        )
