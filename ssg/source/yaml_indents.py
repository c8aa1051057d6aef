"""Lines that begin at the wrong place: behind a tab, too far to the right or left, behind a dash too many."""

from __future__ import annotations

from ssg.source.spot import FIELD, Spot, Told, indent_of
from ssg.source.vocabulary import NAMES
from ssg.source.yaml_lines import at_indent, glued


def tab(spot: Spot) -> Told | None:
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
        return indent_of(before) + 2
    if item == before.strip().startswith("-"):
        return indent_of(before)
    match = FIELD.match(before)
    return len(match["lead"]) if match and not item else max(0, indent_of(before) - 2)


def first_indented(spot: Spot) -> Told | None:
    """The first field is indented, and the others are not."""
    first = next((at for at, line in enumerate(spot.lines) if FIELD.match(line)), None)
    indented = first is not None and first < spot.line and indent_of(spot.lines[first]) > indent_of(spot.here)
    if first is None or not indented or "document start" not in spot.problem:
        return None
    match = FIELD.match(spot.lines[first])
    key = match["key"] if match else ""
    message = f"`{key}` is indented, and the fields below it are not"
    return first, indent_of(spot.lines[first]), message, f"Write {at_indent(indent_of(spot.here), spot.lines[first])}"


def stray_item(spot: Spot) -> Told | None:
    """A dash before a field that is no item of a list."""
    item = spot.here.strip().removeprefix("- ")
    match = FIELD.match(item)
    if not spot.here.startswith("- ") or match is None or match["key"] not in NAMES:
        return None
    return spot.line, 0, "a dash stands before a field, and no list is open here", f"Take the dashes away: `{item}`"


def indented(spot: Spot) -> Told | None:
    match, item = FIELD.match(spot.here), spot.here.strip().startswith("-")
    indent = indent_of(spot.here)
    if told := glued(spot, spot.line):
        return told
    if not spot.here.strip() or not (match or item) or (item and not indent):
        return None
    wanted = _nearest_indent(spot)
    what = f"`{match['key']}`" if match and not item else "the item"
    message = f"{what} is indented by {indent} space{'s' * (indent != 1)}, and nothing above is"
    return spot.line, indent, message, f"Write {at_indent(wanted, spot.here)}"


def _nearest_indent(spot: Spot) -> int:
    """The indent nearest to a line's among those above, that of the line right above first."""
    own, above = indent_of(spot.here), spot.above(spot.line)
    item = spot.here.strip().startswith("-")
    lines = [line for line in spot.lines[: spot.line] if line.strip()]
    levels = {_begin(line, item) for line in lines if not item or line.strip().startswith("-")} or {0}
    right_above = _begin(spot.lines[above], item) if above is not None else 0
    return min(levels, key=lambda level: (abs(level - own), level != right_above, level))


def _begin(line: str, item: bool) -> int:
    """Where an item's dash, or a field's name, begins."""
    match = FIELD.match(line)
    return len(match["lead"]) if match and not item else indent_of(line)
