"""What a pull request changes, told without running anything of it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ssg.cli.report import as_markdown
from ssg.diagnostics import Diagnostic
from ssg.editing.changes import Change, FieldChange, changes
from ssg.editing.revisions import write_revision
from ssg.editing.summary import Measured, advice, markdown, quoted, text
from ssg.source import DEFAULT_LIMITS
from tests.building import posting
from tests.commands import git, run
from tests.sites import SITE_YAML, write_files

DAY = ("--today", "2026-11-20")
Commit = Callable[[dict[str, str | None]], Path]


@pytest.fixture
def commit(tmp_path: Path) -> Commit:
    """Commits files to a repository whose site stands in the folder `site/`; None deletes one."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")

    def make(files: dict[str, str | None]) -> Path:
        root = tmp_path / "site"
        write_files(root, {name: data for name, data in files.items() if data is not None})
        for name in (name for name, data in files.items() if data is None):
            (root / name).unlink()
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", "Change")
        return root

    return make


def compare(before: dict[str, str], after: dict[str, str]) -> tuple[Change, ...]:
    old, new = ({f"content/postings/{n}": t.encode() for n, t in files.items()} for files in (before, after))
    return changes(old, new, DEFAULT_LIMITS)


CASES: dict[str, tuple[dict[str, str], dict[str, str], str]] = {
    "nothing": ({"a.md": posting()}, {"a.md": posting()}, ""),
    "a new posting": (
        {},
        {"a.md": posting("A", salary="{amount: 5, currency: EUR, unit: hour}")},
        "added    content/postings/a.md  A\n",
    ),
    "a removed posting": (
        {"a.md": posting("A")},
        {},
        "removed  content/postings/a.md  A\n"
        "         its address, jobs/a/, leads nowhere from now on: close a posting, and leave its file\n",
    ),
    "a removed draft, translation and file without an address": (
        {"a.md": posting("A", status="draft"), "b.pt.md": posting("B"), "A b.md": posting("C")},
        {},
        "removed  content/postings/A b.md  C\n"
        "removed  content/postings/a.md  A\n"
        "removed  content/postings/b.pt.md  B\n",
    ),
    "a removed file that was broken": (
        {"a.pt.md": "---\ntitle: [\n---\n"},
        {},
        "removed  content/postings/a.pt.md\n         could not be read\n",
    ),
    "words in another order": (
        {"a.md": posting("A", "One two.")},
        {"a.md": posting("A", "two. One")},
        "changed  content/postings/a.md  A\n         text: 2 words -> 2 words, in another order\n",
    ),
    "bare words in lists": (
        {"a.md": posting("A", skills="[Go]", interview="[Call]")},
        {"a.md": posting("A", skills="[Go, {name: Postgres, years: 5}]", interview="[{step: Call, minutes: 30}]")},
        "changed  content/postings/a.md  A\n"
        "         skills: [Go] -> [Go, {name: Postgres, years: 5}]\n"
        "         interview: [Call] -> [{step: Call, minutes: 30}]\n",
    ),
    "changed fields and text": (
        {"a.md": posting("A", "One two.", department="Data", workplace="remote")},
        {"a.md": posting("B", "One two three.", workplace="hybrid", openings="2")},
        "changed  content/postings/a.md  B\n"
        "         title: A -> B\n"
        "         department: Data -> nothing\n"
        "         workplace: remote -> hybrid\n"
        "         openings: nothing -> 2\n"
        "         text: 2 words -> 3 words, 2 of them new, 1 gone\n",
    ),
    "another way to write the same": (
        {"a.md": posting("A", employment_type="full-time")},
        {"a.md": posting("A", employment_type="[full-time] # always")},
        "changed  content/postings/a.md  A\n",
    ),
    "a closed posting": (
        {"a.md": posting("A")},
        {"a.md": posting("A", status="closed", date_closed="2026-11-20")},
        "closed   content/postings/a.md  A\n"
        "         status: open -> closed\n"
        "         date_closed: nothing -> 2026-11-20\n",
    ),
    "one that is opened again": (
        {"a.md": posting("A", status="closed")},
        {"a.md": posting("A")},
        "opened   content/postings/a.md  A\n         status: closed -> open\n",
    ),
    "one that moved": (
        {"a.md": posting("A")},
        {"data/a.md": posting("A")},
        "changed  content/postings/data/a.md  A\n         path: content/postings/a.md -> content/postings/data/a.md\n",
    ),
    "a second one of the same name": (
        {"a.md": posting("A")},
        {"a.md": posting("A"), "data/a.md": posting("A")},
        "added    content/postings/data/a.md  A\n",
    ),
    "one of two of the same name": (
        {"a.md": posting("A"), "data/a.md": posting("A")},
        {"a.md": posting("A")},
        "removed  content/postings/data/a.md  A\n",
    ),
    "one that was renamed": (
        {"a.md": posting("A")},
        {"b.md": posting("A", department="Data")},
        "renamed  content/postings/b.md  A\n"
        "         its old address leads nowhere from now on: write `aliases: [a]`\n"
        "         path: content/postings/a.md -> content/postings/b.md\n"
        "         department: nothing -> Data\n",
    ),
    "one that was renamed with its old address kept": (
        {"a.md": posting("A")},
        {"b.md": posting("B", "Other words.", aliases="[a]")},
        "renamed  content/postings/b.md  B\n"
        "         path: content/postings/a.md -> content/postings/b.md\n"
        "         title: A -> B\n"
        "         aliases: nothing -> [a]\n"
        "         text: 3 words -> 2 words, 2 of them new, 3 gone\n",
    ),
    "two that say the same, and one that follows them": (
        {"a.md": posting("A"), "b.md": posting("A")},
        {"c.md": posting("A", aliases="[a, b]")},
        "removed  content/postings/b.md  A\n"
        "renamed  content/postings/c.md  A\n"
        "         path: content/postings/a.md -> content/postings/c.md\n"
        "         aliases: nothing -> [a, b]\n",
    ),
    "one that cannot be read any more": (
        {"a.md": posting("A")},
        {"a.md": "---\ntitle: [\n---\n"},
        "changed  content/postings/a.md  A\n         cannot be read: see `ssg check`\n",
    ),
    "one that is no text": (
        {},
        {"a.md": "\0"},
        "added    content/postings/a.md\n         cannot be read: see `ssg check`\n",
    ),
}


