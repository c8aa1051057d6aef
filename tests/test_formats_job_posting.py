"""schema.org's JobPosting, compared with the posting property by property."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.formats.entry import end_of
from ssg.formats.job_posting import job_posting
from ssg.formats.markup import script_json
from ssg.formats.site_data import breadcrumbs, employer, website
from ssg.model import Body
from tests.formats_entries import ACME, BODY, EN, full_entry, make_entry

SECTIONS = {"responsibilities": ("what you will DO",), "qualifications": ("You bring",)}


def data(**front: Any) -> dict[str, Any]:
    return job_posting(make_entry(**front), BODY, SECTIONS, EN)


def test_every_fact_of_a_posting_stands_in_its_structured_data() -> None:
    found = job_posting(full_entry(), BODY, SECTIONS, EN)
    description = found.pop("description")
    assert found == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Senior Map Engineer",
        "url": "https://example.org/careers/jobs/senior-map-engineer/",
        "datePosted": "2026-11-02",
        "validThrough": "2027-01-31T23:59:59+00:00",
        "jobStartDate": "2027-02-01",
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Acme",
            "url": "https://acme.example",
            "sameAs": ["https://acme.example", "https://www.wikidata.org/wiki/Q42"],
            "logo": "https://example.org/careers/acme.svg",
        },
        "employmentUnit": {"@type": "Organization", "name": "Cartography"},
        "employerOverview": "Makes maps.",
        "industry": "Map making",
        "identifier": {"@type": "PropertyValue", "name": "Acme", "value": "ENG-123"},
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "1 Main Street",
                    "addressLocality": "Seattle",
                    "addressRegion": "WA",
                    "postalCode": "98101",
                    "addressCountry": "US",
                },
            },
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Lisbon",
                    "addressRegion": "Lisboa",
                    "addressCountry": "PT",
                },
            },
        ],
        "employmentType": ["FULL_TIME", "CONTRACTOR"],
        "workHours": "40 a week",
        "totalJobOpenings": 2,
        "occupationalCategory": "15-1252.00",
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "value": {"@type": "QuantitativeValue", "minValue": 170000, "maxValue": 230000, "unitText": "YEAR"},
            "description": "Before tax.",
        },
        "incentiveCompensation": ["A yearly bonus", "Equity"],
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 60},
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "bachelor degree",
        },
        "experienceInPlaceOfEducation": True,
        "skills": ["Go", "Postgres"],
        "eligibilityToWorkRequirement": "A permit to work in the US",
        "responsibilities": "- Draw\n- Measure <twice>",
        "qualifications": "Patience.",
        "jobBenefits": ["Health insurance", "Dental insurance"],
        "directApply": True,
        "applicationContact": {
            "@type": "ContactPoint",
            "name": "The people team",
            "email": "people@acme.example",
            "telephone": "+351 21 000 0000",
        },
    }
    assert description.startswith('<p>Maps &amp; more, see <a href="https://example.org/about/">us</a>.</p>')
    for said in (
        "<p>Pay: $170,000 – $230,000 a year</p>",
        "<p>Before tax.</p>",
        "<p>Skills:</p><ul><li>Go</li><li>Postgres (5+ years)</li></ul>",
        "<li>Call with the people team (30 min)</li>",
        "<p>Hours: 40 a week</p>",
        "<p>Experience: At least 60 months</p>",
        "<p>We hire on skill.</p>",
    ):
        assert said in description


def test_a_posting_that_says_little_gets_nothing_invented() -> None:
    assert data() == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Map Engineer",
        "url": "https://example.org/careers/jobs/map-engineer/",
        "description": data()["description"],
        "datePosted": "2026-11-02",
        "hiringOrganization": data()["hiringOrganization"],
        "employerOverview": "Makes maps.",
        "industry": "Software",
        "responsibilities": "- Draw\n- Measure <twice>",
        "qualifications": "Patience.",
    }


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "2027-01-31T23:59:59+00:00"),
        ("Pacific/Kiritimati", "2027-01-31T23:59:59+14:00"),
        ("Pacific/Pago_Pago", "2027-01-31T23:59:59-11:00"),
        ("Asia/Kathmandu", "2027-01-31T23:59:59+05:45"),
    ],
)
def test_the_last_day_ends_where_the_site_is(zone: str, expected: str) -> None:
    assert _valid_through(date(2027, 1, 31), zone) == expected


@pytest.mark.parametrize(
    ("day", "zone", "expected"),
    [
        # no midnight: 23:59:59 is followed by 01:00
        (date(2021, 3, 27), "Asia/Beirut", "2021-03-27T23:59:59+02:00"),
        # the last hour comes twice: the second one counts
        (date(2021, 10, 30), "Asia/Beirut", "2021-10-30T23:59:59+02:00"),
        # for ever
        (date(9999, 12, 31), "Europe/Lisbon", "9999-12-31"),
    ],
)
def test_odd_last_days_are_told_right(day: date, zone: str, expected: str) -> None:
    assert _valid_through(day, zone) == expected


def _valid_through(day: date, zone: str) -> str:
    entry = replace(make_entry(date_posted=date(2020, 1, 1), valid_through=day), closes_at=end_of(day, ZoneInfo(zone)))
    return str(job_posting(entry, BODY, SECTIONS, EN)["validThrough"])


COUNTRY_US = {"@type": "Country", "name": "United States", "identifier": "US"}
COUNTRY_CA = {"@type": "Country", "name": "Canada", "identifier": "CA"}
STATE_WA = {
    "@type": "State",
    "name": "Washington, United States",
    "identifier": "US-WA",
    "containedInPlace": COUNTRY_US,
}


@pytest.mark.parametrize(
    ("applicants", "expected"),
    [
        ({"countries": ["US"]}, COUNTRY_US),
        ({"countries": ["US", "CA"]}, [COUNTRY_US, COUNTRY_CA]),
        ({"countries": ["US", "CA"], "regions": ["US-WA"]}, [COUNTRY_CA, STATE_WA]),
        (
            {"worldwide": True},
            {
                "@type": "AdministrativeArea",
                "name": "anywhere in the world",
                "sameAs": "https://www.wikidata.org/wiki/Q2",
            },
        ),
    ],
)
def test_remote_work_says_from_where_one_may_apply(applicants: dict[str, Any], expected: Any) -> None:
    found = data(workplace="remote", applicants=applicants)
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"] == expected
    assert "jobLocation" not in found


def test_hybrid_work_is_not_telecommuting() -> None:
    found = data(workplace="hybrid", locations=[{"country": "PT"}], applicants={"countries": ["PT"]})
    assert "jobLocationType" not in found
    assert "applicantLocationRequirements" not in found
    assert found["jobLocation"] == {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "PT"}}


@pytest.mark.parametrize(
    ("salary", "expected"),
    [
        ({"amount": "24.50", "unit": "hour"}, {"value": 24.5, "unitText": "HOUR"}),
        ({"min": 1000, "unit": "month"}, {"minValue": 1000, "unitText": "MONTH"}),
        ({"max": 1000, "unit": "week"}, {"maxValue": 1000, "unitText": "WEEK"}),
        ({"amount": 100, "unit": "day"}, {"value": 100, "unitText": "DAY"}),
    ],
)
def test_pay_is_given_in_json_numbers(salary: dict[str, Any], expected: dict[str, Any]) -> None:
    found = data(salary={"currency": "EUR", **salary})["baseSalary"]
    assert found == {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", **expected},
    }
    assert all(type(n) in (int, float) for k, n in found["value"].items() if k.endswith("alue"))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ({"experience": "none-required"}, {"experienceRequirements": "no requirements"}),
        ({"education": "none-required"}, {"educationRequirements": "no requirements"}),
        (
            {"experience_in_place_of_education": True, "education": "high-school"},
            {"experienceInPlaceOfEducation": None},
        ),
        (
            {"experience_in_place_of_education": True, "education": "none-required", "experience": {"years": 2}},
            {"experienceInPlaceOfEducation": None, "educationRequirements": "no requirements"},
        ),
        (
            {"experience_in_place_of_education": True, "education": "high-school", "experience": "none-required"},
            {"experienceInPlaceOfEducation": None},
        ),
        ({"education": ["bachelor-degree", "none-required"]}, {"educationRequirements": "no requirements"}),
        ({"start": "immediately"}, {"jobImmediateStart": True, "jobStartDate": None}),
        ({"employment_type": "internship"}, {"employmentType": "INTERN"}),
        ({"apply": {"form": "https://forms.example/1"}}, {"directApply": True}),
        ({"apply": {"url": "https://acme.example/apply"}}, {"directApply": None}),
        ({"apply": {"url": "https://acme.example/apply", "direct": True}}, {"directApply": True}),
        (
            {"apply": {"email": "jobs@acme.example"}},
            {"applicationContact": {"@type": "ContactPoint", "email": "jobs@acme.example"}, "directApply": None},
        ),
    ],
)
def test_a_value_has_googles_spelling(front: dict[str, Any], expected: dict[str, Any]) -> None:
    found = data(**front)
    assert {name: found.get(name) for name in expected} == expected


def test_what_the_text_already_says_is_not_said_again() -> None:
    body = Body(html="<p>You write Go on 40 a week.</p>", text="You write Go on 40 a week.")
    entry = make_entry(skills=["Go"], hours="40 a week", benefits=["A week"])
    assert job_posting(entry, body, {}, EN)["description"] == (
        "<p>You write Go on 40 a week.</p>\n<p>We hire on skill.</p>"
    )
    going = Body(html="<p>Going out</p>", text="Going out")
    assert "<p>Skills: Go</p>" in job_posting(make_entry(skills=["Go"]), going, {}, EN)["description"]


class _Scripts(HTMLParser):
    """The texts of a document's scripts, and the names of all its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = st.text(max_size=40) | st.sampled_from(
    ["</script>", "<!--<script>", "]]>", "\u2028", "\ud800", "&lt;", "\\u003c"]
)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_no_text_ends_the_script(first: str, second: str) -> None:
    value = {"a": first + second, second: [first]}
    text = script_json(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", text)
    page = _Scripts()
    page.feed(f'<script type="application/ld+json">{text}</script>')
    page.close()
    assert page.names == ["script"]
    assert page.text == text


def test_the_site_says_what_it_is() -> None:
    assert website("Careers", "https://example.org/", "en", publisher=ACME) == {
        "@context": "https://schema.org/",
        "@type": "WebSite",
        "name": "Careers",
        "url": "https://example.org/",
        "inLanguage": "en",
        "publisher": {
            "@type": "Organization",
            "name": "Acme",
            "url": "https://acme.example",
            "sameAs": ["https://acme.example", "https://www.wikidata.org/wiki/Q42"],
        },
    }
    one = website("Careers", "https://example.org/", "en", publisher=ACME, logo="https://example.org/acme.svg")
    assert one["publisher"]["logo"] == "https://example.org/acme.svg"
    assert employer(ACME)["description"] == "Makes maps."
    trail = breadcrumbs([("Careers", "https://example.org/"), ("Engineer", "https://example.org/jobs/x/")])
    assert [(i["position"], i["name"], i["item"]) for i in trail["itemListElement"]] == [
        (1, "Careers", "https://example.org/"),
        (2, "Engineer", "https://example.org/jobs/x/"),
    ]


DOCS = Path(__file__).parent.parent / "docs/reference/structured-data.md"


def test_the_docs_name_every_property_and_no_other() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", DOCS.read_text(encoding="utf-8").split("###")[0], re.MULTILINE))
    remote = data(workplace="remote", applicants={"countries": ["US"]}, start="immediately")
    emitted = {*job_posting(full_entry(), BODY, SECTIONS, EN), *remote} - {"@context", "@type"}
    assert named == emitted
