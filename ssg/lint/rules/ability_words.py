"""A posting does not shut out people with a disability.

Name what is to be done, not the body or the mind that does it, and leave illness out of figures of speech. The words
are in `ssg/lint/data/wording_LANGUAGE.yaml`.

Passes:

    ---
    title: Warehouse Clerk
    ---
    You carry boxes of up to 15 kg; a lift truck is at hand.

Fails:

    ---
    title: Warehouse Clerk
    ---
    You are physically fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.wording import wording_findings
from ssg.model import Posting

ID = "ability-words"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    return wording_findings(posting, context, ID)
