"""A posting says what it pays.

Readers look for pay before anything else, search engines filter by it, and more and more laws ask for it. Where one
of those applies, `pay-transparency` says so in place of this rule; where the text names pay, `salary-in-text` does. A
site that gives this rule another severity hears it in any case.

Passes:

    ---
    title: Barista
    salary: {min: 13, max: 15, currency: EUR, unit: hour}
    ---

Fails:

    ---
    title: Barista
    ---
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, ignores
from ssg.lint.pay import laws_for
from ssg.lint.pay_in_text import pay_named
from ssg.model import Posting

ID = "salary-missing"
SEVERITY = Severity.ADVICE


LAWS, TEXT = "pay-transparency", "salary-in-text"
"""The rules that tell of the same with the law's name, or the figure."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.salary is None and not _told_elsewhere(posting, context):
        yield Finding(
            "`salary` is missing",
            "Write `salary: {min: 40000, max: 50000, currency: EUR, unit: year}`, or `amount:` for one figure",
        )


def _told_elsewhere(posting: Posting, context: Context) -> bool:
    """Whether another rule says the same with more to go by; a site that made this one its own hears it anyway."""
    severities = context.config.lint
    if severities.get(ID, SEVERITY) != SEVERITY:
        return False
    speaks = {rule: severities.get(rule) != "off" and not ignores(posting, rule) for rule in (LAWS, TEXT)}
    if speaks[LAWS] and any(law.asks.get("range", date.max) <= context.today for law in laws_for(posting)):
        return True
    return speaks[TEXT] and pay_named(context.text(posting)) is not None
