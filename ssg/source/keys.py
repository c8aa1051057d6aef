"""Sentences about fields: one that is missing, one that nobody knows, and which one its author means."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ssg.diagnostics import nearest
from ssg.model.slug import slugify
from ssg.source.values import country
from ssg.source.vocabulary import FIELD_NAMES, RENAMED
from ssg.source.wrong import Said, Wrong, named, noun_in, plainly, shown, written

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
NEAR = 0.7
"""How alike a field's name must be to the one that is meant."""


def missing(wrong: Wrong) -> Said:
    key = str(wrong.field[-1])
    info = wrong.owner.model_fields.get(key) if wrong.owner else None
    example = f"Write `{key}: {written(info.examples[0])}`" if info and info.examples else ""
    inside = f" in `{named(wrong.field[:-1])}`" if len(wrong.field) > 1 else ""
    return "missing", f"`{key}` is missing{inside}", example


def unknown(wrong: Wrong, say: Callable[[Wrong], Said]) -> Said:
    """What to tell of a field that nobody knows; `say` tells of the value, where the field that is meant refuses it."""
    key, known = str(wrong.detail["loc"][-1]), list(wrong.owner.model_fields) if wrong.owner else []
    seen = "".join(c for c in key if c.isprintable()).strip()
    if seen != key and seen in known:
        point = next(ord(c) for c in key if not c.isprintable())
        hint = f"Type the name again, and nothing else on the line before the colon: `{seen}:`"
        return "unknown-key", f"a character that nobody sees, U+{point:04X}, stands beside the name `{seen}`", hint
    inside = named(wrong.field[:-1])
    message = f"`{shown(key)}` is not a field{f' of `{inside}`' if inside else ''} that is known here"
    return "unknown-key", message, _mend(wrong, key, known, say)


def meant(wrong: Wrong) -> str | None:
    """The field that an unknown one surely means: by another word for it, in one of five languages, or another case."""
    known = wrong.owner.model_fields if wrong.owner else {}
    key = _folded(str(wrong.detail["loc"][-1]))
    return next((name for name in (key, *RENAMED.get(key, ())) if name in known), None)


def means_one_of(key: str, known: Container[str]) -> bool:
    """Whether a name is one of the known ones, or another word for one."""
    folded = _folded(key)
    return any(name in known for name in (folded, *RENAMED.get(folded, ())))


def _folded(key: str) -> str:
    return slugify(_CAMEL.sub("_", key)).replace("-", "_")


def _mend(wrong: Wrong, key: str, known: list[str], say: Callable[[Wrong], Said]) -> str:
    folded, guess = _folded(key), meant(wrong)
    if guess is None and "title" in known and (advice := FIELD_NAMES.get(folded)):
        return advice[0].upper() + advice[1:]
    guess = guess or (known[0] if len(known) == 1 else nearest(folded, known, NEAR))
    if guess is None and wrong.owner and (place := next(_inside(folded, wrong.given, wrong.owner), None)):
        return f"It belongs to `{place[0]}`. Write `{place[0]}: {written(place[1])}`"
    if guess is None and wrong.owner is not wrong.model and folded in wrong.model.model_fields:
        return f"It is a field of its own: let it begin where `{wrong.field[0]}` begins"
    if guess is None and wrong.given is None and len(wrong.field) > 1 and " " not in key.strip():
        return f"A comma ends a value between braces: several values stand in brackets, as in `[…, {shown(key, 30)}]`"
    if guess is None:
        return "Known are " + ", ".join(f"`{name}`" for name in known[:12]) + (" and others" if len(known) > 12 else "")
    return f"Did you mean `{guess}`? {_as_value(wrong, guess, say)}".rstrip()


def _as_value(wrong: Wrong, guess: str, say: Callable[[Wrong], Said]) -> str:
    """What stands behind a wrong name, put behind the right one; what to write for it where that will not do."""
    given, owner = wrong.given, wrong.owner
    if owner is None or not isinstance(given, str) or not given or len(given) > 60 or "\n" in given:
        return f"Write `{guess}:`"
    try:
        _adapter(owner.model_fields[guess]).validate_python(given)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        hint = say(replace(wrong, kind=detail["type"], field=(*wrong.field[:-1], guess), detail=detail))[2]
        return hint if f"{guess}:" in hint else hint.replace("Write `", f"Write `{guess}: ", 1)
    return f"Write `{guess}: {plainly(given)}`"


def _adapter(info: FieldInfo) -> TypeAdapter[object]:
    kind: Any = info.annotation
    for each in info.metadata:
        kind = Annotated[kind, each]
    return TypeAdapter(kind)


def _as_field(name: str, given: object, noun: type[BaseModel], example: object) -> object:
    """What stands behind a name that went astray, as a field of the noun it belongs to; its example for want of it."""
    fields = noun.model_fields
    name = next((each for each in (name, *RENAMED.get(name, ())) if each in fields), name)
    if not isinstance(given, str) or not given or len(given) > 60:
        return example
    given = (country(given) or given) if name == "country" else given
    rest = {field: "…" for field, info in fields.items() if info.is_required() and field != name}
    mapping = {name: int(given) if given.isdecimal() and given[0] != "0" else given, **rest}
    return [mapping] if isinstance(example, list) else mapping


def _inside(key: str, given: object, owner: type[BaseModel]) -> Iterator[tuple[str, object]]:
    """Fields of `owner` that are nouns with such a field, and their examples: `salary` for `salary_min`, `currency`."""
    for name, info in owner.model_fields.items():
        noun = noun_in(info.annotation)
        if noun is None or not info.examples:
            continue
        wanted = key.removeprefix(f"{name}_").removeprefix(f"{name.removesuffix('s')}_")
        if any(each in noun.model_fields for each in (wanted, *RENAMED.get(wanted, ()))) and not _is_common(
            wanted, key
        ):
            yield name, _as_field(wanted, given, noun, info.examples[0])


def _is_common(wanted: str, key: str) -> bool:
    """Whether a name says too little about where it belongs: many nouns have one."""
    return wanted == key and wanted in ("name", "note", "notes", "from", "to", "min", "max", "value", "comment", "url")


def pairs(given: Mapping[str, object]) -> bool:
    """Whether a mapping is names with a number each: `{Go: 5}`."""
    return bool(given) and all(isinstance(value, str) and re.match(r"\d{1,4}\b", value) for value in given.values())
