"""The pay and its unit go together.

A yearly salary marked as hourly, or thousands written as units, makes a posting a bargain or a scandal in every list.
Only currencies in which such figures cannot be meant are looked at.

Passes:

    ---
    title: Barista
    salary: {amount: 15, currency: EUR, unit: hour}
    ---

Fails:

    ---
    title: Barista
    salary: {min: 30000, max: 35000, currency: EUR, unit: hour}
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "salary-unit"
SEVERITY = Severity.WARNING
CURRENCIES = frozenset("AUD CAD CHF EUR GBP NZD SGD USD".split())
BOUNDS = {
    "hour": (3, 1_000),
    "day": (20, 8_000),
    "week": (50, 40_000),
    "month": (150, 150_000),
    "year": (2_000, 3_000_000),
}
"""Least and most that is believed of one unit, in any of the currencies."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    pay = posting.salary
    if pay is None or pay.currency not in CURRENCIES:
        return
    least, most = BOUNDS[pay.unit]
    for key, figure in (("min", pay.min), ("max", pay.max), ("amount", pay.amount)):
        if figure is not None and not least <= figure <= most:
            yield Finding(
                f"{figure:,} {pay.currency} is hardly what one {pay.unit} pays",
                "Check `unit`, and write figures in full: 45000, not 45",
                field=("salary", key),
            )
            return
