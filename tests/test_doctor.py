"""What `ssg doctor` sees, and what it says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ssg.build.doctor import Finding, State, examine
from tests.building import build_site, posting
from tests.commands import run

Make = Callable[..., Path]
SITE = f"-- content/postings/engineer.md --\n{posting()}\n"
GOOD = """\
title: Careers
base_url: https://jobs.acme.dev/
time_zone: Europe/Lisbon
companies: {acme: {name: Acme}}
apply: {email: jobs@acme.dev}
"""
CLOCK = "on:\n  schedule:\n    - cron: '17 3 * * *'\n"


def look(root: Path, python: tuple[int, int, int] = (3, 12, 1)) -> tuple[Finding, ...]:
    return examine(root, root / "_site", python, dict(os.environ))


@pytest.fixture
def well(make_site: Make) -> Path:
    """A site with nothing to say about it."""
    root = make_site(f"{SITE}-- site.yaml --\n{GOOD}-- .github/workflows/nightly.yml --\n{CLOCK}")
    (root / ".git").mkdir()
    return root


def test_a_site_in_order_gets_no_note_and_exit_code_0(well: Path) -> None:
    build_site(well)
    assert {f.state for f in look(well) if "the extra" not in f.text} == {State.OK}
    ran = run(well, "doctor")
    assert ran.code == 0
    assert "ok     the site is for https://jobs.acme.dev/\n" in ran.out
    assert "ok     a workflow runs by the clock\n" in ran.out


def test_a_missing_pagefind_and_a_wrong_site_yaml_are_wrong(well: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    (well / "site.yaml").write_text("title: 1\n")
    ran = run(well, "doctor")
    assert ran.code == 1
    assert "wrong  Pagefind does not run" in ran.out
    assert "wrong  site.yaml: `base_url` is missing. Run `ssg check`" in ran.out


def notes(root: Path) -> list[str]:
    return [f.text for f in look(root) if f.state is not State.OK and "the extra" not in f.text]


def test_what_was_left_as_it_came_is_noted(well: Path) -> None:
    (well / "site.yaml").write_text(
        "title: C\nbase_url: https://example.org/careers/\ncompanies: {acme: {name: Acme}}\n"
    )
    assert notes(well) == [
        "`base_url` in site.yaml is still https://example.org/careers/",
        "site.yaml names no time zone: postings open and close at midnight UTC",
    ]


def test_a_history_cut_short_and_no_clock_are_noted(well: Path) -> None:
    (well / ".git/shallow").touch()
    (well / ".github/workflows/nightly.yml").write_text("on: push\n")
    assert notes(well) == [
        "the git history is cut short: no `lastmod` in the sitemap",
        "no workflow builds the site by the clock: postings open and close at builds",
    ]


def test_overrides_that_fall_behind_and_large_pictures_are_noted(well: Path) -> None:
    base = Path(__file__).parents[1] / "themes/base/templates"
    mine = well / "themes/mine/templates"
    mine.mkdir(parents=True)
    (mine / "404.html").write_bytes((base / "404.html").read_bytes())
    (mine / "home.html").write_text("<p>All mine</p>")
    (mine / "posting.html").write_text('{% extends "!base/posting.html" %}')
    (mine / "own.html").write_text("<p>Nobody else's</p>")
    (well / "static").mkdir()
    (well / "static/hero.JPG").write_bytes(b"x" * 500_001)
    assert notes(well) == [
        "themes/mine/templates/404.html is the base theme's own",
        "themes/mine/templates/home.html stands in for the whole of the base theme's template",
        "static/hero.JPG has 500 KB",
    ]


def test_forms_that_fell_behind_their_settings_are_noted(well: Path) -> None:
    run(well, "cms-config", "--issue-forms", ".github/ISSUE_TEMPLATE", "--admin", "static/admin")
    assert notes(well) == []
    settings = (well / "site.yaml").read_text(encoding="utf-8")
    (well / "site.yaml").write_text(
        settings.replace("{acme: {name: Acme}}", "{acme: {name: Acme}, other: {name: Other}}")
    )
    assert notes(well) == [
        ".github/ISSUE_TEMPLATE/post-a-job.yml is not what it would be made today",
        "static/admin/config.yml is not what it would be made today",
    ]


def test_a_build_past_the_limits_of_hosts_is_told(well: Path) -> None:
    (well / "_site").mkdir()
    for name, size in (("film.mp4", 30_000_000), ("more.mp4", 980_000_000)):
        with (well / "_site" / name).open("wb") as file:
            file.truncate(size)  # a hole: takes no space
    assert notes(well) == [
        "the last build has 2 files and 1,010.0 MB: GitHub Pages takes 1,000 MB",
        "more.mp4 has 980 MB: Cloudflare Pages takes 25 MiB a file",
    ]


def test_an_old_python_is_wrong(well: Path) -> None:
    assert Finding(State.WRONG, "Python 3.10.4 is too old", "Install Python 3.11 or newer") in look(well, (3, 10, 4))
