"""What pydantic says of a value, in the words of the person who wrote it, with the line and the mend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from ssg.diagnostics import Diagnostic
from ssg.source.sayings import Wrong, say
from ssg.source.yaml_file import locate

Field = tuple[str | int, ...]
MOST = 25
"""Problems of one file that are told one by one."""
_BLAMED: Mapping[str, Field] = {"dates_order": ("valid_through",)}
"""Where a problem of the whole front matter shows."""


def explain(
    error: ValidationError, data: Any, path: str, text: str, first_line: int, model: type[BaseModel]
) -> list[Diagnostic]:
    """One diagnostic for each thing that `error` says of `data`, which was read from the YAML `text`.

    `text` begins at `first_line` of the file `path`. `model` is what the data was to become: it gives examples
    for what is missing and names for what is unknown.
    """
    found: dict[Field, Diagnostic] = {}
    lines = text.split("\n")
    details = error.errors(include_url=False)
    for detail in details[:MOST]:
        kind = detail["type"]
        field = _BLAMED.get(kind) or _field_of(detail["loc"], data, kind)
        if field in found:
            continue
        rule, message, hint = say(Wrong(kind, field, _given(field, data), detail, model))
        line, column = locate(text, field, first_line, key=kind in ("extra_forbidden", "missing"))
        source = lines[line - first_line] if 0 <= line - first_line < len(lines) else ""
        found[field] = Diagnostic(path, rule, message, hint, line, column, source=source[:500])
    if len(details) > MOST:
        message = f"{len(details) - MOST:,} more things are wrong in this file"
        found[()] = Diagnostic(path, "and-more", message, "Mend the first ones, and check again")
    return list(found.values())


def _field_of(loc: Field, data: Any, kind: str) -> Field:
    """The part of pydantic's location that stands in the data: names of validators and union members left out."""
    field: list[str | int] = []
    for part in loc:
        in_list = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if in_list or (isinstance(data, Mapping) and part in data):
            data = data[part]
            field.append(part)
    if kind == "missing" and loc:
        field.append(loc[-1])
    return tuple(field)


def _given(field: Field, data: Any) -> Any:
    """What stands at the field; None where nothing does."""
    for part in field:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
