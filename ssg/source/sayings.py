"""The sentences: for each kind of wrong value its rule, what stands there, and what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from zoneinfo import available_timezones

from ssg.diagnostics import nearest
from ssg.model.regions import is_region, regions_called
from ssg.model.slug import slugify
from ssg.source import keys, values
from ssg.source.shapes import SHAPES, empty, one_value, shape
from ssg.source.vocabulary import AT_ONCE, NO_DAY
from ssg.source.words import IN_WORDS, address, experience, mail
from ssg.source.wrong import BAD_KEY, Said, Wrong, noun_at


def say(wrong: Wrong) -> Said:
    """What to tell the author."""
    if wrong.kind in _SAYINGS:
        return _SAYINGS[wrong.kind](wrong)
    if wrong.kind in SHAPES:
        return shape(wrong)
    if wrong.text and wrong.key in IN_WORDS and noun_at(wrong.model, wrong.field):
        return IN_WORDS[wrong.key](wrong)
    message = wrong.detail["msg"]
    return "wrong-value", f"`{wrong.shown}` in `{wrong.name}`: {message[0].lower()}{message[1:]}", ""


def _literal(wrong: Wrong) -> Said:
    choices = tuple(re.findall(r"'([^']+)'", str(wrong.limit("expected"))))
    known = ", ".join(choices)
    if wrong.given in (None, "", [], {}):
        return empty(wrong)
    if not isinstance(wrong.given, str):
        return one_value(wrong, known)
    place = ".".join(part for part in wrong.field if isinstance(part, str))
    message = f"`{wrong.shown}` is not a value of `{place}`"
    if wrong.key == "languages" and values.language(wrong.text) in choices:
        return "wrong-value", message, f"Write `{values.language(wrong.text)}`; known are {known}"
    meant = values.several(wrong.text, choices)
    if len(meant) > 1 and wrong.key in _SEVERAL:
        mend = ", ".join(meant) if wrong.in_list else f"{wrong.key}: [{', '.join(meant)}]"
        return "wrong-value", message, f"Write `{mend}`"
    found = meant[0] if meant else values.choice(wrong.text, choices)
    found = found or next((one for part in values.parts(wrong.text) if (one := values.choice(part, choices))), None)
    return "wrong-value", message, f"Write `{found}`; known are {known}" if found else f"Write one of {known}"


def _bad_key(wrong: Wrong) -> Said:
    """A name that an author chooses, or one of a few, as the key of a mapping."""
    key, place = str(wrong.field[-1]), ".".join(str(part) for part in wrong.field[:-1])
    choices = tuple(re.findall(r"'([^']+)'", str(wrong.limit("expected"))))
    message = f"`{key}` cannot be a name in `{place}`"
    if choices:
        meant = values.choice(key, choices)
        known = ", ".join(choices)
        return "unknown-key", message, f"Write `{meant}`; known are {known}" if meant else f"Known are {known}"
    return "wrong-value", message, f"Write it in small letters, digits and hyphens: `{slugify(key) or 'acme'}:`"


_SEVERAL = ("employment_type", "education", "feeds", "languages")
"""Fields of words of which there may be several."""


def _date(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` is not a date written as YYYY-MM-DD"
    if wrong.given in (None, "", [], {}):
        return empty(wrong)
    if wrong.key == "start" and values.folded(wrong.text) in AT_ONCE:
        return "date", message, "Write `immediately`"
    if wrong.key == "valid_through" and values.folded(wrong.text) in NO_DAY | AT_ONCE:
        return "date", message, "Leave the line out if there is no last day to apply"
    found = values.dates(wrong.text) if wrong.text else []
    if found:
        return "date", message, "Write " + " or ".join(f"`{day.isoformat()}`" for day in found)
    if month := values.month(wrong.text):
        return "date", message, f"Write it with its day, as in `{month.isoformat()}`"
    if re.fullmatch(r"\d{1,4}\D+\d{1,2}\D+\d{2,4}", wrong.text, re.ASCII):
        return "date", message, "There is no such day: look it up in a calendar, and write it like `2026-11-02`"
    return "date", message, "Write it like `2026-11-02`"


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
    if re.fullmatch(r"-\s*\d.*", wrong.text):
        return "amount", f"`{wrong.shown}` in `{wrong.name}` is less than nothing", "Write a figure above 0"
    plain = values.amount(wrong.text)
    hint = f"Write `{wrong.key}: {plain}`" if plain else "Write digits only, as in `170000`"
    return "amount", f"`{wrong.shown}` in `{wrong.name}` is not a plain number", hint


def _digits(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` has more digits than any pay"
    return "amount", message, "Write the figure in full and once, as in `170000` or `24.50`"


def _number(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` is not a number"
    if not isinstance(wrong.given, str):
        return one_value(wrong, "a number, such as 5")
    if re.fullmatch(r"\d+[.,]\d+", wrong.text) and wrong.kind.startswith("int"):
        message = f"`{wrong.shown}` in `{wrong.name}` is not a whole number"
        months = round(float(wrong.text.replace(",", ".")) * 12)
        experienced = wrong.field == ("experience", "years")
        return "wrong-type", message, f"Write `months: {months}`" if experienced else "Write it without a fraction"
    number = values.whole_number(wrong.text) if wrong.kind.startswith("int") else values.amount(wrong.text)
    if number is not None and wrong.key == "minutes" and re.search(r"\d\s*(h\b|hour|stunde|heure|hora)", wrong.text):
        number = int(number) * 60
    return "wrong-type", message, f"Write `{wrong.key}: {number}`" if number is not None else "Write digits only"


def _truth(wrong: Wrong) -> Said:
    more = "; how much it is stands in `incentives`" if wrong.key == "equity" else ""
    message = f"`{wrong.shown}` in `{wrong.name}` is neither true nor false"
    return "wrong-type", message, f"Write `true` or `false`{more}"


def _country(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` is not a country's ISO 3166-1 code"
    codes = values.countries([wrong.text])
    if len(codes) > 1 and wrong.key == "countries":
        listed = ", ".join(codes)
        return "code", message, f"Write `{listed}`" if wrong.in_list else f"Write `countries: [{listed}]`"
    if len(codes) > 1:
        return "code", message, "Write the code of one country; every further place is an item of its own"
    return "code", message, f"Write `{codes[0]}`" if codes else "Write a code such as `PT`"


def _currency(wrong: Wrong) -> Said:
    meant = values.currency(wrong.text) if wrong.text else None
    hint = f"Write `{meant}`" if meant else "Write a code such as `EUR`"
    return "code", f"`{wrong.shown}` in `{wrong.name}` is not a currency's ISO 4217 code", hint


def _as_it_says(mend: str) -> Callable[[Wrong], Said]:
    """For the model's own errors: their message continues the field's name."""

    def said(wrong: Wrong) -> Said:
        what = f"`{wrong.name}`" if wrong.field else "it"
        return wrong.kind.replace("_", "-"), f"{what} {wrong.detail['msg']}", mend

    return said


def _salary_shape(wrong: Wrong) -> Said:
    given = wrong.given if isinstance(wrong.given, Mapping) else {}
    mend = "Write `{min: 50000, max: 60000, currency: EUR, unit: year}`, or `amount:` for one figure"
    if "above" in wrong.detail["msg"]:
        mend = f"Write `min: {given.get('max')}` and `max: {given.get('min')}`, if they were exchanged"
    return _as_it_says(mend)(wrong)


def _zone(wrong: Wrong) -> Said:
    zones = available_timezones()
    town = wrong.text.replace(" ", "_").casefold()
    meant = sorted(zone for zone in zones if zone.rpartition("/")[2].casefold() == town and "/" in zone)
    guess = next(iter(meant), None) or nearest(wrong.text, zones, 0.8)
    hint = f"Write `{guess}`" if guess else "Write a name such as `Europe/Lisbon`, `America/New_York` or `UTC`"
    return "time-zone", f"`{wrong.shown}` in `{wrong.name}` {wrong.detail['msg']}", hint


def _too_long(wrong: Wrong) -> Said:
    message = f"`{wrong.name}` has {len(wrong.given):,} characters, and at most {wrong.limit('max_length'):,} fit"
    return "too-long", message, "Shorten it"


def _field_too_long(wrong: Wrong) -> Said:
    rule, message, hint = _too_long(wrong)
    return rule, message, f"{hint}, or raise `limits: {{field_characters: …}}` in site.yaml"


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
        hint = f"Write `{tidy}`" if tidy else "Write small letters a-z, digits and single hyphens"
        return "wrong-value", f"{place} is not the last part of an address", hint
    if wrong.key == "regions":
        return _region(wrong)
    if wrong.key in ("accent", "accent_dark"):
        return "wrong-value", f"{place} is not a colour", f"Write it as `{_colour(wrong.text)}`"
    return (
        "wrong-value",
        f"{place} is not written as expected",
        f"Write it like `{wrong.example}`" if wrong.example else "",
    )


def _region(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` is not an ISO 3166-2 code"
    tidy = wrong.text.upper().replace("_", "-").replace(" ", "-")
    land, _, part = tidy.partition("-")
    meant = f"{values.country(land) or land}-{part}"
    codes = [meant] if re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", meant) and is_region(meant) else []
    codes += regions_called(wrong.text) or [code for code in regions_called(part) if code.startswith(f"{land}-")]
    listed = " or ".join(f"`{code}`" for code in dict.fromkeys(codes[:3]))
    return "code", message, f"Write {listed}" if listed else "Write country and part, as in `US-WA`"


def _colour(text: str) -> str:
    digits = text.strip().removeprefix("#").lower()
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch(r"[0-9a-f]{6}", digits) else "#0b5c8a"


def _reserved(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` is a name that Windows keeps for itself"
    return "wrong-value", message, f"Write another, such as `{wrong.text}-2`"


def _bounds(wrong: Wrong) -> Said:
    names = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
    bounds = (f"{word} {wrong.limit(name):,}" for name, word in names.items() if wrong.limit(name) is not None)
    return "out-of-bounds", f"`{wrong.shown}` in `{wrong.name}` is out of bounds", f"Write {next(bounds, 'another')}"


_SAYINGS: Mapping[str, Callable[[Wrong], Said]] = {
    "missing": keys.missing,
    BAD_KEY: _bad_key,
    "extra_forbidden": lambda wrong: keys.unknown(wrong, say),
    "literal_error": _literal,
    "iso_date": _date,
    "impossible_date": _no_such_day,
    "amount": _amount,
    "decimal_max_digits": _digits,
    "decimal_max_places": _digits,
    "decimal_whole_digits": _digits,
    "country": _country,
    "currency": _currency,
    "region": _region,
    "url": address,
    "email": mail,
    "string_too_short": empty,
    "too_short": empty,
    "string_too_long": _too_long,
    "field_too_long": _field_too_long,
    "string_pattern_mismatch": _pattern,
    "bool_parsing": _truth,
    "bool_type": _truth,
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "int_parsing_size"), _number),
    **dict.fromkeys(("float_parsing", "float_type", "decimal_parsing", "decimal_type"), _number),
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than", "less_than_equal"), _bounds),
    "experience": experience,
    "salary_shape": _salary_shape,
    "apply_shape": _as_it_says(
        'Write `apply: {url: "https://…"}`, `apply: {email: …}` or `apply: {form: "https://…"}`'
    ),
    "mixed_scripts": _mixed,
    "reserved_name": _reserved,
    "too_long": _too_many,
    "dates_order": _as_it_says("Write the last day to apply: on or after `date_posted`"),
    "companies": _as_it_says("Write `companies: {acme: {name: Acme}}`"),
    "translations": _as_it_says("Below `about` stand the keys of `companies`"),
    "time_zone": _zone,
}
