"""The base theme's pages as they are built: readable without scripts, true to the posting, fit for any window."""

from __future__ import annotations

import json
import re
import time
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import html5lib
import pytest

from tests.browser import wait_until
from tests.screenshots import NOON, PAGES, build_site, make_site
from tests.static_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

GIVEN = (
    "Rua do Ouro 12", "1100-063", "Lisbon, Portugal", "Berlin, Germany", "Washington, United States", "Hybrid",
    "Central European hours", "€84,000 – €112,000.50 a year", "Depends on the place.", "On top of pay",
    "A yearly bonus of up to 10 %", "Health insurance", "30 days of leave", "5+ years", "OpenTelemetry", "C++",
    "At least 30 months", "Bachelor's degree or Professional certificate", "Experience counts in its place",
    "Call with the people team", "30 min", "1 h 30 min", "3 steps, 3 h in all", "Some, to Seattle", "1 February 2027",
    "40 a week", "Software", "15-1252.00 Software Developers", "A permit to work in the EU", "ENG-123",
    "The people team", "people@acme.example", "+351 21 000 0000", "18 November 2026", "24 November 2026",
    "Full-time, Contract", "Infrastructure", "Bluesky is a social network", "Every application is judged",
    "until the end of the day, Lisbon time",
)  # fmt: skip
"""What the posting with every field says, as its page says it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme")
    root = make_site(folder / "site")
    build_site(root, folder / "out")
    return folder / "out"


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of 1280 by 800 whose clock shows the day of the build."""
    page = open_page(viewport={"width": 1280, "height": 800})
    page.clock.set_fixed_time(NOON)
    return page


@pytest.fixture
def base(built: Path) -> Iterator[str]:
    with serve(built) as url:
        yield url


def html(built: Path, address: str) -> str:
    return (built / address / "index.html").read_text(encoding="utf-8")


def text(page: str) -> str:
    """What the page's body says, without tags, scripts and templates."""
    body = page[page.index("<body") :]
    body = re.sub(r"<(script|template)\b.*?</\1>", " ", body, flags=re.DOTALL)
    return re.sub(
        r"\s+", " ", unescape(re.sub(r"</?(?:span|small|a|strong|bdi)\b[^>]*>", "", body)).replace("\xa0", " ")
    )


@pytest.mark.parametrize("given", GIVEN)
def test_a_posting_says_every_fact_that_it_was_given(built: Path, given: str) -> None:
    assert given in re.sub(r"<[^>]+>", " ", text(html(built, "jobs/every-field/")))


def test_pay_that_is_not_given_is_said_once_to_be_so(built: Path) -> None:
    page = text(html(built, "jobs/senior-backend-engineer-nodejs-typescript/"))
    assert page.count("Pay is not stated") == 1


def test_an_advert_in_another_language_says_so_to_machines(built: Path) -> None:
    page = html(built, "jobs/arabic/")
    assert '<html lang="en" dir="ltr"' in page
    assert re.search(r'<h1 lang="ar" dir="rtl">', page)
    assert re.search(r'<div class="prose" lang="ar" dir="rtl">', page)


def test_the_head_names_the_page_in_every_language_of_the_site(built: Path) -> None:
    page = html(built, "pt/jobs/every-field/")
    found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', page))
    address = "https://example.org/careers/{}jobs/every-field/"
    assert found == {
        "en": address.format(""),
        "x-default": address.format(""),
        "pt": address.format("pt/"),
        "de": address.format("de/"),
    }
    assert f'<link rel="canonical" href="{address.format("pt/")}">' in page


def test_a_closed_posting_says_when_and_offers_what_is_like_it(built: Path) -> None:
    page = html(built, "jobs/closed/")
    assert "This position closed on 31 October 2026 (Lisbon time)." in text(page)
    assert 'href="/careers/jobs/senior-software-engineer-data-infrastructure/"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "JobPosting" not in page and "data-apply" not in page


def test_a_posting_that_is_gone_leads_back_to_the_list(built: Path) -> None:
    page = html(built, "jobs/gone/")
    assert "This position closed on 31 October 2025. It has been filled." in text(page)
    assert "See all open roles" in text(page)


