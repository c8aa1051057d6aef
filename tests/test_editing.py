"""The life of a posting from the terminal: begin, list, close."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.cli import cli
from ssg.cli.outcome import exit_code
from ssg.diagnostics import Diagnostic
from ssg.editing.closing import close_posting
from ssg.source import parse_yaml, split_source
from tests.building import build_site, posting
from tests.commands import Terminal, run
from tests.sites import SITE_YAML, write_files

TODAY = date(2026, 11, 20)
DAY = ("--today", "2026-11-20")
MakeSite = Callable[..., Path]


def head(path: Path) -> list[str]:
    """The lines of a posting's front matter that are no comments."""
    front = path.read_text(encoding="utf-8").split("---\n")[1]
    return [line for line in front.splitlines() if not line.startswith("#")]


# Beginning


def test_a_new_posting_is_a_draft_that_passes_every_check(make_site: MakeSite) -> None:
    root = make_site()
    ran = run(root, "new", "Senior Engineer: Data & Search", *DAY)
    assert (ran.code, ran.out) == (0, "content/postings/senior-engineer-data-and-search.md\n")
    assert ran.err == (
        "Next: fill it in and see it with `ssg serve --drafts`. To publish, take out the line `status: draft`.\n"
    )
    assert head(root / ran.out.strip()) == [
        'title: "Senior Engineer: Data & Search"',
        "date_posted: 2026-11-20",
        "status: draft  # not published until this line is taken out",
    ]
    assert run(root, "check", *DAY).code == 0
    assert build_site(root).summary["draft"] == 1


def test_options_become_fields_as_the_model_wants_them(make_site: MakeSite) -> None:
    root = make_site()
    said = ["--type", "Vollzeit", "--type", "part time", "--workplace", "Hybrid", "--city", "Porto", "--country",
            "Portugal", "--salary", "60-70k € a year", "--apply", "jobs@example.com", "--closes", "2027-01-31",
            "--company", "Example", "--department", "Data", "--open", "--date", "2026-11-02"]  # fmt: skip
    ran = run(root, "new", "Engineer", *said)
    assert ran.code == 0
    assert head(root / "content/postings/engineer.md") == [
        "title: Engineer",
        "date_posted: 2026-11-02",
        "valid_through: 2027-01-31",
        "company: example",
        "department: Data",
        "employment_type: [full-time, part-time]",
        "workplace: hybrid",
        "locations: [{city: Porto, country: PT}]",
        "salary: {min: 60000, max: 70000, currency: EUR, unit: year}",
        "apply: {email: jobs@example.com}",
    ]


def test_a_country_alone_says_who_may_apply_for_remote_work(make_site: MakeSite) -> None:
    root = make_site()
    run(root, "new", "Engineer", "--workplace", "remote", "--country", "Deutschland", "--short", *DAY)
    assert "applicants: {countries: [DE]}" in head(root / "content/postings/engineer.md")
    assert "#" not in (root / "content/postings/engineer.md").read_text().replace("## ", "").replace("  # ", "")


def test_nothing_is_written_when_something_is_wrong(make_site: MakeSite) -> None:
    root = make_site()
    ran = run(root, "new", "Engineer", "--country", "Atlantis", "--salary", "60000", "--company", "Acme", *DAY)
    assert ran.code == 1
    assert ran.err == (
        "content/postings/engineer.md: error: `Atlantis` in `locations[1].country` is not a country's ISO 3166-1 code."
        " Write a code such as `PT` [code]\n"
        "content/postings/engineer.md: error: `60000` in `salary` is pay in words. "
        "Write `salary: {amount: 60000, currency: EUR, unit: year}`, with your own currency [wrong-type]\n"
        "content/postings/engineer.md: error: `Acme` is no key of `companies` in site.yaml. Known are example"
        " [unknown-company]\n3 errors in 1 file\nNothing was written.\n"
    )
    assert not (root / "content").exists()


