"""Work that is fully remote is marked remote.

Home-based work without `workplace: remote` is not found by those who search for it.

Passes:

    ---
    title: Support Engineer
    workplace: remote
    applicants: {countries: [PT]}
    ---
    The position is fully remote.

Fails:

    ---
    title: Support Engineer
    ---
    The position is fully remote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "remote-unmarked"
SEVERITY = Severity.ADVICE

_REMOTE = re.compile(
    r"(?<!not )(?<!n't )(?<!\w)(?:(?:fully|100\s?%|entirely|completely) remote|remote[- ]first (?:role|position)"
    r"|work from anywhere|home[- ]based|(?:vollständig|komplett|100\s?%) remote"
    r"|(?:100\s?%|entièrement) (?:en )?télétravail"
    r"|(?:totalmente|100\s?%) (?:remot[oa]|a distancia|à distância))(?!\w)",
    re.IGNORECASE,
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.workplace is not None:
        return
    text = context.text(posting)
    if match := _REMOTE.search(text.whole.replace("\n", " ")):
        yield text.finding(
            f"the text says {quote(match.group())}, and `workplace` is not given",
            "Write `workplace: remote` and who may apply, as in `applicants: {countries: [PT]}`",
            match.start(),
        )
