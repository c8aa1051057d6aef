"""Pictures of every kind of page, for eyes to judge: `python -m tests.screenshots [FOLDER [THEME...]]`.

The example site, with a few postings more that show what it does not hold: one with every field and one with the least,
one in many places, one that closed, one that is gone, a title in German and one in Arabic. Besides it a site without
postings and one with sixty. Light and dark, at 360, 768 and 1280 pixels; some pages also at 320 and 2560 pixels, zoomed
to 200 %, in forced colours, on paper and from right to left.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.corpus import SITE, write_corpus
from tests.browser import ARGUMENTS, MISSING, find_browser
from tests.sites import write_site
from tests.static_server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-20"
NOON = f"{TODAY}T12:00:00Z"
"""What the browser's clock shows: the day of the build."""
WINDOWS = {
    f"{width}-{scheme}": {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
    for width, height in ((360, 740), (768, 1024), (1280, 800))
    for scheme in ("light", "dark")
}
"""How a browser shows every page, by the end of its picture's name."""
SPECIAL: dict[str, dict[str, Any]] = {
    "320": {"viewport": {"width": 320, "height": 640}},
    "2560": {"viewport": {"width": 2560, "height": 1440}},
    "zoomed": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "forced-colours": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
    "paper": {"viewport": {"width": 720, "height": 1020}},
    "right-to-left": {"viewport": {"width": 1280, "height": 800}},
}
"""How it shows `SPECIAL_PAGES` besides. 720 pixels are what a sheet of A4 has between its margins."""
SPECIAL_PAGES = ("home", "posting-every-field", "closed")

PAGES = {
    "home": "",
    "home-filtered": "?skill=go&company=bluesky",
    "home-nothing-found": "?skill=php&company=bluesky",
    "home-pt": "pt/",
    "home-de": "de/",
    "posting": "jobs/senior-software-engineer-data-infrastructure/",
    "posting-every-field": "jobs/every-field/",
    "posting-least": "jobs/least/",
    "posting-many-places": "jobs/many-places/",
    "posting-no-pay": "jobs/senior-backend-engineer-nodejs-typescript/",
    "posting-pt": "pt/jobs/senior-backend-engineer-nodejs-typescript/",
    "posting-german": "jobs/long-words/",
    "posting-arabic": "jobs/arabic/",
    "closed": "jobs/closed/",
    "gone": "jobs/gone/",
    "term": "skills/go/",
    "terms": "locations/",
    "page": "hiring-process/",
    "moved": "jobs/old-address/",
    "404": "404.html",
}
"""Address by the name of its picture."""

MORE = """\
-- content/postings/every-field.md --
---
title: Staff Engineer, Observability
date_posted: 2026-11-18
valid_through: 2026-11-24
company: bluesky
department: Infrastructure
employment_type: [full-time, contract]
workplace: hybrid
locations:
  - {city: Lisbon, country: PT, street: Rua do Ouro 12, postal_code: 1100-063}
  - {city: Berlin, region: BE, country: DE}
applicants: {countries: [PT, DE], regions: [US-WA], time_zones: Central European hours}
salary: {min: 84000, max: 112000.50, currency: EUR, unit: year, note: Depends on the place.}
equity: true
incentives: A yearly bonus of up to 10 %
benefits: [Health insurance, 30 days of leave]
skills: [{name: Go, years: 5}, {name: Postgres, years: 3}, OpenTelemetry, C++]
experience: {months: 30}
education: [bachelor-degree, professional-certificate]
experience_in_place_of_education: true
interview:
  - {step: Call with the people team, minutes: 30}
  - {step: Technical interview with the tech lead, minutes: 90}
  - {step: Chat with the CTO, minutes: 60}
travel: Some, to Seattle
start: 2027-02-01
hours: 40 a week
openings: 2
identifier: ENG-123
industry: Software
occupation: 15-1252.00 Software Developers
eligibility: A permit to work in the EU
contact: {name: The people team, email: people@acme.example, phone: +351 21 000 0000}
---
We keep watch over the systems that watch everything else.

## What you will do

- Look after metrics, logs and traces.
- Write `prometheus.yml` by hand, once, and never again.

| Tool | Years | Note |
| --- | --- | --- |
| Go | 5 | every day |

## Not for you if

- You do not like graphs.
-- content/postings/long-words.md --
---
title: Sachbearbeitung für Rechtsschutzversicherungsangelegenheiten und Grundstücksverkehrsgenehmigungszuständigkeit
date_posted: 2026-10-01
company: bluethrone
language: de
department: Rechtsschutzversicherungsgesellschaften
employment_type: part-time
workplace: on-site
locations: {city: Garmisch-Partenkirchen, region: BY, country: DE}
salary: {amount: 24.5, currency: EUR, unit: hour}
---
Kraftfahrzeughaftpflichtversicherungen, mehr nicht.
-- content/postings/arabic.md --
---
title: مهندس برمجيات أول للبنية التحتية للبيانات
date_posted: 2026-09-01
company: pellmere
language: ar
workplace: remote
applicants: {worldwide: true}
skills: [Go, {name: Postgres, years: 2}]
---
نبحث عن مهندس برمجيات يعمل معنا عن بُعد.
-- content/postings/least.md --
---
title: Baker
date_posted: 2026-11-19
company: pellmere
aliases: [old-address]
---
Bake bread.
-- content/postings/many-places.md --
---
title: Solutions Architect
date_posted: 2026-11-12
valid_through: 2027-03-31
company: bluethrone
department: Solutions
employment_type: [full-time, part-time]
workplace: hybrid
locations:
  - {city: Lisbon, country: PT}
  - {city: Porto, country: PT}
  - {city: San Francisco, region: CA, country: US}
  - {city: New York, region: NY, country: US}
  - {city: München, region: BY, country: DE}
  - {city: São Paulo, region: SP, country: BR}
  - {city: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, country: GB}
salary: {min: 60000, currency: EUR, unit: year}
---
Travel between seven towns.
-- content/postings/closed.md --
---
title: Site Reliability Engineer
date_posted: 2026-08-02
valid_through: 2026-10-31
company: bluesky
workplace: remote
applicants: {countries: US}
salary: {min: 150000, max: 190000, currency: USD, unit: year}
skills: [Go, Postgres]
---
Keep the lights on in three data centres.
-- content/postings/gone.md --
---
title: Office Manager
date_posted: 2025-08-02
status: closed
date_closed: 2025-10-31
filled: true
---
Keep the office.
"""


def make_site(folder: Path, theme: str = "base") -> Path:
    """The example site with `MORE` postings in the theme, below `folder`."""
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "site.yaml").read_text(encoding="utf-8").replace("\ntheme: base\n", f"\ntheme: {theme}\n")
    (folder / "site.yaml").write_text(settings, encoding="utf-8")
    return write_site(folder, MORE, site_yaml=None)


