"""JobPosting in web pages: any nesting, every property that has a field, and nothing that is not said."""

from __future__ import annotations

import json
from typing import Any

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
