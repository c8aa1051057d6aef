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
_UNFINISHED = re.compile(
    rf"{re.escape(FIRST_LINES)}|^[ \t]*{re.escape(EMPTY_ITEM)}[ \t]*$|\b(?:TODO|TBD|FIXME|XXX+)\b|\blorem ipsum\b"
    rf"|\[(?:{_BLANKS})\](?![(\[:])|<(?:{_BLANKS})>",
    re.MULTILINE | re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:TODO|TBD|FIXME|XXX+)")


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    for match in _UNFINISHED.finditer(text.source.body):
        said = match.group().strip()
        if said.isalpha() and said.lower() != "lorem ipsum" and not _CAPITALS.fullmatch(said):
            continue  # "todo" is a word in Portuguese and Spanish
        message = f"the text still says {quote(said)}"
        yield text.body_finding(message, "Write what belongs there, or take it out", match.start())
        return
