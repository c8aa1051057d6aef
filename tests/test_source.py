"""What people write wrong in front matter, and every word of what they are told."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.content.reading import ReadTask, read_files
from ssg.diagnostics import Diagnostic
from ssg.source import ReadLimits, locate, parse_yaml, split_source
from ssg.source.recovery import proposed

CASES = Path(__file__).with_name("source_cases")


def read(data: bytes, path: str = "x.md", prose: bool = False) -> list[str]:
    (result,) = read_files([ReadTask(path, data, prose, ReadLimits())])
    return [str(problem) for problem in result.problems]


def cases() -> list[ParameterSet]:
    """Cases of tests/source_cases/: front matter or bytes, a line `=>`, the messages; a line of `=` between cases."""
    found = []
    for file in sorted(CASES.iterdir()):
        line = 1
        for block in file.read_text("utf-8").split("\n====\n"):
            front, _, expected = block.partition("\n=>")
            name = f"{file.stem}:{line}"
            found.append(pytest.param(front, expected.strip("\n").splitlines(), id=name))
            line += block.count("\n") + 2
    return found


@pytest.mark.parametrize(("front", "expected"), cases())
def test_a_wrong_value_is_answered_with_the_right_one(front: str, expected: list[str]) -> None:
    assert read(file_of(front)) == expected


def file_of(case: str) -> bytes:
    """The file of a case: its front matter with a text, or below its name the bytes as Python writes them."""
    literal = case.partition("\n")[2]
    return ast.literal_eval(literal) if literal.startswith(("b'", 'b"')) else f"---\n{case}\n---\nText.\n".encode()


def rewrite(file: Path) -> None:
    """Put what is said today into a file of cases, for reading in review: `python -m tests.test_source`."""
    cases = [block.partition("\n=>")[0] for block in file.read_text("utf-8").split("\n====\n")]
    said = ["\n".join([case, "=>", *read(file_of(case))]) for case in cases]
    file.write_text("\n====\n".join(said) + "\n", "utf-8")


def mended(data: bytes, problem: Diagnostic) -> bytes | None:
    """The file with what the message proposes in the place of what it is about; None where it proposes no text."""
    lines = data.decode("utf-8", "replace").split("\n")
    line = lines[problem.line - 1] if problem.line else ""
    after = proposed(problem, line)
    told = re.match(r"`([^`]+)` (?:in `|is not a value)", problem.message)
    value = re.search(r"Write `([^`]+)`", problem.hint)
    if after is None and told and value and told[1] in line and "…" not in problem.hint:
        key = line.partition(":")[0]
        mend = value[1] if ": " not in value[1] else value[1].partition(": ")[2]
        after = f"{key}: {mend}" if value[1].startswith(f"{key}:") else line.replace(told[1], mend, 1)
    return after and "\n".join([*lines[: problem.line - 1], after, *lines[problem.line :]]).encode()  # type: ignore[return-value]


def test_what_a_message_proposes_is_right() -> None:
    """Whoever writes what is proposed is not told of that line's YAML or value again."""
    tried, again = 0, []
    for case in cases():
        data = file_of(case.values[0])
        (result,) = read_files([ReadTask("x.md", data, False, ReadLimits())])
        for problem in result.problems[:1]:
            if after := mended(data, problem):
                tried += 1
                here = [message for message in read(after) if message.startswith(f"x.md:{problem.line}:")]
                again += [message for message in here if problem.message in message or message.endswith("[yaml]")]
    assert tried > 200
    assert again == []


BYTES = {
    "brackets without end": (
        b"---\na: " + b"[" * 10_000 + b"\n---\n",
        "x.md:2:203: error: brackets or lists stand 200 deep in one another. Close them [yaml]",
    ),
    "lists without end": (
        b"---\n" + b"- " * 10_000 + b"x\n---\n",
        "x.md:2:401: error: brackets or lists stand 200 deep in one another. Close them [yaml]",
    ),
    "indents without end": (
        b"---\n" + b"".join(b" " * n + b"a:\n" for n in range(1000)) + b"---\n",
        "x.md:202:201: error: brackets or lists stand 200 deep in one another. Close them [yaml]",
    ),
}


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_posting_are_told_with_their_place(data: bytes, expected: str) -> None:
    assert read(data) == [expected]


