"""Reading values out of other people's JSON, whatever stands there instead of what was promised."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from ssg.importers.clean import tidy_line


def dig(value: Any, *path: str | int) -> Any:
    """What stands at `path`, or None."""
    for key in path:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and -len(value) <= key < len(value):
            value = value[key]
        else:
            return None
    return value


def words(value: Any, *path: str | int) -> str:
    """Text or number at `path` as one tidy line; empty for anything else."""
    return tidy_line(raw(value, *path))


def raw(value: Any, *path: str | int) -> str:
    """Text or number at `path` as it stands; empty for anything else."""
    found = dig(value, *path)
    return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else ""


def items(value: Any, *path: str | int) -> list[Any]:
    """The list at `path`; a single value is a list of one, nothing is an empty list."""
    found = dig(value, *path)
    if isinstance(found, list):
        return found
    return [] if found in (None, "") else [found]


def records(value: Any, *path: str | int) -> list[dict[str, Any]]:
    """The mappings among the items at `path`."""
    return [item for item in items(value, *path) if isinstance(item, dict)]


def number(value: Any, *path: str | int) -> Decimal | None:
    """A number above zero at `path`, to two places; None for anything else."""
    text = raw(value, *path).strip().replace(",", "")
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    if not found.is_finite() or not 0 < found < 10**13:
        return None
    return plain(found)


def plain(value: Decimal) -> Decimal:
    """The shortest way to write a number: `170000`, `24.5`."""
    value = value.quantize(Decimal("0.01"))
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def first(values: Iterable[str]) -> str:
    """The first that is not empty."""
    return next((value for value in values if value), "")
