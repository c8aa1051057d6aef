"""The example site's structured data, read from its pages by a consumer that knows schema.org and nothing of us."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import jsonschema
import pytest
import yaml

from ssg.build import BuildOptions, build
from tests.sites import SITE_YAML, write_site

ROOT = Path(__file__).parent.parent
POSTINGS = sorted(path.stem for path in (ROOT / "content/postings").glob("*.md"))
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
LANGUAGES = ("", "pt/", "de/")

# Expected types of schema.org release 30; Text stands for str, and so on.
TEXT, NUMBER, BOOLEAN = "Text", "Number", "Boolean"
TYPES: dict[str, dict[str, set[str]]] = {
    "JobPosting": {
        "title": {TEXT},
        "url": {TEXT},
        "description": {TEXT},
        "datePosted": {TEXT},
        "validThrough": {TEXT},
        "hiringOrganization": {"Organization"},
        "employmentUnit": {"Organization"},
        "employerOverview": {TEXT},
        "industry": {TEXT},
        "identifier": {"PropertyValue"},
        "jobLocation": {"Place"},
        "jobLocationType": {TEXT},
        "applicantLocationRequirements": {"AdministrativeArea", "Country", "State"},
        "employmentType": {TEXT},
        "workHours": {TEXT},
        "totalJobOpenings": {NUMBER},
        "occupationalCategory": {TEXT},
        "baseSalary": {"MonetaryAmount"},
        "incentiveCompensation": {TEXT},
        "experienceRequirements": {TEXT, "OccupationalExperienceRequirements"},
        "educationRequirements": {TEXT, "EducationalOccupationalCredential"},
        "experienceInPlaceOfEducation": {BOOLEAN},
        "skills": {TEXT},
        "eligibilityToWorkRequirement": {TEXT},
        "responsibilities": {TEXT},
        "qualifications": {TEXT},
        "jobBenefits": {TEXT},
        "jobStartDate": {TEXT},
        "jobImmediateStart": {BOOLEAN},
        "directApply": {BOOLEAN},
        "applicationContact": {"ContactPoint"},
    },
    "Organization": {"name": {TEXT}, "url": {TEXT}, "sameAs": {TEXT}, "logo": {TEXT}},
    "PropertyValue": {"name": {TEXT}, "value": {TEXT}},
    "Place": {"address": {"PostalAddress"}},
    "PostalAddress": {
        "streetAddress": {TEXT},
        "addressLocality": {TEXT},
        "addressRegion": {TEXT},
        "postalCode": {TEXT},
        "addressCountry": {TEXT},
    },
    "Country": {"name": {TEXT}, "identifier": {TEXT}},
    "State": {"name": {TEXT}, "identifier": {TEXT}, "containedInPlace": {"Country"}},
    "AdministrativeArea": {"name": {TEXT}, "sameAs": {TEXT}},
    "MonetaryAmount": {"currency": {TEXT}, "value": {"QuantitativeValue"}, "description": {TEXT}},
    "QuantitativeValue": {"value": {NUMBER}, "minValue": {NUMBER}, "maxValue": {NUMBER}, "unitText": {TEXT}},
    "OccupationalExperienceRequirements": {"monthsOfExperience": {NUMBER}},
    "EducationalOccupationalCredential": {"credentialCategory": {TEXT}},
    "ContactPoint": {"name": {TEXT}, "email": {TEXT}, "telephone": {TEXT}},
}


class _Page(HTMLParser):
    """A page's JSON-LD, and the text that a reader sees."""

    HIDDEN = ("script", "style", "template", "title")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.seen: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.HIDDEN and not self._inside:
            self._inside = tag
            if dict(attrs).get("type") == "application/ld+json":
                self._inside = "ld+json"
                self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside or (tag == "script" and self._inside == "ld+json"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "ld+json":
            self.scripts[-1] += data
        elif not self._inside:
            self.seen.append(data)

    @property
    def text(self) -> str:
        return _folded(" ".join(self.seen))

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        told = [data for script in self.scripts for data in _listed(json.loads(script))]
        return [data for data in told if data["@type"] == kind]


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build(ROOT, BuildOptions(today=date(2026, 11, 20), output=folder / "out", cache=False, search=False, jobs=1))
    return folder / "out"


def _page(site: Path, slug: str, language: str = "") -> _Page:
    return _Page((site / language / "jobs" / slug / "index.html").read_text(encoding="utf-8"))


def _front(slug: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / f"content/postings/{slug}.md").read_text().split("---\n")[1])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", POSTINGS)
def test_a_page_has_one_job_posting_of_schema_orgs_types(site: Path, slug: str, language: str) -> None:
    (found,) = _page(site, slug, language).of_type("JobPosting")
    assert found.pop("@context") == "https://schema.org/"
    assert list(_wrong(found)) == []
    for name in ("title", "description", "datePosted", "hiringOrganization"):
        assert found[name]
    assert "jobLocation" in found or "applicantLocationRequirements" in found


