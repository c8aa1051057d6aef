"""Changes as Markdown for a pull request, and as plain text.

What an author wrote stands in `<code>`, every character that Markdown or HTML would obey as an entity: GitHub makes no
link, mention, picture or emoji of what stands there, and nothing can end the cell that it is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ssg.diagnostics import Diagnostic
from ssg.editing.changes import Change, FieldChange, counted

LONGEST = 200
MOST_CHARACTERS, MOST_OF_ONE, MOST_ADVICE = 40_000, 8_000, 20_000
"""GitHub takes comments of 65,536 characters; what `ssg check` says and a few words stand beside the table."""
TITLE = "### Postings"
_FIELD = re.compile(r"[a-z_]+(?:\[\d+\])?(?:\.[a-z_]+(?:\[\d+\])?)*")
_WRITTEN = re.compile(r"(?P<field>[a-z_.]+): (?P<value>[^\s\[{].*)")
_MARKS = re.compile(r"[\\*_\[\]<>|~&$]")
_LINKED = re.compile(r"[@#]|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
"""What GitHub makes a link of, unless a character that nobody sees stands behind it."""
_ALWAYS = frozenset(" ,.-/()%+'")


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of the built site: files and bytes, and how long it took. None is left out."""

    files: int | None = None
    size: int | None = None
    seconds: float | None = None


def markdown(found: tuple[Change, ...], measured: Measured | None = None) -> str:
    """A heading with the counts, a table with a row for each posting, and a line about the built site."""
    lines = [f"{TITLE}: {counted(found) or 'nothing changed'}"]
    if found:
        rows = list(_fitting(map(_row, found), MOST_CHARACTERS))
        lines += ["", "| | posting | what changes |", "| --- | --- | --- |", *rows]
        left = len(found) - len(rows)
        lines += ["", f"and {left} more posting{'' if left == 1 else 's'}: `ssg diff` tells of all"] if left else []
    if measured and (line := built(measured)):
        lines += ["", line]
    return "\n".join(lines) + "\n"


def _fitting(rows: Iterable[str], most: int) -> Iterator[str]:
    """The first rows that are together no longer than `most`."""
    for row in rows:
        most -= len(row) + 1
        if most < 0:
            return
        yield row


def text(found: Sequence[Change], measured: Measured | None = None) -> str:
    """A line for each posting and, indented, one for each field. Empty when nothing changed."""
    line = built(measured) if measured else ""
    return "".join(f"{line}\n" for line in [*_text_lines(found), *([line] if line else [])])


def built(measured: Measured) -> str:
    """`The site: 132 files, 1.2 MB, built in 3.4 s`; empty when nothing is known."""
    parts = [] if measured.files is None else [f"{measured.files:,} file{'' if measured.files == 1 else 's'}"]
    parts += [] if measured.size is None else [f"{measured.size / 1e6:,.1f} MB"]
    parts += [] if measured.seconds is None else [f"built in {measured.seconds:.1f} s"]
    return f"The site: {', '.join(parts)}" if parts else ""


def quoted(written: str) -> str:
    """An author's words as Markdown that shows them and obeys nothing in them; cut where they are long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in written).split())
    short = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    harmless = "".join(c if c.isalnum() or c in _ALWAYS else f"&#{ord(c)};" for c in short)
    return f"<code>{harmless}</code>" if harmless else ""


def in_words(text: str, labels: Mapping[str, str] | None = None) -> str:
    """A diagnostic's text as Markdown on one line: what stands in backticks there may be an author's words.

    `labels` are what a reader knows fields by; a field that has none keeps its name.
    """
    return "".join(_parts(" ".join(text.split()), labels or {}))


def _parts(text: str, labels: Mapping[str, str]) -> Iterator[str]:
    for number, part in enumerate(text.split("`")):
        if number % 2 == 0:
            yield _LINKED.sub("\\g<0>\u200b", _MARKS.sub(r"\\\g<0>", part))
        elif label := _label(part, labels):
            yield f"**{label}**"
        elif (written := _WRITTEN.fullmatch(part)) and (label := _label(written["field"], labels)):
            yield f"**{label}**: {quoted(written['value'])}"
        else:
            yield quoted(part)


def _label(part: str, labels: Mapping[str, str]) -> str:
    """What a reader knows a field by: of `apply.url` it may be that of `apply`."""
    if not _FIELD.fullmatch(part):
        return ""
    name = re.sub(r"\[\d+\]", "", part)
    return labels.get(name) or labels.get(name.partition(".")[0], "")


def advice(found: Sequence[Diagnostic]) -> str:
    """A table of what `ssg check` says; no words of an author do anything in it."""
    if not found:
        return ""
    places = (f"{d.path}:{d.line}" if d.line else d.path for d in found)
    rows = [f"| {quoted(at)} | **{d.severity}** {in_words(d.text)} |" for at, d in zip(places, found, strict=True)]
    shown = list(_fitting(rows, MOST_ADVICE))
    lines = ["### What `ssg check` says", "", "| where | what |", "| --- | --- |", *shown]
    left = len(rows) - len(shown)
    return "\n".join([*lines, *(["", f"and {left} more"] if left else [])]) + "\n"


def _row(change: Change) -> str:
    name = quoted(change.title)
    where = quoted(change.path)
    said = list(_fitting(map(_field, change.fields), MOST_OF_ONE))
    if left := len(change.fields) - len(said):
        said.append(f"and {left} more field{'' if left == 1 else 's'}")
    said += [f"**{note}**" for note in _notes(change)]
    what = "<br>".join(said) or ("comments or layout alone" if change.kind == "changed" else "")
    return f"| **{change.kind}** | {f'{name}<br>{where}' if name else where} | {what} |"


def _notes(change: Change) -> Iterator[str]:
    """What a reviewer should see at once, in our own words alone."""
    if change.broken and change.kind == "removed":
        yield "could not be read"
    elif change.broken:
        yield "cannot be read: see `ssg check`"
    if change.left and change.kind == "removed":
        yield f"its address, jobs/{change.left}/, leads nowhere from now on: close a posting, and leave its file"
    elif change.left:
        yield f"its old address leads nowhere from now on: write `aliases: [{change.left}]`"


def _field(change: FieldChange) -> str:
    if change.old is None or change.new is None:
        value = quoted(change.new or change.old or "")
        return f"{change.field}: {value}" if change.old is None else f"{change.field}: {value} taken out"
    return f"{change.field}: {quoted(change.old)} → {quoted(change.new)}"


def _text_lines(found: Sequence[Change]) -> Iterator[str]:
    for change in found:
        title = f"  {_shown(change.title)}" if change.title else ""
        yield f"{change.kind:8} {change.path}{title}"
        yield from (f"         {note}" for note in _notes(change))
        for field in change.fields if change.kind != "added" else ():
            yield f"         {field.field}: {_shown(field.old)} -> {_shown(field.new)}"


def _shown(value: str | None) -> str:
    return "nothing" if value is None else value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
