"""Lines of pasted text to Markdown: headings, bullets and paragraphs where they surely are."""

from __future__ import annotations

import re

from ssg.importers.shape import bulleted, heading_of, is_item, tidy_markdown
from ssg.importers.text.sections import LONGEST, heading_kind

_HTML = re.compile(r"<(?=[a-zA-Z/!?])")
_UNDERLINE = re.compile(r"^\s*(?:[-=_*~]\s*){3,}$")
_ENDS_SENTENCE = re.compile(r"[.!?:;)\]”\"…]\s*$")
_BULLET_ALONE = re.compile(r"^\s*(?:[-•●▪◦‣∙⁃○■□►▸➢➤✓✔✅◆❖·–—*+]|o)\s*$")
_HYPHEN_BULLET = re.compile(r"^(\s*)-(?=[^\W\d_])(?!\w+-)")
_STARTS_BLOCK = re.compile(r"^(\s*)(?:#|>|\+(?= )|={2,}|\|)")


def markdown_from_lines(lines: list[str]) -> str:
    """Markdown of an advert's lines. Every line of a text that was not wrapped by hand is a paragraph of its own."""
    joined = _bullets_joined([_escaped(re.sub(r"(?<=\S)[ \t]{2,}", " ", line)) for line in lines])
    wrapped = _is_wrapped(joined)
    written: list[str] = []
    for n, line in enumerate(joined):
        following = next((other for other in joined[n + 1 :] if other.strip()), "")
        if _is_heading(line, joined[n - 1] if n else "", following):
            written += ["", f"## {_heading_text(line)}" if not heading_of(line) else line, ""]
        elif _continues(line, written[-1] if written else "", wrapped):
            written[-1] = f"{written[-1]} {line.strip()}"
        elif is_item(line):
            written.append(line)
        else:
            written += ["", line.strip()] if line.strip() else [""]
    return tidy_markdown("\n".join(written))


def _escaped(line: str) -> str:
    """A line that cannot be HTML or open a block of Markdown by accident."""
    if heading_of(line):
        return line
    line = _HTML.sub(r"\\<", line)
    return (
        line
        if is_item(line)
        else _STARTS_BLOCK.sub(lambda found: found[1] + "\\" + found.group()[len(found[1]) :], line)
    )


def _bullets_joined(lines: list[str]) -> list[str]:
    """Bullets of any kind as `- `, one that stands on a line of its own joined to what follows; underlines dropped."""
    joined: list[str] = []
    waiting = False
    for line in lines:
        if _BULLET_ALONE.match(line):
            waiting = True
            continue
        if _UNDERLINE.match(line):
            continue
        if waiting and line.strip():
            line, waiting = f"- {line.strip()}", False
        joined.append(_HYPHEN_BULLET.sub(r"\1- ", bulleted(line)))
    return _without_gaps(joined)


def _without_gaps(lines: list[str]) -> list[str]:
    """The blank lines between items of one list taken out."""
    kept: list[str] = []
    for n, line in enumerate(lines):
        following = next((other for other in lines[n + 1 :] if other.strip()), "")
        if line.strip() or not (kept and is_item(kept[-1]) and is_item(following)):
            kept.append(line)
    return kept


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a width: many long ones of like length that end in mid-sentence."""
    texts = [line for line in lines if line.strip() and not is_item(line)]
    long = [line for line in texts if 45 <= len(line) <= 100]
    broken = [line for line in long if not _ENDS_SENTENCE.search(line)]
    return len(broken) >= 3 and len(broken) * 2 > len(long) and max(map(len, texts)) <= 110


def _continues(line: str, last: str, wrapped: bool) -> bool:
    """Whether a line goes on with what the last one began."""
    if not line.strip() or not last.strip() or heading_of(last) or is_item(line):
        return False
    lower = line.lstrip()[:1].islower()
    if is_item(last):
        return (line.startswith("  ") or lower) and (wrapped or not _ENDS_SENTENCE.search(last))
    return wrapped or (lower and not _ENDS_SENTENCE.search(last))


def _is_heading(line: str, before: str, following: str) -> bool:
    if heading_of(line):
        return True
    text = line.strip().strip("*_").strip()
    if not text or is_item(line) or len(text) > LONGEST or not following:
        return False
    if heading_kind(text):
        return True
    alone = not before.strip() or heading_of(before) is not None
    shout = text.isupper() and len(text) > 5 and not _ENDS_SENTENCE.search(text.rstrip(":"))
    opens_list = is_item(following) and len(text.split()) <= 8
    titled = text.endswith(":") and len(text.split()) <= 6
    return (
        alone
        and text[:1].isupper()
        and (shout or (opens_list and not text.endswith((".", ",", ";"))) or (titled and opens_list))
    )


def _heading_text(line: str) -> str:
    text = line.strip().strip("*_ ").rstrip(": ").strip()
    text = re.sub(r"^[^\w(¿¡]+", "", text) or text
    return text.capitalize() if text.isupper() and heading_kind(text) else text
