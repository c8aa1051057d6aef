"""Fixtures for every test: small sites, a host for them, a browser that reports what goes wrong in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.browser import ARGUMENTS, MISSING, find_browser
from tests.sites import write_site
from tests.static_server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WEB = ("http", "https", "ws", "wss")
LOOPBACK = ("127.0.0.1", "localhost")
BROWSER_FIXTURES = {"browser", "open_page", "page"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses a browser, and run it last: from then on Playwright's event loop runs in the thread."""
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Path]:
    """`make_site(text)` writes the files of `text` to a new folder and returns it; see `write_site`."""
    made: list[Path] = []

    def make(text: str = "", **options: Any) -> Path:
        root = tmp_path / f"site{len(made) or ''}"
        made.append(root)
        root.mkdir()
        return write_site(root, text, **options)

    return make


@pytest.fixture
def serve_folder() -> Iterator[Callable[..., str]]:
    """`serve_folder(path, mount="/careers/")` serves a folder until the test ends; returns its base URL."""
    with ExitStack() as stack:
        yield lambda folder, mount="/careers/": stack.enter_context(serve(folder, mount))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium a test process. Without one the test fails, unless SSG_NO_BROWSER=1 leaves it out."""
    if os.environ.get("SSG_NO_BROWSER") == "1":
        pytest.skip("SSG_NO_BROWSER=1")
    executable = find_browser(os.environ)
    if executable is None:
        pytest.fail(MISSING, pytrace=False)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def troubles() -> list[str]:
    """What went wrong in the pages of this test; empty at its end. Clear it of what a test provokes."""
    return []


@pytest.fixture
def open_page(browser: Browser, troubles: list[str]) -> Iterator[Callable[..., Page]]:
    """`open_page(java_script_enabled=False, viewport=...)` gives a page in a profile of its own."""
    with ExitStack() as stack:

        def open_(**options: Any) -> Page:
            context = browser.new_context(**options)
            stack.callback(context.close)
            page = context.new_page()
            _watch(page, troubles)
            return page

        yield open_
    assert troubles == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of 1280 by 800. An error in its console or script, or a foreign request, fails the test."""
    return open_page(viewport={"width": 1280, "height": 800})


def _watch(page: Page, troubles: list[str]) -> None:
    def console(message: Any) -> None:
        if message.type in ("error", "warning"):
            troubles.append(f"console {message.type}: {message.text}")

    def request(asked: Any) -> None:
        address = urlsplit(asked.url)
        if address.scheme in WEB and address.hostname not in LOOPBACK:
            troubles.append(f"request to another host: {asked.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: troubles.append(f"script error: {error}"))
    page.on("request", request)
