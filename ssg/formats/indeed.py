"""Indeed's job feed. https://docs.indeed.com/indeed-apply/xml-feed"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ssg import l10n
from ssg.formats.entry import FeedInfo, midnight, stamp
from ssg.formats.listing import Aggregator, Fields, Listing, one_a_country_if_remote, rfc_822, simple_html, with_source
from ssg.formats.phrases import Phrases
from ssg.model import Experience, Salary

JOB_TYPES = {
    "full-time": "fulltime",
    "part-time": "parttime",
    "contract": "contract",
    "temporary": "temporary",
    "internship": "internship",
    "volunteer": "volunteer",
}
REMOTE_TYPES = {"remote": "Fully remote", "hybrid": "Hybrid remote"}
REQUIRED = ("title", "date", "referencenumber", "requisitionid", "url", "company", "sourcename", "city")
PLACED = ("state", "country")
HTML = frozenset("b br em h1 h2 h3 h4 h5 h6 li p strong table tbody td th thead tr ul".split())


def _head(feed: FeedInfo, jobs: int) -> Fields:
    return {"publisher": feed.title, "publisherurl": feed.home, "lastBuildDate": rfc_822(feed)}


def _required(listing: Listing) -> Sequence[str]:
    """Remote work has no state: its city is `Remote`."""
    place = PLACED[1:] if listing.entry.posting.remote else PLACED
    return (*REQUIRED, *place, "description")


def _fields(listing: Listing, text: str, say: Phrases) -> Fields:
    entry, p = listing.entry, listing.entry.posting
    return {
        "title": p.title,
        "date": stamp(midnight(p.date_posted)),
        "referencenumber": listing.reference,
        "requisitionid": p.identifier or entry.first_slug,
        "url": with_source(entry.url, "Indeed"),
        "company": entry.company.name,
        "sourcename": entry.company.name,
        **_place(listing),
        "email": entry.email or None,
        "description": text,
        "salary": pay(p.salary) if p.salary else None,
        "education": l10n.joined((say[f"education.{level}"] for level in p.education), "en", "or") or None,
        "jobtype": ", ".join(JOB_TYPES[kind] for kind in p.employment_type if kind in JOB_TYPES) or None,
        "category": p.department,
        "experience": experience(p.experience, say) if p.experience else None,
        "expirationdate": p.valid_through.isoformat() if p.valid_through else None,
        "remotetype": REMOTE_TYPES.get(p.workplace or ""),
        "lastactivitydate": stamp(entry.updated),
    }


def _place(listing: Listing) -> Fields:
    at = listing.place
    country = at.country if at else ""
    if listing.entry.posting.remote:
        return {"city": "Remote", "state": "", "country": country, "postalcode": ""}
    city, region = (at.city or "", at.region or "") if at else ("", "")
    street, code = (at.street, at.postal_code) if at else (None, None)
    return {"city": city, "state": region, "country": country, "postalcode": code, "streetaddress": street}


def experience(experience: Experience, say: Phrases) -> str:
    """`5+ years`, `18+ months`."""
    months = experience.in_months
    if not months:
        return say["none_required"]
    return f"{months}+ months" if months % 12 else say.counted("years", months // 12)


def pay(salary: Salary) -> str:
    """`$170000 - $230000 per year`: symbol and period always, no thousands mark."""
    unit = f"per {salary.unit}"
    if salary.amount is not None:
        return f"{_amount(salary.amount, salary.currency)} {unit}"
    low, high = (_amount(end, salary.currency) if end is not None else "" for end in (salary.min, salary.max))
    if low and high:
        return f"{low} - {high} {unit}"
    return f"From {low} {unit}" if low else f"Up to {high} {unit}"


def _amount(value: Decimal, currency: str) -> str:
    symbol = l10n.currency_symbol(currency, "en")
    digits = f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}"
    return f"{symbol}{' ' if symbol.isalpha() else ''}{digits}"


INDEED = Aggregator(
    key="indeed",
    name="Indeed",
    root="source",
    head=_head,
    fields=_fields,
    required=_required,
    text=simple_html(HTML, {"ol": ("<ul>", "</ul>")}),
    places=one_a_country_if_remote,
)
