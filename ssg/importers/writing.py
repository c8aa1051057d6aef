"""A draft as the text of a posting file: front matter in the order of the docs, values quoted where YAML needs it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ssg.importers.draft import Found
from ssg.model import FrontMatter

ORDER = tuple(FrontMatter.model_fields)
GUESSED = "# guessed from "

_WIDTH = 110
_WORD = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|~)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[.\d][\d_,.:]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.(?:inf|nan)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt ].*)?")
_LEADING = tuple("!&*-?:,[]{}#|>@`\"'%=<~")
_FLOW = set(",[]{}")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def field_lines(name: str, found: Found, notes: Iterable[str] = ()) -> list[str]:
    """The lines of one field, its comment on the first of them."""
    remarks = [f'{GUESSED}"{_one_line(found.guess)}"'] if found.guess else []
    remarks += [f"# {_one_line(note)}" for note in notes]
    first, *rest = _block(name, found.value)
    return [first + "".join(f"  {remark}" for remark in remarks), *rest]


def sorted_fields(fields: Mapping[str, Found]) -> list[tuple[str, Found]]:
    """Fields in the order in which the docs name them."""
    return sorted(fields.items(), key=lambda item: ORDER.index(item[0]))


def scalar(value: Any, *, flow: bool = False) -> str:
    """A value on one line of YAML, quoted only where YAML 1.1 or 1.2 would read something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return text if _is_plain(text, flow) else _quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or not text.isprintable() or text.startswith(_LEADING):
        return False
    if _WORD.fullmatch(text) or _NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return False
    return ": " not in text and " #" not in text and not text.endswith(":") and not (flow and _FLOW & set(text))


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPED.get(c) or (c if c.isprintable() else f"\\U{ord(c):08x}") for c in text) + '"'


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _block(name: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return _mapping(name, value)
    if isinstance(value, list | tuple):
        return _sequence(name, list(value))
    if isinstance(value, str) and len(value) > _WIDTH and _foldable(value):
        return [f"{name}: >-", *textwrap.wrap(value, _WIDTH, initial_indent="  ", subsequent_indent="  ", **_WRAP)]
    return [f"{name}: {scalar(value)}"]


_WRAP: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}


def _foldable(text: str) -> bool:
    return text.isprintable() and "  " not in text and text == text.strip()


def _mapping(name: str, value: Mapping[str, Any]) -> list[str]:
    if len(value) == 1 and name == "experience":
        return [f"{name}: {_flow(value)}"]
    written = [f"{name}:"]
    for key, part in value.items():
        written += [f"  {line}" for line in _block(key, part)]
    return written


def _sequence(name: str, values: list[Any]) -> list[str]:
    short = [scalar(v, flow=True) for v in values if isinstance(v, str)]
    if len(short) == len(values) and name in ("employment_type", "education", "countries", "regions", "aliases"):
        return [f"{name}: {short[0]}" if len(short) == 1 and name != "countries" else f"{name}: [{', '.join(short)}]"]
    return [f"{name}:", *(f"  - {_flow(v) if isinstance(v, Mapping) else scalar(v)}" for v in values)]


def _flow(value: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {scalar(part, flow=True)}" for key, part in value.items()) + "}"
