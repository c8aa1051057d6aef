"""The runner: severities, silence, lives, and that nothing in a posting makes it fall over."""

from __future__ import annotations

import struct
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.diagnostics import Severity
from ssg.lint import lint_site
from ssg.lint.final import FINAL
from ssg.lint.likeness import alike, fingerprint
from ssg.lint.pictures import size_of
from ssg.lint.registry import RULES
from ssg.parallel import Workers
from ssg.source.text import decode
from tests.lint_site import POSTING, SITE_YAML, TODAY, lint, read_files, site_of

BARE = "---\ntitle: Barista\n---\n"


def rules_of(text: str, only: Severity | None = None) -> set[str]:
    return {found.rule for found in lint(text, only=only)}


def with_site(lines: str, posting: str = BARE) -> str:
    return f"-- site.yaml --\n{SITE_YAML}{lines}\n-- {POSTING} --\n{posting}"


@pytest.mark.parametrize("severity", list(Severity))
def test_site_yaml_sets_the_severity_of_a_rule(severity: Severity) -> None:
    found = [d for d in lint(with_site(f"lint: {{salary-missing: {severity}}}")) if d.rule == "salary-missing"]
    assert [d.severity for d in found] == [severity]


def test_a_rule_that_is_off_is_silent() -> None:
    assert "salary-missing" in rules_of(BARE)
    assert "salary-missing" not in rules_of(with_site("lint: {salary-missing: off}"))


def test_only_the_rules_of_one_severity_run_when_asked() -> None:
    text = with_site("lint: {salary-missing: error}")
    assert rules_of(text, Severity.ERROR) == {"salary-missing"}
    assert {d.severity for d in lint(text, only=Severity.ADVICE)} == {Severity.ADVICE}


def test_a_build_reads_no_file_for_the_rules_that_are_errors() -> None:
    from ssg.lint import lint_site

    site, _ = site_of(read_files(BARE))

    def refuse(posting: object) -> object:
        raise AssertionError("no rule of this severity reads the text")

    assert list(lint_site(site, refuse, only=Severity.ERROR)) == []  # type: ignore[arg-type]


def test_the_rules_that_are_errors_need_no_markdown() -> None:
    code = "import sys, ssg.lint; print(sorted({'markdown_it', 'jinja2', 'pagefind'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_posting_silences_a_rule_for_itself_alone() -> None:
    quiet = BARE.replace("title: Barista", "title: Barista\nlint: {ignore: [salary-missing]}")
    text = f"-- content/postings/one.md --\n{quiet}-- content/postings/two.md --\n{BARE}"
    assert [d.path for d in lint(text) if d.rule == "salary-missing"] == ["content/postings/two.md"]


def test_a_posting_silences_a_rule_over_the_whole_site() -> None:
    one = "---\ntitle: Developer\nskills: [Postgres]\n---\n"
    two = "---\ntitle: Analyst\nskills: [PostgreSQL]\nlint: {ignore: spelled-two-ways}\n---\n"
    assert "spelled-two-ways" not in rules_of(
        f"-- content/postings/one.md --\n{one}-- content/postings/two.md --\n{two}"
    )


def test_a_closed_posting_gets_no_advice_on_its_text() -> None:
    closed = "---\ntitle: BARISTA!!!\nstatus: closed\ndate_closed: 2026-11-10\ndate_posted: 2026-10-01\n---\n"
    assert rules_of(closed) == set()


def test_a_draft_gets_advice() -> None:
    assert "title-decoration" in rules_of("---\ntitle: Barista!\nstatus: draft\n---\n")


def test_a_translation_is_a_posting_of_its_own() -> None:
    text = f"-- content/postings/one.md --\n{BARE}-- content/postings/one.pt.md --\n---\ntitle: Barista!\n---\n"
    found = [d for d in lint(text) if d.rule in ("title-decoration", "salary-missing")]
    assert [(d.path, d.rule) for d in found] == [
        ("content/postings/one.md", "salary-missing"),
        ("content/postings/one.pt.md", "salary-missing"),
        ("content/postings/one.pt.md", "title-decoration"),
    ]


def test_a_finding_shows_the_line_it_is_about() -> None:
    (found,) = [d for d in lint("---\ntitle: Barista!\n---\nText\n") if d.rule == "title-decoration"]
    assert (found.line, found.column, found.source) == (2, 8, "title: Barista!")


def test_every_name_of_a_rule_is_one_of_a_kind() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_rules_that_every_build_runs_are_those_that_are_errors() -> None:
    assert [rule.id for rule in FINAL] == [rule.id for rule in RULES if rule.severity is Severity.ERROR]


@settings(max_examples=60, deadline=None)
@given(
    title=st.text(min_size=1, max_size=60).filter(lambda t: t.strip() and t.isprintable()),
    body=st.text(
        st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n#-*[]()<>!`|$€1 ."), max_size=400
    ).filter(lambda text: not decode("", text.encode())[1]),
    language=st.sampled_from(["en", "de", "fr", "pt", "es", "ja"]),
)
def test_no_text_makes_anything_but_diagnostics(title: str, body: str, language: str) -> None:
    front = f"title: '{title.replace(chr(39), chr(39) * 2)}'\nlanguage: {language}\nworkplace: remote"
    for found in lint(f"---\n{front}\n---\n{body}"):
        assert found.line <= body.count("\n") + 8
        assert "\n" not in found.text


