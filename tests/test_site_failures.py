"""What a visitor meets when the network, the storage or a script fails, the site is deployed, or days pass."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import visitors
from tests.browser import wait_until
from tests.building import build_site, posting
from tests.sites import SITE_YAML, write_site
from tests.visitors import ALL, Host, box, count_says, query, settled, titles

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

site, page, visit = visitors.site, visitors.page, visitors.visit


def not_found(route: Route) -> None:
    route.fulfill(status=404, body="gone", content_type="text/html")


@pytest.fixture
def provoked(troubles: list[str]) -> Iterator[list[str]]:
    """The browser's own words about answers that a test took away; nothing else may go wrong."""
    yield troubles
    troubles[:] = [t for t in troubles if "Failed to load resource" not in t]


def nothing_dead_is_shown(page: Page) -> bool:
    return page.locator("[data-js-only]:visible, main button:visible, main input:visible").count() == 0


@pytest.mark.parametrize("failure", ["refused", "missing", "torn"])
def test_a_list_that_does_not_arrive_is_told_and_asked_for_again(
    failure: str, site: Host, visit: Callable[[str], Page], provoked: list[str]
) -> None:
    answers = {
        "refused": lambda route: route.abort(),
        "missing": not_found,
        "torn": lambda route: route.fulfill(status=200, body='{"unit": "ye'),
    }
    page = visit(site.base)
    page.route("**/postings.json", answers[failure])
    box(page, "department", "data").check()
    note = page.locator("[data-note]")
    note.wait_for()
    assert "nothing is filtered: all roles are below" in note.inner_text()
    assert len(titles(page)) == 50
    assert query(page) == "?department=data"
    page.unroute("**/postings.json")
    page.get_by_role("button", name="Try again").press("Enter")
    count_says(page, "1 role")
    assert page.evaluate("document.activeElement.name") == "q"
    assert titles(page) == ["Data Engineer"]
    assert not note.is_visible()


@pytest.mark.parametrize("module", ["main", "list", "home", "dates"])
def test_where_a_script_is_gone_the_page_is_the_one_without_scripts(
    module: str, site: Host, page: Page, provoked: list[str]
) -> None:
    page.route(f"**/js/{module}.*.js", not_found)
    page.goto(site.base)
    wait_until(page, "!('js' in document.documentElement.dataset)")
    assert nothing_dead_is_shown(page)
    page.locator('[data-facet=department] [data-term="data"]').click()
    page.wait_for_url("**/departments/data/")
    provoked[:] = [t for t in provoked if "dynamically imported module" not in t]


def test_what_is_pasted_and_ticked_before_the_comparison_has_arrived_is_compared(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base + "jobs/go-engineer/")
    held: list[Route] = []
    page.route("**/js/fit_form.*.js", lambda route: held.append(route))
    page.locator("[data-fit] summary").click()
    page.locator("[data-fit-text]").fill("golang")
    page.locator('[data-skill="Postgres"] input').check()
    keep = page.locator("[data-fit-keep]")
    assert keep.is_disabled()
    held[0].continue_()
    page.locator("[data-fit-sum]", has_text="2 of 3").wait_for()
    keep.click()
    page.locator("[data-fit-sum]", has_text="Remembered in this browser: Go, Postgres").wait_for()


def test_buttons_wait_for_the_scripts_that_serve_them(site: Host, page: Page) -> None:
    held: list[Route] = []
    page.route("**/js/main.*.js", lambda route: held.append(route))
    page.goto(site.base + "jobs/go-engineer/", wait_until="commit")
    buttons = page.locator("[data-save], [data-copy], [data-print]")
    buttons.nth(2).wait_for()
    assert [button.is_disabled() for button in buttons.all()] == [True] * 3
    held[0].continue_()
    wait_until(page, "() => !document.querySelector('[data-print]:disabled')")
    page.locator("[data-save]").click()
    assert page.locator("[data-save]").get_attribute("aria-pressed") == "true"