def test_the_favicon_bears_the_first_companys_initial_and_the_accent(built: Path) -> None:
    icon = (built / "favicon.svg").read_text(encoding="utf-8")
    assert ">B</text>" in icon and "#0b5c8a" in icon and "{" + "accent" not in icon


LANDINGS = {
    "departments/infrastructure": ("Infrastructure", "Infrastructure: 1 open role, its facts stated in full."),
    "locations/pt": ("Portugal", "Portugal: 5 open roles, each with its facts stated in full."),
    "locations/us-ca-san-francisco": ("San Francisco", "San Francisco: 1 open role, its facts stated in full."),
    "skills/go": ("Go", "Go: 4 open roles, each with its facts stated in full."),
    "types/part-time": ("Part-time", "Part-time: 2 open roles, each with its facts stated in full."),
    "companies/bluesky": ("Bluesky", "Bluesky: 3 open roles, each with its facts stated in full."),
    "remote": ("Remote", "Remote: 4 open roles, each with its facts stated in full."),
}
"""A landing page of each kind: its heading, and how its description begins."""


@pytest.mark.parametrize("address", LANDINGS)
def test_a_landing_page_has_its_own_title_description_and_feeds(built: Path, address: str) -> None:
    page = html(built, address)
    heading, description = LANDINGS[address]
    assert f"<h1>{heading}</h1>" in page
    assert f"<title>{heading}: open roles – Careers</title>" in page
    assert f'<meta name="description" content="{description}' in page
    for name in ("feed.xml", "feed.json"):
        assert f'href="/careers/{address}/{name}"' in page
        assert (built / address / name).exists()
    assert f'<p class="follow"><a href="/careers/{address}/feed.xml">' in page


def test_an_introduction_is_the_one_that_was_written_or_what_a_company_says_of_itself(built: Path) -> None:
    assert "These openings use Go for backends" in text(html(built, "skills/go"))
    assert "Bluesky is a social network on an open, federated protocol" in text(html(built, "companies/bluesky"))
    assert "intro-text" not in html(built, "types/part-time")


def test_there_is_no_landing_page_without_an_open_posting(built: Path) -> None:
    assert not (built / "departments/office").exists()
    for path in built.glob("*/*/feed.json"):
        if path.parts[-3] in ("departments", "locations", "skills", "types", "companies"):
            assert json.loads(path.read_text(encoding="utf-8"))["items"], path


def test_every_page_is_html_without_an_error(built: Path) -> None:
    files = [path for path in built.rglob("*.html") if path.relative_to(built).parts[0] in ("jobs", "pt", "skills")]
    assert len(files) > 50
    for path in [*files, built / "index.html", built / "404.html"]:
        page = path.read_text(encoding="utf-8")
        html5lib.HTMLParser(strict=True).parse(page)
        ids = re.findall(r'\sid="([^"]*)"', page)
        assert len(ids) == len(set(ids)), path
        title = re.search(r"<title>(.+)</title>", page)
        assert title and len(title[1]) <= 70, path


def test_a_policy_names_each_block_of_data_in_the_page(built: Path) -> None:
    for address in ("", "jobs/every-field/", "skills/go/"):
        page = html(built, address)
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
        data = re.findall(r"<script[^>]*json[^>]*>(.*?)</script>", page, re.DOTALL)
        assert policy and data and "unsafe-inline" not in policy[1]
        for block in data:
            assert f"'sha256-{b64encode(sha256(block.encode()).digest()).decode()}'" in policy[1]


def test_a_policy_lets_in_what_the_pages_use_and_nothing_else(built: Path) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html(built, ""))
    assert policy
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy[1].split(";"))
    assert re.sub(" 'sha256-[^']+'", "", rules.pop("script-src")) == "'self' 'wasm-unsafe-eval'"
    assert rules == {
        **dict.fromkeys(("default-src", "worker-src", "base-uri", "trusted-types"), "'none'"),
        **dict.fromkeys(("style-src", "img-src", "font-src", "connect-src", "form-action"), "'self'"),
        "require-trusted-types-for": "'script'",
    }


