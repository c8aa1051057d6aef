"""What a job board puts around an advert and a copied page brings along: told apart from what the employer wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssg.importers.lexicon.chrome import ASIDES, ENDS, LINES, OPENINGS, PATTERNS
from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.shape import bulleted, is_item


def _any_of(listed: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in listed.strip().split("\n")), re.IGNORECASE)


_LINES = frozenset(line.strip() for line in LINES.replace("\n", "|").split("|") if line.strip())
_PATTERNS = _any_of(PATTERNS)
_ENDS = _any_of(ENDS)
_ASIDES = _any_of(ASIDES)
_OPENINGS = _any_of(OPENINGS)
_LONGEST = 700
_SHORTEST_REPEATED = 3
_SHORTEST_ITEM = 3
_PROSE = 60


def is_chrome(line: str) -> bool:
    """Whether a line is a page's own: nothing that an employer wrote."""
    text = line.strip()
    bare = text.strip("•·|-–—*#>→›»✕× ").rstrip("!?.:…").strip()
    is_short_item = is_item(bulleted(line)) and len(bare.split()) < _SHORTEST_ITEM
    if not text or len(text) > _LONGEST or is_short_item:  # `• Search` is something to do
        return False
    folded = re.sub(r"\s*\(?\d+\)?$", "", bare).casefold().replace("’", "'")
    if folded in _LINES or _PATTERNS.fullmatch(bare) or _PATTERNS.fullmatch(text):
        return True
    parts = [part for part in re.split(r"\s{2,}|\s[|·•]\s", text) if part]
    return 1 < len(parts) <= 6 and all(map(is_chrome, parts))


def without_chrome(lines: Iterable[str]) -> list[str]:
    """The lines of an advert without a page's own; everything after the first teaser for other jobs goes too.

    A blank line stands where a line was taken out, so that what it parted stays parted.
    """
    kept: list[str] = []
    aside = False
    lines = list(_once(lines))
    for n, line in enumerate(lines):
        text = line.strip().strip("#* ").rstrip(":")
        if (
            (_ENDS.fullmatch(text) or _ENDS.fullmatch(line.strip()))
            and sum(map(bool, kept)) >= 4
            and _prose(lines[n:]) <= _prose(kept)
        ):
            break
        begins = bool(_ASIDES.fullmatch(text.rstrip("?!")))
        aside = begins or (aside and bool(text) and not heading_kind(text) and not _OPENINGS.fullmatch(text))
        gone = aside or (is_chrome(line) and not _OPENINGS.fullmatch(text)) or _is_tab(text, kept)
        if _is_tab(text, kept):
            kept = [kept_line for kept_line in kept if kept_line.strip().casefold() != "overview"]
        kept.append("" if gone else line)
    return _without_footer(kept)


def _prose(lines: list[str]) -> int:
    """How many characters stand in long lines: a button on top of an advert does not end it."""
    return sum(len(line) for line in lines if len(line) > _PROSE)


def _once(lines: Iterable[str]) -> Iterator[str]:
    """The lines without those that repeat the one before: some boards show a line twice for those who cannot see."""
    last = ""
    for line in lines:
        if not line.strip() or line.strip() != last or len(last) <= _SHORTEST_REPEATED:
            yield line
        last = line.strip() or last


def _is_tab(text: str, kept: list[str]) -> bool:
    """`Overview` above `Application` are the tabs of a page."""
    above = next((line for line in reversed(kept) if line.strip()), "")
    return text.casefold() == "application" and above.strip().casefold() == "overview"


def _without_footer(lines: list[str]) -> list[str]:
    """The lines without a heading that nothing follows: what stood below it was the page's."""
    while lines and (not lines[-1].strip() or heading_kind(lines[-1]) not in ("", "apply")):
        lines = lines[:-1]
    return lines


def opening(lines: list[str]) -> int:
    """Where the advert itself begins when the board says so: the place of that line, or -1."""
    return next((n for n, line in enumerate(lines) if opens(line)), -1)


def opens(line: str) -> bool:
    """Whether a board writes this line above adverts."""
    return bool(_OPENINGS.fullmatch(line.strip().strip("#* ").rstrip(":")))