@pytest.mark.parametrize(("before", "after", "said"), CASES.values(), ids=CASES)
def test_a_difference_is_told_in_words(before: dict[str, str], after: dict[str, str], said: str) -> None:
    assert text(compare(before, after)) == said


def test_the_summary_has_a_row_for_each_posting_with_old_and_new_values() -> None:
    found = compare(
        {"a.md": posting("A", department="Data"), "c.md": posting("C", status="draft")},
        {"a.md": posting("A", department="R&D | x"), "b.md": posting("B", workplace="remote")},
    )
    assert markdown(found, Measured(12, 3_400_000, 2.25)) == (
        "### Postings: 1 added, 1 changed, 1 removed\n\n"
        "| | posting | what changes |\n"
        "| --- | --- | --- |\n"
        "| **changed** | <code>A</code><br><code>content/postings/a.md</code> | department: <code>Data</code> → "
        "<code>R&#38;D &#124; x</code> |\n"
        "| **added** | <code>B</code><br><code>content/postings/b.md</code> | date_posted: <code>2026-11-02</code>"
        "<br>workplace: <code>remote</code><br>text: <code>3 words</code> |\n"
        "| **removed** | <code>C</code><br><code>content/postings/c.md</code> |  |\n\n"
        "The site: 12 files, 3.4 MB, built in 2.2 s\n"
    )
    assert markdown(()) == "### Postings: nothing changed\n"


@pytest.mark.parametrize("words", ["x" * 5000, "@" * 5000, "|" * 150])
def test_a_huge_change_fits_a_comment_of_github(words: str) -> None:
    fields = tuple(FieldChange(f"field{n}", words, words) for n in range(40))
    found = tuple(Change("changed", f"content/postings/p{n}.md", words, fields) for n in range(300))
    problems = [Diagnostic(f"p{n}.md", "rule", f"`{words}` is wrong {words}") for n in range(300)]
    said = markdown(found) + advice(problems)
    assert len(said) < 65_000
    rows = said.count("| **changed** |")
    assert rows
    assert f"\n\nand {300 - rows} more postings: `ssg diff` tells of all\n" in said
    assert re.search(r"and \d+ more fields \|\n", said)
    assert said.endswith(" more\n")
    assert len(quoted("x" * 5000)) < 250


