"""The modules that compare, narrow and order, each on its own in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.sites import write_files
from tests.static_server import serve

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


def test_two_thousand_postings_are_narrowed_and_put_in_order_within_fifty_milliseconds(
    call: Callable[..., Any], page: Page
) -> None:
    figures = page.evaluate(
        """async () => {
          const { narrow, order } = await import("./facets.js");
          const { readList } = await import("./postings.js");
          const { readSearch } = await import("./address.js");
          const terms = (name, count) => Array.from({ length: count }, (_, at) => [`${name}-${at}`, `${name} ${at}`]);
          const column = (value) => Array.from({ length: 2000 }, (_, at) => value(at));
          const list = readList({
            base: "/jobs/", currencies: ["EUR", "USD"],
            facets: { department: terms("d", 12), country: terms("c", 5), type: terms("t", 3), skill: terms("s", 300),
              place: terms("p", 40).map(([key, label], at) => [key, label, `c-${at % 5}`]),
              company: terms("o", 2), workplace: terms("w", 3), language: terms("l", 2) },
            tables: { posted: [["2026-11-02", "2 Nov 2026"]], closes: [["2099-01-01", "Closes on 1 Jan 2099"]],
              pay: column((at) => [`${at}`, at % 2, 40000 + at, 50000 + at]), place: ["Lisbon"] },
            columns: { slug: column((at) => `-${at}`), title: column(() => "Job"), lang: column(() => 0),
              posted: column(() => 0), closes: column((at) => (at % 2) - 1), pay: column((at) => at),
              where: column(() => 0),
              department: column((at) => at % 12), country: column(() => []), place: column((at) => at % 40),
              type: column((at) => at % 3), skill: column((at) => [at % 100, 1 + (at % 90), 1 + (at % 80)]),
              company: column((at) => at % 2), workplace: column((at) => at % 3), language: column((at) => at % 2) },
          });
          const asked = readSearch("?department=d-1&department=d-2&skill=s-1&skill=s-2&pay=40000&posted=3000");
          const times = Array.from({ length: 15 }, () => {
            const start = performance.now();
            const { found } = narrow(list, asked, null, new Set());
            order(found, "pay", { rank: null, currency: "EUR", fit: () => 0 });
            return performance.now() - start;
          });
          return { median: times.sort((a, b) => a - b)[7], found: narrow(list, asked, null, new Set()).found.length };
        }"""
    )
    assert figures["found"] > 0
    assert figures["median"] < 50
