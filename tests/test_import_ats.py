"""What applicant tracking systems publish, in shapes written by hand after their documentation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from ssg.importers import KINDS, import_text
from tests.sites import read_archive
from tests.test_import_text import CONFIG, TODAY, front_matter

CASES = sorted((Path(__file__).parent / "import_cases" / "ats").glob("*.case"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_source_gives_exactly_what_it_says(path: Path) -> None:
    case = read_archive(path.read_text(encoding="utf-8"))
    name = next(name for name in case if name.startswith("source."))
    result = import_text(case[name].encode(), name, today=TODAY, config=CONFIG)
    expected = [
        {key: str(value) if isinstance(value, date) else value for key, value in posting.items()}
        for posting in yaml.safe_load(case["postings.yaml"])
    ]
    assert [{**front_matter(posting), "body": posting.body} for posting in result.postings] == expected
    assert [d.message for d in result.diagnostics] == case.get("refused", "").splitlines()


def test_every_kind_is_recognised_by_its_own_samples_alone() -> None:
    """A sample is taken by the kind whose name its file begins with, and every kind of a system has a sample."""
    seen = set()
    for path in CASES:
        case = read_archive(path.read_text(encoding="utf-8"))
        name = next(name for name in case if name.startswith("source."))
        seen.add(import_text(case[name].encode(), name, today=TODAY, config=CONFIG).kind.lower())
    systems = {kind.NAME.lower() for kind in KINDS} - {
        "json-ld",
        "jobs.json",
        "markdown",
        "markdown twin",
        "plain text",
    }
    assert seen == systems


def test_a_personio_address_tells_where_to_apply() -> None:
    source = (
        "<workzag-jobs><position><id>7</id><office>Berlin</office><name>Koch</name>"
        "<createdAt>2026-11-02T10:00:00+00:00</createdAt></position></workzag-jobs>"
    )
    result = import_text(source.encode(), "https://acme.jobs.personio.de/xml", today=TODAY, config=CONFIG)
    assert front_matter(result.postings[0])["apply"] == {"url": "https://acme.jobs.personio.de/job/7"}


def test_what_a_system_says_and_no_field_can_take_is_reported() -> None:
    case = read_archive((CASES[0].parent / "greenhouse.case").read_text(encoding="utf-8"))
    cook = import_text(case["source.json"].encode(), "x", today=TODAY, config=CONFIG).postings[1]
    assert 'place "Cambridge": no country is said, and it is not certain which one it is' in cook.report.notes
    assert any(note.startswith("salary: Zone 1, 5000 to 6000 cents USD") for note in cook.report.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_the_encodings_that_spreadsheets_write(encoding: str) -> None:
    table = (
        "sep=;\r\nStellentitel;Unternehmen;Standort;Gehalt von;Gehalt bis;Währung;Zeitraum;Veröffentlicht am;"
        "Beschreibung\r\n"
        '"Koch; Bäcker";Example;Köln, Deutschland;2.800,50;3.200;EUR;Monat;05.11.2026;'
        '"Eine Zeile\r\n\r\n- ""Brot"""\r\n'
    )
    (posting,) = import_text(table.encode(encoding), "jobs.csv", today=TODAY, config=CONFIG).postings
    assert front_matter(posting) == {
        "title": "Koch; Bäcker",
        "date_posted": "2026-11-05",
        "company": "example",
        "locations": [{"city": "Köln", "country": "DE"}],
        "salary": {"min": 2800.5, "max": 3200, "currency": "EUR", "unit": "month"},
    }
    assert posting.body.endswith('- "Brot"\n')


def test_a_table_whose_quotation_mark_is_not_closed_is_refused() -> None:
    result = import_text(b'title,description\n"Cook,abc\nBaker,bread\n', "jobs.csv", today=TODAY, config=CONFIG)
    assert [d.message for d in result.diagnostics] == [
        "the source names no title (the table breaks off in 'Cook,abc Baker,bread'): no file was written"
    ]


@pytest.mark.parametrize(
    "text", ['{"jobs": [], "meta": {"total": 0}}', '{"jobs": [{"title": "Co', "<?xml version='1.0'?><a/>"]
)
def test_data_of_no_known_system_is_never_taken_for_an_advert(text: str) -> None:
    result = import_text(text.encode(), "jobs.json", today=TODAY, config=CONFIG)
    assert [d.message for d in result.diagnostics] == [
        "the source is JSON or XML, of no system that is known or cut off"
    ]
