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
    r"(?:fully(?<!not fully)|100 ?%|entirely|completely) remote|remote[- ]first (?:role|position)|work from anywhere"
    r"|home[- ]based|(?:vollständig|komplett) remote|(?:100 ?%|entièrement) (?:en )?télétravail"
    r"|(?:totalmente|100 ?%) (?:remot[oa]|a distancia|à distância)"
)
_WORDS = frozenset(("remote remota remoto anywhere home télétravail distancia distância").split())
"""Without one of these words there is nothing to look for."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.workplace is not None:
        return
    text = context.text(posting)
    if _WORDS.isdisjoint(text.vocabulary):
        return
    if match := _REMOTE.search(text.folded):
        yield text.finding(
            f"the text says {quote(text.whole[match.start() : match.end()])}, and `workplace` is not given",
            "Write `workplace: remote` and who may apply, as in `applicants: {countries: [PT]}`",
            match.start(),
        )