def test_a_posting_is_never_written_over(make_site: MakeSite) -> None:
    root = make_site(f"-- content/postings/team/engineer.md --\n{posting()}")
    ran = run(root, "new", "Engineer", *DAY)
    assert (ran.code, ran.err) == (
        2,
        "Error: content/postings/team/engineer.md is there already; another address is `--slug engineer-2`.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("日本語",), "no letter a-z of '日本語' can stand in an address: give one, as in `--slug engineer`."),
        (("X", "--slug", "Ä B"), "`Ä B` cannot be an address; write `--slug a-b`."),
        (("X", "--slug", "../../x"), "`../../x` cannot be an address; write `--slug "),
        (("X", "--date", "2.11.2026"), "`2.11.2026` is not a day written as YYYY-MM-DD"),
        ((), "the title is missing, as in `ssg new 'Senior Engineer'`"),
    ],
    ids=str,
)
def test_an_option_that_cannot_be_is_said_so(make_site: MakeSite, arguments: tuple[str, ...], message: str) -> None:
    ran = run(make_site(), "new", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_without_a_site_nothing_begins(tmp_path: Path) -> None:
    ran = run(tmp_path, "new", "Engineer")
    assert ran.code == 2
    assert "Run `ssg init DIR` for a new site" in ran.err


def test_a_link_leads_to_githubs_editor_with_the_posting_filled_in(make_site: MakeSite) -> None:
    known = SITE_YAML + "repository: https://github.com/acme/careers\n"
    ran = run(make_site(site_yaml=known), "new", "Job & title", "--link", *DAY)
    address = urlsplit(ran.out.strip())
    assert (ran.code, address.path) == (0, "/acme/careers/new/main")
    asked = parse_qs(address.query, strict_parsing=True)
    assert asked["filename"] == ["content/postings/new-posting.md"]
    assert asked["value"][0].startswith("---\ntitle: Job & title\ndate_posted: 2026-11-20\n# Last day to apply")
    assert len(ran.out) < 8000
    assert run(make_site(), "new", "X", "--link").err == "Error: site.yaml names no `repository` on GitHub.\n"


def links(page: str) -> dict[str, str]:
    """The links of a page by their words."""
    return {text: html.unescape(to) for to, text in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', page)}


@pytest.mark.parametrize(("folder", "before"), [("", ""), ("repository_folder: sites/jobs\n", "sites/jobs/")])
def test_pages_lead_to_githubs_editor(make_site: MakeSite, folder: str, before: str) -> None:
    known = SITE_YAML + "repository: https://github.com/acme/careers/\nbranch: trunk\n" + folder
    root = make_site(f"-- content/postings/it/engineer.md --\n{posting()}", site_yaml=known)
    build_site(root)
    page = (root / "_site/jobs/engineer/index.html").read_text(encoding="utf-8")
    edit = f"https://github.com/acme/careers/edit/trunk/{before}content/postings/it/engineer.md"
    assert links(page)["Edit this page"] == edit
    add = links((root / "_site/index.html").read_text(encoding="utf-8"))["Add a posting"]
    assert add.startswith("https://github.com/acme/careers/new/trunk?")
    assert len(add) < 8000
    asked = parse_qs(urlsplit(add).query, strict_parsing=True)
    assert asked["filename"] == [f"{before}content/postings/new-posting.md"]
    assert "\nstatus: draft  # not published until this line is taken out\n" in asked["value"][0]
    write_files(root, {"content/postings/new-posting.md": asked["value"][0]})
    checked = run(root, "check", "content/postings/new-posting.md", *DAY)
    assert checked.out.startswith(
        "content/postings/new-posting.md:3:14: error: `YYYY-MM-DD` in `date_posted` is not a date"
    )


def test_a_page_leads_to_its_file_and_gitlabs_editor_has_addresses_of_its_own(make_site: MakeSite) -> None:
    known = SITE_YAML + "repository: https://gitlab.example/acme/careers\n"
    text = f"-- content/postings/engineer.md --\n{posting()}-- content/pages/how.md --\n# How\n"
    root = make_site(text, site_yaml=known)
    build_site(root)
    base = "https://gitlab.example/acme/careers/-"
    page, how, home = ((root / "_site" / path / "index.html").read_text() for path in ("jobs/engineer", "how", "."))
    assert links(page)["Edit this page"] == f"{base}/edit/main/content/postings/engineer.md"
    assert links(how)["Edit this page"] == f"{base}/edit/main/content/pages/how.md"
    assert links(home)["Add a posting"] == f"{base}/new/main?file_name=content%2Fpostings%2Fnew-posting.md"
    about = "issue%5Btitle%5D=Problem%20with%20the%20posting%3A%20Engineer&issue%5Bdescription%5D="
    assert links(page)["Report a problem"].startswith(f"{base}/issues/new?{about}")


def test_a_site_without_a_repository_has_no_links_to_an_editor(make_site: MakeSite) -> None:
    root = make_site(f"-- content/postings/engineer.md --\n{posting()}")
    build_site(root)
    for path in ("index.html", "jobs/engineer/index.html"):
        assert not {"Edit this page", "Add a posting"} & set(links((root / "_site" / path).read_text(encoding="utf-8")))


def test_on_a_terminal_what_is_not_given_is_asked_for(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site()
    answers = ["Engineer", "Data", "sometimes", "Teilzeit", "hybrid", "Porto", "Portugal", "50k - 60k EUR a year"]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers) + "\n"))
    ran = run(root, "new", *DAY)
    assert (ran.code, ran.out) == (0, "content/postings/engineer.md\n")
    assert "Type (full-time, part-time, contract" in ran.err
    assert "one of full-time, part-time" in ran.err
    assert head(root / "content/postings/engineer.md")[3:] == [
        "department: Data",
        "employment_type: part-time",
        "workplace: hybrid",
        "locations: [{city: Porto, country: PT}]",
        "salary: {min: 50000, max: 60000, currency: EUR, unit: year}",
    ]


