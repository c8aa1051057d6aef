"""What axe-core finds on every kind of page, in both schemes, on a phone and on a desk: nothing.

axe-core comes with axe-playwright-python (MPL-2.0), which follows its releases and is locked by hash like all else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.screenshots import NOON, PAGES, build_site, make_site
from tests.static_server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

Hosts = Callable[[str], str]
THEMES = Path(__file__).parent.parent / "themes"

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All that axe does by itself, and WCAG 2.2's least size of a target."""
HARBOR = ("home", "home-nothing-found", "posting-every-field", "closed", "term", "terms", "page")
"""Pages whose markup or colours the second theme changes."""
WINDOWS = ((360, 740), (1280, 800))
SCHEMES = ("light", "dark")


def open_filters(page: Page) -> None:
    summary = page.locator(".filters > summary")
    if summary.is_visible():
        summary.click()
    page.get_by_role("checkbox", name="Postgres").check()
    page.locator("[data-facet=skill] [data-all-options]").click()


def search(page: Page) -> None:
    page.get_by_role("searchbox").fill("engineer")
    page.locator("[data-results] [data-row]").first.wait_for()
    page.locator("[data-save-search]").click()


def compare_cv(page: Page) -> None:
    page.locator(".fit summary").click()
    page.locator("[data-fit-text]").fill("Six years of Go, two years of PostgreSQL")
    page.locator("[data-state=found]").first.wait_for()
    page.locator("[data-fit-keep]").click()


def save(page: Page) -> None:
    page.locator("[data-save]").first.click()


STOP = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const marked = [getComputedStyle(focused), getComputedStyle(focused, "::after")];
  const box = focused.getClientRects()[0];
  const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    text: (focused.textContent || focused.getAttribute("aria-label") || focused.name).trim(),
    ring: marked.some((style) => style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2),
    seen: !!top && (focused.contains(top) || top.contains(focused)),
    at: [...document.querySelectorAll("*")].indexOf(focused),
  };
}"""
"""Where the focus is: its text, whether it has a ring of two pixels and nothing above it, its place on the page."""
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "filters open": ("home", open_filters),
    "words searched": ("home", search),
    "a CV compared": ("posting-every-field", compare_cv),
    "saved": ("posting", save),
}
"""What a reader makes of a page: its name in `PAGES` and what is done there."""


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """`hosts("harbor")` serves the example site in a theme, built when it is first asked for; returns its base URL."""
    with ExitStack() as stack:

        @cache
        def host(theme: str) -> str:
            folder = tmp_path_factory.mktemp(theme)
            build_site(make_site(folder / "site", theme), folder / "out")
            return stack.enter_context(serve(folder / "out"))

        yield host


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    page = open_page()
    page.clock.set_fixed_time(NOON)
    return page


def faults(page: Page) -> list[str]:
    """What axe finds, with the scheme and the window in which it does."""
    found: list[str] = []
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for violation in Axe().run(page, options=RULES).response["violations"]:
                where = ", ".join(str(node["target"]) for node in violation["nodes"][:5])
                found.append(f"{width} {scheme}: {violation['id']} ({violation['impact']}): {where}")
    return found


@pytest.mark.parametrize(("theme", "name"), [*(("base", name) for name in PAGES), *(("harbor", n) for n in HARBOR)])
def test_axe_finds_nothing_on_a_page(hosts: Hosts, page: Page, troubles: list[str], theme: str, name: str) -> None:
    page.goto(hosts(theme) + PAGES[name], wait_until="networkidle")
    assert faults(page) == []


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_a_page_that_was_used(hosts: Hosts, page: Page, state: str) -> None:
    name, use = STATES[state]
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(hosts("base") + PAGES[name], wait_until="networkidle")
    use(page)
    assert faults(page) == []


@pytest.mark.parametrize("theme", ["base", "harbor"])
@pytest.mark.parametrize(
    ("name", "width"), [("home", 1280), ("posting-every-field", 1280), ("posting-every-field", 360), ("closed", 768)]
)
def test_every_stop_of_the_keyboard_is_seen(hosts: Hosts, page: Page, theme: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(hosts(theme) + PAGES[name], wait_until="networkidle")
    first = page.evaluate(f"({STOP})()") if page.keyboard.press("Tab") is None else None
    assert first["text"] == "Skip to content"
    assert first["seen"]
    stops = [first]
    while len(stops) < 200 and page.keyboard.press("Tab") is None and (stop := page.evaluate(f"({STOP})()")):
        stops.append(stop)
    assert [stop["text"] for stop in stops if not (stop["ring"] and stop["seen"])] == []
    assert [stop["at"] for stop in stops[1:]] == sorted(stop["at"] for stop in stops[1:])


def test_nothing_moves_by_itself() -> None:
    sheets = [path.read_text(encoding="utf-8") for path in THEMES.glob("*/assets/**/*.css")]
    assert len(sheets) > 1
    moving = re.compile(r"\b(?:animation|transition|scroll-behavior)\b")
    assert [word for sheet in sheets for word in moving.findall(sheet)] == []