def test_where_the_comparison_does_not_arrive_it_is_not_offered(
    site: Host, visit: Callable[[str], Page], provoked: list[str]
) -> None:
    page = visit(site.base + "jobs/go-engineer/")
    page.route("**/js/fit_form.*.js", not_found)
    page.locator("[data-fit] summary").click()
    page.locator("[data-fit]").wait_for(state="hidden")
    assert page.locator("[data-apply] a").is_visible()


@pytest.mark.parametrize("address", ["**/js/results.*.js", "**/postings.json"])
def test_after_a_deploy_an_open_list_offers_to_begin_anew(
    address: str, site: Host, visit: Callable[[str], Page], provoked: list[str]
) -> None:
    page = visit(site.base)
    of_another_version: dict[str, Any] = {"unit": "year", "postings": []}
    gone = not_found if address.endswith(".js") else lambda route: route.fulfill(json=of_another_version)
    page.route(address, gone)
    box(page, "department", "data").check()
    page.get_by_role("button", name="Try again").wait_for()
    page.unroute(address)
    with page.expect_navigation():
        page.get_by_role("button", name="Try again").click()
    count_says(page, "1 role")
    assert query(page) == "?department=data"


def test_where_the_search_is_gone_titles_places_and_skills_are_compared(
    site: Host, visit: Callable[[str], Page], provoked: list[str]
) -> None:
    page = visit(site.base)
    page.route("**/js/search.*.js", not_found)
    page.get_by_role("searchbox").fill("postgres")
    page.locator("[data-note]", has_text="Only titles, places and skills").wait_for()
    count_says(page, "2 roles")
    page.get_by_role("searchbox").fill("ork")
    count_says(page, "0 roles")
    page.get_by_role("searchbox").fill("W 1")
    count_says(page, "0 roles")
    page.get_by_role("searchbox").fill("work 1")
    count_says(page, "1 role")
    assert titles(page) == ["Warehouse Worker 1"]


def test_an_index_of_another_day_than_the_list_still_finds_its_postings(
    site: Host, visit: Callable[[str], Page]
) -> None:
    asked: list[str] = []
    page = visit(site.base)
    page.route("**/names.json", lambda route: route.fulfill(json={**route.fetch().json(), "check": 0}))
    page.context.on("request", lambda request: asked.append(request.url))
    page.get_by_role("searchbox").fill("scheduler")
    count_says(page, "1 role")
    assert titles(page) == ["Go Engineer"]
    assert len([url for url in asked if "/fragment/" in url]) == 1


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def test_where_nothing_can_be_kept_the_page_says_so(site: Host, visit: Callable[[str], Page]) -> None:
    not_kept = "Not kept: this browser lets the page store nothing."
    visit("about:blank").add_init_script(FULL)
    page = visit(site.base + "jobs/go-engineer/")
    button = page.locator("[data-save]").first
    button.click()
    assert button.inner_text() == not_kept
    assert button.get_attribute("aria-pressed") == "false"
    page.locator("[data-fit] summary").click()
    page.locator("[data-fit-text]").fill("Go")
    page.locator("[data-fit-sum]", has_text=re.compile(r"\S")).wait_for()
    page.locator("[data-fit-keep]").click()
    page.locator("[data-fit-sum]", has_text=not_kept).wait_for()
    page = visit(site.base + "?department=data")
    count_says(page, "1 role")
    page.locator("[data-save-search]").click()
    page.locator("[data-note]", has_text=not_kept).wait_for()
    assert not page.locator("[data-saved-searches]").is_visible()


