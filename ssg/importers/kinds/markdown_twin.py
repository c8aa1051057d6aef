"""The Markdown twin of a posting's page, `/jobs/SLUG/index.md`, of a site made with this program.

Its facts are a list of labels and values in the words of the base theme, in any of its languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import merged, place_fields
from ssg.importers.setting import Setting
from ssg.importers.shape import tidy_markdown
from ssg.importers.text.dates import read_date, read_start
from ssg.importers.text.gazetteer import country_code, state_of
from ssg.importers.text.language import language_of
from ssg.importers.text.pay import read_pay
from ssg.source import parse_yaml
from ssg.theme.chain import BASE, carried

NAME = "Markdown twin"

Facts = dict[str, list[str]]

_FACT = re.compile(r"- (?:\*\*(?P<label>[^*]+):\*\*)?\s*(?P<value>.*)")
_KEYS = {
    "facet_company": "company", "facet_department": "department", "equity_label": "equity",
    "who_may_apply": "applicants", "questions": "contact",
}  # fmt: skip
_PLAIN = (
    "pay", "workplace", "time_zones", "place", "type", "hours", "start", "posted", "closes", "skills", "experience",
    "education", "eligibility", "travel", "openings", "industry", "occupation", "identifier", "benefits", "interview",
    "apply",
)  # fmt: skip
_SKILL = re.compile(r"(?P<name>.+) \((?P<years>\d{1,2})\D[^()]*\)")
_STEP = re.compile(r"(?P<step>.+) \((?:(?P<hours>\d+) (?:h|Std\.))?[\s\u00a0]*(?:(?P<minutes>\d+) [mM]in\.?)?\)")
_MONTHS = re.compile(r"\d+ (?:month|monat|mois|m[eê]s)", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """A title, a list of facts with the address of the page at its end, and text."""
    return document.text.startswith("# ") and "\n- **URL:** <" in document.text[:20_000]


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    title, _, rest = document.text.partition("\n")
    listed, _, body = rest.strip("\n").partition("\n\n")
    facts, address = _facts(listed)
    company = next(iter(facts.get("company", [])), "")
    slug = PurePosixPath(urlsplit(address).path).name
    more = tuple(f"{name}: {', '.join(values)}" for name, values in facts.items() if name == "contact")
    yield Draft(
        {**said(title=_text(title.removeprefix("# ")), language=language_of(body)), **_fields(facts, setting.today)},
        _without_promise(tidy_markdown(body), setting.config.equal_opportunities or ""),
        Found(company),
        unused=more,
        complete=True,
        slug=slug,
    )


def _facts(listed: str) -> tuple[Facts, str]:
    """The values by the key of their label, and the page's address. What has no label is the pay's note."""
    facts: Facts = {}
    key = address = ""
    for line in listed.split("\n"):
        if line.startswith("  - "):
            facts.setdefault(key, []).append(_text(line.removeprefix("  - ")))
        elif found := _FACT.fullmatch(line):
            label, value = found["label"] or "", _text(found["value"])
            if label == "URL":
                address = value.strip("<>")
                continue
            key = _labels().get(label.casefold(), "") if label else "pay_note"
            facts.setdefault(key, []).extend([value] if value else [])
    return facts, address


def _fields(facts: Facts, today: date) -> dict[str, Found]:
    def one(key: str) -> str:
        return next(iter(facts.get(key, [])), "")

    days = {
        name: read_date(one(key), today=today) for name, key in (("date_posted", "posted"), ("valid_through", "closes"))
    }
    levels = _said("education", one("education"))
    return merged(
        said(
            department=one("department"),
            salary=_pay(one("pay"), one("pay_note")),
            equity=True if "equity" in facts else None,
            workplace=next(iter(_said("workplace", one("workplace"))), ""),
            employment_type=[name for value in facts.get("type", []) for name in _said("type", value)],
            applicants=_applicants(facts.get("applicants", []), one("time_zones")),
            hours=one("hours"),
            start=read_start(one("start"), today=today) if "start" in facts else None,
            skills=[_skill(value) for value in facts.get("skills", [])],
            experience=_experience(one("experience")),
            education=levels,
            experience_in_place_of_education=True if len(facts.get("education", [])) > 1 else None,
            openings=int(one("openings")) if one("openings").isdigit() else None,
            occupation=facts.get("occupation"),
            benefits=facts.get("benefits"),
            interview=[_step(value) for value in facts.get("interview", [])],
            apply=_apply(one("apply").strip("<>")),
            **{name: one(name) for name in ("eligibility", "travel", "industry", "identifier")},
        ),
        said(**days),
        place_fields(facts.get("place", []), mode=next(iter(_said("workplace", one("workplace"))), "")),
    )


def _pay(text: str, note: str) -> dict[str, Any] | None:
    found = read_pay([text.replace("\u00a0", " ")], country="US", labelled=True) if text else None
    return found.value | ({"note": note} if note else {}) if found else None


def _applicants(named: list[str], zones: str) -> dict[str, Any]:
    countries = [code for name in named if (code := country_code(name))]
    regions = ["-".join(state) for name in named if not country_code(name) and (state := state_of(name))]
    countries += [code for code in dict.fromkeys(region[:2] for region in regions) if code not in countries]
    anywhere = {"worldwide": True} if any(name in _phrases("applicants.worldwide") for name in named) else {}
    told = {"countries": countries, "regions": regions, "time_zones": zones}
    return {name: value for name, value in told.items() if value} | anywhere


def _skill(text: str) -> Any:
    found = _SKILL.fullmatch(text)
    return {"name": found["name"], "years": int(found["years"])} if found else text


def _step(text: str) -> Any:
    found = _STEP.fullmatch(text)
    minutes = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) if found else 0
    return {"step": found["step"], "minutes": minutes} if found and minutes else text


def _experience(text: str) -> Any:
    if text in _phrases("none_required"):
        return "none-required"
    count = re.search(r"\d+", text)
    return {"months" if _MONTHS.search(text) else "years": int(count.group())} if count else None


def _apply(address: str) -> dict[str, str] | None:
    if not address.startswith("mailto:"):
        return {"url": address} if address else None
    parts = urlsplit(address)
    subject = next(iter(parse_qs(parts.query).get("subject", [])), "")
    return {"email": unquote(parts.path)} | ({"subject": subject} if subject else {})


def _without_promise(body: str, promise: str) -> str:
    """The text without the site's own statement at its end, which every page gets again."""
    text, _, last = body.rstrip("\n").rpartition("\n\n")
    return text + "\n" if promise and " ".join(_text(last).split()) == " ".join(promise.split()) else body