HOSTILE = [
    "</code><script>alert(1)</script>", "![x](https://evil.example/pixel)", "[a](javascript:alert(1))", "`a` | b",
    "@everybody", "#1", "::error::x", "\n\n# Title\n", "<img src=x onerror=alert(1)>", "https://evil.example",
    "www.evil.example", ":tada:", "a&amp;b", "\\|", "~~x~~", "$$x$$",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)))
def test_no_words_of_an_author_do_anything_in_a_summary(words: str) -> None:
    change = Change("changed", words, words, (FieldChange("summary", words, words),))
    said = markdown((change,))
    html = MarkdownIt("gfm-like", {"linkify": False}).render(said)
    assert html.count("<td>") == 3
    assert html.count("<tr>") == 2
    assert set(re.findall(r"</?(\w+)", html)) <= {
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
        "code",
        "br",
    }
    outside = re.sub(r"<code>[^<]*</code>", "", said)
    assert re.fullmatch(r"### Postings: 1 changed\n\n\| \| posting .*\n.*\n\| \*\*changed\*\* \| .*\n", outside)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)))
def test_no_words_of_an_author_do_anything_in_what_check_says(words: str) -> None:
    said = advice([Diagnostic(words, "rule", f"`{words}` is wrong", f'"{words}" too', 3)])
    html = MarkdownIt("gfm-like", {"linkify": False}).render(said)
    assert (html.count("<td>"), html.count("<tr>")) == (2, 2)
    assert set(re.findall(r"</?(\w+)", html)) <= {"h3", "table", "thead", "tbody", "tr", "th", "td", "strong", "code"}
    outside = re.sub(r"<code>[^<]*</code>", "", said)
    assert not re.search(r"@\w|#\d|://|www\.", outside)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)))
def test_no_words_of_an_author_do_anything_in_the_summary_of_check(words: str) -> None:
    said = as_markdown([Diagnostic(words, "rule", f"`{words}` is wrong", f'"{words}" too', 3)])
    html = MarkdownIt("gfm-like", {"linkify": False}).render(said)
    assert (html.count("<td>"), html.count("<tr>")) == (3, 2)
    outside = re.sub(r"<code>[^<]*</code>", "", said)
    assert not re.search(r"@\w|(?<!#)#\d|://|www\.", outside)


def test_the_command_compares_two_revisions_without_touching_the_folder(commit: Commit) -> None:
    root = commit({"site.yaml": "", "content/postings/a.md": posting("A"), "content/postings/b.md": posting("B")})
    commit({"content/postings/a.md": posting("A", status="closed"), "content/postings/b.md": None})
    (root / "content/postings/new.md").write_text(posting("New"), encoding="utf-8")
    (root / "content/postings/_draft.md").write_text("not a posting", encoding="utf-8")
    assert run(root, "diff", "HEAD~1", "HEAD").out == (
        "closed   content/postings/a.md  A\n         status: open -> closed\nremoved  content/postings/b.md  B\n"
        "         its address, jobs/b/, leads nowhere from now on: close a posting, and leave its file\n"
    )
    assert run(root, "diff", "HEAD").out == "added    content/postings/new.md  New\n"
    assert run(root, "diff", "HEAD", "HEAD").out == "No posting changed.\n"
    listed = json.loads(run(root, "diff", "HEAD~1", "HEAD", "--format", "json").out)
    assert listed["changes"][0] == {
        "kind": "closed",
        "path": "content/postings/a.md",
        "title": "A",
        "broken": False,
        "left": "",
        "fields": [{"field": "status", "old": "open", "new": "closed"}],
    }
    assert listed["changes"][1]["left"] == "b"
    assert (root / "content/postings/new.md").exists()


