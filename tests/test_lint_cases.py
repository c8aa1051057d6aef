"""What each rule says, word for word: `tests/lint_cases/RULE.md` holds postings and the whole lines they get.

A case begins with `=== its name`, goes on with a posting or several files, and ends with a line `>>> ` for each
diagnostic of the rule; none means that the rule is silent. `python -m tests.test_lint_cases` writes the lines anew, for
reading in review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssg.lint.registry import RULES
from tests.lint_site import lint

CASES = Path(__file__).parent / "lint_cases"
_CASE = re.compile(r"^=== (?P<name>.+)\n(?P<text>(?:(?!===|>>>).*\n)*)(?P<says>(?:>>> .*\n)*)", re.MULTILINE)


def read_cases(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Name, text and expected lines of each case of a file."""
    for match in _CASE.finditer(path.read_text(encoding="utf-8")):
        yield match["name"], match["text"].rstrip("\n") + "\n", [line[4:] for line in match["says"].splitlines()]


def says(rule: str, text: str) -> list[str]:
    return [str(found) for found in lint(text) if found.rule == rule]


def _all_cases() -> list[pytest.ParameterSet]:
    return [
        pytest.param(path.stem, text, expected, id=f"{path.stem}: {name}")
        for path in sorted(CASES.glob("*.md"))
        for name, text, expected in read_cases(path)
    ]


@pytest.mark.parametrize(("rule", "text", "expected"), _all_cases())
def test_a_rule_says_just_this(rule: str, text: str, expected: list[str]) -> None:
    assert says(rule, text) == expected


def test_every_rule_has_cases() -> None:
    assert {path.stem for path in CASES.glob("*.md")} == {rule.id for rule in RULES} | {"unknown-rule"}


def rewrite(path: Path) -> None:
    """Put what the rule says today into the file of its cases."""
    parts = []
    for name, text, _ in read_cases(path):
        lines = "".join(f">>> {line}\n" for line in says(path.stem, text))
        parts.append(f"=== {name}\n{text}{lines}")
    path.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    for file in sorted(CASES.glob("*.md")):
        rewrite(file)
