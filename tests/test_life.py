"""A posting's life, held against built sites: what is public on which day, in which zone, and what is left behind."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from ssg.build.inputs import site_day
from ssg.diagnostics import SiteError
from tests.building import build_site, posting

Make = Callable[..., Path]

SITE_YAML = """\
title: Careers at Example
base_url: https://example.org/careers/
time_zone: {zone}
languages: [en, pt]
companies: {{example: {{name: Example}}}}
apply: {{email: jobs@example.com}}
closed: {{keep_days: 10}}
feeds: [indeed]
"""
SHARED = {"skills": "[Go]", "department": "Platform", "locations": "[{city: Lisbon, region: Lisbon, country: PT}]"}
KEEPER = posting("Keeper", date_posted="2026-01-01", **SHARED)


def site_of(make_site: Make, text: str, zone: str = "Europe/Lisbon", **more: str) -> Path:
    """A site of `engineer` and of a posting beside it that never closes."""
    files = {"content/postings/engineer.md": text, "content/postings/keeper.md": KEEPER, **more}
    archive = "".join(f"-- {path} --\n{content}\n" for path, content in files.items())
    return make_site(archive, site_yaml=SITE_YAML.format(zone=zone))


class Page(HTMLParser):
    """What a page has in its head and body: links, structured data, robots, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.kinds: list[str] = []
        self.meta: dict[str, str] = {}
        self.relations: dict[str, str] = {}
        self.text = ""
        self._script = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "meta":
            name = given.get("name") or given.get("http-equiv") or given.get("property") or ""
            self.meta[name] = given.get("content", "")
        elif tag == "link":
            self.relations[given["rel"]] = given["href"]
        self._script = given.get("type", "text/javascript") if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script == "application/ld+json":
            told = json.loads(data)
            self.kinds += [one["@type"] for one in (told if isinstance(told, list) else [told])]
        elif not self._script:
            self.text += data


LISTS = [
    "index.html",
    "departments/platform/index.html",
    "skills/go/index.html",
    "companies/example/index.html",
    "postings.json",
    "jobs.json",
    "feed.xml",
    "feed.json",
    "departments/platform/feed.xml",
    "feeds/indeed.xml",
    "llms.txt",
    "sitemap.xml",
]
LISTS += [f"pt/{name}" for name in LISTS[:5]]
PUBLIC = {"open", "closing"}


def life_of(folder: Path, language: str = "") -> str:
    """The life of `engineer` as a reader finds it, after checking that every part of the site tells the same."""
    named = {name for name in LISTS if re.search(r"(?i)\bengineer\b", (folder / name).read_text())}
    file = folder / language / "jobs/engineer/index.html"
    assert named in (set(), set(LISTS))
    if not file.exists():
        assert not named
        assert "engineer" not in "".join(p.read_text() for p in folder.rglob("*.html"))
        return "absent"
    text = file.read_text()
    page = Page(text)
    is_open = bool(named)
    assert ("JobPosting" in page.kinds) == is_open
    assert any(link.startswith("mailto:") for link in page.links) == is_open
    assert ("noindex" not in page.meta.get("robots", "")) == is_open
    assert (file.parent / "index.md").exists() == is_open
    if is_open:
        soon = 'class="soon"' in (folder / language / "index.html").read_text()
        assert ('class="soon"' in text) == soon
        assert any(words in text for words in ("Last week to apply", "Última semana")) == soon
        return "closing" if soon else "open"
    offers = any(link.endswith("/jobs/keeper/") for link in page.links)
    assert ("engineer-teaser" in page.text) == offers, "a page that is kept says what it was; one that is gone does not"
    return "closed" if offers else "gone"


