"""The modules that compare, narrow and order, each on its own in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.sites import write_files
from tests.static_server import serve
from tests.test_posting_list import listed, posting

if TYPE_CHECKING:
    from playwright.sync_api import Page

MODULES = Path(__file__).parents[1] / "themes/base/assets/js"
PAGE = """\
<!doctype html>
<html lang="en" data-base="/" data-today-zone="Europe/Lisbon">
<link rel="icon" href="data:,">
<title>Modules</title>
"""

CALL = "async ([module, name, ...given]) => (await import(`./${module}.js`))[name](...given)"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files: dict[str, str | bytes] = {path.name: path.read_bytes() for path in MODULES.glob("*.js")}
    with serve(write_files(tmp_path_factory.mktemp("modules"), {"index.html": PAGE, **files}), "/") as base:
        yield base


@pytest.fixture
def call(page: Page, host: str) -> Callable[..., Any]:
    """`call("fit", "lookFor", ...)` calls what a module exports, and returns what it answers."""
    page.goto(host)
    return lambda *given: page.evaluate(CALL, list(given))


# A text, the skill looked for, whether it is found, and the years that the text gives for it.
FITS = [
    ("I write Go every day", "Go", True, 0),
    ("good at google docs", "Go", False, 0),
    ("I go to work, and owned the go-to-market", "Go", False, 0),
    ("Go to market", "Go", False, 0),
    ("golang, five years", "Go", True, 5),
    ("5+ years of Go, Postgres and Redis", "Postgres", True, 5),
    ("5+ years of Go, Postgres and Redis", "Redis", True, 5),
    ("5 years of Go, 3 years of Python", "Python", True, 3),
    ("5 years of Go, 3 years of Python", "Go", True, 5),
    ("Go (5 years), Python (3 years)", "Python", True, 3),
    ("Go: 7 yrs\nPython: 2 yrs", "Python", True, 2),
    ("Python, 4 years, Ruby", "Ruby", True, 0),
    ("Python 4 years, Rust", "Rust", True, 0),
    ("PostgreSQL 15", "Postgres", True, 0),
    ("Postgres", "PostgreSQL", True, 0),
    ("k8s in production", "Kubernetes", True, 0),
    ("JS and CSS", "JavaScript", True, 0),
    ("Node.js", "JavaScript", False, 0),
    ("NodeJS", "Node.js", True, 0),
    ("C++ and C#", "C", False, 0),
    ("C, Rust", "C", True, 0),
    ("C/C++ toolchains", "C", True, 0),
    ("modern C++.", "C++", True, 0),
    ("C", "C++", False, 0),
    ("Objective-C", "C", False, 0),
    ("R&D for the R. Murphy fund", "R", False, 0),
    ("Python, R, SQL", "R", True, 0),
    ("Pythonista", "Python", False, 0),
    ("Ruby on Rails", "Rails", True, 0),
    ("machine  learning\nat scale", "Machine Learning", True, 0),
    ("AWS", "AWS or GCP", True, 0),
    ("Google Cloud", "AWS or GCP", True, 0),
    ("3 Jahre Kotlin", "Kotlin", True, 3),
    ("seis", "SEIS", True, 0),
    ("4 anos de Python", "Python", True, 4),
    ("3 años de Java", "Java", True, 3),
    ("6 ans de PHP", "PHP", True, 6),
    ("Alemao fluente", "German", True, 0),
    ("Português", "Portuguese", True, 0),
    ("Backend engineer, 2018–2022\nGo, Kafka", "Go", True, 4),
    ("Engineer 2018 - 2020\nGo\n\nEngineer 03/2023 – present\nGo", "Go", True, 5),
    ("Engineer, 2018 to 2020\nGo\n\nBaker, 2020 to 2026\nBread", "Go", True, 2),
    ("Tel. 2015-2018", "Go", False, 0),
    ("", "Go", False, 0),
    ("high-throughput  backends", "High-throughput backends", True, 0),
    ("built .NET services, CI/CD", ".NET", True, 0),
    ("CI/CD", "Continuous Integration", True, 0),
    ("T-SQL", "SQL", False, 0),
    ("skills: go, python, docker", "Go", True, 0),
    ("languages: python/go", "Go", True, 0),
    ("- go\n- rust", "Rust", True, 0),
    ("python, r, sql", "R", True, 0),
    ("places where people go, and rest", "Go", False, 0),
    ("(c) 2020 Example, r&d", "C", False, 0),
    ("Python-Entwickler", "Python", True, 0),
    ("5 Jahre als Go-Entwicklerin", "Go", True, 5),
    ("the Go-Live of the Go-To-Market plan", "Go", False, 0),
    ("C-Level", "C", False, 0),
    ("ASP.NET Core and SQL Server", ".NET", True, 0),
    ("C#/.NET, node, C++", ".NET", True, 0),
    ("C#/.NET, node, C++", "C#", True, 0),
    ("C#/.NET, node, C++", "Node.js", True, 0),
    ("C#/.NET, node, C++", "C", False, 0),
    ("Buchfu\u0308hrung", "Buchführung", True, 0),
    ("Buchfuehrung", "Buchführung", True, 0),
    ("GROSSHANDEL", "Großhandel", True, 0),
    ("Großhandel", "Grosshandel", True, 0),
    ("5+ years of Go", "Golang", True, 5),
    ("a_b $1 ^x [y] {2} ~!@#%&*|\\<>?;:'\"`=,", "a_b $1 ^x [y] {2} ~!@#%&*|\\<>?;:'\"`=,", True, 0),
    ("Ünïcode Größe", "Größe", True, 0),
    ("日本語 N1", "日本語", True, 0),
    ("(((((", "C++ (", False, 0),
]


def test_a_word_match_finds_whole_names_their_other_names_and_the_years_beside_them(call: Callable[..., Any]) -> None:
    looks = {case[:2]: call("fit", "lookFor", case[0], case[1], 2026) for case in FITS}
    found = {case: (look["found"], look["years"]) for case, look in looks.items()}
    assert found == {(text, skill): (is_found, years) for text, skill, is_found, years in FITS}
    dated = {text for (text, _), look in looks.items() if look["dated"]}
    assert dated == {text for text, *_ in FITS if text.startswith(("Backend engineer, 2018", "Engineer"))}


def test_a_cv_of_a_hundred_thousand_letters_is_compared_at_once(call: Callable[..., Any], page: Page) -> None:
    took = page.evaluate(
        """async () => {
          const { lookFor, yearsInAll } = await import("./fit.js");
          const cv = "2018–2022 5 years of Go, Postgres, and (C++) ".repeat(2300);
          const start = performance.now();
          for (const name of ["Go", "Postgres", "C++", "R", "Machine Learning", "Sales"]) lookFor(cv, name, 2026);
          yearsInAll(cv, 2026);
          return performance.now() - start;
        }"""
    )
    assert took < 1500


ADDRESSES = {
    "": "",
    "?q=+go++&department=data&department=art": "?q=go&department=art&department=data",
    "?department=a&department=a&unknown=1&__proto__=x&constructor=y": "?department=a",
    "?pay=-5&posted=1e99&sort=worst&saved=2&currency=EUR": "",
    "?pay=1000&currency=eur&posted=7.9&saved=1&sort=pay": "?pay=1000&posted=7&saved=1&sort=pay",
    "?pay=Infinity&posted=NaN&q=%00": "?q=%00",
    "?q=" + "a" * 500: "?q=" + "a" * 200,
    "?skill=" + "a" * 500: "",
}


def test_an_address_is_read_as_data_and_written_in_one_way(call: Callable[..., Any]) -> None:
    written = {query: call("address", "writeSearch", call("address", "readSearch", query)) for query in ADDRESSES}
    assert written == ADDRESSES


FIND = """async ([data, query]) => {
  const { findInList, readList } = await import("./postings.js");
  return findInList(readList(data), query);
}"""


def many() -> dict[str, Any]:
    """The list of 2,000 postings."""
    two = {"companies": {"acme": {"name": "Acme"}, "bolt": {"name": "Bolt"}}}
    return listed(
        *(
            posting(
                f"job-{n}",
                title="Job",
                date_posted="2026-11-02",
                department=f"D {n % 12}",
                locations=[{"city": f"P {n % 40}", "country": ("PT", "ES", "FR", "DE", "US")[n % 5]}],
                employment_type=("full-time", "part-time", "contract")[n % 3],
                workplace=("remote", "hybrid", "on-site")[n % 3],
                skills=[f"S {n % 100}", f"S {100 + n % 90}", f"S {200 + n % 80}"],
                salary={"min": 40000 + n, "max": 50000 + n, "currency": ("EUR", "USD")[n % 2], "unit": "year"},
                company=("acme", "bolt")[n % 2],
                **({"valid_through": "2099-01-01"} if n % 2 else {}),
            )
            for n in range(2000)
        ),
        **two,
    )


def test_the_list_is_read_as_it_is_written(call: Callable[..., Any], page: Page) -> None:
    page.clock.set_fixed_time("2026-11-20T12:00:00Z")
    year = {"currency": "EUR", "unit": "year"}
    data = listed(
        posting("go-engineer-krakow-2", title="Go Engineer", locations=[{"city": "Kraków", "country": "PL"}]),
        posting("a", title="Ä", workplace="remote", applicants={"worldwide": True}, salary={"amount": 50000, **year}),
        posting("b", salary={"amount": "24.5", "currency": "USD", "unit": "hour"}, skills=["Go", "SQL"]),
        posting("c", salary={"min": 60000, "max": 80000, **year}, language="pt", skills=["SQL"]),
        posting("over", valid_through="2026-11-19", date_posted="2026-11-01"),
        posting("soon", valid_through="2026-11-21", locations=[{"city": "Lisbon", "country": "PT"}, {"country": "PL"}]),
    )
    found = {one["slug"]: one for one in call("postings", "readList", data)["postings"]}
    assert list(found) == ["a", "b", "c", "go-engineer-krakow-2", "soon"]
    assert {slug: one["pay"] for slug, one in found.items() if one["pay"]} == {
        "a": ["EUR", 50000, 50000],
        "b": ["USD", 50960, 50960],
        "c": ["EUR", 60000, 80000],
    }
    assert {slug: one["keys"]["place"] for slug, one in found.items()} == {
        "a": ["pl", "pt"],
        "b": [],
        "c": [],
        "go-engineer-krakow-2": ["pl", "pl-krakow"],
        "soon": ["pl", "pt", "pt-lisbon"],
    }
    assert {slug: one["skills"] for slug, one in found.items() if one["skills"]} == {
        "b": ["skill:SQL", "skill:Go"],
        "c": ["skill:SQL"],
    }
    assert (found["c"]["lang"], found["b"]["lang"], found["a"]["text"]["pay"]) == ("pt", "", "Paid")
    assert found["soon"]["closes"] == "2026-11-21"
    assert found["go-engineer-krakow-2"]["href"] == "/careers/jobs/go-engineer-krakow-2/"


@pytest.mark.parametrize(
    ("query", "found"),
    [("go", ["b", "a"]), ("c", ["a"]), ("x", ["b", "c"]), ("x go", []), ("zeppelin", []), ("%", []), ("", [])],
)
def test_a_letter_is_a_word_and_begins_others_where_none_has_it(
    call: Callable[..., Any], page: Page, query: str, found: list[str]
) -> None:
    page.clock.set_fixed_time("2026-11-20T12:00:00Z")
    data = listed(
        posting("a", title="Engineer", skills=["C", "Go"]),
        posting("b", title="Go to Xanten", skills=["C++", "CSS"]),
        posting("c", title="Xylophonist"),
    )
    assert page.evaluate(FIND, [data, query]) == found


def test_two_thousand_postings_are_narrowed_and_put_in_order_within_fifty_milliseconds(
    call: Callable[..., Any], page: Page
) -> None:
    figures = page.evaluate(
        """async (data) => {
          const { narrow, order } = await import("./facets.js");
          const { readList } = await import("./postings.js");
          const { readSearch } = await import("./address.js");
          const list = readList(data);
          const asked = readSearch("?department=d-1&department=d-2&skill=s-1&skill=s-2&pay=40000&posted=3000");
          const times = Array.from({ length: 15 }, () => {
            const start = performance.now();
            const { found } = narrow(list, asked, null, new Set());
            order(found, "pay", { rank: null, currency: "EUR", fit: () => 0 });
            return performance.now() - start;
          });
          return { median: times.sort((a, b) => a - b)[7], found: narrow(list, asked, null, new Set()).found.length };
        }""",
        many(),
    )
    assert figures["found"] > 0
    assert figures["median"] < 50
