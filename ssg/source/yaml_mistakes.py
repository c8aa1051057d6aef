"""What people get wrong in YAML, said in their own words, with the mend."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ssg.diagnostics import Diagnostic

_GLUED = re.compile(r"^\s*(?P<key>[\w-]+):(?P<value>[^\s/].*)$")
_FIELD = re.compile(r"^(?P<lead>[ \t]*(?:- )?)(?P<key>[\w-]+):(?P<gap>[ \t]*)(?P<value>.*)$")


def explain_syntax(path: str, text: str, first_line: int) -> Diagnostic:
    """Why the text is not YAML: the likeliest mistake on the line where it shows, and how that line should read."""
    error = _slow_error(text)
    mark = (error.problem_mark or error.context_mark) if error is not None else None
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    line, column, message, hint = _mistake(lines, line, mark.column if mark else 0, error)
    source = lines[line] if line < len(lines) else ""
    return Diagnostic(path, "yaml", message, hint, line + first_line, column + 1, source=source[:500])


def _slow_error(text: str) -> yaml.MarkedYAMLError | None:
    """The error of the pure Python parser, which names more than the C one."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return error
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return None


def _mistake(lines: list[str], line: int, column: int, error: yaml.MarkedYAMLError | None) -> tuple[int, int, str, str]:
    problem = f"{(error.context or '') if error else ''} {(error.problem or '') if error else ''}"
    here = lines[line] if line < len(lines) else ""
    if (tab := _tab_line(lines, line)) is not None:
        shown = lines[tab].expandtabs(2).rstrip()
        return tab, lines[tab].index("\t"), "a tab stands where YAML wants spaces", f"Write `{shown}`"
    if "quoted scalar" in problem:
        return _unclosed_quote(lines, error, line, column)
    if "alias" in problem or "anchor" in problem:
        return line, column, "a value must not begin with `*` or `&`", _quoted_hint(here)
    if "mapping values are not allowed" in problem:
        return _colon(lines, line, column)
    if "cannot start any token" in problem or "%" in problem:
        what = here[column : column + 1]
        return line, column, f"a value must not begin with `{what}`", _quoted_hint(here)
    if "flow sequence" in problem or "flow mapping" in problem:
        return _bracket(lines, error, line, column)
    if "could not find expected ':'" in problem:
        return _no_colon(lines, error, line)
    return _indent_or_rest(lines, line, column, error)


def _tab_line(lines: list[str], line: int) -> int | None:
    for at in (line, line - 1):
        if 0 <= at < len(lines) and "\t" in lines[at][: len(lines[at]) - len(lines[at].lstrip())]:
            return at
    return None


def _quote(value: str) -> str:
    value = value.strip()
    return f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"


def _quoted_hint(line: str) -> str:
    match = _FIELD.match(line)
    if match:
        dash = "- " if match["lead"].strip() else ""
        return f"Put it in quotes: `{dash}{match['key']}: {_quote(match['value'])}`"
    item = line.strip().removeprefix("- ")
    return (
        f"Put it in quotes: `- {_quote(item)}`"
        if line.strip().startswith("-")
        else f"Put it in quotes: `{_quote(item)}`"
    )


def _unclosed_quote(lines: list[str], error: Any, line: int, column: int) -> tuple[int, int, str, str]:
    start = error.context_mark or error.problem_mark
    opening = lines[start.line] if start.line < len(lines) else ""
    if "escape" in (error.problem or ""):
        return (
            line,
            column,
            "a backslash in double quotes means something else in YAML",
            "Use single quotes, or write `\\\\`",
        )
    match = _FIELD.match(opening)
    quote = opening[start.column : start.column + 1] or '"'
    value = match["value"].strip() if match else opening[start.column :].strip()
    inner = value.strip("'\"")
    mend = f"{match['key']}: {_quote(inner)}" if match else _quote(inner)
    return start.line, start.column, f"a quotation mark {quote} opens here and is not closed", f"Write `{mend}`"