WHOLE = {"date_posted": "2026-11-10", "valid_through": "2026-11-30"}
CLOSED = {"date_posted": "2026-11-10", "status": "closed"}
DAYS: list[tuple[dict[str, str], str, str]] = [
    (WHOLE, "2026-11-09", "absent"),
    (WHOLE, "2026-11-10", "open"),
    (WHOLE, "2026-11-23", "open"),
    (WHOLE, "2026-11-24", "closing"),
    (WHOLE, "2026-11-30", "closing"),
    (WHOLE, "2026-12-01", "closed"),
    (WHOLE, "2026-12-11", "closed"),
    (WHOLE, "2026-12-12", "gone"),
    ({"date_posted": "2026-11-10"}, "2036-11-10", "open"),
    ({"date_posted": "2026-11-10", "valid_through": "9999-12-31"}, "2036-11-10", "open"),
    ({"date_posted": "0001-01-01"}, "2026-11-10", "open"),
    ({"date_posted": "2026-11-10", "valid_through": "2026-11-10"}, "2026-11-10", "closing"),
    ({"date_posted": "2026-11-10", "valid_through": "2026-11-10"}, "2026-11-11", "closed"),
    ({**CLOSED, "date_closed": "2026-11-15"}, "2026-11-09", "absent"),
    ({**CLOSED, "date_closed": "2026-11-15"}, "2026-11-15", "closed"),
    ({**CLOSED, "date_closed": "2026-11-15"}, "2026-11-25", "closed"),
    ({**CLOSED, "date_closed": "2026-11-15"}, "2026-11-26", "gone"),
    ({**CLOSED, "date_closed": "2026-11-15", "valid_through": "2026-11-30"}, "2026-11-26", "gone"),
    ({**CLOSED, "date_closed": "2026-11-20", "valid_through": "2026-11-12"}, "2026-11-24", "gone"),
    (CLOSED, "2036-11-10", "closed"),
    ({**CLOSED, "valid_through": "2026-11-30"}, "2026-12-12", "gone"),
    ({**WHOLE, "status": "draft"}, "2026-11-20", "absent"),
    ({**WHOLE, "status": "draft"}, "2026-12-20", "absent"),
]


@pytest.mark.parametrize(("fields", "today", "expected"), DAYS)
def test_every_part_of_the_site_tells_the_same_life(
    make_site: Make, fields: dict[str, str], today: str, expected: str
) -> None:
    root = site_of(make_site, posting("Engineer", "engineer-teaser\n", **SHARED, **fields))
    build_site(root, today=date.fromisoformat(today))
    assert life_of(root / "_site") == expected
    assert life_of(root / "_site", "pt") == expected


# The first second of the day after 2026-11-20, as clocks show it there: (zone, last second of that day in UTC).
MIDNIGHTS = [
    ("Pacific/Kiritimati", "2026-11-20T09:59:59Z"),
    ("Pacific/Chatham", "2026-11-20T10:14:59Z"),
    ("Asia/Kolkata", "2026-11-20T18:29:59Z"),
    ("Europe/Lisbon", "2026-11-20T23:59:59Z"),
    ("America/New_York", "2026-11-21T04:59:59Z"),
    ("Pacific/Marquesas", "2026-11-21T09:29:59Z"),
    ("Pacific/Pago_Pago", "2026-11-21T10:59:59Z"),
]


@pytest.mark.parametrize(("zone", "last"), MIDNIGHTS)
def test_a_posting_closes_at_the_midnight_of_the_sites_zone(make_site: Make, zone: str, last: str) -> None:
    fields = {"date_posted": "2026-11-10", "valid_through": "2026-11-20", **SHARED}
    root = site_of(make_site, posting("Engineer", "engineer-teaser\n", **fields), zone)
    moment = datetime.fromisoformat(last)
    build_site(root, today=site_day(root, moment))
    assert life_of(root / "_site") == "closing"
    page = (root / "_site/jobs/engineer/index.html").read_text()
    assert f"until the end of the day, {zone.rpartition('/')[2].replace('_', ' ')} time" in page
    closes_at = re.search(r'data-closes-at="([^"]+)"', page)
    assert closes_at
    assert (datetime.fromisoformat(closes_at[1]) - moment).total_seconds() == 1
    build_site(root, today=site_day(root, datetime.fromtimestamp(moment.timestamp() + 1, moment.tzinfo)))
    assert life_of(root / "_site") == "closed"
    closed = Page((root / "_site/jobs/engineer/index.html").read_text()).text
    assert f"closed on 20 November 2026 ({zone.rpartition('/')[2].replace('_', ' ')} time)." in closed


