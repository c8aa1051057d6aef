"""What pydantic says of a value, in the words of the person who wrote it, with the line and the mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from ssg.diagnostics import Diagnostic
from ssg.source.keys import meant
from ssg.source.sayings import say
from ssg.source.shapes import bare_words, fields_for_keys, pairs_for_noun, split_item
from ssg.source.words import town_and_country, towns_by_country
from ssg.source.wrong import BAD_KEY, Said, Wrong
from ssg.source.yaml_file import locate

Field = tuple[str | int, ...]
MOST = 25
"""Problems of one file that are told one by one."""
LOOKED_AT = 1_000
"""Problems of one file that are looked at, for which of them follow from others; the rest is counted."""
_BLAMED: Mapping[str, Field] = {
    "dates_order": ("valid_through",),
    "companies": ("companies",),
    "translations": ("translations",),
}
"""Where a problem of the whole front matter shows."""
_ON_KEY = ("extra_forbidden", "missing", BAD_KEY)
"""Kinds that show at the field's name and not at its value."""


def explain(
    error: ValidationError, data: Any, path: str, text: str, first_line: int, model: type[BaseModel]
) -> list[Diagnostic]:
    """One diagnostic for each thing that `error` says of `data`, which was read from the YAML `text`.

    `text` begins at `first_line` of the file `path`. `model` is what the data was to become: it gives examples
    for what is missing and names for what is unknown.
    """
    found: dict[Field, Diagnostic] = {}
    lines = text.split("\n")
    told = _told(error, data, model)
    more = len(told) + max(0, error.error_count() - LOOKED_AT) - MOST
    for wrong, said in told[:MOST]:
        rule, message, hint = said or say(wrong)
        line, column = locate(text, wrong.field, first_line, key=wrong.kind in _ON_KEY)
        source = lines[line - first_line] if 0 <= line - first_line < len(lines) else ""
        found[wrong.field] = Diagnostic(path, rule, message, hint, line, column, source=source[:500])
    if more > 0:
        message = f"{more:,} more things are wrong in this file"
        found[()] = Diagnostic(path, "and-more", message, "Mend the first ones, and check again")
    return list(found.values())


def _told(error: ValidationError, data: Any, model: type[BaseModel]) -> list[tuple[Wrong, Said | None]]:
    """What is wrong, once each, with what to say of it where that is known already.

    What only follows from another mistake is left out.
    """
    wrongs: dict[Field, Wrong] = {}
    for detail in error.errors(include_url=False)[:LOOKED_AT]:
        kind = BAD_KEY if detail["loc"][-1:] == ("[key]",) else detail["type"]
        field = _BLAMED.get(kind) or _field_of(detail["loc"], data, kind)
        wrongs.setdefault(field, Wrong(kind, field, _given(field, data), detail, model))
    grouped = _groups(wrongs, data)
    left_out = _left_out(wrongs, grouped)
    return [(wrong, grouped.get(field)) for field, wrong in wrongs.items() if field not in left_out]


def _groups(wrongs: Mapping[Field, Wrong], data: Any) -> dict[Field, Said]:
    """Fields that share one mistake with those beside them, which is told at the first: what to say of it."""
    found: dict[Field, Said] = {}
    for field, wrong in wrongs.items():
        place = field[:-1]
        if said := split_item(wrong, data):
            found[field] = said
        elif place and not any(other[:-1] == place for other in found):
            whole = replace(wrong, given=_given(place, data))
            lacks = any(w.kind == "missing" and w.field[:-1] == place for w in wrongs.values())
            if wrong.kind == "extra_forbidden" and lacks and not meant(wrong):
                said = pairs_for_noun(whole) or bare_words(whole) or towns_by_country(whole)
            else:
                said = fields_for_keys(whole) or town_and_country(whole)
            found |= {field: said} if said else {}
    return found


def _left_out(wrongs: Mapping[Field, Wrong], grouped: Mapping[Field, Said]) -> set[Field]:
    """The fields of which nothing need be said, because it follows from what is said of another."""
    unknown = [wrong for wrong in wrongs.values() if wrong.kind == "extra_forbidden"]
    named = {(*wrong.field[:-1], guess) for wrong in unknown if (guess := meant(wrong))}
    places = {field[:-1] for field in grouped}
    beside = {field for field in wrongs if field[:-1] in places and field not in grouped}
    emptied = {field for field, w in wrongs.items() if w.kind == "too_short" and any(o[:-1] == field for o in wrongs)}
    return named | beside | emptied


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
