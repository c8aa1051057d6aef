"""What the rules about wording share: the phrases of one group that a posting holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.lexicon import HARMLESS, lexicon
from ssg.lint.text import Text
from ssg.model import Posting

_TOGETHER = re.compile(r"[ \t\n*_\-–/&,'’\"“”>]*")
_PARAGRAPH = re.compile(r"\n\s*\n")


def wording_findings(posting: Posting, context: Context, group: str) -> Iterator[Finding]:
    """A finding for each row of the posting's lexicon that it holds, at the first place."""
    words = lexicon(posting.language)
    if words is None:
        return
    text, told, covered = context.text(posting), set(), 0
    meant = [hit for hit in text.hits if hit.entry.group == group]
    harmless = {at for hit in text.hits if meant and hit.entry.group == HARMLESS for at in range(hit.start, hit.end)}
    hits = [hit for hit in meant if hit.start not in harmless and stands_together(text, hit.start, hit.end)]
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        inside, covered = hit.end <= covered, max(covered, hit.end)  # "he" in "he or she"
        if not inside and hit.entry.row not in told:
            told.add(hit.entry.row)
            row, start = words.rows[group][hit.entry.row], text.spans[hit.start][0]
            phrase = text.whole[start : text.spans[hit.end - 1][1]].replace("*", "").replace("_", "")
            yield text.finding(f"{quote(phrase)} {row.why}", row.instead, start)


def stands_together(text: Text, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are one phrase, with no sentence or paragraph ending in between."""
    gaps = (text.whole[text.spans[at][1] : text.spans[at + 1][0]] for at in range(start, end - 1))
    return all(_TOGETHER.fullmatch(gap) and not _PARAGRAPH.search(gap) for gap in gaps)