@pytest.mark.parametrize(("zone", "last"), MIDNIGHTS)
def test_a_posting_opens_at_the_midnight_of_the_sites_zone(make_site: Make, zone: str, last: str) -> None:
    root = site_of(make_site, posting("Engineer", date_posted="2026-11-21", **SHARED), zone)
    moment = datetime.fromisoformat(last)
    build_site(root, today=site_day(root, moment))
    assert life_of(root / "_site") == "absent"
    build_site(root, today=site_day(root, datetime.fromtimestamp(moment.timestamp() + 1, moment.tzinfo)))
    assert life_of(root / "_site") == "open"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("time_zone: Pacific/Kiritimati", "2026-11-21"),
        ("time_zone: 'Pacific/Kiritimati' # ours", "2026-11-21"),
        ('"time_zone": "Pacific/Kiritimati"', "2026-11-21"),
        ("time_zone:\n  Pacific/Kiritimati", "2026-11-21"),
        ("# time_zone: Pacific/Kiritimati", "2026-11-20"),
        ("{title: A, time_zone: Pacific/Kiritimati}", "2026-11-21"),
        ("title: A", "2026-11-20"),
        ("time_zone: Moon/Tranquility", "2026-11-20"),
        ("time_zone: ../../etc/passwd", "2026-11-20"),
        ("time_zone: Pacific", "2026-11-20"),
        ("description: In the zone\nlook:\n  time_zone: Pacific/Kiritimati", "2026-11-20"),
        ("description: Ours, time_zone: Pacific/Kiritimati", "2026-11-20"),
    ],
)
def test_the_day_is_that_of_the_zone_in_site_yaml(tmp_path: Path, line: str, day: str) -> None:
    (tmp_path / "site.yaml").write_text(line + "\n")
    assert site_day(tmp_path, datetime.fromisoformat("2026-11-20T10:00:00Z")).isoformat() == day


def test_without_site_yaml_the_day_is_that_of_utc(tmp_path: Path) -> None:
    assert site_day(tmp_path, datetime.fromisoformat("2026-11-20T23:30:00-05:00")) == date(2026, 11, 21)


@pytest.mark.parametrize(("status", "day"), [("draft", "2026-11-10"), ("open", "2026-12-10")])
def test_drafts_and_scheduled_postings_are_shown_when_asked_for_and_marked(
    make_site: Make, status: str, day: str
) -> None:
    text = posting("Engineer", aliases="[old]", **{"status": status, **SHARED, "date_posted": day})
    root = site_of(make_site, text)
    build_site(root)
    assert life_of(root / "_site") == "absent"
    assert not (root / "_site/jobs/old").exists()
    assert (root / "_site/_redirects").read_text() == ""
    build_site(root, drafts=True)
    page = Page((root / "_site/jobs/engineer/index.html").read_text())
    assert ("This is a draft" if status == "draft" else "will be published on 10 December 2026") in page.text
    assert page.meta["robots"] == "noindex"
    assert "engineer" not in (root / "_site/sitemap.xml").read_text()
    assert (root / "_site/jobs/old/index.html").exists()


def test_a_closed_posting_says_since_when_and_why(make_site: Make) -> None:
    root = site_of(make_site, posting("Engineer", **CLOSED, date_closed="2026-11-15", filled="true", **SHARED))
    build_site(root)
    text = " ".join(Page((root / "_site/jobs/engineer/index.html").read_text()).text.split())
    assert "This position closed on 15 November 2026. It has been filled. A similar role is open:" in text
    portuguese = Page((root / "_site/pt/jobs/engineer/index.html").read_text()).text
    assert "15 de novembro de 2026" in portuguese


