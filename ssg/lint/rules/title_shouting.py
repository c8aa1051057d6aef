"""A title is written in ordinary letters.

Words in capitals read as shouting; search engines ask for ordinary capitalisation and may class the title as spam.
Abbreviations are left alone.

Passes:

    ---
    title: HVAC Technician
    ---

Fails:

    ---
    title: SENIOR TECHNICIAN
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "title-shouting"
SEVERITY = Severity.WARNING

_WORD = re.compile(r"[^\W\d_]+")
LONG = 6
"""Letters from which a word in capitals is no abbreviation."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    words = _WORD.findall(posting.title)
    loud = [word for word in words if word.isupper() and len(word) >= LONG]
    if loud and (len(loud) > 1 or not any(word.islower() or word.istitle() for word in words)):
        calm = _WORD.sub(lambda m: m[0].capitalize() if m[0].isupper() and len(m[0]) > 3 else m[0], posting.title)
        yield Finding(f"the title {quote(posting.title)} is in capitals", f'Write "{calm}"', field=("title",))
