"""A draft as the text of a posting file: front matter in the order of the docs, values quoted where YAML needs it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from ssg.importers.draft import Found
from ssg.model import FrontMatter
from ssg.source.yaml_text import flow, scalar

ORDER = tuple(FrontMatter.model_fields)
GUESSED = "# guessed from "

_WIDTH = 110
_DAYS = ("date_posted", "valid_through", "date_closed", "start")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def field_lines(name: str, found: Found, notes: Iterable[str] = ()) -> list[str]:
    """The lines of one field, its comment on the first of them."""
    remarks = [f'{GUESSED}"{_one_line(found.guess)}"'] if found.guess else []
    remarks += [f"# {_one_line(note)}" for note in notes]
    first, *rest = _block(name, found.value)
    return [first + "".join(f"  {remark}" for remark in remarks), *rest]


def sorted_fields(fields: Mapping[str, Found]) -> list[tuple[str, Found]]:
    """Fields in the order in which the docs name them."""
    return sorted(fields.items(), key=lambda item: ORDER.index(item[0]))


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _block(name: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return _mapping(name, value)
    if isinstance(value, list | tuple):
        return _sequence(name, list(value))
    if isinstance(value, str) and len(value) > _WIDTH and _foldable(value):
        return [f"{name}: >-", *textwrap.wrap(value, _WIDTH, initial_indent="  ", subsequent_indent="  ", **_WRAP)]
    is_day = name in _DAYS and isinstance(value, str) and _DAY.fullmatch(value)
    return [f"{name}: {value if is_day else scalar(value)}"]


_WRAP: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}


def _foldable(text: str) -> bool:
    return text.isprintable() and "  " not in text and text == text.strip()


def _mapping(name: str, value: Mapping[str, Any]) -> list[str]:
    if len(value) == 1 and name == "experience":
        return [f"{name}: {flow(value)}"]
    written = [f"{name}:"]
    for key, part in value.items():
        written += [f"  {line}" for line in _block(key, part)]
    return written


def _sequence(name: str, values: list[Any]) -> list[str]:
    short = [scalar(v, flow=True) for v in values if isinstance(v, str)]
    if len(short) == len(values) and name in ("employment_type", "education", "countries", "regions", "aliases"):
        return [f"{name}: {short[0]}" if len(short) == 1 and name != "countries" else f"{name}: [{', '.join(short)}]"]
    return [f"{name}:", *(f"  - {flow(v) if isinstance(v, Mapping) else scalar(v)}" for v in values)]
