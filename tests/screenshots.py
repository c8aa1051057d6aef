"""Pictures of every kind of page, for eyes to judge: `python -m tests.screenshots OUT_DIR`.

The example site, with a few postings more that show what it does not hold: one with every field, one that closed, one
that is gone, a title in German and one in Arabic. Light and dark, at 360, 768 and 1280 pixels.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import ARGUMENTS, MISSING, find_browser
from tests.sites import write_site
from tests.static_server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-20"
NOON = f"{TODAY}T12:00:00Z"
"""What the browser's clock shows: the day of the build."""
SIZES = ((360, 740), (768, 1024), (1280, 800))
SCHEMES = ("light", "dark")

PAGES = {
    "home": "",
    "home-filtered": "?skill=go&company=bluesky",
    "home-nothing-found": "?skill=php&company=bluesky",
    "home-pt": "pt/",
    "home-de": "de/",
    "posting": "jobs/senior-software-engineer-data-infrastructure/",
    "posting-every-field": "jobs/every-field/",
    "posting-no-pay": "jobs/senior-backend-engineer-nodejs-typescript/",
    "posting-pt": "pt/jobs/senior-backend-engineer-nodejs-typescript/",
    "posting-german": "jobs/long-words/",
    "posting-arabic": "jobs/arabic/",
    "closed": "jobs/closed/",
    "gone": "jobs/gone/",
    "term": "skills/go/",
    "terms": "locations/",
    "page": "hiring-process/",
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


def build_site(root: Path, output: Path) -> None:
    """Build the site as its users do. Raises CalledProcessError if that fails."""
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "-o", str(output), "--today", TODAY]
    subprocess.run(command, cwd=ROOT, check=True)


def picture_pages(browser: Browser, base: str, output: Path, prefix: str = "") -> int:
    """Save a whole-page PNG of each page, size and scheme as `PREFIXNAME-WIDTH-SCHEME.png`; returns how many."""
    made = 0
    for width, height in SIZES:
        for scheme in SCHEMES:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            for name, address in PAGES.items():
                page.goto(base + address, wait_until="networkidle")
                page.screenshot(path=output / f"{prefix}{name}-{width}-{scheme}.png", full_page=True)
                made += 1
            context.close()
    return made


def main(arguments: list[str]) -> int:
    """Write the pictures of each theme to the folder named first; themes may be named after it."""
    if not arguments:
        print("usage: python -m tests.screenshots OUT_DIR [THEME...]", file=sys.stderr)
        return 2
    output, themes = Path(arguments[0]), arguments[1:] or _themes()
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
        root = make_site(Path(folder) / "site", theme)
        build_site(root, Path(folder) / "out")
        with serve(Path(folder) / "out") as base:
            return picture_pages(browser, base, output, prefix=f"{theme}-")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