def make_empty_site(folder: Path, theme: str) -> Path:
    """A site of one company without a posting."""
    shutil.copytree(ROOT / "themes", folder / "themes")
    return write_site(folder, "", site_yaml=f"theme: {theme}\n{SITE}")


def make_large_site(folder: Path, theme: str) -> Path:
    """A site of sixty postings, and so of two pages."""
    shutil.copytree(ROOT / "themes", folder / "themes")
    write_corpus(folder, 60)
    return write_site(folder, "", site_yaml=f"theme: {theme}\n{SITE}")


def build_site(root: Path, output: Path) -> None:
    """Build the site as its users do. Raises CalledProcessError if that fails."""
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "-o", str(output), "--today", TODAY]
    subprocess.run(command, cwd=ROOT, check=True)


def picture_pages(browser: Browser, base: str, output: Path, prefix: str, pages: Mapping[str, str]) -> int:
    """Save a whole-page PNG of each page in each window as `PREFIXNAME-WINDOW.png`; returns how many."""
    made = 0
    special = {name: address for name, address in pages.items() if name in SPECIAL_PAGES}
    for ending, options in (WINDOWS | SPECIAL).items():
        context = browser.new_context(**options)
        page = context.new_page()
        page.clock.set_fixed_time(NOON)
        for name, address in (special if ending in SPECIAL else pages).items():
            page.goto(base + address, wait_until="networkidle")
            if ending == "paper":
                page.emulate_media(media="print")
            if ending == "right-to-left":
                page.evaluate("document.documentElement.dir = 'rtl'")
            page.screenshot(path=output / f"{prefix}{name}-{ending}.png", full_page=True)
            made += 1
        context.close()
    return made


def main(arguments: list[str]) -> int:
    """Write the pictures of each theme to the folder named first, `_screenshots` by itself; themes may follow it."""
    output, themes = Path(arguments[0] if arguments else "_screenshots"), arguments[1:] or _themes()
    executable = find_browser(os.environ)
    if executable is None:
        print(MISSING, file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    output.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        made = sum(_picture_theme(browser, theme, output) for theme in themes)
        browser.close()
    print(f"{made} pictures in {output}")
    return 0


def _themes() -> list[str]:
    return sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))


def _picture_theme(browser: Browser, theme: str, output: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        sites = {
            "": (make_site(Path(folder) / "example", theme), PAGES),
            "none-": (make_empty_site(Path(folder) / "none", theme), {"home": ""}),
            "sixty-": (make_large_site(Path(folder) / "sixty", theme), {"home": "", "home-2": "page/2/"}),
        }
        made = 0
        for name, (root, pages) in sites.items():
            build_site(root, root / "out")
            with serve(root / "out") as base:
                made += picture_pages(browser, base, output, f"{theme}-{name}", pages)
        return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
