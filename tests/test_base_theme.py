"""The base theme's own promises: words complete in every language, a light sheet, nothing inline."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from ssg.config import UiLanguage
from ssg.l10n import locale
from ssg.model.posting import Education, EmploymentType, PayUnit, Workplace
from ssg.theme.colour import contrast

BASE = Path(__file__).parent.parent / "themes/base"
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))
LANGUAGES = get_args(UiLanguage)

SAID_BY_FILTERS = {
    "type": get_args(EmploymentType),
    "workplace": get_args(Workplace),
    "education": get_args(Education),
    "unit": get_args(PayUnit),
    "pay": ("range", "amount", "from", "up_to"),
    "duration": ("minutes", "hours", "both"),
    "where": ("remote", "hybrid", "more"),
    "applicants": ("worldwide",),
    "reason": ("skills", "department", "place", "remote"),
}
"""Keys that the engine's filters look up, by the part before the dot."""


def words(language: str) -> dict[str, Any]:
    loaded = yaml.safe_load((BASE / f"strings/{language}.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def forms(value: Any) -> list[str]:
    return list(value.values()) if isinstance(value, dict) else [value]


def asked_by_templates() -> tuple[set[str], set[str]]:
    """Keys that templates ask for, and the beginnings of those they put together (`t("facet_" ~ kind)`)."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    calls = re.findall(r"""\bt\(\s*["']([\w.-]+)["']\s*(~)?""", text)
    return {key for key, tilde in calls if not tilde}, {key for key, tilde in calls if tilde}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    assert words(language).keys() == words("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_where_values_go(language: str) -> None:
    def places(value: Any) -> set[str]:
        return {name for form in forms(value) for name in re.findall(r"\{(\w+)\}", form)}

    english = words("en")
    assert {key: places(value) for key, value in words(language).items()} == {k: places(v) for k, v in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_their_language_and_no_others(language: str) -> None:
    rules = locale(language).plural_form
    wanted = {*rules.tags, "other"}
    wrong = {key: set(v) for key, v in words(language).items() if isinstance(v, dict) and set(v) != wanted}
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_text_that_says_something(language: str) -> None:
    empty = [k for k, v in words(language).items() if not all(isinstance(f, str) and f.strip() for f in forms(v))]
    assert empty == []


def test_every_word_that_a_template_asks_for_is_there() -> None:
    whole, beginnings = asked_by_templates()
    known = words("en").keys()
    assert {key for key in whole if key not in known} == set()
    assert {start for start in beginnings if not any(key.startswith(start) for key in known)} == set()


def test_no_word_is_there_that_nothing_asks_for() -> None:
    whole, beginnings = asked_by_templates()
    filters = {f"{part}.{name}" for part, names in SAID_BY_FILTERS.items() for name in names}
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (BASE / "assets").rglob("*.js"))
    unused = {
        key
        for key in words("en").keys() - whole - filters
        if not key.startswith(tuple(beginnings)) and not (key.startswith("js.") and (key[3:] in scripts or not scripts))
    }
    assert unused == set()


def test_every_word_that_a_filter_looks_up_is_there() -> None:
    filters = {f"{part}.{name}" for part, names in SAID_BY_FILTERS.items() for name in names}
    assert filters - words("en").keys() == set()


def test_the_style_sheet_stays_under_ten_kilobytes_on_the_wire() -> None:
    sheets = b"".join(path.read_bytes() for path in sorted((BASE / "assets").glob("*.css")))
    assert len(gzip.compress(sheets, 9)) < 10_000


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_writes_style_or_script_into_the_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|<style|\son\w+=", text) == []
    inline = [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag and "json" not in tag]
    assert inline == []


def test_the_empty_row_has_the_fields_of_a_row() -> None:
    def fields(name: str) -> list[str]:
        text = (BASE / "templates/partials" / name).read_text(encoding="utf-8")
        return re.findall(r'data-(?:field|mark)="\w+"', text)

    assert fields("row_template.html") == fields("row_text.html")


def test_the_docs_name_every_block_of_a_template() -> None:
    docs = (BASE.parent.parent / "docs/themes.md").read_text(encoding="utf-8")
    named = {
        row[0]: set(re.findall(r"`(\w+)`", row[1])) for row in re.findall(r"^\| `(\w+\.html)` \| (.+) \|$", docs, re.M)
    }
    inherited: set[str] = set(re.findall(r"{% block (\w+)", (BASE / "templates/base.html").read_text(encoding="utf-8")))
    for path in (BASE / "templates").glob("*.html"):
        blocks = set(re.findall(r"{% block (\w+)", path.read_text(encoding="utf-8")))
        own = blocks if path.name == "base.html" else blocks - inherited
        assert named.get(path.name, set()) == own, path.name


@pytest.mark.parametrize("sheet", ["base/assets/site.css", "harbor/assets/harbor.css"])
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(sheet: str, scheme: int) -> None:
    text = (BASE.parent / sheet).read_text(encoding="utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w+), (#\w+)\)", text)
    colour = {name: _long((light, dark)[scheme]) for name, light, dark in pairs}
    assert {"paper", "tint", "ink", "muted", "edge", "visited"} <= colour.keys()
    for ground in (colour["paper"], colour["tint"]):
        assert contrast(colour["ink"], ground) >= 7
        assert contrast(colour["muted"], ground) >= 4.5
        assert contrast(colour["visited"], ground) >= 4.5
    assert contrast(colour["edge"], colour["paper"]) >= 3


def _long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
