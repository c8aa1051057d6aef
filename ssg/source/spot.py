"""Where a YAML text stopped being one, as those who explain it look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

Told = tuple[int, int, str, str]
"""Line and column from 0, message, hint."""
FIELD = re.compile(r"^(?P<lead>[ \t]*(?:- )*)(?P<key>[\w-]+):(?P<gap>[ \t]*)(?P<value>.*)$")
LONG = 20_000
"""Characters of a text above which the slow parser is not asked."""
LONGEST_LINE = 2_000
"""Characters of a line that are looked at."""


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


def spot_of(text: str) -> Spot:
    """What the pure Python parser says, which names more than the C one; of a long text the C one, which is quick."""
    lines = lines_of(text)
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
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):  # the last two: an escape for no character
        pass
    return Spot(lines, 0, 0, "", None)


def lines_of(text: str) -> list[str]:
    """The lines, none so long that a look at it takes a while."""
    return [line[:LONGEST_LINE] for line in text.split("\n")]


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
