"""docs/themes.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from ssg.config import Look
from ssg.pages.contexts import Context
from ssg.render.page import FIELDS
from ssg.render.reference import reference
from ssg.theme.chain import ThemeFile

DOCS = Path(__file__).parent.parent / "docs/themes.md"
MARK = "A test holds it against it. -->\n\n"


def test_what_templates_see_is_documented_as_it_is() -> None:
    _, mark, made = DOCS.read_text(encoding="utf-8").partition(MARK)
    assert mark
    assert made == reference(), "write `ssg.render.reference.reference()` below the mark"


def test_every_field_of_every_context_has_its_row() -> None:
    made = reference()
    for context, names in FIELDS.items():
        section = made.partition(f"### {context.__name__}\n")[2].partition("\n### ")[0]
        assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == list(names)
    assert len(FIELDS) == len(Context.__args__)


def test_every_setting_and_every_key_of_theme_yaml_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8").partition(MARK)[0]
    rows = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert rows == {*Look.model_fields, *ThemeFile.model_fields}


def test_every_link_into_the_page_leads_to_a_heading() -> None:
    text = DOCS.read_text(encoding="utf-8")
    headings = {re.sub(r"[^\w-]", "", line.lower().replace(" ", "-")) for line in re.findall(r"^#+ (.+)$", text, re.M)}
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= headings