def test_structured_data_is_the_only_script_in_a_page_beside_the_words(built: Path) -> None:
    page = html(built, "jobs/every-field/")
    inline = re.findall(r"<script([^>]*)>([^<]+)</script>", page)
    assert all("json" in attributes and json.loads(content) for attributes, content in inline)


def test_without_scripts_the_list_is_whole_and_offers_nothing_that_does_not_work(
    base: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(base)
    assert page.locator(".rows .title").count() == 9
    assert page.locator("input:visible, select:visible, button:visible").count() == 0
    page.get_by_role("link", name="Trust & Safety", exact=True).first.click()
    page.get_by_role("link", name="Senior Backend Developer, Trust & Safety Platform").click()
    assert page.get_by_role("link", name="Apply").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_small_phone(base: str, open_page: Callable[..., Page], scheme: Any) -> None:
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for name, address in PAGES.items():
        if address != "404.html":
            page.goto(base + address, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_apply_stays_in_sight_on_a_phone_and_covers_nothing_at_the_end(
    base: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(base + PAGES["posting"])
    apply = page.get_by_role("link", name="Apply")
    for where in ("0", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {where})")
        box = apply.bounding_box()
        assert box and 0 < box["y"] < 740 - box["height"]
    foot, bar = page.locator(".site-foot .frame").bounding_box(), page.locator(".apply").bounding_box()
    assert foot and bar and foot["y"] + foot["height"] <= bar["y"] + 1


def test_an_index_has_countries_and_towns_by_name(built: Path) -> None:
    def names(page: str) -> list[str]:
        text = (built / page).read_text()
        return [unescape(name) for name in re.findall(r"<span>([^<]+)</span>", text[text.index("<h1>") :])]

    assert names("locations/index.html")[:9] == [
        "Brazil", "São Paulo", "France", "Germany", "Berlin", "Garmisch-Partenkirchen", "München", "Poland", "Portugal",
    ]  # fmt: skip
    assert names("de/locations/index.html")[:6] == [
        "Brasilien", "São Paulo", "Deutschland", "Berlin", "Garmisch-Partenkirchen", "München",
    ]  # fmt: skip


def test_who_may_apply_begins_with_a_capital(built: Path) -> None:
    assert "<td>Anywhere in the world</td>" in (built / "jobs/arabic/index.html").read_text()


def test_a_whole_row_is_the_target_and_at_least_44_pixels_high(base: str, page: Page) -> None:
    page.goto(base)
    row = page.locator(".rows > li").first
    box = row.bounding_box()
    assert box and box["height"] >= 44
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5)
    page.wait_for_url("**/jobs/least/")


@pytest.mark.parametrize("day", ["2026-11-20", "2026-12-05"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_loads_however_late_its_modules_come(
    base: str, page: Page, width: int, day: str
) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    page.route(re.compile(r"/js/(?!early)"), late)
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(
        "window.moved = 0;"
        "const add = (list) => list.getEntries().forEach((entry) => { window.moved += entry.value });"
        "new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true})"
    )
    for name, address in PAGES.items():
        if "?" not in address and name != "moved":  # which leads on, mostly before it is at rest
            page.goto(base + address, wait_until="networkidle")
            assert page.evaluate("window.moved") < 0.001, name


def late(route: Route) -> None:
    time.sleep(0.03)
    route.continue_()


def test_what_is_printed_tells_dates_and_no_days_from_today(base: str, page: Page) -> None:
    page.goto(base)
    posted = page.locator("[data-row]:visible time[data-when=posted]").first
    wait_until(page, "document.querySelector('[data-row] time[data-when=posted]').title")
    assert posted.inner_text() == "yesterday"
    page.emulate_media(media="print")
    seen = "(time) => getComputedStyle(time).fontSize + getComputedStyle(time, '::after').content"
    assert posted.evaluate(seen) == '0px"19 Nov 2026"'
