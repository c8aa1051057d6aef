"""A posting's facts in words, as its page says them: what descriptions, feeds and Markdown say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ssg import l10n
from ssg.formats.entry import Entry
from ssg.formats.phrases import Phrases
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


@lru_cache(256)
def facts(entry: Entry, say: Phrases) -> tuple[Fact, ...]:
    """Every fact of the posting that its page shows beside title and text, in the order of the page.

    Remembered for a while: page, twin, feeds and lists say the same facts of a posting one after the other.
    """
    return tuple(
        Fact(key, say.counted(label, len(values)) if label else "", tuple(map(one_line, values)))
        for key, label, given in _rows(entry, say)
        if (values := tuple(value for value in given if value))
    )


def one_line(text: str) -> str:
    """Line breaks and runs of spaces as one space; the no-break spaces of figures stay."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BREAKS.sub(" ", text).strip()


def _rows(entry: Entry, say: Phrases) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Key, key of the label and values of every fact; a value that is empty is none."""
    p, language = entry.posting, say.language
    places = tuple(dict.fromkeys(full_place(at, language) for at in p.locations))
    yield "company", "facet_company", (entry.company.name,)
    yield "department", "facet_department", (p.department or "",)
    yield "pay", "pay", (pay(p.salary, say) if p.salary else "",)
    yield "pay_note", "", ((p.salary and p.salary.note) or "",)
    yield "equity", "equity_label", (say["equity_given"] if p.equity else "",)
    yield "incentives", "", (p.incentives or "",)
    yield "workplace", "workplace", (say[f"workplace.{p.workplace}"] if p.workplace else "",)
    yield "applicants", "who_may_apply", who_may_apply(p.applicants, say)
    yield "time_zones", "time_zones", ((p.applicants and p.applicants.time_zones) or "",)
    yield "place", "place", places
    yield "type", "type", tuple(say[f"type.{kind}"] for kind in p.employment_type)
    yield "hours", "hours", (p.hours or "",)
    yield "start", "start", (_start(p, say),)
    yield "posted", "posted", (l10n.day(p.date_posted, language),)
    yield "closes", "closes", (l10n.day(p.valid_through, language) if p.valid_through else "",)
    yield "skills", "skills", tuple(skill(s, say) for s in p.skills)
    yield "experience", "experience", (experience(p.experience, say) if p.experience else "",)
    yield "education", "education", _education(p, say)
    yield "eligibility", "eligibility", (p.eligibility or "",)
    yield "travel", "travel", (p.travel or "",)
    yield "openings", "openings", (l10n.number(p.openings, language) if p.openings else "",)
    yield "industry", "industry", (p.industry or entry.company.industry or "",)
    yield "occupation", "occupation", p.occupation
    yield "identifier", "identifier", (p.identifier or "",)
    yield "benefits", "benefits", p.benefits
    yield "interview", "interview", tuple(interview(step, say) for step in p.interview)


def full_place(location: Location, language: str) -> str:
    """`1 Main Street, 98101 Seattle, WA, United States`: with street and postal code where they are known."""
    town = " ".join(part for part in (location.postal_code, l10n.spoken_place(location, language, whole=True)) if part)
    return f"{location.street}, {town}" if location.street else town


def who_may_apply(applicants: Applicants | None, say: Phrases) -> tuple[str, ...]:
    """Countries and regions one may work from, in words; a country is left to its regions when it has any."""
    if applicants is None:
        return ()
    if applicants.worldwide:
        return (say["applicants.worldwide"],)
    countries = tuple(l10n.country(code, say.language) for code in open_countries(applicants))
    return countries + tuple(l10n.region(code, say.language) for code in applicants.regions)


def open_countries(applicants: Applicants) -> tuple[str, ...]:
    """Countries that are open as a whole: those without a region of their own in the list."""
    narrowed = {region.partition("-")[0] for region in applicants.regions}
    return tuple(code for code in applicants.countries if code not in narrowed)


@lru_cache(20_000)
def pay(salary: Salary, say: Phrases) -> str:
    """`$170,000 – $230,000 a year`, `From €50,000 a year`, `€24.50 an hour`."""
    unit = say[f"unit.{salary.unit}"]
    low, high = l10n.pay_figures(salary, say.language)
    if low and high and low != high:
        return say.fill("pay.range", low=low, high=high, unit=unit)
    pattern = "pay.amount" if low == high else "pay.from" if low else "pay.up_to"
    return say.fill(pattern, amount=low or high, unit=unit)


def skill(skill: Skill, say: Phrases) -> str:
    """`Go (5+ years)`, or the name alone."""
    return f"{skill.name} ({say.counted('years', skill.years)})" if skill.years else skill.name


def experience(experience: Experience, say: Phrases) -> str:
    """`At least 5 years`, `At least 18 months`, or that none is needed."""
    if experience.years:
        return say.counted("at_least_years", experience.years)
    if experience.months:
        return say.counted("at_least_months", experience.months)
    return say["none_required"]


def _education(posting: FrontMatter, say: Phrases) -> tuple[str, ...]:
    """Levels as `A or B`, and whether experience counts in their place."""
    levels = [say[f"education.{level}"] for level in posting.education]
    instead = say["experience_counts"] if posting.experience_in_place_of_education else ""
    return (l10n.joined(levels, say.language, "or"), instead) if levels else ()


def _start(posting: FrontMatter, say: Phrases) -> str:
    if posting.start is None:
        return ""
    if posting.start == "immediately":
        return say["start_immediately"]
    return l10n.day(posting.start, say.language)


def interview(step: InterviewStep, say: Phrases) -> str:
    """`Call with the people team (1 h 30 min)`."""
    return f"{step.step} ({duration(step.minutes, say)})" if step.minutes else step.step


def duration(minutes: int, say: Phrases) -> str:
    """`45 min`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    pattern = "duration.both" if hours and rest else "duration.hours" if hours else "duration.minutes"
    return say.fill(pattern, hours=hours, minutes=rest)