ENDLESS = {
    "one field again and again": "k: b\n" * 50_000,
    "fields that nobody knows": "".join(f"k{n}: b\n" for n in range(20_000)),
    "tags": "".join(f"k{n}: !x b\n" for n in range(20_000)),
    "bullets": "benefits:\n" + "  • item\n" * 50_000,
    "colons in one line": "title: " + "a: " * 300_000,
    "an open brace and blanks": "title: {a " + " " * 900_000 + "b",
    "a bracket and words": "skills: [a" + " b" * 400_000 + " #c",
    "an open quotation mark": 'title: "' + "a " * 400_000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_no_front_matter_takes_long_or_is_told_at_length(name: str) -> None:
    """What looks at each line or mistake anew for each other one would hold this test for minutes."""
    data = f"---\n{ENDLESS[name]}\n---\n".encode()
    (result,) = read_files([ReadTask("x.md", data, False, ReadLimits(file_bytes=5_000_000))])
    assert 0 < len(result.problems) <= 26
    assert all(len(problem.text) < 700 for problem in result.problems)


FINE = {
    "byte order mark": b"\xef\xbb\xbf---\ntitle: A\ndate_posted: 2026-11-02\n---\nText\n",
    "windows line ends": b"---\r\ntitle: A\r\ndate_posted: 2026-11-02\r\n---\r\nText\r\n",
    "old mac line ends": b"---\rtitle: A\rdate_posted: 2026-11-02\r---\rText\r",
    "no line at the end": b"---\ntitle: A\ndate_posted: 2026-11-02\n---",
    "space behind the dashes": b"---  \ntitle: A\ndate_posted: 2026-11-02\n--- \n",
    "dots at the end": b"---\ntitle: A\ndate_posted: 2026-11-02\n...\nText\n",
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: A\ndate_posted: 2026-11-02\n---\n",
    "a line separator": "---\ntitle: A\u2028B\ndate_posted: 2026-11-02\n---\n".encode(),
    "a rule below": b"---\ntitle: A\ndate_posted: 2026-11-02\n---\n---\n\nText: more\n\n---\n",
    "lines before": b"\n\n---\ntitle: A\ndate_posted: 2026-11-02\n---\n",
}


@pytest.mark.parametrize("data", FINE.values(), ids=FINE)
def test_what_can_be_read_is_read(data: bytes) -> None:
    assert read(data) == []


SCALARS = ["no", "on", "yes", "12:30", "12:30:45", "010", "1.10", "1_000", "1e3", "0x1F", "2026-11-02", "=", "<<", "~x"]


@pytest.mark.parametrize("written", SCALARS)
def test_a_plain_value_stays_what_it_looks_like(written: str) -> None:
    assert parse_yaml("x.md", f"a: {written}\n") == ({"a": written}, ())


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "# nothing"])
def test_a_field_without_a_value_counts_as_left_out(written: str) -> None:
    assert parse_yaml("x.md", f"a: {written}\nb: 1\n") == ({"a": None, "b": "1"}, ())
    assert read(f"---\ntitle: A\ndate_posted: 2026-11-02\nvalid_through: {written}\n---\n".encode()) == []


def test_positions_count_from_the_first_line_of_the_file() -> None:
    source, _ = split_source("x.md", b"\n---\na: 1\nlist:\n  - {b: c}\n---\nText\n")
    assert source is not None
    assert (source.front_line, source.body_line, source.body) == (3, 7, "Text\n")
    assert locate(source.front, ("list", 0, "b"), source.front_line) == (5, 9)
    assert locate(source.front, ("list", 0, "b"), source.front_line, key=True) == (5, 6)
    assert locate(source.front, ("nothing",), source.front_line) == (3, 1)


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "replace"))
)
def test_no_bytes_make_anything_but_a_diagnostic(data: bytes) -> None:
    for problem in read(data):
        assert problem.startswith("x.md")
        assert problem.endswith("]")


PIECES = st.sampled_from(
    [*":-[]{},\"'#&*!|>%@`?~ \n\t=0€“•：\u00a0\u200b\u2028", "\n- ", "---\n", ": ", " #1", "\ncountry: DE", ""]
)
EDITS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 9), PIECES), min_size=1, max_size=5)


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with some characters at some places replaced."""
    for at, length, piece in edits:
        at %= len(text) + 1
        text = text[:at] + piece + text[at + length :]
    return text


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([case.values[0] for case in cases()]), EDITS)
def test_a_mistake_in_a_mistake_is_one_sentence_at_a_place_that_is_there(
    case: str, edits: list[tuple[int, int, str]]
) -> None:
    text = edited(file_of(case).decode("utf-8", "replace"), edits)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    (result,) = read_files([ReadTask("x.md", text.encode(), False, ReadLimits())])
    for problem in result.problems:
        assert problem.message and "\n" not in problem.text and len(problem.text) < 1200
        assert 0 <= problem.line <= len(lines)
        assert problem.column <= len(lines[problem.line - 1]) + 1 or not problem.line


YAML_LIKE = st.lists(
    st.sampled_from(
        [*"abc:-[]{},\"'#&*!|>%@`?~ \n\t", "title: ", "\n- ", "\n  ", "---", "...", ": ", "date_posted: 2026-01-01\n"]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(YAML_LIKE)
def test_no_front_matter_makes_anything_but_a_diagnostic(front: str) -> None:
    for problem in read(f"---\ntitle: A\n{front}\n---\nText\n".encode()):
        assert problem.startswith("x.md:")


if __name__ == "__main__":
    for each in sorted(CASES.iterdir()):
        rewrite(each)
