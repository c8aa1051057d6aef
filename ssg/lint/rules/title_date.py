"""A title names the job, not a date.

Search engines take the dates from `date_posted`, `valid_through` and `start`, and ask for titles without them.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`title`)

Passes:

    ---
    title: Research Intern
    start: 2027-06-01
    ---

Fails:

    ---
    title: Research Intern (Summer 2027)
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

ID = "title-date"
SEVERITY = Severity.WARNING

_SEASON = (
    r"(?:(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|q[1-4]|januar|februar|märz|juni|juli"
    r"|oktober|dezember|sommer|frühjahr|herbst|janvier|février|septembre|octobre|janeiro|setembro|enero|septiembre)"
    r"\.?[ ,]*)?"
)
_DATE = re.compile(
    rf"{_SEASON}(?<![\w.-])20[2-4]\d(?:[-/](?:20)?\d{{2}}){{0,2}}(?![\w-])|\b\d{{1,2}}[./]\d{{1,2}}[./](?:20)?\d\d\b",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"(?:windows|server|office|exchange|visual studio|ecma|dynamics)\s*$", re.IGNORECASE)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    title = posting.title
    match = _DATE.search(title)
    if match and not _PRODUCT.search(title[: match.start()]):
        hint = instead(title, *match.span(), "the first day of work stands in `start`")
        yield Finding(f"the title {quote(title)} names a date: {quote(match.group())}", hint, field=("title",))
