"""What pydantic says of a value, in the words of the person who wrote it, with the line and the mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ssg.diagnostics import Diagnostic, nearest
from ssg.model.slug import slugify
from ssg.source import values
from ssg.source.yaml_file import locate

Said = tuple[str, str, str]
"""Rule, message, hint."""


def explain(
    error: ValidationError, data: Any, path: str, text: str, first_line: int, model: type[BaseModel]
) -> list[Diagnostic]:
    """One diagnostic for each thing that `error` says of `data`, which was read from the YAML `text`.

    `text` begins at `first_line` of the file `path`. `model` is what the data was to become: it gives examples
    for what is missing and names for what is unknown.
    """
    found: dict[tuple[str | int, ...], Diagnostic] = {}
    lines = text.split("\n")
    for detail in error.errors(include_url=False):
        field = _field_of(detail["loc"], data, detail["type"])
        if field in found:
            continue
        rule, message, hint = _say(detail, field, data, model)
        at_key = detail["type"] in ("extra_forbidden", "missing")
        line, column = locate(text, field, first_line, key=at_key)
        source = lines[line - first_line] if 0 <= line - first_line < len(lines) else ""
        found[field] = Diagnostic(path, rule, message, hint, line, column, source=source[:500])
    return list(found.values())


def _field_of(loc: tuple[str | int, ...], data: Any, kind: str) -> tuple[str | int, ...]:
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


def _say(detail: ErrorDetails, field: tuple[str | int, ...], data: Any, model: type[BaseModel]) -> Said:
    kind, given = detail["type"], _given(field, data, detail["input"])
    name = _name(field)
    if kind in _SAYINGS:
        return _SAYINGS[kind](name, given, detail, field, model)
    if isinstance(given, str) and (found := _BY_FIELD.get(_last_name(field))) and found(name, given):
        return found(name, given)  # type: ignore[return-value]
    ctx = {key: value for key, value in detail.get("ctx", {}).items() if key != "error"}
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        return _bounds(name, given, kind, ctx)
    if kind in ("int_parsing", "int_type", "int_from_float", "float_parsing", "decimal_parsing", "decimal_type"):
        plain = values.amount(given) if isinstance(given, str) else None
        return (
            "wrong-type",
            f"`{_short(given)}` in `{name}` is not a number",
            f"Write `{name}: {plain}`" if plain else "Write digits only",
        )
    if kind in ("bool_parsing", "bool_type"):
        return "wrong-type", f"`{_short(given)}` in `{name}` is neither true nor false", "Write `true` or `false`"
    if kind in ("string_type", "tuple_type", "model_type", "dict_type", "list_type", "model_attributes_type"):
        return _shape(name, given, kind, field, model)
    return "wrong-value", f"`{_short(given)}` in `{name}`: {detail['msg'][0].lower()}{detail['msg'][1:]}", ""


def _given(field: tuple[str | int, ...], data: Any, fallback: Any) -> Any:
    for part in field:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return fallback
    return data if field else fallback


def _name(field: tuple[str | int, ...]) -> str:
    text = ""
    for part in field:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text or "the front matter"


def _last_name(field: tuple[str | int, ...]) -> str:
    return next((part for part in reversed(field) if isinstance(part, str)), "")


def _short(given: Any) -> str:
    if isinstance(given, Mapping):
        return "{" + ", ".join(f"{key}: …" for key in list(given)[:3]) + "}"
    if isinstance(given, list):
        return "[…]"
    text = " ".join(str(given).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _missing(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    key, owner = str(field[-1]), _model_at(model, field[:-1])
    info = owner.model_fields.get(key) if owner else None
    example = info.examples[0] if info and info.examples else "…"
    inside = f" in `{_name(field[:-1])}`" if len(field) > 1 else ""
    return "missing", f"`{key}` is missing{inside}", f"Write `{key}: {_flow(example)}`" if example != "…" else ""


def _unknown(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    key, owner = str(detail["loc"][-1]), _model_at(model, field[:-1])
    known = list(owner.model_fields) if owner else []
    folded = slugify(key).replace("-", "_")
    renamed = values.RENAMED.get(folded)
    guess = renamed if renamed in known else (folded if folded in known else None)
    advice = values.FIELD_NAMES.get(folded) if guess is None and "title" in known else None
    guess = guess or (None if advice else nearest(folded, known))
    hint = f"Did you mean `{guess}`?" if guess else advice[0].upper() + advice[1:] if advice else _listing(known)
    where = f" of `{_name(field[:-1])}`" if len(field) > 1 else ""
    return "unknown-key", f"`{key}` is not a field{where} that is known here", hint


def _listing(known: list[str]) -> str:
    return "Known are " + ", ".join(f"`{name}`" for name in known[:12]) + (" and others" if len(known) > 12 else "")


def _model_at(model: type[BaseModel], field: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The noun that holds the fields at `field` of `model`, found through lists, mappings and optional types."""
    owner: type[BaseModel] | None = model
    for part in field:
        if owner is None:
            return None
        if isinstance(part, str) and part in owner.model_fields:
            owner = _noun_in(owner.model_fields[part].annotation)
    return owner


