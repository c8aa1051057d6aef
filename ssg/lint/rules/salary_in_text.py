"""Pay that the text names stands in `salary` too.

Search engines, feeds and the pay filter read `salary` and not the text. Amounts that are no pay, as a turnover or a
price, are left alone: looked for is an amount beside a word for pay, or one a year, a month, a day or an hour.

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

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.money import AMOUNT
from ssg.model import Posting

ID = "salary-in-text"
SEVERITY = Severity.WARNING

_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|wages?|compensation|remuneration|rate|gehalt|lohn|vergütung|verdienst|salaire"
    r"|rémunération|salário|remuneração|salario|sueldo|remuneración|remunerado)\b",
    re.IGNORECASE,
)
_SPAN = r"(?:\s*(?:[-–—]|to|bis|and|a|à|até|hasta)\s*\S*\d\S*(?:\s?(?:€|£|\$|[A-Z]{3}))?)?"
_PER = re.compile(
    _SPAN + r"(?:\s*(?:gross|brutto|bruts?|brutos?))?\s*(?:an?|per|/|pro|par|por|al|ao|im|de l')\s*"
    r"(?:hour|hr|h|day|week|month|stunde|tag|woche|monat|heure|jour|semaine|mois|hora|dia|día|semana|mês|mes)\b",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"\s?(?:m|mn|bn|million|billion|mio|millionen|mrd|millions|milhões|millones)\b", re.IGNORECASE)
BEFORE = 60
"""Characters before an amount among which a word for pay counts."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.salary is not None:
        return
    text = context.text(posting)
    whole = text.whole
    for match in AMOUNT.finditer(whole):
        if _MILLIONS.match(whole, match.end()):
            continue
        before = re.split(r"[.!?]\s|\n\n", whole[max(0, match.start() - BEFORE) : match.start()])[-1]
        if _PER.match(whole, match.end()) or _PAY.search(before):
            yield text.finding(
                f"the text names pay, {quote(match.group())}, and `salary` is not given",
                "Write it as `salary: {min: …, max: …, currency: EUR, unit: year}`, or `amount:` for one figure",
                match.start(),
            )
            return
