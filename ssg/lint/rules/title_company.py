"""A title names the job, not the employer.

Search engines show the employer beside the title, from `company`.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`title`)

Passes:

    ---
    title: Barista
    company: acme
    ---

Fails:

    ---
    title: Barista at Acme
    company: acme
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.titles import instead
from ssg.model import Posting

ID = "title-company"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    company = context.config.companies.get(posting.company)
    if company is None or len(company.name) < 3 or company.name not in posting.title:
        return
    if match := re.search(rf"(?<!\w){re.escape(company.name)}(?!\w)", posting.title):
        hint = instead(posting.title, *match.span(), "the employer stands in `company`")
        message = f"the title {quote(posting.title)} names the employer {quote(company.name)}"
        yield Finding(message, hint, field=("title",))
