"""A posting's text says more than its title.

Search engines refuse a description that is the same as the title.
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
    Barista.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.text import WORD
from ssg.model import Posting

ID = "description-is-title"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    title = WORD.findall(posting.title.casefold())
    if text.length <= len(posting.title) and WORD.findall(text.prose.casefold()) == title:
        yield text.line_finding(
            "the text only repeats the title", "Write what the work is and what it asks for", _first_line(text.prose)
        )


def _first_line(body: str) -> int:
    return next((n for n, line in enumerate(body.split("\n"), start=1) if line.strip()), 1)
