"""Lines that are no field: glued together, without a colon, begun like a list in a letter, or cut off from a text."""

from __future__ import annotations

import re

from ssg.source.spot import FIELD, Spot, Told, indent_of
from ssg.source.vocabulary import NAMES
from ssg.source.wrong import plainly, quoted

_GLUED = re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):(?P<value>[^\s/].*)$")
_PARTED = re.compile(r"^\s*(?P<key>[\w-]+(?: [\w-]+)?)\s*(?:[=：；;﹕∶]|\s[-–—>]+\s)\s*(?P<value>\S.*)$")
_BLOCK = re.compile(r"^\s*(?:- )*[\w-]+:\s*[|>][-+\d]*\s*$")
_BULLET = re.compile(r"^(?P<lead>\s*)(?P<mark>[*•·‣◦–—+]|\d{1,2}[.)](?=\s)|-(?=[^\W\d]))\s*(?P<item>\S.*)$")
_SPACES = "\u00a0\u2000-\u200b\u202f\u3000"


def bulleted(line: str) -> tuple[str, str] | None:
    """Message and hint for a line that begins like a list in a letter: `• item`, `-item`; None for any other."""
    match = _BULLET.match(line)
    if match is None:
        return None
    field = FIELD.match(match["item"])
    item = match["item"] if field and field["key"] in NAMES else plainly(match["item"])
    mend = f"Write `{match['lead']}- {item}`"
    if match["mark"] == "-":
        return "a space belongs behind the dash of a list", mend
    return f"an item of a list begins with `-` and a space, and this line with `{match['mark']}`", mend


def quoted_hint(line: str) -> str:
    """How a line reads with its value in quotes."""
    match, item = FIELD.match(line), line.strip().startswith("- ")
    if match and (not item or match["key"] in NAMES):
        return f"Put it in quotes: `{'- ' if item else ''}{match['key']}: {quoted(match['value'])}`"
    return f"Put it in quotes: `{'- ' if item else ''}{quoted(line.strip().removeprefix('- '))}`"


def glued(spot: Spot, at: int) -> Told | None:
    """A space is missing behind a colon or a dash."""
    here = spot.lines[at]
    if here.lstrip().startswith("-") and (bullet := bulleted(here)):
        return at, indent_of(here), *bullet
    if re.match(rf"\s*(?:- )?[\w-]+:[{_SPACES}]", here):
        key, _, value = here.strip().partition(":")
        value = value.strip(" \u200b\u00a0\u202f\u3000")
        message = "the space behind the colon is not the one of the keyboard's space bar"
        return at, here.index(":") + 1, message, f"Write `{key}: {value}`"
    if _GLUED.match(here):
        key, _, value = here.strip().partition(":")
        return at, here.index(":"), "after a field's colon comes a space", f"Write `{key}: {value}`"
    return None


def parted(spot: Spot, at: int) -> Told:
    """A line without a colon that should be a field, or go on with the text above it."""
    here, above = spot.lines[at], spot.above(at)
    if told := glued(spot, at):
        return told
    if above is not None and (bullet := bulleted(here)):
        return at, indent_of(here), *bullet
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
        return at, indent_of(here), message, f"Write `{key}: {plainly(value)}`"
    if above is not None and _BLOCK.match(spot.lines[above]):
        message = f"the text below `{spot.lines[above].strip()}` is not indented"
        return (
            at,
            indent_of(here),
            message,
            f"Begin every line of it with spaces: {at_indent(indent_of(here) + 2, here)}",
        )
    if above is not None and (begun := _block_above(spot, at)) is not None:
        message = f"the line begins with {indent_of(here)} spaces, and the text above it with {begun}"
        return at, indent_of(here), message.replace(" 1 spaces", " 1 space"), f"Write {at_indent(begun, here)}"
    if above is None:
        return at, indent_of(here), message, "Write `name: value`, as in `title: …`"
    goes_on = f"or, where it goes on with the line above, indent it: {at_indent(indent_of(here) + 2, here)}"
    return at, indent_of(here), message, f"Write `name: value`, {goes_on}"


def _block_above(spot: Spot, at: int) -> int | None:
    """How far the text below a `|` or `>` is indented, of which the line at `at` is meant to be a part."""
    for line in range(at - 1, 0, -1):
        if _BLOCK.match(spot.lines[line - 1]):
            return indent_of(spot.lines[line])
        if FIELD.match(spot.lines[line]):
            return None
    return None


def at_indent(indent: int, line: str) -> str:
    return f"`{' ' * indent}{line.strip()}`"