def _wrong(value: dict[str, Any], path: str = "") -> Iterator[str]:
    """Properties that schema.org does not know, or not with this type."""
    kind = value["@type"]
    for name, given in value.items():
        if name == "@type":
            continue
        allowed = TYPES[kind].get(name, set())
        for item in given if isinstance(given, list) else [given]:
            found = item["@type"] if isinstance(item, dict) else _plain_type(item)
            if found not in allowed:
                yield f"{path}{kind}.{name} is {found}"
            if isinstance(item, dict):
                yield from _wrong(item, f"{path}{kind}.")


def _plain_type(value: object) -> str:
    return BOOLEAN if isinstance(value, bool) else NUMBER if isinstance(value, int | float) else TEXT


@pytest.mark.parametrize("slug", POSTINGS)
def test_the_structured_data_says_what_the_author_wrote(site: Path, slug: str) -> None:
    front, (found,) = _front(slug), _page(site, slug).of_type("JobPosting")
    company = yaml.safe_load((ROOT / "site.yaml").read_text())["companies"][front["company"]]
    assert found["title"] == front["title"]
    assert found["datePosted"] == front["date_posted"].isoformat()
    assert found["hiringOrganization"]["name"] == company["name"]
    assert company["url"] in found["hiringOrganization"]["sameAs"]
    assert found["employmentUnit"]["name"] == front["department"]
    assert found.get("jobLocationType") == ("TELECOMMUTE" if front["workplace"] == "remote" else None)
    assert _listed(found.get("skills")) == [s if isinstance(s, str) else s["name"] for s in front.get("skills", [])]
    assert _listed(found.get("jobBenefits")) == front.get("benefits", [])
    assert "validThrough" not in found or "valid_through" in front
    pay, wanted = found.get("baseSalary"), front.get("salary")
    assert bool(pay) == bool(wanted)
    if pay and wanted:
        figures = (pay["currency"], pay["value"]["minValue"], pay["value"]["maxValue"], pay["value"]["unitText"])
        assert figures == (wanted["currency"], wanted["min"], wanted["max"], wanted["unit"].upper())
    if "experience" in front:
        assert found["experienceRequirements"]["monthsOfExperience"] == front["experience"]["years"] * 12
    countries = [
        area["identifier"] for area in _listed(found.get("applicantLocationRequirements")) if "identifier" in area
    ]
    assert countries == front.get("applicants", {}).get("countries", [])


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", POSTINGS)
def test_nothing_is_in_the_structured_data_that_is_not_on_the_page(site: Path, slug: str, language: str) -> None:
    assert list(_unseen(_page(site, slug, language))) == []


@pytest.mark.parametrize("slug", ["everything", "anywhere"])
def test_nor_when_a_posting_says_everything(tmp_path: Path, slug: str) -> None:
    root = write_site(tmp_path, EVERYTHING)
    options = BuildOptions(today=date(2026, 11, 20), output=tmp_path / "out", cache=False, search=False, jobs=1)
    build(root, options)
    page = _page(options.output, slug)
    (found,) = page.of_type("JobPosting")
    assert list(_wrong({key: value for key, value in found.items() if key != "@context"})) == []
    assert list(_unseen(page)) == []


def _unseen(page: _Page) -> Iterator[str]:
    """Lines of text in the page's JobPosting that no reader sees; signs between words do not count."""
    (found,) = page.of_type("JobPosting")
    told = re.sub(r"<[^>]*>|: |\(|\)", "\n", found["description"])
    named = ("employerOverview", "responsibilities", "qualifications", "industry", "workHours")
    more = ("incentiveCompensation", "jobBenefits", "skills", "occupationalCategory", "eligibilityToWorkRequirement")
    texts = [told, found["title"], found["hiringOrganization"]["name"]]
    texts += [text for name in (*named, *more) for text in _listed(found.get(name))]
    texts += [area["name"] for area in _listed(found.get("applicantLocationRequirements"))]
    texts += [value for place in _listed(found.get("jobLocation")) for value in _address(place["address"])]
    texts += [v for k, v in found.get("applicationContact", {}).items() if not k.startswith("@")]
    texts += [found["identifier"]["value"]] if "identifier" in found else []
    yield from (line for text in texts for line in text.split("\n") if _folded(unescape(line)) not in page.text)