def _text(text: str) -> str:
    """Markdown of a fact as the text that it shows."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).strip()


def _said(kind: str, text: str) -> list[str]:
    """The names of ours, such as `full-time`, whose words stand in a text, in the text's order."""
    words = {
        phrase: key.partition(".")[2] for key in _strings() if key.startswith(f"{kind}.") for phrase in _phrases(key)
    }
    found = [(text.find(phrase), -len(phrase), name) for phrase, name in words.items() if phrase in text]
    named: dict[int, str] = {}
    for at, _, name in sorted(found):
        named.setdefault(at, name)
    return list(dict.fromkeys(named.values()))


def _phrases(key: str) -> frozenset[str]:
    return _strings().get(key, frozenset())


@cache
def _labels() -> dict[str, str]:
    keys = {**{name: name for name in _PLAIN}, **_KEYS}
    return {phrase.casefold(): field for key, field in keys.items() for phrase in _phrases(key)}


@cache
def _strings() -> dict[str, frozenset[str]]:
    """The base theme's words by their key, of all its languages, with their plural forms."""
    found: dict[str, set[str]] = {}
    for file in sorted((carried() / "themes" / BASE / "strings").glob("*.yaml")):
        data, _ = parse_yaml(file.name, file.read_text(encoding="utf-8"))
        for key, forms in (data if isinstance(data, dict) else {}).items():
            found.setdefault(str(key), set()).update(map(str, forms.values() if isinstance(forms, dict) else [forms]))
    return {key: frozenset(phrases) for key, phrases in found.items()}
