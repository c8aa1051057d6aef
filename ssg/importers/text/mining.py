"""Facts that stand only in an advert's running text: each is a guess, with the words it was read from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ssg.importers.draft import Draft, Found, guess
from ssg.importers.lexicon.cities import PROVINCES, US_STATES
from ssg.importers.text.gazetteer import countries_named
from ssg.importers.text.interviews import interview_in
from ssg.importers.text.language import language_of
from ssg.importers.text.pay import read_pay
from ssg.importers.text.sections import Part, lines_of, parts_of
from ssg.importers.text.skills import named_skills, skill_years, years_asked
from ssg.importers.text.words import education, title_types, types_in_text, workplace_in_text

_EQUITY = re.compile(
    r"\b(?:(?:stock|share) options|equity (?:package|grant|stake|on top|in the company|is included)|(?:and|plus|"
    r"competitive|"
    r"meaningful|\+|with) equity\b|equity(?:,| and| is|$|\.| comes)|\brsus?\b|vsop|esop|\bbspce\b|virtuelle anteile|"
    r"participação no capital|mitarbeiterbeteiligung)",
    re.IGNORECASE,
)
_NOT_EQUITY = re.compile(
    r"divers|inclusion|pay equity|private equity|gender|racial|health equity|brand equity|equity and", re.IGNORECASE
)
_BENEFITS = re.compile(
    r"^(?:- )?(?:benefits|perks|vorteile|benefícios|avantages|beneficios)\s*:\s*(?P<items>\S.{2,150})$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://|\w@\w")
_INSURED = r"\b(?:health|medical|dental|vision|life|disability)\b"
_INSURANCES = re.compile(
    rf"(?:^|[.!?]\s+|\b(?:offer|include|provide|get|receive)\w*\s(?:[\w-]+\s){{0,3}}?)"
    rf"(?P<kinds>{_INSURED}(?:,? (?:and |& )?{_INSURED}){{1,5}}) insurance\b",
    re.IGNORECASE | re.MULTILINE,
)
_NO_BENEFIT = re.compile(r"\bequal\b|discriminat|gleichbehandl", re.IGNORECASE)
_HOURS = re.compile(
    r"\b\d{2}(?:[.,]\d{1,2})?\s?(?:(?:-|–|to|bis|à|a)\s?\d{2}\s?)?(?:hours?|hrs?|h|stunden|std\.?|heures|horas)\s?"
    r"(?:(?:/|a|per|pro|par|por|die)\s?(?:week|woche|semaine|semana)\w*|weekly|wöchentlich|semanales|semanais|"
    r"hebdomadaires)",
    re.IGNORECASE,
)
_OVERLAP = re.compile(
    r"\b(?:[Oo]verlap(?:ping)? (?:\w+ ){0,3}with|within|available during|in)\s+(?:the\s+)?(?P<zones>(?:US |European |"
    r"North American )?(?:Pacific|Eastern|Central|Mountain|European|EMEA|EST|PST|PT|ET|CET|CEST|GMT|UTC|BST)"
    r"(?:[ ]?[+±/-]{1,3}[ ]?\d{1,2})?(?:[ ][Tt]ime)?(?:[ ](?:working|business|standard))?[ ](?:hours|time ?zones?|"
    r"time))\b",
)
_REMOTE_IN = re.compile(
    r"\b(?:remote(?:ly)?|work from home|anywhere)\s+(?:position\s+|role\s+|"
    r"work\s+)?(?:with)?in\s+(?P<where>(?:the\s+)?[A-Z][^.;\n]{1,60})"
    r"|\bremote (?:from|across|aus|innerhalb von|em|dans) (?:the )?(?P<there>[A-Z][^.;\n]{1,60})",
)
_REFERENCE = re.compile(
    r"\b(?:quoting(?: the)?(?: reference| ref\.?)?|(?:job )?ref(?:erence)?(?: (?:number|code|id|no\.?))?|"
    r"kennziffer|referenz(?:nummer)?|"
    r"référence|referência|referencia|ref\.ª)\s*[:#]?\s*(?P<id>(?=[\w/.-]*\d)[A-Z0-9][\w/.-]{2,30})",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:states|provinces)\b[^.:\n]{0,40}:\s*(?P<codes>[A-Z]{2}(?:(?:, | and | or |, and |, or )[A-Z]{2})+)\b"
)
_NO_EXPERIENCE = re.compile(
    r"no (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)|"
    r"keine (?:berufs)?erfahrung (?:nötig|erforderlich)|sem experiência|sin experiencia|"
    r"débutants? acceptés?",
    re.I,
)


_LONGEST, _LONGEST_LINE = 100_000, 2_000


@dataclass(frozen=True)
class Text:
    """An advert's body, cut at its headings, and what is known of the country it is for."""

    title: str
    body: str
    parts: tuple[Part, ...]
    country: str
    today: date


def mined(draft: Draft, *, today: date) -> Draft:
    """The draft with what its body says about fields that it has no value for yet."""
    if draft.complete or not draft.body:
        return draft
    body = "\n".join(line[:_LONGEST_LINE] for line in draft.body[:_LONGEST].split("\n"))
    text = Text(str(draft.value("title") or ""), body, parts_of(body), _country(draft), today)
    draft = draft.having(
        {name: found for name, read in _READERS.items() if name not in draft.fields and (found := read(text))}
    )
    return _with_more_applicants(draft, text)


def _with_more_applicants(draft: Draft, text: Text) -> Draft:
    """The draft with states and hours that the text adds to countries which were said outright."""
    known = draft.fields.get("applicants")
    more = _applicants(text) if known and "countries" in known.value else None
    new = {key: value for key, value in more.value.items() if key not in known.value} if known and more else {}
    if not known or not more or not new:
        return draft
    return replace(draft, fields={**draft.fields, "applicants": Found(known.value | new, more.guess)})


