"""docs/themes.md says what the code does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ssg.config import Look
from ssg.pages.contexts import Context
from ssg.render.page import FIELDS
from ssg.render.reference import reference
from ssg.theme.chain import ThemeFile
from tests.building import build_site, posting
from tests.sites import SITE_YAML, write_files

DOCS = Path(__file__).parent.parent / "docs/themes.md"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'
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


def test_an_afternoon_as_the_page_tells_it_gives_what_it_says(make_site: Callable[..., Path]) -> None:
    section = DOCS.read_text(encoding="utf-8").partition("## An afternoon\n")[2].partition("\n## ")[0]
    files = dict(
        re.findall(r"^```\w+\n(?:# |{# |/\* )(\S+)(?: #}| \*/)?\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    )
    assert len(files) == 6
    settings = SITE_YAML + files.pop("site.yaml")
    posted = {"content/postings/baker.md": posting("Baker"), "static/logo.svg": LOGO}
    root = write_files(make_site(site_yaml=settings), {**files, **posted})
    built = build_site(root)
    assert [str(found) for found in built.diagnostics] == []
    page = (built.output / "jobs/baker/index.html").read_text(encoding="utf-8")
    assert ">Apply now</a>" in page
    assert '<p class="promise">We answer every application within a week.</p>' in page
    assert '<img src="/careers/logo.svg"' in page
    sheets = re.findall(r'<link rel="stylesheet" href="/careers/assets/(\w+)\.', page)
    assert sheets == ["site", "look", "acme"]
    look = next((built.output / "assets").glob("look.*.css")).read_text(encoding="utf-8")
    assert all(
        line in look for line in ("--accent-light: #8a1f4b;", "--radius: 0px;", '--heading-font: "Georgia", serif;')
    )
