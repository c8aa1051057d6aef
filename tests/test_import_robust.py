"""Whatever is handed in: a posting that the model takes, or a diagnostic; never a traceback, never for minutes."""

from __future__ import annotations

import copy
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ssg.importers import import_text
from ssg.importers.document import LARGEST
from ssg.importers.posting_file import Imported
from ssg.model import FrontMatter
from ssg.source import parse_yaml, split_source
from tests.sites import read_archive
from tests.test_import_text import CONFIG, TODAY

WORDS = st.sampled_from(
    (
        "Engineer\nDeveloper\n## \n- \n• \n\t\n: \nLocation:\nSalary: \n$\n€60k\n170.000 €\n 5+ years of Go\n{\n[\n"
        "<p>\n</p>\n&lt;b&gt;\n&nbsp;\n---\ntitle: \n#\n'\n\"\n%\n@\nRemote\nLisbon, Portugal\nvor 3 Tagen\n"
        "31. 10. 2025\n(30 min)\n\u200b\n\u202e\n\x00\nno\n12:30\n~\nnull\n`\n|\n>"
    ).split("\n")
)
TEXTS = st.lists(WORDS | st.text(max_size=12) | st.just("\n"), max_size=60).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=12,
)
SHAPES: dict[str, dict[str, Any]] = {
    "JobPosting": {"@type": "JobPosting"},
    "Greenhouse": {"absolute_url": "https://x.example", "updated_at": "x", "title": "Cook"},
    "Lever": {"hostedUrl": "https://x.example", "categories": {}, "text": "Cook"},
    "Workable": {"shortcode": "X", "title": "Cook"},
    "SmartRecruiters": {"name": "Cook", "releasedDate": "2026-01-01"},
}
FIELDS = st.sampled_from(
    (
        "title description datePosted validThrough hiringOrganization employmentType jobLocation baseSalary skills url "
        "identifier location content offices departments metadata pay_input_ranges workplaceType salaryRange createdAt "
        "lists country locations city telecommuting compensation jobAd company language experienceRequirements"
    ).split()
)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def hold(data: bytes) -> None:
    """Every posting of a source can be read again as the model's front matter, and says what was imported."""
    result = import_text(data, "source", today=TODAY, config=CONFIG)
    assert result.postings or result.diagnostics
    for posting in result.postings:
        stands(posting)


def stands(posting: Imported) -> None:
    source, problems = split_source("content/postings/x.md", posting.text.encode())
    assert source is not None, (problems, posting.text)
    assert problems == ()
    front, problems = parse_yaml("x.md", source.front)
    assert problems == (), posting.text
    assert FrontMatter.model_validate(front).title == " ".join(posting.title.split())


@CALM
@given(st.binary(max_size=300))
@example(b"")
@example(b"\xff\xfeA\x00")
@example(b'{"jobs": ')
@example(b"<!DOCTYPE x [<!ENTITY a 'b'>]><workzag-jobs>&a;</workzag-jobs>")
def test_any_bytes_give_postings_or_diagnostics(data: bytes) -> None:
    hold(data)


@CALM
@given(TEXTS)
@example("\t\r0\nEngineer")
def test_any_text_gives_postings_or_diagnostics(text: str) -> None:
    hold(text.encode("utf-8", "surrogatepass"))


@CALM
@given(st.sampled_from(sorted(SHAPES)), st.dictionaries(FIELDS, JSON, max_size=8))
def test_any_values_in_a_known_shape_give_postings_or_diagnostics(shape: str, values: dict[str, Any]) -> None:
    hold(json.dumps(SHAPES[shape] | values).encode())


SAMPLES = sorted((Path(__file__).parent / "import_cases" / "ats").glob("*.case"))
WRONG = (
    None, "", 0, -1, True, [], {}, ["x", None, {"a": 1}], {"a": {"b": [1]}}, "y" * 3000, "<b>&amp;lt;i&amp;gt;</b>",
    "\u202e", 1e300, "2026-13-45", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_with_any_of_its_values_wrong_gives_postings_or_diagnostics(path: Path) -> None:
    """Each value of a sample, at whatever depth, is once missing and once of a wrong type; the types take turns."""
    case = read_archive(path.read_text(encoding="utf-8"))
    name = next(name for name in case if name.startswith("source."))
    if name.endswith(".json"):
        sample = json.loads(case[name])
        for n, where in enumerate(places(sample)):
            for wrong in (None, WRONG[n % len(WRONG)]):
                hold(json.dumps(with_value(sample, where, wrong)).encode())
    else:
        lines = case[name].splitlines()
        for n in range(len(lines)):
            hold("\n".join(lines[:n] + lines[n + 1 :]).encode())
            hold("\n".join([*lines[:n], lines[n][: len(lines[n]) // 2]]).encode())


def places(value: Any, where: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a JSON document, of lists to the first two items."""
    inner = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    return [where, *(place for key, part in inner for place in places(part, (*where, key)))]


def with_value(value: Any, where: tuple[Any, ...], new: Any) -> Any:
    """The document with `new` at a place."""
    if not where:
        return new
    changed = copy.copy(value)
    changed[where[0]] = with_value(value[where[0]], where[1:], new)
    return changed


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "1" * 60_000,
        "$1,000,000" * 6_000,
        "5+ years " * 6_000,
        "- " * 100_000,
        "Engineer\n" * 6_000,
        "Engineer\n" + "Location: Lisbon, " * 4_000,
        "Title: Cook\n" + "(" * 100_000,
        "<div>" * 20_000 + "Cook",
        "<ul><li>" * 3_000 + "Cook",
        "[" * 100_000,
        '{"a":' * 50_000,
        "&amp;" * 40_000 + "lt;p",
        "Cook\n\n" + "A B, C D. " * 6_000,
        "Cook\n" + "x@" * 50_000,
        "Cook\n" + "https://" * 6_000,
        "Cook\n" + " " * 60_000 + "x",
        "Cook\n" + "\n".join(["word " * 12] * 2_000),
    ],
    ids=lambda text: text[:12].replace("\n", " "),
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    hold(text.encode())
    assert time.process_time() - start < 10


def test_what_is_too_large_is_refused_by_its_size() -> None:
    result = import_text(b"x" * (LARGEST + 1), "big.txt", today=TODAY, config=CONFIG)
    assert [d.message for d in result.diagnostics] == [
        "the source has 20,000,001 bytes, and at most 20,000,000 are read"
    ]


@pytest.mark.parametrize("text", ["", "   \n", "\x00\x01", "12345 67890", "§§§"])
def test_what_holds_no_words_is_refused_in_words(text: str) -> None:
    result = import_text(text.encode(), "x.txt", today=TODAY, config=CONFIG)
    assert result.postings == ()
    assert [d.message for d in result.diagnostics] == ["the source holds no text that could be an advert"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04" + b"word/document.xml" * 9, "a Word, OpenDocument or Excel file (or a zip)"),
        (b"{\\rtf1 Cook}", "a rich text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
        (bytes(range(256)) * 40, "a file of bytes that are no text"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(data: bytes, kind: str) -> None:
    result = import_text(data, "x", today=TODAY, config=CONFIG)
    assert result.postings == ()
    assert [d.message for d in result.diagnostics] == [f"the source is {kind}, which is not read"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_text_is_read_in_the_encodings_that_people_save(encoding: str) -> None:
    (posting,) = import_text(
        "Bäcker (m/w/d)\nMünchen\nWir backen für Sie.\n".encode(encoding), "x", today=TODAY, config=CONFIG
    ).postings
    assert posting.title == "Bäcker"
    assert posting.body == "Wir backen für Sie.\n"
