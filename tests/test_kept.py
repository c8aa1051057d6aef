"""A small site that was built once: every later version says the same, at the same addresses.

What a change is meant to change is written anew by `SSG_KEEP=1 pytest tests/test_kept.py`, and read in review.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.building import build_site

KEPT = Path(__file__).with_name("kept")
PAGES = ["index", "jobs/engineer/index", "de/jobs/engineer/index", "jobs/archivist/index", "jobs/clerk/index",
         "skills/go/index", "departments/index", "how-we-hire/index", "404"]  # fmt: skip
BLOCKS = frozenset("main p li h1 h2 h3 h4 dt dd div section article header footer nav ul ol dl tr td th".split())


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kept") / "site"
    shutil.copytree(KEPT / "site", root)
    return build_site(root).output


def said(page: Path) -> str:
    """What the `<main>` of a page says: its words a block a line, its links as `→ address`."""
    main = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False).find(".//main")
    assert main is not None, page
    lines = "".join(_said(main)).split("\n")
    return "".join(f"{line}\n" for line in (" ".join(line.split()) for line in lines) if line)


def _said(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in ("script", "template", "svg"):
        return
    ends = "\n" if element.tag in BLOCKS else ""
    yield ends + (element.text or "")
    for child in element:
        yield from _said(child)
        yield child.tail or ""
    if element.tag == "a":
        yield f"\n→ {element.get('href')}\n"
    yield ends


def check(name: str, found: str) -> None:
    file = KEPT / "said" / f"{name.replace('/', '--')}.txt"
    if os.environ.get("SSG_KEEP") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_it_said(output: Path, page: str) -> None:
    check(page.removesuffix("/index"), said(output / f"{page}.html"))


def test_every_address_stays(output: Path) -> None:
    found = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    own = sorted(path for path in found if not path.startswith(("assets/", ".")))
    file = KEPT / "addresses.txt"
    if os.environ.get("SSG_KEEP") == "1":
        file.write_text("".join(f"{path}\n" for path in own))
    assert set(file.read_text().split()) <= set(own)


def test_the_structured_data_keeps_its_facts(output: Path) -> None:
    page = html5lib.parse((output / "jobs/engineer/index.html").read_bytes(), namespaceHTMLElements=False)
    scripts = [json.loads(e.text) for e in page.iter("script") if e.get("type") == "application/ld+json"]
    (job,) = (one for one in scripts if isinstance(one, dict) and one.get("@type") == "JobPosting")
    check("engineer.jsonld", json.dumps(job, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
