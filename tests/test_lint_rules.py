"""Every rule against its own documentation, and the documentation against the file that carries it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.lint import Rule
from ssg.lint.reference import read_doc, reference
from ssg.lint.registry import RULES
from tests.lint_site import lint

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference" / "rules.md"


@pytest.fixture(params=RULES, ids=lambda rule: rule.id)
def rule(request: pytest.FixtureRequest) -> Rule:
    return request.param


def test_the_failing_example_of_a_rule_fails(rule: Rule) -> None:
    assert rule.id in {d.rule for d in lint(read_doc(rule).fails)}


def test_the_passing_example_of_a_rule_passes(rule: Rule) -> None:
    assert rule.id not in {d.rule for d in lint(read_doc(rule).passes)}


def test_a_finding_of_the_failing_example_points_at_a_line_that_is_there(rule: Rule) -> None:
    for found in lint(read_doc(rule).fails):
        assert found.source or not found.line


def test_a_message_is_one_plain_sentence_with_a_hint(rule: Rule) -> None:
    for found in lint(read_doc(rule).fails):
        assert "\n" not in found.text
        assert found.hint
        assert not found.message.endswith(".") and not found.hint.endswith(".")


def test_every_module_of_a_rule_is_registered_under_its_own_name() -> None:
    modules = {path.stem for path in (ROOT / "ssg" / "lint" / "rules").glob("*.py")} - {"__init__"}
    assert sorted(rule.id.replace("-", "_") for rule in RULES) == sorted(modules)


def test_the_reference_is_what_the_docstrings_say() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "write `ssg.lint.reference.reference()` to this file"
