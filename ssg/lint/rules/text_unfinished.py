"""A posting that is open has a finished text.

Looked for are the lines that `ssg new` begins a text with, `TODO` and `TBD`, filler such as "Lorem ipsum", and brackets
left to be filled in, as in "[company]". Drafts are left alone.

Passes:

    ---
    title: Barista
    ---
    You make coffee in our shop at the station.

Fails:

    ---
    title: Barista
    ---
    What the team does, and why this job is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.content.begun import EMPTY_ITEM, FIRST_LINES
from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting
from ssg.site import Life

ID = "text-unfinished"
SEVERITY = Severity.WARNING
LIVES: frozenset[Life] = frozenset({"scheduled", "open", "closing"})

_BLANKS = (
    "company|company name|name|title|job title|role|location|city|date|pay|firma|ort"
    r"|insert[^\]]{0,40}|your[^\]]{0,40}"
)
_UNFINISHED = tuple(
    (marks, re.compile(pattern, re.MULTILINE))
    for marks, pattern in (
        ((FIRST_LINES,), re.escape(FIRST_LINES)),
        ((EMPTY_ITEM,), rf"^[ \t]*{re.escape(EMPTY_ITEM)}[ \t]*$"),
        (("TODO", "TBD", "FIXME", "XXX"), r"\b(?:TODO|TBD|FIXME|XXX+)\b"),  # "todo" is a word in Portuguese
        (("orem ipsum",), r"\b[Ll]orem ipsum\b"),
        (("[",), rf"\[(?i:{_BLANKS})\](?![(\[:])"),
        (("<",), rf"<(?i:{_BLANKS})>"),
    )
)
"""What is looked for, each with marks without one of which it cannot be there."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    body = text.source.body
    patterns = (pattern for marks, pattern in _UNFINISHED if any(mark in body for mark in marks))
    found = min((match for pattern in patterns if (match := pattern.search(body))), key=re.Match.start, default=None)
    if found:
        message = f"the text still says {quote(found.group())}"
        yield text.body_finding(message, "Write what belongs there, or take it out", found.start())
