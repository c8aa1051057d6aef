"""`experience_in_place_of_education` needs both of the things it compares.

Search engines refuse it unless the posting says how much experience and which education it asks for.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting
(`experienceInPlaceOfEducation`)

Passes:

    ---
    title: Analyst
    education: bachelor-degree
    experience: {years: 3}
    experience_in_place_of_education: true
    ---

Fails:

    ---
    title: Analyst
    experience: {years: 3}
    experience_in_place_of_education: true
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, listing
from ssg.model import Posting

ID = "education-without-experience"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    needed = {"education: bachelor-degree": posting.education, "experience: {years: 3}": posting.experience}
    missing = [f"`{example}`" for example, value in needed.items() if not value]
    if posting.experience_in_place_of_education and missing:
        yield Finding(
            "`experience_in_place_of_education` is true, and the posting does not name both education and experience",
            f"Add {listing(missing)}, or leave `experience_in_place_of_education` out",
            field=("experience_in_place_of_education",),
        )
