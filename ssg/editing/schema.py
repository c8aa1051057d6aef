"""JSON Schema 2020-12 of a posting's front matter and of site.yaml, for editors and other programs."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema

from ssg.config import Config
from ssg.model import FrontMatter, Noun
from ssg.model.iso import COUNTRIES, CURRENCIES
from ssg.model.lengths import LONGEST_TEXT, with_longest

Subject = Literal["posting", "site"]
SUBJECTS: dict[Subject, type[Noun]] = {"posting": FrontMatter, "site": Config}
TITLES: dict[Subject, str] = {"posting": "Front matter of a posting", "site": "site.yaml"}


def schema(subject: Subject, longest: int = LONGEST_TEXT) -> dict[str, Any]:
    """The JSON Schema; every field has title, description and examples, and `schema_org` where it is published.

    A field holds `longest` characters, where it has no bound of its own.
    """
    made = with_longest(SUBJECTS[subject].model_json_schema(schema_generator=_Generator), longest)
    tidy: dict[str, Any] = _without_nulls(made)
    _name_codes(tidy)
    rest = {key: value for key, value in tidy.items() if key not in ("title", "$defs")}
    defs = {"$defs": tidy["$defs"]} if "$defs" in tidy else {}
    return {"$schema": _Generator.schema_dialect, "title": TITLES[subject], **rest, **defs}


def schema_text(subject: Subject, longest: int = LONGEST_TEXT) -> str:
    """The JSON Schema as a file's text."""
    return json.dumps(schema(subject, longest), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Titles in words, in place of capitals on every part of a field's name."""

    def get_title_from_name(self, name: str) -> str:
        return name.replace("_", " ").capitalize()


def _without_nulls(node: Any) -> Any:
    """The schema without `null`: a field is left out, not written empty."""
    if isinstance(node, list):
        return [_without_nulls(part) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_nulls(value) for key, value in node.items() if not (key == "default" and value is None)}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    options = kept.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        options = [option for option in options if option != {"type": "null"}]
        kept.pop("anyOf")
        kept = {**options[0], **kept} if len(options) == 1 else {"anyOf": options, **kept}
    return kept


def _name_codes(node: Any) -> None:
    """List the codes of countries and currencies, so that an editor can complete them."""
    if isinstance(node, list):
        for part in node:
            _name_codes(part)
    elif isinstance(node, dict):
        properties = node.get("properties", {})
        for name, codes in (("country", COUNTRIES), ("currency", CURRENCIES)):
            if name in properties:
                properties[name]["enum"] = sorted(codes)
        if "countries" in properties:
            for part in (properties["countries"]["anyOf"][0], properties["countries"]["anyOf"][1]["items"]):
                part["enum"] = sorted(COUNTRIES)
        for value in list(node.values()):
            _name_codes(value)