def _address(address: dict[str, str]) -> list[str]:
    return [value for name, value in address.items() if name not in ("@type", "addressCountry")]


EVERYTHING = """
-- content/postings/everything.md --
---
title: Senior Map Engineer
date_posted: 2026-11-02
valid_through: 2027-01-31
department: Cartography
employment_type: [full-time, contract]
workplace: hybrid
locations:
  - {city: Seattle, region: WA, country: US, street: 1 Main Street, postal_code: "98101"}
  - {city: Lisbon, country: PT}
salary: {min: 170000, currency: USD, unit: year, note: Before tax.}
equity: true
incentives: A yearly bonus
benefits: [Health insurance, Dental insurance]
skills: [Go, {name: Postgres, years: 5}]
experience: {months: 60}
education: [bachelor-degree, professional-certificate]
experience_in_place_of_education: true
interview: [{step: Call with the people team, minutes: 90}, Day on site]
travel: Some, to Seattle
start: immediately
hours: 40 a week
openings: 2
identifier: ENG-123
industry: Map making
occupation: [15-1252.00, 15-1253.00]
eligibility: A permit to work in the US
apply: {url: "https://acme.example/apply", direct: true}
contact: {name: The people team, email: people@acme.example, phone: +351 21 000 0000}
---
Maps that hold still.

## What you will do

- Draw *maps*
- Measure `twice`
-- content/postings/anywhere.md --
---
title: Map Engineer
date_posted: 2026-11-02
workplace: remote
applicants: {worldwide: true, time_zones: Lisbon hours}
experience: none-required
education: none-required
salary: {amount: 24.50, currency: EUR, unit: hour}
---
Maps.
"""


def _file(site: Path, url: str) -> Path:
    return site / unquote(url.removeprefix("https://example.org/careers/"))


def test_every_feed_leads_to_pages_and_files_that_are_there(site: Path) -> None:
    feeds = sorted(site.rglob("feed.xml"))
    assert len(feeds) > 50
    for path in feeds:
        found = feedparser.parse(path.read_bytes())
        assert not found.bozo, path
        links = [found.feed.link, *(link.href for link in found.feed.links), *(item.link for item in found.entries)]
        links += [link.href for item in found.entries for link in item.links]
        assert [link for link in links if not _file(site, link).exists()] == []
        ids = [item["id"] for item in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["items"]]
        assert ids == [item.id for item in found.entries] != []


