"""What a page weighs on the wire, in bytes as gzip packs them."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from bench.corpus import DAY, write_corpus
from tests.building import build_site
from tests.static_server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fifty")
    write_corpus(root, 50)
    return build_site(root, today=DAY, search=True).output


@pytest.fixture
def base(built: Path) -> Iterator[str]:
    with serve(built) as url:
        yield url


@pytest.fixture
def fetched(page: Page, built: Path) -> Callable[[], dict[str, int]]:
    """`fetched()` tells what the page has asked for since the last call: gzipped bytes by path."""
    page.clock.set_fixed_time(f"{DAY}T12:00:00Z")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def weigh() -> dict[str, int]:
        page.wait_for_load_state("networkidle")
        paths = {unquote(urlsplit(url).path).removeprefix("/careers/") for url in asked}
        asked.clear()
        files = {path: built / (f"{path}index.html" if path.endswith("/") or not path else path) for path in paths}
        return {path: len(gzip.compress(file.read_bytes(), 9)) for path, file in sorted(files.items())}

    return weigh


def of(found: dict[str, int], ending: str) -> int:
    return sum(size for path, size in found.items() if path.endswith(ending))


Weigh = Callable[[], dict[str, int]]


@pytest.mark.parametrize("address", ["", "jobs/posting-000001/"])
def test_a_page_is_light_before_a_click(base: str, page: Page, fetched: Weigh, address: str) -> None:
    page.goto(base + address)
    found = fetched()
    assert sum(found.values()) <= 60_000
    assert 1000 < of(found, ".css") <= 10_000
    assert 1000 < of(found, ".js") <= 12_000
    assert not [path for path in found if path.startswith(("pagefind/", "postings"))]
    if not address:
        assert page.locator("[data-row]").count() == 50
