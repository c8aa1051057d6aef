"""The modules and the theme agree: on words, on parts of the page, on how much a visitor fetches."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
import yaml

BASE = Path(__file__).parents[1] / "themes/base"
DOCS = Path(__file__).parents[1] / "docs/scripts.md"
MODULES = {path.stem: path.read_text("utf-8") for path in sorted((BASE / "assets/js").glob("*.js"))}
TEMPLATES = "\n".join(path.read_text("utf-8") for path in sorted((BASE / "templates").rglob("*.html")))
SET_BY_SCRIPTS = {"data-js", "data-scheme", "data-state", "data-zero", "data-over", "data-depth", "data-template"}


def words_used() -> set[str]:
    """Keys that modules say, `say(open ? "a" : "b")` included."""
    calls = re.findall(r"\bsay\(([^)(]*)", "\n".join(MODULES.values()))
    return {key for call in calls for key in re.findall(r'"([a-z_]+)"', call.split(", {")[0])}


def attributes_used() -> set[str]:
    """`data-` attributes that modules look for by name: in selectors and as the name of a part."""
    text = "\n".join(re.sub(r"^\s*(//|\*|/\*).*$", "", module, flags=re.MULTILINE) for module in MODULES.values())
    return set(re.findall(r"data-[a-z]+(?:-[a-z]+)*", text)) - SET_BY_SCRIPTS


@pytest.mark.parametrize("language", sorted(path.stem for path in (BASE / "strings").glob("*.yaml")))
def test_every_word_that_scripts_say_is_there_and_no_other(language: str) -> None:
    strings = yaml.safe_load((BASE / f"strings/{language}.yaml").read_text("utf-8"))
    assert {key.removeprefix("js.") for key in strings if key.startswith("js.")} == words_used()


def test_every_part_that_scripts_look_for_stands_in_a_template_and_in_the_docs() -> None:
    used = attributes_used()
    assert len(used) > 30
    assert sorted(name for name in used if not re.search(rf"\b{name}\b", TEMPLATES)) == []
    docs = DOCS.read_text("utf-8")
    assert sorted(name for name in used if not re.search(rf"\b{name}\b", docs)) == []


def test_no_script_makes_markup_of_text_or_runs_it() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|setHTML"
    assert {name for name, text in MODULES.items() if re.search(forbidden, text)} == set()


def test_no_script_talks_to_anybody_else() -> None:
    forbidden = r"https?://|XMLHttpRequest|sendBeacon|WebSocket|document\.cookie|sessionStorage|indexedDB"
    assert {name for name, text in MODULES.items() if re.search(forbidden, text)} == set()
    assert {name for name, text in MODULES.items() if "localStorage" in text} == {"early", "store"}


def imported(name: str) -> set[str]:
    """The module and what it imports at once."""
    found = re.findall(r'^import .*? from "\./(\w+)\.js"', MODULES[name], flags=re.MULTILINE | re.DOTALL)
    return {name}.union(*(imported(other) for other in found))


@pytest.mark.parametrize("entry", ["list", "posting"])
def test_a_page_fetches_twelve_kilobytes_of_scripts_at_most_before_a_click(entry: str) -> None:
    modules = {"early"} | imported("main") | imported(entry)
    assert sum(len(gzip.compress(MODULES[name].encode())) for name in modules) <= 12_000
