"""config.yml of Sveltia CMS and Decap CMS, which edit postings by forms in the browser, from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ssg.config import Config
from ssg.content.names import POSTINGS
from ssg.model import FrontMatter, Noun
from ssg.model.base import or_string
from ssg.model.nouns import Field, Kind, Shape, fields
from ssg.site.repository import within
from ssg.source import dump_yaml

_MADE = "# Made from the model by `ssg cms-config`.\n"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "font-src 'self' https://cdn.jsdelivr.net; img-src 'self' data: blob: https:; media-src 'self' blob: https:; "
    "connect-src 'self' data: blob: https://api.github.com https://www.githubstatus.com https://unpkg.com"
)
"""What Sveltia CMS 0.221 asks for: its own file, GitHub, fonts, and which version is the newest."""
PAGE = f"""\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>Postings</title>
<script src="sveltia-cms.js"></script>
"""
"""index.html beside config.yml."""
_WIDGETS: dict[Kind, dict[str, Any]] = {
    "text": {"widget": "text"},
    "date": {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False},
    "yes or no": {"widget": "boolean"},
    "whole number": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
    "amount": {"widget": "number", "value_type": "float", "min": 0},
}
_PATTERNS: dict[Kind, list[str]] = {
    "country": ["^[A-Z]{2}$", "Two capital letters, as in PT"],
    "currency": ["^[A-Z]{3}$", "Three capital letters, as in EUR"],
    "region": ["^[A-Z]{2}-[A-Z0-9]{1,3}$", "Country and part, as in US-WA"],
    "url": ["^https?://", "A whole address, with https://"],
}


def cms_config(config: Config, written: Iterable[Mapping[str, Any]] = ()) -> str:
    """The text of config.yml. Every change becomes a pull request; nothing is published by the form itself.

    `written` is the front matter of each posting that there is. The editors lose or refuse a bare word where their form
    wants a mapping, and keep what no form names: such fields are left out.
    """
    left_out = _left_out(written)
    posting = {
        "name": "postings",
        "label": "Postings",
        "label_singular": "Posting",
        "folder": within(config, POSTINGS),
        "create": True,
        "slug": "{{slug}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "summary": "{{title}} ({{status}})",
        "sortable_fields": ["title", "date_posted"],
        "fields": [*(_field(field, config) for field in fields(FrontMatter) if field.name not in left_out), _BODY],
    }
    made = {
        "backend": _backend(config),
        "publish_mode": "editorial_workflow",
        "site_url": config.base_url,
        "media_folder": within(config, "static"),
        "public_folder": config.base_path.rstrip("/") or "/",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": [posting],
    }
    return f"{_MADE}# Edited in the file alone, and kept as they are: {', '.join(left_out)}.\n{dump_yaml(made)}"


_BODY = {"name": "body", "label": "Text", "widget": "markdown", "required": True}


def _left_out(written: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Fields that may be a bare word in place of a mapping; of lists, those in which a posting has one."""
    lists = {name for front in written for name in _bare_lists(front)}
    names = [field.name for field in fields(FrontMatter) if _takes_word(field) and not field.shape.many]
    return tuple(name for name in FrontMatter.model_fields if name in names or name in lists)


def _bare_lists(front: Mapping[str, Any]) -> Iterator[str]:
    for field in fields(FrontMatter):
        if field.shape.noun and field.shape.many and field.name in front:
            value = front[field.name]
            if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
                yield field.name


def _takes_word(field: Field) -> bool:
    return field.shape.noun is not None and field.shape.noun.model_config.get("json_schema_extra") is or_string


def _backend(config: Config) -> dict[str, str]:
    path = urlsplit(config.repository).path.strip("/") if config.repository else "OWNER/REPOSITORY"
    return {"name": "github", "repo": path.removesuffix(".git"), "branch": config.branch}


def _fields(noun: type[Noun], config: Config) -> list[dict[str, Any]]:
    return [_field(field, config) for field in fields(noun)]


def _field(field: Field, config: Config) -> dict[str, Any]:
    made = {"name": field.name, "label": field.name.replace("_", " ").capitalize(), "required": field.required}
    made |= {"hint": field.description} | _widget(field.shape, config)
    if field.name == "company":
        options = [{"label": company.name, "value": key} for key, company in config.companies.items()]
        made |= {"widget": "select", "options": options}
    return made


def _widget(shape: Shape, config: Config) -> dict[str, Any]:
    if shape.noun:
        return {"widget": "list" if shape.many else "object", "fields": _fields(shape.noun, config)} | (
            {} if shape.many else {"collapsed": True}
        )
    if shape.kind == "choice":
        return {"widget": "select", "options": list(shape.choices)} | ({"multiple": True} if shape.many else {})
    if shape.many:
        return {"widget": "list"}
    if shape.choices:  # a day, or a word in its place
        return {"widget": "string"}
    pattern = {"pattern": _PATTERNS[shape.kind]} if shape.kind in _PATTERNS else {}
    return _WIDGETS.get(shape.kind, {"widget": "string"}) | pattern
