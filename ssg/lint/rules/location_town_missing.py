"""A place has its town.

Search engines ask for as much of the address as there is; a country alone finds nobody nearby.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`jobLocation`)

Passes:

    ---
    title: Barista
    locations: [{city: Lisbon, country: PT}]
    ---

Fails:

    ---
    title: Barista
    locations: [{country: PT}]
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.l10n import place
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "location-town-missing"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    for index, at in enumerate(posting.locations):
        if not at.city:
            yield Finding(
                f"the place {quote(place(at, 'en'))} has no town",
                "Add `city: …`, and `region:`, `street:` and `postal_code:` where they are known",
                field=("locations", index),
            )
