"""Small sites for the rules: files as text in, diagnostics as lines out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from ssg.config import Config
from ssg.diagnostics import Diagnostic, Problems, Severity
from ssg.digests import digest_of
from ssg.lint import lint_site
from ssg.model import Posting
from ssg.site import Site, assemble_site
from ssg.source import Source, parse_yaml, split_source
from tests.sites import read_archive

TODAY = date(2026, 11, 20)
SITE_YAML = """\
title: Careers at Acme
base_url: https://acme.example/careers/
companies: {acme: {name: Acme}, globex: {name: Globex Works}}
apply: {email: jobs@acme.example}
"""
POSTING = "content/postings/barista.md"


def read_files(text: str) -> dict[str, str]:
    """The files of a case: an archive, or the text of one posting."""
    files = read_archive(text) if text.lstrip().startswith("-- ") else {POSTING: text}
    return {"site.yaml": SITE_YAML, **files}


def site_of(files: Mapping[str, str], today: date = TODAY) -> tuple[Site, dict[str, Source]]:
    """The site of some files; a posting without `title` or `date_posted` gets one."""
    config = Config.model_validate(_yaml("site.yaml", files["site.yaml"]))
    sources = {path: _source(path, text) for path, text in files.items() if path.startswith("content/postings/")}
    postings = [_posting(source, config, today) for source in sources.values()]
    return assemble_site(config, postings, today=today), sources


def lint(text: str, *, only: Severity | None = None, today: date = TODAY) -> list[Diagnostic]:
    """Every diagnostic of a case, sorted."""
    files = read_files(text)
    site, sources = site_of(files, today)
    static = {path.removeprefix("static/"): data.encode() for path, data in files.items() if path[:7] == "static/"}
    problems = Problems()
    problems.extend(
        lint_site(site, lambda p: sources[p.path], static=static.get, site_file=files["site.yaml"], only=only)
    )
    return list(problems)


def _yaml(path: str, text: str) -> Any:
    value, problems = parse_yaml(path, text)
    assert not problems, problems
    return value or {}


def _source(path: str, text: str) -> Source:
    source, problems = split_source(path, text.encode())
    assert source is not None, problems
    return source


def _posting(source: Source, config: Config, today: date) -> Posting:
    slug, _, translation = PurePosixPath(source.path).stem.partition(".")
    front = {
        "title": "Barista",
        "date_posted": today.isoformat(),
        "company": config.default_company,
        "language": translation or config.language,
        **_yaml(source.path, source.front),
    }
    return Posting.model_validate(
        {
            **front,
            "slug": slug,
            "path": source.path,
            "digest": digest_of(source.text.encode()),
            "translation": translation,
        }
    )
