"""A posting says what the work is like and not what tribe does it.

"Ninja", "work hard, play hard" and "like a family" describe a crowd; readers who do not see themselves in it stop
there. The words are in `ssg/lint/data/wording_LANGUAGE.yaml`.

Passes:

    ---
    title: Developer
    ---
    We release every week, and nobody is on call twice in a month.

Fails:

    ---
    title: Developer
    ---
    You are a JavaScript ninja in a fast-paced start-up.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.wording import wording_findings
from ssg.model import Posting

ID = "culture-words"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    return wording_findings(posting, context, ID)
