"""An imported posting brought up to date: line edits that keep comments, order and what people changed by hand.

The file itself remembers what the last import said: one comment with a digest for each field and for the body. So a
fresh clone, a moved file and another machine know it too. A value that still has the remembered digest is the
import's own and may be changed; any other was edited by hand and stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ssg.importers.draft import Found
from ssg.importers.posting_file import MEMORY, Imported, digest, memory_line
from ssg.importers.writing import GUESSED, ORDER, field_lines
from ssg.source import Source

_KEY = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s|$)")
_COMMENT = re.compile(r"\s+#[^\"']*$")
_NOT_UPDATED = ("status", "date_closed")


@dataclass(frozen=True)
class Update:
    """The new text of a file, the names of what was changed, and sentences about what was left as people wrote it."""

    text: str
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def updated(source: Source, data: Mapping[str, Any], posting: Imported) -> Update:
    """The file `source` (its front matter parsed is `data`) with what its source now says anew."""
    known = remembered(source.front)
    new = _comparable(posting, data)
    same = _same_guesses(new, data, source.front)
    new = {name: found for name, found in new.items() if name not in same}
    names = [name for name in ORDER if name not in (*_NOT_UPDATED, *same) and (name in new or name in known)]
    lines, changed, kept = source.front.rstrip("\n").split("\n"), [], []
    for name in names:
        fate = _fate(known, name, data.get(name), new[name].value if name in new else None)
        if fate == "change":
            lines = _with_field(lines, name, new.get(name))
            changed.append(name)
        elif fate:
            kept.append(fate)
    body, fate = source.body, _fate(known, "body", source.body.strip() or None, posting.body.strip() or None)
    if fate == "change":
        body = "\n" + posting.body
        changed.append("body")
    elif fate:
        kept.append(fate)
    if known:
        lines = _with_memory(lines, known, posting, new, same)
    return Update("\n".join(["---", *lines, "---", body]), tuple(changed), tuple(kept))


def _comparable(posting: Imported, data: Mapping[str, Any]) -> dict[str, Found]:
    """What the source says now, without days that it does not say or that only count from today."""
    fields = dict(posting.fields)
    posted = fields.get("date_posted")
    if posted and "date_posted" in data and (posted.guess or "date_posted" in posting.report.missing):
        del fields["date_posted"]
    return fields


def _same_guesses(new: Mapping[str, Found], data: Mapping[str, Any], front: str) -> frozenset[str]:
    """Days that were guessed from the very words that the file names: `6 December` means another day next year."""
    guessed = ((name, new[name].guess) for name in ("valid_through", "start") if name in new and name in data)
    return frozenset(name for name, words in guessed if words and f'{GUESSED}"{words}"' in front)


def _fate(known: Mapping[str, str], name: str, here: Any, there: Any) -> str:
    """`change`, nothing, or why a value stays although the source says something else."""
    mine, theirs = (digest(value) if value is not None else "" for value in (here, there))
    if mine == theirs or (known.get(name, "") == theirs and known):
        return ""
    if not known:
        return f"{name}: the source says something else, and no import wrote this file"
    if mine == known.get(name, ""):
        return "change" if theirs or name not in ("title", "date_posted") else ""
    return f"{name}: the source has changed, and so has this file by hand, which was kept"


def remembered(front: str) -> dict[str, str]:
    """What the last import wrote, as digests by field; empty for a file that no import wrote."""
    line = next((line for line in front.split("\n") if line.startswith(MEMORY)), "")
    return dict(part.split("=", 1) for part in line.removeprefix(MEMORY).split() if "=" in part)


def _with_memory(
    lines: list[str], known: Mapping[str, str], posting: Imported, new: Mapping[str, Found], same: frozenset[str]
) -> list[str]:
    """The front matter's lines with the comment that remembers what the source says as of now."""
    kept = ("date_posted", "status", *same)
    old = {name: short for name, short in known.items() if name in kept and name not in new}
    line = memory_line({name: found for name, found in new.items() if name != "status"}, posting.body)
    fresh = dict(part.split("=", 1) for part in line.removeprefix(MEMORY).split())
    both = fresh | {name: short for name, short in known.items() if name == "status"} | old
    ordered = sorted(both, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    written = MEMORY + " ".join(f"{name}={both[name]}" for name in ordered)
    return [written if line.startswith(MEMORY) else line for line in lines]


def _with_field(lines: list[str], name: str, found: Found | None) -> list[str]:
    """The lines with a field replaced, put in at its place, or (without a value) taken out."""
    spans = _spans(lines)
    if name in spans:
        start, end = spans[name]
        written = _keeping_comment(lines[start], field_lines(name, found)) if found else []
        return lines[:start] + written + lines[end:]
    if found is None:
        return lines
    before = [end for key, (_, end) in spans.items() if key in ORDER and ORDER.index(key) < ORDER.index(name)]
    at = max(before, default=0)
    return lines[:at] + field_lines(name, found) + lines[at:]


def _keeping_comment(old: str, written: list[str]) -> list[str]:
    """New lines with the comment that a person wrote behind the old value."""
    comment = _COMMENT.search(old)
    if not comment or GUESSED.strip() in comment.group() or "#" in written[0]:
        return written
    return [written[0] + comment.group(), *written[1:]]


def _spans(lines: list[str]) -> dict[str, tuple[int, int]]:
    """The lines of every field of the front matter; comments and blank lines behind one belong to the next."""
    starts = [(n, found.group(1)) for n, line in enumerate(lines) if (found := _KEY.match(line))]
    ends = [n for n, _ in starts[1:]] + [len(lines)]
    return {name: (n, _trimmed(lines, n, end)) for (n, name), end in zip(starts, ends, strict=True)}


def _trimmed(lines: list[str], start: int, end: int) -> int:
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
