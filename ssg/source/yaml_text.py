"""Values as YAML that people would write: plain where it can be, quoted only where YAML reads something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

_WORD = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|~)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[.\d][\d_,.:]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.(?:inf|nan)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt ].*)?")
_LEADING = tuple("!&*-?:,[]{}#|>@`\"'%=<~")
_FLOW = set(":,[]{}")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: Any, *, flow: bool = False) -> str:
    """A value on one line of YAML, quoted only where YAML 1.1 or 1.2 would read something else.

    `flow`: the value stands inside `[…]` or `{…}`.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return text if _is_plain(text, flow) else _quoted(text)


def flow(value: Any) -> str:
    """A value on one line, lists and mappings too: `{city: Seattle, country: US}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True)


def in_block(value: Any) -> str:
    """A value on one line as it stands behind `key: ` outside of any bracket."""
    return flow(value) if isinstance(value, Mapping | list | tuple) else scalar(value)


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or not text.isprintable() or text.startswith(_LEADING):
        return False
    if _WORD.fullmatch(text) or _NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return False
    return ": " not in text and " #" not in text and not text.endswith(":") and not (flow and _FLOW & set(text))


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPED.get(c) or (c if c.isprintable() else f"\\U{ord(c):08x}") for c in text) + '"'
