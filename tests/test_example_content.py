"""The example content keeps what the adverts promise: length, plain Markdown, exact figures."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
POSTINGS = sorted((ROOT / "content" / "postings").glob("*.md"))


def read(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of a Markdown file."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def named(path: Path) -> str:
    return path.stem


def test_there_are_four_example_postings() -> None:
    assert len(POSTINGS) == 4


@pytest.mark.parametrize("path", POSTINGS, ids=named)
def test_an_example_posting_has_the_length_of_a_real_advert(path: Path) -> None:
    assert 350 <= len(read(path)[1].split()) <= 800


@pytest.mark.parametrize("path", POSTINGS, ids=named)
def test_an_example_posting_names_a_company_of_the_site(path: Path) -> None:
    companies = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))["companies"]
    assert read(path)[0]["company"] in companies


@pytest.mark.parametrize("path", POSTINGS, ids=named)
def test_pay_and_interview_minutes_of_the_front_matter_stand_in_the_body_too(path: Path) -> None:
    front, body = read(path)
    pay = [f"{front['salary'][end]:,}" for end in ("min", "max")] if "salary" in front else []
    minutes = [f"{step['minutes']} minutes" for step in front.get("interview", [])]
    assert [figure for figure in pay + minutes if figure not in body] == []


@pytest.mark.parametrize("path", sorted((ROOT / "content").rglob("*.md")), ids=named)
def test_example_text_is_plain_markdown_whose_headings_start_below_the_title(path: Path) -> None:
    body = read(path)[1]
    assert not re.search(r"^# |<[a-z/!]|!\[|\[here\]", body, re.MULTILINE)


@pytest.mark.parametrize("path", POSTINGS, ids=named)
def test_an_example_application_reaches_nobody(path: Path) -> None:
    apply = read(path)[0]["apply"]
    assert re.search(r"(//|@)[\w.-]+\.example(/|$)", apply.get("url") or apply["email"])
