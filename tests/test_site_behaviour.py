"""What a visitor does with the finished site in a browser: search, filter, compare, save, share."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import visitors
from tests.browser import wait_until
from tests.building import build_site, posting
from tests.sites import write_site
from tests.visitors import ALL, NOON, Host, box, count_says, made, query, settled, titles

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

site, page, visit = visitors.site, visitors.page, visitors.visit

CV = "Backend engineer, 2020–2026\nPostgreSQL, k8s, 3 years of golang"


def test_a_word_is_found_as_it_is_typed_and_the_first_hit_followed_and_left_again(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base)
    page.get_by_role("searchbox").fill("zeppelin scheduler")
    count_says(page, "1 role")
    assert titles(page) == ["Go Engineer"]
    assert query(page) == "?q=zeppelin+scheduler"
    page.get_by_role("link", name="Go Engineer").click()
    page.wait_for_url(site.base + "jobs/go-engineer/")
    page.go_back()
    count_says(page, "1 role")
    assert page.get_by_role("searchbox").input_value() == "zeppelin scheduler"
    page.get_by_role("searchbox").fill("zeppelin")
    count_says(page, "2 roles")
    box(page, "department", "data").check()
    count_says(page, "1 role")
    assert titles(page) == ["Data Engineer"]
    page.reload()
    count_says(page, "1 role")
    assert query(page) == "?q=zeppelin&department=data"
    assert titles(page) == ["Data Engineer"]


def test_words_reach_every_shard_and_adverts_in_other_languages(site: Host, visit: Callable[[str], Page]) -> None:
    assert len(json.loads((site.folder / "pagefind/shards.json").read_text())["shards"]) > 1
    page = visit(site.base + "?q=gate")
    count_says(page, "60 roles")
    page = visit(site.base + "pt/?q=Alemanha")
    count_says(page, "60 vagas")
    page = visit(site.base + "pt/?q=zeppelin")
    count_says(page, "2 vagas")
    page.get_by_role("link", name="Go Engineer").click()
    page.wait_for_url(site.base + "pt/jobs/go-engineer/")


def test_the_same_works_at_the_root_of_a_host(
    tmp_path: Path, serve_folder: Callable[..., str], visit: Callable[[str], Page]
) -> None:
    folder = made(tmp_path, base_url="https://example.org/")
    base = serve_folder(folder, "/")
    page = visit(base + "?q=scheduler&workplace=remote")
    count_says(page, "1 role")
    page.get_by_role("link", name="Go Engineer").click()
    page.wait_for_url(base + "jobs/go-engineer/")


def test_every_count_tells_what_a_click_gives(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base + "?type=part-time&type=contract")
    count_says(page, "62 roles")
    offered = page.locator("[data-facet] li:visible", has=page.locator("input:not(:checked)"))
    promised = {
        (item.locator("input").get_attribute("name"), item.locator("input").get_attribute("value")): int(
            item.locator("[data-term-count]").inner_text()
        )
        for item in offered.all()
    }
    assert len(promised) > 12
    for (facet, key), count in promised.items():
        if facet == "type":
            continue
        box(page, str(facet), str(key)).check()
        wait_until(page, f"location.search.includes('{facet}=')")
        count_says(page, "1 role" if count == 1 else f"{count} roles")
        box(page, str(facet), str(key)).uncheck()
        count_says(page, "62 roles")
    sibling = promised["type", "full-time"]
    box(page, "type", "full-time").check()
    assert sibling == 2
    count_says(page, "63 roles")


def test_filters_are_or_inside_a_facet_and_across_and_stand_in_the_history(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base)
    before = titles(page)
    box(page, "department", "design").check()
    count_says(page, "1 role")
    box(page, "department", "data").check()
    count_says(page, "2 roles")
    assert titles(page) == ["Data Engineer", "Desenhadora de Produto"]
    box(page, "place", "pt-porto").check()
    count_says(page, "1 role")
    assert query(page) == "?department=data&department=design&place=pt-porto"
    box(page, "place", "pt").check()
    count_says(page, "2 roles")
    assert box(page, "place", "us").count() == 1
    page.go_back()
    count_says(page, "1 role")
    assert not box(page, "place", "pt").is_checked()
    page.go_back()
    page.go_back()
    count_says(page, "1 role")
    page.go_forward()
    count_says(page, "2 roles")
    page.get_by_role("button", name="Remove filter: Data").click()
    assert titles(page) == ["Desenhadora de Produto"]
    assert page.locator("[data-results] a").get_attribute("lang") == "pt"
    page.locator("[data-clear]").click()
    count_says(page, f"{ALL} roles")
    assert titles(page) == before
    assert query(page) == ""


def test_pay_is_compared_in_its_currency_and_unit_and_puts_rows_in_order(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base + "?pay=36000")
    count_says(page, "14 roles")
    page.locator("[name=sort]").select_option("pay")
    wait_until(page, "location.search.includes('sort=pay')")
    assert titles(page)[:4] == ["Data Engineer", "Warehouse Worker 54", "Warehouse Worker 24", "Warehouse Worker 49"]
    assert titles(page)[-1] == "Desenhadora de Produto"
    page.locator("[name=currency]").select_option("USD")
    count_says(page, "1 role")
    assert titles(page) == ["Go Engineer"]
    page = visit(site.base + "?sort=closing")
    assert titles(page)[0] == "Data Engineer"
    for days, count in ((1, 0), (2, 1), (7, 1), (10, 2)):
        page = visit(site.base + f"?posted={days}")
        count_says(page, "1 role" if count == 1 else f"{count} roles")


def test_where_nothing_is_found_the_page_says_what_to_let_go(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base + "?department=design&skill=go&posted=30")
    count_says(page, "0 roles")
    page.locator("[data-empty]").wait_for()
    offers = page.locator("[data-loosen] button").all_inner_texts()
    assert len(offers) == 2
    feed = page.locator("[data-empty-feed]").get_attribute("href")
    assert feed == "/careers/departments/design/feed.xml"
    assert (site.folder / "departments/design/feed.xml").is_file()
    page.locator("[data-loosen] button").first.click()
    count_says(page, "1 role")
    assert page.evaluate("document.activeElement !== document.body")


def test_a_count_stays_while_what_helps_out_of_an_empty_result_is_on_its_way(
    site: Host, visit: Callable[[str], Page]
) -> None:
    held: list[Route] = []
    page = visit(site.base)
    page.route("**/empty.*.js", lambda route: held.append(route))
    page.get_by_role("searchbox").fill("zeppelin")
    count_says(page, "2 roles")
    page.get_by_role("searchbox").fill("submarine")
    count_says(page, "0 roles")
    page.wait_for_timeout(600)
    count_says(page, "0 roles")
    held[0].continue_()
    page.locator("[data-empty]").wait_for()


PAYLOADS = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "{{7*7}}${7*7}",
    "__proto__",
    "constructor",
    "%00%ff",
    "../../etc/passwd",
    "'; DROP TABLE postings; --",
    "\u202eevil\u0000",
    "(" * 190,
]


FIELDS = ["department", "place", "workplace", "type", "skill", "company", "language"]
SINGLE = ["pay", "currency", "posted", "saved", "sort"]


def test_a_hostile_address_is_data_in_every_field(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    form = "(pairs) => '?' + new URLSearchParams(pairs)"
    go = "(query) => (history.pushState(null, '', query), dispatchEvent(new PopStateEvent('popstate')))"
    for payload in PAYLOADS:
        page.evaluate(go, page.evaluate(form, [[name, payload] for name in ["q", *FIELDS, *SINGLE]]))
        wait_until(page, "(text) => document.querySelector('[data-chips]').textContent.includes(text)", payload)
        terms = [payload] * len(FIELDS) if payload.isalpha() else []
        assert page.locator("[data-chips] [data-label]").all_text_contents() == [f"“{payload}”", *terms]
        assert page.locator("main script, main img, main iframe").count() == 0
    page.goto(
        site.base
        + page.evaluate(form, [[name, text] for name in [*FIELDS, *SINGLE] for text in PAYLOADS if not text.isalpha()])
    )
    count_says(page, f"{ALL} roles")
    page.goto(site.base + "?q=%E0%A4%A&department=%&place=%zz&pay=%&sort=%&%=%&&=&?")
    count_says(page, "0 roles")
    assert page.locator("[data-chips] li").count() == 1
    page.goto(site.base + "?q=" + "long%20" * 4000 + "&skill=" + "x" * 20_000)
    count_says(page, "0 roles")
    page.goto(site.base + "?q=support&sort=date")
    count_says(page, "1 role")
    assert titles(page) == ['Support <b>&amp; Care</b> "24/7"']


def test_long_lists_come_in_parts_and_the_list_is_fetched_at_first_use_only(
    site: Host, visit: Callable[[str], Page]
) -> None:
    asked: list[str] = []
    page = visit("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page = visit(site.base)
    modules = [url for url in asked if url.endswith(".js")]
    assert not [url for url in asked if "postings.json" in url or "pagefind" in url]
    weight = sum(len(gzip.compress((site.folder / url.removeprefix(site.base)).read_bytes())) for url in modules)
    assert weight <= 12_000
    box(page, "department", "logistics").check()
    count_says(page, "60 roles")
    assert len([url for url in asked if "postings.json" in url]) == 1
    assert len(titles(page)) == 50
    page.get_by_role("button", name="Show 10 more").click()
    assert len(titles(page)) == 60
    assert page.evaluate("document.activeElement.textContent") == titles(page)[50]
    assert not page.locator("[data-more]").is_visible()


def wire(folder: Path, base: str, urls: list[str]) -> int:
    """Bytes of these answers as a host sends them: texts gzipped, the index as it is."""
    paths = [folder / (url.removeprefix(base).split("?")[0] or "index.html") for url in dict.fromkeys(urls)]
    texts = (".js", ".json", ".html", ".css", ".svg")
    return sum(
        len(gzip.compress(path.read_bytes()) if path.suffix in texts else path.read_bytes())
        for path in paths
        if path.is_file()
    )


def test_the_first_search_fetches_one_copy_of_the_program_and_no_result_twice(
    site: Host, visit: Callable[[str], Page]
) -> None:
    asked: list[str] = []
    page = visit(site.base)
    page.context.on("request", lambda request: asked.append(request.url))
    page.get_by_role("searchbox").fill("scheduler")
    count_says(page, "1 role")
    programs = [url for url in asked if "/pagefind/" in url and re.search(r"\.js$|/wasm", url)]
    assert len(programs) == 2
    assert not [url for url in asked if "worker" in url or "/fragment/" in url or "/filter/" in url]
    assert wire(site.folder, site.base, asked) < 150_000


def test_words_that_are_typed_while_the_list_arrives_stay(site: Host, page: Page) -> None:
    page.clock.install(time=NOON)
    page.goto(site.base)
    settled(page)
    page.clock.pause_at("2026-11-20T12:10:00Z")
    words = page.get_by_role("searchbox")
    words.focus()
    page.keyboard.type("zep")
    page.clock.run_for(100)
    page.keyboard.type("pelin")
    page.wait_for_load_state("networkidle")
    assert words.input_value() == "zeppelin"
    page.clock.run_for(100)
    count_says(page, "2 roles")
    box(page, "department", "data").check()
    count_says(page, "1 role")
    words.focus()
    page.keyboard.type(" and not asked yet")
    page.go_back()
    wait_until(page, "location.search === '?q=zeppelin'")
    assert words.input_value() == "zeppelin"
    page.clock.run_for(100)
    assert query(page) == "?q=zeppelin"


def test_the_list_moves_no_box_that_the_page_offered_and_shows_the_others_on_a_click(
    tmp_path: Path, serve_folder: Callable[..., str], visit: Callable[[str], Page]
) -> None:
    skills = [f"Skill {number:02}" for number in range(12)]
    towns = ", ".join(f"{{city: Town {number}, country: PT}}" for number in range(6))
    more = posting(skills=skills, locations=f"[{towns}]")
    root = write_site(tmp_path, f"-- content/postings/a.md --\n{more}\n-- content/postings/b.md --\n{more}")
    page = visit(serve_folder(build_site(root).output))
    offered = page.locator("[data-facet] li:visible")
    before = offered.all_inner_texts()
    box(page, "skill", "skill-00").focus()
    page.locator("[data-facet=skill] [data-all-options]").wait_for()
    assert offered.all_inner_texts() == before
    page.locator("[data-facet=skill] [data-all-options]").click()
    assert page.locator("[data-facet=skill] li:visible").count() == len(skills)
    assert page.evaluate("document.activeElement.value") == "skill-08"
    assert not page.locator("[data-facet=skill] [data-all-options]").is_visible()


def test_two_letters_are_looked_for_in_the_list_and_three_in_the_adverts(
    site: Host, visit: Callable[[str], Page]
) -> None:
    asked: list[str] = []
    page = visit(site.base)
    page.on("request", lambda request: asked.append(request.url))
    words = page.locator("[name=q]")
    words.fill("ze")
    count_says(page, "0 roles")
    words.fill("zep")
    count_says(page, "2 roles")
    assert len([url for url in asked if url.endswith(".pf_index")]) > 0
    asked.clear()
    words.fill("go")
    count_says(page, "1 role")
    assert [url for url in asked if url.endswith(".pf_index")] == []


def tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_the_list_is_a_few_keys_away_however_many_filters_there_are(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    tab_to(page, '.skip[href="#list"]')
    assert page.evaluate("document.activeElement.getBoundingClientRect().height") >= 44
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.field") == "title"


def test_a_posting_is_saved_and_compared_by_keyboard_alone(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base + "jobs/go-engineer/")
    tab_to(page, "[data-apply] a")
    tab_to(page, "[data-save]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    tab_to(page, "[data-fit] summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-fit-text]")
    page.keyboard.type("golang")
    page.locator("[data-fit-sum]", has_text="1 of 3").wait_for()
    tab_to(page, '[data-skill="Postgres"] input')
    page.keyboard.press("Space")
    page.locator("[data-fit-sum]", has_text="2 of 3").wait_for()
    tab_to(page, "[data-fit-keep]")
    page.keyboard.press("Enter")
    page.locator("[data-fit-sum]", has_text="Remembered in this browser: Go, Postgres").wait_for()
    tab_to(page, "[data-fit-forget]")
    page.keyboard.press("Enter")
    page.locator("[data-fit-sum]", has_text="Forgotten").wait_for()
    assert page.evaluate("document.activeElement.matches('[data-fit-keep]')")


def test_everything_can_be_done_by_keyboard_and_the_focus_is_never_lost(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base)
    keys, focus_on = page.keyboard, partial(tab_to, page)
    focus_on("[name=q]")
    keys.type("gate")
    page.locator("[data-chips] button").wait_for()
    assert page.evaluate("document.activeElement.name") == "q"
    keys.press("Enter")
    focus_on("[data-facet=department] input")
    keys.press("Space")
    page.locator("[data-chips] li:nth-child(2)").wait_for()
    assert page.evaluate("document.activeElement.name") == "department"
    focus_on("[data-chips] button")
    keys.press("Enter")
    wait_until(page, "!location.search.includes('gate')")
    assert page.evaluate("document.activeElement.closest('[data-chips]') !== null")
    keys.press("Enter")
    count_says(page, f"{ALL} roles")
    assert page.evaluate("document.activeElement.name") == "q"
    focus_on("[data-row] a")
    keys.press("Enter")
    page.wait_for_url(re.compile("/jobs/"))


def test_without_scripts_everything_is_read_and_nothing_dead_is_shown(
    site: Host, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False, reduced_motion="reduce")
    page.goto(site.base)
    found = titles(page)
    page.locator("a[rel=next], .pager a").last.click()
    found += titles(page)
    assert len(set(found)) == ALL
    assert page.locator("[data-js-only]:visible, button:visible, select:visible, input:visible").count() == 0
    page.goto(site.base)
    page.locator("[data-facet=department] a[data-term=data]").click()
    assert page.url == site.base + "departments/data/"
    assert titles(page) == ["Data Engineer"]
    page.get_by_role("link", name="Data Engineer").click()
    assert page.locator("[data-apply] a, a[data-apply]").first.get_attribute("href", timeout=1000).startswith("mailto:")
    assert page.locator("[data-js-only]:visible, button:visible, select:visible, input:visible").count() == 0
    assert "10 November 2026" in page.locator("main").inner_text()


def test_dates_are_told_from_today_and_the_exact_ones_stay(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    row = page.locator('[data-row="data-engineer"]:visible')
    assert row.locator("[data-field=posted]").inner_text() == "10 days ago"
    assert row.locator("[data-field=posted]").get_attribute("title") == "10 Nov 2026"
    assert row.locator("[data-field=closes]").inner_text() == "Closes in 5 days"
    page = visit(site.base + "pt/?department=data")
    assert row.locator("[data-field=posted]").inner_text() == "há 10 dias"
    page = visit(site.base + "jobs/data-engineer/")
    assert "10 November 2026" in page.locator("main").inner_text()
    assert "10 days ago" in page.locator("main").inner_text()


def test_a_posting_closes_itself_when_its_last_day_is_over(site: Host, page: Page) -> None:
    page.clock.install(time="2026-11-25T23:59:30Z")
    page.goto(site.base + "jobs/data-engineer/")
    settled(page)
    apply = page.locator("[data-apply]").first
    assert apply.is_visible()
    data = """[...document.scripts].filter((script) => script.textContent.includes('"JobPosting"')).length"""
    assert page.evaluate(data) == 1
    page.clock.fast_forward(31_000)
    apply.wait_for(state="hidden")
    assert page.locator("[data-closed-notice]").is_visible()
    assert page.evaluate(data) == 0
    page.goto(site.base)
    settled(page)
    count_says(page, f"{ALL - 1} roles")
    assert "Data Engineer" not in titles(page)
    page.goto(site.base + "?department=data&department=design")
    count_says(page, "1 role")


def test_a_cv_is_compared_in_the_browser_and_kept_on_a_click_only(site: Host, visit: Callable[[str], Page]) -> None:
    asked: list[str] = []
    page = visit(site.base + "jobs/go-engineer/")
    page.on("request", lambda request: asked.append(request.method + " " + request.url))
    page.locator("[data-fit] summary").click()
    page.locator("[data-fit-text]").fill(CV)
    page.locator("[data-fit-sum]", has_text="3 of 3").wait_for()
    said = {
        item.get_attribute("data-skill"): (
            item.get_attribute("data-state"),
            item.locator("[data-fit-result]").inner_text(),
        )
        for item in page.locator("[data-skill]").all()
    }
    assert said == {
        "Go": ("short", "Found, 3 years named, 5 asked for"),
        "Postgres": ("found", "Found, 6 years by the dates beside it"),
        "Kubernetes": ("found", "Found, 6 years by the dates beside it"),
    }
    assert page.locator("[data-experience]").get_attribute("data-state") == "found"
    stored = "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('skills')))"
    assert page.evaluate(stored) == "[]"
    assert [a for a in asked if not a.startswith(f"GET {site.base}assets/js/")] == []
    page.locator("[data-fit-keep]").click()
    page.locator("[data-fit-sum]", has_text="Remembered").wait_for()
    assert "golang" not in page.evaluate(stored)
    assert [a for a in asked if not a.startswith(f"GET {site.base}")] == []
    page.get_by_role("link", name="See roles by your skills").click()
    page.wait_for_url(site.base + "?sort=fit")
    assert titles(page)[0] == "Go Engineer"
    page = visit(site.base + "?department=data&department=engineering&department=design")
    page.locator("[name=sort]").select_option("fit")
    wait_until(page, "location.search.includes('sort=fit')")
    page.locator("[data-field=fit]:visible").first.wait_for()
    assert titles(page) == ["Go Engineer", "Data Engineer", "Desenhadora de Produto"]
    assert page.locator("[data-field=fit]:visible").all_inner_texts() == [
        "3 of 3 skills",
        "1 of 2 skills",
        "0 of 1 skills",
    ]
    page = visit(site.base + "jobs/data-engineer/")
    page.locator("[data-fit] summary").click()
    page.locator("[data-fit-keep]:enabled").wait_for()
    assert page.locator("[data-fit] input:checked").count() == 1
    assert page.locator("[data-fit] textarea:not([autocomplete=off])").count() == 0
    page.locator("[data-fit-forget]").click()
    assert page.evaluate(stored) == "[]"


def test_postings_and_searches_are_saved_in_the_browser_and_what_is_new_is_marked(
    site: Host, visit: Callable[[str], Page]
) -> None:
    page = visit(site.base + "jobs/data-engineer/")
    button = page.locator("[data-save]").first
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page = visit(site.base)
    assert page.locator("[data-mark=new]:visible").count() == 0
    assert page.locator('[data-row="data-engineer"] [data-mark=saved]').is_visible()
    page.locator("[name=saved]").check()
    count_says(page, "1 role")
    page = visit(site.base + "?skill=postgres")
    count_says(page, "2 roles")
    page.locator("[data-save-search]").click()
    page.locator("[data-saved-searches] a", has_text="Postgres").wait_for()
    earlier = {"at": 0, "day": "2026-11-10", "slugs": ["data-engineer"], "before": None}
    page.evaluate("(visit) => localStorage.setItem('careers:/careers/:visit', visit)", json.dumps(earlier))
    page = visit(site.base)
    page.locator("[data-saved-searches] [data-new]", has_text="1 new").wait_for()
    marked = page.locator("[data-row]", has=page.locator("[data-mark=new]:visible"))
    assert marked.locator("[data-field=title]").all_inner_texts() == ["Go Engineer"]
    page.locator("[data-saved-searches] a").click()
    count_says(page, "2 roles")
    page.locator("[data-forget]").click()
    assert not page.locator("[data-saved-searches]").is_visible()


GARBAGE = ["", "null", "[]", "{}", "[1]", '{"at":1}', "NaN", '"x"', '[{"query":1}]', '{"a":"b"}', "{"]


def test_garbage_in_the_storage_and_a_refused_storage_change_nothing(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(site.base)
    for value in GARBAGE:
        page.evaluate(
            "(value) => ['saved', 'searches', 'visit', 'skills', 'scheme'].forEach((key) => "
            "localStorage.setItem(`careers:/careers/:${key}`, value))",
            value,
        )
        page.goto(site.base + "?sort=fit&department=data")
        count_says(page, "1 role")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })")
    page.goto(site.base + "?department=data")
    count_says(page, "1 role")
    page.goto(site.base + "jobs/data-engineer/")
    page.locator("[data-save]").first.click()


def test_a_posting_is_shared_printed_and_copied_and_colours_stay_as_chosen(
    site: Host, open_page: Callable[..., Page]
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"], color_scheme="light", reduced_motion="reduce")
    page.add_init_script(
        "navigator.share = async (data) => { window.shared = data }; window.print = () => { window.printed = true }"
    )
    page.goto(site.base + "jobs/go-engineer/")
    settled(page)
    page.locator("[data-share]").click()
    wait_until(page, "window.shared.url === 'https://example.org/careers/jobs/go-engineer/'")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed")
    page.locator("[data-copy]").click()
    page.locator("[data-status]", has_text="Link copied").wait_for(state="attached")
    assert page.locator("[data-copy]").inner_text() == "Link copied"
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/careers/jobs/go-engineer/"
    page.locator("select[data-scheme]").select_option("dark")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.goto(site.base)
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == dark
    page.locator("select[data-scheme]").select_option("system")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != dark


def test_an_index_that_moves_or_breaks_is_opened_again_or_done_without(
    site: Host, tmp_path: Path, serve_folder: Callable[..., str], visit: Callable[[str], Page], troubles: list[str]
) -> None:
    folder = Path(shutil.copytree(site.folder, tmp_path / "copy"))
    base = serve_folder(folder, "/careers/")
    page = visit(base)
    page.get_by_role("searchbox").fill("scheduler")
    count_says(page, "1 role")
    index = folder / "pagefind"
    listed = json.loads((index / "shards.json").read_text())
    names = listed["shards"]
    for name in names:
        (index / name).rename(index / f"{name}b")
    (index / "shards.json").write_text(json.dumps({**listed, "shards": [f"{name}b" for name in names]}))
    page.get_by_role("searchbox").fill("numbers")
    page.locator("[data-row]:visible", has_text="Data Engineer").wait_for()
    count_says(page, "1 role")
    (index / "shards.json").write_text("{")
    page = visit(base + "?q=postgres")
    page.locator("[data-note]", has_text="Search is not available").wait_for()
    count_says(page, "2 roles")
    shutil.rmtree(index)
    page = visit(base + "?q=forklift")
    count_says(page, "60 roles")
    assert not page.locator("[data-note]").is_visible()
    page.route("**/postings.json", lambda route: route.abort())
    page = visit(base + "?q=forklift")
    page.locator("[data-note]", has_text="could not be loaded").wait_for()
    assert page.locator("[data-listing]").is_visible()
    troubles[:] = [t for t in troubles if "Failed to load" not in t]
