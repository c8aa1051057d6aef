"""The compact list of open postings that search and filters read in the browser."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ssg.config import Config
from ssg.formats.posting_list import pay_range, posting_list, slug_rest
from ssg.model import Location, Posting, Salary
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


def test_a_posting_names_its_terms_by_their_place_in_the_facets() -> None:
    lisbon = {"city": "Lisbon", "country": "PT"}
    value = listed(
        posting("a", department="Data", skills=["Go", "SQL"], locations=[lisbon], workplace="hybrid"),
        posting("b", department="Design", skills=["SQL"], employment_type="full-time", language="pt"),
    )
    assert value["base"] == "/careers/jobs/"
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
    assert value["columns"] == {
        "slug": ["", ""],
        "title": ["A", "B"],
        "lang": [0, "pt"],
        "posted": [0, 0],
        "closes": [-1, -1],
        "pay": [-1, -1],
        "where": [0, -1],
        "department": [0, 1],
        "country": [[], []],
        "place": [0, []],
        "type": [[], 0],
        "skill": [[0, 1], [0]],
        "company": [0, 0],
        "workplace": [0, []],
        "language": [0, 1],
    }
    assert value["tables"] == {
        "posted": [["2026-11-02", "on 2026-11-02"]],
        "closes": [],
        "pay": [],
        "place": ["Lisbon"],
    }


def test_a_country_is_named_where_no_town_tells_it_and_skills_by_their_distances() -> None:
    lisbon, spain, portugal = {"city": "Lisbon", "country": "PT"}, {"country": "ES"}, {"country": "PT"}
    value = listed(
        posting("a", locations=[lisbon, spain], skills=["A", "B", "C"]),
        posting("b", locations=[portugal], skills=["A", "C"]),
        posting("c", locations=[lisbon], skills=["A", "D"]),
    )
    assert [key for key, _ in value["facets"]["country"]] == ["pt", "es"]
    assert value["columns"]["country"] == [1, 0, []]
    assert [key for key, _ in value["facets"]["skill"]] == ["a", "c", "b", "d"]
    assert value["columns"]["skill"] == [[0, 1, 1], [0, 1], [0, 3]]


def test_a_role_from_home_stands_under_the_countries_one_may_apply_from() -> None:
    value = listed(
        posting("a", workplace="remote", applicants={"countries": ["PT", "ES"], "regions": ["US-WA"]}),
        posting("b", workplace="remote", applicants={"worldwide": True}),
        posting("c", workplace="hybrid", locations=[{"country": "PT"}]),
    )
    assert [key for key, _ in value["facets"]["country"]] == ["pt", "es", "us"]
    assert value["columns"]["country"] == [[0, 1, 2], -1, 0]


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
    ],
)
def test_a_slug_is_what_it_has_behind_the_words_of_the_title(slug: str, title: str, rest: str) -> None:
    assert slug_rest(slug, title) == rest


def test_only_open_postings_are_listed_and_the_newest_stands_first() -> None:
    value = listed(
        posting("old", date_posted="2026-01-01"),
        posting("new", valid_through="2026-12-24"),
        posting("over", valid_through="2026-11-19"),
        posting("draft", status="draft"),
        posting("later", date_posted="2026-11-21"),
    )
    assert value["columns"]["title"] == ["New", "Old"]
    assert value["columns"]["closes"] == [0, -1]
    assert value["tables"]["closes"] == [["2026-12-24", ""]]


def test_a_reader_of_another_language_gets_the_translation_under_its_address() -> None:
    original, translation = posting("a"), posting("a", title="Tradução", language="pt", translation="pt")
    value = listed(original, translation, language="pt", languages=["en", "pt"])
    assert value["base"] == "/careers/pt/jobs/"
    assert (value["columns"]["title"], value["columns"]["lang"]) == (["Tradução"], [0])


def test_pay_is_compared_in_one_unit_and_each_currency_for_itself() -> None:
    hourly = {"amount": "24.5", "currency": "EUR", "unit": "hour"}
    yearly = {"min": 60000, "max": 80000, "currency": "EUR", "unit": "year"}
    dollars = {"min": 170000, "currency": "USD", "unit": "year"}
    value = listed(posting("a", salary=hourly), posting("b", salary=yearly), posting("c", salary=dollars))
    assert value["currencies"] == ["EUR", "USD"]
    figures = [value["tables"]["pay"][at] for at in value["columns"]["pay"]]
    assert figures == [["Paid", 0, 50960, 50960], ["Paid", 0, 60000, 80000], ["Paid", 1, 170000, 170000]]


@pytest.mark.parametrize(
    ("unit", "to", "expected"),
    [("month", "year", (60000, 60000)), ("year", "hour", (2.4, 2.4)), ("week", "month", (21666.67, 21666.67))],
)
def test_pay_is_normalised_by_full_time_work(unit: Any, to: Any, expected: tuple[float, float]) -> None:
    assert pay_range(Salary(amount=Decimal(5000), currency="EUR", unit=unit), to) == expected


def test_two_thousand_postings_stay_within_twenty_five_kilobytes_on_the_wire() -> None:
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
    assert len(gzip.compress(data, mtime=0)) < 25_000
