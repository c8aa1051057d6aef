"""Lines that a mail program or a PDF broke at a width, joined again; lines that their author ended stay lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.shape import bulleted, heading_of, is_item

_ENDS_SENTENCE = re.compile(r"[.!?:;)\]”\"…]\s*$")
_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]{1,64}@[\w-]{1,63}\.\w")
_BROKEN = re.compile(r"(?P<left>[^\W\d_]{2,})-$")
_SUSPENDED = re.compile(r"(?:und|oder|and|or|et|ou|e|y|o|bzw\.?)\b", re.IGNORECASE)
_ENUMERATED = re.compile(r"^\s*[(]?(?:[a-z]|[ivx]{1,4})[.)]\s+\S")
_LONGEST_WORD = 60
_NARROWEST, _WIDEST, _RAGGED = 50, 120, 6


def unwrapped(lines: list[str]) -> list[str]:
    """The lines with those joined that a width broke.

    A line was broken when the first word of the next would not have fit behind it. The width is that of the longest
    line, and counts only where at least two lines end in mid-sentence at it. Elsewhere a line goes on with the next one
    only when that begins with a small letter, or when a hyphen cuts a word.
    """
    width = _width(lines)
    words = Counter(re.findall(r"[^\W\d_]+", " ".join(lines).casefold()))
    joined: list[str] = []
    last = ""
    for line in lines:
        if joined and _goes_on(last, line, joined[-1], width):
            joined[-1] = _join(joined[-1], line.strip(), words)
        else:
            joined.append(line)
        last = line
    return joined


def is_own_line(line: str) -> bool:
    """Whether a line begins something of its own: an item, a heading, an enumeration."""
    return is_item(bulleted(line)) or bool(heading_of(line) or _ENUMERATED.match(line) or heading_kind(line))


def _goes_on(last: str, line: str, before: str, width: int) -> bool:
    if not last.strip() or not line.strip() or is_own_line(line) or heading_of(last) or heading_kind(last):
        return False
    text = line.strip()
    if _ADDRESS.match(text):
        return False
    if _BROKEN.search(last.rstrip()[-_LONGEST_WORD:]) and text[:1].islower():
        return True
    if text[:1].islower() and not _ENDS_SENTENCE.search(last):
        return True
    indented = line.startswith(("  ", "\t")) and is_item(bulleted(before)) and not _ENDS_SENTENCE.search(last)
    return bool(width and _is_full(last, text, width)) or bool(width and indented)


def _width(lines: list[str]) -> int:
    """The width at which a text was broken; 0 for one that was not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[-1]
    if width > _WIDEST:  # a link or a table may stick out of a text that was wrapped
        within = [length for length in lengths if length <= _WIDEST]
        width = within[-1] if within and len(lengths) - len(within) <= len(lengths) // 20 else 0
    if width < _NARROWEST:
        return 0
    pairs = [
        (a, b.strip())
        for a, b in _pairs(lines)
        if _is_full(a, b.strip(), width) and not _ENDS_SENTENCE.search(a) and not is_own_line(b)
    ]
    return width if len(pairs) >= 2 and any(b[:1].islower() for _, b in pairs) else 0


def _pairs(lines: list[str]) -> Iterable[tuple[str, str]]:
    return ((a, b) for a, b in pairwise(lines) if a.strip() and b.strip())


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split()[0]) > width - _RAGGED


def _join(line: str, following: str, words: Counter[str]) -> str:
    """Two halves of a line; a hyphen between them goes where it only parted a word."""
    line = line.rstrip()
    cut = _BROKEN.search(line, max(0, len(line) - _LONGEST_WORD))
    if not cut or not following[:1].islower() or _SUSPENDED.match(following):  # `Lohn- und Gehalt`
        return f"{line} {following}"
    left = cut["left"].casefold()
    right = re.match(r"[^\W\d_]*", following)
    whole = left + (right.group().casefold() if right else "")
    is_compound = left in _FIRST_HALVES or words[left] > 1 or line[: cut.start()].endswith("-")
    return f"{line if is_compound and not words[whole] else line[:-1]}{following}"


# What stands before a hyphen that an author wrote, far more often than one that a width made.
_FIRST_HALVES = frozenset(
    "self well high low full part long short non multi cross hands day user data state problem decision detail team "
    "cost time customer client project product market open close best first second third half vice real all front back "
    "e".split()
)