def test_pay_in_several_currencies_is_not_compared_and_the_page_says_how_it_stands(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base + "?sort=pay&workplace=remote&workplace=hybrid&department=data&department=engineering")
    page.locator("[data-note]", has_text="Currencies are not converted: EUR first").wait_for()
    assert "compared as a year of full-time work" in page.locator("[data-note]").inner_text()
    assert titles(page) == ["Data Engineer", "Go Engineer"]
    assert page.locator("[data-save-search]").is_visible()
    box(page, "department", "engineering").uncheck()
    count_says(page, "1 role")
    assert "Currencies" not in page.locator("[data-note]").inner_text()
    page.locator("[name=sort]").select_option("closing")
    page.locator("[data-note]").wait_for(state="hidden")
    page = visit(site.base + "?sort=closing")
    count_says(page, f"{ALL} roles")
    page.locator("[data-results] li").first.wait_for()
    assert not page.locator("[data-save-search]").is_visible()


def test_where_no_single_filter_is_to_blame_all_roles_are_offered(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base + "?department=design&skill=go&posted=1&type=part-time")
    count_says(page, "0 roles")
    page.locator("[data-empty]").wait_for()
    offers = page.locator("[data-loosen] button")
    assert offers.all_inner_texts() == [f"All roles: {ALL} roles"]
    offers.click()
    count_says(page, f"{ALL} roles")
    assert query(page) == ""


FEEDS = {
    "department=logistics&skill=figma": "skills/figma/feed.xml",
    "department=logistics&department=data&skill=figma&posted=1": "skills/figma/feed.xml",
    "department=design&department=data&posted=1": "feed.xml",
    "department=gone": "feed.xml",
    "place=pt-porto&type=full-time": "locations/pt-porto/feed.xml",
}


def test_an_empty_result_offers_the_nearest_feed_that_misses_nothing(site: Host, visit: Callable[[str], Page]) -> None:
    offered = {}
    for asked, feed in FEEDS.items():
        page = visit(f"{site.base}?{asked}")
        count_says(page, "0 roles")
        page.locator("[data-empty]").wait_for()
        offered[asked] = (page.locator("[data-empty-feed]").get_attribute("href") or "").removeprefix("/careers/")
        assert (site.folder / feed).is_file()
    assert offered == FEEDS


ONE = f"""
-- site.yaml --
{SITE_YAML}
-- content/postings/engineer.md --
{posting(valid_through="2026-11-25", skills="[Go]", body="Work.")}
"""


def test_when_the_last_day_of_the_last_posting_is_over_every_page_says_so(
    tmp_path: Path, serve_folder: Callable[..., str], page: Page
) -> None:
    base = serve_folder(build_site(write_site(tmp_path, ONE)).output)
    page.clock.set_fixed_time("2026-11-26T08:00:00Z")
    for address in ("", "skills/go/", "?q=work&skill=go"):
        page.goto(base + address)
        page.locator("main", has_text="There are no open roles at the moment.").wait_for()
        page.locator("main", has_text="0 roles").wait_for()
        assert titles(page) == []
        assert page.locator("[data-empty]:visible").count() == 0
    page.goto(base + "jobs/engineer/")
    settled(page)
    notice = page.locator("[data-closed-notice]")
    assert "This position closed on 25 November 2026." in notice.inner_text()
    assert page.locator("[data-apply]:visible, [data-save]:visible, [data-fit]:visible").count() == 0
    page.emulate_media(media="print")
    assert "jobs@example.com" not in page.locator("main").inner_text()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="All roles").click()
    page.wait_for_url(base)


CAVEATS = ["Not for you if", "Nichts für dich, wenn", "Não é para si se", "Pas pour vous si", "No es para ti si"]


def test_not_for_you_if_is_set_apart_in_every_language(
    tmp_path: Path, serve_folder: Callable[..., str], page: Page
) -> None:
    body = "".join(f"## {heading}\n\n- You do not like it.\n\n" for heading in [*CAVEATS, "What you will do"])
    root = write_site(tmp_path, f"-- content/postings/engineer.md --\n{posting(body=body)}")
    page.goto(serve_folder(build_site(root).output) + "jobs/engineer/")
    widths = "[...document.querySelectorAll('.prose h2 + ul')].map((list) => getComputedStyle(list).borderLeftWidth)"
    assert page.evaluate(widths) == ["4px"] * len(CAVEATS) + ["0px"]


