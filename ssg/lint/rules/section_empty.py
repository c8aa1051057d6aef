"""A heading has a text below it.

An empty part of a posting is a promise forgotten. A heading followed by one of a lower level is fine.

Passes:

    ---
    title: Barista
    ---
    ## What you will do

    ### In the morning

    Make coffee.

Fails:

    ---
    title: Barista
    ---
    ## What you will do

    ## What we offer

    Coffee.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "section-empty"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    headings = text.outline.headings
    lines = text.lines[text.source.body_line - 1 :]
    for heading, after in zip_longest(headings, headings[1:]):
        below = lines[heading.line : after.line - 1 if after else None]
        deeper = after is not None and after.level > heading.level
        if not deeper and not any(line.strip(" \t=-") for line in below):
            yield text.line_finding(
                f"nothing stands below the heading {quote(heading.text)}",
                "Write the part, or delete its heading",
                heading.line,
            )