def test_a_day_of_closing_ahead_of_today_is_not_told(make_site: Make) -> None:
    root = site_of(make_site, posting("Engineer", **CLOSED, date_closed="2027-01-01", **SHARED))
    build_site(root)
    assert "This position is closed." in (root / "_site/jobs/engineer/index.html").read_text()


PLACED = {**CLOSED, "date_posted": "2026-10-01"}


def test_a_page_that_is_gone_is_small(make_site: Make) -> None:
    body = "\n\n".join(f"## Part {n}\n\nWords of the advert." for n in range(50))
    root = site_of(make_site, posting("Engineer", body, **PLACED, date_closed="2026-10-15", **SHARED))
    build_site(root, today=date(2026, 11, 20))
    gone = (root / "_site/jobs/engineer/index.html").read_text()
    assert "This position closed on 15 October 2026." in gone
    assert "Words of the advert" not in gone
    assert "Lisbon, Portugal" not in gone


def test_closed_postings_are_not_in_the_search_index(make_site: Make) -> None:
    root = site_of(make_site, posting("Engineer", **CLOSED, date_closed="2026-11-15", **SHARED))
    build_site(root, search=True)
    (entry,) = (root / "_site/pagefind").glob("*/pagefind-entry.json")
    assert [v["page_count"] for v in json.loads(entry.read_text())["languages"].values()] == [1]


def test_a_site_whose_postings_are_all_over_still_stands(make_site: Make) -> None:
    over = posting("Engineer", **CLOSED, date_closed="2026-11-15")
    root = make_site(f"-- content/postings/engineer.md --\n{over}", site_yaml=SITE_YAML.format(zone="UTC"))
    build_site(root, search=True)
    assert json.loads((root / "_site/jobs.json").read_text())["jobs"] == []
    assert "There are no open roles" in (root / "_site/index.html").read_text()
    assert (root / "_site/jobs/engineer/index.html").exists()


@pytest.mark.parametrize(
    ("fields", "life"),
    [
        ({}, "open"),
        ({"status": "closed", "date_closed": "2026-11-15"}, "closed"),
        ({"status": "closed", "date_closed": "2026-11-03"}, "gone"),
    ],
)
def test_an_old_address_leads_on_in_every_language(make_site: Make, fields: dict[str, str], life: str) -> None:
    root = site_of(
        make_site, posting("Engineer", "engineer-teaser\n", aliases="[developer, coder]", **SHARED, **fields)
    )
    build_site(root)
    assert life_of(root / "_site") == life
    for language in ("", "pt/"):
        new = f"/careers/{language}jobs/engineer/"
        for old in ("developer", "coder"):
            page = Page((root / f"_site/{language}jobs/{old}/index.html").read_text())
            assert page.meta["refresh"] == f"0; url={new}"
            assert page.relations["canonical"] == f"https://example.org{new}"
            assert page.links == [new]
            assert "robots" not in page.meta
            assert f"/careers/{language}jobs/{old}/ {new} 301\n" in (root / "_site/_redirects").read_text()
    assert "developer" not in (root / "_site/sitemap.xml").read_text()


TRANSLATED: list[tuple[dict[str, str], dict[str, str], str, str]] = [
    ({}, {}, "open", "Engenheira"),
    ({}, {"status": "draft"}, "open", "Engineer"),
    ({}, {"date_posted": "2026-12-01"}, "open", "Engineer"),
    ({}, {"status": "closed"}, "open", "Engineer"),
    ({}, {"valid_through": "2026-11-19"}, "open", "Engineer"),
    ({"status": "closed"}, {}, "closed", "Engenheira"),
    ({"status": "closed"}, {"status": "closed"}, "closed", "Engenheira"),
    ({"status": "closed"}, {"status": "draft"}, "closed", "Engineer"),
    ({"status": "draft"}, {}, "absent", ""),
]


