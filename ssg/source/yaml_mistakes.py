"""What people get wrong in YAML, said in their own words, with the mend."""

from __future__ import annotations

import re
from collections.abc import Callable

from ssg.diagnostics import Diagnostic
from ssg.source.spot import FIELD, Spot, Told, indent_of, lines_of, spot_of
from ssg.source.wrong import quoted
from ssg.source.yaml_brackets import bracket
from ssg.source.yaml_escapes import escape
from ssg.source.yaml_indents import first_indented, indented, stray_item, tab
from ssg.source.yaml_lines import at_indent, bulleted, glued, parted, quoted_hint

_PAIRS = re.compile(r"[\w-]+: [^,:]+(?:,\s*[\w-]+: [^,:]+)+")
_CURLY = "“”„‟«»"


def explain_syntax(path: str, text: str, first_line: int) -> Diagnostic:
    """Why the text is not YAML: the likeliest mistake on the line where it shows, and how that line should read."""
    spot = spot_of(text)
    line, column, message, hint = next((told for find in _FINDERS if (told := find(spot))), None) or _rest(spot)
    source = spot.lines[line] if line < len(spot.lines) else ""
    return Diagnostic(path, "yaml", message, hint, line + first_line, column + 1, source=source[:500])


def explain_no_fields(path: str, text: str, first_line: int, example: str) -> Diagnostic:
    """Why a text that is YAML holds no fields: the first line that is none, and how it should read."""
    lines = lines_of(text)
    spot = Spot(lines, next((at for at, line in enumerate(lines) if line.strip(" \t#-")), 0), 0, "", None)
    told = _listed(spot, example) if spot.here.lstrip().startswith(("- ", "[")) else parted(spot, spot.line)
    line, column, message, hint = told
    return Diagnostic(path, "yaml", message, hint, line + first_line, column + 1, source=spot.here[:500])


def _listed(spot: Spot, example: str) -> Told:
    item = spot.here.strip().removeprefix("- ").strip()
    hint = f"Take the dashes away: `{item}`" if FIELD.match(item) else f"Write lines such as `{example}`"
    return spot.line, indent_of(spot.here), "a list stands here where fields are expected", hint


def _instruction(spot: Spot) -> Told | None:
    at = next((at for at, line in enumerate(spot.lines) if line.startswith("%")), None)
    if at is None:
        return None
    message = f"`{spot.lines[at].strip()[:40]}` is an instruction for YAML, and none is taken here"
    return at, 0, message, "Delete the line"


def _unclosed_quote(spot: Spot) -> Told | None:
    if "quoted scalar" not in spot.problem:
        return None
    if "escape" in spot.problem:
        message = "a backslash in double quotes means something else in YAML"
        return spot.line, spot.column, message, "Use single quotes, or write `\\\\`"
    line, column = spot.start or (spot.line, spot.column)
    opening = spot.lines[line]
    match, quote = FIELD.match(opening), opening[column : column + 1] or '"'
    value = match["value"] if match else opening[column:]
    inner = value.strip().strip("'\"" + _CURLY)
    dash = "- " if opening.strip().startswith("-") else ""
    mend = f"{dash}{match['key']}: {quoted(inner)}" if match else dash + quoted(inner)
    return line, column, f"a quotation mark {quote} opens here and is not closed", f"Write `{mend}`"


def _wrong_start(spot: Spot) -> Told | None:
    """A value that begins with a sign that YAML keeps for itself."""
    signs = ("alias", "anchor", "cannot start any token", "a comment or a line break", "chomping or indentation", "%")
    entry = "sequence entries are not allowed" in spot.problem
    if not entry and "mapping keys are not allowed" not in spot.problem and not any(s in spot.problem for s in signs):
        return None
    match = FIELD.match(spot.here)
    column = match.end("gap") if match else len(spot.here) - len(spot.here.lstrip().removeprefix("- ").lstrip())
    sign = spot.here[column : column + 1]
    if not match and (bullet := bulleted(spot.here)):
        return spot.line, indent_of(spot.here), *bullet
    below = spot.lines[spot.line + 1] if spot.line + 1 < len(spot.lines) else ""
    if entry and match:
        message = "a list begins on the line below its name, or stands in brackets"
        first = match["value"].removeprefix("-").strip().split(" - ")
        more = [below.strip().removeprefix("-").strip()] if below.strip().startswith("- ") else []
        listed = f"`{match['key']}: [{', '.join(map(_in_brackets, [*first, *more]))}]`"
        quote = (
            ""
            if more or len(first) > 1
            else f"; if the dash is part of the text, `{match['key']}: {quoted(match['value'])}`"
        )
        return spot.line, column, message, f"Write {listed}{quote}"
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return spot.line, column, f"a value must not begin with {shown}", quoted_hint(spot.here)


