"""An advert says about pay what the laws of its places ask for.

For the places in `locations`, and for remote work those in `applicants`, the rule looks up which laws ask adverts for
a pay range, for benefits, for the last day to apply, or for a range of a certain width, and says which of it the
posting lacks. Whether a law binds you depends on more than an advert shows, such as the number of your employees.

This is advice about adverts and not legal advice. The laws known are in the [table below](#pay-laws), which is
`ssg/lint/data/pay_transparency.yaml`.

Passes:

    ---
    title: Barista
    locations: [{city: Denver, region: CO, country: US}]
    salary: {min: 20, max: 24, currency: USD, unit: hour}
    benefits: [Health insurance]
    valid_through: 2026-12-31
    ---

Fails:

    ---
    title: Barista
    locations: [{city: Denver, region: CO, country: US}]
    ---
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, ignores, listing
from ssg.lint.pay import A_YEAR, Law, laws_for
from ssg.model import Posting

ID = "pay-transparency"
SEVERITY = Severity.ADVICE
IN_FULL = 2
"""So many laws are named with their date and source; of more only the places are."""
SHORT = 60
"""A note of fewer characters goes into the message; a longer one stands in the table."""
DISCLAIMER = "This is advice about adverts, not legal advice"

_ONGOING = re.compile(r"\b(?:ongoing|rolling) basis\b|\bno (?:closing date|deadline)\b", re.IGNORECASE)


def note(posting: Posting, context: Context) -> tuple[Finding, ...]:
    """A finding for each thing that the posting lacks."""
    return tuple(sorted(_of_posting(posting, context), key=_order))


def check_site(context: Context) -> Iterator[Finding]:
    """What was noted of every posting; the first of all says that it is no legal advice."""
    told = False
    for posting in (p for p in context.listed() if not ignores(p, ID)):
        for finding in context.notes[ID][posting.path]:
            hint = finding.hint if told else f"{finding.hint}. {DISCLAIMER}"
            yield replace(finding, hint=hint, path=posting.path)
            told = True


def _order(finding: Finding) -> tuple[bool, str]:
    """In the order in which diagnostics are shown: the file as a whole comes before its lines."""
    return finding.field is not None, finding.message


def _of_posting(posting: Posting, context: Context) -> Iterator[Finding]:
    laws = laws_for(posting)
    for what, lack in _LACKS.items():
        asking = [law for law in laws if law.asks.get(what, date.max) <= context.today]
        if asking and (finding := lack(posting, context, asking)):
            yield finding


def _range(posting: Posting, context: Context, laws: list[Law]) -> Finding | None:
    pay = posting.salary
    if pay is None:
        message, field = f"`salary` is missing, and {_asked(laws, 'range', 'a pay range')}", None
    elif pay.amount is None and (pay.min is None or pay.max is None):
        end = "lower" if pay.min is None else "upper"
        message, field = (
            f"the pay range has no {end} end, and {_asked(laws, 'range', 'a range with both')}",
            ("salary",),
        )
    else:
        return None
    hint = "Write `salary: {min: …, max: …, currency: …, unit: year}`, or `amount:` where the pay is fixed"
    return Finding(message, hint, field=field)


def _benefits(posting: Posting, context: Context, laws: list[Law]) -> Finding | None:
    known = {name.casefold() for name in context.config.sections.get("benefits", ())}
    if posting.benefits or known & {heading.text.casefold() for heading in context.text(posting).outline.headings}:
        return None
    message = f"`benefits` is missing, and {_asked(laws, 'benefits', 'benefits in general terms')}"
    return Finding(message, "Write `benefits: [Health insurance, 25 days of holiday]`")


def _closing_date(posting: Posting, context: Context, laws: list[Law]) -> Finding | None:
    if posting.valid_through or _ONGOING.search(context.text(posting).whole):
        return None
    message = f"`valid_through` is missing, and {_asked(laws, 'closing-date', 'the last day to apply')}"
    hint = "Write `valid_through: YYYY-MM-DD`, or say in the text that applications are taken on an ongoing basis"
    return Finding(message, hint)


def _width(posting: Posting, context: Context, laws: list[Law]) -> Finding | None:
    pay, width = posting.salary, laws[0].width
    if pay is None or pay.min is None or pay.max is None or width is None or pay.currency != width.currency:
        return None
    year = Decimal(A_YEAR[pay.unit])
    wide, top = (pay.max - pay.min) * year, pay.max * year
    if wide <= width.amount or top > width.not_above:
        return None
    asked = _asked(laws, "width", f"at most {width.amount:,}")
    message = f"the pay range is {wide:,.0f} {pay.currency} a year wide, and {asked}"
    return Finding(message, "Write a narrower range, or a posting for each level", field=("salary",))


def _asked(laws: list[Law], what: str, in_words: str) -> str:
    """`Colorado (Equal Pay … Act, since 2021-01-01, …) asks for a pay range`; of many laws the places alone."""
    if len(laws) > IN_FULL:
        places = listing([law.place for law in laws], most=len(laws))
        return f"{len(laws)} places from which the work may be done ask for {in_words}: {places}"
    return f"{listing([_in_full(law, what) for law in laws])} {'asks' if len(laws) == 1 else 'ask'} for {in_words}"


def _in_full(law: Law, what: str) -> str:
    note = f", {law.note}" if 0 < len(law.note) < SHORT else ""
    return f"{law.place} ({law.law}, since {law.asks[what]}, employers {law.employers}{note}; {law.source})"


_LACKS: dict[str, Callable[[Posting, Context, list[Law]], Finding | None]] = {
    "range": _range,
    "benefits": _benefits,
    "closing-date": _closing_date,
    "width": _width,
}
