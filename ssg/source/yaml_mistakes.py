"""What people get wrong in YAML, said in their own words, with the mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from ssg.diagnostics import Diagnostic
from ssg.source.vocabulary import NAMES
from ssg.source.wrong import plainly, quoted
from ssg.source.yaml_brackets import bracket

Told = tuple[int, int, str, str]
"""Line and column from 0, message, hint."""

_GLUED = re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):(?P<value>[^\s/].*)$")
_FIELD = re.compile(r"^(?P<lead>[ \t]*(?:- )*)(?P<key>[\w-]+):(?P<gap>[ \t]*)(?P<value>.*)$")
_PARTED = re.compile(r"^\s*(?P<key>[\w-]+(?: [\w-]+)?)\s*(?:[=：；;﹕∶]|\s[-–—>]+\s)\s*(?P<value>\S.*)$")
_BLOCK = re.compile(r"^\s*(?:- )*[\w-]+:\s*[|>][-+\d]*\s*$")
_PAIRS = re.compile(r"[\w-]+: [^,:]+(?:,\s*[\w-]+: [^,:]+)+")
_BULLET = re.compile(r"^(?P<lead>\s*)(?P<mark>[*•·‣◦–—+]|\d{1,2}[.)](?=\s)|-(?=[^\W\d]))\s*(?P<item>\S.*)$")
LONG = 20_000
"""Characters of a text above which the slow parser is not asked."""
LONGEST_LINE = 2_000
"""Characters of a line that are looked at."""
_SPACES = "\u00a0\u2000-\u200b\u202f\u3000"
_CURLY = "“”„‟«»"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the parser stopped, and what it says; `start` is where it began what it could not finish."""

    lines: list[str]
    line: int
    column: int
    problem: str
    start: tuple[int, int] | None

    @property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def above(self, line: int) -> int | None:
        """The nearest line above that says something."""
        said = (at for at in range(line - 1, -1, -1) if self.lines[at].strip() and self.lines[at].strip()[0] != "#")
        return next(said, None)


def explain_syntax(path: str, text: str, first_line: int) -> Diagnostic:
    """Why the text is not YAML: the likeliest mistake on the line where it shows, and how that line should read."""
    spot = _spot(text)
    line, column, message, hint = next((told for find in _FINDERS if (told := find(spot))), None) or _rest(spot)
    source = spot.lines[line] if line < len(spot.lines) else ""
    return Diagnostic(path, "yaml", message, hint, line + first_line, column + 1, source=source[:500])


def explain_no_fields(path: str, text: str, first_line: int, example: str) -> Diagnostic:
    """Why a text that is YAML holds no fields: the first line that is none, and how it should read."""
    lines = _lines(text)
    spot = Spot(lines, next((at for at, line in enumerate(lines) if line.strip(" \t#-")), 0), 0, "", None)
    told = _listed(spot, example) if spot.here.lstrip().startswith(("- ", "[")) else _parted(spot, spot.line)
    line, column, message, hint = told
    return Diagnostic(path, "yaml", message, hint, line + first_line, column + 1, source=spot.here[:500])


def _listed(spot: Spot, example: str) -> Told:
    item = spot.here.strip().removeprefix("- ").strip()
    hint = f"Take the dashes away: `{item}`" if _FIELD.match(item) else f"Write lines such as `{example}`"
    return spot.line, _indent(spot.here), "a list stands here where fields are expected", hint


def _spot(text: str) -> Spot:
    """What the pure Python parser says, which names more than the C one; of a long text the C one, which is quick."""
    lines = _lines(text)
    loader = yaml.SafeLoader if len(text) <= LONG else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
        yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark, begun = error.problem_mark or error.context_mark, error.context_mark
        problem = f"{error.context or ''} {error.problem or ''}"
        line = min(mark.line, len(lines) - 1) if mark else 0
        start = (min(begun.line, len(lines) - 1), begun.column) if begun else None
        return Spot(lines, line, mark.column if mark else 0, problem, start)
    except (yaml.YAMLError, RecursionError, ValueError):
        pass
    return Spot(lines, 0, 0, "", None)


