"""A title has no decoration.

Exclamation marks, stars, arrows, pictures and rows of signs get a title classed as spam. A slash and an ampersand
are fine.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`title`)

Passes:

    ---
    title: C++ Developer, Search & Ranking
    ---

Fails:

    ---
    title: "*** Developer!!! ***"
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, listing, quote
from ssg.model import Posting

ID = "title-decoration"
SEVERITY = Severity.WARNING

_DECORATION = re.compile(
    r"[!?]+|(?<!\w)\*+|\*+(?!\w)|[_~^{}\[\]<>=|\\]+|[-–—]{2,}|\.{3,}|…|[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\u2605\u2606]+"
    r"|[\U0001f000-\U0001faff\ufe0f\u200d]+"
)

_QUOTED = re.compile("[\"'“”„«‘‚]([^\"'“”„«»‘’‚]+)[\"'“”»’‘]")


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    signs = list(dict.fromkeys(_DECORATION.findall(posting.title)))
    if quoted := _QUOTED.fullmatch(posting.title):
        yield Finding(
            f"the title {posting.title} stands in quotation marks",
            f"Write `title: {quoted[1].strip()}`",
            field=("title",),
        )
        return
    if not signs:
        return
    rounded = re.sub(r"\s*\|\s*", ", ", posting.title.replace("[", "(").replace("]", ")"))
    plain = " ".join(_DECORATION.sub(" ", rounded).split()).strip(" -–—·,")
    hint = f'Write "{plain}"' if plain else "Write the job's name"
    shown = listing([f"`{sign}`" for sign in signs])
    yield Finding(f"the title {quote(posting.title)} is decorated with {shown}", hint, field=("title",))
