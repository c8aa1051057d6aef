"""The second theme: how far a theme can go from the base with a few files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
import yaml

from ssg.config import UiLanguage
from tests.screenshots import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

THEMES = Path(__file__).parent.parent / "themes"
HARBOR = THEMES / "harbor"

POSTINGS = """\
-- site.yaml --
title: Careers at Example
base_url: https://example.org/careers/
theme: harbor
companies: {example: {name: Example}}
apply: {email: jobs@example.com}
-- content/postings/baker.md --
---
title: Baker
date_posted: 2026-11-01
valid_through: 2027-01-31
salary: {min: 30000, max: 38000, currency: EUR, unit: year}
---
Bake.
-- content/postings/miller.md --
---
title: Miller
date_posted: 2026-11-10
salary: {amount: 41000, currency: EUR, unit: year}
---
Mill.
-- content/postings/apprentice.md --
---
title: Apprentice
date_posted: 2026-10-01
valid_through: 2026-12-31
---
Learn.
"""


@pytest.fixture
def built(make_site: Callable[..., Path]) -> Path:
    root = make_site(POSTINGS)
    shutil.copytree(THEMES, root / "themes")
    build_site(root, root / "out")
    return root / "out"


def titles(page: Page) -> list[str]:
    return page.locator("tbody:visible .title").all_inner_texts()


def test_it_has_fewer_than_fifteen_files() -> None:
    assert len([path for path in HARBOR.rglob("*") if path.is_file()]) < 15


def test_its_own_words_are_there_in_every_language() -> None:
    words = {
        language: yaml.safe_load((HARBOR / f"strings/{language}.yaml").read_text()) for language in get_args(UiLanguage)
    }
    assert {language: set(said) for language, said in words.items()} == {language: {"role"} for language in words}


def test_its_empty_row_has_the_fields_of_a_row() -> None:
    def fields(name: str) -> list[str]:
        return re.findall(r'data-(?:field|mark)="\w+"', (HARBOR / "templates/partials" / name).read_text())

    assert fields("row_template.html") == fields("ledger_row.html")


def test_the_list_is_a_table_without_scripts(
    built: Path, serve_folder: Callable[..., str], open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(serve_folder(built))
    assert titles(page) == ["Miller", "Baker", "Apprentice"]
    assert page.locator("thead th").all_inner_texts() == ["Role", "Place", "Employment type", "Pay", "Posted", "Closes"]
    assert page.locator("thead button").count() == 0


@pytest.mark.parametrize(
    ("column", "once", "twice"),
    [
        ("Role", ["Apprentice", "Baker", "Miller"], ["Miller", "Baker", "Apprentice"]),
        ("Pay", ["Miller", "Baker", "Apprentice"], ["Baker", "Miller", "Apprentice"]),
        ("Posted", ["Miller", "Baker", "Apprentice"], ["Apprentice", "Baker", "Miller"]),
        ("Closes", ["Apprentice", "Baker", "Miller"], ["Baker", "Apprentice", "Miller"]),
    ],
)
def test_a_heading_sorts_its_column_both_ways_and_says_so(
    built: Path, serve_folder: Callable[..., str], page: Page, column: str, once: list[str], twice: list[str]
) -> None:
    page.goto(serve_folder(built))
    head = page.get_by_role("columnheader", name=column)
    head.get_by_role("button").press("Enter")
    first = head.get_attribute("aria-sort")
    assert titles(page) == once
    head.get_by_role("button").press("Enter")
    assert titles(page) == twice
    assert {first, head.get_attribute("aria-sort")} == {"ascending", "descending"}


def test_the_navigation_stands_at_the_side_of_a_wide_window(
    built: Path, serve_folder: Callable[..., str], page: Page
) -> None:
    page.goto(serve_folder(built))
    side, main = page.locator(".site-head").bounding_box(), page.locator("main").bounding_box()
    assert side and main and side["x"] + side["width"] <= main["x"]
    page.set_viewport_size({"width": 360, "height": 740})
    side, main = page.locator(".site-head").bounding_box(), page.locator("main").bounding_box()
    assert side and main and side["y"] + side["height"] <= main["y"]


def test_a_list_without_a_posting_says_so_and_shows_no_empty_table(
    make_site: Callable[..., Path], serve_folder: Callable[..., str], page: Page
) -> None:
    root = make_site(POSTINGS.partition("-- content")[0])
    shutil.copytree(THEMES, root / "themes")
    build_site(root, root / "out")
    page.goto(serve_folder(root / "out"))
    assert page.get_by_text("There are no open roles at the moment.").is_visible()
    assert page.get_by_role("link", name="Subscribe to new roles (feed)").is_visible()
    assert not page.locator("table").is_visible()