@pytest.mark.parametrize(("original", "translation", "expected", "title"), TRANSLATED)
def test_the_original_decides_and_a_translation_behind_it_is_not_shown(
    make_site: Make, original: dict[str, str], translation: dict[str, str], expected: str, title: str
) -> None:
    common: dict[str, Any] = {**SHARED, "date_posted": "2026-11-02"}
    portuguese = posting("Engenheira", "engineer-teaser\n", **{**common, **translation})
    english = posting("Engineer", "engineer-teaser\n", **{**common, **original})
    root = site_of(make_site, english, **{"content/postings/engineer.pt.md": portuguese})
    build_site(root)
    assert life_of(root / "_site") == life_of(root / "_site", "pt") == expected
    if title:
        assert f"{title}</h1>" in (root / "_site/pt/jobs/engineer/index.html").read_text()


CLASHES = {
    "alias of one is the address of the other": (
        {"content/postings/b.md": posting("B", aliases="[a]")},
        [
            "content/postings/b.md:4:11: error: the old address `a` is the address of content/postings/a.md. "
            "Take it out of `aliases`, or rename the other file [same-address]"
        ],
    ),
    "two say the same old address": (
        {"content/postings/b.md": posting("B", aliases="[old]")},
        [
            "content/postings/b.md:4:11: error: the old address `old` is an old address of content/postings/a.md too. "
            "Take it out of `aliases` in one of the two files [same-address]"
        ],
    ),
    "an alias of its own address": (
        {"content/postings/b.md": posting("B", aliases="[b]")},
        [
            "content/postings/b.md:4:11: error: the old address `b` is the address of this posting itself. "
            "Take it out of `aliases` [same-address]"
        ],
    ),
    "one name in two folders": (
        {"content/postings/x/a.md": posting("A")},
        [
            "content/postings/a.md: error: this posting and content/postings/x/a.md have the same address /jobs/a/. "
            "Rename one of the two files [same-address]",
            "content/postings/x/a.md: error: this posting and content/postings/a.md have the same address /jobs/a/. "
            "Rename one of the two files [same-address]",
        ],
    ),
    "a page and a posting": (
        {"content/pages/jobs/a.md": "# A\n"},
        [
            "content/pages/jobs/a.md: error: the address /jobs/a/index.html is wanted twice: here, and by "
            "content/postings/a.md. Give one of the two another name [same-address]",
        ],
    ),
    "a page and an old address": (
        {"content/pages/jobs/old.md": "# A\n"},
        [
            "content/postings/a.md: error: the address /jobs/old/index.html is wanted twice: here, and by "
            "content/pages/jobs/old.md. Give one of the two another name [same-address]",
        ],
    ),
    "a file of static": (
        {"static/jobs/a/index.html": "<p>A"},
        [
            "content/postings/a.md: error: the address /jobs/a/index.html is wanted twice: here, and by "
            "static/jobs/a/index.html. Give one of the two another name [same-address]",
        ],
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_two_files_that_want_one_address_are_both_named(make_site: Make, name: str) -> None:
    more, expected = CLASHES[name]
    files = {"content/postings/a.md": posting("A", aliases="[old]"), **more}
    root = make_site("".join(f"-- {path} --\n{text}\n" for path, text in files.items()))
    with pytest.raises(SiteError) as caught:
        build_site(root)
    assert [str(d) for d in caught.value.diagnostics] == expected
    assert not (root / "_site").exists()


def _stamps(folder: Path, name: str) -> tuple[str, list[str]]:
    """When a feed says that it changed, and when its entries were published."""
    text = (folder / name).read_text()
    found = re.search("<updated>([^<]+)", text)
    assert found
    return found[1], re.findall("<published>([^<]+)", text)


@pytest.mark.parametrize(
    ("zone", "offset"), [("Pacific/Kiritimati", "-14"), ("UTC", "+0"), ("Pacific/Pago_Pago", "+11")]
)
def test_a_feed_changes_when_a_posting_comes_and_when_one_leaves(make_site: Make, zone: str, offset: str) -> None:
    fields = {"date_posted": "2026-11-10", "valid_through": "2026-11-20", **SHARED}
    root = site_of(make_site, posting("Engineer", **fields), zone)
    shift = timedelta(hours=int(offset))
    opened, closed = (f"{(datetime(2026, 11, day) + shift).isoformat()}Z" for day in (10, 21))
    for name in ("feed.xml", "departments/platform/feed.xml", "skills/go/feed.xml"):
        build_site(root, today=date(2026, 11, 20))
        assert _stamps(root / "_site", name)[0] == opened
        assert _stamps(root / "_site", name)[1][0] == opened
        for day in (date(2026, 11, 21), date(2027, 3, 1)):
            build_site(root, today=day)
            assert _stamps(root / "_site", name)[0] == closed
    assert json.loads((root / "_site/jobs.json").read_text())["updated"] == closed
    pages = dict(re.findall("<loc>([^<]+)</loc><lastmod>([^<]+)", (root / "_site/sitemap.xml").read_text()))
    base = "https://example.org/careers/"
    assert {pages[base + path] for path in ("", "pt/", "departments/", "departments/platform/")} == {closed}
    assert pages[base + "jobs/keeper/"] < opened


def test_a_file_written_before_its_first_day_changes_the_site_on_that_day(make_site: Make) -> None:
    root = site_of(make_site, posting("Engineer", **{**SHARED, "date_posted": "2026-11-10"}))
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
        when = {"GIT_AUTHOR_DATE": "2026-10-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-10-01T00:00:00Z"}
        subprocess.run(["git", *who, *command], cwd=root, check=True, env={**os.environ, **when})
    build_site(root)
    jobs = {job["slug"]: job["updated"] for job in json.loads((root / "_site/jobs.json").read_text())["jobs"]}
    assert jobs == {"engineer": "2026-11-10T00:00:00Z", "keeper": "2026-10-01T00:00:00Z"}
    assert _stamps(root / "_site", "feed.xml")[0] == "2026-11-10T00:00:00Z"


def test_a_link_to_a_closed_posting_is_previewed_as_closed(make_site: Make) -> None:
    root = site_of(
        make_site, posting("Engineer", "engineer-teaser\n", **CLOSED, date_closed="2026-11-15", filled="true")
    )
    build_site(root)
    page = Page((root / "_site/jobs/engineer/index.html").read_text())
    said = {page.meta[name] for name in ("description", "og:description", "twitter:description")}
    assert said == {"This position closed on 15 November 2026. It has been filled."}


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-02"])
def test_the_calendars_first_days_are_days(make_site: Make, zone: str, day: str) -> None:
    root = site_of(make_site, posting("Engineer", **SHARED, date_posted=day), zone)
    build_site(root)
    assert _stamps(root / "_site", "feed.xml")[1][-1].startswith("0001-01-0")


def test_a_posting_that_moves_keeps_its_identity(make_site: Make) -> None:
    def told(folder: Path) -> list[set[str]]:
        feeds = [(folder / name).read_text() for name in ("feed.xml", "pt/feed.xml", "feeds/indeed.xml")]
        ids = [
            set(re.findall(f"<{tag}>(?:<!.CDATA.)?([^<\\]]*)", text))
            for text in feeds
            for tag in ("id", "referencenumber")
        ]
        return [*ids, {job["id"] for job in json.loads((folder / "jobs.json").read_text())["jobs"]}]

    root = site_of(make_site, posting("Engineer", **SHARED))
    build_site(root)
    before = told(root / "_site")
    text = (root / "content/postings/engineer.md").read_text()
    (root / "content/postings/engineer.md").unlink()
    (root / "content/postings/coder.md").write_text(text.replace("---\n", "---\naliases: [engineer]\n", 1))
    build_site(root)
    assert told(root / "_site") == before
    (root / "content/postings/coder.md").unlink()
    (root / "content/postings/maker.md").write_text(text.replace("---\n", "---\naliases: [coder, engineer]\n", 1))
    build_site(root)
    assert told(root / "_site") == before
    assert (root / "_site/jobs/maker/index.html").exists()
