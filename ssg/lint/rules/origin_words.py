"""A posting asks what people can do, not where they come from.

"Native speaker" excludes people who speak the language as well as any; in many countries the law forbids it. The words
are in `ssg/lint/data/wording_LANGUAGE.yaml`.

Passes:

    ---
    title: Editor
    ---
    You write English at level C2.

Fails:

    ---
    title: Editor
    ---
    You are a native speaker of English.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.wording import wording_findings
from ssg.model import Posting

ID = "origin-words"
SEVERITY = Severity.ADVICE


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    return wording_findings(posting, context, ID)
