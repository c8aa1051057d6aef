"""What our own site publishes, imported again: the same postings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from ssg import l10n
from ssg.config import DEFAULT_SECTIONS, Config
from ssg.content.markdown import render_body
from ssg.formats.job_posting import job_posting
from ssg.formats.jobs_json import jobs_json
from ssg.formats.markdown import markdown
from ssg.importers import Imported, import_text
from ssg.model import FrontMatter
from ssg.source import parse_yaml, split_source
from tests.formats_entries import BODY, BOOK, FEED, full_entry, make_entry
from tests.test_import_text import TODAY

CONFIG = Config.model_validate(
    {
        "title": "Careers",
        "base_url": "https://example.org/",
        "companies": {"other": {"name": "Other"}, "acme": {"name": "Acme"}},
        "apply": {"email": "jobs@acme.example"},
    }
)
NOT_IN_JSON_LD = {"summary", "interview", "travel", "equity", "incentives", "aliases", "lint", "department", "contact"}


def postings(text: str, name: str) -> list[Imported]:
    result = import_text(text.encode(), name, today=TODAY, config=CONFIG)
    assert result.diagnostics == ()
    return list(result.postings)


def read_back(posting: Imported) -> FrontMatter:
    source, _ = split_source("x.md", posting.text.encode())
    assert source is not None
    front, problems = parse_yaml("x.md", source.front)
    assert problems == ()
    return FrontMatter.model_validate(front)


def front_of(posting: Any) -> FrontMatter:
    given = posting.model_dump(include=set(FrontMatter.model_fields), exclude_defaults=True)
    return FrontMatter.model_validate(given)


def test_jobs_json_gives_every_field_and_the_text_again() -> None:
    more = {
        "salary": {"amount": "24.50", "currency": "EUR", "unit": "hour"},
        "start": "immediately",
        "apply": "a@acme.example",
    }
    entries = [
        full_entry(),
        make_entry("remote-cook", title="Cook: #1, no", workplace="remote", experience="none-required", **more),
    ]
    bodies = {entry.posting.source: BODY for entry in entries}
    again = postings(jobs_json(FEED, entries, bodies, BOOK), "jobs.json")
    assert [posting.slug for posting in again] == ["senior-map-engineer", "remote-cook"]
    assert [read_back(posting) for posting in again] == [front_of(entry.posting) for entry in entries]
    assert all(posting.report.guessed == () for posting in again)
    assert again[0].body == (
        "Maps & more, see [us](/about/).\n\n## What you will do\n\n- Draw\n- Measure \\<twice>\n\n"
        "## You bring\n\nPatience.\n"
    )


def test_json_ld_of_our_pages_gives_the_facts_that_it_holds_again() -> None:
    entry = full_entry()
    page = job_posting(entry, BODY, DEFAULT_SECTIONS, BOOK["en"])
    (again,) = postings(json.dumps(page), "job.json")
    found, expected = read_back(again).model_dump(), front_of(entry.posting).model_dump()
    missing = NOT_IN_JSON_LD | {"apply", "workplace", "experience", "skills", "salary"}
    for name in FrontMatter.model_fields.keys() - missing:
        assert found[name] == expected[name], name
    assert found["experience"]["years"] == 5
    assert [skill["name"] for skill in found["skills"]] == ["Go", "Postgres"]
    assert found["apply"]["url"] == entry.url
    assert {key: found["salary"][key] for key in ("min", "max", "currency", "unit")} == {
        key: expected["salary"][key] for key in ("min", "max", "currency", "unit")
    }


SAME_PROMISE = CONFIG.model_copy(update={"equal_opportunities": "We hire on skill."})
NOT_IN_TWINS = {"summary", "aliases", "lint", "contact", "incentives", "apply", "language"}


@pytest.mark.parametrize("language", l10n.LANGUAGES)
def test_a_markdown_twin_in_any_language_gives_the_facts_that_it_holds_again(language: str) -> None:
    entry = full_entry(incentives=None)
    twin = markdown(entry, "We draw.\n\n## You bring\n\n- Patience\n", BOOK[language])
    (again,) = import_text(twin.encode(), "index.md", today=TODAY, config=SAME_PROMISE).postings
    found, expected = read_back(again).model_dump(), front_of(entry.posting).model_dump()
    for name in FrontMatter.model_fields.keys() - NOT_IN_TWINS:
        assert found[name] == expected[name], name
    assert found["apply"]["url"] == "https://acme.example/apply"
    assert again.slug == "senior-map-engineer"
    assert again.body == "We draw.\n\n## You bring\n\n- Patience\n"


def test_the_postings_of_the_example_site_come_through_unchanged() -> None:
    """Imported as Markdown files, each keeps its fields and, but for line breaks, its text."""
    folder = Path(__file__).parent.parent / "content" / "postings"
    for file in sorted(folder.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        (again,) = postings(text, file.name)
        source, _ = split_source(file.name, text.encode())
        assert source is not None
        expected = FrontMatter.model_validate(parse_yaml(file.name, source.front)[0]).model_dump(exclude={"company"})
        assert read_back(again).model_dump(exclude={"company", "status"}) == {
            name: value for name, value in expected.items() if name != "status"
        }
        assert render_body(again.body).text == render_body(source.body).text


def test_front_matter_of_another_generator_is_taken_where_it_fits() -> None:
    front = "title: Cook\ndate: 2026-11-02T08:00:00\ntags: [Rice, Fish]\nlayout: job\nweight: 3\n"
    text = f"---\n{front}---\n\n# Cook\n\n* Cook\n"
    (posting,) = postings(text, "cook.md")
    written = yaml.safe_load(posting.text.split("---\n")[1])
    assert written == {"title": "Cook", "date_posted": date(2026, 11, 2), "skills": ["Rice", "Fish"]}
    assert "layout: no field of that name is known" in posting.report.notes
    assert posting.body == "## Cook\n\n- Cook\n"
