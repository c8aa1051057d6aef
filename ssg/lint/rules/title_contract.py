"""A title names the job, not the kind of contract.

Search engines take the contract from `employment_type`; in the title it narrows what the posting is found by. Words
that belong to a job's name, as in "Contract Manager", are left alone.

Passes:

    ---
    title: Contract Manager
    employment_type: part-time
    ---

Fails:

    ---
    title: Nurse (part-time)
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.titles import instead
from ssg.model import Posting

ID = "title-contract"
SEVERITY = Severity.WARNING

_KIND = (
    r"(?:full|part)[ -]?time|permanent|fixed[ -]term|freelance|contract|temporary|temp|vollzeit|teilzeit|unbefristet"
    r"|befristet|minijob|cdi|cdd|temps (?:plein|partiel)|tempo (?:inteiro|parcial|integral)"
    r"|(?:tiempo|jornada) (?:completo|completa|parcial)"
)
_CONTRACT = re.compile(
    rf"[(\[]\s*({_KIND})\b[^)\]]*[)\]]|(?:[-–—|,/·]|(?<=\))|\bin\b)\s*({_KIND})(?:\s*\d{{1,3}}\s?%)?\s*$", re.IGNORECASE
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if match := _CONTRACT.search(posting.title):
        hint = instead(posting.title, *match.span(), "the contract stands in `employment_type`")
        said = quote(match[1] or match[2])
        yield Finding(f"the title {quote(posting.title)} names the contract: {said}", hint, field=("title",))
