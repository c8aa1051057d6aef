"""A posting as schema.org's JobPosting (release 30): docs/reference/structured-data.md has the table of this map.

Rules: https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ssg.config import SectionName
from ssg.formats.description import description
from ssg.formats.entry import Entry
from ssg.formats.markup import plain
from ssg.formats.organization import organization
from ssg.formats.phrases import Phrases
from ssg.formats.places import applicant_locations, job_location
from ssg.formats.values import number, one_or_many, valid_through, without_empty
from ssg.model import Body, Experience, Salary

Sections = Mapping[SectionName, tuple[str, ...]]
"""Headings of the body by the property that their text fills: `config.sections`."""

EMPLOYMENT_TYPES = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
    "volunteer": "VOLUNTEER",
    "per-diem": "PER_DIEM",
    "other": "OTHER",
}
EDUCATION = {
    "high-school": "high school",
    "associate-degree": "associate degree",
    "bachelor-degree": "bachelor degree",
    "professional-certificate": "professional certificate",
    "postgraduate-degree": "postgraduate degree",
}
NONE_REQUIRED = "no requirements"


def job_posting(entry: Entry, body: Body, sections: Sections, say: Phrases) -> dict[str, Any]:
    """The whole JSON-LD of an open posting. What the posting does not say is left out, nothing is invented."""
    return without_empty(
        {
            "@context": "https://schema.org/",
            "@type": "JobPosting",
            "title": entry.posting.title,
            "url": entry.url,
            "description": description(entry, body, say),
            **_dates(entry),
            **_employer(entry),
            **_place(entry, say),
            **_terms(entry),
            **_pay(entry, say),
            **_demands(entry),
            **_sections(entry, body, sections),
            **_applying(entry),
        }
    )


def _dates(entry: Entry) -> dict[str, Any]:
    p = entry.posting
    return {
        "datePosted": p.date_posted.isoformat(),
        "validThrough": valid_through(entry),
        "jobStartDate": p.start_date.isoformat() if p.start_date else None,
        "jobImmediateStart": True if p.start == "immediately" else None,
    }


def _employer(entry: Entry) -> dict[str, Any]:
    p, company = entry.posting, entry.company
    return {
        "hiringOrganization": organization(company, entry.logo),
        "employmentUnit": {"@type": "Organization", "name": p.department} if p.department else None,
        "employerOverview": company.about,
        "industry": p.industry or company.industry,
        "identifier": _identifier(company.name, p.identifier) if p.identifier else None,
    }


def _identifier(name: str, value: str) -> dict[str, Any]:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _place(entry: Entry, say: Phrases) -> dict[str, Any]:
    """TELECOMMUTE is for work that is remote all of the time: hybrid work has its places alone."""
    return {
        "jobLocation": one_or_many(job_location(entry)),
        "jobLocationType": "TELECOMMUTE" if entry.posting.remote else None,
        "applicantLocationRequirements": one_or_many(applicant_locations(entry, say)),
    }


def _terms(entry: Entry) -> dict[str, Any]:
    p = entry.posting
    return {
        "employmentType": one_or_many(dict.fromkeys(EMPLOYMENT_TYPES[kind] for kind in p.employment_type)),
        "workHours": p.hours,
        "totalJobOpenings": p.openings,
        "occupationalCategory": one_or_many(p.occupation),
    }


def _pay(entry: Entry, say: Phrases) -> dict[str, Any]:
    p = entry.posting
    extras = [p.incentives, say["equity_label"] if p.equity else None]
    return {
        "baseSalary": _base_salary(p.salary) if p.salary else None,
        "incentiveCompensation": one_or_many(text for text in extras if text),
    }


def _base_salary(salary: Salary) -> dict[str, Any]:
    value = {
        "@type": "QuantitativeValue",
        "value": salary.amount,
        "minValue": salary.min,
        "maxValue": salary.max,
        "unitText": salary.unit.upper(),
    }
    return without_empty(
        {
            "@type": "MonetaryAmount",
            "currency": salary.currency,
            "value": {k: number(v) if isinstance(v, Decimal) else v for k, v in value.items() if v is not None},
            "description": salary.note,
        }
    )


def _demands(entry: Entry) -> dict[str, Any]:
    p = entry.posting
    education = _education(p.education)
    asked = education not in (None, NONE_REQUIRED) and p.experience is not None and p.experience.in_months > 0
    return {
        "experienceRequirements": _experience(p.experience) if p.experience else None,
        "educationRequirements": education,
        "experienceInPlaceOfEducation": p.experience_in_place_of_education if asked else None,
        "skills": one_or_many(dict.fromkeys(skill.name for skill in p.skills)),
        "eligibilityToWorkRequirement": p.eligibility,
    }


def _experience(experience: Experience) -> Any:
    if not experience.in_months:
        return NONE_REQUIRED
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": experience.in_months}


def _education(levels: Sequence[str]) -> Any:
    """The levels, or that none is needed: a list that has that too asks for nothing."""
    return NONE_REQUIRED if "none-required" in levels else one_or_many(map(_credential, levels))


def _credential(level: str) -> dict[str, Any]:
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": EDUCATION[level]}


def _sections(entry: Entry, body: Body, sections: Sections) -> dict[str, Any]:
    """What stands under the headings that site.yaml names; skills and benefits of the front matter come first."""
    p = entry.posting
    found: dict[str, Any] = {
        "responsibilities": section_text(body, sections.get("responsibilities", ())),
        "qualifications": section_text(body, sections.get("qualifications", ())),
        "jobBenefits": one_or_many(p.benefits) or section_text(body, sections.get("benefits", ())),
    }
    if not p.skills:
        found["skills"] = section_text(body, sections.get("skills", ()))
    return found


def section_text(body: Body, headings: Sequence[str]) -> str | None:
    """The plain text of the body's sections under any of the headings, whatever their case; None when there is none."""
    wanted = {_folded(heading) for heading in headings}
    texts = [plain(body.inner(section)) for section in body.sections if _folded(section.heading) in wanted]
    return "\n".join(text for text in texts if text) or None


@lru_cache(1024)
def _folded(heading: str) -> str:
    """A heading for comparing: case, spacing and a colon at its end do not count."""
    return " ".join(heading.replace("’", "'").casefold().split()).rstrip(" :")


def _applying(entry: Entry) -> dict[str, Any]:
    p = entry.posting
    return {
        "directApply": True if p.apply and (p.apply.direct or p.apply.form) else None,
        "applicationContact": _contact_point(entry),
    }


def _contact_point(entry: Entry) -> dict[str, Any] | None:
    """Who answers: the posting's contact, else where applications are sent."""
    contact, apply = entry.posting.contact, entry.posting.apply
    if contact:
        known = without_empty({"name": contact.name, "email": contact.email, "telephone": contact.phone})
    else:
        known = without_empty({"email": apply.email if apply else None})
    return {"@type": "ContactPoint", **known} if known else None
