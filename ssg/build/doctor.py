"""The site's folder and its workshop looked over: what no posting says, and what goes wrong months later."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from ssg.config import Config, load_config
from ssg.diagnostics import Problems, SiteError
from ssg.editing.cms import cms_config
from ssg.editing.files import front_matters
from ssg.editing.forms import issue_forms
from ssg.search import SearchError, find_pagefind
from ssg.theme.chain import BASE, carried

OLDEST_PYTHON = (3, 11)
LARGE_PICTURE = 500_000
"""Bytes; more than the rest of a page together."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"})
EXTRAS = {"og": ("PIL",), "import": ("nh3", "markdownify")}
"""Extras of the package, and the modules that each brings."""
PAGES_BYTES, FEW_FILES, FILE_BYTES = 1_000_000_000, 20_000, 25 * 2**20
"""GitHub Pages: a site of 1 GB at most. Cloudflare Pages: 20,000 files, of 25 MiB each.

https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
https://developers.cloudflare.com/pages/platform/limits/
"""


class State(StrEnum):
    """How a thing is: as it should be, worth a thought, or broken."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it is, what it is like, and what to do about it."""

    state: State
    text: str
    hint: str = ""


def examine(
    root: Path, output: Path, python: tuple[int, int, int], environment: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Everything there is to say about the site at `root`, its last `output` and the programs that build it.

    `environment` is where PAGEFIND_BINARY_PATH and PATH are looked up. Nothing is written.
    """
    return (*_programs(python, environment), *_site(root), *_history(root), *_static(root), *_output(output))


def _programs(python: tuple[int, int, int], environment: Mapping[str, str]) -> Iterator[Finding]:
    version = ".".join(map(str, python))
    if python[:2] < OLDEST_PYTHON:
        yield Finding(State.WRONG, f"Python {version} is too old", "Install Python 3.11 or newer")
    else:
        yield Finding(State.OK, f"Python {version}")
    try:
        yield Finding(State.OK, f"Pagefind {find_pagefind(environment).version.removeprefix('pagefind ')}")
    except SearchError as error:
        what, _, hint = str(error).partition(". ")
        yield Finding(State.WRONG, what, hint)
    for extra, modules in EXTRAS.items():
        if any(find_spec(module) is None for module in modules):
            hint = f"Install `ssg-careers[{extra}]` if you need it"
            yield Finding(State.NOTE, f"the extra `{extra}` is not installed", hint)


def _site(root: Path) -> Iterator[Finding]:
    problems = Problems()
    try:
        config = load_config(root, problems)
    except SiteError as error:
        yield Finding(State.WRONG, f"site.yaml: {error.diagnostics[0].message}", "Run `ssg check`")
        return
    yield from _settings(config)
    yield from _overrides(root, config)
    yield from _forms(root, config)


def _settings(config: Config) -> Iterator[Finding]:
    if re.search(r"//([\w-]+\.)*example(\.\w+)?[:/]", config.base_url):
        hint = "Write where the site is published, or build with `-u URL`"
        yield Finding(State.NOTE, f"`base_url` in site.yaml is still {config.base_url}", hint)
    else:
        yield Finding(State.OK, f"the site is for {config.base_url}")
    if "time_zone" not in config.model_fields_set:
        hint = "Write `time_zone: Europe/Lisbon`, or whichever is yours"
        yield Finding(State.NOTE, "site.yaml names no time zone: postings open and close at midnight UTC", hint)


def _overrides(root: Path, config: Config) -> Iterator[Finding]:
    """Templates of the site's own themes that stand in for whole templates of the base theme."""
    base = next(home for home in (root, carried()) if (home / "themes" / BASE).is_dir()) / "themes" / BASE / "templates"
    for folder in sorted((root / "themes").glob("*/templates")):
        if folder.parent.name == BASE:
            continue
        for path in sorted(folder.rglob("*.html")):
            name = path.relative_to(folder).as_posix()
            original = base / name
            if not original.is_file():
                continue
            shown = f"themes/{folder.parent.name}/templates/{name}"
            if path.read_bytes() == original.read_bytes():
                yield Finding(State.NOTE, f"{shown} is the base theme's own", "Delete it: then it stays up to date")
            elif "{% extends" not in path.read_text("utf-8", "replace"):
                hint = f'Take what changed in the base theme over, or begin it with `{{% extends "!base/{name}" %}}`'
                yield Finding(State.NOTE, f"{shown} stands in for the whole of the base theme's template", hint)


def _forms(root: Path, config: Config) -> Iterator[Finding]:
    """Forms that `ssg cms-config` would make otherwise of today's settings, postings and version."""
    issues, admin = Path(".github/ISSUE_TEMPLATE"), Path("static/admin")
    made = {issues / name: (text, f"--issue-forms {issues}") for name, text in issue_forms(config).items()}
    if (root / admin / "config.yml").is_file():
        made[admin / "config.yml"] = (cms_config(config, front_matters(root)), f"--admin {admin}")
    for path, (text, option) in made.items():
        if (root / path).is_file() and (root / path).read_text("utf-8", "replace") != text:
            yield Finding(
                State.NOTE, f"{path.as_posix()} is not what it would be made today", f"Run `ssg cms-config {option}`"
            )


def _history(root: Path) -> Iterator[Finding]:
    top = next((folder for folder in (root.resolve(), *root.resolve().parents) if (folder / ".git").exists()), None)
    if top is None:
        yield Finding(
            State.NOTE, "there is no git repository: nobody can tell when a file last changed", "Run `git init`"
        )
        return
    if (top / ".git" / "shallow").exists():
        hint = "Fetch all of it by `git fetch --unshallow`, or `fetch-depth: 0` in the workflow"
        yield Finding(State.NOTE, "the git history is cut short: no `lastmod` in the sitemap", hint)
    workflows = [path.read_text("utf-8", "replace") for path in sorted((top / ".github/workflows").glob("*.y*ml"))]
    if any(re.search(r"^\s*schedule\s*:", text, re.MULTILINE) and "cron" in text for text in workflows):
        yield Finding(State.OK, "a workflow runs by the clock")
    else:
        hint = "Add a workflow with `schedule:` that builds once a day, or let another machine do it"
        yield Finding(State.NOTE, "no workflow builds the site by the clock: postings open and close at builds", hint)


def _static(root: Path) -> Iterator[Finding]:
    for folder in (root / "static", *sorted((root / "themes").glob("*/static"))):
        for path, size in _sizes(folder):
            if Path(path).suffix.lower() in PICTURES and size > LARGE_PICTURE:
                shown = Path(path).relative_to(root).as_posix()
                yield Finding(State.NOTE, f"{shown} has {size / 1000:,.0f} KB", "Save it smaller: 200 KB are plenty")


def _output(output: Path) -> Iterator[Finding]:
    """The last build against what hosts take."""
    sizes = dict(_sizes(output))
    if not sizes:
        return
    whole, largest = sum(sizes.values()), max(sizes, key=lambda path: (sizes[path], path))
    told = f"the last build has {len(sizes):,} files and {whole / 1e6:,.1f} MB"
    if whole > PAGES_BYTES:
        yield Finding(State.WRONG, f"{told}: GitHub Pages takes 1,000 MB", "Take large files out of `static/`")
    elif len(sizes) > FEW_FILES:
        yield Finding(State.NOTE, f"{told}: Cloudflare Pages takes 20,000 files", "Other hosts set no bound")
    else:
        yield Finding(State.OK, told)
    if sizes[largest] > FILE_BYTES:
        shown = Path(largest).relative_to(output).as_posix()
        hint = "Keep it elsewhere, and link to it"
        yield Finding(
            State.NOTE, f"{shown} has {sizes[largest] / 1e6:,.0f} MB: Cloudflare Pages takes 25 MiB a file", hint
        )


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            if not path.is_symlink() and path.is_file():
                yield str(path), path.stat().st_size
