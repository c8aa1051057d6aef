"""Every feed read back by somebody else's parser, with text that tries to get out."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.config import Feed
from ssg.content.markdown import render_body
from ssg.formats import AGGREGATORS, FEEDS, Entry, end_of
from ssg.formats.entry import NEWEST
from ssg.formats.jobs_json import jobs_json, jobs_schema
from ssg.formats.listing import american, dotted, shortened
from ssg.formats.llms import llms
from ssg.formats.markdown import markdown
from ssg.formats.markup import plain
from ssg.formats.redirects import redirects
from ssg.formats.robots import robots
from ssg.formats.sitemap import SitemapPage, Version, sitemap
from ssg.model import Body, Company, Posting
from tests.formats_entries import ACME, BODY, BOOK, FEED, FULL, LISBON, UPDATED, full_entry, make_entry

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "docs/reference/jobs.schema.json"
LONG = render_body("We draw maps that hold still, " * 10)


def bodies(*entries: Entry, body: Body = BODY) -> dict[str, Body]:
    return {entry.posting.source: body for entry in entries}


def test_feedparser_reads_the_atom_feed() -> None:
    entry = full_entry()
    found = feedparser.parse(FEEDS["atom"].write(FEED, [entry], bodies(entry), BOOK))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    assert (found.feed.title, found.feed.subtitle, found.feed.id) == (FEED.title, FEED.description, FEED.url)
    assert {(link.rel, link.type, link.href) for link in found.feed.links} == {
        ("self", "application/atom+xml", FEED.url),
        ("alternate", "text/html", FEED.home),
    }
    (item,) = found.entries
    assert (item.id, item.title, item.link, item.author) == (entry.id, entry.posting.title, entry.url, "Acme")
    assert item.summary == "Draw maps that hold still."
    assert datetime(*item.updated_parsed[:6], tzinfo=UTC) == UPDATED
    assert item.published_parsed[:3] == (2026, 11, 2)
    assert [tag.term for tag in item.tags][:3] == ["Cartography", "full-time", "contract"]
    text = plain(item.content[0].value)
    assert "- Pay: $170,000 – $230,000 a year" in text
    assert "Places: 1 Main Street, 98101 Seattle, WA, United States; Lisbon, Lisboa, Portugal" in text
    assert "- Measure <twice>" in text


def test_a_feed_holds_the_newest_entries_and_the_other_formats_addresses() -> None:
    entries = [make_entry(f"job-{number}") for number in range(NEWEST + 5)]
    feed = replace(FEED, alternates=(("application/feed+json", "https://example.org/careers/feed.json"),))
    found = feedparser.parse(FEEDS["atom"].write(feed, entries, bodies(*entries[:NEWEST]), BOOK))
    assert [item.id for item in found.entries] == [entry.id for entry in entries[:NEWEST]]
    assert ("alternate", "application/feed+json") in {(link.rel, link.type) for link in found.feed.links}


def test_an_empty_feed_is_a_feed() -> None:
    found = feedparser.parse(FEEDS["atom"].write(FEED, [], {}, BOOK))
    assert not found.bozo
    assert found.entries == []
    assert json.loads(FEEDS["json-feed"].write(FEED, [], {}, BOOK))["items"] == []


def test_an_id_survives_every_edit() -> None:
    before, after = make_entry(), replace(make_entry(title="Chief", date_posted=date(2026, 11, 5)), updated=UPDATED)
    for form in FEEDS.values():
        ids = [
            re.search(r'(?<=<id>)http[^<]*jobs[^<]*|(?<="id":")[^"]*', form.write(FEED, [e], bodies(e), BOOK))
            for e in (before, after)
        ]
        assert ids[0] and ids[1] and ids[0][0] == ids[1][0] == before.id


def test_the_json_feed_has_what_version_1_1_asks_for() -> None:
    entry = full_entry()
    found = json.loads(FEEDS["json-feed"].write(FEED, [entry], bodies(entry), BOOK))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["title"] and found["home_page_url"] == FEED.home and found["feed_url"] == FEED.url
    (item,) = found["items"]
    assert item["id"] == entry.id and item["content_html"] and item["authors"][0]["name"] == "Acme"
    assert item["_job"]["salary"] == {
        "min": 170000,
        "max": 230000,
        "currency": "USD",
        "unit": "year",
        "note": "Before tax.",
    }
    assert [place["city"] for place in item["_job"]["locations"]] == ["Seattle", "Lisbon"]


def test_the_schema_of_jobs_json_is_the_one_in_the_docs() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == jobs_schema(), "write jobs_schema() to docs/reference/jobs.schema.json"
    jsonschema.Draft202012Validator.check_schema(json.loads(jobs_schema()))


@pytest.mark.parametrize("entry", [full_entry(), make_entry()], ids=["full", "least"])
def test_jobs_json_keeps_its_schema_and_every_field(entry: Entry) -> None:
    text = jobs_json(FEED, [entry], bodies(entry), BOOK)
    found = json.loads(text)
    jsonschema.Draft202012Validator(json.loads(jobs_schema())).validate(found)
    (job,) = found["jobs"]
    again = Posting(
        slug=job["slug"], path=entry.posting.path, digest=job["digest"], source=job["slug"], **job["posting"]
    )
    assert again == entry.posting
    assert job["description_html"] == BODY.html
    company = dict(found["companies"]["acme"])
    assert company.pop("logo_url") == entry.logo
    assert Company(**company) == ACME


def test_a_job_without_a_text_keeps_the_schema() -> None:
    entry = make_entry()
    found = json.loads(jobs_json(FEED, [entry], bodies(entry, body=Body(html="", text="")), BOOK))
    jsonschema.Draft202012Validator(json.loads(jobs_schema())).validate(found)
    assert found["jobs"][0]["description_html"] == ""


def test_jobs_json_of_no_jobs_is_valid() -> None:
    found = json.loads(jobs_json(FEED, [], {}, BOOK))
    jsonschema.Draft202012Validator(json.loads(jobs_schema())).validate(found)
    assert found["jobs"] == []


def test_every_field_of_a_posting_is_in_the_full_example() -> None:
    left_out = {"status", "date_closed", "filled", "applicants", "language", "aliases", "lint", "company"}
    assert set(FULL) == set(Posting.model_fields) - left_out - {
        "slug", "path", "digest", "facts", "source", "translation", "excerpt", "words",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(AGGREGATORS))
def test_an_aggregator_reads_every_job_with_a_number_of_its_own(name: Feed) -> None:
    aggregator = AGGREGATORS[name]
    places = [{"city": city, "region": "BE", "country": "DE"} for city in ("Berlin", "Bonn", "Trier")]
    entries = [full_entry(f"job-{number}", locations=places) for number in range(4)]
    file = ET.fromstring(aggregator.write(FEED, entries, bodies(*entries, body=LONG), BOOK))
    jobs = file.findall("job")
    assert len(jobs) == 12
    numbers = {"jooble": "@id", "adzuna": "id", "linkedin": "partnerJobId"}.get(name, "referencenumber")
    found = [job.get("id") if numbers == "@id" else job.findtext(numbers) for job in jobs]
    assert len(set(found)) == 12
    for job in jobs:
        required = aggregator.required(next(aggregator.places(entries[0])))
        assert [tag for tag in required if not job.findtext(tag)] == []


HOSTILE = [
    "]]>",
    "<script>alert(1)</script>",
    "</script><!--",
    "&amp; &#0; &nbsp;",
    "\x00\x01\x0b\x1f\x7f\ufffe\uffff",
    "\ud800",
    "'\"`=",
    "{{ x }} {% y %}",
    "\u202eevil\u2028\u2029",
    "[a](javascript:alert(1))",
    "- x\n# y",
    "𝔘𝔫𝔦 ﷽ 🧭",
]
TEXT = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=30)


def _hostile(text: str) -> Entry:
    """An entry that says `text` wherever a posting or a company says something."""
    said = {
        "title": text,
        "summary": text,
        "department": text,
        "incentives": text,
        "benefits": [text],
        "skills": [text],
        "travel": text,
        "hours": text,
        "identifier": text,
        "industry": text,
        "occupation": [text],
        "eligibility": text,
        "interview": [text],
        "locations": [{"city": text, "region": text, "street": text, "postal_code": text, "country": "DE"}],
        "salary": {"amount": 1, "currency": "EUR", "unit": "day", "note": text},
        "contact": {"name": text, "phone": text},
    }
    entry = full_entry(**said)
    company = Company(name=text, about=text, industry=text, url="https://acme.example/?a=1&b=%22%3E")
    return replace(entry, company=company, equal_opportunities=text)


@settings(max_examples=40, deadline=None)
@given(TEXT.filter(lambda text: text.strip()))
def test_no_text_breaks_out_of_a_format(text: str) -> None:
    try:
        entry = _hostile(text)
    except ValueError:  # what the model refuses never gets here
        return
    body = render_body(text + "\n\n" + "We draw maps that hold still. " * 5)
    for file in _files(entry, body):
        assert file.encode("utf-8")
    atom = ET.fromstring(FEEDS["atom"].write(FEED, [entry], bodies(entry, body=body), BOOK))
    assert {element.tag.partition("}")[2] for element in atom.iter()} <= {
        "feed", "id", "title", "subtitle", "updated", "link", "entry", "published", "author", "name", "uri", "category",
        "summary", "content",
    }  # fmt: skip
    known = {"job", "salaries", "salary", "highEnd", "lowEnd", "amount", "currencyCode", "period", "type"}
    for aggregator in AGGREGATORS.values():
        file = ET.fromstring(aggregator.write(FEED, [entry], bodies(entry, body=body), BOOK))
        tags = {tag for listing in aggregator.places(entry) for tag in aggregator.fields(listing, "x", BOOK.english)}
        assert {element.tag for element in file.iter()} <= tags | set(aggregator.head(FEED, 1)) | {file.tag} | known
    for write in (FEEDS["json-feed"].write, jobs_json):
        assert json.loads(write(FEED, [entry], bodies(entry, body=body), BOOK))


def _files(entry: Entry, body: Body) -> Iterator[str]:
    writers = (*(form.write for form in FEEDS.values()), jobs_json)
    yield from (write(FEED, [entry], bodies(entry, body=body), BOOK) for write in writers)
    yield from (a.write(FEED, [entry], bodies(entry, body=body), BOOK) for a in AGGREGATORS.values())
    yield llms(FEED, [entry], BOOK)
    yield markdown(entry, "text", BOOK.english)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_markdown_twin_says_a_field_as_text(text: str) -> None:
    try:
        entry = _hostile(text)
    except ValueError:
        return
    twin = render_body(markdown(entry, "text", BOOK.english))
    assert "<script" not in twin.html
    assert 'href="javascript' not in twin.html
    assert [section.heading for section in twin.sections][1:] == []


def test_two_runs_write_the_same_bytes() -> None:
    entries = [full_entry("b"), full_entry("a")]
    assert list(_files(entries[0], LONG)) == list(_files(entries[0], LONG))


def test_an_entry_holds_no_body() -> None:
    assert not {field.name for field in fields(Entry)} & {"body", "html", "text", "content"}


@pytest.mark.parametrize(("make", "expected"), [(dotted, "02.11.2026"), (american, "11/02/2026")])
def test_a_date_is_written_the_aggregators_way(make: Any, expected: str) -> None:
    assert make(date(2026, 11, 2)) == expected
    assert make(None) is None


def test_a_long_reference_is_cut_but_stays_its_own() -> None:
    assert shortened("x" * 40, 40) == "x" * 40
    assert len(shortened("x" * 41, 40)) == 40
    assert shortened("x" * 41, 40) != shortened("x" * 42, 40)


NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BASE = "https://example.org/careers/"


def test_the_sitemap_names_every_page_its_change_and_its_languages() -> None:
    versions = (Version("en", BASE), Version("pt", BASE + "pt/"))
    pages = [
        SitemapPage(BASE + "pt/", UPDATED, versions),
        SitemapPage(BASE, UPDATED, versions),
        SitemapPage(BASE + "a&b/"),
    ]
    files = sitemap(pages, BASE)
    assert list(files) == ["sitemap.xml"]
    urls = ET.fromstring(files["sitemap.xml"]).findall("s:url", NS)
    assert [(u.findtext("s:loc", None, NS), u.findtext("s:lastmod", None, NS)) for u in urls] == [
        (BASE, "2026-11-03T09:30:00Z"),
        (BASE + "a&b/", None),
        (BASE + "pt/", "2026-11-03T09:30:00Z"),
    ]
    for url in (urls[0], urls[2]):
        assert [(link.get("hreflang"), link.get("href")) for link in url.findall("x:link", NS)] == [
            ("en", BASE),
            ("pt", BASE + "pt/"),
            ("x-default", BASE),
        ]
    assert urls[1].findall("x:link", NS) == []


def test_a_large_sitemap_is_split_under_an_index() -> None:
    pages = [SitemapPage(f"{BASE}jobs/{number}/", UPDATED + timedelta(days=number)) for number in range(5)]
    files = sitemap(pages, BASE, most=2)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    index = ET.fromstring(files["sitemap.xml"])
    assert [(s.findtext("s:loc", None, NS), s.findtext("s:lastmod", None, NS)) for s in index] == [
        (BASE + "sitemap-1.xml", "2026-11-04T09:30:00Z"),
        (BASE + "sitemap-2.xml", "2026-11-06T09:30:00Z"),
        (BASE + "sitemap-3.xml", "2026-11-07T09:30:00Z"),
    ]
    assert sum(len(ET.fromstring(files[f"sitemap-{n}.xml"])) for n in (1, 2, 3)) == 5
    assert ET.fromstring(sitemap([], BASE)["sitemap.xml"]).tag.endswith("urlset")


def test_robots_txt_lets_everybody_in() -> None:
    assert robots(BASE) == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


def test_moved_pages_are_listed_once_each_way_of_writing_them() -> None:
    moves = [("/careers/jobs/old/", "/careers/jobs/new/"), ("/careers/jobs/new/", "/careers/jobs/new/")]
    assert redirects(moves) == "/careers/jobs/old /careers/jobs/new/ 301\n/careers/jobs/old/ /careers/jobs/new/ 301\n"
    assert redirects([]) == ""


def test_the_last_day_ends_at_midnight_of_the_zone() -> None:
    assert end_of(date(2027, 1, 31), LISBON).isoformat() == "2027-02-01T00:00:00+00:00"
    assert end_of(date.max, LISBON).year == 9999
