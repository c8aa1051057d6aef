"""`ssg check` as people and programs meet it: files, formats, severities, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ssg.cli.caret import under
from ssg.cli.report import annotation, as_markdown, as_text
from ssg.diagnostics import Diagnostic, Severity
from tests.commands import git, run

MakeSite = Callable[..., Path]
DAY = ("--today", "2026-11-20")
FULL = Path("/dev/full")
GOOD = """\
---
title: Barista
date_posted: 2026-11-02
employment_type: full-time
locations: [{city: Kyoto, country: JP}]
salary: {amount: 300000, currency: JPY, unit: month}
---

You make coffee in our shop at the station, from the first train at half past five until two in the afternoon. You take
the orders, know the regulars, keep the machine clean and close the till. We are five people, and one of us shows you
everything in the first two weeks. You need no training in coffee: you like being up early, you do sums in your head,
and you speak Japanese and some English.
"""
WARNED = GOOD.replace("title: Barista", "title: Barista!")
BROKEN = GOOD.replace("2026-11-02", "2.11.2026")


@pytest.fixture
def site(make_site: MakeSite) -> Path:
    root = make_site()
    folder = root / "content" / "postings"
    folder.mkdir(parents=True)
    for name, text in {"good": GOOD, "broken": BROKEN, "warned": WARNED.replace("coffee", "tea")}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return root


def test_a_site_without_problems_says_so(site: Path) -> None:
    for name in ("broken", "warned"):
        (site / "content" / "postings" / f"{name}.md").unlink()
    ran = run(site, "check", *DAY)
    assert (ran.code, ran.out) == (0, "No problems.\n")


def test_an_error_fails_and_a_warning_only_where_that_is_wanted(site: Path) -> None:
    postings = "content/postings"
    assert run(site, "check", *DAY).code == 1
    assert run(site, "check", f"{postings}/broken.md", *DAY).code == 1
    assert run(site, "check", f"{postings}/warned.md", *DAY).code == 0
    assert run(site, "check", f"{postings}/warned.md", "--strict", *DAY).code == 1
    assert run(site, "check", f"{postings}/good.md", "--strict", *DAY).code == 0


def test_what_bars_everything_ends_with_another_code(site: Path) -> None:
    (site / "site.yaml").write_text("title: Careers\n", "utf-8")
    ran = run(site, "check", "content/postings/good.md", *DAY)
    assert ran.code == 2
    assert "site.yaml:1:1: error: `base_url` is missing" in ran.out


def test_files_and_folders_are_named_from_here_or_from_the_root(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content")
    for name in ("postings/broken.md", "content/postings/broken.md", str(site / "content/postings/broken.md")):
        ran = run(Path(".."), "check", name, *DAY)
        assert ran.out.splitlines()[-1] == "1 error in 1 file"
    assert run(site, "check", "content", *DAY).out.splitlines()[-1] == "1 error, 1 warning in 2 files"


@pytest.mark.skipif(not FULL.exists(), reason="has no device that is always full")
def test_what_cannot_be_said_for_want_of_room_is_no_success(site: Path) -> None:
    (site / "content/postings/barista.md").write_text(BROKEN)
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "ssg", "--root", site, "check"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert ran.returncode == 1
    assert ran.stderr == "Error: what there is to say cannot be written: No space left on device.\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/postings/nobody.md", "there is no file content/postings/nobody.md"),
        ("../outside.md", "../outside.md is not below the site's folder"),
        ("notes.md", "notes.md is no part of what is checked: site.yaml, content, themes"),
    ],
)
def test_a_file_that_is_not_checked_is_wrong_usage(site: Path, name: str, said: str) -> None:
    (site / "notes.md").write_text("x", "utf-8")
    (site.parent / "outside.md").write_text("x", "utf-8")
    ran = run(site, "check", name)
    assert ran.code == 2
    assert said in ran.err


def test_json_is_what_the_reference_says(site: Path) -> None:
    ran = run(site, "check", "--format", "json", *DAY)
    told = json.loads(ran.out)
    assert (ran.code, ran.err, told["version"]) == (1, "", 1)
    assert told["diagnostics"][0] == {
        "path": "content/postings/broken.md",
        "rule": "date",
        "message": "`2.11.2026` in `date_posted` is not a date written as YYYY-MM-DD",
        "hint": "Write `2026-11-02`",
        "line": 3,
        "column": 14,
        "severity": "error",
        "source": "date_posted: 2.11.2026",
    }
    reference = (Path(__file__).parent.parent / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert "[{" + ", ".join(f'"{name}"' for name in told["diagnostics"][0]) + "}]" in reference


def test_github_gets_ten_of_a_kind_and_the_rest_in_the_summary(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site / "summary.md"))
    for number in range(14):
        (site / "content" / "postings" / f"b{number:02}.md").write_text(BROKEN, "utf-8")
    ran = run(site, "check", *DAY)
    lines = ran.out.splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 1
    assert lines[-2:] == ["5 more: see the summary of this job.", "15 errors, 1 warning in 16 files"]
    summary = (site / "summary.md").read_text("utf-8")
    assert summary.startswith("### 15 errors, 1 warning in 16 files\n")
    assert summary.count("**error**") == 15


def test_what_changed_since_a_revision_is_told_first(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    postings = site / "content" / "postings"
    for number in range(14):
        (postings / f"b{number:02}.md").write_text(BROKEN, "utf-8")
    git(site, "init", "--quiet")
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message=Before")
    (postings / "z.md").write_text(BROKEN, "utf-8")
    (postings / "b07.md").write_text(BROKEN + "More.\n", "utf-8")
    lines = run(site, "check", "--since", "HEAD", *DAY).out.splitlines()
    assert [line.partition(":")[0].rpartition("/")[2] for line in lines[:3]] == ["b07.md", "z.md", "b00.md"]
    monkeypatch.setenv("GITHUB_WORKSPACE", str(site.parent))
    shown = run(site, "check", "--format", "github", "--since", "HEAD", *DAY).out
    assert f"::error file={site.name}/content/postings/z.md,line=" in shown
    assert run(site, "check", "--since", "nonsense", *DAY).code == 2


def test_no_words_of_an_author_command_github() -> None:
    wrong = Diagnostic("a,b:%0A::c.md", "rule", "`x\n::error::evil %0A` | <b>@all</b> ![i](j)", "h", 3, 2)
    assert annotation(wrong) == (
        "::error file=a%2Cb%3A%250A%3A%3Ac.md,line=3,col=2,title=rule::"
        "`x\\n::error::evil %250A` | <b>@all</b> ![i](j). h"
    )
    assert as_markdown([wrong]).splitlines()[4] == (
        "| <code>a,b&#58;%0A&#58;&#58;c.md&#58;3</code> | **error** <code>x&#92;n&#58;&#58;error&#58;&#58;"
        "evil %0A</code> \\| \\<b\\>@\u200ball\\</b\\> !\\[i\\](j). h | <code>rule</code> |"
    )


def test_a_terminal_gets_colour_and_a_mark_under_the_place() -> None:
    wrong = Diagnostic("x.md", "rule", "message", "Hint", 3, 8, Severity.WARNING, "title: A: B")
    assert as_text(wrong, colour=True, caret=True) == (
        "x.md:3:8: \x1b[1;33mwarning\x1b[0m: message. Hint [rule]\n    title: A: B\n           ^"
    )


CARETS = {
    "wide characters": ("title: 日本: x", 10, "title: 日本: x\n           ^"),
    "tabs": ("\t\tkey: x", 3, "  key: x\n  ^"),
    "an accent of its own": ("e\u0301a: b", 3, "e\u0301a: b\n ^"),
    "a picture": ("a 😀 b: c", 5, "a 😀 b: c\n     ^"),
    "a control character": ("a\x1bb: c", 3, "a\\x1bb: c\n     ^"),
    "the whole line": ("title: x", 0, "title: x"),
    "behind the end": ("title:", 9, "title:\n      ^"),
    "a long line": ("x" * 200 + "y" + "z" * 200, 201, "…" + "x" * 70 + "y" + "z" * 39 + "…\n" + " " * 71 + "^"),
}


@pytest.mark.parametrize("name", CARETS)
def test_the_mark_stands_under_its_character(name: str) -> None:
    source, column, shown = CARETS[name]
    assert under(source, column) == shown


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("cook.MD", "Rename it to `cook.md`"),
        ("cook.markdown", "Rename it to `cook.md`"),
        ("cook.md.txt", "Rename it to `cook.md`"),
        ("cook.docx", "Copy its text into a file that `ssg new` begins"),
    ],
)
def test_a_file_that_is_meant_as_a_posting_and_is_none_is_told(site: Path, name: str, mend: str) -> None:
    (site / "content" / "postings" / name).write_text(GOOD, "utf-8")
    assert run(site, "check", f"content/postings/{name}", *DAY).out == (
        f"content/postings/{name}: warning: this file is not read: its name does not end in `.md`. {mend} [file-name]\n"
        "1 warning in 1 file\n"
    )


def test_a_name_with_blanks_and_accents_is_told_with_the_name_to_use(site: Path) -> None:
    (site / "content" / "postings" / "Köchin gesucht.md").write_text(GOOD, "utf-8")
    assert "`Köchin gesucht` cannot be an address" in run(site, "check", *DAY).out
    assert "Rename the file to `kochin-gesucht.md`" in run(site, "check", *DAY).out
