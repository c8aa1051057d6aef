"""The tables that people may edit: whole, and in the words the rules know."""

from __future__ import annotations

from datetime import date

import pytest

from ssg.lint.lexicon import FEMININE, MASCULINE, PREFIX, lexicon
from ssg.lint.pay import laws
from ssg.lint.registry import RULES
from ssg.lint.tables import load_table, table_names
from ssg.model.iso import COUNTRIES, CURRENCIES

LANGUAGES = [name.removeprefix(PREFIX) for name in table_names(PREFIX)]
WORDING = {"age-words", "ability-words", "culture-words", "origin-words", "gendered-roles"}
LAW_KEYS = {"place", "law", "in", "cities", "asks", "width", "employers", "note", "source", "unchecked"}
MEMBER_STATES = 27


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.place)
def test_a_law_says_where_since_when_and_what(law) -> None:  # type: ignore[no-untyped-def]
    assert law.countries <= COUNTRIES
    assert law.asks.keys() <= {"range", "benefits", "closing-date", "width"}
    assert all(since > date(2000, 1, 1) for since in law.asks.values())
    assert law.source.startswith("https://")
    assert ("width" in law.asks) == (law.width is not None)
    assert law.width is None or law.width.currency in CURRENCIES


def test_a_law_has_no_key_that_nothing_reads() -> None:
    assert all(row.keys() <= LAW_KEYS for row in load_table("pay_transparency")["laws"])


def test_the_directive_names_every_member_state() -> None:
    (directive,) = [law for law in laws() if "Directive" in law.law]
    assert len(directive.codes) == MEMBER_STATES


def test_the_languages_of_the_issue_have_a_list() -> None:
    assert LANGUAGES == ["de", "en", "es", "fr", "pt"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_words_for_every_rule_about_wording(language: str) -> None:
    words = lexicon(language)
    assert words is not None
    assert words.rows.keys() == WORDING <= {rule.id for rule in RULES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_is_written_as_words_are_read(language: str) -> None:
    words = lexicon(language)
    assert words is not None
    for entry in words.entries:
        for at, word in enumerate(entry.words):
            stem = word.removesuffix("*") or ("any" if at else "")
            assert stem.isalnum() and stem == stem.casefold(), f"{word} in {' '.join(entry.words)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice(language: str) -> None:
    words = lexicon(language)
    assert words is not None
    phrases = [(entry.words, entry.group) for entry in words.entries]
    assert sorted({p for p in phrases if phrases.count(p) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_advice_is_part_of_a_sentence(language: str) -> None:
    words = lexicon(language)
    assert words is not None
    for rows in words.rows.values():
        for row in rows:
            assert row.why[0].islower() and not row.why.endswith(".")
            assert row.instead[0].isupper() and not row.instead.endswith(".")


def test_only_a_published_list_is_used_for_coded_words() -> None:
    coded = {lang for lang in LANGUAGES if any(e.group in (MASCULINE, FEMININE) for e in lexicon(lang).entries)}  # type: ignore[union-attr]
    assert coded == {"en"}
    english = lexicon("en")
    assert english is not None and english.source == "Gaucher, Friesen & Kay 2011"
    assert english.better.keys() <= {" ".join(e.words) for e in english.entries if e.group == MASCULINE}


def test_no_skill_goes_by_two_rows() -> None:
    names = [name.casefold() for row in load_table("spellings")["skills"] for name in row]
    assert sorted({name for name in names if names.count(name) > 1}) == []