def _instruction(spot: Spot) -> Told | None:
    at = next((at for at, line in enumerate(spot.lines) if line.startswith("%")), None)
    if at is None:
        return None
    message = f"`{spot.lines[at].strip()[:40]}` is an instruction for YAML, and none is taken here"
    return at, 0, message, "Delete the line"


def _lines(text: str) -> list[str]:
    """The lines, none so long that a look at it takes a while."""
    return [line[:LONGEST_LINE] for line in text.split("\n")]


def _tab(spot: Spot) -> Told | None:
    for at in (spot.line, spot.line - 1):
        if at >= 0 and "\t" in _white(spot.lines[at]):
            wanted = " " * _indent_after(spot, at)
            shown = wanted + spot.lines[at].strip().replace("-\t", "- ")
            return at, spot.lines[at].index("\t"), "a tab stands where YAML wants spaces", f"Write `{shown}`"
    return None


def _white(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _indent_after(spot: Spot, at: int) -> int:
    """The spaces that a line is likely to begin with, by the one above it."""
    above = spot.above(at)
    if above is None:
        return 0
    before, item = spot.lines[above].expandtabs(2), spot.lines[at].strip().startswith("-")
    if before.split(" #")[0].rstrip().endswith(":"):
        return _indent(before) + 2
    if item == before.strip().startswith("-"):
        return _indent(before)
    match = _FIELD.match(before)
    return len(match["lead"]) if match and not item else max(0, _indent(before) - 2)


def _unclosed_quote(spot: Spot) -> Told | None:
    if "quoted scalar" not in spot.problem:
        return None
    if "escape" in spot.problem:
        message = "a backslash in double quotes means something else in YAML"
        return spot.line, spot.column, message, "Use single quotes, or write `\\\\`"
    line, column = spot.start or (spot.line, spot.column)
    opening = spot.lines[line]
    match, quote = _FIELD.match(opening), opening[column : column + 1] or '"'
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
    match = _FIELD.match(spot.here)
    column = match.end("gap") if match else len(spot.here) - len(spot.here.lstrip().removeprefix("- ").lstrip())
    sign = spot.here[column : column + 1]
    if not match and (bullet := bulleted(spot.here)):
        return spot.line, _indent(spot.here), *bullet
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


def bulleted(line: str) -> tuple[str, str] | None:
    """Message and hint for a line that begins like a list in a letter: `• item`, `-item`; None for any other."""
    match = _BULLET.match(line)
    if match is None:
        return None
    field = _FIELD.match(match["item"])
    item = match["item"] if field and field["key"] in NAMES else plainly(match["item"])
    mend = f"Write `{match['lead']}- {item}`"
    if match["mark"] == "-":
        return "a space belongs behind the dash of a list", mend
    return f"an item of a list begins with `-` and a space, and this line with `{match['mark']}`", mend


def quoted_hint(line: str) -> str:
    """How a line reads with its value in quotes."""
    match, item = _FIELD.match(line), line.strip().startswith("- ")
    if match and (not item or match["key"] in NAMES):
        return f"Put it in quotes: `{'- ' if item else ''}{match['key']}: {quoted(match['value'])}`"
    return f"Put it in quotes: `{'- ' if item else ''}{quoted(line.strip().removeprefix('- '))}`"


def _colon(spot: Spot) -> Told | None:
    if "mapping values are not allowed" not in spot.problem:
        return None
    above, match = spot.above(spot.line), _FIELD.match(spot.here)
    for at in (above, spot.line):
        if at is not None and (told := _glued(spot, at)):
            return told
    if match and ": " in match["value"] + " ":
        message = "a colon followed by a space stands inside a value without quotes"
        if _PAIRS.fullmatch(match["value"] if not match["lead"].strip() else f"{match['key']}: {match['value']}"):
            return spot.line, spot.column, "several fields stand on one line", _braced(match)
        return spot.line, spot.column, message, quoted_hint(spot.here)
    before = _FIELD.match(spot.lines[above]) if above is not None else None
    if above is not None and before is None and not spot.lines[above].strip().startswith("- "):
        return _parted(spot, above)
    if match and above is not None and len(match["lead"]) > _indent(spot.lines[above]):
        message = f"`{match['key']}` is indented, and the line above takes nothing below it"
        wanted = len(before["lead"]) if before else _indent(spot.lines[above])
        return spot.line, len(match["lead"]), message, f"Begin it where the line above does: {_at(wanted, spot.here)}"
    return spot.line, spot.column, "a colon stands where none is expected", quoted_hint(spot.here)


def _at(indent: int, line: str) -> str:
    return f"`{' ' * indent}{line.strip()}`"


def _braced(match: re.Match[str]) -> str:
    """How fields on one line read between braces."""
    if match["lead"].strip():
        return f"Write `- {{{match['key']}: {match['value'].strip()}}}`"
    return f"Write `{match['key']}: {{{match['value'].strip()}}}`"


def _glued(spot: Spot, at: int) -> Told | None:
    """A space is missing behind a colon or a dash."""
    here = spot.lines[at]
    if here.lstrip().startswith("-") and (bullet := bulleted(here)):
        return at, _indent(here), *bullet
    if re.match(rf"\s*(?:- )?[\w-]+:[{_SPACES}]", here):
        key, _, value = here.strip().partition(":")
        value = value.strip(" \u200b\u00a0\u202f\u3000")
        message = "the space behind the colon is not the one of the keyboard's space bar"
        return at, here.index(":") + 1, message, f"Write `{key}: {value}`"
    if _GLUED.match(here):
        key, _, value = here.strip().partition(":")
        return at, here.index(":"), "after a field's colon comes a space", f"Write `{key}: {value}`"
    return None


def _parted(spot: Spot, at: int) -> Told:
    """A line without a colon that should be a field, or go on with the text above it."""
    here, above = spot.lines[at], spot.above(at)
    if told := _glued(spot, at):
        return told
    if above is not None and (bullet := bulleted(here)):
        return at, _indent(here), *bullet
    match = _PARTED.match(here)
    if match is None:
        key, _, value = here.strip().partition(" ")
    else:
        key, value = match["key"], match["value"]
    name = key.casefold().replace(" ", "_").replace("-", "_")
    message = f"`{here.strip()[:60]}` is no field: there is no colon in it"
    if match and re.search("[：﹕∶]", here):
        message = "the colon of this line is not the one of the keyboard's key `:`"
    if name in NAMES and value:
        return at, _indent(here), message, f"Write `{key}: {plainly(value)}`"
    if above is not None and _BLOCK.match(spot.lines[above]):
        message = f"the text below `{spot.lines[above].strip()}` is not indented"
        return at, _indent(here), message, f"Begin every line of it with spaces: {_at(_indent(here) + 2, here)}"
    if above is not None and (begun := _block_above(spot, at)) is not None:
        message = f"the line begins with {_indent(here)} spaces, and the text above it with {begun}"
        return at, _indent(here), message.replace(" 1 spaces", " 1 space"), f"Write {_at(begun, here)}"
    if above is None:
        return at, _indent(here), message, "Write `name: value`, as in `title: …`"
    goes_on = f"or, where it goes on with the line above, indent it: {_at(_indent(here) + 2, here)}"
    return at, _indent(here), message, f"Write `name: value`, {goes_on}"


def _block_above(spot: Spot, at: int) -> int | None:
    """How far the text below a `|` or `>` is indented, of which the line at `at` is meant to be a part."""
    for line in range(at - 1, 0, -1):
        if _BLOCK.match(spot.lines[line - 1]):
            return _indent(spot.lines[line])
        if _FIELD.match(spot.lines[line]):
            return None
    return None


def _no_colon(spot: Spot) -> Told | None:
    if "could not find expected ':'" not in spot.problem:
        return None
    line = spot.start[0] if spot.start else spot.line
    return _parted(spot, line)


def _flow(spot: Spot) -> Told | None:
    return bracket(spot.lines, spot.line, spot.column, spot.problem, spot.start)


def _after_quote(spot: Spot) -> Told | None:
    """More text behind a closing quotation mark or bracket."""
    match = _FIELD.match(spot.here)
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


def _first_indented(spot: Spot) -> Told | None:
    """The first field is indented, and the others are not."""
    first = next((at for at, line in enumerate(spot.lines) if _FIELD.match(line)), None)
    indented = first is not None and first < spot.line and _indent(spot.lines[first]) > _indent(spot.here)
    if first is None or not indented or "document start" not in spot.problem:
        return None
    match = _FIELD.match(spot.lines[first])
    key = match["key"] if match else ""
    message = f"`{key}` is indented, and the fields below it are not"
    return first, _indent(spot.lines[first]), message, f"Write {_at(_indent(spot.here), spot.lines[first])}"


def _indented(spot: Spot) -> Told | None:
    match, item = _FIELD.match(spot.here), spot.here.strip().startswith("-")
    indent = _indent(spot.here)
    if told := _glued(spot, spot.line):
        return told
    if not spot.here.strip() or not (match or item) or (item and not indent):
        return None
    wanted = _nearest_indent(spot)
    what = f"`{match['key']}`" if match and not item else "the item"
    message = f"{what} is indented by {indent} space{'s' * (indent != 1)}, and nothing above is"
    return spot.line, indent, message, f"Write {_at(wanted, spot.here)}"


def _nearest_indent(spot: Spot) -> int:
    """The indent nearest to a line's among those above, that of the line right above first."""
    own, above = _indent(spot.here), spot.above(spot.line)
    item = spot.here.strip().startswith("-")
    lines = [line for line in spot.lines[: spot.line] if line.strip()]
    levels = {_begin(line, item) for line in lines if not item or line.strip().startswith("-")} or {0}
    right_above = _begin(spot.lines[above], item) if above is not None else 0
    return min(levels, key=lambda level: (abs(level - own), level != right_above, level))


def _begin(line: str, item: bool) -> int:
    """Where an item's dash, or a field's name, begins."""
    match = _FIELD.match(line)
    return len(match["lead"]) if match and not item else _indent(line)


def _stray_item(spot: Spot) -> Told | None:
    """A dash before a field that is no item of a list."""
    item = spot.here.strip().removeprefix("- ")
    match = _FIELD.match(item)
    if not spot.here.startswith("- ") or match is None or match["key"] not in NAMES:
        return None
    return spot.line, 0, "a dash stands before a field, and no list is open here", f"Take the dashes away: `{item}`"


def _wordless(spot: Spot) -> Told | None:
    if spot.here.strip() and ":" not in spot.here and not spot.here.strip().startswith("-"):
        return _parted(spot, spot.line)
    return None


def _rest(spot: Spot) -> Told:
    if spot.here.lstrip().startswith(":"):
        message = "the name of a field is missing before the colon"
        return spot.line, _indent(spot.here), message, "Write `name: value`"
    message = "this line cannot be read as a field, an item of a list or a text"
    return spot.line, spot.column, message, "Every field is a line `name: value`; lists are lines `- item`"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_FINDERS: tuple[Callable[[Spot], Told | None], ...] = (
    _instruction,
    _tab,
    _unclosed_quote,
    _flow,
    _wrong_start,
    _colon,
    _no_colon,
    _after_quote,
    _first_indented,
    _stray_item,
    _wordless,
    _indented,
)
"""Asked in this order; the first that knows answers."""
