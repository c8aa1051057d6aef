"""What the pages tell people to type is there, and what they show is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from ssg.cli import COMMANDS, cli
from tests.commands import run
from tests.sites import SITE_YAML, write_files
from tests.test_docs import DOCS, PAGES, ROOT, every_command, options

COMMAND = re.compile(r"(?:^|[\s`(])(?:\.venv/bin/)?ssg (?P<rest>[a-z][^`\n]*|--[^`\n]*)")
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
NEW = ROOT / "ssg/editing/new_site"
WRITTEN = [*PAGES, ROOT / "SECURITY.md", NEW / "README.md"]
WORKFLOWS = [*ROOT.glob(".github/workflows/*.yml"), *NEW.glob("dot_github/workflows/*.yml")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def typed(text: str) -> Iterator[str]:
    """What stands behind `ssg` in blocks of code and in spans of code."""
    for block in BLOCK.findall(text):
        yield from (m["rest"] for line in block.splitlines() if (m := COMMAND.search(line.partition(" #")[0])))
    for span in re.findall(r"`([^`\n]+)`", BLOCK.sub("", text)):
        if match := COMMAND.match(f" {span}"):
            yield match["rest"]


def mistakes(rest: str) -> Iterator[str]:
    """Commands and options of typed lines that are not there."""
    for line in re.split(r"&&|[|;>]", re.sub(r"\"[^\"]*\"|'[^']*'", "X", rest)):
        words = line.split()
        words = words[1:] if words[:1] == ["ssg"] else words if line == rest.partition("&&")[0] else []
        while words and words[0] == "--root":
            words = words[2:]
        name = next(iter(words), "")
        if name and not name.startswith("-") and not name.isupper():
            yield from _mistaken(name, words[1:])


def _mistaken(name: str, words: list[str]) -> Iterator[str]:
    if name not in COMMANDS:
        yield f"there is no command {name}"
        return
    known = {*options(name), "-h", "--help"}
    given = (word.partition("=")[0] for word in words)
    yield from (f"ssg {name} has no {word}" for word in given if re.match(r"--?[a-z]", word) and word not in known)


@pytest.mark.parametrize("page", [*WRITTEN, *WORKFLOWS], ids=named)
def test_every_command_that_a_page_shows_is_there_with_its_options(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    bare = re.sub(r"^ *#.*", "", text, flags=re.MULTILINE)
    lines = typed(text) if page.suffix == ".md" else (m["rest"] for m in COMMAND.finditer(bare))
    assert [mistake for line in lines for mistake in mistakes(line)] == []


def test_a_wrong_command_in_a_page_would_be_found() -> None:
    page = "`ssg biuld`\n\n```console\n$ ssg build --fast && ssg check --slow  # --no\n```\n\nor `ssg COMMAND -h`.\n"
    assert [mistake for line in typed(page) for mistake in mistakes(line)] == [
        "ssg build has no --fast",
        "ssg check has no --slow",
        "there is no command biuld",
    ]


@every_command
def test_the_examples_of_a_command_are_of_that_command(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    lines = (command.epilog or "").removeprefix("\b\nExamples:\n").splitlines()
    assert lines
    for line in lines:
        assert line.startswith(f"  ssg {name}"), line
        assert list(mistakes(line.removeprefix("  ssg "))) == []


@pytest.mark.parametrize("page", WRITTEN, ids=named)
def test_every_target_of_make_that_a_page_names_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    code = [*BLOCK.findall(text), *(f"`{span}" for span in re.findall(r"`([^`\n]+)`", BLOCK.sub("", text)))]
    assert set(re.findall(r"(?:^|`|\$ )make ([a-z]+)\b", "\n".join(code), re.MULTILINE)) <= targets


def test_the_readme_shows_what_check_says(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^(content/postings/\S+\.md):(\d+):\d+: error: `([^`]+)` (?:is|in)", text, re.MULTILINE)
    (file,) = {path for path, _, _ in shown}
    front = re.search(r"^```markdown\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert front
    lines = front[1].splitlines()
    for _, number, wrong in shown:
        lines[int(number) - 1] = f"{lines[int(number) - 1].partition(':')[0]}: {wrong}"
    write_files(tmp_path, {"site.yaml": SITE_YAML, file: "\n".join(lines) + "\n"})
    said = run(tmp_path, "check", "--today", "2026-11-20").out.splitlines()
    told = [line for line in text.splitlines() if line.startswith(file)]
    assert told == [line for line in said if ": error: " in line]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_posting_that_a_page_shows_has_no_error(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for number, block in enumerate(re.findall(r"^```markdown\n(---\ntitle: .*?)^```", text, re.MULTILINE | re.DOTALL)):
        write_files(tmp_path, {"site.yaml": SITE_YAML, f"content/postings/p{number}.md": block})
        assert ": error: " not in run(tmp_path, "check", "--today", "2026-11-20").out


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_workflow_that_a_page_shows_has_the_least_rights_and_pinned_actions(page: Path) -> None:
    for block in re.findall(r"^ *```yaml\n(.*?)^ *```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        if re.search(r"^jobs:", block, re.MULTILINE):
            data = yaml.safe_load(block)
            assert set(data) == {"name", True, "permissions", "jobs"}, "YAML 1.1 reads the key `on` as true"
            assert data["permissions"] in ({}, {"contents": "read"})
        for used in re.findall(r"uses: (\S+)", block):
            assert re.search(r"@([0-9a-f]{40}|COMMIT)$", used), used


def test_the_workflow_and_the_action_for_others_take_what_the_page_gives_them() -> None:
    text = (DOCS / "github-pages.md").read_text(encoding="utf-8")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    workflow = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    table = text.partition("| input | is |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == list(action)
    blocks = re.findall(r"^```yaml\n(name: .*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(blocks[0].splitlines()) <= 10
    jobs = [job for block in blocks for job in yaml.safe_load(block)["jobs"].values()]
    calls = [job for job in jobs if job.get("uses", "").startswith("OWNER/REPOSITORY/.github/workflows/site.yml@")]
    assert len(calls) == 2
    granted = [job["permissions"].items() for job in workflow["jobs"].values()]
    wanted = {name: access for rights in granted for name, access in rights if access == "write"}
    for job in calls:
        assert set(job["with"]) <= set(workflow[True]["workflow_call"]["inputs"])
        assert wanted.items() <= job["permissions"].items()
    steps = [step for job in jobs for step in job.get("steps", []) if step.get("uses", "").startswith("OWNER/")]
    assert steps
    assert all(set(step["with"]) <= set(action) for step in steps)