def test_a_search_that_takes_its_time_says_so_and_gives_the_number_back(
    site: Host, visit: Callable[[str], Page], provoked: list[str]
) -> None:
    held: list[Route] = []
    page = visit(site.base)
    page.route("**/postings.json", lambda route: held.append(route))
    box(page, "department", "data").check()
    count_says(page, "Searching…")
    held.pop().abort()
    count_says(page, f"{ALL} roles")
    page.get_by_role("button", name="Try again").click()
    count_says(page, "Searching…")
    held.pop().continue_()
    count_says(page, "1 role")


def test_saved_roles_are_at_hand_and_those_that_closed_are_told(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    assert not page.locator("[data-saved-roles]").is_visible()
    kept = json.dumps(["data-engineer", "gone-long-ago"])
    page.evaluate("(kept) => localStorage.setItem('careers:/careers/:saved', kept)", kept)
    page = visit(site.base)
    page.get_by_role("link", name="Saved roles").click()
    count_says(page, "1 role")
    assert titles(page) == ["Data Engineer"]
    page.locator("[data-note]", has_text="1 saved role is no longer open.").wait_for()


def test_pay_may_be_any_amount_on_a_phone_too(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".filters summary").click()
    page.locator("[name=pay]").fill("31250.50")
    page.get_by_role("button", name="Show the list").click()
    count_says(page, "38 roles")
    assert not page.locator("[name=pay]").is_visible()


def test_what_is_new_for_a_saved_search_is_looked_for_in_whole_adverts(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base)
    seen = {"at": 0, "day": "2026-11-01", "slugs": [], "before": None}
    kept = [{"query": "?q=scheduler", "name": "scheduler"}, {"query": "?q=numbers&department=art", "name": "numbers"}]
    page.evaluate(
        "([seen, kept]) => { localStorage.setItem('careers:/careers/:visit', JSON.stringify(seen));"
        "localStorage.setItem('careers:/careers/:searches', JSON.stringify(kept)) }",
        [seen, kept],
    )
    page = visit(site.base)
    page.locator("[data-saved-searches] li", has_text="scheduler").locator("[data-new]", has_text="1 new").wait_for()
    uncounted = page.locator("[data-facet] li:visible", has=page.locator("[data-term-count]:empty"))
    assert uncounted.count() == 0


def test_saved_searches_survive_what_the_site_no_longer_has(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    kept = [{"query": "?department=gone&skill=go", "name": "Gone, Go"}, {"query": "%E0%A4%A?q=%", "name": "<b>"}]
    page.evaluate("(kept) => localStorage.setItem('careers:/careers/:searches', JSON.stringify(kept))", kept)
    page = visit(site.base)
    links = page.locator("[data-saved-searches] a")
    links.first.wait_for()
    assert links.all_inner_texts() == ["Gone, Go", "<b>"]
    assert page.locator("[data-saved-searches] [data-new]:visible").count() == 0
    links.first.click()
    count_says(page, "0 roles")
    assert page.locator("[data-chips] [data-label]").all_inner_texts() == ["gone", "Go"]
    page.locator("[data-empty]").wait_for()
    assert page.locator("[data-empty-feed]").get_attribute("href") == "/careers/skills/go/feed.xml"
    box(page, "skill", "postgres").check()
    page.locator("[data-chips]", has_text="Postgres").wait_for()
    assert query(page) == "?department=gone&skill=go&skill=postgres"
    box(page, "skill", "postgres").uncheck()
    page.get_by_role("button", name="Without gone: 1 role").click()
    count_says(page, "1 role")
    assert json.loads(page.evaluate("localStorage.getItem('careers:/careers/:searches')")) == kept
