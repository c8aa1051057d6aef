"""The nouns of a careers site: frozen pydantic models, each field documented where it is defined."""

from ssg.model.base import Noun
from ssg.model.body import Body, Section
from ssg.model.company import Company
from ssg.model.posting import (
    Applicants,
    Apply,
    Contact,
    Experience,
    FrontMatter,
    InterviewStep,
    LintOptions,
    Location,
    Posting,
    Salary,
    Skill,
)

__all__ = [
    "Applicants",
    "Apply",
    "Body",
    "Company",
    "Contact",
    "Experience",
    "FrontMatter",
    "InterviewStep",
    "LintOptions",
    "Location",
    "Noun",
    "Posting",
    "Salary",
    "Section",
    "Skill",
]
