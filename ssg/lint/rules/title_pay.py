"""A title names the job, not the pay.

Search engines show the pay from `salary`, and ask for titles without it.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`title`)

Passes:

    ---
    title: Barista
    salary: {amount: 14, currency: EUR, unit: hour}
    ---

Fails:

    ---
    title: Barista, 14 € an hour
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.money import AMOUNT
from ssg.lint.titles import instead
from ssg.model import Posting

ID = "title-pay"
SEVERITY = Severity.WARNING

_THOUSANDS = re.compile(r"\b\d{2,3}\s?[kK]\b(?:\s?[-–]\s?\d{2,3}\s?[kK]\b)?")
_UNIT = "hour|h|day|week|month|year|Stunde|Tag|Woche|Monat|Jahr|heure|mois|hora|mês|mes|ano|año"
_REST = re.compile(
    rf"\s*(?:[-–]\s*[^\s()]{{0,6}}\d[^\s()]{{0,15}})?\s*(?:an?|per|/|pro|par|por|de l')?\s*(?:{_UNIT})?\b"
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    title = posting.title
    if match := AMOUNT.search(title) or _THOUSANDS.search(title):
        rest = _REST.match(title, match.end())
        end = rest.end() if rest else match.end()
        hint = instead(title, match.start(), end, "the pay stands in `salary`")
        yield Finding(f"the title {quote(title)} names the pay: {quote(match.group())}", hint, field=("title",))