def test_every_question_but_the_title_may_be_left_empty(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site()
    monkeypatch.setattr("sys.stdin", Terminal("Engineer" + "\n" * 10))
    assert run(root, "new", *DAY).code == 0
    assert len(head(root / "content/postings/engineer.md")) == 3


# Listing

SITE = f"""
-- content/postings/open.md --
{posting("Open <b>", locations="[{city: Lisbon, country: PT}]")}
-- content/postings/later.md --
{posting("Later", date_posted="2026-12-01", workplace="remote", applicants="{countries: [US, CA]}")}
-- content/postings/over.md --
{posting("Over", status="closed", date_closed="2026-11-10", workplace="hybrid", locations="[{country: DE}]")}
-- content/postings/broken.md --
no front matter
"""


def test_the_list_is_aligned_and_has_the_newest_first(make_site: MakeSite) -> None:
    ran = run(make_site(SITE), "list", *DAY)
    rows = [line.split("  ") for line in ran.out.splitlines()]
    assert [row[0] for row in rows] == ["status", "broken", "scheduled", "open", "closed"]
    place = ran.out.splitlines()[0].index("place")
    places = [line[place : place + 16].rstrip() for line in ran.out.splitlines()[1:]]
    assert places == ["", "Remote (US, CA)", "Lisbon, PT", "DE (hybrid)"]
    assert ran.out.splitlines()[1].endswith("1 error")


def test_the_list_as_json_says_state_days_place_and_problems(make_site: MakeSite) -> None:
    listed = json.loads(run(make_site(SITE), "list", "--json", "--status", "closed", "--status", "broken", *DAY).out)
    assert (listed["version"], listed["today"]) == (1, "2026-11-20")
    broken, closed = listed["postings"]
    assert broken["state"] == "broken"
    assert broken["problems"]["error"] == 1
    assert closed == {
        "slug": "over",
        "path": "content/postings/over.md",
        "title": "Over",
        "company": "example",
        "department": None,
        "state": "closed",
        "place": "DE (hybrid)",
        "url": "https://example.org/careers/jobs/over/",
        "date_posted": "2026-11-02",
        "valid_through": None,
        "date_closed": "2026-11-10",
        "problems": {"error": 0, "warning": 0, "advice": 0},
    }


def test_on_a_terminal_the_list_is_a_table(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = Terminal()
    with redirect_stdout(shown):
        assert exit_code(lambda: cli(["--root", str(make_site(SITE)), "list", *DAY], standalone_mode=False)) == 0
    first, *rows = shown.getvalue().splitlines()
    assert first.split() == ["status", "posting", "title", "place", "posted", "closes", "problems"]
    assert "Open <b>" in next(row for row in rows if row.startswith("open"))
    assert "\x1b" not in shown.getvalue()


def test_a_site_without_postings_says_how_one_begins(make_site: MakeSite) -> None:
    assert run(make_site(), "list", *DAY).out == "No postings. `ssg new` begins one.\n"
    assert run(make_site(), "list", "--status", "gone", *DAY).out == "No postings that are gone.\n"


# Closing

CASES = {
    "a status is added below the dates": (
        "---\ntitle: A\ndate_posted: 2026-11-02 # first day\nskills: [Go]\n---\nText.\n",
        "---\ntitle: A\ndate_posted: 2026-11-02 # first day\nstatus: closed\ndate_closed: 2026-11-20\n"
        "skills: [Go]\n---\nText.\n",
    ),
    "a status is replaced, its comment kept": (
        "---\ntitle: A\nstatus: 'open'   # since May\ndate_posted: 2026-11-02\n---\nText.\n",
        "---\ntitle: A\nstatus: closed   # since May\ndate_closed: 2026-11-20\ndate_posted: 2026-11-02\n---\nText.\n",
    ),
    "an empty status is filled": (
        "---\ntitle: A\nstatus:\ndate_posted: 2026-11-02\n---\n",
        "---\ntitle: A\nstatus: closed\ndate_closed: 2026-11-20\ndate_posted: 2026-11-02\n---\n",
    ),
    "a folded status is unfolded": (
        "---\ntitle: A\nstatus: >-\n  open\ndate_posted: 2026-11-02\n---\n",
        "---\ntitle: A\nstatus: closed\ndate_closed: 2026-11-20\ndate_posted: 2026-11-02\n---\n",
    ),
    "line ends, byte order mark and what is odd stay": (
        "\ufeff---\r\ntitle: Ä\r\ndate_posted: 2026-11-02\r\n# note\r\n---\r\nstatus: open\r\n\tText.\n",
        "\ufeff---\r\ntitle: Ä\r\ndate_posted: 2026-11-02\r\nstatus: closed\r\ndate_closed: 2026-11-20\r\n"
        "# note\r\n---\r\nstatus: open\r\n\tText.\n",
    ),
    "fields that are indented stay so": (
        "---\n# note\n  title: A\n  date_posted: 2026-11-02\n---\n",
        "---\n# note\n  title: A\n  date_posted: 2026-11-02\n  status: closed\n  date_closed: 2026-11-20\n---\n",
    ),
    "a break that only YAML sees is none": (
        "---\ntitle: A\u2028B\ndate_posted: 2026-11-02\nhours: 40\n---\n",
        "---\ntitle: A\u2028B\ndate_posted: 2026-11-02\nstatus: closed\ndate_closed: 2026-11-20\nhours: 40\n---\n",
    ),
    "a day of an earlier life is renewed": (
        "---\ntitle: A\ndate_posted: 2026-11-02\ndate_closed: 2025-01-01\nstatus: open\n---\n",
        "---\ntitle: A\ndate_posted: 2026-11-02\ndate_closed: 2026-11-20\nstatus: closed\n---\n",
    ),
    "a closed posting without a day gets one": (
        "---\ntitle: A\ndate_posted: 2026-11-02\nstatus: closed\n---\n",
        "---\ntitle: A\ndate_posted: 2026-11-02\nstatus: closed\ndate_closed: 2026-11-20\n---\n",
    ),
    "a closed posting stays as it is": (
        "---\ntitle: A\ndate_posted: 2026-11-02\nstatus: closed\ndate_closed: 2026-11-10\n---\n",
        "---\ntitle: A\ndate_posted: 2026-11-02\nstatus: closed\ndate_closed: 2026-11-10\n---\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_closing_changes_the_lines_it_must(before: str, after: str) -> None:
    closed = close_posting("x.md", before.encode(), today=TODAY)
    assert isinstance(closed, bytes)
    assert closed.decode() == after
    assert close_posting("x.md", closed, today=date(2026, 12, 24)) == closed


def test_a_posting_whose_person_was_found_says_so_once() -> None:
    before = b"---\ntitle: A\ndate_posted: 2026-11-02\nstatus: closed\ndate_closed: 2026-11-10\n---\n"
    closed = close_posting("x.md", before, today=TODAY, filled=True)
    assert closed == before.removesuffix(b"---\n") + b"filled: true\n---\n"
    assert isinstance(closed, bytes)
    assert close_posting("x.md", closed, today=TODAY, filled=True) == closed


@pytest.mark.parametrize(
    ("before", "rule"),
    [
        (b"---\n{title: A, date_posted: 2026-11-02}\n---\n", "not-edited"),
        (b"---\n---\nText.\n", "not-edited"),
        (b"no front matter", "front-matter"),
        (b"---\ntitle: [\n---\n", "yaml-syntax"),
        (b"\xff\xfe-\x00", "encoding"),
    ],
)
def test_a_file_that_had_better_not_be_touched_is_left_alone(before: bytes, rule: str) -> None:
    refused = close_posting("x.md", before, today=TODAY)
    assert isinstance(refused, Diagnostic)
    assert refused.rule.startswith(rule.partition("-")[0]) if rule == "yaml-syntax" else refused.rule == rule


NAMES = st.sampled_from(["title", "date_posted", "status", "date_closed", "filled", "skills", "valid_through", "x"])
VALUES = st.sampled_from(
    ["open", "closed", '"open"  # c', "", " 2026-11-02", "[a, b]", "|\n  a\n  b", ">-\n  closed", "\n  - a\n# c\n  - b",
     "{a: b}", "'it''s'", "true", "a\u2028b", "\u00e9"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(NAMES, VALUES, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from(["", "---", "Text\n\n\nstatus: open"]),
)
def test_whatever_stands_in_a_file_closing_it_changes_nothing_else(
    front: dict[str, str], end: str, filled: bool, body: str
) -> None:
    text = "\n".join(["---", *(f"{name}: {value}" for name, value in front.items()), "---", body])
    before = text.replace("\n", end).encode()
    after = close_posting("x.md", before, today=TODAY, filled=filled)
    if isinstance(after, Diagnostic):
        return
    old, new = (split_source("x.md", data)[0] for data in (before, after))
    assert old and new
    assert new.body == old.body
    own = {"status": "closed", "date_closed": "2026-11-20"} | ({"filled": "true"} if filled else {})
    read_before, read_after = parse_yaml("x.md", old.front)[0], parse_yaml("x.md", new.front)[0]
    assert {**read_before, **own, **{k: v for k, v in read_after.items() if k in own}} == read_after
    assert close_posting("x.md", after, today=TODAY, filled=filled) == after


def test_close_writes_the_file_and_says_what_is_next(make_site: MakeSite) -> None:
    root = make_site(
        f"-- content/postings/engineer.md --\n{posting()}-- content/postings/engineer.pt.md --\n{posting()}"
    )
    ran = run(root, "close", "jobs/engineer/", "--filled", *DAY)
    assert (ran.code, ran.out) == (
        0,
        "Closed content/postings/engineer.md\nNext: commit the change, or run `ssg build`.\n",
    )
    path = root / "content/postings/engineer.md"
    assert head(path)[2:] == ["status: closed", "date_closed: 2026-11-20", "filled: true"]
    assert sorted(p.name for p in path.parent.iterdir()) == ["engineer.md", "engineer.pt.md"]
    again = run(root, "close", "engineer")
    assert (again.code, again.out) == (0, "content/postings/engineer.md is closed already: nothing changed\n")


def test_a_posting_that_is_not_there_is_answered_with_the_nearest(make_site: MakeSite) -> None:
    ran = run(make_site(f"-- content/postings/engineer.md --\n{posting()}"), "close", "enginer")
    assert (ran.code, ran.err) == (2, "Error: there is no posting `enginer`; the nearest is `engineer`.\n")
