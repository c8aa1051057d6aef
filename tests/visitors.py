"""A site in a browser, as its visitors meet it: what the tests of their doings share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ssg.build import BuildOptions, build
from tests.sites import write_site
from tests.static_server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TODAY = date(2026, 11, 20)
NOON = "2026-11-20T12:00:00Z"

SITE = """\
title: Careers at Example
base_url: https://example.org/careers/
languages: [en, pt]
time_zone: Europe/Lisbon
companies:
  acme: {name: Acme, url: "https://acme.example"}
  bolt: {name: Bolt, url: "https://bolt.example"}
apply: {email: jobs@example.com}
search: {shard_size: 20}
"""

POSTINGS = """
-- content/postings/go-engineer.md --
---
title: Go Engineer
date_posted: 2026-11-18
department: Engineering
employment_type: full-time
workplace: remote
applicants: {countries: [US]}
salary: {min: 170000, max: 230000, currency: USD, unit: year}
skills: [{name: Go, years: 5}, Postgres, Kubernetes]
experience: {years: 6}
---
Keeps the zeppelin scheduler running.
-- content/postings/data-engineer.md --
---
title: Data Engineer
date_posted: 2026-11-10
valid_through: 2026-11-25
department: Data
employment_type: [full-time, part-time]
workplace: hybrid
locations: [{city: Lisbon, country: PT}]
salary: {min: 60000, max: 80000, currency: EUR, unit: year}
skills: [Python, Postgres]
---
Feeds the zeppelin with numbers.
-- content/postings/designer.md --
---
title: Desenhadora de Produto
date_posted: 2026-11-05
company: bolt
department: Design
employment_type: contract
workplace: on-site
locations: [{city: Porto, country: PT}]
salary: {amount: 3000, currency: EUR, unit: month}
skills: [Figma]
language: pt
---
Desenha o que as pessoas usam.
-- content/postings/support.md --
---
title: "Support <b>&amp; Care</b> \\"24/7\\""
date_posted: 2026-10-01
workplace: remote
---
Answers everybody.
"""

WORKER = """
-- content/postings/worker-{n}.md --
---
title: Warehouse Worker {n}
date_posted: 2026-09-{day:02}
department: Logistics
employment_type: part-time
workplace: on-site
locations: [{{city: Berlin, country: DE}}]
salary: {{amount: {pay}, currency: EUR, unit: hour}}
skills: [Forklift]
---
Moves what comes in by gate {n}.
"""
WORKERS = "".join(WORKER.format(n=n, day=1 + n % 28, pay=14 + n % 5) for n in range(60))
ALL = 64


@dataclass(frozen=True)
class Host:
    """A built site under a path: its folder and its address."""

    folder: Path
    base: str


def made(folder: Path, **options: Any) -> Path:
    """The site of this module, built below `folder`."""
    root = write_site(folder / "root", POSTINGS + WORKERS, site_yaml=SITE)
    return build(root, BuildOptions(today=TODAY, output=folder / "site", **options)).output


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = made(tmp_path_factory.mktemp("behaviour"))
    with serve(folder, "/careers/") as base:
        yield Host(folder, base)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page that does not animate from one address to the next: Chromium calls a transition cut short an error."""
    return open_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """`visit(address)` opens it at noon of the day that the site was built."""
    page.clock.set_fixed_time(NOON)

    def visit(address: str) -> Page:
        page.goto(address)
        return settled(page)

    return visit


def settled(page: Page) -> Page:
    """Wait for the list's controls; a posting's are waited for with all else that it fetches."""
    if page.locator("[data-list]").count():
        page.locator("[data-facet] input").first.wait_for(state="attached")
    elif page.locator("[data-posting]").count():
        page.wait_for_load_state("networkidle")
    return page


def box(page: Page, facet: str, key: str) -> Locator:
    return page.locator(f'[data-facet="{facet}"] input[value="{key}"]')


def titles(page: Page) -> list[str]:
    return page.locator("[data-row]:visible [data-field=title]").all_inner_texts()


def count_says(page: Page, text: str) -> None:
    page.locator("[data-count]", has_text=re.compile(f"^{re.escape(text)}$")).wait_for()


def query(page: Page) -> str:
    return page.evaluate("location.search")
