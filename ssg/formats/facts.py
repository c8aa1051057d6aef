"""A posting's facts in words, as its page says them: what descriptions, feeds and Markdown say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ssg import l10n
from ssg.formats.entry import Entry
from ssg.formats.words import counted, words
from ssg.model import Applicants, Experience, InterviewStep, Location, Salary, Skill
from ssg.model.posting import FrontMatter

_BREAKS = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its key, its name for the reader (empty where it speaks for itself), and its values in words."""

    key: str
    label: str
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        """The values on one line."""
        return ("; " if any("," in value for value in self.values) else ", ").join(self.values)

    @property
    def named(self) -> str:
        """`Places: Lisbon; Seattle`, or the values alone."""
        return f"{self.label}: {self.text}" if self.label else self.text


def facts(entry: Entry) -> tuple[Fact, ...]:
    """Every fact of the posting that its page shows beside title and text, in the order of the page."""
    say = words(entry.language)
    rows = (
        (key, say[label] if label else "", tuple(one_line(value) for value in values if value))
        for key, label, values in _rows(entry, say)
    )
    return tuple(Fact(key, label, values) for key, label, values in rows if values)


def one_line(text: str) -> str:
    """Line breaks and runs of spaces as one space; the no-break spaces of figures stay."""
    return _BREAKS.sub(" ", text).strip()


def _rows(entry: Entry, say: Mapping[str, str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    p, language = entry.posting, entry.language
    places = tuple(dict.fromkeys(full_place(at, language) for at in p.locations))
    yield "company", "facet_company", (entry.company.name,)
    yield "department", "facet_department", (p.department or "",)
    yield "pay", "pay", (pay(p.salary, language) if p.salary else "",)
    yield "pay_note", "", ((p.salary and p.salary.note) or "",)
    yield "equity", "equity_label", (say["equity_given"] if p.equity else "",)
    yield "incentives", "", (p.incentives or "",)
    yield "workplace", "workplace", (say[f"workplace.{p.workplace}"] if p.workplace else "",)
    yield "applicants", "who_may_apply", who_may_apply(p.applicants, language)
    yield "time_zones", "time_zones", ((p.applicants and p.applicants.time_zones) or "",)
    yield "place", "place.other" if len(places) > 1 else "place.one", places
    yield "type", "type", tuple(say[f"type.{kind}"] for kind in p.employment_type)
    yield "hours", "hours", (p.hours or "",)
    yield "start", "start", (_start(p, language),)
    yield "posted", "posted", (l10n.day(p.date_posted, language),)
    yield "closes", "closes", (l10n.day(p.valid_through, language) if p.valid_through else "",)
    yield "skills", "skills", tuple(skill(s, language) for s in p.skills)
    yield "experience", "experience", (experience(p.experience, language) if p.experience else "",)
    yield "education", "education", _education(p, language)
    yield "eligibility", "eligibility", (p.eligibility or "",)
    yield "travel", "travel", (p.travel or "",)
    yield "openings", "openings", (l10n.number(p.openings, language) if p.openings else "",)
    yield "identifier", "identifier", (p.identifier or "",)
    yield "benefits", "benefits", p.benefits
    yield "interview", "interview", tuple(interview(step, language) for step in p.interview)


def full_place(location: Location, language: str) -> str:
    """`1 Main Street, 98101 Seattle, WA, United States`: with street and postal code where they are known."""
    town = " ".join(part for part in (location.postal_code, l10n.place(location, language)) if part)
    return f"{location.street}, {town}" if location.street else town


def who_may_apply(applicants: Applicants | None, language: str) -> tuple[str, ...]:
    """Countries and regions one may work from, in words; a country is left to its regions when it has any."""
    if applicants is None:
        return ()
    if applicants.worldwide:
        return (words(language)["applicants.worldwide"],)
    countries = tuple(l10n.country(code, language) for code in open_countries(applicants))
    return countries + tuple(l10n.region(code, language) for code in applicants.regions)


def open_countries(applicants: Applicants) -> tuple[str, ...]:
    """Countries that are open as a whole: those without a region of their own in the list."""
    narrowed = {region.partition("-")[0] for region in applicants.regions}
    return tuple(code for code in applicants.countries if code not in narrowed)


def pay(salary: Salary, language: str) -> str:
    """`$170,000 – $230,000 a year`, `From €50,000 a year`, `€24.50 an hour`."""
    say = words(language)
    unit = say[f"unit.{salary.unit}"]
    low, high = l10n.pay_figures(salary, language)
    if low and high and low != high:
        return say["pay.range"].format(low=low, high=high, unit=unit)
    pattern = "pay.amount" if low == high else "pay.from" if low else "pay.up_to"
    return say[pattern].format(amount=low or high, unit=unit)


def skill(skill: Skill, language: str) -> str:
    """`Go (5+ years)`, or the name alone."""
    return f"{skill.name} ({counted('years', skill.years, language)})" if skill.years else skill.name


def experience(experience: Experience, language: str) -> str:
    """`At least 5 years`, `At least 18 months`, or that none is needed."""
    if experience.years:
        return counted("at_least_years", experience.years, language)
    if experience.months:
        return counted("at_least_months", experience.months, language)
    return words(language)["none_required"]


def _education(posting: FrontMatter, language: str) -> tuple[str, ...]:
    """Levels as `A or B`, and whether experience counts in their place."""
    say = words(language)
    levels = [say[f"education.{level}"] for level in posting.education]
    instead = say["experience_counts"] if posting.experience_in_place_of_education else ""
    return (l10n.joined(levels, language, "or"), instead) if levels else ()


def _start(posting: FrontMatter, language: str) -> str:
    if posting.start is None:
        return ""
    if posting.start == "immediately":
        return words(language)["start_immediately"]
    return l10n.day(posting.start, language)


def interview(step: InterviewStep, language: str) -> str:
    """`Call with the people team (1 h 30 min)`."""
    if not step.minutes:
        return step.step
    hours, minutes = divmod(step.minutes, 60)
    pattern = "duration.both" if hours and minutes else "duration.hours" if hours else "duration.minutes"
    return f"{step.step} ({words(language)[pattern].format(hours=hours, minutes=minutes)})"
