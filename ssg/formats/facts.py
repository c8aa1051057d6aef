"""A posting's facts in words, in the language of the page: what descriptions, feeds and Markdown say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ssg import l10n
from ssg.formats.entry import Entry
from ssg.formats.words import words
from ssg.model import Applicants, Experience, InterviewStep, Location, Salary, Skill


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: the field it comes from, its name for the reader, and one or more values in words."""

    key: str
    label: str
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        return ", ".join(self.values)


def facts(entry: Entry) -> tuple[Fact, ...]:
    """Every fact of the posting that its page shows beside title and text, in the order of the page."""
    say = words(entry.language)
    found = ((key, tuple(v for v in values if v)) for key, values in _values(entry, say))
    return tuple(Fact(key, say[_label(key, values)], values) for key, values in found if values)


def _label(key: str, values: tuple[str, ...]) -> str:
    return "places" if key == "place" and len(values) > 1 else key


def _values(entry: Entry, say: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    p, language = entry.posting, entry.language
    yield "company", (entry.company.name,)
    yield "department", (p.department or "",)
    yield "place", tuple(dict.fromkeys(full_place(at, language) for at in p.locations))
    yield "workplace", (say[p.workplace] if p.workplace else "",)
    yield "applicants", who_may_apply(p.applicants, language)
    yield "time_zones", ((p.applicants and p.applicants.time_zones) or "",)
    yield "type", tuple(say[kind] for kind in p.employment_type)
    yield "pay", (pay(p.salary, language) if p.salary else "",)
    yield "pay_note", ((p.salary and p.salary.note) or "",)
    yield "incentives", (p.incentives or "",)
    yield "equity", (say["equity"] if p.equity else "",)
    yield "benefits", p.benefits
    yield "skills", tuple(skill(s, language) for s in p.skills)
    yield "experience", (experience(p.experience, language) if p.experience else "",)
    yield "education", tuple(say[level] for level in p.education)
    yield "instead", (say["instead"] if p.experience_in_place_of_education and p.education else "",)
    yield "hours", (p.hours or "",)
    yield "travel", (p.travel or "",)
    yield "start", (l10n.day(p.start_date, language) if p.start_date else say["immediately"] if p.start else "",)
    yield "openings", (str(p.openings) if p.openings else "",)
    yield "eligibility", (p.eligibility or "",)
    yield "interview", tuple(interview(step) for step in p.interview)
    yield "identifier", (p.identifier or "",)
    yield "posted", (l10n.day(p.date_posted, language),)
    yield "closes", (l10n.day(p.valid_through, language) if p.valid_through else "",)


def full_place(location: Location, language: str) -> str:
    """The place with street and postal code, where they are known."""
    before = [location.street, location.postal_code, l10n.place(location, language)]
    return ", ".join(part for part in before if part)


def who_may_apply(applicants: Applicants | None, language: str) -> tuple[str, ...]:
    """Countries and regions one may work from, in words; a country is left to its regions when it has any."""
    if applicants is None:
        return ()
    if applicants.worldwide:
        return (words(language)["worldwide"],)
    countries = tuple(l10n.country(code, language) for code in open_countries(applicants))
    return countries + tuple(l10n.region(code, language) for code in applicants.regions)


def open_countries(applicants: Applicants) -> tuple[str, ...]:
    """Countries that are open as a whole: those without a region of their own in the list."""
    narrowed = {region.partition("-")[0] for region in applicants.regions}
    return tuple(code for code in applicants.countries if code not in narrowed)


def pay(salary: Salary, language: str) -> str:
    """`$170,000 – $230,000 a year`, `from €50,000 a year`, `€24.50 an hour`."""
    say = words(language)
    low, high = l10n.pay_figures(salary, language)
    if low and high:
        figures = low if low == high else f"{low} – {high}"
    else:
        figures = say["from"].format(low) if low else say["up_to"].format(high)
    return f"{figures} {say[salary.unit]}"


def skill(skill: Skill, language: str) -> str:
    """`Go (5+ years)`, or the name alone."""
    return f"{skill.name} ({_span(skill.years, 'year', language, '+')})" if skill.years else skill.name


def experience(experience: Experience, language: str) -> str:
    """`5+ years`, `18+ months`, or that none is needed."""
    months = experience.in_months
    if not months:
        return words(language)["no_experience"]
    unit, count = ("month", months) if months % 12 else ("year", months // 12)
    return _span(count, unit, language, "+")


def _span(count: int, unit: str, language: str, mark: str = "") -> str:
    key = f"one_{unit}" if count == 1 and not mark else f"{unit}s"
    return words(language)[key].format(f"{count}{mark}")


def interview(step: InterviewStep) -> str:
    """`Call with the people team (30 min)`."""
    return f"{step.step} ({step.minutes} min)" if step.minutes else step.step
