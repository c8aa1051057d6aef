"""Adzuna's feed: `<jobs>` of `<job>`, for the countries where it lists jobs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ssg import l10n
from ssg.formats.entry import FeedInfo
from ssg.formats.facts import pay
from ssg.formats.listing import Aggregator, Fields, Listing
from ssg.formats.phrases import Phrases
from ssg.model import Salary

COUNTRIES = {code: code for code in "AU AT BR CA FR DE IN IT NL NZ PL RU SG ZA US".split()} | {"GB": "UK"}
FREQUENCIES = frozenset({"hour", "day", "month", "year"})
CONTRACT_TIMES = {"full-time": "full_time", "part-time": "part_time"}
CONTRACT_TYPES = {"contract": "contract", "temporary": "contract"}
REQUIRED = ("title", "id", "description", "url", "location", "country")


def _head(feed: FeedInfo, jobs: int) -> Fields:
    return {}


def _required(listing: Listing) -> Sequence[str]:
    return REQUIRED


def _fields(listing: Listing, text: str, say: Phrases) -> Fields:
    entry, p, at = listing.entry, listing.entry.posting, listing.place
    return {
        "title": p.title,
        "id": listing.reference,
        "description": text,
        "url": entry.url,
        "location": l10n.place(at, "en") if at else "",
        "country": COUNTRIES.get(at.country, "") if at else "",
        "postcode": at.postal_code if at else None,
        **(_salary(p.salary, say) if p.salary else {}),
        "company": entry.company.name,
        "category": p.department,
        "contract_type": _first(p.employment_type, CONTRACT_TYPES),
        "contract_time": _first(p.employment_type, CONTRACT_TIMES),
        "date": p.date_posted.isoformat(),
    }


def _first(types: Sequence[str], words: dict[str, str]) -> str | None:
    return next((words[kind] for kind in types if kind in words), None)


def _salary(salary: Salary, say: Phrases) -> Fields:
    """Pay in words, and in figures where Adzuna has a word for its unit."""
    if salary.unit not in FREQUENCIES:
        return {"salary": pay(salary, say)}
    low, high = (salary.amount, salary.amount) if salary.amount is not None else (salary.min, salary.max)
    return {
        "salary": pay(salary, say),
        "salary_min": _figure(low),
        "salary_max": _figure(high),
        "salary_frequency": salary.unit,
        "salary_currency": salary.currency,
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}"


ADZUNA = Aggregator(
    key="adzuna",
    name="Adzuna",
    root="jobs",
    head=_head,
    fields=_fields,
    required=_required,
    shortest=100,
)
