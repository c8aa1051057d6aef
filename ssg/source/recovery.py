"""YAML read on past its mistakes, as if each line were written as proposed: so one run tells of all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ssg.diagnostics import Diagnostic
from ssg.source.spot import LONG, LONGEST_LINE
from ssg.source.text import DEFAULT_LIMITS, ReadLimits
from ssg.source.yaml_file import parse_yaml

MOST = 10
"""Lines that are mended on trial."""
_PROPOSED = re.compile(
    r"(?:Write|[Qq]uotes:|does:|away:|spaces:) `((?:(?!`[;,] ).)+)`(?:, or put the value in quotes)?$"
)

_OF_SEVERAL_LINES = re.compile("an item of|this item is|a space belongs|a tab stands|the text below|the line begins")
"""How the messages begin of what is wrong in several lines alike."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a text says: `value` when it could be read to the end, with the lines of `mended` as proposed in `text`."""

    value: Any
    text: str
    problems: tuple[Diagnostic, ...]
    mended: frozenset[int] = frozenset()

    def new(self, problems: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Those of some problems that do not come of a line that was mended on trial."""
        return tuple(each for each in problems if each.line not in self.mended or each.rule == "missing")


def read_on(path: str, text: str, first_line: int = 1, limits: ReadLimits = DEFAULT_LIMITS) -> Recovered:
    """The value of a YAML text as `parse_yaml` gives it; where the text is wrong, every mistake that can be told apart.

    Below a list or a quotation mark that begins wrongly, the next line counts as part of the mistake.
    """
    found: list[Diagnostic] = []
    mended: dict[int, Diagnostic] = {}
    while True:
        value, problems = parse_yaml(path, text, first_line, limits)
        if any(problem.line in mended for problem in problems):
            return Recovered(None, text, tuple(found))
        found += [problem for problem in problems if not _goes_on(problem, mended.get(problem.line - 1))]
        if not problems:
            return Recovered(value, text, tuple(found), frozenset(mended))
        lines = text.split("\n")
        for problem in problems:
            line = proposed(problem, lines[problem.line - first_line])
            if line is None or len(mended) == MOST or len(text) > LONG:
                return Recovered(None, text, tuple(found))
            lines[problem.line - first_line] = line
            mended[problem.line] = problem
        text = "\n".join(lines)


def _goes_on(problem: Diagnostic, above: Diagnostic | None) -> bool:
    """Whether a problem is the rest of the one on the line above: the next item of a list, the rest of a text."""
    if above is None:
        return False
    alike = all(_OF_SEVERAL_LINES.match(each.message) for each in (problem, above))
    return alike or above.message.startswith(("a quotation mark", "a list begins"))


def proposed(problem: Diagnostic, line: str) -> str | None:
    """How a line reads as its diagnostic proposes; None where it proposes no line."""
    if problem.rule == "duplicate-key" and re.match(r"\s*[\w-]+: \S", line):
        return f"#{line}"  # the first one counts
    match = _PROPOSED.search(problem.hint) if len(line) < LONGEST_LINE else None
    if match is None or "…" in match[1] or match[1].startswith("name:") or not problem.rule.startswith("yaml"):
        return None
    indent = line[: len(line) - len(line.lstrip())]
    whole = match[1].startswith(" ") or match[1].strip() == line.strip()
    return match[1] if whole else indent + match[1]