def _colon(lines: list[str], line: int, column: int) -> tuple[int, int, str, str]:
    here = lines[line]
    match = _FIELD.match(here)
    if match and ": " in match["value"] + " ":
        return line, column, "a colon followed by a space stands inside a value without quotes", _quoted_hint(here)
    glued = next((at for at in (line - 1, line) if at >= 0 and _GLUED.match(lines[at])), None)
    if glued is not None:
        return _no_space(lines[glued], glued)
    if match and line and len(match["lead"]) > _indent(lines[line - 1]):
        hint = f"Move it to the left: `{here.strip()}`"
        return (
            line,
            len(match["lead"]),
            f"`{match['key']}` is indented, and the line above takes nothing below it",
            hint,
        )
    return line, column, "a colon stands where none is expected", _quoted_hint(here)


def _no_colon(lines: list[str], error: Any, line: int) -> tuple[int, int, str, str]:
    start = error.context_mark.line if error.context_mark else line
    here = lines[start] if start < len(lines) else ""
    if _GLUED.match(here):
        return _no_space(here, start)
    word = here.strip()
    return (
        start,
        _indent(here),
        f"`{word[:60]}` is no field: there is no colon in it",
        "Write `name: value`, or indent it below the field it belongs to",
    )


def _bracket(lines: list[str], error: Any, line: int, column: int) -> tuple[int, int, str, str]:
    start = error.context_mark
    at = start.line if start else line
    here = lines[at] if at < len(lines) else ""
    mark = here[start.column : start.column + 1] if start else "["
    closing = "]" if mark == "[" else "}"
    match = _FIELD.match(here)
    if match and not here.rstrip().endswith(closing):
        return (
            at,
            start.column,
            f"a bracket `{mark}` opens here and is not closed",
            f"Write `{here.strip()}{closing}`, or put the value in quotes",
        )
    return (
        line,
        column,
        f"something between the brackets `{mark}{closing}` is not separated by commas",
        "Write `[one, two]`, with quotes around anything that holds a comma, a colon or a bracket",
    )


def _indent_or_rest(lines: list[str], line: int, column: int, error: Any) -> tuple[int, int, str, str]:
    here = lines[line] if line < len(lines) else ""
    match = _FIELD.match(here)
    if match and match["value"][:1] in "\"'" and match["value"] and column > len(match["lead"]):
        return (
            line,
            column,
            "more text follows a closing quotation mark",
            "Put all of it in one pair of quotes: " + _requoted(match),
        )
    if _GLUED.match(here):
        return _no_space(here, line)
    if match and match["lead"].strip("-") and not here.strip().startswith("-"):
        wanted = _nearest_indent(lines, line)
        return (
            line,
            _indent(here),
            f"`{match['key']}` is indented by {_indent(here)} spaces, and no field above is",
            f"Indent it by {wanted}",
        )
    if not match and ":" not in here and here.strip():
        return line, _indent(here), f"`{here.strip()[:60]}` is no field: there is no colon in it", "Write `name: value`"
    said = error.problem if error and error.problem else "it cannot be read"
    return (
        line,
        column,
        f"the front matter cannot be read here: {said}",
        "Every field is a line `name: value`; lists are lines `- item`",
    )


def _no_space(here: str, line: int) -> tuple[int, int, str, str]:
    key, _, value = here.strip().partition(":")
    return line, here.index(":"), "after a field's colon comes a space", f"Write `{key}: {value}`"


def _requoted(match: re.Match[str]) -> str:
    value = match["value"].strip()
    if len(value) > 2 and value[0] == value[-1]:
        return f"`{match['key']}: {_quote(value[1:-1])}`"
    return f"`{match['key']}: {_quote(value.replace(value[0], ''))}`"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _nearest_indent(lines: list[str], line: int) -> int:
    own = _indent(lines[line])
    levels = {_indent(text) for text in lines[:line] if text.strip()} or {0}
    return min(levels, key=lambda level: (abs(level - own), level))
