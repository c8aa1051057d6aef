"""Markdown with front matter: a posting of another site, or of another generator with fields of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssg.diagnostics import nearest
from ssg.importers.clean import tidy
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found
from ssg.importers.setting import Setting
from ssg.importers.shape import tidy_markdown
from ssg.importers.text.dates import read_date
from ssg.model import FrontMatter
from ssg.source import parse_yaml, split_source

NAME = "Markdown"

_OTHER_NAMES = {
    "date": "date_posted", "posted": "date_posted", "expires": "valid_through", "expirydate": "valid_through",
    "deadline": "valid_through", "team": "department", "description": "summary", "type": "employment_type",
    "tags": "skills", "lang": "language",
}  # fmt: skip


def recognises(document: Document) -> bool:
    """Front matter between `---` lines, with a title in it."""
    return document.text.startswith("---") and "title" in (_front(document) or {})


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    front = _front(document) or {}
    source, _ = split_source(document.name, document.text.encode("utf-8", "replace"))
    fields: dict[str, Found] = {}
    notes = []
    for key, value in front.items():
        name = key if key in FrontMatter.model_fields else _OTHER_NAMES.get(key.casefold(), "")
        if not name or name in fields:
            like = nearest(key, FrontMatter.model_fields)
            notes.append(f"{key}: no field of that name is known" + (f"; the nearest is `{like}`" if like else ""))
        elif name != "company":
            fields[name] = Found(_dated(value, setting) if name in ("date_posted", "valid_through") else value)
    company = front.get("company")
    body = tidy_markdown(tidy(source.body)) if source else ""
    yield Draft(
        fields, body, Found(str(company) if isinstance(company, str) else ""), unused=tuple(notes), complete=True
    )


def _front(document: Document) -> dict[str, Any] | None:
    source, _ = split_source(document.name, document.text.encode("utf-8", "replace"))
    if source is None:
        return None
    data, problems = parse_yaml(document.name, source.front)
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) and not problems else None


def _dated(value: Any, setting: Setting) -> Any:
    found = read_date(str(value), today=setting.today)
    return found.value.isoformat() if found else value
