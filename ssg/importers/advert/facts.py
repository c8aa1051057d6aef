"""Fields of a pasted advert's labels, and of the facts of its head that speak for themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ssg.importers.advert.headline import Headline
from ssg.importers.advert.heads import Head
from ssg.importers.draft import Found, guess, said
from ssg.importers.fields import merged, types_fields
from ssg.importers.text.pay import beyond_pay, read_pay
from ssg.importers.text.places import read_places
from ssg.importers.text.skills import named_skills, years_asked
from ssg.importers.text.words import education, is_employment_type, is_permanent, workplace

_HOURS = re.compile(r"\b(?:\d{2}\s?[-–]\s?)?\d{2}(?:[.,]\d+)?\s?(?:hours|hrs|h|Std\.?|Stunden|heures|horas)\b.{0,20}")
_WORKLOAD = re.compile(r".*(?:%|FTE)", re.IGNORECASE)
_BEYOND_YEARS = re.compile(
    r"\d+|\b(?:years?|yrs?|months?|jahr(?:en?)?|monate?|ans?|mois|anos?|años?|mes(?:es)?|meses|of|at least|"
    r"minimum|min\.?|over|more|"
    r"than|mindestens|mehr als|mínimo|al menos|más de|mais de|moins|au moins|plus de|pelo menos|à|a|de|"
    r"experience|berufserfahrung|"
    r"erfahrung|expérience|experiência|experiencia|required|preferred|none)\b",
    re.IGNORECASE,
)
_CLAIMS = {
    "title": ("title",), "place": ("locations", "applicants"), "workplace": ("workplace",), "salary": ("salary",),
    "type": ("employment_type",), "apply": ("apply",), "date": ("date_posted",), "period": ("date_posted",),
    "closes": ("valid_through",),
}  # fmt: skip
_NOT_THE_ADVERTS = ("company", "other", "language")


def head_fields(head: Head, headline: Headline, country: str) -> dict[str, Found]:
    """What labels and facts say. `country` tells which dollar `$` is."""
    label = head.labelled.get
    facts = [*headline.facts, *head.facts]
    asked = [value for name, _, value in head.labels if name in ("type", "hours")]
    types = " , ".join([*asked, *(fact for fact in facts if is_employment_type(fact))])
    openings = label("openings", "")
    return merged(
        types_fields(types),
        said(salary=_pay([label("salary", "")], country) or _pay(facts, country)),
        said(department=label("department"), identifier=label("identifier"), industry=label("industry")),
        said(
            travel=label("travel"),
            hours=label("hours") or _hours(label("type", ""), headline, [f for f in facts if is_employment_type(f)]),
        ),
        said(openings=int(openings) if openings.isdigit() and 0 < int(openings) <= 10_000 else None),
        said(skills=_skills(label("skills", "")), experience=_experience(label("experience", ""))),
        said(education=_education(label("education", "")), equity=_equity(head, facts)),
    )


def more_pay(head: Head) -> list[str]:
    """Facts of pay that say more than the one which is taken: `National: £45,612, London: £49,200`."""
    paid = [text for text in head.facts if read_pay([text], labelled=True)]
    first = head.labelled.get("salary", "") or next(iter(paid), "")
    return [text for text in paid if text != first and beyond_pay(text)]


def unclaimed_labels(head: Head, fields: Mapping[str, Found]) -> str:
    """Labels whose values no field took, as a list: what an advert says stays in it."""
    lines = [
        f"- {label}: {value}"
        for name, label, value in head.labels
        if name not in _NOT_THE_ADVERTS and not _is_claimed(name, value, fields)
    ]
    return "\n".join([*dict.fromkeys(lines), ""]) if lines else ""


def _is_claimed(name: str, value: str, fields: Mapping[str, Found]) -> bool:
    """Whether a field says what a label says. A type with more to it (`Fixed term, 2 years`) does not."""
    if name == "type":
        return is_employment_type(value) or is_permanent(value) or "hours" in fields
    if name == "experience" and _BEYOND_YEARS.sub(" ", value).strip(" .,;:+()<>-–"):
        return False
    if name == "place" and read_places(value).rest:
        return False
    if name == "place" and workplace(value):
        return "workplace" in fields
    return any(field in fields for field in _CLAIMS.get(name, (name,)))


def _hours(kind: str, headline: Headline, facts: list[str]) -> str:
    found = _HOURS.search(kind) or next(filter(None, map(_HOURS.search, (*headline.facts, *facts))), None)
    workload = next((fact for fact in headline.facts if _WORKLOAD.fullmatch(fact)), "")
    return found.group().strip(" ,.()") if found else workload


def _experience(asked: str) -> dict[str, int] | None:
    years = years_asked(f"{asked} experience") if asked else None
    return {"years": years[0]} if years else None


def _education(asked: str) -> Found | None:
    name = education(asked)[0] if asked else ""
    return guess([name], asked) if name else None


def _equity(head: Head, facts: list[str]) -> bool | None:
    said_so = head.labelled.get("equity", "").casefold() in ("yes", "ja", "sim", "oui", "sí")
    return (
        True
        if said_so or any("equity" in text.casefold() for text in (head.labelled.get("salary", ""), *facts))
        else None
    )


def _pay(texts: list[str], country: str) -> Found | None:
    found = read_pay([text for text in texts if text], country=country, labelled=True)
    told = next((text for text in texts if text and read_pay([text], country=country, labelled=True) == found), "")
    if found and beyond_pay(told):  # `plus super and vehicle`
        return replace(found, value=found.value | {"note": told})
    return found


def _skills(text: str) -> list[str]:
    """The items of a list of skills, under the names that technologies usually go by."""
    listed = [part.strip(" .") for part in re.split(r"\s*[,;|·•/]\s*", text) if part.strip(" .")]
    return [
        names[0] if len(names := named_skills(f"({part})")) == 1 and len(part.split()) == 1 else part
        for part in listed
        if len(part) <= 60
    ]
