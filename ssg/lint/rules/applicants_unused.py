"""`applicants` belongs to remote work.

Search engines read where applicants may live only for work that is fully remote; for other postings `locations`
says where the work is.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting
(`applicantLocationRequirements`)

Passes:

    ---
    title: Support Engineer
    workplace: remote
    applicants: {countries: [PT]}
    ---

Fails:

    ---
    title: Support Engineer
    workplace: hybrid
    locations: [{city: Lisbon, country: PT}]
    applicants: {countries: [PT]}
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "applicants-unused"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    who = posting.applicants
    if who is not None and (who.countries or who.regions or who.worldwide) and not posting.remote:
        given = f"`workplace: {posting.workplace}`" if posting.workplace else "no `workplace`"
        yield Finding(
            f"`applicants` says from where one may apply, and the posting has {given}",
            "Write `workplace: remote` if all of the work may be done from elsewhere, or leave `applicants` out",
            field=("applicants",),
        )
