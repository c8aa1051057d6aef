"""Odd but legal postings, held to the rules of those who read them: written from their documents, not from our code.

https://developers.google.com/search/docs/appearance/structured-data/job-posting and the aggregators' pages that
ssg/formats/ names; https://www.rfc-editor.org/rfc/rfc4287; https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest

from ssg.build import check
from tests.building import TODAY, build_site
from tests.sites import write_site

SITE = """
-- site.yaml --
title: Jobs at "Müller & Söhne" <Group>
base_url: https://example.org/careers/
description: Work & "life" — <b>really</b>.
languages: [en, pt, de]
time_zone: America/New_York
companies:
  mueller:
    name: Müller & Söhne
    url: https://mueller.example/?a=1&b=2
    logo: m.svg
    about: Makes <things> & "stuff".
  bar: {name: O'Neil's "Bar"}
apply: {email: jobs+x@mueller.example}
equal_opportunities: Everybody & <b>all</b>.
feeds: [adzuna, indeed, jooble, linkedin, talent, ziprecruiter]
-- static/m.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>
-- content/postings/many-countries.md --
---
title: Data Engineer
date_posted: 2026-11-02
workplace: remote
applicants: {countries: [US, CA, PT], regions: [US-WA, US-OR, PT-11, SE-AC], time_zones: UTC-8 to UTC+1}
employment_type: [full-time, part-time, contract, temporary, internship, volunteer, per-diem, other]
salary: {min: 90000, max: 120000, currency: USD, unit: year}
skills: [Go, {name: "C++ & <templates>", years: 5}]
experience: {years: 3}
education: [bachelor-degree, none-required]
experience_in_place_of_education: true
---
LONG

## What you will do

1. Write *code* ]]> & `]]>`

## What you bring

Patience & "care" <b>.
-- content/postings/office.md --
---
title: Remote With Office
date_posted: 2026-11-02
workplace: remote
locations: [{city: Lisbon, country: PT}]
start: immediately
---
LONG
-- content/postings/world.md --
---
title: Anywhere Writer
date_posted: 2026-11-02
workplace: remote
applicants: {worldwide: true}
apply: {form: "https://forms.example/1?a=1&b=2"}
experience: none-required
education: none-required
---
LONG
-- content/postings/three-cities.md --
---
title: Designer (Maps)
date_posted: 2026-11-05
valid_through: 2026-12-31
workplace: hybrid
locations:
  - {city: München, region: BY, country: DE, street: "Straße 1 & 2", postal_code: "80331"}
  - {city: Kraków, country: PL}
  - {city: Seattle, region: WA, country: US}
salary: {amount: 60000, currency: EUR, unit: year}
company: bar
identifier: "D&1"
openings: 3
---
LONG

| a | b |
| --- | --- |
| 1 | 2 |

