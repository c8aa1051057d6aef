"""Lists of pasted text: bullets of any kind, enumerations, and lists whose bullets were lost on the way."""

from __future__ import annotations

import re

from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.lexicon.labels import FIELD_OF_LABEL
from ssg.importers.shape import bulleted, heading_of, is_item

_BULLET_ALONE = re.compile(r"^\s*(?:[-•●▪◦‣∙⁃○■□►▸➢➤✓✔✅◆❖·–—*+]|o|\(cid:\d+\))\s*$")
_HYPHEN_BULLET = re.compile(r"^(\s*)-(?=[^\W\d_]|\d{1,2}\s?\+?\s?[^\W\d_])(?!\w+-)")
_ODD_BULLET = re.compile(r"^(\s*)[>.]\s+(?=\S)")
_UNDERLINE = re.compile(r"^\s*(?:[-=_*~]\s*){3,}$")
_LETTERED = re.compile(r"^(\s*)\(?([a-z])[.)]\s+(?=\S)")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w .'’/-]{0,34}):\s*\S")
_TWO_SENTENCES = re.compile(r"(?<!\b[ei]\.[ge])(?<!z\.B)(?<!\bca)(?<!\b[A-Z])[.!?]\s+[A-ZÀ-Ý]")
_OF_THE_WORK = ("salary", "hours", "travel", "equity", "languages")
_REFERENCE = re.compile(r"(?:ref(?:erence|erenz|\.)?|kennziffer|référence|job[- ]?id)\b\W{0,3}\S*\d", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\w@\w")
_KINDS = ("responsibilities", "qualifications", "benefits", "skills", "interview")
_CLOSER = re.compile(
    r"\s*(?:We|Our|For|If|Please|Interested|To|Apply|This|All|As|Wir|Bitte|Unser|Nous|Notre|Pour|Si|Veuillez|Para|Se|Envia|Envía|"
    r"Nós|Somos|Estamos)\b"
)
_FEWEST = 2
_LONGEST_OPENER = 4
_LONGEST_ITEM = 220


def with_bullets(lines: list[str]) -> list[str]:
    """Bullets of any kind as `- `, one that stands on a line of its own joined to what follows; underlines dropped."""
    joined: list[str] = []
    waiting = False
    for line in _lettered(lines):
        if _BULLET_ALONE.match(line):
            waiting = True
            continue
        if _UNDERLINE.match(line):
            continue
        if waiting and line.strip():
            line, waiting = f"- {line.strip()}", False
        joined.append(_HYPHEN_BULLET.sub(r"\1- ", bulleted(_ODD_BULLET.sub(r"\1- ", line))))
    return joined


def without_gaps(lines: list[str]) -> list[str]:
    """The blank lines between items of one list taken out, and its items indented by their depth alone."""
    kept: list[str] = []
    base = 0
    for n, line in enumerate(lines):
        if is_item(line):
            width = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            base = width if not (kept and is_item(kept[-1])) else min(base, width)
            line = ("  " if width - base >= 2 else "") + line.lstrip()
        if line.strip() or not (kept and is_item(kept[-1]) and is_item(_following(lines, n))):
            kept.append(line)
    return kept


def with_lost_bullets(lines: list[str]) -> list[str]:
    """Lines close together below a heading such as Requirements are a list whose bullets were lost on the way."""
    written: list[str] = []
    kind, at = "", 0
    while at < len(lines):
        named = heading_kind(lines[at].strip().strip("#*_ "))
        run = _run(lines, at) if kind in _KINDS and not named else []
        if len(run) >= 2:
            written += [f"- {line.strip()}" for line in run]
            at += len(run)
            written += ["", *lines[at : at + 1]] if at < len(lines) and lines[at].strip() else []
            at += bool(at < len(lines) and lines[at].strip())
            kind = heading_kind(written[-1].strip().strip("#*_ "))
            continue
        opens = lines[at].rstrip().endswith(":") and len(lines[at].split()) <= _LONGEST_OPENER
        kind = named or (_KINDS[0] if opens else kind if not lines[at].strip() else "")
        written.append(lines[at])
        at += 1
    return written


def _following(lines: list[str], at: int) -> str:
    return next((line for line in lines[at + 1 :] if line.strip()), "")


def _run(lines: list[str], start: int) -> list[str]:
    """The lines from `start` on that could be items: short, one sentence each, no blank line between them."""
    end = start
    while end < len(lines) and lines[end].strip() and _may_be_item(lines[end]):
        end += 1
    run = lines[start:end]
    closes = next((n for n, line in enumerate(run) if n >= _FEWEST and _is_sentence(line) and _CLOSER.match(line)), 0)
    run = run[:closes] if closes and not any(map(_is_sentence, run[:closes])) else run
    while len(run) > 2 and _is_sentence(run[-1]) and not any(map(_is_sentence, run[:-1])):
        run.pop()
    return run


def _may_be_item(line: str) -> bool:
    text = line.strip()
    if len(text) > _LONGEST_ITEM or is_item(line) or heading_of(line) or heading_kind(text) or text.endswith(":"):
        return False
    label = _LABEL.match(text)
    return not (
        _TWO_SENTENCES.search(text)
        or (label and FIELD_OF_LABEL.get(label["label"].casefold(), "salary") not in _OF_THE_WORK)
        or _REFERENCE.match(text)
        or (_ADDRESS.search(text) and len(text.split()) > 3)
    )


def _is_sentence(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?")) and len(line.split()) >= 6


def _lettered(lines: list[str]) -> list[str]:
    """`a) ... b) ...` as items; a single letter before a bracket stays what it is."""
    letters = [found[2] if (found := _LETTERED.match(line)) else "" for line in lines]
    has_pair = any(a == "a" and "b" in letters[n : n + 12] for n, a in enumerate(letters))
    return [
        _LETTERED.sub(r"\1- ", line) if letter and has_pair else line
        for line, letter in zip(lines, letters, strict=True)
    ]
