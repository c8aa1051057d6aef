"""The compact list of open postings that search and filters read in the browser."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssg.config import Config
from ssg.formats.posting_list import packed, posting_list, slug_rest
from ssg.model import Location, Posting
from ssg.site import Site, assemble_site

TODAY = date(2026, 11, 20)


class Words:
    """Stands for the theme: labels that tell kind and name, rows that tell the place."""

    def label(self, kind: str, name: str) -> str:
        return f"{kind}:{name}"

    def row(self, posting: Posting) -> Mapping[str, str]:
        towns = ", ".join(place.city or "" for place in posting.locations)
        return {"place": towns, "pay": "Paid" if posting.salary else "", "posted": f"on {posting.date_posted}"}


def site(*postings: Posting, **settings: Any) -> Site:
    config = Config.model_validate(
        {"title": "Jobs", "base_url": "https://example.org/careers/", "companies": {"acme": {"name": "Acme"}}}
        | settings
    )
    return assemble_site(config, postings, today=TODAY)


def posting(slug: str, **fields: Any) -> Posting:
    given = {"title": slug.title(), "date_posted": "2026-11-02", "company": "acme", "language": "en", "digest": slug}
    return Posting.model_validate({"slug": slug, "path": f"content/postings/{slug}.md"} | given | fields)


def listed(*postings: Posting, language: str = "en", **settings: Any) -> dict[str, Any]:
    value = json.loads(posting_list(site(*postings, **settings), language, Words()))
    assert isinstance(value, dict)
    return value


def numbers(letters: str) -> list[int]:
    """What `packed` has written, read by its rule."""
    found = re.findall(r"[]-~]*[#-[]", letters)
    assert "".join(found) == letters
    return [
        reduce(lambda high, letter: high * 34 + ord(letter) - 93, one[:-1], 0) * 57 + ord(one[-1]) - 35 for one in found
    ]


def steps(postings: list[str]) -> list[list[int]]:
    return [numbers(letters) for letters in postings]


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_numbers_are_written_as_letters_that_json_leaves_alone(given: list[int]) -> None:
    letters = packed(given)
    assert numbers(letters) == given
    assert json.dumps(letters) == f'"{letters}"'


def test_a_posting_names_its_terms_by_their_place_in_the_facets() -> None:
    lisbon = {"city": "Lisbon", "country": "PT"}
    value = listed(
        posting("a", department="Data", skills=["Go", "SQL"], locations=[lisbon], workplace="hybrid"),
        posting("b", department="Design", skills=["SQL"], employment_type="full-time", language="pt"),
    )
    assert value["base"] == "/careers/jobs/"
    assert value["language"] == "en"
    assert value["facets"] == {
        "department": [["data", "department:Data"], ["design", "department:Design"]],
        "country": [["pt", "country:PT"]],
        "place": [["pt-lisbon", "place:Lisbon", "pt"]],
        "type": [["full-time", "type:full-time"]],
        "skill": [["sql", "skill:SQL"], ["go", "skill:Go"]],
        "company": [["acme", "company:Acme"]],
        "workplace": [["hybrid", "workplace:hybrid"]],
        "language": [["en", "language:en"], ["pt", "language:pt"]],
    }
    assert value["postings"] == {"country": [""], "skill": ["##", "#"]}
    assert value["columns"] == {
        "title": ["A", "B"],
        "slug": ["", ""],
        "posted": "$$",
        "closes": "##",
        "pay": "##",
        "where": "$#",
        "department": "$%",
        "place": "$#",
        "type": "#$",
        "company": "$$",
        "workplace": "$#",
        "language": "$%",
        "low": [],
        "more": [],
    }
    assert value["tables"] == {
        "posted": [["2026-11-02", "on 2026-11-02"]],
        "closes": [],
        "pay": [],
        "where": ["Lisbon"],
    }


def test_a_country_is_named_where_no_town_tells_it_and_skills_by_the_postings_between() -> None:
    lisbon, spain, portugal = {"city": "Lisbon", "country": "PT"}, {"country": "ES"}, {"country": "PT"}
    value = listed(
        posting("a", locations=[lisbon, spain], skills=["A", "B", "C"]),
        posting("b", locations=[portugal], skills=["A", "C"]),
        posting("c", locations=[lisbon], skills=["A", "D"]),
    )
    assert [key for key, _ in value["facets"]["country"]] == ["pt", "es"]
    assert steps(value["postings"]["country"]) == [[1], [0]]
    assert [key for key, _ in value["facets"]["skill"]] == ["a", "c", "b", "d"]
    assert steps(value["postings"]["skill"]) == [[0, 0, 0], [0, 0], [0], [2]]


def test_a_role_from_home_stands_under_the_countries_one_may_apply_from() -> None:
    value = listed(
        posting("a", workplace="remote", applicants={"countries": ["PT", "ES"], "regions": ["US-WA"]}),
        posting("b", workplace="remote", applicants={"worldwide": True}),
        posting("c", workplace="hybrid", locations=[{"country": "PT"}]),
    )
    assert [key for key, _ in value["facets"]["country"]] == ["pt", "es", "us"]
    assert steps(value["postings"]["country"]) == [[0, 1], [0], [0]]
    assert numbers(value["anywhere"]) == [1]


def test_a_role_from_anywhere_is_under_every_country_that_another_names() -> None:
    found = site(
        posting("a", workplace="remote", applicants={"worldwide": True}),
        posting("b", locations=[{"city": "Lisbon", "country": "PT"}]),
        posting("c", workplace="remote", applicants={"countries": ["US"]}),
        posting("d", workplace="remote"),
        posting("e", workplace="hybrid", applicants={"worldwide": True}, locations=[{"country": "ES"}]),
    )
    assert {term.key: term.slugs for term in found.terms["country"]} == {
        "pt": ("a", "b"),
        "us": ("a", "c"),
        "es": ("a", "e"),
    }
    assert site(posting("a", workplace="remote", applicants={"worldwide": True})).terms["country"] == ()


LISBON = {"city": "Lisbon", "country": "PT"}
SPRINGFIELD = {"city": "Springfield", "country": "US"}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([LISBON, LISBON | {"region": "Lisboa"}], {"pt-lisboa-lisbon": "Lisbon"}),
        ([LISBON | {"region": "Lisboa"}, LISBON | {"region": "lisboa"}, LISBON], {"pt-lisboa-lisbon": "Lisbon"}),
        ([LISBON, {"city": "LISBON", "country": "PT", "region": "Lisboa"}], {"pt-lisboa-lisbon": "LISBON"}),
        ([LISBON, LISBON], {"pt-lisbon": "Lisbon"}),
        (
            [LISBON, {"city": "Lisbon", "country": "US", "region": "ME"}],
            {"pt-lisbon": "Lisbon", "us-me-lisbon": "Lisbon"},
        ),
        (
            [SPRINGFIELD | {"region": "IL"}, SPRINGFIELD | {"region": "MA"}, SPRINGFIELD],
            {
                "us-il-springfield": "Springfield, IL",
                "us-ma-springfield": "Springfield, MA",
                "us-springfield": "Springfield",
            },
        ),
    ],
)
def test_a_town_without_its_region_is_the_one_that_others_write_with_it(
    places: list[dict[str, str]], expected: dict[str, str]
) -> None:
    found = site(*(posting(f"p{n}", locations=[at]) for n, at in enumerate(places)))
    assert {term.key: term.name for term in found.terms["place"]} == expected
    assert sum(term.count for term in found.terms["place"]) == len(places)


@pytest.mark.parametrize(
    ("slug", "title", "rest"),
    [
        ("go-engineer", "Go Engineer", ""),
        ("go-engineer-lisbon", "Go Engineer", "-lisbon"),
        ("engineer-c-sharp", "Engineer (C#)", "-sharp"),
        ("support-24-7", 'Support "24/7"!', ""),
        ("engineer", "Go Engineer", "/engineer"),
        ("kafer", "Käfer", "/kafer"),
        ("x", "!", "x"),
        ("go-engineer-porto-2", "Go Engineer", "~-2"),
        ("go-engineer-sao-paulo", "Go Engineer", "}"),
        ("porto", "Go Engineer", "/porto"),
    ],
)
def test_a_slug_is_what_it_has_behind_the_words_of_title_and_town(slug: str, title: str, rest: str) -> None:
    assert slug_rest(slug, title, ["porto", "sao-paulo"]) == rest


def test_only_open_postings_are_listed_and_the_newest_stands_first() -> None:
    value = listed(
        posting("old", date_posted="2026-01-01"),
        posting("new", valid_through="2026-12-24"),
        posting("over", valid_through="2026-11-19"),
        posting("draft", status="draft"),
        posting("later", date_posted="2026-11-21"),
    )
    assert value["columns"]["title"] == ["New", "Old"]
    assert numbers(value["columns"]["closes"]) == [1, 0]
    assert value["tables"]["closes"] == [["2026-12-24", ""]]


def test_a_reader_of_another_language_gets_the_translation_under_its_address() -> None:
    original, translation = posting("a"), posting("a", title="Tradução", language="pt", translation="pt")
    value = listed(original, translation, language="pt", languages=["en", "pt"])
    assert value["base"] == "/careers/pt/jobs/"
    assert (value["columns"]["title"], value["language"]) == (["Tradução"], "pt")
    assert value["facets"]["language"] == [["pt", "language:pt"]]


@pytest.mark.parametrize(
    ("salary", "text", "expected"),
    [
        ({"min": 60000, "max": 80000}, "€60,000 – €80,000 a year", ["€##,### – €##,### a year", 60000, 20000]),
        ({"amount": 80000}, "80 000 € par an", ["## ### € par an", 80000, 0]),
        ({"max": 80000}, "Up to €80k", ["Up to €80k", 80000, 0]),
        ({"amount": "24.5"}, "€24.50", ["€24.50", 24.5, 0]),
        ({"min": "24.15", "max": "26.3"}, "€24.15 – €26.30", ["€24.15 – €26.30", 24.15, 2.15]),
    ],
)
def test_pay_is_told_by_its_figures_and_by_words_that_hold_them(
    salary: dict[str, Any], text: str, expected: list[Any]
) -> None:
    paid = Words()
    paid.row = lambda posting: {"pay": text}  # type: ignore[method-assign]
    given = posting("a", salary={"currency": "EUR", "unit": "year", **salary})
    value = json.loads(posting_list(site(given), "en", paid))
    columns = value["columns"]
    assert [value["tables"]["pay"][0][0], *columns["low"], *columns["more"]] == expected


def test_two_thousand_postings_stay_within_twenty_three_kilobytes_on_the_wire() -> None:
    cities = ["Lisbon", "Porto", "Berlin", "Madrid", "Paris", "Seattle"]
    skills = [f"Skill {n}" for n in range(120)]
    many = [
        posting(
            f"engineer-{n}-of-{n * 7919 % 10007}",
            title=f"{('Senior', 'Junior', 'Lead')[n % 3]} Engineer {n * 31 % 977}",
            department=f"Department {n % 12}",
            skills=[skills[n * k % 120] for k in (1, 3, 7, 11)],
            locations=[Location(city=cities[n % 6], country="PT")],
            salary={"min": 40000 + n % 40 * 1000, "max": 80000 + n % 50 * 1000, "currency": "EUR", "unit": "year"},
        )
        for n in range(2000)
    ]
    data = posting_list(site(*many), "en", Words()).encode()
    assert len(gzip.compress(data, mtime=0)) < 23_000