![a](/p.png "t"), [here](#here), [beside](../x/), <https://a.example/?a=1&b=2>, &nbsp; &amp;lt; 🧭 ]]>.
-- content/postings/hourly.md --
---
title: Barista / Server & Host
date_posted: 2026-11-02
valid_through: 2026-11-20
locations: [{city: Springfield, region: IL, country: US}, {city: Springfield, region: MA, country: US}]
salary: {min: 17.50, currency: USD, unit: hour}
apply: {url: "https://ats.example/apply?job=1&x=2", direct: true}
---
LONG
-- content/postings/quotes.md --
---
title: 'Quote " and &amp; </script><!-- '
date_posted: 2026-11-01
salary: {max: 5000, currency: CHF, unit: month}
locations: [{country: CH}]
---
LONG
-- content/postings/script.md --
---
title: Инженер 工程师
date_posted: 2026-11-20
valid_through: 9999-12-31
locations: [{city: Porto, country: PT}]
---
-- content/postings/gardener.md --
---
title: Gardener
date_posted: 2026-11-03
department: Outside
locations: [{city: Lisbon, region: Lisboa, country: PT}]
salary: {min: 20, max: 30, currency: EUR, unit: day, note: "Plus <tips> & more"}
---
LONG
-- content/postings/gardener.pt.md --
---
title: Jardineira
date_posted: 2026-11-03
department: Lá fora
locations: [{city: Lisboa, region: Lisboa, country: PT}]
salary: {min: 20, max: 30, currency: EUR, unit: day, note: "Mais <gorjetas>"}
---
LONG
"""
LONG = (
    "We look for somebody who does this work with care, and who writes down what they did so that others can follow it."
)
LANGUAGES = ("", "pt/", "de/")
ISO_DAY, ISO_TIME = r"\d{4}-\d\d-\d\d", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_site(tmp_path_factory.mktemp("odd"), SITE.replace("LONG", LONG))
    return build_site(root).output


def job_postings(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for page in sorted(site.rglob("jobs/*/index.html")):
        for script in re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page.read_text(), re.S):
            data = json.loads(script)
            yield from ((str(page.relative_to(site)), one) for one in listed(data) if one["@type"] == "JobPosting")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


ENUMS = {
    "employmentType": {
        "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
    },
    "jobLocationType": {"TELECOMMUTE"},
    "directApply": {True},
}  # fmt: skip
DEGREES = {
    "high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree",
}  # fmt: skip


def test_googles_rules_hold_for_every_odd_posting(site: Path) -> None:
    found = list(job_postings(site))
    assert len(found) == 8 * len(LANGUAGES)
    assert {f"{page}: {broken}" for page, job in found for broken in broken_rules(job)} == set()


def broken_rules(job: dict[str, Any]) -> Iterator[str]:
    yield from (f"no {name}" for name in ("title", "description", "datePosted", "hiringOrganization") if not job[name])
    yield from (f"empty {name}" for name, value in job.items() if value in (None, "", [], {}))
    for name, allowed in ENUMS.items():
        yield from (f"{name} is {value}" for value in listed(job.get(name)) if value not in allowed)
    if not re.fullmatch(ISO_DAY, job["datePosted"]):
        yield "datePosted is no date"
    last = job.get("validThrough")
    if last and not (re.fullmatch(ISO_TIME, last) or last == "9999-12-31"):
        yield "validThrough has no zone"
    if not job.get("jobLocation") and not job.get("applicantLocationRequirements"):
        yield "no place at all"
    if job.get("jobLocationType") and not job.get("applicantLocationRequirements"):
        yield "remote work without those who may apply"
    if job.get("applicantLocationRequirements") and "jobLocationType" not in job:
        yield "applicants of work that is not remote"
    yield from (
        "a place without its country"
        for place in listed(job.get("jobLocation"))
        if not re.fullmatch("[A-Z]{2}", place["address"]["addressCountry"])
    )
    yield from _broken_demands(job)
    yield from _broken_pay(job.get("baseSalary"))
    if not re.search("<(p|ul|br)[ >]", job["description"]) or job["description"] == job["title"]:
        yield "description is no HTML"
    for address in re.findall(r'(?:href|src)="([^"]*)"', job["description"]):
        if not re.match("(https?|mailto|tel):", unescape(address)):
            yield f"{address} leads nowhere from elsewhere"


def _broken_demands(job: dict[str, Any]) -> Iterator[str]:
    experience, education = job.get("experienceRequirements"), listed(job.get("educationRequirements"))
    if experience not in (None, "no requirements") and type(experience["monthsOfExperience"]) is not int:
        yield "experience is no number of months"
    asked = [level["credentialCategory"] for level in education if level != "no requirements"]
    if not set(asked) <= DEGREES or (asked and "no requirements" in education):
        yield f"education is {education}"
    if job.get("experienceInPlaceOfEducation") and not (asked and isinstance(experience, dict)):
        yield "experience in place of nothing"


def _broken_pay(pay: dict[str, Any] | None) -> Iterator[str]:
    if pay:
        value = pay["value"]
        figures = [value[name] for name in ("value", "minValue", "maxValue") if name in value]
        if not figures or not all(type(figure) in (int, float) for figure in figures):
            yield "pay has no figure"
        if value["unitText"] not in {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}:
            yield f"pay is for a {value['unitText']}"
        if not re.fullmatch("[A-Z]{3}", pay["currency"]):
            yield "pay has no currency"


AGGREGATORS: dict[str, tuple[str, str, dict[str, str]]] = {
    # root, what stands for a job's number, tags that must hold something and what that looks like
    "indeed": ("source", "referencenumber", {
        "title": ".+", "date": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "referencenumber": r"\S+", "requisitionid": r"\S+",
        "url": r"https://.*[?&]source=Indeed", "company": ".+", "sourcename": ".+", "city": ".+", "country": "[A-Z]{2}",
        "description": "(?s).*<p>.*",
    }),
    "linkedin": ("source", "partnerJobId", {
        "partnerJobId": r"\S{1,40}", "company": ".+", "title": ".+", "description": "(?s).{100,}",
        "applyUrl": "https://.+", "location": ".+", "posterEmail": ".+@.+", "listDate": r"\d\d/\d\d/\d{4}",
    }),
    "ziprecruiter": ("source", "referencenumber", {
        "title": ".+", "referencenumber": r"\S+", "company": ".+", "country": "[A-Z]{2}", "description": "(?s).+",
        "city": ".+", "state": ".+",
    }),
    "adzuna": ("jobs", "id", {
        "title": ".+", "id": r"\S+", "description": "(?s).{100,}", "url": "https://.+", "location": ".+",
        "country": "AU|AT|BR|CA|FR|DE|IN|IT|NL|NZ|PL|RU|SG|ZA|UK|US",
    }),
    "jooble": ("jobs", "@id", {
        "link": "https://.+", "name": ".+", "region": ".+", "description": "(?s).+", "pubdate": r"\d\d\.\d\d\.\d{4}",
        "updated": r"\d\d\.\d\d\.\d{4}",
    }),
    "talent": ("source", "referencenumber", {
        "title": ".+", "company": ".+", "country": "[A-Z]{2}", "url": "https://.+", "description": "(?s).+",
        "dateposted": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    }),
}  # fmt: skip
MAY_HOLD = {
    "expirationdate": rf"{ISO_DAY}|{ISO_TIME}", "expirationDate": r"\d\d/\d\d/\d{4}", "expire": r"\d\d\.\d\d\.\d{4}",
    "remotetype": "Fully remote|Hybrid remote", "workplaceTypes": "On-site|Hybrid|Remote",
    "salary_frequency": "hour|day|month|year", "contract_time": "full_time|part_time",
    "contract_type": "permanent|contract", "period": "YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY",
}  # fmt: skip


@pytest.mark.parametrize("name", AGGREGATORS)
def test_an_aggregators_file_has_what_its_table_asks_for(site: Path, name: str) -> None:
    root, number, required = AGGREGATORS[name]
    data = (site / f"feeds/{name}.xml").read_bytes()
    assert data.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    file = ET.fromstring(data)
    jobs = file.findall("job")
    assert file.tag == root and jobs
    numbers = [job.get("id") if number == "@id" else job.findtext(number) for job in jobs]
    assert len(set(numbers)) == len(numbers)
    for job in jobs:
        tags = {element.tag: element.text or "" for element in job.iter()}
        assert {tag: tags.get(tag) for tag, form in required.items() if not re.fullmatch(form, tags.get(tag, ""))} == {}
        odd = {tag: tags[tag] for tag, form in MAY_HOLD.items() if tag in tags and not re.fullmatch(form, tags[tag])}
        assert odd == {}


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("indeed", "b h1 h2 h3 h4 h5 h6 br p ul li strong em table thead tbody tr th td"),
        ("linkedin", "b strong u i br p ul li"),
    ],
)
def test_a_description_has_the_tags_that_are_taken(site: Path, name: str, allowed: str) -> None:
    file = ET.parse(site / f"feeds/{name}.xml").getroot()
    texts = [job.findtext("description") or "" for job in file.findall("job")]
    assert {tag for text in texts for tag in re.findall(r"</?(\w+)", text)} <= set(allowed.split())
    assert any("]]&gt;" in text for text in texts), "the text that would end CDATA is there"


def test_indeeds_remote_work_has_no_town(site: Path) -> None:
    jobs = ET.parse(site / "feeds/indeed.xml").getroot().findall("job")
    remote = [job for job in jobs if job.findtext("remotetype") == "Fully remote"]
    assert sorted(job.findtext("country") or "" for job in remote) == ["CA", "PT", "PT", "SE", "US"]
    assert {(job.findtext("city"), job.findtext("state"), job.findtext("postalcode")) for job in remote} == {
        ("Remote", "", "")
    }


ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_feed_keeps_the_rules_of_atom(site: Path) -> None:
    for path in sorted(site.rglob("feed.xml")):
        assert not feedparser.parse(path.read_bytes()).bozo, path
        feed = ET.parse(path).getroot()
        address = f"https://example.org/careers/{path.relative_to(site).as_posix()}"
        assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [address]
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        for node in (feed, *entries):
            assert [len(node.findall(ATOM + tag)) for tag in ("id", "title", "updated")] == [1, 1, 1]
            kinds = [
                (link.get("type"), link.get("hreflang"))
                for link in node.findall(f"{ATOM}link")
                if link.get("rel") == "alternate"
            ]
            assert len(set(kinds)) == len(kinds)
        assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries)
        changes = [_moment(entry, "updated") for entry in entries]
        assert all(_moment(entry, "published") <= change for entry, change in zip(entries, changes, strict=True))
        assert max(changes) <= _moment(feed, "updated")


def _moment(node: ET.Element, tag: str) -> datetime:
    text = node.findtext(ATOM + tag) or ""
    assert re.fullmatch(ISO_TIME, text)
    return datetime.fromisoformat(text)


JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "properties": {
                    "id": {"type": "string"},
                    "date_published": {"type": "string", "pattern": f"^{ISO_TIME}$"},
                    "date_modified": {"type": "string", "pattern": f"^{ISO_TIME}$"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "authors": {
                        "type": "array",
                        "items": {"properties": {"name": {}, "url": {}, "avatar": {}}, "additionalProperties": False},
                    },
                },
                "patternProperties": {
                    "^(url|title|summary|image|language|content_html)$": {"type": "string", "minLength": 1},
                    "^_": {"type": "object"},
                },
                "additionalProperties": False,
            },
        },
    },
    "patternProperties": {"^(title|home_page_url|feed_url|description|language)$": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}


def test_every_json_feed_and_the_static_api_keep_their_schemas(site: Path) -> None:
    feeds = sorted(site.rglob("feed.json"))
    assert len(feeds) == len(sorted(site.rglob("feed.xml"))) > 20
    for path in feeds:
        jsonschema.Draft202012Validator(JSON_FEED).validate(json.loads(path.read_text()))
    schema = json.loads((site / "jobs.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(json.loads((site / "jobs.json").read_text()))


FEED_SITE = """
-- site.yaml --
title: Careers
base_url: https://example.org/
companies: {acme: {name: Acme}}
apply: {email: jobs@acme.example}
feeds: [indeed]
LINT
-- content/postings/engineer.md --
---
title: Engineer
date_posted: 2026-11-02
workplace: on-site
locations:
  - {city: Seattle, region: WA, country: US}
  - {city: Lisbon, country: PT}
IGNORE
---
LONG
"""


@pytest.mark.parametrize(
    ("lint", "ignore", "severity"),
    [
        ("", "", "warning"),
        ("lint: {feed-tag-missing: error}", "", "error"),
        ("lint: {feed-tag-missing: off}", "", ""),
        ("", "lint: {ignore: [feed-tag-missing]}", ""),
    ],
)
def test_what_a_job_lacks_is_told_where_to_write_it(tmp_path: Path, lint: str, ignore: str, severity: str) -> None:
    text = FEED_SITE.replace("LONG", LONG).replace("LINT", lint).replace("IGNORE\n", f"{ignore}\n" if ignore else "")
    found = [d for d in check(write_site(tmp_path, text), today=TODAY) if d.rule == "feed-tag-missing"]
    assert [str(d) for d in found] == (
        [
            f"content/postings/engineer.md:6:3: {severity}: the job in Lisbon, Portugal is left out of "
            "feeds/indeed.xml: Indeed wants `state`, which it does not give. Write the state or region of the town: "
            "`locations: [{city: Seattle, region: WA, country: US}]` [feed-tag-missing]"
        ]
        if severity
        else []
    )