def test_the_sites_own_files_are_there_and_keep_their_schema(site: Path) -> None:
    schema = json.loads((site / "jobs.schema.json").read_text(encoding="utf-8"))
    jobs = json.loads((site / "jobs.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(jobs)
    assert sorted(job["slug"] for job in jobs["jobs"]) == POSTINGS
    assert all(_file(site, job["markdown_url"]).read_text().startswith("# ") for job in jobs["jobs"])
    pages = [loc.text or "" for loc in ET.parse(site / "sitemap.xml").iter(f"{{{SITEMAP}}}loc")]
    assert [page for page in pages if not _file(site, page).exists()] == []
    assert {job["url"] for job in jobs["jobs"]} < set(pages)
    linked = re.findall(r"\]\((\S+)\)", (site / "llms.txt").read_text(encoding="utf-8"))
    assert len(linked) > len(POSTINGS)
    assert {"https://example.org/careers/jobs.json", "https://example.org/careers/feed.xml"} < set(linked)
    assert [link for link in linked if not _file(site, link).exists()] == []


def test_the_pages_say_what_the_site_is_and_the_way_to_them(site: Path) -> None:
    home = _Page((site / "de/index.html").read_text(encoding="utf-8"))
    (website,) = home.of_type("WebSite")
    assert (website["name"], website["url"], website["inLanguage"]) == (
        "Karriere",
        "https://example.org/careers/de/",
        "de",
    )
    assert "publisher" not in website
    company = _Page((site / "companies/bluesky/index.html").read_text(encoding="utf-8"))
    assert [found["name"] for found in company.of_type("Organization")] == ["Bluesky"]
    for path, names in {
        "jobs/senior-backend-engineer-php": ["Careers", "Engineering", "Senior Backend Engineer (PHP)"],
        "de/locations/pt": ["Karriere", "Portugal"],
        "remote": ["Careers", "Remote"],
    }.items():
        page = _Page((site / path / "index.html").read_text(encoding="utf-8"))
        (way,) = page.of_type("BreadcrumbList")
        assert [step["name"] for step in way["itemListElement"]] == names
        assert all(_file(site, step["item"]).exists() for step in way["itemListElement"])
        assert [json.loads(script)["@type"] for script in page.scripts][-1] == "BreadcrumbList"


def test_lists_have_no_job_posting(site: Path) -> None:
    pages = [p for p in site.rglob("index.html") if "jobs" not in p.relative_to(site).parts]
    assert len(pages) > 20
    for path in pages:
        assert _Page(path.read_text(encoding="utf-8")).of_type("JobPosting") == []


def test_formats_say_the_words_of_the_sites_theme(tmp_path: Path) -> None:
    site = f"""
-- themes/own/theme.yaml --
extends: base
-- themes/own/strings/en.yaml --
pay: Salary
who_may_apply: Wanted in
unit.hour: per hour
{EVERYTHING}"""
    root = write_site(tmp_path, site, site_yaml=SITE_YAML + "theme: own\nfeeds: [jooble]\n")
    build(root, BuildOptions(today=date(2026, 11, 20), output=tmp_path / "out", cache=False, search=False, jobs=1))
    page = _page(tmp_path / "out", "anywhere")
    assert list(_unseen(page)) == []
    (found,) = page.of_type("JobPosting")
    assert "<p>Salary: €24.50 per hour</p>\n<p>Wanted in: anywhere in the world</p>" in found["description"]
    said = {name: (tmp_path / "out" / name).read_text() for name in ("feed.xml", "jobs/anywhere/index.md", "llms.txt")}
    assert [name for name, text in said.items() if "€24.50 per hour" not in text] == []


TRANSLATION = """
-- content/postings/gardener.md --
---
title: Gardener
date_posted: 2026-11-02
department: Outside
skills: [Roses]
locations: [{city: Lisbon, country: PT}]
---
Gardens.
-- content/postings/gardener.pt.md --
---
title: Jardineira
date_posted: 2026-11-02
department: Lá fora
skills: [Rosas]
locations: [{city: Lisboa, country: PT}]
---
Jardins.
"""


def test_a_translated_term_leads_to_that_of_the_original(tmp_path: Path) -> None:
    root = write_site(tmp_path, TRANSLATION, site_yaml=SITE_YAML + "languages: [en, pt]\n")
    build(root, BuildOptions(today=date(2026, 11, 20), output=tmp_path / "out", cache=False, search=False, jobs=1))
    html = (tmp_path / "out/pt/jobs/gardener/index.html").read_text(encoding="utf-8")
    assert '<a href="/careers/pt/departments/outside/">Lá fora</a>' in html
    assert '<a href="/careers/pt/skills/roses/">' in html
    assert 'href=""' not in html
    (way,) = _Page(html).of_type("BreadcrumbList")
    assert [
        (step["name"], step["item"].removeprefix("https://example.org/careers/")) for step in way["itemListElement"]
    ] == [
        ("Careers at Example", "pt/"),
        ("Lá fora", "pt/departments/outside/"),
        ("Jardineira", "pt/jobs/gardener/"),
    ]
    title = re.search(r"<entry>.*?<title[^>]*>[^<]*", (tmp_path / "out/pt/feed.xml").read_text(encoding="utf-8"))
    assert title and title[0].endswith('<title xml:lang="pt">Jardineira')


def test_a_page_tells_networks_what_to_show(tmp_path: Path) -> None:
    root = write_site(tmp_path, EVERYTHING, site_yaml=SITE_YAML + "languages: [en, pt]\n")
    build(root, BuildOptions(today=date(2026, 11, 20), output=tmp_path / "out", cache=False, search=False, jobs=1))
    said = dict(
        re.findall(
            r'<meta (?:name|property)="((?:og|twitter):[^"]+)" content="([^"]*)"',
            (tmp_path / "out/pt/jobs/anywhere/index.html").read_text(),
        )
    )
    picture = "https://example.org/careers/card.png"
    assert said == {
        "og:type": "website",
        "og:site_name": "Careers at Example",
        "og:title": "Map Engineer",
        "og:description": "Maps.",
        "og:url": "https://example.org/careers/pt/jobs/anywhere/",
        "og:locale": "pt_PT",
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Map Engineer",
        "twitter:card": "summary_large_image",
        "twitter:title": "Map Engineer",
        "twitter:description": "Maps.",
        "twitter:image": picture,
        "twitter:image:alt": "Map Engineer",
    }