HOSTILE = {
    "amounts": "$1" * 50_000,
    "digits": "1" * 100_000,
    "grouped digits": "1,000" * 20_000,
    "digits with spaces": "000 " * 25_000,
    "an amount and digits": "1 € to " + "1" * 100_000,
    "hyphens": "-" * 100_000,
    "backticks": "`" * 100_000,
    "backticks of every length": " ".join("`" * n for n in range(1, 250)),
    "open fences": "``` x\n" * 10_000,
    "tildes": "~" * 100_000,
    "lines of tildes": "~~~ x\n" * 10_000,
    "brackets": "[" * 1_000,
    "open tags": "<a " * 10_000,
    "parentheses": "](" * 20_000,
    "at signs": "a." * 50_000 + "@",
    "addresses": "http://" * 20_000,
    "young": "young " * 20_000,
    "days": "two days a week " * 6_000 + "office",
    "spaces": " " * 100_000,
    "spaces between": "a" + " " * 100_000 + "b",
    "a heading of spaces": "# " + " " * 100_000 + "*",
    "lines of spaces": "\n     " * 20_000 + "x",
    "empty lines": "\n" * 100_000,
    "words for pay": "salary " * 15_000 + "1 €",
    "exclamations": "a! " * 40_000,
    "broken links": "[here](../nobody/)\n\n" * 500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    """A pattern that goes back and forth over such a text would hold this test for minutes."""
    body = HOSTILE[name]
    lint(f"---\ntitle: Work\nworkplace: remote\napplicants: {{countries: [US]}}\n---\n{body}")
    lint(f"---\ntitle: '{body[:9_000].strip() or 'x'}'\nsummary: '{body[:9_000].strip() or 'x'}'\n---\nx")


def test_five_hundred_postings_are_compared_with_few() -> None:
    """Near-duplicates are found without comparing each with each: the number of comparisons is what is counted."""
    compared = 0

    class Counting(frozenset[int]):
        def __and__(self, other: object) -> frozenset[int]:
            nonlocal compared
            compared += 1
            return frozenset.__and__(self, other)  # type: ignore[operator]

    common = [f"Everybody here reads sentence {n}." for n in range(20)]
    prints = []
    for n in range(500):
        own = [f"Only posting {n // 2} has sentence {m}." for m in range(10)]
        found = fingerprint(f"{n:03}", ("acme", "en"), common + own)
        prints.append(type(found)(found.name, found.kind, Counting(found.sentences)))
    pairs = list(alike(prints))
    assert [(pair.name, pair.earlier) for pair in pairs] == [(f"{n:03}", f"{n - 1:03}") for n in range(1, 500, 2)]
    assert compared <= 500 * 8 * 4


def test_five_hundred_postings_are_checked() -> None:
    text = "".join(
        f"-- content/postings/p{n}.md --\n---\ntitle: Barista!\n---\nYou are a ninja. Number {n}. See [here](x).\n"
        for n in range(500)
    )
    assert sum(d.rule == "culture-words" for d in lint(text)) == 500


def test_many_processes_say_what_one_says() -> None:
    one = "---\ntitle: Barista!\nlocations: [{city: Denver, region: CO, country: US}]\n---\n"
    text = "You are a ninja. It is busy. It is warm."
    files = {f"content/postings/p{n:03}.md": f"{one}Shop {n % 90}. {text} [See](../nope-{n}/)" for n in range(180)}
    site, sources = site_of({"site.yaml": SITE_YAML, **files})
    with Workers(1) as alone, Workers(2) as two:
        found = [set(lint_site(site, lambda p: sources[p.path], workers=workers)) for workers in (alone, two)]
    assert found[0] == found[1]
    assert {"culture-words", "pay-transparency", "duplicate-posting", "link-broken"} <= {d.rule for d in found[0]}


PICTURES = [
    (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 300, 100), (300, 100)),
    (b"GIF89a" + struct.pack("<HH", 20, 10), (20, 10)),
    (b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08" + struct.pack(">HH", 7, 9) + b"\0", (9, 7)),
    (b'<?xml version="1.0"?><svg viewBox="0 0 30 10"></svg>', (30, 10)),
    (b"<svg width='12px' height='6' viewBox='0 0 1 1'/>", (12, 6)),
    (b'<svg width="100%" height="50%" viewBox="0 0 4 2"/>', (4, 2)),
    (b'<svg stroke-width="3" viewBox="-1.5 0 1e2 50"/>', (100, 50)),
    (b'<svg width="0" height="5"/>', None),
    (b'<svg width="1.2.3" height="5"/>', None),
    (b"\x89PNG\r\n\x1a\n", None),
    (b"\xff\xd8\xff", None),
    (b"\xff\xd8\xff\xe0\xff\xff", None),
    (b"", None),
    (b"RIFF....WEBP", None),
]


@pytest.mark.parametrize(("data", "size"), PICTURES)
def test_a_picture_tells_its_size(data: bytes, size: tuple[float, float] | None) -> None:
    assert size_of(data) == size


def test_today_decides_which_laws_hold() -> None:
    text = "---\ntitle: Support\ndate_posted: 2026-01-01\nlocations: [{city: Dover, region: DE, country: US}]\n---\n"
    assert "pay-transparency" not in {d.rule for d in lint(text, today=TODAY)}
    assert "pay-transparency" in {d.rule for d in lint(text, today=TODAY.replace(year=2027, month=9, day=26))}
