"""Headings go down one level at a time.

People who listen to a page move through it by its headings; a level left out looks like a part left out. The title is
the page's only heading of the first level: parts of the text begin with `##`.

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

    #### In the morning

    Make coffee.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "heading-levels"
SEVERITY = Severity.ADVICE
TOP = 2


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text, above = context.text(posting), TOP - 1
    for heading in text.outline.headings:
        marks = "#" * heading.level
        if heading.level < TOP:
            yield text.line_finding(
                f"the heading {quote(heading.text)} has the level of the page's title",
                f"Write `## {heading.text}`",
                heading.line,
            )
        elif heading.level > above + 1:
            yield text.line_finding(
                f"the heading {quote(heading.text)} is `{marks}`, and the one above is {_level(above)}",
                f"Write `{'#' * (above + 1)} {heading.text}`",
                heading.line,
            )
        above = max(heading.level, TOP - 1)


def _level(level: int) -> str:
    return f"`{'#' * level}`" if level >= TOP else "the title"
