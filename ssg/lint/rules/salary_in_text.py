"""Pay that the text names stands in `salary` too.

Search engines, feeds and the pay filter read `salary` and not the text. Amounts that are no pay, as a turnover or a
price, are left alone: looked for is an amount beside a word for pay, one a month, a day or an hour, or a range a year.

Passes:

    ---
    title: Barista
    ---
    The shop sells for 400,000 € a year.

Fails:

    ---
    title: Barista
    ---
    The pay is 14 € an hour.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.pay_in_text import in_words, pay_named
from ssg.model import Posting
from ssg.source.pay_words import salary

ID = "salary-in-text"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.salary is not None:
        return
    text = context.text(posting)
    if match := pay_named(text):
        mapping = salary(in_words(text, match))
        mend = mapping or "{min: …, max: …, currency: EUR, unit: year}"
        yield text.finding(
            f"the text names pay, {quote(match.group())}, and `salary` is not given",
            f"Write it as `salary: {mend}`" + ("" if mapping else ", or `amount:` for one figure"),
            match.start(),
        )
