"""One schema.org JobPosting as a draft; docs/moving-in.md has the table of properties."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ssg.importers.clean import tidy_line
from ssg.importers.dig import dig, first, items, number, raw, records, words
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import address, apply_fields, merged, place_fields, salary, types_fields
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.text.dates import any_day
from ssg.importers.text.gazetteer import country_code, state_of

_DEGREES = {
    "high school": "high-school", "associate degree": "associate-degree", "bachelor degree": "bachelor-degree",
    "professional certificate": "professional-certificate", "postgraduate degree": "postgraduate-degree",
    "no requirements": "none-required",
}  # fmt: skip


def draft_of(posting: dict[str, Any]) -> Draft:
    """One JobPosting as a draft."""
    fields = merged(
        said(
            title=plain_text_of(words(posting, "title")),
            date_posted=any_day(words(posting, "datePosted")),
            valid_through=any_day(words(posting, "validThrough")),
            department=words(posting, "employmentUnit", "name"),
            benefits=_listed(posting, "jobBenefits") or _listed(posting, "benefits"),
            skills=_listed(posting, "skills"),
            experience=_experience(posting),
            education=_education(posting),
            experience_in_place_of_education=True if posting.get("experienceInPlaceOfEducation") is True else None,
            identifier=first([words(posting, "identifier", "value"), words(posting, "identifier")]),
            industry=", ".join(dict.fromkeys(filter(None, map(words, items(posting, "industry"))))),
            hours=words(posting, "workHours"),
            start="immediately"
            if posting.get("jobImmediateStart") is True
            else any_day(words(posting, "jobStartDate")),
            openings=_openings(posting),
            eligibility=words(posting, "eligibilityToWorkRequirement"),
            occupation=_listed(posting, "occupationalCategory"),
            incentives=plain_text_of(words(posting, "incentiveCompensation")),
        ),
        _types(posting),
        _places(posting),
        said(salary=_salary(posting)),
        _apply(posting),
    )
    company = plain_text_of(first([words(posting, "hiringOrganization", "name"), words(posting, "hiringOrganization")]))
    site = first(
        [words(posting, "hiringOrganization", "url"), *map(words, items(posting, "hiringOrganization", "sameAs"))]
    )
    return Draft(fields, markdown_of(raw(posting, "description")), Found(company), site, _notes(posting))


def _listed(posting: dict[str, Any], name: str) -> list[str]:
    """Text, a list of texts, or defined terms, as a list of lines."""
    texts = [first([words(item), words(item, "name"), words(item, "codeValue")]) for item in items(posting, name)]
    if len(texts) == 1 and "<li" in raw(posting, name):
        texts = re.findall(r"<li[^>]{0,200}>(.*?)</li>", raw(posting, name), re.DOTALL)
    elif len(texts) == 1 and re.search(r"[,;\n•]", raw(posting, name)):
        texts = re.split(r"\s*[,;\n•]\s*", raw(posting, name)) if len(texts[0]) < 600 else texts
    return [line for text in texts if (line := plain_text_of(text).strip(" -*·.")) and len(line) <= 200][:60]


# TELECOMMUTE is the only value that schema.org knows; the others are what pages write all the same.
_MODES = (
    ("TELECOMMUTE", "remote"),
    ("HYBRID", "hybrid"),
    ("REMOTE", "remote"),
    ("ON", "on-site"),
    ("OFFICE", "on-site"),
)


def _types(posting: dict[str, Any]) -> dict[str, Found]:
    return types_fields(
        " , ".join(
            words(item).replace("_", " ").replace("INTERN", "internship") for item in items(posting, "employmentType")
        )
    )


def _places(posting: dict[str, Any]) -> dict[str, Found]:
    kinds = [words(item).upper() for item in items(posting, "jobLocationType")]
    mode = next((mode for kind in kinds for word, mode in _MODES if word in kind), "")
    remote = mode == "remote"
    locations = [place for item in items(posting, "jobLocation") if (place := _place(item))]
    named = [words(item) for item in items(posting, "jobLocation") if isinstance(item, str)]
    fields = said(workplace=mode, locations=[p for p in locations if "country" in p])
    loose = [", ".join(place.values()) for place in locations if "country" not in place]
    allowed = _allowed(posting) if remote else {}
    more = place_fields([*named, *loose], mode=mode)
    both = [*(fields["locations"].value if "locations" in fields else ())]
    both += [place for place in (more["locations"].value if "locations" in more else ()) if place not in both]
    where = replace(more["locations"], value=both) if "locations" in more else Found(both)
    return merged(said(locations=where), fields, said(applicants=allowed), more)


def _place(item: Any) -> dict[str, str]:
    where = dig(item, "address")
    if isinstance(where, str):
        return {"city": tidy_line(where)}
    where = where if isinstance(where, dict) else item
    named = first(
        [
            words(where, "addressCountry"),
            words(where, "addressCountry", "name"),
            words(where, "addressCountry", "identifier"),
        ]
    )
    city, region = words(where, "addressLocality"), words(where, "addressRegion")
    code = country_code(named)
    if country_code(city) == code and code and city.casefold() == named.casefold():
        city = ""
    if region.casefold() == named.casefold():
        region = ""
    return address(words(where, "streetAddress"), city, region, code, words(where, "postalCode"))


def _allowed(posting: dict[str, Any]) -> dict[str, Any]:
    countries, regions = [], []
    for item in items(posting, "applicantLocationRequirements"):
        name = first([words(item, "identifier"), words(item, "name"), words(item)])
        if code := country_code(name) or country_code(words(item, "name")):
            countries.append(code)
        elif re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", name):
            regions.append(name)
        elif found := state_of(name):
            regions.append("-".join(found))
    allowed = {"countries": list(dict.fromkeys(countries)), "regions": list(dict.fromkeys(regions))}
    return {name: codes for name, codes in allowed.items() if codes}


def _salary(posting: dict[str, Any]) -> dict[str, Any] | None:
    base = dig(posting, "baseSalary")
    base = base[0] if isinstance(base, list) and base else base
    value = dig(base, "value") if isinstance(base, dict) else base
    code = first([words(base, "currency"), words(value, "currency"), words(posting, "salaryCurrency")])
    unit = first([words(value, "unitText"), words(base, "unitText"), words(value, "unitCode")])
    low, high = (
        first([words(value, "minValue"), words(base, "minValue")]),
        first([words(value, "maxValue"), words(base, "maxValue")]),
    )
    if not low and not high:
        low = high = first([words(value, "value"), words(value)])
    return salary(low, high, code, unit)


def _experience(posting: dict[str, Any]) -> Any:
    asked = dig(posting, "experienceRequirements")
    asked = asked[0] if isinstance(asked, list) and asked else asked
    if words(asked).casefold() == "no requirements":
        return "none-required"
    months = number(asked, "monthsOfExperience")
    if not months or months != int(months):
        return None
    return {"years": int(months) // 12} if int(months) % 12 == 0 else {"months": int(months)}


def _education(posting: dict[str, Any]) -> list[str]:
    named = [
        first([words(item, "credentialCategory"), words(item)]).casefold()
        for item in items(posting, "educationRequirements")
    ]
    return list(dict.fromkeys(_DEGREES[name] for name in named if name in _DEGREES))


def _openings(posting: dict[str, Any]) -> int | None:
    count = number(posting, "totalJobOpenings")
    return int(count) if count and count == int(count) else None


def _apply(posting: dict[str, Any]) -> dict[str, Found]:
    mail = words(posting, "applicationContact", "email").removeprefix("mailto:")
    url = words(posting, "url")
    if url.startswith("http"):
        fields = apply_fields(url)
        if str(posting.get("directApply")).lower() == "true":
            fields = said(apply=fields["apply"].value | {"direct": True})
        return fields
    return said(apply={"email": mail}) if mail else {}


def _notes(posting: dict[str, Any]) -> tuple[str, ...]:
    """What the page says that no field of ours takes for what it is."""
    notes = []
    for name in ("experienceRequirements", "educationRequirements"):
        text = words(posting, name)
        if text and text.casefold() != "no requirements" and text.casefold() not in _DEGREES:
            notes.append(f'{name}: "{text[:80]}" is text: write it as `{name.removesuffix("Requirements")}` if it fits')
    if dig(posting, "baseSalary") not in (None, "", [], {}) and not _salary(posting):
        notes.append("baseSalary: figure, currency and unit are not all said, so it was left out")
    if records(posting, "estimatedSalary"):
        notes.append("estimatedSalary: an estimate is not the employer's word, so it was left out")
    return tuple(notes)
