"""Changes as Markdown for a pull request, and as plain text.

What an author wrote stands in `<code>`, every character that Markdown or HTML would obey as an entity: GitHub makes no
link, mention, picture or emoji of what stands there, and nothing can end the cell that it is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ssg.editing.changes import Change, FieldChange, counted

MOST_ROWS, MOST_FIELDS, LONGEST = 150, 30, 200
TITLE = "### Postings"
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
        lines += ["", "| | posting | what changes |", "| --- | --- | --- |", *map(_row, found[:MOST_ROWS])]
    if len(found) > MOST_ROWS:
        lines += ["", f"and {len(found) - MOST_ROWS} more postings"]
    if measured and (line := built(measured)):
        lines += ["", line]
    return "\n".join(lines) + "\n"


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


def _row(change: Change) -> str:
    name = quoted(change.title)
    where = quoted(change.path)
    said = [_field(field) for field in change.fields[:MOST_FIELDS]]
    if len(change.fields) > MOST_FIELDS:
        said.append(f"and {len(change.fields) - MOST_FIELDS} more fields")
    if change.broken:
        said.append("**cannot be read: see `ssg check`**")
    what = "<br>".join(said) or ("comments or layout alone" if change.kind == "changed" else "")
    return f"| **{change.kind}** | {f'{name}<br>{where}' if name else where} | {what} |"


def _field(change: FieldChange) -> str:
    if change.old is None or change.new is None:
        value = quoted(change.new or change.old or "")
        return f"{change.field}: {value}" if change.old is None else f"{change.field}: {value} taken out"
    return f"{change.field}: {quoted(change.old)} → {quoted(change.new)}"


def _text_lines(found: Sequence[Change]) -> Iterator[str]:
    for change in found:
        broken = "  (cannot be read: see `ssg check`)" if change.broken else ""
        title = f"  {change.title}" if change.title else ""
        yield f"{change.kind:8} {change.path}{title}{broken}"
        for field in change.fields if change.kind != "added" else ():
            yield f"         {field.field}: {_shown(field.old)} -> {_shown(field.new)}"


def _shown(value: str | None) -> str:
    return "nothing" if value is None else value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
