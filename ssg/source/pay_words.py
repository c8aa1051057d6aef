"""Pay in words as the mapping to write."""

from __future__ import annotations

import re

from ssg.source.values import NUMBER, currency, plain

_PAY = re.compile(
    rf"({NUMBER})\s*(k|tsd)?(?![a-z])(?:[^\d]{{1,14}}?({NUMBER})\s*(k|tsd)?(?![a-z]))?(\s?\+)?", re.IGNORECASE
)
_SIGN = re.compile(
    r"[A-Za-z]{0,3}[$€£¥₹₺₪₩]|\b[A-Za-z]{3}\b|\b(?:[Ee]uros?|[Dd]ollars?|[Pp]ounds?|Franken|reais)\b|zł|Kč"
)
_UPPER = re.compile(r"\b(?:up to|max\w*\.?|bis(?: zu)?|jusqu.à|até|hasta)\s*\S{0,3}$", re.IGNORECASE)
_LOWER = re.compile(
    r"\b(?:from|min\w*\.?|at least|starting at|ab|à partir d\w*|a partir de|desde)\s*\S{0,3}$", re.IGNORECASE
)
_UNITS = {
    "hour": r"hour|\bhr|/ ?h\b|\bstd\b|stunde|heure|\bhora",
    "day": r"\bday|daily|\btag\b|\bjour\b|\bdia\b|\bdía",
    "week": r"week|woche|semaine|semana",
    "month": r"month|monat|\bmois|m[eê]s\b|\bmtl\b|mensa|mensuel",
    "year": r"year|annum|annual|\bp\.? ?a\b|jahr|jährlich|\ban\b|\bans?\b|annuel|\bano\b|\baño|anua",
}
NO_CURRENCY, NO_UNIT = "EUR", "year"


def salary(written: str) -> str | None:
    """Pay in words as the mapping to write: `$170k` is `{amount: 170000, currency: USD, unit: year}`.

    None where the text names no pay. Where it names no currency, or no unit, the likeliest stands there.
    """
    match = _PAY.search(written)
    if not match:
        return None
    k = match[2] or (match[4] if match[3] else None)
    low, high = plain(match[1], k), plain(match[3], match[4]) if match[3] else None
    sign = next((s for s in _SIGN.findall(written) if currency(s)), "")
    unit = next((unit for unit, pattern in _UNITS.items() if re.search(pattern, written.casefold())), "")
    if low is None or not (sign or unit or float(low) >= 300):
        return None
    figures = f"min: {low}, max: {high}" if high else f"{_end(written, match)}: {low}"
    return f"{{{figures}, currency: {currency(sign) or NO_CURRENCY}, unit: {unit or _likely_unit(float(low))}}}"


def names_currency(written: str) -> bool:
    return any(currency(sign) for sign in _SIGN.findall(written))


def _end(written: str, match: re.Match[str]) -> str:
    """Which end of a range a single figure is: `up to 50k` is the upper one."""
    before = written[: match.start()]
    return "max" if _UPPER.search(before) else "min" if _LOWER.search(before) or match[5] else "amount"


def _likely_unit(low: float) -> str:
    return "hour" if low < 300 else "month" if low < 10_000 else NO_UNIT