def _in_brackets(text: str) -> str:
    return quoted(text) if re.search(r"[,:\[\]{}#\"']", text) else text


def _colon(spot: Spot) -> Told | None:
    if "mapping values are not allowed" not in spot.problem:
        return None
    above, match = spot.above(spot.line), FIELD.match(spot.here)
    for at in (above, spot.line):
        if at is not None and (told := glued(spot, at)):
            return told
    if match and ": " in match["value"] + " ":
        message = "a colon followed by a space stands inside a value without quotes"
        if _PAIRS.fullmatch(match["value"] if not match["lead"].strip() else f"{match['key']}: {match['value']}"):
            return spot.line, spot.column, "several fields stand on one line", _braced(match)
        return spot.line, spot.column, message, quoted_hint(spot.here)
    before = FIELD.match(spot.lines[above]) if above is not None else None
    if above is not None and before is None and not spot.lines[above].strip().startswith("- "):
        return parted(spot, above)
    if match and above is not None and len(match["lead"]) > indent_of(spot.lines[above]):
        message = f"`{match['key']}` is indented, and the line above takes nothing below it"
        wanted = len(before["lead"]) if before else indent_of(spot.lines[above])
        return (
            spot.line,
            len(match["lead"]),
            message,
            f"Begin it where the line above does: {at_indent(wanted, spot.here)}",
        )
    return spot.line, spot.column, "a colon stands where none is expected", quoted_hint(spot.here)


def _braced(match: re.Match[str]) -> str:
    """How fields on one line read between braces."""
    if match["lead"].strip():
        return f"Write `- {{{match['key']}: {match['value'].strip()}}}`"
    return f"Write `{match['key']}: {{{match['value'].strip()}}}`"


def _no_colon(spot: Spot) -> Told | None:
    if "could not find expected ':'" not in spot.problem:
        return None
    line = spot.start[0] if spot.start else spot.line
    return parted(spot, line)


def _flow(spot: Spot) -> Told | None:
    return bracket(spot.lines, spot.line, spot.column, spot.problem, spot.start)


def _after_quote(spot: Spot) -> Told | None:
    """More text behind a closing quotation mark or bracket."""
    match = FIELD.match(spot.here)
    value = match["value"] if match else ""
    if match is None or spot.column <= match.end("gap") or not value:
        return None
    if value[0] in "\"'":
        message = "more text follows a closing quotation mark"
        mend = f"{match['key']}: {_requoted(value)}"
        return spot.line, spot.column, message, f"Put all of it in one pair of quotes: `{mend}`"
    if value[0] in "[{":
        return spot.line, spot.column, "more text follows a closing bracket", quoted_hint(spot.here)
    return None


def _requoted(value: str) -> str:
    """A value whose quotation marks end too early, in marks that hold all of it."""
    value, mark = value.strip(), value[0]
    inner, tail = value[1:].find(mark) + 1, value[-1] == mark and len(value) > 2
    whole = value[inner - 1 : inner] != " " and not value[inner + 1 : inner + 2].isalnum()
    if tail and not whole:
        return quoted(value[1:-1])
    return quoted(value) if tail else quoted(value.replace(mark, ""))


def _wordless(spot: Spot) -> Told | None:
    if spot.here.strip() and ":" not in spot.here and not spot.here.strip().startswith("-"):
        return parted(spot, spot.line)
    return None


def _rest(spot: Spot) -> Told:
    if spot.here.lstrip().startswith(":"):
        message = "the name of a field is missing before the colon"
        return spot.line, indent_of(spot.here), message, "Write `name: value`"
    message = "this line cannot be read as a field, an item of a list or a text"
    return spot.line, spot.column, message, "Every field is a line `name: value`; lists are lines `- item`"


_FINDERS: tuple[Callable[[Spot], Told | None], ...] = (
    _instruction,
    escape,
    tab,
    _unclosed_quote,
    _flow,
    _wrong_start,
    _colon,
    _no_colon,
    _after_quote,
    first_indented,
    stray_item,
    _wordless,
    indented,
)
"""Asked in this order; the first that knows answers."""