def _country(draft: Draft) -> str:
    places = [place.get("country", "") for place in draft.value("locations") or ()]
    allowed = (draft.value("applicants") or {}).get("countries", ())
    return next((code for code in (*places, *allowed) if code), "")


def _salary(text: Text) -> Found | None:
    lines = [line.strip() for line in text.body.split("\n") if any(c.isdigit() for c in line)]
    found = read_pay(lines, country=text.country)
    return found and (
        found
        if found.guess
        else guess(found.value, next(line for line in lines if read_pay([line], country=text.country) == found))
    )


def _skills(text: Text) -> Found | None:
    asked = [*lines_of(text.parts, "qualifications", "skills"), *lines_of(text.parts, "responsibilities")]
    years = {name: n for line in asked if (found := skill_years(line)) for name in found[0] for n in [found[1]]}
    names = named_skills("\n".join([f"… {text.title} …", *(f"- {line}" for line in asked)]))
    skills: list[Any] = [{"name": name, "years": years[name]} if name in years else name for name in names[:30]]
    return guess(skills, "names in the text") if skills else None


def _experience(text: Text) -> Found | None:
    if none := _NO_EXPERIENCE.search(text.body):
        return guess("none-required", none.group())
    wanted = any(part.kind == "qualifications" for part in text.parts)
    lines = lines_of(text.parts, "qualifications", "skills")
    asked = [(found[0], line) for line in lines if (found := years_asked(line, wanted=wanted))]
    if not asked:
        return None
    years, line = max(asked, key=lambda item: item[0])
    return guess({"years": years}, line)


def _benefits(text: Text) -> Found | None:
    for part in text.parts:
        if part.kind == "benefits":
            items = [item.rstrip(".;,") for item in part.items if len(item) <= 120 and not _NO_BENEFIT.search(item)]
            items = [item for item in items if not read_pay([item]) and not _ADDRESS.search(item)]
            if len(items) >= 2 and any(line.lstrip().startswith(("- ", "1")) for line in part.lines):
                return guess(list(dict.fromkeys(items))[:20], part.heading)
    if found := _BENEFITS.search(text.body):
        return guess([found["items"].strip(" .")], found.group())
    if found := _INSURANCES.search(text.body):  # `Health, dental and vision insurance`
        kinds = re.findall(rf"{_INSURED}", found["kinds"], re.IGNORECASE)
        return guess(
            [f"{kind.capitalize()} insurance" for kind in dict.fromkeys(map(str.lower, kinds))],
            found.group().lstrip(". "),
        )
    return None


def _workplace(text: Text) -> Found | None:
    name, words = workplace_in_text(
        "\n".join(line for part in text.parts if part.kind not in ("interview", "equal") for line in part.lines)
    )
    return guess(name, words) if name else None


def _types(text: Text) -> Found | None:
    found = types_in_text(text.body) or title_types(text.title)
    return guess(list(found), ", ".join(found)) if found else None


def _education(text: Text) -> Found | None:
    name, words, _ = education("\n".join(lines_of(text.parts, "qualifications")))
    return guess([name], words) if name else None


def _in_place(text: Text) -> Found | None:
    for line in lines_of(text.parts, "qualifications"):
        name, _, instead = education(line)
        if name and instead and _experience(text):
            return guess(True, line)
    return None


def _equity(text: Text) -> Found | None:
    for line in text.body.split("\n"):
        if (found := _EQUITY.search(line)) and not _NOT_EQUITY.search(line):
            clause = next((part for part in re.split(r"(?<=[.;!?])\s+", line) if found.group() in part), line)
            return guess(True, clause)
    return None


def _hours(text: Text) -> Found | None:
    found = _HOURS.search(text.body)
    return guess(" ".join(found.group().split()), found.group()) if found else None


def _applicants(text: Text) -> Found | None:
    allowed: dict[str, Any] = {}
    from_where = _REMOTE_IN.search(text.body)
    if from_where and (countries := sorted(countries_named(from_where["where"] or from_where["there"]))):
        allowed["countries"] = countries
    if (states := _STATES.search(text.body)) and text.country in ("US", "CA", ""):
        codes = re.findall(r"[A-Z]{2}", states["codes"])
        regions = {code: land for land, known in (("CA", PROVINCES), ("US", US_STATES)) for code in known}
        if len(codes) > 1 and all(code in regions for code in codes):
            allowed["regions"] = [f"{regions[code]}-{code}" for code in codes]
    if found := _OVERLAP.search(text.body):
        allowed["time_zones"] = " ".join(found["zones"].split())
    words = [match.group() for match in (from_where, states, found) if match]
    return guess(allowed, words[0] if "countries" in allowed else words[-1]) if allowed else None


def _identifier(text: Text) -> Found | None:
    found = _REFERENCE.search(text.body)
    return guess(found["id"].rstrip(".,;"), found.group()) if found else None


def _language(text: Text) -> Found | None:
    code = language_of(text.body)
    return Found(code) if code else None


def _interview(text: Text) -> Found | None:
    return interview_in(text.parts)


_READERS: dict[str, Callable[[Text], Found | None]] = {
    "workplace": _workplace,
    "employment_type": _types,
    "applicants": _applicants,
    "salary": _salary,
    "equity": _equity,
    "benefits": _benefits,
    "skills": _skills,
    "experience": _experience,
    "education": _education,
    "experience_in_place_of_education": _in_place,
    "interview": _interview,
    "hours": _hours,
    "identifier": _identifier,
    "language": _language,
}
