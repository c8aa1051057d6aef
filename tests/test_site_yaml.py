"""What people write wrong in site.yaml, and every word of what they are told: `tests/site_yaml_cases.txt`.

A case is the file, a line `=>`, the messages; a line of `=` stands between cases. `<good>` stands for a site that is
right. `python -m tests.test_site_yaml` writes the messages anew, for reading in review.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ssg.config import load_config
from ssg.diagnostics import ConfigError, Problems
from tests.test_source import EDITS, edited

CASES = Path(__file__).with_name("site_yaml_cases.txt")
GOOD = "title: Careers\nbase_url: https://acme.example/\ncompanies: {acme: {name: Acme}}"


def read(case: str) -> list[str]:
    with TemporaryDirectory() as folder:
        Path(folder, "site.yaml").write_text(case.replace("<good>", GOOD) + "\n", "utf-8")
        try:
            load_config(Path(folder), Problems())
        except ConfigError as error:
            return [str(diagnostic) for diagnostic in error.diagnostics]
    return []


def cases() -> list[tuple[str, list[str]]]:
    blocks = (block.partition("\n=>") for block in CASES.read_text("utf-8").split("\n====\n"))
    return [(case, expected.strip("\n").splitlines()) for case, _, expected in blocks]


@pytest.mark.parametrize(("case", "expected"), cases())
def test_a_wrong_setting_is_answered_with_the_right_one(case: str, expected: list[str]) -> None:
    assert read(case) == expected


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([case for case, _ in cases()]), EDITS)
@example("---", [(0, 0, "")])
def test_whatever_stands_in_site_yaml_only_diagnostics_come_of_it(case: str, edits: list[tuple[int, int, str]]) -> None:
    for told in read(edited(case.replace("<good>", GOOD), edits)):
        assert told.startswith("site.yaml")
        assert "\n" not in told


if __name__ == "__main__":
    said = ("\n".join([case, "=>", *read(case)]) for case, _ in cases())
    CASES.write_text("\n====\n".join(said) + "\n", "utf-8")
