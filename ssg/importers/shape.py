"""Markdown in the house's shape: headings from `##`, one kind of bullet, one blank line between things."""

from __future__ import annotations

import re

from ssg.importers.clean import mend

_NO_HEADING = re.compile(r"^ {0,3}#{1,6}\s*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)[\s#]*$")
_BOLD = re.compile(r"^\s{0,3}(?:\*\*|__)([^*_][^*]{0,78}?)(?:\*\*|__)\s*:?\s*$")
_BULLET = re.compile(
    r"^(\s*)(?:[\uE001-\uF8FF§¤•●▪◦‣∙⁃○■□►▸➢➤→➔➜⇒✦✧★☆❯›»◾▫✓✔✅◆❖·–—]\uFE0F?|[*+](?=\s)|-(?=\t)|[oØ](?=\s)|\(cid:\d+\))\s*(?=\S)"
)
_PICTOGRAM = re.compile(
    r"^(\s*)(?:[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B50\u25B6][\uFE0F\u200D\U0001F3FB-\U0001F3FF]*)+\s+(?=\S)"
)
_RULE = re.compile(r"^\s{0,3}(?:[-*_=~]\s*){3,}$")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_IMAGE = re.compile(r"!\[([^\]]{0,500})\]\([^)]{0,2000}\)")
_NO_TEXT_LINK = re.compile(r"\[\s*\]\([^)]{0,2000}\)")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s(?!\s?\d{1,2}\.)")


def tidy_markdown(text: str) -> str:
    """Markdown of any shape as the house writes it; empty, or ending in one line break."""
    lines = [line.rstrip() for line in _NO_TEXT_LINK.sub("", _IMAGE.sub(r"\1", text)).split("\n")]
    lines = _levelled(_bold_to_headings(list(_bulleted(lines))))
    return _spaced(lines)


def is_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return line.lstrip().startswith("- ") or bool(_NUMBERED.match(line))


def heading_of(line: str) -> tuple[int, str] | None:
    """Level and text of an ATX heading, or None."""
    found = _HEADING.match(line)
    return (len(found.group(1)), found.group(2)) if found else None


def bulleted(line: str) -> str:
    """The line with its bullet, of whatever kind, written as `- `."""
    return _BULLET.sub(r"\1- ", line)


def listed(line: str) -> str:
    """The same, for text where a pictogram before words stands for a bullet too."""
    return _PICTOGRAM.sub(r"\1- ", bulleted(line))


def _bulleted(lines: list[str]) -> list[str]:
    written, fenced = [], False
    for line in lines:
        fenced ^= bool(_FENCE.match(line))
        written.append(line if fenced or _RULE.match(line) else bulleted(mend(line)))
    return written


def _bold_to_headings(lines: list[str]) -> list[str]:
    """Lines that are nothing but bold words stand for headings; below real ones, for headings one level down."""
    levels = {found[0] for line in lines if (found := heading_of(line))}
    marks = "#" * (min(max(levels, default=1) + 1, 6))
    return [f"{marks} {text}" if (text := _bold_heading(line)) else line for line in lines]


def _bold_heading(line: str) -> str:
    found = _BOLD.match(line)
    text = found.group(1).strip() if found else ""
    return "" if text.endswith((".", "!", ",", ";")) or len(text.split()) > 10 else text


def _levelled(lines: list[str]) -> list[str]:
    """Headings renumbered from 2 without gaps; a colon at their end and the empty ones go."""
    levels = {found[0] for line in lines if (found := heading_of(line))}
    ranks = {level: min(n, 6) for n, level in enumerate(sorted(levels), 2)}
    written = []
    for line in lines:
        if found := heading_of(line):
            text = found[1].replace("**", "").strip().rstrip(":").strip()
            line = f"{'#' * ranks[found[0]]} {text}" if text else ""
        written.append("" if _NO_HEADING.match(line) else line)
    return written


def _spaced(lines: list[str]) -> str:
    """One blank line around headings and between blocks, none at the ends, no rules hanging at the ends."""
    written: list[str] = []
    fenced = False
    for line in lines:
        fenced ^= bool(_FENCE.match(line))
        last = written[-1] if written else ""
        if not fenced and _RULE.match(line):
            line = ""
        starts_block = heading_of(line) or (is_item(line) and last and not is_item(last) and not last.startswith(" "))
        if last and not fenced and (starts_block or heading_of(last)) and line:
            written.append("")
        if line or fenced or (written and written[-1]):
            written.append(line)
    tight = [line for n, line in enumerate(written) if line or fenced or not _is_gap(written, n)]
    return "\n".join(tight).strip("\n") + "\n" if any(written) else ""


def _is_gap(lines: list[str], at: int) -> bool:
    """Whether a blank line parts two items of one list that are a line each."""
    beside = lines[at - 1 : at] + lines[at + 1 : at + 2]
    return len(beside) == 2 and all(map(is_item, beside)) and not any(line.startswith(" ") for line in beside)
