"""Sentences about values of the wrong shape: a list for one value, one for a list, fields for text, text for fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel

from ssg.model.slug import slugify
from ssg.source import pay_words, values
from ssg.source.keys import pairs
from ssg.source.words import IN_WORDS
from ssg.source.wrong import Said, Wrong, named, noun_at, plainly, quoted, shown, written
from ssg.source.yaml_text import flow

SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "fields of its own",
    "dict_type": "fields of its own",
    "model_attributes_type": "fields of its own",
}
_ONE_EACH = {
    "country": "Write one code; every further place is an item of `locations` of its own",
    "city": "Write one town; every further place is an item of `locations` of its own",
    "language": "Write one code; a translation is a file of its own, such as `name.de.md`",
}


def shape(wrong: Wrong) -> Said:
    if wrong.given in (None, "", [], {}):
        return empty(wrong)
    wanted, given = SHAPES[wrong.kind], wrong.given
    if wanted == "fields of its own":
        return _fields(wrong)
    if wanted == "a list":
        message = f"`{wrong.name}` holds {_stands(given)} where a list is expected"
        return "wrong-type", message, f"Write `{wrong.key}: {written(wrong.example)}`"
    if isinstance(given, Mapping):
        return _mapping_for_text(wrong, given)
    message = f"`{wrong.name}` holds a list where one value is expected"
    if hint := _ONE_EACH.get(wrong.key):
        return "wrong-type", message, hint
    items = [item for item in given if isinstance(item, str)]
    if wrong.in_list and items:
        return "wrong-type", message, f"Write each as an item of its own: `- {plainly(items[0])}`"
    one = f"`{wrong.key}: {plainly(items[0])}`" if items and not wrong.in_list else f"`{wrong.key}: …`"
    return "wrong-type", message, f"Write {one}" if len(items) < 2 else f"Write one of them, as in {one}"


def empty(wrong: Wrong) -> Said:
    return "empty", f"`{wrong.name}` is empty", "Fill it in, or leave the line out"


def one_value(wrong: Wrong, choices: str) -> Said:
    """A list or fields where one of some words is expected."""
    message = f"`{wrong.name}` holds {_stands(wrong.given)} where one value is expected"
    return "wrong-type", message, f"Write one of {choices}"


def _stands(given: object) -> str:
    if isinstance(given, Mapping):
        return f"fields, `{shown(given)}`,"
    return "a list" if isinstance(given, list) else f"`{shown(given)}`"


def _mapping_for_text(wrong: Wrong, given: Mapping[str, object]) -> Said:
    """A colon, or braces, made fields of what is meant as text."""
    message = f"`{wrong.name}` holds fields, `{shown(given)}`, where text is expected"
    text = ", ".join(f"{key}: {value}" if value else str(key) for key, value in given.items() if not _is_nested(value))
    if not text or len(text) > 100:
        return "wrong-type", message, "Put the text in quotes"
    if len(given) > 1 and isinstance(wrong.example, list):
        items = [f"{key}: {value}" if value else key for key, value in given.items()]
        return "wrong-type", message, f"Write `{wrong.key}: {flow(items)}`"
    mend = f"- {quoted(text)}" if wrong.in_list else f"{wrong.key}: {quoted(text)}"
    return "wrong-type", message, f"Put the text in quotes: `{mend}`"


def _is_nested(value: object) -> bool:
    return isinstance(value, Mapping | list)


def _fields(wrong: Wrong) -> Said:
    given = wrong.given
    noun, example = noun_at(wrong.model, wrong.field), wrong.example
    if wrong.key == "salary" and isinstance(given, list):
        mend = pay_words.salary(" - ".join(map(str, given[:2])))
        message = f"`{wrong.name}` holds a list where fields of its own are expected"
        hint = f"`salary: {mend}`, with your own currency and unit" if mend else f"`salary: {written(example)}`"
        return "wrong-type", message, f"Write {hint}"
    in_words = IN_WORDS.get(wrong.key) if noun else None
    if in_words and (wrong.text or (isinstance(given, list) and wrong.key != "locations")):
        return in_words(wrong)
    message = f"`{wrong.name}` holds {_stands(given)} where fields of its own are expected"
    if example is None:
        field = _first_field(wrong.owner, given)
        return "wrong-type", message, f"Write `{wrong.key}: {field}`" if field else ""
    if wrong.key == "apply" and isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        return "wrong-type", message, f"Write `apply: {plainly(given[0])}`"
    if wrong.in_list:
        item = example[0] if isinstance(example, list) else example
        return "wrong-type", message, f"Write `{written(item)}` in its place"
    return "wrong-type", message, f"Write `{wrong.key}: {written(example)}`"


def _first_field(noun: type[BaseModel] | None, given: object) -> str:
    """A text as the first field of the noun that is expected in its place: `{name: Acme}`."""
    return flow({next(iter(noun.model_fields)): given}) if noun and isinstance(given, str) else ""


def fields_for_keys(wrong: Wrong) -> Said | None:
    """The fields of a company right below `companies`, where each company has a key of its own first."""
    noun, given = wrong.owner, wrong.given
    place = ".".join(str(part) for part in wrong.field[:-1])
    if wrong.kind not in ("model_type", "model_attributes_type") or noun is None or not isinstance(given, Mapping):
        return None
    if not given.keys() <= noun.model_fields.keys():
        return None
    message = f"`{place}` has a key of your own for each of its entries, and `{wrong.field[-1]}` stands in its place"
    return "wrong-type", message, f"Write `{place}: {{{slugify(str(given.get('name') or 'acme'))}: {flow(given)}}}`"


def split_item(wrong: Wrong, data: object) -> Said | None:
    """What is missing in an item of a list stands in the next item, because of a dash that should not be there."""
    if wrong.kind != "missing" or len(wrong.field) < 3 or not isinstance(wrong.field[-2], int):
        return None
    name, at = wrong.field[-1], wrong.field[-2]
    for part in wrong.field[:-2]:
        data = data[part] if isinstance(data, Mapping) and part in data else None
    here, below = (data[at], data[at + 1]) if isinstance(data, list) and len(data) > at + 1 else (None, None)
    if (
        not isinstance(here, Mapping)
        or not isinstance(below, Mapping)
        or name not in below
        or here.keys() & below.keys()
    ):
        return None
    message = f"`{name}` is missing in `{named(wrong.field[:-1])}`, and stands in an item of its own below it"
    return "missing", message, f"Take the dash before `{name}` away, and begin it where `{next(iter(here))}` begins"


def bare_words(wrong: Wrong) -> Said | None:
    """Words between braces, `{Berlin, DE}`, where fields are expected."""
    in_words = IN_WORDS.get(str(wrong.field[-2])) if len(wrong.field) > 1 else None
    if in_words is None or not isinstance(wrong.given, Mapping) or any(value for value in wrong.given.values()):
        return None
    return in_words(replace(wrong, field=wrong.field[:-1], given=", ".join(map(str, wrong.given))))


def pairs_for_noun(wrong: Wrong) -> Said | None:
    """`{Go: 5}` where `{name: Go, years: 5}` is meant: names with a number each, in a noun of just those two."""
    noun, given = wrong.owner, wrong.given
    names = list(noun.model_fields) if noun else []
    if len(names) != 2 or not isinstance(given, Mapping) or not pairs(given):
        return None
    found = []
    for name, text in given.items():
        number = values.whole_number(str(text))
        hours = names[1] == "minutes" and re.search(r"\d\s*(?:h\b|hours?|stunden?|heures?|horas?)", str(text))
        found.append({names[0]: name, names[1]: number * 60 if number and hours else number})
    where = ".".join(str(part) for part in wrong.field[:-1] if isinstance(part, str))
    mend = flow(found[0]) if isinstance(wrong.field[-2], int) and len(found) == 1 else f"{where}: {flow(found)}"
    first = next(iter(given))
    return "unknown-key", f"`{shown(first)}` stands where the name of a field is expected", f"Write `{mend}`"
