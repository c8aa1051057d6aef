"""The sentences: for each kind of wrong value its rule, what stands there, and what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ssg.diagnostics import nearest
from ssg.model.slug import slugify
from ssg.source import values

Said = tuple[str, str, str]
"""Rule, message, hint."""


@dataclass(frozen=True)
class Wrong:
    """A value that is not what the model wants: pydantic's kind and detail, where it stands, what stands there."""

    kind: str
    field: tuple[str | int, ...]
    given: Any
    detail: ErrorDetails
    model: type[BaseModel]

    @property
    def name(self) -> str:
        """The field as an author would point at it: `skills[2].years`."""
        return named(self.field) or "the front matter"

    @property
    def key(self) -> str:
        """The last name in the field: `years`."""
        return next((part for part in reversed(self.field) if isinstance(part, str)), "")

    @property
    def text(self) -> str:
        """What stands there, when it is text: as much of it as may mean something."""
        return self.given[:300] if isinstance(self.given, str) else ""

    @property
    def shown(self) -> str:
        """What stands there, short enough for a message."""
        if isinstance(self.given, Mapping):
            return "{" + ", ".join(f"{key}: …" for key in list(self.given)[:3]) + "}"
        if isinstance(self.given, list):
            return "[…]"
        text = " ".join(str(self.given).split())
        return text if len(text) <= 60 else text[:57] + "…"

    def limit(self, name: str) -> Any:
        return self.detail.get("ctx", {}).get(name)

    @property
    def owner(self) -> type[BaseModel] | None:
        """The noun that the field belongs to."""
        return noun_at(self.model, self.field[:-1])


def say(wrong: Wrong) -> Said:
    """What to tell the author."""
    if wrong.kind in _SAYINGS:
        return _SAYINGS[wrong.kind](wrong)
    if wrong.text and (words := _IN_WORDS.get(wrong.key)) and (said := words(wrong)):
        return said
    if wrong.kind in _SHAPES:
        return _shape(wrong)
    message = wrong.detail["msg"]
    return "wrong-value", f"`{wrong.shown}` in `{wrong.name}`: {message[0].lower()}{message[1:]}", ""


