"""A posting names people of every gender.

"Salesman", "Putzfrau" and "he" name one gender. The words, each with one for everybody, are in
`ssg/lint/data/wording_LANGUAGE.yaml`.

Passes:

    ---
    title: Salesperson
    ---
    You visit our customers.

Fails:

    ---
    title: Salesman
    ---
    He visits our customers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.wording import wording_findings
from ssg.model import Posting

ID = "gendered-roles"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    return wording_findings(posting, context, ID)
