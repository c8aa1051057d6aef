"""The files of a new site, from the folder new_site/ beside this module and from the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from ssg.config import UiLanguage
from ssg.editing.front_matter_cms import front_matter_json
from ssg.editing.schema import schema_text
from ssg.editing.slugs import slug_of
from ssg.source.yaml_text import flow, scalar

_TEMPLATES = Path(__file__).parent / "new_site"
_NAME = re.compile(r"@(\w+)@")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a new site is to be called, where it will live, and who hires. `program` is what pip installs."""

    title: str
    company: str
    base_url: str
    apply: str
    today: date
    program: str
    language: str = "en"
    time_zone: str = "UTC"
    repository: str = ""


def new_site(wishes: Wishes) -> dict[str, str]:
    """Text of every file by its path below the new folder, sorted by path."""
    words = _words(wishes)
    made = {path: _filled(text, words) for path, text in _templates()}
    made[".vscode/site.schema.json"] = schema_text("site")
    made["frontmatter.json"] = front_matter_json()
    return dict(sorted(made.items()))


def _templates() -> Iterator[tuple[str, str]]:
    for file in sorted(_TEMPLATES.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            path = file.relative_to(_TEMPLATES).as_posix()
            yield re.sub(r"(^|/)dot_", r"\1.", path), file.read_text(encoding="utf-8")


def _words(wishes: Wishes) -> Mapping[str, str]:
    """What stands for the names in the templates: values as YAML, and plain text where the name ends in _text."""
    mail = "@" in wishes.apply and "://" not in wishes.apply
    known = f"repository: {scalar(wishes.repository)}"
    return {
        "title": scalar(wishes.title),
        "title_text": _plain(wishes.title),
        "base_url": scalar(wishes.base_url),
        "language": scalar(wishes.language),
        "ui_language": spoken if (spoken := wishes.language.partition("-")[0]) in get_args(UiLanguage) else "en",
        "time_zone": scalar(wishes.time_zone),
        "key": slug_of(wishes.company) or "company",
        "company": scalar(wishes.company),
        "company_text": _plain(wishes.company),
        "apply": flow({"email" if mail else "url": wishes.apply}),
        "repository": known if wishes.repository else "#repository: https://github.com/acme/careers",
        "today": wishes.today.isoformat(),
        "program": wishes.program,
        "example_language": "" if wishes.language.startswith("en") else "language: en\n",
    }


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _NAME.sub(lambda name: words[name[1]] if name[1] in words else name[0], text)


def _plain(text: str) -> str:
    """Text for Markdown: on one line, without what Markdown would take for a mark."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(text.split()))
