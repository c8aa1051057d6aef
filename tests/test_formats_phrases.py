"""Formats speak the theme's words, so that nothing in them is missing on the page."""

from __future__ import annotations

from typing import Any

import pytest

from ssg import l10n
from ssg.diagnostics import ConfigError
from ssg.formats.facts import experience, facts, interview, pay
from ssg.formats.phrases import Phrases
from ssg.model import Experience, InterviewStep, Location, Salary
from tests.formats_entries import BOOK, EN, full_entry


@pytest.mark.parametrize(
    ("language", "expected"),
    [("pt", "Remuneração"), ("de", "Gehalt"), ("ja", "Pay")],
)
def test_a_language_without_words_gets_english_ones(language: str, expected: str) -> None:
    assert BOOK[language]["pay"] == expected


@pytest.mark.parametrize(
    ("salary", "language", "expected"),
    [
        ({"min": 170000, "max": 230000, "currency": "USD", "unit": "year"}, "en", "$170,000 – $230,000 a year"),
        ({"min": 50000, "currency": "EUR", "unit": "year"}, "de", "Ab 50.000\xa0€ im Jahr"),
        ({"max": 50, "currency": "EUR", "unit": "hour"}, "en", "Up to €50 an hour"),
        ({"amount": "24.50", "currency": "EUR", "unit": "hour"}, "en", "€24.50 an hour"),
        ({"min": 10, "max": 10, "currency": "EUR", "unit": "day"}, "en", "€10 a day"),
    ],
)
def test_pay_is_said_as_people_write_it(salary: dict[str, Any], language: str, expected: str) -> None:
    assert pay(Salary(**salary), BOOK[language]) == expected


@pytest.mark.parametrize(
    ("at", "row", "whole"),
    [
        (
            {"city": "Seattle", "region": "WA", "country": "US"},
            "Seattle, WA, United States",
            "Seattle, WA, United States",
        ),
        ({"city": "München", "region": "BY", "country": "DE"}, "München, Germany", "München, Bayern, Germany"),
        ({"city": "Berlin", "region": "BE", "country": "DE"}, "Berlin, Germany", "Berlin, Germany"),
        ({"city": "Umeå", "region": "AC", "country": "SE"}, "Umeå, Sweden", "Umeå, Sweden"),
        ({"city": "Umeå", "region": "Norrland", "country": "SE"}, "Umeå, Sweden", "Umeå, Norrland, Sweden"),
        ({"region": "WA", "country": "US"}, "Washington, United States", "Washington, United States"),
        ({"region": "AC", "country": "SE"}, "AC, Sweden", "AC, Sweden"),
    ],
)
def test_a_place_has_its_region_as_people_say_it(at: dict[str, Any], row: str, whole: str) -> None:
    place = Location(**at)
    assert (l10n.spoken_place(place, "en"), l10n.spoken_place(place, "en", whole=True)) == (row, whole)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("US-WA", "Washington, United States"), ("PT-11", "Lisboa, Portugal"), ("SE-AC", "AC, Sweden")],
)
def test_a_region_is_called_by_its_name(code: str, expected: str) -> None:
    assert l10n.region(code, "en") == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"years": 1}, "At least 1 year"),
        ({"years": 5}, "At least 5 years"),
        ({"months": 18}, "At least 18 months"),
        ({"none_required": True}, "None required"),
    ],
)
def test_experience_is_said_in_the_unit_it_was_written_in(given: dict[str, Any], expected: str) -> None:
    assert experience(Experience(**given), EN) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(30, "Call (30 min)"), (60, "Call (1 h)"), (90, "Call (1 h 30 min)")]
)
def test_an_interview_says_how_long_it_takes(minutes: int, expected: str) -> None:
    assert interview(InterviewStep(step="Call", minutes=minutes), EN) == expected
    assert interview(InterviewStep(step="Call"), EN) == "Call"


def test_all_facts_of_a_posting_are_said_in_the_order_of_the_page() -> None:
    assert [f"{fact.key}: {fact.named}" for fact in facts(full_entry(), EN)] == [
        "company: Company: Acme",
        "department: Department: Cartography",
        "pay: Pay: $170,000 – $230,000 a year",
        "pay_note: Before tax.",
        "equity: Equity: On top of pay",
        "incentives: A yearly bonus",
        "workplace: Workplace: Hybrid",
        "place: Places: 1 Main Street, 98101 Seattle, WA, United States; Lisbon, Lisboa, Portugal",
        "type: Employment type: Full-time, Contract",
        "hours: Hours: 40 a week",
        "start: Start: 1 February 2027",
        "posted: Posted: 2 November 2026",
        "closes: Closes: 31 January 2027",
        "skills: Skills: Go, Postgres (5+ years)",
        "experience: Experience: At least 60 months",
        "education: Education: Bachelor's degree, Experience counts in its place",
        "eligibility: Work permit: A permit to work in the US",
        "travel: Travel: Some, to Seattle",
        "openings: Openings: 2",
        "industry: Industry: Map making",
        "occupation: Occupation: 15-1252.00",
        "identifier: Reference: ENG-123",
        "benefits: Benefits: Health insurance, Dental insurance",
        "interview: Interviews: Call with the people team (30 min), Day on site",
    ]


def test_a_word_fills_its_places_and_leaves_other_braces_alone() -> None:
    say = Phrases("en", {"at": "{count} of {all} {", "role": {"one": "{count} role", "other": "{count} roles"}})
    assert say.fill("at", count=1, all=2) == "1 of 2 {"
    assert (say.counted("role", 1), say.counted("role", 2), say["role"]) == ("1 role", "2 roles", "{count} roles")
    assert say.counted("at", 3) == "3 of {all} {"


def test_a_word_that_a_theme_lacks_is_named() -> None:
    with pytest.raises(ConfigError) as caught:
        Phrases("en", {"pays": "Pays"})["pay"]
    assert [str(d) for d in caught.value.diagnostics] == [
        "strings/en.yaml: error: the theme has no string `pay`, which feeds say. Is `pays` meant for it? [strings]"
    ]
