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
_UNIT = (
    r"hour|hr|h|day|week|month|mo|year|yr|annum|Stunde|Std\.?|Tag|Woche|Monat|Jahr|heure|jour|mois|hora|dia|día|mês|mes"
    r"|ano|año"
)
_BEFORE = re.compile(
    r"(?:up to|from|starting at|around|ca\.?|circa|ab|bis(?: zu)?|jusqu.à|à partir de|dès|até|a partir de|hasta|desde)"
    r"\s*$",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\s*(?:[-–]\s*[^\s()]{{0,6}}\d[^\s()]{{0,15}})?\s*(?:an?|per|/|pro|par|por|de l')?\s*(?:{_UNIT})?(?!\w)"
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    title = posting.title
    if match := AMOUNT.search(title) or _THOUSANDS.search(title):
        rest = _REST.match(title, match.end())
        end = rest.end() if rest else match.end()
        words = _BEFORE.search(title, 0, match.start())
        hint = instead(title, words.start() if words else match.start(), end, "the pay stands in `salary`")
        yield Finding(f"the title {quote(title)} names the pay: {quote(match.group())}", hint, field=("title",))
