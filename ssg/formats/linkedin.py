"""LinkedIn's feed of basic jobs. https://learn.microsoft.com/en-us/linkedin/talent/job-postings/xml-feeds-development-guide"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ssg import l10n
from ssg.formats.entry import FeedInfo
from ssg.formats.listing import Aggregator, Fields, Listing, american, rfc_822, shortened, simple_html
from ssg.formats.phrases import Phrases
from ssg.model import Location, Salary

JOB_TYPES = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACT",
    "internship": "INTERNSHIP",
    "volunteer": "VOLUNTEER",
}
PERIODS = {"hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
WORKPLACES = {"on-site": "On-site", "hybrid": "Hybrid", "remote": "Remote"}
REQUIRED = ("partnerJobId", "company", "title", "description", "applyUrl", "location", "posterEmail")
HTML = frozenset("b strong u i br p ul li".split())
INSTEAD = {
    "em": ("<i>", "</i>"),
    "ol": ("<ul>", "</ul>"),
    "tr": ("<p>", "</p>"),
    "td": ("", " "),
    "th": ("", " "),
    "pre": ("<p>", "</p>"),
    **{f"h{level}": ("<p><strong>", "</strong></p>") for level in range(1, 7)},
}
LONGEST_ID = 40


def _head(feed: FeedInfo, jobs: int) -> Fields:
    return {
        "lastBuildDate": rfc_822(feed),
        "publisherUrl": feed.home,
        "publisher": feed.title,
        "expectedJobCount": str(jobs),
    }


def _required(listing: Listing) -> Sequence[str]:
    return REQUIRED


def _fields(listing: Listing, text: str, say: Phrases) -> Fields:
    entry, p, at = listing.entry, listing.entry.posting, listing.place
    types = [JOB_TYPES[kind] for kind in p.employment_type if kind in JOB_TYPES]
    return {
        "partnerJobId": shortened(listing.reference, LONGEST_ID),
        "company": entry.company.name,
        "title": p.title,
        "description": text,
        "applyUrl": entry.apply if entry.apply.startswith("http") else entry.url,
        "location": place(at) if at else "",
        "city": at.city if at else None,
        "state": at.region if at else None,
        "country": at.country if at else None,
        "postalCode": at.postal_code if at else None,
        "posterEmail": entry.email,
        "workplaceTypes": WORKPLACES[p.workplace] if p.workplace else None,
        "experienceLevel": "INTERNSHIP" if "internship" in p.employment_type else None,
        "jobtype": types[0] if types else None,
        "salaries": _salaries(p.salary) if p.salary else None,
        "listDate": american(p.date_posted),
        "expirationDate": american(p.valid_through),
    }


def place(at: Location) -> str:
    """`Seattle, WA` in the United States, `Lisbon, Portugal` elsewhere; the country alone for remote work."""
    country = l10n.country(at.country, "en")
    if not at.city:
        return country
    return f"{at.city}, {at.region}" if at.country == "US" and at.region else f"{at.city}, {country}"


def _salaries(salary: Salary) -> Fields | None:
    """None for figures that are not whole: LinkedIn takes no others, and the description says them."""
    low, high = (salary.amount, salary.amount) if salary.amount is not None else (salary.min, salary.max)
    if any(end is not None and end != end.to_integral_value() for end in (low, high)):
        return None
    return {
        "salary": {
            "highEnd": _end(high, salary.currency),
            "lowEnd": _end(low, salary.currency),
            "period": PERIODS[salary.unit],
            "type": "BASE_SALARY",
        }
    }


def _end(value: Decimal | None, currency: str) -> Fields | None:
    return None if value is None else {"amount": f"{value:.0f}", "currencyCode": currency}


LINKEDIN = Aggregator(
    key="linkedin",
    name="LinkedIn",
    root="source",
    head=_head,
    fields=_fields,
    required=_required,
    text=simple_html(HTML, INSTEAD),
    shortest=100,
)
