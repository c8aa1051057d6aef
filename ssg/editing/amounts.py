"""Amounts of money as people write them into a form: read where one meaning is certain, else left as they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ssg.source import values

_ONE = re.compile(
    r"(?P<before>[^\W\d_]*|[$€£¥₹])\s*(?P<number>\d[\d.,' \u00a0\u202f]*?)\s*(?P<thousand>[kK](?![^\W\d_]))?\s*"
    r"(?P<after>[^\W\d_]*|[$€£¥₹])"
)
_BETWEEN = re.compile(r"\s*[-–—]\s*|\s+(?:to|bis|à|até|hasta|a)\s+")
_SHARED = ("$", "¥")
"""Signs of several currencies."""
_GROUPED = re.compile(r"(?<=\d)[ ,.'\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, the currency that stood beside it (empty when none did), and whether it was said in thousands."""

    figure: Decimal
    currency: str = ""
    thousands: bool = False


def salary_from(said: Mapping[str, str]) -> dict[str, Any]:
    """The mapping of the answers `pay_min`, `pay_max`, `pay_currency` and `pay_unit`, any of which may be missing.

    No currency and no unit are ever guessed; what is not understood stands as it was written, for the model to refuse.
    """
    low, high = said.get("pay_min", ""), said.get("pay_max", "")
    if low and not high:
        low, high = _range(low)
    read = {name: _read(written) for name, written in (("min", low), ("max", high)) if written}
    if not read:
        return {}
    if read.keys() == {"min"}:
        read = {"amount": read["min"]}
    beside = {part.currency for part in read.values() if isinstance(part, Amount) and part.currency}
    told = said.get("pay_currency", "")
    currency = values.currency(told) or told
    if len(beside | ({currency} if currency else set())) > 1:
        read = {"min": low, "max": high} if low and high else {"amount": low or high}
    elif beside:
        currency = beside.pop()
    figures = {name: _plain(part.figure) if isinstance(part, Amount) else part for name, part in read.items()}
    more = {"currency": currency, "unit": said.get("pay_unit", "")}
    return figures | {name: value for name, value in more.items() if value}


def _range(written: str) -> tuple[str, str]:
    """Both ends where one answer holds them: `50-60k` is 50k and 60k."""
    ends = _BETWEEN.split(written)
    if len(ends) != 2:
        return written, ""
    low, high = map(_read, ends)
    if not isinstance(low, Amount) or not isinstance(high, Amount):
        return written, ""
    return (f"{ends[0]}k" if high.thousands and not low.thousands and low.figure < 1000 else ends[0]), ends[1]


def _read(written: str) -> Amount | str:
    match = _ONE.fullmatch(written.strip())
    if not match:
        return written.strip()
    word = match["before"] or match["after"]
    currency = "" if word in ("", *_SHARED) else values.currency(word)
    bare = re.sub(r",(?=\d{1,2}$)", ".", _GROUPED.sub("", match["number"].strip()))
    twice = match["before"] and match["after"]
    if twice or currency is None or not re.fullmatch(r"\d{1,12}(\.\d{1,2})?", bare, re.ASCII):
        return written.strip()
    return Amount(Decimal(bare) * (1000 if match["thousand"] else 1), currency, bool(match["thousand"]))


def _plain(figure: Decimal) -> int | Decimal:
    return int(figure) if figure == figure.to_integral_value() else figure
