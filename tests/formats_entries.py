"""Entries for the tests of the formats: one posting with every fact, and small ones made from it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from ssg import l10n
from ssg.formats import PhraseBook
from ssg.formats.entry import Entry, FeedInfo, Version, end_of
from ssg.model import Body, Company, Posting, Section

UPDATED = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
LISBON = ZoneInfo("Europe/Lisbon")
STRINGS = Path(__file__).parent.parent / "themes/base/strings"
BOOK = PhraseBook(
    {name: yaml.safe_load((STRINGS / f"{name}.yaml").read_text(encoding="utf-8")) for name in l10n.LANGUAGES}
)
"""The base theme's words."""
EN = BOOK.english

FULL: dict[str, Any] = {
    "title": "Senior Map Engineer",
    "date_posted": date(2026, 11, 2),
    "valid_through": date(2027, 1, 31),
    "summary": "Draw maps that hold still.",
    "department": "Cartography",
    "employment_type": ["full-time", "contract"],
    "workplace": "hybrid",
    "locations": [
        {"city": "Seattle", "region": "WA", "country": "US", "street": "1 Main Street", "postal_code": "98101"},
        {"city": "Lisbon", "region": "Lisboa", "country": "PT"},
    ],
    "salary": {"min": 170000, "max": 230000, "currency": "USD", "unit": "year", "note": "Before tax."},
    "equity": True,
    "incentives": "A yearly bonus",
    "benefits": ["Health insurance", "Dental insurance"],
    "skills": ["Go", {"name": "Postgres", "years": 5}],
    "experience": {"months": 60},
    "education": "bachelor-degree",
    "experience_in_place_of_education": True,
    "interview": [{"step": "Call with the people team", "minutes": 30}, "Day on site"],
    "travel": "Some, to Seattle",
    "start": date(2027, 2, 1),
    "hours": "40 a week",
    "openings": 2,
    "identifier": "ENG-123",
    "industry": "Map making",
    "occupation": ["15-1252.00"],
    "eligibility": "A permit to work in the US",
    "apply": {"url": "https://acme.example/apply", "direct": True},
    "contact": {"name": "The people team", "email": "people@acme.example", "phone": "+351 21 000 0000"},
}
ACME = Company(
    name="Acme",
    url="https://acme.example",
    about="Makes maps.",
    same_as=("https://www.wikidata.org/wiki/Q42",),
    industry="Software",
)
TASKS = "<ul>\n<li>Draw</li>\n<li>Measure &lt;twice&gt;</li>\n</ul>\n"
HTML = (
    '<p>Maps &amp; more, see <a href="/about/">us</a>.</p>\n<h2 id="h-do">What you will do</h2>\n'
    f"{TASKS}<h2>You bring:</h2>\n<p>Patience.</p>\n"
)
BODY = Body(
    html=HTML,
    text="Maps & more, see us.\nWhat you will do\nDraw\nMeasure <twice>\nYou bring:\nPatience.",
    sections=(
        Section("What you will do", 2, HTML.index(TASKS), HTML.index(TASKS) + len(TASKS)),
        Section("You bring:", 2, HTML.index("<p>Patience"), len(HTML)),
    ),
)
FEED = FeedInfo(
    title="Careers at Acme",
    home="https://example.org/careers/",
    url="https://example.org/careers/feed.xml",
    language="en",
    updated=UPDATED,
    description="Build maps with us.",
)


def make_posting(slug: str = "map-engineer", **front: Any) -> Posting:
    """A posting with a title and a date, and what the test gives it."""
    fields = {"title": "Map Engineer", "date_posted": date(2026, 11, 2), "language": "en", "company": "acme", **front}
    return Posting(slug=slug, path=f"content/postings/{slug}.md", digest="d1", source=slug, **fields)


def make_entry(slug: str = "map-engineer", *, company: Company = ACME, language: str = "en", **front: Any) -> Entry:
    """The entry of `make_posting`, in a site at https://example.org/careers/ on Lisbon's time."""
    posting = make_posting(slug, **front)
    url = f"https://example.org/careers/jobs/{slug}/"
    return Entry(
        posting=posting,
        company=company,
        id=url,
        first_slug=slug,
        url=url,
        apply=(posting.apply.url if posting.apply else None) or "mailto:jobs@acme.example",
        life="open",
        digest=posting.digest,
        posted_at=datetime.combine(posting.date_posted, time(), tzinfo=LISBON),
        updated=UPDATED,
        language=language,
        closes_at=end_of(posting.valid_through, LISBON) if posting.valid_through else None,
        markdown=f"{url}index.md",
        logo="https://example.org/careers/acme.svg",
        email="jobs@acme.example",
        equal_opportunities="We hire on skill.",
        versions=(Version("en", url), Version("pt", url.replace("jobs/", "pt/jobs/"))),
    )


def full_entry(slug: str = "senior-map-engineer", **front: Any) -> Entry:
    return make_entry(slug, **{**FULL, **front})
