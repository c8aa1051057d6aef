"""Lines of pasted text to Markdown: headings, bullets and paragraphs where they surely are."""

from __future__ import annotations

import re

from ssg.importers.shape import bulleted, heading_of, is_item, tidy_markdown
from ssg.importers.text.sections import LONGEST, heading_kind

_HTML = re.compile(r"<(?=[a-zA-Z/!?])")
_UNDERLINE = re.compile(r"^\s*(?:[-=_*~]\s*){3,}$")
_ENDS_SENTENCE = re.compile(r"[.!?:;)\]”\"…]\s*$")
_BULLET_ALONE = re.compile(r"^\s*(?:[-•●▪◦‣∙⁃○■□►▸➢➤✓✔✅◆❖·–—*+]|o)\s*$")
_HYPHEN_BULLET = re.compile(r"^(\s*)-(?=[^\W\d_]|\d{1,2}\s?\+?\s?[^\W\d_])(?!\w+-)")
_STARTS_BLOCK = re.compile(r"^(\s*)(?:#|>|\+(?= )|={2,}|\|)")
_NOUNS = frozenset(
    "aufgaben profil anforderungen anforderungsprofil benefits vorteile angebot qualifikation qualifikationen".split()
    + "ihnen ihr voraussetzungen tätigkeiten verantwortlichkeiten kenntnisse team unternehmen stelle".split()
)
"""Words of German headings that keep their capital when a shouted heading is calmed."""
_LISTS = ("responsibilities", "qualifications", "benefits", "skills")
_TWO_SENTENCES = re.compile(r"(?<!\b[ei]\.[ge])(?<!z\.B)[.!?]\s+[A-ZÀ-Ý]")


def markdown_from_lines(lines: list[str]) -> str:
    """Markdown of an advert's lines. Every line of a text that was not wrapped by hand is a paragraph of its own."""
    joined = _bullets_joined([_escaped(_mended(line)) for line in lines])
    wrapped = _is_wrapped(joined)
    joined = joined if wrapped else _lost_bullets(joined)
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


def _mended(line: str) -> str:
    """A line with single spaces, and none before a comma."""
    return re.sub(r"(?<=\w) ,(?= )", ",", re.sub(r"(?<=\S)[ \t]{2,}", " ", line))


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
    """The blank lines between items of one list taken out, and its items indented by their depth alone."""
    kept: list[str] = []
    base = 0
    for n, line in enumerate(lines):
        following = next((other for other in lines[n + 1 :] if other.strip()), "")
        if is_item(line):
            width = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            base = width if not (kept and is_item(kept[-1])) else min(base, width)
            line = ("  " if width - base >= 2 else "") + line.lstrip()
        if line.strip() or not (kept and is_item(kept[-1]) and is_item(following)):
            kept.append(line)
    return kept


def _lost_bullets(lines: list[str]) -> list[str]:
    """Lines close together below a heading such as Requirements are a list whose bullets were lost on the way."""
    written: list[str] = []
    kind, at = "", 0
    while at < len(lines):
        named = heading_kind(lines[at].strip().strip("#*_ "))
        run = _run(lines, at) if kind in _LISTS and not named else []
        if len(run) >= 2:
            written += [f"- {line.strip()}" for line in run]
            at += len(run)
            kind = ""
            continue
        kind = named or (kind if not lines[at].strip() else "")
        written.append(lines[at])
        at += 1
    return written


def _run(lines: list[str], start: int) -> list[str]:
    """The lines from `start` on that could be items: short, one sentence each, no blank line between them."""
    end = start
    while end < len(lines) and lines[end].strip() and len(lines[end]) <= 200 and not is_item(lines[end]):
        if heading_kind(lines[end]) or _TWO_SENTENCES.search(lines[end]) or lines[end].rstrip().endswith(":"):
            break
        end += 1
    return lines[start:end]


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
    titled = text.endswith(":") and len(text.split()) <= 9
    return alone and text[:1].isupper() and (shout or (opens_list and not text.endswith((".", ",", ";"))) or titled)


def _heading_text(line: str) -> str:
    text = line.strip().strip("*_ ").rstrip(": ").strip()
    text = re.sub(r"^[^\w(¿¡]+", "", text) or text
    if not text.isupper() or not heading_kind(text):
        return text
    first, *words = text.lower().split()
    return " ".join([first.capitalize(), *(word.capitalize() if word in _NOUNS else word for word in words)])
