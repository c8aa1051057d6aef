"""What the tests stand on: sites written in a text, the static host, the browser."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser import find_browser, main
from tests.sites import SITE_YAML, read_archive


def fetch(url: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def test_an_archive_is_split_into_its_files() -> None:
    text = """
        -- content/postings/a.md --
        ---
        title: A
        ---
        -- b.txt --
        """
    assert read_archive(text) == {"content/postings/a.md": "---\ntitle: A\n---\n", "b.txt": ""}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("hello\n-- a --\n", "text before the first", id="text before"),
        pytest.param("-- a --\n-- a --\n", "a file stands there twice: a", id="twice"),
    ],
)
def test_a_wrong_archive_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_archive(text)


def test_a_site_without_site_yaml_gets_the_least_one(make_site: Callable[..., Path]) -> None:
    site, bare = make_site("-- content/postings/a.md --\nx\n"), make_site(site_yaml=None)
    assert (site / "site.yaml").read_text() == SITE_YAML
    assert (site / "content/postings/a.md").read_text() == "x\n"
    assert list(bare.iterdir()) == []


def test_no_file_is_written_outside_the_site(make_site: Callable[..., Path]) -> None:
    with pytest.raises(ValueError, match="leaves the site's folder"):
        make_site("-- ../x --\n")


def test_the_host_answers_like_a_static_host_under_a_path(
    make_site: Callable[..., Path], serve_folder: Callable[..., str]
) -> None:
    site = make_site("-- index.html --\nhome\n-- jobs/a/index.html --\na\n-- 404.html --\nlost\n-- x/y.css --\n")
    base = serve_folder(site)
    html = "text/html; charset=utf-8"
    assert base.startswith("http://127.0.0.1:") and base.endswith("/careers/")
    assert fetch(base) == (200, html, "home\n")
    assert fetch(base + "jobs/a") == fetch(base + "jobs/a/?q=1") == (200, html, "a\n")
    assert fetch(base + "x/") == fetch(base + "nowhere") == (404, html, "lost\n")
    assert fetch(base + "x/y.css")[1] == "text/css; charset=utf-8"
    outside = fetch(base.replace("/careers/", "/jobs/a/"))
    assert outside[0] == 404 and "lost" not in outside[2]


def test_a_browser_that_is_not_there_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert find_browser({"CHROMIUM": "/nowhere/chromium"}) is None
    assert main(["--install"]) == 1
    assert "sudo apt-get install chromium" in capsys.readouterr().err


PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>T</title><link rel="icon" href="data:,"></head>
<body><p id="p">before</p>{}</body></html>
"""


def test_the_browser_runs_a_page(page: Any, make_site: Callable[..., Path], serve_folder: Callable[..., str]) -> None:
    script = "<script>document.getElementById('p').textContent = 'after'</script>"
    page.goto(serve_folder(make_site("-- index.html --\n" + PAGE.format(script)), mount="/"))
    assert page.text_content("#p") == "after"


def test_a_page_can_be_opened_without_javascript(
    open_page: Callable[..., Any], make_site: Callable[..., Path], serve_folder: Callable[..., str]
) -> None:
    script = "<script>document.getElementById('p').textContent = 'after'</script>"
    page = open_page(java_script_enabled=False)
    page.goto(serve_folder(make_site("-- index.html --\n" + PAGE.format(script))))
    assert page.text_content("#p") == "before"


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        pytest.param("<script>missing()</script>", "script error: missing is not defined", id="script"),
        pytest.param("<script>console.error('oh')</script>", "console error: oh", id="console"),
        pytest.param(
            '<img src="http://example.invalid/x.png" alt="">',
            "request to another host: http://example.invalid/x.png",
            id="another host",
        ),
    ],
)
def test_what_goes_wrong_in_a_page_is_seen(
    page: Any,
    troubles: list[str],
    make_site: Callable[..., Path],
    serve_folder: Callable[..., str],
    body: str,
    trouble: str,
) -> None:
    page.goto(serve_folder(make_site("-- index.html --\n" + PAGE.format(body))))
    page.wait_for_load_state("networkidle")
    assert trouble in troubles
    troubles.clear()
