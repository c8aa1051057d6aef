"""A posting has a text below its fields.

Search engines require a description, and the fields alone tell nobody what the work is.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`description`)

Passes:

    ---
    title: Barista
    ---
    You make coffee in our shop at the station.

Fails:

    ---
    title: Barista
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "description-missing"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    source = context.text(posting).source
    if not source.body.strip():
        yield Finding(
            "nothing stands below the fields",
            "Write below the second `---` what the work is and what it asks for",
            line=source.body_line - 1,
        )
