"""Escapes in double quotes that stand for no character, and those that JSON writes where YAML has one."""

from __future__ import annotations

import re

from ssg.source.spot import Spot, Told

_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_NONE = re.compile(r"\\(?:(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}|U(?!000|0010)[0-9a-fA-F]{8})")


def escape(spot: Spot) -> Told | None:
    """The first escape of a text that neither parser could take for a character."""
    if spot.problem and "escape" not in spot.problem:
        return None
    for at, line in enumerate(spot.lines):
        if '"' in line and (match := _NONE.search(line)):
            if pair := _PAIR.search(line):
                mend = _PAIR.sub(lambda found: _character(found[0]), line)
                message = (
                    f"`{pair[0]}` is how JSON writes `{_character(pair[0])}`, and YAML knows no halves of characters"
                )
                return at, pair.start(), message, f"Write `{mend.strip()}`"
            return (
                at,
                match.start(),
                f"`{match[0]}` stands for no character",
                "Delete it, or write the character itself",
            )
    return None


def _character(pair: str) -> str:
    units = bytes.fromhex(pair.replace("\\u", ""))
    return units.decode("utf-16-be")
