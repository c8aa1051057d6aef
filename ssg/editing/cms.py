"""config.yml of Sveltia CMS and Decap CMS, which edit postings by forms in the browser, from the model."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ssg.config import Config
from ssg.content.names import POSTINGS
from ssg.model import FrontMatter, Noun
from ssg.model.nouns import Field, Kind, Shape, fields
from ssg.source import dump_yaml

_MADE = "# Made from the model by `ssg cms-config`.\n"
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


def cms_config(config: Config) -> str:
    """The text of config.yml. Every change becomes a pull request; nothing is published by the form itself."""
    posting = {
        "name": "postings",
        "label": "Postings",
        "label_singular": "Posting",
        "folder": f"{config.repository_folder}/{POSTINGS}" if config.repository_folder else POSTINGS,
        "create": True,
        "slug": "{{slug}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "summary": "{{title}} ({{status}})",
        "sortable_fields": ["title", "date_posted"],
        "fields": [*_fields(FrontMatter, config), _BODY],
    }
    made = {
        "backend": _backend(config),
        "publish_mode": "editorial_workflow",
        "site_url": config.base_url,
        "media_folder": "static",
        "public_folder": config.base_path.rstrip("/") or "/",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": [posting],
    }
    return _MADE + dump_yaml(made)


_BODY = {"name": "body", "label": "Text", "widget": "markdown", "required": True}


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
    if field.name == "status":
        made["default"] = "draft"
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
