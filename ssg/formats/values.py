"""Values of a posting as JSON has them, and what several formats say with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ssg import l10n
from ssg.formats.entry import Entry, last_second
from ssg.formats.phrases import Phrases


def without_empty(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping without what is not there: None, empty text, empty lists and mappings. `False` and 0 stay."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], (), {})}


def one_or_many(values: Iterable[Any]) -> Any:
    """One value stands alone, several stand in a list, none is None."""
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed or None


def number(value: Decimal) -> int | float:
    """An amount as a JSON number, whole where it is."""
    return int(value) if value == value.to_integral_value() else float(value)


def json_value(value: Any) -> Any:
    """A dumped model in JSON: dates as YYYY-MM-DD, amounts as numbers, tuples as lists."""
    if isinstance(value, Mapping):
        return {name: json_value(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    if isinstance(value, Decimal):
        return number(value)
    return value.isoformat() if isinstance(value, date) else value


@lru_cache(256)
def valid_through(entry: Entry) -> str | None:
    """The last second of the last day in the site's time zone, ISO 8601; None without a last day.

    Remembered for a while: page and `jobs.json` say it one after the other.
    """
    last = entry.posting.valid_through
    if last is None or entry.closes_at is None:
        return last.isoformat() if last else None
    moment = last_second(entry.closes_at)
    return moment.isoformat(timespec="seconds") if moment.date() == last else last.isoformat()


def tags(entry: Entry, say: Phrases) -> Mapping[str, str]:
    """What a reader may sort by, each once: department, kinds of employment, workplace, towns, countries, skills.

    What stands for it in the data, to what readers call it: `full-time` is `Full-time`, `PT` is `Portugal`.
    """
    p = entry.posting
    found = {p.department or "": p.department or ""}
    found |= {kind: say[f"type.{kind}"] for kind in p.employment_type}
    if p.workplace:
        found[p.workplace] = say[f"workplace.{p.workplace}"]
    for at in p.locations:
        found |= {at.city or "": at.city or "", at.country: l10n.country(at.country, say.language)}
    found |= {skill.name: skill.name for skill in p.skills}
    return {term: name for term, name in found.items() if term}
