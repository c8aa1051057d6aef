"""Adverts as people paste them: each case is a text and the fields that it states."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from ssg.config import Config
from ssg.importers import Imported, import_text
from tests.sites import read_archive

CASES = sorted((Path(__file__).parent / "import_cases" / "text").glob("*.case"))
TODAY = date(2026, 11, 20)
CONFIG = Config.model_validate(
    {
        "title": "Careers",
        "base_url": "https://example.org/",
        "apply": {"email": "jobs@example.com"},
        "companies": {"example": {"name": "Example"}, "lindenhof": {"name": "Lindenhof Software GmbH"}},
    }
)


def imported(text: str | bytes, name: str = "advert.txt") -> Imported:
    """The one posting of a source, which is refused in no part."""
    data = text.encode() if isinstance(text, str) else text
    result = import_text(data, name, today=TODAY, config=CONFIG)
    assert result.diagnostics == ()
    assert len(result.postings) == 1
    return result.postings[0]


def front_matter(posting: Imported) -> dict[str, Any]:
    """The front matter as YAML reads it back, days as text."""
    _, front, _ = posting.text.split("---\n", 2)
    read: dict[str, Any] = yaml.safe_load(front)
    return {key: str(value) if isinstance(value, date) else value for key, value in read.items()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_pasted_advert_gives_the_fields_that_it_states(path: Path) -> None:
    case = read_archive(path.read_text(encoding="utf-8"))
    posting = imported(case["advert.txt"])
    fields = front_matter(posting)
    expected = yaml.safe_load(case["fields.yaml"])
    days = {key: str(value) if isinstance(value, date) else value for key, value in expected.items()}
    assert {key: fields.get(key) for key in days} == days
    guesses = {name for name, _ in posting.report.guessed}
    assert set(case.get("guessed", "").split()) <= guesses
    if "company" in case:
        assert posting.comments[0].startswith(f'company: "{case["company"].strip()}" is not in site.yaml')
    for line in case.get("body", "").splitlines():
        assert line in posting.body.splitlines()
    for words in case.get("gone", "").splitlines():
        assert words not in posting.body


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_sentence_of_an_advert_is_lost_and_none_is_invented(path: Path) -> None:
    """Every sentence is in the file but those that the case calls the page's own; every word in it is the advert's."""
    case = read_archive(path.read_text(encoding="utf-8"))
    posting = imported(case["advert.txt"])
    written = words(posting.text)
    gone, mended = case.get("gone", ""), joined(case["advert.txt"])
    for sentence in sentences(case["advert.txt"]):
        if sentence not in gone:
            halves = {word for word in words(sentence) - written if any(w.endswith(word) for w in written & mended)}
            assert words(sentence) - written == halves, sentence
    assert not words(posting.body) - words(case["advert.txt"]) - mended


def words(text: str) -> set[str]:
    """The words of a text in small letters, the marks of a list and of a gender aside."""
    return {word.casefold() for word in re.findall(r"[^\W_]+", text)}


def joined(text: str) -> set[str]:
    """Each two neighbours among the words of a text written as one, as a mended break does."""
    listed = [word.casefold() for word in re.findall(r"[^\W_]+", text)]
    return {a + b for a, b in pairwise(listed)}


def sentences(text: str) -> list[str]:
    """The lines of a text that are sentences: of six words or more, with a full stop at their end."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if re.search(r"[^\W\d]{2}[.!]$", line) and len(line.split()) >= 6]
