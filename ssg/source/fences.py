"""The lines `---` around the front matter: what stands where one is missing, and what to write."""

from __future__ import annotations

import re

from ssg.diagnostics import Diagnostic
from ssg.source.vocabulary import NAMES

RULE = "front-matter"
_HYPHENS = "Write three hyphens at the line's beginning, `---`, and nothing else on it"
_FIELD = re.compile(r"\s*([\w-]+)\s*:(?:\s|$)")
_FIELDS = re.compile(r"---\n(?:[\w-]+:.*\n)+---[ \t]*$", re.MULTILINE)
_RULER = r"[-\u2010-\u2015\u2212_*=]{2,}|[\u2013-\u2015]|(?:- ){1,}-"
_BEGINS = re.compile(rf"\s*(?:{_RULER}|```\w*|~~~\w*|---\s*\S+)\s*")
_ENDS = re.compile(rf"\s*(?:{_RULER})\s*|---\S.*")


def no_front_matter(path: str, text: str) -> Diagnostic:
    """Why a text does not begin with front matter, at the line where it should."""
    lines = text.split("\n")
    at = next((number for number, line in enumerate(lines) if line.strip()), None)
    if at is None:
        return Diagnostic(path, RULE, "the file is empty", "Begin with `---`, `title: …` and `date_posted: …`")
    message, hint = _why(lines, at)
    return _at(path, at, lines, message, hint)


def _why(lines: list[str], at: int) -> tuple[str, str]:
    first = lines[at]
    if first.strip() == "+++":
        mend = "Write `---` for both lines, and the fields as YAML: `title: Engineer` for `title = 'Engineer'`"
        return "the fields are written as TOML, and YAML is read", mend
    if _BEGINS.fullmatch(first) and any(map(_is_field, lines[at + 1 : at + 4])):
        return "the line above the fields is not `---`", _HYPHENS
    if _is_field(first):
        return "no line `---` stands above the fields", f"Put a line `---` above `{first.strip()[:60]}`"
    fence = next((number for number, line in enumerate(lines) if line.rstrip() == "---"), None)
    if fence is not None and any(map(_is_field, lines[fence + 1 : fence + 4])):
        mend = "Move it below the fields and their second line `---`, or delete it"
        return "something stands above the front matter, which begins the file", mend
    mend = "Its first line is `---`, then come `title: …` and `date_posted: …`, then `---`, then the text"
    return "the file does not begin with front matter", mend


def unclosed(path: str, text: str, opening: int) -> Diagnostic:
    """Where the line that closes the front matter is missing; it is opened by the line numbered `opening`, from 0."""
    lines = text.split("\n")
    for number in range(opening + 1, len(lines)):
        if _ENDS.fullmatch(lines[number]):
            return _at(path, number, lines, "the front matter is not closed: this line is not `---`", _HYPHENS)
        if _is_text(lines, number):
            message = "the front matter is not closed: no line `---` stands between the fields and this text"
            return _at(path, number, lines, message, "Put a line `---` above it")
    message = "the front matter is not closed: its first line is `---`, and no other line is"
    return _at(path, opening, lines, message, "Put a line `---` between the fields and the text")


def second_fields(path: str, text: str, body: str, body_line: int) -> Diagnostic | None:
    """What to say of a second block of fields below the first one; None when there is none."""
    begun = body.lstrip()
    if not begun.startswith("---\n") or not (_FIELDS.match(begun) or _is_field(begun[4:].split("\n", 1)[0])):
        return None
    at = body_line - 1 + body[: len(body) - len(begun)].count("\n")
    message, hint = "a second block of fields begins here", "Keep one block: move these fields into the first"
    return _at(path, at, text.split("\n"), message, hint)


def _is_field(line: str) -> bool:
    match = _FIELD.match(line)
    return match is not None and match[1].casefold().replace("-", "_") in NAMES


def _is_text(lines: list[str], number: int) -> bool:
    """Whether a line begins the text: a heading, or words below an empty line."""
    line = lines[number]
    if not line.strip() or line[0] in " \t" or lines[number - 1].strip():
        return False
    return not re.match(r"[\w-]+\s*:|- |#\w", line)


def _at(path: str, number: int, lines: list[str], message: str, hint: str) -> Diagnostic:
    column = len(lines[number]) - len(lines[number].lstrip()) + 1
    return Diagnostic(path, RULE, message, hint, number + 1, column, source=lines[number][:500])
