"""Closing a posting in its file: the lines that must change do, and every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from ssg.diagnostics import Diagnostic
from ssg.source import parse_yaml, spans, split_source
from ssg.source.text import without_breaks

Lines = list[tuple[str, str]]
Span = tuple[tuple[int, int], tuple[int, int]]

_ABOVE = {
    "status": ("valid_through", "date_posted", "title"),
    "date_closed": ("status", "title"),
    "filled": ("date_closed", "title"),
}
"""A new field goes below the first of these that stands there."""

_LINE_END = re.compile(r"\r\n|\r|\n")


def close_posting(path: str, data: bytes, *, today: date, filled: bool = False) -> bytes | Diagnostic:
    """The bytes of a posting's file with the posting closed; the same bytes when it is closed already.

    Changed are `status`, `date_closed` (today, unless the posting was closed on a day that the file names) and, when
    somebody was found, `filled`. Comments, order, line ends and byte order mark stay. A diagnostic when the file
    cannot be read, or is written so that a machine had better not touch it.
    """
    source, problems = split_source(path, data)
    if source is None:
        return problems[0]
    before, problems = parse_yaml(path, source.front, source.front_line)
    if problems or not isinstance(before, dict):
        return problems[0] if problems else _refused(path, today, filled)
    wanted = _wanted(before, today, filled)
    if not wanted:
        return data
    mark, text = ("\ufeff", data.decode("utf-8-sig")) if data.startswith(b"\xef\xbb\xbf") else ("", data.decode())
    lines = list(_lines(text))
    front = slice(source.front_line - 1, source.front_line - 1 + source.front.count("\n"))
    lines[front] = _edited(lines[front], wanted)
    edited = (mark + "".join(line + end for line, end in lines)).encode()
    return edited if _only_changed(path, edited, before, wanted) else _refused(path, today, filled)


def _wanted(front: Mapping[str, object], today: date, filled: bool) -> dict[str, str]:
    """The fields to write, in order, with their values as YAML."""
    was_closed = front.get("status") == "closed"
    wanted = {} if was_closed else {"status": "closed"}
    if not was_closed or "date_closed" not in front:
        wanted["date_closed"] = today.isoformat()
    if filled and front.get("filled") != "true":
        wanted["filled"] = "true"
    return {key: value for key, value in wanted.items() if front.get(key) != value}


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text, each with the characters that end it."""
    at = 0
    for end in _LINE_END.finditer(text):
        yield text[at : end.start()], end.group()
        at = end.end()
    yield text[at:], ""


def _edited(lines: Lines, wanted: Mapping[str, str]) -> Lines:
    for key, value in wanted.items():
        found = spans("\n".join(without_breaks(line) for line, _ in lines) + "\n")
        lines = _replaced(lines, found[key], value) if key in found else _inserted(lines, found, key, value)
    return lines


def _replaced(lines: Lines, span: Span, value: str) -> Lines:
    """The lines with the value at `span` replaced; a value over several lines leaves one."""
    (first, start), (last, end) = span[0], _end(lines, span)
    before, after = lines[first][0][:start], lines[last][0][end:]
    gap = "" if before.endswith((" ", "\t")) else " "
    return [*lines[:first], (f"{before}{gap}{value}{after}", lines[last][1]), *lines[last + 1 :]]


def _inserted(lines: Lines, found: Mapping[str, Span], key: str, value: str) -> Lines:
    """The lines with a new field below the one that it belongs to."""
    above = next((name for name in _ABOVE[key] if name in found), None)
    at = _end(lines, found[above])[0] + 1 if above else 0
    first = next((line for line, _ in lines if line.strip() and line.lstrip()[0] != "#"), "")
    indent = first[: len(first) - len(first.lstrip())]
    return [*lines[:at], (f"{indent}{key}: {value}", lines[max(at - 1, 0)][1]), *lines[at:]]


def _end(lines: Lines, span: Span) -> tuple[int, int]:
    """Where a value ends; YAML counts the line break below a folded text as part of it."""
    (first, _), (last, end) = span
    return (last - 1, len(lines[last - 1][0])) if end == 0 and last > first else (last, end)


def _only_changed(path: str, edited: bytes, before: Mapping[str, object], wanted: Mapping[str, str]) -> bool:
    """Whether the file, read again, says what it said and no more than what was wanted."""
    source, _ = split_source(path, edited)
    after, problems = parse_yaml(path, source.front) if source else (None, ())
    return not problems and after == {**before, **wanted}


def _refused(path: str, today: date, filled: bool) -> Diagnostic:
    lines = f"`status: closed`, `date_closed: {today.isoformat()}`" + (", `filled: true`" if filled else "")
    return Diagnostic(
        path, "not-edited", "the fields are written in a way that is not changed by machine", f"Write {lines} yourself"
    )
