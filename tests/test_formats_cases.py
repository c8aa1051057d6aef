"""Cases of tests/formats_cases/: a posting as its author wrote it, and what a format makes of it.

A case is a title, then between lines of a single `.` the posting (front matter, `---`, body) and the expected text.
`python -m tests.test_formats_cases` writes what comes out now into the files; read the difference before committing it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml

from ssg.content.markdown import render_body
from ssg.diagnostics import Severity
from ssg.formats import AGGREGATORS, FEEDS, Entry, feed_diagnostics
from ssg.formats.description import description
from ssg.formats.jobs_json import jobs_json
from ssg.formats.llms import llms
from ssg.formats.markdown import markdown
from ssg.formats.markup import script_json
from ssg.formats.places import applicant_locations, job_location
from ssg.model import Body
from tests.formats_entries import BOOK, FEED, make_entry

FOLDER = Path(__file__).parent / "formats_cases"
_CASE = re.compile(r"^(?P<title>\S[^\n]*)\n\.\n(?P<posting>.*?)^\.\n(?P<expected>.*?)^\.\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    path: Path
    line: int
    title: str
    posting: str
    expected: str

    def read(self) -> tuple[Entry, Body, str]:
        """The entry, its body, and the body's Markdown."""
        front, _, text = self.posting.partition("---\n")
        fields = yaml.safe_load(front) or {}
        entry = make_entry(fields.pop("slug", "map-engineer"), language=fields.pop("page", "en"), **fields)
        return entry, render_body(text), text


def cases(path: Path) -> Iterator[Case]:
    text = path.read_text(encoding="utf-8")
    for found in _CASE.finditer(text):
        yield Case(path, text.count("\n", 0, found.start()) + 1, found["title"], found["posting"], found["expected"])


def output(case: Case) -> str:
    entry, body, text = case.read()
    return MAKERS[case.path.stem](entry, body, text)


def _feed(name: str) -> Callable[[Entry, Body, str], str]:
    def make(entry: Entry, body: Body, text: str) -> str:
        file = FEEDS[name].write(replace(FEED, language=entry.language), [entry], {entry.posting.source: body}, BOOK)
        return file[file.index("<entry>") : file.index("</feed>")].replace("><", ">\n<") if name == "atom" else file

    return make


def _aggregator(name: str) -> Callable[[Entry, Body, str], str]:
    """The jobs alone, or why there is none."""

    def make(entry: Entry, body: Body, text: str) -> str:
        bodies = {entry.posting.source: body}
        aggregator = next(a for a in AGGREGATORS.values() if a.key == name)
        file = aggregator.write(FEED, [entry], bodies, BOOK)
        found = list(feed_diagnostics(aggregator.key, [entry], bodies, BOOK))
        assert all(d.severity is Severity.WARNING for d in found)
        jobs = re.findall(r"<job[ >].*?</job>\n", file, re.DOTALL)
        missing = len(list(aggregator.places(entry))) - len(jobs)
        assert bool(missing) == bool(found), "what is left out is reported, and only that"
        return "".join(jobs) + "".join(f"{d}\n" for d in found)

    return make


MAKERS: dict[str, Callable[[Entry, Body, str], str]] = {
    **{name: _aggregator(name) for name in AGGREGATORS},
    "atom": _feed("atom"),
    "json_feed": _feed("json-feed"),
    "jobs_json": lambda entry, body, text: jobs_json(FEED, [entry], {entry.posting.source: body}, BOOK),
    "description": lambda entry, body, text: description(entry, body, BOOK[entry.language]) + "\n",
    "places": lambda entry, body, text: (
        f"{script_json(job_location(entry))}\n{script_json(applicant_locations(entry, BOOK[entry.language]))}\n"
    ),
    "markdown": lambda entry, body, text: markdown(entry, text, BOOK[entry.language]),
    "llms": lambda entry, body, text: llms(FEED, [entry], BOOK, [("Atom feed", FEED.url)]),
}
ALL = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


def test_every_format_has_cases() -> None:
    assert {case.path.stem for case in ALL} == set(MAKERS)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.path.name}:{case.line}") for case in ALL])
def test_a_posting_becomes(case: Case) -> None:
    assert output(case) == case.expected, case.title


def update() -> None:
    """Write what comes out now as what is expected."""
    for path in sorted(FOLDER.glob("*.txt")):
        found = [f"{c.title}\n.\n{c.posting}.\n{output(c)}.\n" for c in cases(path)]
        path.write_text("\n".join(found), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(update())