def test_the_command_says_what_check_says_of_what_changed(commit: Commit) -> None:
    root = commit({"site.yaml": SITE_YAML, "content/postings/a.md": posting("A"), "themes/x/theme.yaml": "extends: ["})
    commit({"content/postings/b.md": posting("Rock star"), "site.yaml": SITE_YAML + "theme: x\n"})
    (root / "content/postings/b.md").unlink()
    said = run(root, "diff", "HEAD~1", "HEAD", "--check", *DAY).out.splitlines()
    assert said[0] == "added    content/postings/b.md  Rock star"
    assert len(said) > 2
    assert all(line.startswith("content/postings/b.md") for line in said[1:])
    assert any(line.endswith("[location-missing]") for line in said)
    assert "### What `ssg check` says\n" in run(root, "diff", "HEAD~1", "HEAD", "--check", "--format=github", *DAY).out
    listed = json.loads(run(root, "diff", "HEAD~1", "HEAD", "--check", "--format=json", *DAY).out)
    assert {one["path"] for one in listed["diagnostics"]} == {"content/postings/b.md"}
    (root / "content/postings/c.md").write_text("---\n---\n", encoding="utf-8")
    here = run(root, "diff", "HEAD", "--check", *DAY).out
    assert "\ncontent/postings/c.md:2:1: error: `title` is missing" in here


def test_a_tree_that_no_disk_takes_writes_nothing_outside_and_breaks_nothing(commit: Commit) -> None:
    root = commit({"site.yaml": SITE_YAML})
    (root / "a.txt").write_text(posting("A"), encoding="utf-8")
    blob = git(root, "hash-object", "-w", "a.txt").strip()

    def tree(*entries: str) -> str:
        lines = "".join(f"{entry}\n" for entry in entries)
        command = ["git", "-C", str(root), "mktree"]
        return subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout.strip()

    def folder(name: str, *entries: str) -> str:
        return f"040000 tree {tree(*entries)}\t{name}"

    out = folder("..", folder("..", folder("..", f"100644 blob {blob}\towned.md")))
    postings = folder("postings", f"100644 blob {blob}\t{'x' * 300}.md", f"100644 blob {blob}\tok.md", out)
    site = folder("site", folder("content", postings), f"100644 blob {blob}\tsite.yaml")
    head = git(root, "commit-tree", tree(site), "-m", "Hostile").strip()
    ran = run(root, "diff", "HEAD", head, "--check", *DAY)
    assert ran.code == 0
    assert "added    content/postings/ok.md  A\n" in ran.out
    folder_of = root / "written"
    folder_of.mkdir()
    write_revision(root, head, folder_of)
    assert sorted(path.name for path in folder_of.rglob("*.md")) == ["ok.md"]
    assert not list(root.parent.rglob("owned.md"))


def test_settings_that_cannot_be_read_are_told_with_what_changed(commit: Commit) -> None:
    root = commit({"site.yaml": "title: [\n", "content/postings/a.md": posting("A")})
    (root / "content/postings/b.md").write_text(posting("B"), encoding="utf-8")
    assert "\nsite.yaml:" in run(root, "diff", "HEAD", "--check", *DAY).out


def test_the_command_tells_the_size_of_a_built_site(commit: Commit) -> None:
    root = commit({"content/postings/a.md": posting("A"), "_site/index.html": "x" * 150_000})
    said = run(root, "diff", "HEAD", "--format", "github", "--site", str(root / "_site"), "--seconds", "1.5").out
    assert said == "### Postings: nothing changed\n\nThe site: 1 file, 0.1 MB, built in 1.5 s\n"


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "HEAD:content", "-h", "$(touch x)"])
def test_a_revision_that_is_none_is_said_so(commit: Commit, revision: str) -> None:
    root = commit({"content/postings/a.md": posting("A")})
    ran = run(root, "diff", "--", revision)
    assert ran.code == 2
    assert revision in ran.err
    assert not (root / "x").exists()


def test_a_folder_without_git_is_said_so(tmp_path: Path) -> None:
    ran = run(tmp_path, "diff", "HEAD")
    assert ran.code == 2
    assert ran.err == "Error: there is no git repository here, which would keep versions: `git init` begins one.\n"


def test_a_link_that_leads_out_is_not_read(commit: Commit) -> None:
    root = commit({"content/postings/a.md": posting("A")})
    (root.parent / "secret.md").write_text(posting("Secret"), encoding="utf-8")
    (root / "content/postings/link.md").symlink_to(root.parent / "secret.md")
    assert run(root, "diff", "HEAD").out == "No posting changed.\n"
    commit({})
    assert "Secret" not in run(root, "diff", "HEAD~1", "HEAD").out
