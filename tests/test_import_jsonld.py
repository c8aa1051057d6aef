"""JobPosting in web pages: any nesting, every property that has a field, and nothing that is not said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.test_import_text import front_matter, imported

POSTING: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Senior Engineer &amp; Architect",
    "description": "<p>Build the <b>search</b>.</p><h1>You will</h1><ul><li>Index</li><li>Rank</li></ul>"
    "<script>x</script>",
    "datePosted": "2026-11-02T10:00:00Z",
    "validThrough": "2027-01-31T23:59:59+01:00",
    "hiringOrganization": {"@type": "Organization", "name": "Example", "sameAs": "https://example.com"},
    "employmentType": ["FULL_TIME", "CONTRACTOR"],
    "jobLocation": [
        {"@type": "Place", "address": {"addressLocality": "Lisbon", "addressRegion": "Lisboa", "addressCountry": "PT"}},
        {"@type": "Place", "address": {"addressLocality": "Porto", "addressCountry": {"name": "Portugal"}}},
    ],
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "minValue": 60000, "maxValue": "75000.00", "unitText": "YEAR"},
    },
    "identifier": {"@type": "PropertyValue", "name": "Example", "value": "ENG-7"},
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 60},
    "educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"},
    "experienceInPlaceOfEducation": True,
    "skills": ["Go", {"@type": "DefinedTerm", "name": "PostgreSQL"}],
    "jobBenefits": "Health insurance, Lunch",
    "url": "https://example.com/jobs/7",
    "directApply": True,
    "totalJobOpenings": 2,
}

FIELDS = {
    "title": "Senior Engineer & Architect",
    "date_posted": "2026-11-02",
    "valid_through": "2027-01-31",
    "company": "example",
    "employment_type": ["full-time", "contract"],
    "locations": [{"city": "Lisbon", "region": "Lisboa", "country": "PT"}, {"city": "Porto", "country": "PT"}],
    "salary": {"min": 60000, "max": 75000, "currency": "EUR", "unit": "year"},
    "benefits": ["Health insurance", "Lunch"],
    "skills": ["Go", "PostgreSQL"],
    "experience": {"years": 5},
    "education": "bachelor-degree",
    "experience_in_place_of_education": True,
    "openings": 2,
    "identifier": "ENG-7",
    "apply": {"url": "https://example.com/jobs/7", "direct": True},
}


def page(*blocks: object) -> str:
    scripts = "".join(f'<script type="application/ld+json">{_safe(block)}</script>' for block in blocks)
    return f"<!doctype html><html><head><title>Jobs</title>{scripts}</head><body>Text</body></html>"


def _safe(block: object) -> str:
    return json.dumps(block).replace("</", "<\\/")


def test_every_property_that_has_a_field_is_taken() -> None:
    posting = imported(page(POSTING), "job.html")
    assert front_matter(posting) == FIELDS
    assert posting.report.guessed == ()
    assert posting.body == "Build the **search**.\n\n## You will\n\n- Index\n- Rank\n"


def test_a_posting_is_found_in_any_nesting() -> None:
    nested = {
        "@graph": [
            {"@type": "WebPage", "mainEntity": [{"@type": ["Thing", "https://schema.org/JobPosting"]} | _bare()]}
        ]
    }
    for text in (page({"@type": "Organization"}, nested), json.dumps([nested]), page([[nested]])):
        assert imported(text).title == "Cook"


def test_remote_work_keeps_the_countries_one_may_apply_from() -> None:
    posting = imported(
        page(
            _bare()
            | {
                "@type": "JobPosting",
                "jobLocationType": "TELECOMMUTE",
                "applicantLocationRequirements": [
                    {"@type": "Country", "name": "US"},
                    {"@type": "Country", "name": "Kanada"},
                    {"@type": "State", "name": "US-WA"},
                ],
            }
        )
    )
    fields = front_matter(posting)
    assert fields["workplace"] == "remote"
    assert fields["applicants"] == {"countries": ["US", "CA"], "regions": "US-WA"}


def test_what_is_not_said_is_not_in_the_file() -> None:
    """No pay without a unit, no closing day, no type; a day that is not said makes a draft."""
    posting = imported(
        page(
            {
                "@type": "JobPosting",
                "title": "Cook",
                "description": "Cook.",
                "hiringOrganization": "Example",
                "baseSalary": {"currency": "EUR", "value": {"value": 60000}},
                "experienceRequirements": "Mid",
            }
        )
    )
    fields = front_matter(posting)
    assert fields == {"title": "Cook", "date_posted": "2026-11-20", "status": "draft", "company": "example"}
    assert "date_posted" in posting.report.missing
    assert any("the source does not say the day" in note for note in posting.report.notes)
    assert 'experienceRequirements: "Mid" is text: write it as `experience` if it fits' in posting.report.notes


def test_a_company_that_the_site_does_not_have_makes_a_draft_and_says_what_to_add() -> None:
    posting = imported(page(_bare() | {"@type": "JobPosting", "hiringOrganization": {"name": "Nordwind, Inc."}}))
    assert front_matter(posting)["status"] == "draft"
    assert "company" not in front_matter(posting)
    assert any('add `nordwind: {name: "Nordwind, Inc."}` under `companies`' in note for note in posting.report.notes)


def _bare() -> dict[str, Any]:
    return {"title": "Cook", "description": "Cook.", "datePosted": "2026-11-01", "hiringOrganization": "Example"}


def taken(**changes: Any) -> dict[str, Any]:
    """What is written of the posting with some of its properties written otherwise."""
    return front_matter(imported(page(POSTING | changes)))


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        ("12,50", "14,00", "HOUR", {"min": 12.5, "max": 14, "currency": "EUR", "unit": "hour"}),
        ("45.000", "55.000,00", "Jahr", {"min": 45000, "max": 55000, "currency": "EUR", "unit": "year"}),
        (31200.5, "48 000", "year", {"min": 31200.5, "max": 48000, "currency": "EUR", "unit": "year"}),
        (None, "14.50", "per hour", {"max": 14.5, "currency": "EUR", "unit": "hour"}),
    ],
)
def test_figures_are_read_as_they_are_meant(low: Any, high: Any, unit: str, expected: dict[str, Any]) -> None:
    value = {"@type": "QuantitativeValue", "minValue": low, "maxValue": high, "unitText": unit}
    assert taken(baseSalary={"currency": "EUR", "value": value})["salary"] == expected


def test_pay_without_its_unit_is_left_out_and_reported() -> None:
    posting = imported(page(POSTING | {"baseSalary": "50000", "salaryCurrency": "USD"}))
    assert "salary" not in front_matter(posting)
    assert "baseSalary: figure, currency and unit are not all said, so it was left out" in posting.report.notes


def test_wrong_values_of_the_place_of_work_say_what_they_say() -> None:
    assert taken(jobLocationType="HYBRID")["workplace"] == "hybrid"
    assert taken(jobLocationType="ON_SITE")["workplace"] == "on-site"


def test_addresses_of_mere_text_stand_beside_the_others() -> None:
    places = [POSTING["jobLocation"][1], {"@type": "Place", "address": "Lisbon, Portugal"}, "Braga, Portugal"]
    assert [place["city"] for place in taken(jobLocation=places)["locations"]] == ["Porto", "Braga", "Lisbon"]


def test_a_state_by_its_name_is_a_region_of_its_country() -> None:
    allowed = [{"@type": "Country", "name": "USA"}, {"@type": "State", "name": "California"}]
    fields = taken(jobLocationType="TELECOMMUTE", applicantLocationRequirements=allowed)
    assert fields["applicants"] == {"countries": ["US"], "regions": "US-CA"}


def test_a_day_that_is_not_iso_counts_only_when_it_can_be_one_day() -> None:
    assert taken(datePosted="31.10.2026")["date_posted"] == "2026-10-31"
    assert taken(datePosted="Nov 2, 2026")["date_posted"] == "2026-11-02"
    assert taken(datePosted="1/11/2026")["status"] == "draft"


def test_a_page_without_structured_data_is_read_without_its_frame() -> None:
    html = (
        "<!doctype html><html><body><nav><a href='/'>Home</a></nav><main><h1>Cook</h1><p>Porto, Portugal</p>"
        "<h2>What you will do</h2><ul><li>Cook rice</li></ul></main><footer>Imprint</footer></body></html>"
    )
    posting = imported(html)
    assert posting.title == "Cook"
    assert posting.body == "## What you will do\n\n- Cook rice\n"
