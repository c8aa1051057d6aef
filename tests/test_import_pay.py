"""Pay and days in the forms in which people write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ssg.importers.text.dates import read_ago, read_date
from ssg.importers.text.pay import read_pay
from tests.test_import_text import TODAY


def figures(text: str, country: str = "") -> tuple[Any, ...] | None:
    """Least, most (or the one figure), currency and unit of a labelled text; a `?` behind the unit marks a guess."""
    found = read_pay([text], country=country, labelled=True)
    if not found:
        return None
    least, most = found.value.get("min"), found.value.get("max")
    shape = (
        (float(found.value["amount"]),) if "amount" in found.value else (least and float(least), most and float(most))
    )
    return (*shape, found.value["currency"], found.value["unit"] + ("?" if found.guess else ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45.000 \u2013 55.000 \u20ac brutto/Jahr", (45000, 55000, "EUR", "year")),
        ("1 500 \u20ac/mois", (1500, "EUR", "month")),
        ("\u00a313.50 per hour", (13.5, "GBP", "hour")),
        ("CHF 100'000", (100000, "CHF", "year?")),
        ("A$90,000 - A$105,000 + super", (90000, 105000, "AUD", "year?")),
        ("K\u20ac 45-55", (45000, 55000, "EUR", "year?")),
        ("45K\u20ac - 55K\u20ac brut annuel", (45000, 55000, "EUR", "year")),
        ("from \u20ac3,000 per month", (3000, None, "EUR", "month")),
        ("up to $120k", (None, 120000, "USD", "year?")),
        ("$170K \u2013 $230K OTE", (170000, 230000, "USD", "year?")),
        ("$75,000 - $90,000 USD, with OTE of $150,000 - $180,000 USD", (75000, 90000, "USD", "year?")),
        ("R$ 5.000 - R$ 7.000 por m\u00eas", (5000, 7000, "BRL", "month")),
        ("TJM 500 \u20ac", (500, "EUR", "day")),
        ("PLN 15 000 - 20 000 net/month (B2B)", (15000, 20000, "PLN", "month")),
        ("SEK 38 000/m\u00e5n", (38000, "SEK", "month")),
        ("\u20b912,00,000 - \u20b918,00,000 per annum", (1200000, 1800000, "INR", "year")),
        ("12-18 LPA", (1200000, 1800000, "INR", "year")),
        ("ab 16,80\u20ac/Std.", (16.8, None, "EUR", "hour")),
        ("EUR 70,000 - 85,000 base (USD 76,000 - 92,000)", (70000, 85000, "EUR", "year?")),
        ("$500 sign-on bonus", None),
        ("\u20ac1.5M budget", None),
        ("equity 0.5%-1%", None),
        ("$3000\u20134500 net", None),
    ],
)
def test_pay_is_read_as_it_is_written(text: str, expected: tuple[Any, ...] | None) -> None:
    assert figures(text) == expected


def test_a_code_wins_over_the_sign_of_the_country() -> None:
    assert figures("$185,000 - $235,000 USD", "CA") == (185000, 235000, "USD", "year?")
    assert figures("$185,000 - $235,000", "CA") == (185000, 235000, "CAD", "year?")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31. 10. 2025", date(2025, 10, 31)),
        ("October 31st, 2025", date(2025, 10, 31)),
        ("31 de outubro de 2025", date(2025, 10, 31)),
        ("le 1er novembre 2026", date(2026, 11, 1)),
        ("4 dez. 2026", date(2026, 12, 4)),
        ("Friday 4 December", date(2026, 12, 4)),
        ("31/10", date(2027, 10, 31)),
        ("December 2026", None),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: date | None) -> None:
    found = read_date(text, today=TODAY, month_first=False, ahead=True)
    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted 6hrs ago", date(2026, 11, 20)),
        ("vor einer Woche", date(2026, 11, 13)),
        ("il y a 2 semaines", date(2026, 11, 6)),
        ("h\u00e1 5 dias", date(2026, 11, 15)),
        ("Publicada hace 3d", date(2026, 11, 17)),
        ("Posted 30+ Days Ago", None),
    ],
)
def test_an_age_counts_back_from_today_and_is_a_guess(text: str, day: date | None) -> None:
    found = read_ago(text, today=TODAY)
    assert (found and found.value) == day
    assert not found or found.guess