def _noun_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _noun_in(inner):
            return found
    return None


def _literal(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    choices = tuple(re.findall(r"'([^']+)'", str(detail.get("ctx", {}).get("expected", ""))))
    meant = values.choice(given, choices) if isinstance(given, str) else None
    listed = "one of " + ", ".join(choices)
    message = f"`{_short(given)}` is not a value of `{_plain_name(field)}`"
    return "wrong-value", message, f"Write `{meant}`; known are {', '.join(choices)}" if meant else f"Write {listed}"


def _plain_name(field: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in field if isinstance(part, str))


def _date(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    found = values.dates(given) if isinstance(given, str) else []
    message = f"`{_short(given)}` in `{name}` is not a date written as YYYY-MM-DD"
    hint = "Write " + " or ".join(f"`{day.isoformat()}`" for day in found) if found else "Write it like `2026-11-02`"
    return "date", message, hint


def _no_such_day(
    name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]
) -> Said:
    return "date", f"there is no day `{given}` for `{name}`", "Look it up in a calendar: " + _calendar(str(given))


def _calendar(written: str) -> str:
    year, month = int(written[:4]), int(written[5:7])
    if not 1 <= month <= 12:
        return "months run from 01 to 12"
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 30 if month in (4, 6, 9, 11) else 28 + leap if month == 2 else 31
    return f"{written[:7]} has the days 01 to {last}"


def _amount(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    plain = values.amount(given) if isinstance(given, str) else None
    hint = f"Write `{field[-1]}: {plain}`" if plain else "Write digits only, as in `170000`"
    return "amount", f"`{_short(given)}` in `{name}` is not a plain number", hint


def _code_of(kind: str, find: Callable[[str], str | None], example: str) -> Callable[..., Said]:
    def say(name: str, given: Any, *_: Any) -> Said:
        meant = find(given) if isinstance(given, str) else None
        message = f"`{_short(given)}` in `{name}` is not {kind}"
        return "code", message, f"Write `{meant}`" if meant else f"Write a code such as `{example}`"

    return say


def _custom(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    rule = detail["type"].replace("_", "-")
    return (
        rule,
        f"`{name}` {detail['msg']}" if field else f"the posting {detail['msg']}",
        _MENDS.get(detail["type"], ""),
    )


_MENDS = {
    "salary_shape": "Write `{min: 50000, max: 60000, currency: EUR, unit: year}`, or `amount:` for one figure",
    "experience": "Write `{years: 5}`, `{months: 18}` or `none-required`",
    "apply_shape": 'Write `apply: {url: "https://…"}`, `apply: {email: …}` or `apply: {form: "https://…"}`',
    "dates_order": "`valid_through` is the last day to apply: on or after `date_posted`",
    "companies": "Write `companies: {acme: {name: Acme}}`",
    "time_zone": "Write a name such as `Europe/Lisbon`, `America/New_York` or `UTC`",
}


def _address(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    bare = isinstance(given, str) and re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", given)
    hint = f"Write `https://{given}`" if bare else "Write a whole address, as in `https://example.org/apply`"
    return "url", f"`{_short(given)}` in `{name}` {detail['msg']}", hint


def _mail(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    return "email", f"`{_short(given)}` in `{name}` {detail['msg']}", ""


def _too_short(
    name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]
) -> Said:
    return "empty", f"`{name}` is empty", "Fill it in, or leave the line out"


def _too_long(
    name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]
) -> Said:
    most = detail.get("ctx", {}).get("max_length", "")
    return "too-long", f"`{name}` has {len(given):,} characters, and at most {most:,} fit", "Shorten it"


def _pattern(name: str, given: Any, detail: ErrorDetails, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    key = _last_name(field)
    if key in ("language", "languages") and isinstance(given, str) and (code := values.language(given)):
        return "code", f"`{_short(given)}` in `{name}` is not a language code", f"Write `{code}`"
    if key == "aliases" and isinstance(given, str):
        tidy = slugify(given.strip("/").rsplit("/", 1)[-1])
        return "wrong-value", f"`{_short(given)}` in `{name}` is not the last part of an address", f"Write `{tidy}`"
    if key == "regions":
        return (
            "code",
            f"`{_short(given)}` in `{name}` is not an ISO 3166-2 code",
            "Write country and part, as in `US-WA`",
        )
    if key in ("accent", "accent_dark"):
        return "wrong-value", f"`{_short(given)}` in `{name}` is not a colour", "Write it as `#0b5c8a`"
    return "wrong-value", f"`{_short(given)}` in `{name}` is not written as expected", ""


def _bounds(name: str, given: Any, kind: str, ctx: Mapping[str, Any]) -> Said:
    word, key = (
        ("more than", "gt")
        if kind == "greater_than"
        else ("at least", "ge")
        if "greater" in kind
        else ("at most", "le")
    )
    bound = ctx.get(key, ctx.get("lt"))
    return "out-of-bounds", f"`{_short(given)}` in `{name}` is out of bounds", f"Write {word} {bound}"


def _shape(name: str, given: Any, kind: str, field: tuple[str | int, ...], model: type[BaseModel]) -> Said:
    if given is None or given == "":
        return "empty", f"`{name}` is empty", "Fill it in, or leave the line out"
    wanted = (
        "text" if kind == "string_type" else "a list" if kind in ("tuple_type", "list_type") else "fields of its own"
    )
    stands = (
        "a list" if isinstance(given, list) else "a mapping" if isinstance(given, Mapping) else f"`{_short(given)}`"
    )
    message = f"`{name}` holds {stands} where {wanted} {'are' if wanted.endswith('own') else 'is'} expected"
    owner = _model_at(model, field)
    if wanted == "fields of its own" and owner is not None and owner is not model:
        known = ", ".join(f"{key}: …" for key in list(owner.model_fields)[:3])
        return "wrong-type", message, f"Write `{field[-1]}: {{{known}}}`"
    return "wrong-type", message, "Write lines `- item` below it" if wanted == "a list" else ""


def _pay_words(name: str, given: str) -> Said | None:
    meant = values.salary(given)
    if meant is None:
        return None
    return "wrong-type", f"`{_short(given)}` in `{name}` is pay in words", f"Write `{name}: {meant}`"


def _place_words(name: str, given: str) -> Said | None:
    parts = [part.strip() for part in given.split(",") if part.strip()]
    code = values.country(parts[-1]) if parts else None
    city = f"city: {parts[0]}, " if len(parts) > 1 else ""
    mend = f"{{{city}country: {code or 'US'}}}" if code or len(parts) > 1 else f"{{city: {given}, country: PT}}"
    return "wrong-type", f"`{_short(given)}` in `{name}` is a place in words", f"Write `- {mend}`"


_BY_FIELD: Mapping[str, Callable[[str, str], Said | None]] = {"salary": _pay_words, "locations": _place_words}
_SAYINGS: Mapping[str, Callable[..., Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _literal,
    "iso_date": _date,
    "impossible_date": _no_such_day,
    "amount": _amount,
    "country": _code_of("a country's ISO 3166-1 code", values.country, "PT"),
    "currency": _code_of("a currency's ISO 4217 code", values.currency, "EUR"),
    "url": _address,
    "email": _mail,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(("salary_shape", "experience", "apply_shape", "dates_order", "companies", "time_zone"), _custom),
}


def _flow(value: Any) -> str:
    """A value as YAML in one line, as an author writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    text = str(value)
    return f'"{text}"' if ": " in text or "://" in text or text.startswith(("#", "[", "{", "@", "*", "&")) else text