def named(field: tuple[str | int, ...]) -> str:
    text = ""
    for part in field:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def noun_at(model: type[BaseModel], field: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The noun that holds the fields at `field` of `model`, found through lists, mappings and optional types."""
    owner: type[BaseModel] | None = model
    for part in field:
        if owner is not None and isinstance(part, str) and part in owner.model_fields:
            owner = _noun_in(owner.model_fields[part].annotation)
    return owner


def _noun_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_noun_in(inner) for inner in getattr(annotation, "__args__", ()))
    return next((noun for noun in found if noun), None)


def _missing(wrong: Wrong) -> Said:
    key = str(wrong.field[-1])
    info = wrong.owner.model_fields.get(key) if wrong.owner else None
    example = f"Write `{key}: {flow(info.examples[0])}`" if info and info.examples else ""
    inside = f" in `{named(wrong.field[:-1])}`" if len(wrong.field) > 1 else ""
    return "missing", f"`{key}` is missing{inside}", example


def _unknown(wrong: Wrong) -> Said:
    key, known = str(wrong.detail["loc"][-1]), list(wrong.owner.model_fields) if wrong.owner else []
    inside = named(wrong.field[:-1])
    message = f"`{key}` is not a field{f' of `{inside}`' if inside else ''} that is known here"
    if key.isdigit():
        return "unknown-key", message, "A comma ends a value between braces: write figures without one, as in `170000`"
    folded = slugify(key).replace("-", "_")
    guess = next((name for name in (values.RENAMED.get(folded), folded) if name in known), None)
    advice = values.FIELD_NAMES.get(folded) if guess is None and "title" in known else None
    if advice:
        return "unknown-key", message, advice[0].upper() + advice[1:]
    guess = guess or nearest(folded, known)
    return "unknown-key", message, f"Did you mean `{guess}`?" if guess else _listing(known)


def _listing(known: list[str]) -> str:
    return "Known are " + ", ".join(f"`{name}`" for name in known[:12]) + (" and others" if len(known) > 12 else "")


def _literal(wrong: Wrong) -> Said:
    choices = tuple(re.findall(r"'([^']+)'", str(wrong.limit("expected"))))
    meant = values.choice(wrong.text, choices) if wrong.text else None
    place = ".".join(part for part in wrong.field if isinstance(part, str))
    known = ", ".join(choices)
    hint = f"Write `{meant}`; known are {known}" if meant else f"Write one of {known}"
    return "wrong-value", f"`{wrong.shown}` is not a value of `{place}`", hint


def _date(wrong: Wrong) -> Said:
    found = values.dates(wrong.text) if wrong.text else []
    hint = "Write " + " or ".join(f"`{day.isoformat()}`" for day in found) if found else "Write it like `2026-11-02`"
    return "date", f"`{wrong.shown}` in `{wrong.name}` is not a date written as YYYY-MM-DD", hint


def _no_such_day(wrong: Wrong) -> Said:
    year, month = int(wrong.text[:4]), int(wrong.text[5:7])
    if not 1 <= month <= 12:
        calendar = "months run from 01 to 12"
    else:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        last = 30 if month in (4, 6, 9, 11) else 28 + leap if month == 2 else 31
        calendar = f"{wrong.text[:7]} has the days 01 to {last}"
    return "date", f"there is no day `{wrong.text}` for `{wrong.name}`", f"Look it up in a calendar: {calendar}"


def _amount(wrong: Wrong) -> Said:
    plain = values.amount(wrong.text)
    hint = f"Write `{wrong.key}: {plain}`" if plain else "Write digits only, as in `170000`"
    return "amount", f"`{wrong.shown}` in `{wrong.name}` is not a plain number", hint


def _number(wrong: Wrong) -> Said:
    plain = values.amount(wrong.text)
    hint = f"Write `{wrong.key}: {plain}`" if plain else "Write digits only"
    return "wrong-type", f"`{wrong.shown}` in `{wrong.name}` is not a number", hint


def _truth(wrong: Wrong) -> Said:
    return "wrong-type", f"`{wrong.shown}` in `{wrong.name}` is neither true nor false", "Write `true` or `false`"


def _code(kind: str, find: Callable[[str], str | None], example: str) -> Callable[[Wrong], Said]:
    def said(wrong: Wrong) -> Said:
        meant = find(wrong.text) if wrong.text else None
        hint = f"Write `{meant}`" if meant else f"Write a code such as `{example}`"
        return "code", f"`{wrong.shown}` in `{wrong.name}` is not {kind}", hint

    return said


def _as_it_says(mend: str) -> Callable[[Wrong], Said]:
    """For the model's own errors: their message continues the field's name."""

    def said(wrong: Wrong) -> Said:
        what = f"`{wrong.name}`" if wrong.field else "it"
        return wrong.kind.replace("_", "-"), f"{what} {wrong.detail['msg']}", mend

    return said


def _experience(wrong: Wrong) -> Said:
    match = re.search(r"(\d{1,2})\s*\+?\s*([^\W\d_]+)?", wrong.text)
    months = match and (match[2] or "").casefold().startswith(("mon", "moi", "mes", "mês"))
    meant = f"Write `experience: {{{'months' if months else 'years'}: {match[1]}}}`" if match else ""
    said = _as_it_says("Write `{years: 5}`, `{months: 18}` or `none-required`")(wrong)
    return said if not meant else (said[0], said[1], meant)


def _zone(wrong: Wrong) -> Said:
    zones = available_timezones()
    town = wrong.text.strip().replace(" ", "_").casefold()
    meant = sorted(zone for zone in zones if zone.rpartition("/")[2].casefold() == town and "/" in zone)
    guess = next(iter(meant), None) or nearest(wrong.text, zones, 0.8)
    hint = f"Write `{guess}`" if guess else "Write a name such as `Europe/Lisbon`, `America/New_York` or `UTC`"
    return "time-zone", f"`{wrong.shown}` in `{wrong.name}` {wrong.detail['msg']}", hint


def _address(wrong: Wrong) -> Said:
    bare = re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", wrong.text)
    hint = f"Write `https://{wrong.text}`" if bare else "Write a whole address, as in `https://example.org/apply`"
    return "url", f"`{wrong.shown}` in `{wrong.name}` {wrong.detail['msg']}", hint


def _mail(wrong: Wrong) -> Said:
    return "email", f"`{wrong.shown}` in `{wrong.name}` {wrong.detail['msg']}", ""


def _empty(wrong: Wrong) -> Said:
    return "empty", f"`{wrong.name}` is empty", "Fill it in, or leave the line out"


def _too_long(wrong: Wrong) -> Said:
    message = f"`{wrong.name}` has {len(wrong.given):,} characters, and at most {wrong.limit('max_length'):,} fit"
    return "too-long", message, "Shorten it"


def _mixed(wrong: Wrong) -> Said:
    word = str(wrong.limit("word"))
    letter = next((c for c in word if not c.isascii()), "")
    name = unicodedata.name(letter, "one of another alphabet").lower()
    message = f"`{word}` in `{wrong.name}` mixes alphabets that look alike: `{letter}` is {name}"
    return "mixed-scripts", message, "Type the word again in one alphabet"


def _too_many(wrong: Wrong) -> Said:
    if not isinstance(wrong.given, list):
        return _too_long(wrong)
    message = f"`{wrong.name}` lists {len(wrong.given):,} values, and at most {wrong.limit('max_length'):,} fit"
    return "too-long", message, "Leave some out"


def _pattern(wrong: Wrong) -> Said:
    place = f"`{wrong.shown}` in `{wrong.name}`"
    if wrong.key in ("language", "languages"):
        code = values.language(wrong.text)
        return "code", f"{place} is not a language code", f"Write `{code}`" if code else "Write a code such as `en`"
    if wrong.key == "aliases":
        tidy = slugify(wrong.text.strip("/").rsplit("/", 1)[-1])
        return "wrong-value", f"{place} is not the last part of an address", f"Write `{tidy}`"
    if wrong.key == "regions":
        return "code", f"{place} is not an ISO 3166-2 code", "Write country and part, as in `US-WA`"
    if wrong.key in ("accent", "accent_dark"):
        return "wrong-value", f"{place} is not a colour", "Write it as `#0b5c8a`"
    return "wrong-value", f"{place} is not written as expected", ""


def _bounds(wrong: Wrong) -> Said:
    names = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
    bounds = (f"{word} {wrong.limit(name)}" for name, word in names.items() if wrong.limit(name) is not None)
    return "out-of-bounds", f"`{wrong.shown}` in `{wrong.name}` is out of bounds", f"Write {next(bounds, 'another')}"


_SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "fields of its own",
    "dict_type": "fields of its own",
    "model_attributes_type": "fields of its own",
}


def _shape(wrong: Wrong) -> Said:
    if wrong.given in (None, ""):
        return _empty(wrong)
    wanted = _SHAPES[wrong.kind]
    kinds = ((list, "a list"), (Mapping, "a mapping"))
    stands = next((word for kind, word in kinds if isinstance(wrong.given, kind)), f"`{wrong.shown}`")
    message = f"`{wrong.name}` holds {stands} where {wanted} {'are' if wanted.endswith('own') else 'is'} expected"
    if wanted == "a list":
        return "wrong-type", message, "Write lines `- item` below it"
    noun = noun_at(wrong.model, wrong.field) if wanted.endswith("own") else None
    if noun is None or noun is wrong.model:
        return "wrong-type", message, ""
    fields = "{" + ", ".join(f"{key}: …" for key in list(noun.model_fields)[:3]) + "}"
    last = wrong.field[-1]
    return "wrong-type", message, f"Write `- {fields}`" if isinstance(last, int) else f"Write `{last}: {fields}`"


def _pay_words(wrong: Wrong) -> Said | None:
    meant = values.salary(wrong.text)
    message = f"`{wrong.shown}` in `{wrong.name}` is pay in words"
    return ("wrong-type", message, f"Write `{wrong.key}: {meant}`") if meant else None


def _place_words(wrong: Wrong) -> Said:
    parts = [part.strip() for part in wrong.text.split(",") if part.strip()]
    code = values.country(parts[-1]) if parts else None
    city = parts[0] if len(parts) > 1 or not code else ""
    mend = f"{{{f'city: {city}, ' if city else ''}country: {code or 'US'}}}"
    return "wrong-type", f"`{wrong.shown}` in `{wrong.name}` is a place in words", f"Write `- {mend}`"


def _applicant_words(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` says in words who may apply"
    if re.search(r"world|anywhere|global|everywhere|weltweit|monde|mundo", wrong.text, re.IGNORECASE):
        return "wrong-type", message, "Write `applicants: {worldwide: true}`"
    codes = [code for part in re.split(r"[,;/]| and | und | et | e | y ", wrong.text) if (code := values.country(part))]
    listed = ", ".join(codes) or "US"
    return "wrong-type", message, f"Write `applicants: {{countries: [{listed}]}}`"


_IN_WORDS: Mapping[str, Callable[[Wrong], Said | None]] = {
    "salary": _pay_words,
    "locations": _place_words,
    "applicants": _applicant_words,
}
_SAYINGS: Mapping[str, Callable[[Wrong], Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _literal,
    "iso_date": _date,
    "impossible_date": _no_such_day,
    "amount": _amount,
    "country": _code("a country's ISO 3166-1 code", values.country, "PT"),
    "currency": _code("a currency's ISO 4217 code", values.currency, "EUR"),
    "url": _address,
    "email": _mail,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "bool_parsing": _truth,
    "bool_type": _truth,
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "float_parsing", "float_type"), _number),
    **dict.fromkeys(("decimal_parsing", "decimal_type"), _number),
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than", "less_than_equal"), _bounds),
    "experience": _experience,
    "salary_shape": _as_it_says(
        "Write `{min: 50000, max: 60000, currency: EUR, unit: year}`, or `amount:` for one figure"
    ),
    "apply_shape": _as_it_says(
        'Write `apply: {url: "https://…"}`, `apply: {email: …}` or `apply: {form: "https://…"}`'
    ),
    "mixed_scripts": _mixed,
    "too_long": _too_many,
    "dates_order": _as_it_says("Write the last day to apply: on or after `date_posted`"),
    "companies": _as_it_says("Write `companies: {acme: {name: Acme}}`"),
    "time_zone": _zone,
}


def flow(value: Any) -> str:
    """A value as YAML in one line, as an author writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    text = str(value)
    return f'"{text}"' if ": " in text or "://" in text or text.startswith(("#", "[", "{", "@", "*", "&")) else text
