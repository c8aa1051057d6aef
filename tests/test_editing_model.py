"""What is made from the model: JSON Schema, tables, templates."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from ssg.config import Config
from ssg.content.template import NOT_OFFERED, posting_text
from ssg.editing.reference import reference
from ssg.editing.schema import SUBJECTS, Subject, schema
from ssg.model import FrontMatter
from ssg.model.lengths import LONGEST_TEXT
from ssg.model.nouns import fields, nouns
from ssg.source import parse_yaml, split_source
from tests.commands import run

ROOT = Path(__file__).parent.parent
SITES_OWN = {"title": "Careers", "base_url": "https://example.org/", "companies": {"acme": {"name": "Acme"}}}
LEAST = {"title": "Engineer", "date_posted": "2026-11-02"}
MakeSite = Callable[..., Path]
every_subject = pytest.mark.parametrize("subject", SUBJECTS)


def validator(subject: Subject) -> Draft202012Validator:
    made = schema(subject)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


@every_subject
def test_every_field_of_every_noun_has_a_description_and_an_example_in_the_schema(subject: Subject) -> None:
    made = schema(subject)
    parts = [made, *made["$defs"].values()]
    mappings = [option for part in parts for option in part.get("anyOf", [part])]
    found = [(name, spec) for part in mappings for name, spec in part.get("properties", {}).items()]
    assert len(found) > 30
    for name, spec in found:
        described = made["$defs"][spec["$ref"].rpartition("/")[2]] if "$ref" in spec else spec
        assert spec.get("description") or described.get("description"), name
        assert spec.get("examples"), name


@pytest.mark.parametrize("path", sorted((ROOT / "content/postings").glob("*.md")), ids=lambda p: p.stem)
def test_the_schema_accepts_the_example_postings(path: Path) -> None:
    source, _ = split_source(path.name, path.read_bytes())
    assert source
    data = yaml.safe_load(source.front)
    data |= {name: str(data[name]) for name in ("date_posted", "valid_through") if name in data}
    assert [error.message for error in validator("posting").iter_errors(data)] == []


def test_the_schema_accepts_the_sites_own_settings() -> None:
    data = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))
    assert [error.message for error in validator("site").iter_errors(data)] == []


@every_subject
def test_the_schema_accepts_every_example_of_a_field(subject: Subject) -> None:
    least = LEAST if subject == "posting" else SITES_OWN
    for name, info in SUBJECTS[subject].model_fields.items():
        errors = validator(subject).iter_errors({**least, name: info.examples[0]})
        assert [error.message for error in errors] == [], name


@pytest.mark.parametrize(
    ("subject", "wrong"),
    [
        ("posting", {"titel": "x"}),
        ("posting", {"status": "published"}),
        ("posting", {"locations": [{"city": "Lisbon"}]}),
        ("posting", {"locations": [{"city": "Lisbon", "country": "XX"}]}),
        ("posting", {"applicants": {"countries": ["Portugal"]}}),
        ("posting", {"salary": {"min": 1, "currency": "EURO", "unit": "year"}}),
        ("posting", {"title": ""}),
        ("site", {"companies": {"Acme Inc": {}}}),
        ("site", {"feeds": ["monster"]}),
        ("site", {"look": {"accent": "blue"}}),
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_program_refuses(subject: Subject, wrong: dict[str, Any]) -> None:
    least = LEAST if subject == "posting" else SITES_OWN
    assert list(validator(subject).iter_errors({**least, **wrong}))
    with pytest.raises(ValueError, match="validation error"):
        SUBJECTS[subject].model_validate({**least, **wrong})


@every_subject
def test_the_page_of_fields_is_current(subject: Subject) -> None:
    page = (ROOT / f"docs/reference/{subject}.md").read_text(encoding="utf-8")
    assert page == reference(subject), f"run: ssg schema {subject} --format markdown > docs/reference/{subject}.md"


@every_subject
def test_the_page_of_fields_has_a_row_for_every_field_and_a_table_for_every_noun(subject: Subject) -> None:
    first, *others = reference(subject).split("\n## ")
    tables = {SUBJECTS[subject]: first} | dict(zip(nouns(SUBJECTS[subject]), others, strict=True))
    for noun, text in tables.items():
        assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(noun.model_fields)
        assert noun is SUBJECTS[subject] or text.startswith(f"{noun.__name__}\n")


def test_the_command_prints_schema_and_page(tmp_path: Path) -> None:
    assert run(tmp_path, "schema", "posting").out.startswith('{\n  "$schema": "https://json-schema.org/draft/2020-12/')
    assert run(tmp_path, "schema", "site", "--format", "markdown").out == reference("site")
    assert run(tmp_path, "schema", "company").code == 2


def test_the_command_prints_the_sites_own_bound_of_a_field(make_site: MakeSite) -> None:
    def longest(root: Path) -> int:
        found: int = json.loads(run(root, "schema", "posting").out)["properties"]["summary"]["maxLength"]
        return found

    root = make_site()
    assert longest(root) == LONGEST_TEXT
    settings = (root / "site.yaml").read_text()
    (root / "site.yaml").write_text(f"{settings}limits: {{field_characters: 300}}\n")
    assert longest(root) == 300
    (root / "site.yaml").write_text(f"{settings}limits: {{field_characters: none}}\n")
    assert longest(root) == LONGEST_TEXT


def test_every_comment_of_a_new_posting_is_a_field_that_may_be_taken_in() -> None:
    text = posting_text(LEAST, "Text.")
    offered = re.findall(r"^#(\w+): ", text, re.MULTILINE)
    assert {*offered, *LEAST} == FrontMatter.model_fields.keys() - NOT_OFFERED
    source, _ = split_source("x.md", re.sub(r"^#(\w)", r"\1", text, flags=re.MULTILINE).encode())
    assert source
    data, problems = parse_yaml("x.md", source.front)
    assert problems == ()
    assert FrontMatter.model_validate(data).title == "Engineer"


def test_a_comment_names_the_values_that_a_field_may_have() -> None:
    text = posting_text(LEAST, "")
    assert "# One or several. One of: full-time, part-time, contract," in text
    assert [f.name for f in fields(Config) if f.shape.kind == "choice"] == ["languages", "feeds", "pay_unit"]
