"""A posting's words as the rules read them: title, summary and body, each word with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ssg.lint.finding import Finding
from ssg.lint.lexicon import Hit, lexicon
from ssg.lint.outlines import quick_outline
from ssg.model import Posting
from ssg.source import Source

if TYPE_CHECKING:
    from ssg.content.markdown import Outline

WORD = re.compile(r"[^\W_]+")
"""A word; parts joined by a hyphen or an apostrophe are words of their own."""

_NOT_PROSE = tuple(
    (mark, re.compile(pattern, re.MULTILINE | re.DOTALL))
    for mark, pattern in (
        ("`", r"(?<!`)(`++)[^`\n]+(?:\n[^`\n]+)*+\1(?!`)"),  # code in a line
        ("](", r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*"),  # where a link leads, not its words
        ("<", r"<[A-Za-z/!][^<>]*>"),  # raw HTML, <https://example.org>
        ("://", r"https?://[^\s<>()]+"),
        ("@", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"),
    )
)
"""What is not read as words, each with a mark without which it cannot be there."""
_FENCE = re.compile(r"\s*(?:[-*+>]\s+)?(`{3,}+(?=[^`]*$)|~{3,}+)")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE = re.compile(r"[.!?]\s+|[。！？]|\n\s*(?:\n\s*|[-*+#>]|\d+[.)]\s)")


@dataclass(frozen=True)
class Passage:
    """A stretch of text that one field holds; `field` is empty for the body. It begins at `start` of the whole."""

    field: str
    start: int


@dataclass(frozen=True)
class Text:
    """What readers get to see of a posting, scanned once for all rules.

    `whole` is title, summary and prose with an empty line between, `passages` says which part is which.
    """

    posting: Posting
    source: Source

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, front matter included."""
        return self.source.text.split("\n")

    @cached_property
    def prose(self) -> str:
        """The Markdown body with code, addresses and tags blanked out: every character keeps its place."""
        prose = without_fences(self.source.body)
        for mark, pattern in _NOT_PROSE:
            if mark in prose:
                prose = pattern.sub(_blank, prose)
        return prose

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Where title, summary and body begin in `whole`."""
        found, at = [], 0
        for field, text in self._parts:
            found.append(Passage(field, at))
            at += len(text) + 2
        return tuple(found)

    @cached_property
    def whole(self) -> str:
        return "\n\n".join(text for _, text in self._parts)

    @cached_property
    def folded(self) -> str:
        """`whole` on one line and in lower case, for searching; every character keeps its place."""
        return self.whole.replace("\n", " ").replace("\u0130", "I").lower()

    @property
    def _parts(self) -> list[tuple[str, str]]:
        posting = self.posting
        return [("title", posting.title), ("summary", posting.summary or ""), ("", self.prose)]

    @cached_property
    def words(self) -> list[str]:
        """Every word of `whole`, case-folded, in order: word n is the n-th match of `WORD`."""
        return WORD.findall(self.whole.replace("\u0130", "I").casefold())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of `words`, once each: what a rule asks first before it reads the text."""
        return frozenset(self.words)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """What of its language's lexicon the posting holds, for all rules about wording."""
        known = lexicon(self.posting.language)
        return tuple(known.find(self.words, self.vocabulary)) if known else ()

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word of `words` in `whole`; only made for postings with something to report."""
        return [match.span() for match in WORD.finditer(self.whole)]

    @cached_property
    def length(self) -> int:
        """Words of the body; in scripts without spaces two characters count as a word."""
        unspaced = 0 if self.prose.isascii() else len(_WITHOUT_SPACES.findall(self.prose))
        if unspaced:
            return len(WORD.findall(_WITHOUT_SPACES.sub(" ", self.prose))) + unspaced // 2
        return len(self.words) - len(WORD.findall(f"{self.posting.title} {self.posting.summary or ''}"))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Sentences, headings and list items of the body, each on one line and case-folded."""
        parts = (" ".join(part.split()).casefold() for part in _SENTENCE.split(self.prose))
        return tuple(part for part in parts if part)

    @cached_property
    def outline(self) -> Outline:
        """Headings, links, images and raw HTML of the body."""
        return quick_outline(self.source.body)

    def finding(self, message: str, hint: str, offset: int) -> Finding:
        """A finding about what stands at `offset` of `whole`."""
        passage = self.passages[bisect_right([p.start for p in self.passages], offset) - 1]
        if passage.field:
            return Finding(message, hint, field=(passage.field,))
        return self.body_finding(message, hint, offset - passage.start)

    def body_finding(self, message: str, hint: str, offset: int) -> Finding:
        """A finding about what stands at `offset` of the body (and of `prose`)."""
        before = self.source.body[:offset]
        line = self.source.body_line + before.count("\n")
        return Finding(message, hint, line=line, column=len(before) - before.rfind("\n"))

    def line_finding(self, message: str, hint: str, line: int, needle: str = "") -> Finding:
        """A finding about a line of the body, counted from 1 in it; the column is where `needle` begins."""
        in_file = self.source.body_line + line - 1
        at = self.lines[in_file - 1].find(needle) if needle and in_file <= len(self.lines) else -1
        return Finding(message, hint, line=in_file, column=at + 1)


def without_fences(markdown: str) -> str:
    """The text with fenced code blanked out, to the end where a fence is not closed."""
    if "```" not in markdown and "~~~" not in markdown:
        return markdown
    kept, fence = [], ""
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        closes = mark and fence and mark[1].startswith(fence) and not line[mark.end() :].strip()
        if fence or mark:
            kept.append(" " * len(line))
        else:
            kept.append(line)
        if closes:
            fence = ""
        elif mark and not fence:
            fence = mark[1]
    return "\n".join(kept)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
