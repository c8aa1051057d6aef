"""frontmatter.json: the posting's fields for the Front Matter extension of VS Code, which shows them as a form."""

from __future__ import annotations

import json
from typing import Any

from ssg.model import FrontMatter, Noun
from ssg.model.nouns import Field, fields

_TYPES = {"yes or no": "boolean", "whole number": "number", "number": "number", "amount": "number", "date": "datetime"}


def front_matter_json() -> str:
    """The text of frontmatter.json, for a site whose postings stand in content/postings/."""
    content_type = {"name": "posting", "pageBundle": False, "fields": _fields(FrontMatter)}
    folder = {"title": "Postings", "path": "[[workspace]]/content/postings", "contentTypes": ["posting"]}
    settings = {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.pageFolders": [folder],
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd",
        "frontMatter.taxonomy.contentTypes": [content_type],
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _fields(noun: type[Noun]) -> list[dict[str, Any]]:
    return [_field(field) for field in fields(noun)]


def _field(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"title": field.name.replace("_", " ").capitalize(), "name": field.name}
    made["description"] = field.description
    shape = field.shape
    if shape.noun:
        made |= {"type": "block", "fieldGroup": [shape.noun.__name__]} if shape.many else {"type": "fields"}
        made |= {} if shape.many else {"fields": _fields(shape.noun)}
    elif shape.kind == "choice":
        made |= {"type": "choice", "choices": list(shape.choices)} | ({"multiple": True} if shape.many else {})
    else:
        made["type"] = "list" if shape.many else _TYPES.get(shape.kind, "string")
    return made | ({"required": True} if field.required else {})
