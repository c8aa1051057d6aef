"""Sentences about values in words where fields are expected: pay, places, who may apply, experience, where to apply."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ssg.source import pay_words, values
from ssg.source.wrong import Said, Wrong, shown, written
from ssg.source.yaml_text import flow

_EVERYWHERE = re.compile(r"world|anywhere|global|everywhere|weltweit|monde|mundo", re.IGNORECASE)
_REMOTE = re.compile(r"remot|home.?office|t[ée]l[ée]travail|teletraba|work from home|anywhere", re.IGNORECASE)
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\{at\}|\bat\b|@)\s*", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def pay(wrong: Wrong) -> Said:
    mend = pay_words.salary(wrong.text)
    if mend is None:
        example = written(wrong.example)
        message = f"`{wrong.shown}` in `{wrong.name}` names no figure"
        return "wrong-type", message, f"Write `{wrong.key}: {example}`, or leave the line out"
    own = "" if pay_words.names_currency(wrong.text) else ", with your own currency"
    return "wrong-type", f"`{wrong.shown}` in `{wrong.name}` is pay in words", f"Write `{wrong.key}: {mend}`{own}"


def place(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` is a place in words"
    if _REMOTE.search(wrong.text):
        hint = "Write `workplace: remote`, and under `applicants` who may apply; `locations` are places to work at"
        return "wrong-type", message, hint
    towns = re.split(r"\s*(?:[/;|]|\b(?:or|and|oder|und|ou|et|o|y)\b)\s*", wrong.text)
    found = [one for town in towns for one in values.places(town)[:1]] if len(towns) > 1 else values.places(wrong.text)
    together = len(towns) > 1
    mends = [", ".join(flow(one) for one in found)] if together else [flow(one) for one in found]
    key = "" if wrong.in_list else f"{wrong.key}: "
    mends = [f"`{mend if wrong.in_list else f'{key}[{mend}]'}`" for mend in mends]
    unknown = any(one["country"] == "…" for one in found)
    more = f", with the code of the country{' of each' if together else ''}, as in `country: PT`" if unknown else ""
    return "wrong-type", message, f"Write {' or '.join(mends)}{more}" if found else f"Write `{written(wrong.example)}`"


def town_and_country(wrong: Wrong) -> Said | None:
    """`[Berlin, Germany]`, a town and its country as two places; `wrong` is about the first, and given is the list."""
    given = wrong.given
    if not isinstance(given, list) or len(given) != 2 or not all(isinstance(one, str) for one in given):
        return None
    code = values.country(given[1])
    if wrong.field[0] != "locations" or code is None or len(given[1]) < 3 or values.country(given[0]):
        return None
    message = f"`[{shown(', '.join(given))}]` lists a town and its country as two places"
    return "wrong-type", message, f"Write `locations: [{flow({'city': given[0], 'country': code})}]`"


def towns_by_country(wrong: Wrong) -> Said | None:
    """`{Berlin: DE, Paris: FR}`, towns as names of fields; `wrong` is about the first, and given is the mapping."""
    given = wrong.given
    if wrong.field[0] != "locations" or not isinstance(given, Mapping) or not given:
        return None
    codes = {town: values.country(code) if isinstance(code, str) else None for town, code in given.items()}
    if not all(codes.values()):
        return None
    mends = ", ".join(flow({"city": town, "country": code}) for town, code in codes.items())
    message = f"`{shown(next(iter(given)))}` stands where the name of a field is expected"
    in_list = isinstance(wrong.field[-2], int)
    return "unknown-key", message, f"Write `{mends}` in its place" if in_list else f"Write `locations: [{mends}]`"


def applicants(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` says in words who may apply"
    if isinstance(wrong.given, list):
        message = f"`{wrong.name}` holds a list, and does not say of what"
    texts = [text for text in wrong.given if isinstance(text, str)] if isinstance(wrong.given, list) else [wrong.text]
    if any(_EVERYWHERE.search(text) for text in texts):
        return "wrong-type", message, "Write `applicants: {worldwide: true}`"
    codes = values.countries(texts)
    if not codes:
        return "wrong-type", message, "Write the countries' codes, as in `applicants: {countries: [PT, ES]}`"
    return "wrong-type", message, f"Write `applicants: {{countries: [{', '.join(codes)}]}}`"


def experience(wrong: Wrong) -> Said:
    if isinstance(wrong.given, Mapping):
        return "experience", f"`{wrong.name}` {wrong.detail['msg']}", "Write only `{years: 5}`, or only `{months: 18}`"
    message = f"`{wrong.shown}` in `{wrong.name}` is experience in words"
    if values.choice(wrong.text, ("none-required",)):
        return "experience", message, f"Write `{wrong.key}: none-required`"
    match = re.search(r"(\d{1,3})([.,]\d)?\s*\+?\s*(?:[-–]\s*\d+\s*)?([^\W\d_]+)?", wrong.text)
    if match is None:
        return "experience", message, "Write `experience: {years: 5}`, `{months: 18}` or `none-required`"
    in_months = (match[3] or "").casefold().startswith(("mon", "moi", "mes", "mês")) or int(match[1]) > 40
    if match[2] and not in_months:
        mend = f"months: {round(float(match[1] + match[2].replace(',', '.')) * 12)}"
    else:
        mend = f"{'months' if in_months else 'years'}: {match[1]}"
    return "experience", message, f"Write `{wrong.key}: {{{mend}}}`"


def contact(wrong: Wrong) -> Said:
    mail = _MAIL.search(wrong.text)
    name = _MAIL.sub("", wrong.text).strip(" ,;<>()")
    mapping = {**({"name": name} if name else {}), **({"email": mail.group()} if mail else {})}
    message = f"`{wrong.shown}` in `{wrong.name}` is a contact in words"
    return "wrong-type", message, f"Write `{wrong.key}: {flow(mapping)}`"


def ignored_rules(wrong: Wrong) -> Said:
    names = wrong.given if isinstance(wrong.given, list) and wrong.given else ["gendered-words"]
    message = f"`{wrong.name}` holds {'a list' if isinstance(wrong.given, list) else f'`{wrong.shown}`'}"
    return (
        "wrong-type",
        message,
        f"Name the rules to leave out: `lint: {{ignore: {flow([shown(n) for n in names[:5]])}}}`",
    )


def address(wrong: Wrong) -> Said:
    text = wrong.text
    message = f"`{wrong.shown}` in `{wrong.name}` {wrong.detail['msg']}"
    mail = None if "://" in text else _as_mail(text.removeprefix("mailto:"))
    if mail and wrong.field[:1] == ("apply",):
        return "url", message, f"A mail address stands under `email`: write `apply: {{email: {mail}}}`"
    if "takes no" in wrong.detail["msg"]:
        return "url", message, f"Write `{re.split('[?#]', text)[0]}`"
    match = re.fullmatch(r"(?:git@github\.com:)?([\w.-]+/[\w.-]+?)(?:\.git)?", text)
    if match and wrong.key == "repository":
        return "url", message, f"Write `https://github.com/{match[1]}`"
    mended = re.sub(r"^(https?)\s*:?\s*/+\s*(?=[\w-])", r"\1://", text, flags=re.IGNORECASE)
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", text):
        mended = f"https://{text}"
    elif len(mended.split()) > 1 and (inside := re.search(r"https?://[\w-]+(?:\.[\w-]+)+\S*", mended)):
        mended = inside.group()
    if mended != text and re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", mended, re.IGNORECASE):
        return "url", message, f"Write `{mended}`"
    return "url", message, "Write a whole address, as in `https://example.org/apply`"


def mail(wrong: Wrong) -> Said:
    message = f"`{wrong.shown}` in `{wrong.name}` {wrong.detail['msg']}"
    found = _as_mail(wrong.text)
    return "email", message, f"Write `{found}`" if found else "Write one address and nothing else"


def _as_mail(text: str) -> str | None:
    """The mail address that a text means: the first of several, `name (at) example.org`, `Name <name@example.org>`."""
    found = _MAIL.search(text) or _MAIL.fullmatch(re.sub(r"\s*(?:\(dot\)|\[dot\])\s*", ".", _AT.sub("@", text.strip())))
    return found.group() if found else None


IN_WORDS: Mapping[str, Callable[[Wrong], Said]] = {
    "salary": pay,
    "locations": place,
    "applicants": applicants,
    "contact": contact,
    "lint": ignored_rules,
}
"""Fields that people fill in with words where fields of their own are expected."""
