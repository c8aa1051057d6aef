"""A posting does not speak of age.

"Young team" and "digital native" tell people what they are expected to be, not what they are expected to do; in many
countries the law forbids it. The words are in `ssg/lint/data/wording_LANGUAGE.yaml`.

Passes:

    ---
    title: Designer
    ---
    We are a team of five that ships every week.

Fails:

    ---
    title: Designer
    ---
    We are a young, dynamic team.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.wording import wording_findings
from ssg.model import Posting

ID = "age-words"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    return wording_findings(posting, context, ID)
