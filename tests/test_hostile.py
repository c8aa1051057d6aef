"""Text that tries to become something else: in every field, read back from every file by somebody else's parser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import feedparser
import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ssg.content.markdown import outline, render_body
from ssg.content.reading import ReadTask, read_files
from ssg.diagnostics import ConfigError, Diagnostic, SiteError
from ssg.model.lengths import LONGEST_TEXT
from ssg.model.slug import LONGEST_SLUG, mixed_scripts, slugify
from ssg.source import ReadLimits
from tests.building import build_site, posting

Make = Callable[..., Path]
PAYLOADS = Path(__file__).with_name("payloads")
HARMLESS = "Zebra"
MARK = "Here the text begins."
GONE = dict.fromkeys((0xAD, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF))


def payloads(name: str) -> list[str]:
    """The lines of tests/payloads/NAME.txt; those of unicode.txt are written with escapes."""
    lines = (PAYLOADS / f"{name}.txt").read_text("utf-8").splitlines()
    return [line.encode().decode("unicode_escape") for line in lines] if name == "unicode" else lines


def hostile_posting(text: str) -> str:
    """A posting with `text` in every field that takes text, and in the body."""
    said = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    short = json.dumps(text[:200], ensure_ascii=False).replace("\x7f", "\\u007f")
    return posting(
        said,
        f"{MARK}\n\n{text}\n\n## {text}\n\n- {text}\n",
        summary=said,
        department=short,
        employment_type="full-time",
        workplace="hybrid",
        locations=f"[{{city: {said}, region: {said}, street: {said}, postal_code: {said}, country: PT}}]",
        applicants=f"{{countries: [PT], time_zones: {said}}}",
        salary=f"{{min: 1000, max: 2000, currency: EUR, unit: month, note: {said}}}",
        incentives=said,
        benefits=f"[{said}, Lunch]",
        skills=f"[{short}, Go]",
        interview=f"[{{step: {said}, minutes: 30}}]",
        travel=said,
        hours=said,
        identifier=short,
        industry=said,
        occupation=said,
        eligibility=said,
        apply=f"{{email: jobs@example.org, subject: {said}}}",
        contact=f"{{name: {said}, email: people@example.org, phone: {said}}}",
    )


def is_read(text: str) -> bool:
    """Whether a posting with this text is taken; what is refused gets a message, and on no page."""
    (result,) = read_files([ReadTask("x.md", hostile_posting(text).encode("utf-8", "surrogatepass"), False, LIMITS)])
    assert all(problem.path == "x.md" and problem.message for problem in result.problems)
    return not result.problems


LIMITS = ReadLimits()
Shape = set[tuple[str, tuple[str, ...]]]


def shape(html: bytes) -> Shape:
    """Every element of a page as its name and the names of its attributes."""
    return {(str(e.tag), tuple(sorted(map(str, e.attrib)))) for e in elements(html)}


def elements(html: bytes) -> Iterator[Any]:
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return (element for element in tree.iter() if isinstance(element.tag, str))


def flat(text: str) -> str:
    return " ".join(text.translate(GONE).split())


def words_of(html: bytes) -> str:
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    body = tree.find("body")
    for script in list(body.iter("script")):
        script.text = ""
    return flat("".join(body.itertext()))


def check_addresses(html: bytes) -> None:
    """Every address of a page is of the site, of the web, or a mail address."""
    for element in elements(html):
        for name, value in element.attrib.items():
            assert not str(name).startswith("on"), (element.tag, name)
            if name in ("href", "src", "action", "formaction", "srcset", "poster", "data"):
                found = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):", value)
                assert found is None or found[1].lower() in ("https", "http", "mailto", "tel"), value
                assert not value.startswith("//"), value


def check_output(output: Path, harmless: Path) -> None:
    """No file of a site with hostile text holds an element that the same site with harmless text does not."""
    shapes, tags = known(harmless)
    for path in sorted(output.rglob("*")):
        parts = path.relative_to(output).parts
        assert all(len(part.encode()) <= 255 and part.isprintable() for part in parts)
        if path.is_dir() or parts[0] in ("assets", "pagefind"):
            continue
        data = path.read_bytes()
        if path.suffix == ".html":
            assert shape(data) <= shapes, (path, shape(data) - shapes)
            check_addresses(data)
        elif path.suffix == ".xml":
            assert {element.tag for element in ET.fromstring(data).iter()} <= tags, path
        elif path.suffix == ".json":
            json.loads(data)
        elif path.suffix in (".md", ".txt"):
            check_markdown(data.decode().partition(MARK)[0], path)


def known(harmless: Path) -> tuple[Shape, set[str]]:
    shapes: Shape = set()
    tags: set[str] = set()
    assert list(harmless.rglob("*.html"))
    for path in harmless.rglob("*.html"):
        shapes |= shape(path.read_bytes())
    for path in harmless.rglob("*.xml"):
        tags |= {element.tag for element in ET.fromstring(path.read_bytes()).iter()}
    return shapes, tags


def check_markdown(text: str, path: Path) -> None:
    for token in MarkdownIt("commonmark", {"html": True}).parse(text):
        assert token.type != "html_block", (path, token.content)
        for child in token.children or ():
            assert child.type not in ("html_inline", "image"), (path, child.content)
            if child.type == "link_open":
                assert str(child.attrGet("href")).startswith(("https://example.", "mailto:")), (path, child.attrs)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every field says `Zebra`, with every kind of element that text may make by Markdown."""
    root = tmp_path_factory.mktemp("harmless")
    rich = "\n\n".join(
        ["**b** *i* `c` [l](https://example.com/)", "![p](/p.png)", "> q", "1. o", "---", "```\nx\n```", "| a |\n| - |"]
    )
    both = {"zebra": hostile_posting(HARMLESS), "rich": posting("Rich", f"{MARK}\n\n{rich}\n\n# H\n\n## I\n\n- l\n")}
    write(root, {**both, **{f"zebra-{at}": hostile_posting(f"{HARMLESS} {at}") for at in range(60)}})
    build_site(root)
    few = tmp_path_factory.mktemp("few")
    write(few, {"one": posting()})
    build_site(few, output=root / "_site/few")
    return root / "_site"


SITE_YAML = """\
title: Careers
base_url: https://example.org/careers/
description: Work here.
companies:
  example: {name: Example, url: "https://example.com"}
apply: {email: jobs@example.com}
feeds: [adzuna, indeed, jooble, linkedin, talent, ziprecruiter]
"""


def write(root: Path, postings: dict[str, str]) -> None:
    (root / "content/postings").mkdir(parents=True, exist_ok=True)
    (root / "site.yaml").write_text(SITE_YAML)
    for name, text in postings.items():
        (root / f"content/postings/{name}.md").write_text(text, "utf-8")


def check_survival(output: Path, name: str, text: str) -> None:
    """The text stands on the page, in the structured data and in the feed as it was written."""
    page = (output / f"jobs/{name}/index.html").read_bytes()
    wanted = flat(text)
    (heading,) = (e for e in elements(page) if e.tag == "h1")
    assert flat("".join(heading.itertext())) == wanted
    assert words_of(page).count(wanted) >= 8
    scripts = [e for e in elements(page) if e.tag == "script" and "ld+json" in e.attrib.get("type", "")]
    told = [json.loads(script.text) for script in scripts]
    (job,) = (one for one in told if isinstance(one, dict) and one.get("@type") == "JobPosting")
    assert flat(job["title"]) == wanted
    assert (output / f"jobs/{name}/index.md").exists()


KINDS = ["markup", "templates", "naughty", "unicode"]


@pytest.mark.torture
@pytest.mark.parametrize("name", KINDS)
def test_no_field_becomes_markup_and_every_value_survives(tmp_path: Path, harmless: Path, name: str) -> None:
    check_all(tmp_path, harmless, {f"{name}-{at}": text for at, text in enumerate(payloads(name))})


def test_some_of_all_payloads_become_no_markup_and_survive(tmp_path: Path, harmless: Path) -> None:
    some = {f"{name}-{at}": text for name in KINDS for at, text in enumerate(payloads(name)) if at % 6 == 1}
    check_all(tmp_path, harmless, some)


def check_all(root: Path, harmless: Path, texts: dict[str, str]) -> None:
    """Build a site with a posting for each text, and look at every file of it."""
    taken = {key: text for key, text in texts.items() if is_read(text)}
    assert len(taken) >= 0.9 * len(texts)
    write(root, {k: hostile_posting(t).replace(f"{MARK}\n\n{t}", f"{MARK}\n\nText") for k, t in taken.items()})
    build_site(root)
    output = root / "_site"
    check_output(output, harmless)
    for key, text in taken.items():
        check_survival(output, key, text)
    titles = {flat(entry["title"]) for entry in json.loads((output / "feed.json").read_text())["items"]}
    assert titles <= set(map(flat, taken.values()))
    assert not feedparser.parse((output / "feed.xml").read_text()).bozo


NASTY = st.lists(
    st.sampled_from([*'<>&"\'`{}[]()%$#!/\\=;:*_-|~ \n\t', "script", "{{", "{%", "]]>", "<!--", "-->", "onerror=", "a",
                     "\u202f", "\u200b", "\u2028", "😀", "é", "https://", "javascript:", "0", "\ufffd"])
    | st.characters(codec="utf-8"),
    min_size=1, max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.torture
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NASTY, min_size=8, max_size=8))
def test_no_text_that_anybody_thinks_of_becomes_markup(
    tmp_path_factory: pytest.TempPathFactory, harmless: Path, texts: list[str]
) -> None:
    root = tmp_path_factory.mktemp("nasty")
    taken = {f"job-{at}": text for at, text in enumerate(texts) if is_read(text)}
    write(root, {key: hostile_posting(text) for key, text in taken.items()})
    try:
        build_site(root)
    except SiteError as error:
        assert {d.path for d in error.diagnostics} <= {f"content/postings/{key}.md" for key in taken}
        return
    check_output(root / "_site", harmless)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7*7 }}", "]]></title>&amp;\"'>", "مهندس <b>"])
def test_no_setting_of_the_site_becomes_markup(tmp_path: Path, harmless: Path, text: str) -> None:
    write(tmp_path, {"job": posting("Engineer", MARK)})
    said = json.dumps(text, ensure_ascii=False)
    settings_ = SITE_YAML.replace("title: Careers", f"title: {said}").replace("Work here.", said)
    company = f'{{name: {said}, url: "https://example.com", about: {said}, industry: {said}}}'
    settings_ = settings_.replace('{name: Example, url: "https://example.com"}', company)
    (tmp_path / "site.yaml").write_text(f"{settings_}equal_opportunities: {said}\ncontact: {said}\n", "utf-8")
    build_site(tmp_path)
    check_output(tmp_path / "_site", harmless)
    page = (tmp_path / "_site/jobs/job/index.html").read_bytes()
    assert words_of(page).count(flat(text)) >= 3


ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//evil.example", "https://user@evil.example/", "https://a:b@evil.example",
    "https:/evil.example", "https:evil.example", "http://", "https://ev il.example", "https://evil.example\\@ok.example",
    "https://ok.example\u202e", "https://аpple.example", "blob:https://evil.example/x", "https://[::1",
    "https://ok.example:99999/", "\x01https://ok.example", "ht\ntps://ok.example", "feed:https://evil.example",
]  # fmt: skip
FIELDS = ["apply: {url: @}", "apply: {form: @}", "apply: @"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_refused_in_every_field(address: str) -> None:
    said = json.dumps(address)
    for field in FIELDS:
        text = f"---\ntitle: A\ndate_posted: 2026-11-02\n{field.replace('@', said)}\n---\nText\n"
        (result,) = read_files([ReadTask("x.md", text.encode(), False, LIMITS)])
        assert [p.rule for p in result.problems] in (["url"], ["email"], ["control-character"], ["yaml"]), field


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_in_a_text_that_leads_nowhere_good_stays_text(address: str) -> None:
    for written in (
        f"[x]({address})",
        f"[x](<{address}>)",
        f"![x]({address})",
        f"<{address}>",
        f"[x]\n\n[x]: {address}",
    ):
        html = render_body(written).html
        check_addresses(html.encode())
        assert "evil" not in " ".join(re.findall(r'(?:href|src)="([^"]*)"', html)) or "@" not in html


def test_addresses_of_terms_hold_nothing_that_is_not_seen() -> None:
    assert slugify("Go\u200b") == slugify("\u202eGo") == slugify("G\u00ado") == "go"
    assert slugify("C/C++") == slugify("C  C++") == "c-c-plus-plus"
    assert slugify("Go") == slugify("\U0001d406\U0001d428") == slugify("\uff27\uff2f") == "go"
    assert slugify("../../etc/passwd") == "dot-etc-passwd" or "/" not in slugify("../../etc/passwd")
    for text in (*payloads("naughty"), *payloads("unicode"), *payloads("markup")):
        slug = slugify(text)
        assert len(slug.encode("utf-8", "surrogatepass")) <= LONGEST_SLUG
        assert slug == slug.casefold()
        assert not set(slug) & set("/\\<>\"'&?#%. \n")
        assert not any(unicodedata.category(c) in ("Cf", "Cc", "Zs", "Zl", "Zp") for c in slug)


def test_long_names_that_begin_alike_stay_apart() -> None:
    first, second = slugify("工程" * 100 + "甲"), slugify("工程" * 100 + "乙")
    assert first != second
    assert first[:30] == second[:30]


@pytest.mark.parametrize("text", ["Gо", "Рostgres", "Αpache", "Jаva developer"])
def test_a_word_of_two_alphabets_is_refused_where_it_would_be_an_address(text: str) -> None:
    word = mixed_scripts(text)
    assert word
    for field in (f"department: {text}", f"skills: [{text}]", f"locations: [{{city: {text}, country: PT}}]"):
        data = f"---\ntitle: A\ndate_posted: 2026-11-02\n{field}\n---\nText\n".encode()
        (result,) = read_files([ReadTask("x.md", data, False, LIMITS)])
        (problem,) = result.problems
        assert problem.rule == "mixed-scripts"
        assert f"`{word}`" in problem.message
        assert "is cyrillic" in problem.message or "is greek" in problem.message


@pytest.mark.parametrize(
    "text", ["β-carotene", "iOS-разработчик", "Инженер", "µs", "C++", "日本語 Go", "Ελλάδα", "Ångström"]
)
def test_words_of_one_alphabet_are_fine(text: str) -> None:
    assert mixed_scripts(text) == ""


def test_names_that_spell_one_address_are_one_term(make_site: Make) -> None:
    root = make_site(
        f"-- content/postings/a.md --\n{posting('A', skills='[C/C++]')}\n"
        f"-- content/postings/b.md --\n{posting('B', skills='[C C++]')}\n"
    )
    build_site(root)
    page = (root / "_site/skills/c-c-plus-plus/index.html").read_text()
    assert "jobs/a/" in page
    assert "jobs/b/" in page


def test_the_longest_names_fit_on_a_disk(make_site: Make) -> None:
    text = "工程" * 100
    place = f"[{{city: {'市' * 5000}, region: {'省' * 5000}, country: CN}}]"
    root = make_site(
        f"-- content/postings/a.md --\n{posting('A', skills=f'[{text}]', department=text, locations=place)}\n"
    )
    build_site(root)
    assert all(len(path.name.encode()) <= 255 for path in (root / "_site").rglob("*"))


NAMES = {
    "Engineer.md": "small letters a-z",
    "con.md": "Windows keeps for itself",
    "aux.pt.md": "Windows keeps for itself",
    "еngineer.md": "small letters a-z",
    "a b.md": "small letters a-z",
    "-x.md": "small letters a-z",
    f"{'x' * 101}.md": "101 characters",
    "a\u202eb.md": "a character that nobody sees",
    "a\nb.md": "a character that nobody sees",
    "a\udcffb.md": "a character that nobody sees, or is not UTF-8",
    "x\\y.md": "small letters a-z",
}


@pytest.mark.parametrize("folder", ["postings", "pages", "pages/more"])
@pytest.mark.parametrize(("name", "said"), NAMES.items(), ids=map(ascii, NAMES))
def test_a_file_whose_name_cannot_be_an_address_is_told(make_site: Make, folder: str, name: str, said: str) -> None:
    root = make_site(f"-- content/postings/fine.md --\n{posting()}\n")
    (root / "content" / folder).mkdir(parents=True, exist_ok=True)
    (root / "content" / folder / name).write_text(posting() if folder == "postings" else "# A page\n")
    with pytest.raises(SiteError) as caught:
        build_site(root)
    (problem,) = caught.value.diagnostics
    assert problem.rule == "file-name"
    assert said in problem.message
    str(problem).encode("utf-8")


@pytest.mark.parametrize("name", ["pages/pagefind.md", "pages/con/x.md", "pages/Über/x.md"])
def test_a_page_takes_no_address_that_is_not_its_own(make_site: Make, name: str) -> None:
    root = make_site(f"-- content/postings/fine.md --\n{posting()}\n-- content/{name} --\n# X\n")
    with pytest.raises(SiteError, match="file-name"):
        build_site(root)


def test_too_much_is_refused_with_its_bound() -> None:
    def said(field: str) -> list[str]:
        data = f"---\ntitle: A\ndate_posted: 2026-11-02\n{field}\n---\n".encode()
        return [str(problem) for problem in read_files([ReadTask("x.md", data, False, LIMITS)])[0].problems]

    assert said(f"summary: {'x' * LONGEST_TEXT}") == []
    assert said(f"summary: {'x' * (LONGEST_TEXT + 1)}") == [
        "x.md:4:10: error: `summary` has 10,001 characters, and at most 10,000 fit. "
        "Shorten it, or raise `limits: {field_characters: …}` in site.yaml [too-long]"
    ]
    assert said(f"benefits: [{', '.join('x' for _ in range(301))}]") == [
        "x.md:4:11: error: `benefits` lists 301 values, and at most 300 fit. Leave some out [too-long]"
    ]


ESCAPED = {
    r"a\x00b": "10: error: the character U+0000 is an unseen control character. Delete it",
    r"a\e[31m": "10: error: the character U+001B is an unseen control character. Delete it",
    r"\u202egpj": "10: error: the character U+202E turns the direction of the text unseen. Delete it",
    r"\x80": "10: error: the character U+0080 is an unseen control character. Write `€`, or delete it",
    r"\ud800": r"11: error: `\ud800` stands for no character. Delete it, or write the character itself",
    r"\U0000DFFF": r"11: error: `\U0000DFFF` stands for no character. Delete it, or write the character itself",
    r"\U00110000": r"11: error: `\U00110000` stands for no character. Delete it, or write the character itself",
    r"\UFFFFFFFF": r"11: error: `\UFFFFFFFF` stands for no character. Delete it, or write the character itself",
    r"Yes \ud83d\ude00": r"15: error: `\ud83d\ude00` is how JSON writes `😀`, and YAML knows no halves of "
    'characters. Write `summary: "Yes 😀"`',
}


@pytest.mark.parametrize(("escaped", "said"), ESCAPED.items(), ids=ESCAPED)
def test_an_escape_stands_for_no_character_that_no_file_may_hold(escaped: str, said: str) -> None:
    text = f'---\ntitle: A\ndate_posted: 2026-11-02\nsummary: "{escaped}"\n---\n'
    (result,) = read_files([ReadTask("x.md", text.encode(), False, LIMITS)])
    (problem,) = result.problems
    assert str(problem) == f"x.md:4:{said} [{problem.rule}]"


@pytest.mark.parametrize("end", ["skills: [{}]", "salary: {{{}}}", "{}"], ids=["list", "mapping", "fields"])
def test_a_file_of_nothing_but_mistakes_is_told_in_few_words_and_soon(end: str) -> None:
    wrong = ("\n" if end == "{}" else ", ").join(f"a{number}: 1" for number in range(20_000))
    text = f"---\ntitle: A\ndate_posted: 2026-11-02\n{end.format(wrong)}\n---\n"
    start = time.process_time()
    (result,) = read_files([ReadTask("x.md", text.encode(), False, LIMITS)])
    assert time.process_time() - start < 10
    assert 2 <= len(result.problems) <= 28
    assert re.search(r"[\d,]{5,6} more things are wrong in this file", str(result.problems[-1]))


REFERENCES = {
    "a &#x202E; b": "6:3: error: the character U+202E turns the direction of the text unseen. Delete it",
    "[x](https://a.example/ '&#8297;')": "6:25: error: the character U+2069 turns the direction of the text unseen. "
    "Delete it",
    "5 &#150; 6": "6:3: error: the character U+0096 is an unseen control character. Write `–`, or delete it",
    "&eacute; &#233; &#x1F600; &rlm; &#99999999; &#1114112;": "",
}


@pytest.mark.parametrize(("text", "said"), REFERENCES.items(), ids=REFERENCES)
def test_a_reference_stands_for_no_character_that_no_file_may_hold(text: str, said: str) -> None:
    data = f"---\ntitle: A\ndate_posted: 2026-11-02\n---\n\n{text} {text}\n"
    (result,) = read_files([ReadTask("x.md", data.encode(), False, LIMITS)])
    assert list(map(str, result.problems)) == ([f"x.md:{said} [control-character]"] if said else [])


def test_an_escape_that_breaks_a_line_is_a_space_and_others_are_what_they_say() -> None:
    text = '---\ntitle: "A\\u2028B\\tC \\u00e9 \\U0001F600"\ndate_posted: 2026-11-02\n---\n'
    (result,) = read_files([ReadTask("x.md", text.encode(), False, LIMITS)])
    assert json.loads(result.front)["title"] == "A B C é 😀"


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\u202eb", "a\nb", "a\ud800b", "x" * 5_000])
def test_what_a_message_quotes_is_seen_and_short(text: str) -> None:
    told = Diagnostic("x.md", "rule", f"`{text}` is wrong", f"Write `{text}`")
    assert str(told).isprintable()
    assert len(str(told)) < 2_100
    assert len(str(told)) > len(text) / 5


def test_a_bound_that_is_lowered_holds_for_files_that_are_known(make_site: Make) -> None:
    text = posting("X", body="*a* " * 600 + "\n", summary="x" * 200)
    page = text.replace("date_posted: 2026-11-02\n", "")
    root = make_site(f"-- content/postings/x.md --\n{text}-- content/pages/y.md --\n{page}")
    settings = (root / "site.yaml").read_text()
    build_site(root)
    for bound, low in {"field_characters": 199, "file_bytes": 2_000, "marks": 1_199}.items():
        (root / "site.yaml").write_text(f"{settings}limits: {{{bound}: {low}}}\n")
        with pytest.raises(SiteError) as caught:
            build_site(root)
        told = caught.value.diagnostics
        assert [problem.path for problem in told] == ["content/pages/y.md", "content/postings/x.md"]
        assert all(f"raise `limits: {{{bound}: …}}` in site.yaml" in problem.hint for problem in told)
        (root / "site.yaml").write_text(f"{settings}limits: {{{bound}: 5000}}\n")
        build_site(root)


def test_a_bound_that_is_raised_holds_for_postings_pages_and_site_yaml(make_site: Make) -> None:
    long = "x" * (LONGEST_TEXT + 1)
    text = posting("X", summary=long)
    page = f"-- content/pages/y.md --\n---\nsummary: {long}\n---\n# {long}\n"
    root = make_site(f"-- content/postings/x.md --\n{text}{page}")
    settings = (root / "site.yaml").read_text() + f"equal_opportunities: {long}\n"
    (root / "site.yaml").write_text(settings)
    with pytest.raises(ConfigError, match=r"site.yaml:6:22: error: `equal_opportunities` has 10,001 characters"):
        build_site(root)
    (root / "site.yaml").write_text(f"{settings}limits: {{field_characters: 20000}}\n")
    build_site(root)
    assert long in (root / "_site/jobs/x/index.html").read_text()
    assert long in (root / "_site/jobs.json").read_text()
    assert build_site(root).unchanged


@pytest.mark.parametrize("mark", ["*", "_", "[", "<", "&", "`", "|", "~", "!", "\\", "\n", "- a\n", "**a"])
def test_a_text_of_nothing_but_signs_is_refused_before_it_is_parsed(mark: str) -> None:
    def said(text: str) -> list[str]:
        data = f"---\ntitle: A\ndate_posted: 2026-11-02\n---\n{text}".encode()
        return [
            str(problem) for problem in read_files([ReadTask("x.md", data, False, ReadLimits(marks=1_000))])[0].problems
        ]

    each = sum(sign in "\n*_[<&`|~!\\" for sign in mark)
    assert said(mark * (1_000 // each)) == []
    assert said(mark * (1_000 // each + 1)) == [
        f"x.md:5: error: the text has {1_000 + each:,} line breaks and signs of Markdown, and at most 1,000 are read. "
        "Take out what is no advert, or raise `limits: {marks: …}` in site.yaml [too-long]"
    ]


DEEP = {
    "quotes": "'>' * 10_000 + 'x'",
    "quotes with spaces": "'> ' * 10_000 + 'x'",
    "lists": "'- ' * 10_000 + 'x'",
    "numbered": "'1. ' * 10_000 + 'x'",
    "links": "'[' * 10_000 + 'x' + '](y)' * 10_000",
    "brackets alone": "'[' * 50_000",
    "pictures alone": "'![' * 25_000",
    "references alone": "'[a][' * 12_000",
    "open links": "'[a](' * 10_000",
    "pictures": "'![' * 10_000 + 'x' + '](y)' * 10_000",
    "emphasis": "'*a ' * 10_000 + 'x' + ' a*' * 10_000",
    "stars": "'*' * 50_000 + 'x' + '*' * 50_000",
    "alternating": "'*_' * 20_000",
    "strikes": "'~~a' * 10_000",
    "backticks": "' '.join('`' * n for n in range(400))",
    "brackets": "']' * 50_000",
    "entities": "'&' * 50_000 + '&amp' * 10_000",
    "autolinks": "'<https://' * 10_000",
    "open html": "'<a ' * 20_000",
    "comments": "'<!--' * 20_000",
    "definitions": "'[a]: b\\n' * 10_000",
    "backslashes": "'\\\\' * 50_000",
    "a table": "'|a' * 2_000 + '|\\n' + '|-' * 2_000 + '|\\n' + ('|x' * 2_000 + '|\\n') * 20",
    "headings": "'# x\\n\\n' * 5_000",
    "indents": "''.join(' ' * n + '- x\\n' for n in range(500))",
    "one word": "'x' * 900_000",
    "blank lines": "'\\n' * 900_000",
    "spaces": "' ' * 450_000 + 'x' + ' ' * 450_000",
}
QUICK = """
import sys, time
from ssg.content.markdown import outline, render_body
for name, text in CASES:
    start = time.process_time()
    render_body(text); outline(text)
    took = time.process_time() - start
    if took > 10: sys.exit(f"{name} took {took:.1f} s")
"""


NESTED = ("quotes", "lists", "links", "emphasis", "brackets alone")


def test_texts_nested_ten_thousand_deep_are_rendered_quickly() -> None:
    run_quickly(QUICK, {name: DEEP[name] for name in NESTED})


@pytest.mark.torture
def test_texts_repeated_without_end_are_rendered_quickly() -> None:
    run_quickly(QUICK, DEEP)


def run_quickly(program: str, made: dict[str, str]) -> None:
    """Run a program over cases in a process of its own, so that one that never ends fails by the clock."""
    cases = ", ".join(f"({name!r}, {text})" for name, text in made.items())
    command = [sys.executable, "-c", program.replace("CASES", f"[{cases}]")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


DEEP_YAML = {
    "brackets": "'a: ' + '[' * 10_000",
    "closed brackets": "'a: ' + '[' * 10_000 + ']' * 10_000",
    "braces": "'a: ' + '{a: ' * 10_000",
    "lists": "'- ' * 10_000 + 'x'",
    "keys": "'? ' * 10_000",
    "aliases": "'a0: &a0 [x]\\n' + ''.join(f'a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\\n' for n in range(30))",
    "merges": "'a: &a {b: c}\\n' + 'd:\\n  <<: *a\\n' * 1_000",
    "tags": "'a: !!python/object/apply:os.system [id]'",
    "many keys": "''.join(f'k{n}: v\\n' for n in range(20_000))",
    "one long value": "'title: ' + 'x ' * 400_000",
    "quotes": "'a: ' + chr(34) + chr(92) * 300_000",
    "comments": "'# x\\n' * 100_000",
    "dates": "'date_posted: ' + '1' * 400_000",
    "pay": "'salary: ' + '1,' * 200_000",
    "places": "'locations: ' + 'a, ' * 100_000",
    "mail": "'apply: ' + 'a@' * 100_000",
    "host": "'apply: https://' + 'a.' * 100_000",
    "percent": "'apply: https://a.b/' + '%' * 100_000",
    "digits": "'openings: ' + '9' * 100_000",
    "money": "'salary: {amount: ' + '9' * 100_000 + ', currency: EUR, unit: year}'",
    "unknown": "'x' * 100_000 + ': y'",
    "words": "'applicants: ' + 'and ' * 100_000",
}
QUICK_YAML = """
import sys, time
from ssg.content.reading import ReadTask, read_files
from ssg.source import ReadLimits
for name, text in CASES:
    start = time.process_time()
    data = f"---\\n{text}\\n---\\nText\\n".encode()
    problems = read_files([ReadTask("x.md", data, False, ReadLimits())])[0].problems
    took = time.process_time() - start
    if took > 10: sys.exit(f"{name} took {took:.1f} s")
    if not problems: sys.exit(f"{name} was taken")
    if any(len(str(p)) > 2_000 for p in problems): sys.exit(f"{name} is told at length")
"""


def test_front_matter_without_end_is_refused_quickly_and_in_few_words() -> None:
    run_quickly(QUICK_YAML, DEEP_YAML)


def test_raw_html_is_found_and_shown_as_text() -> None:
    for text in payloads("markup"):
        assert {e.tag for e in elements(render_body(text).html.encode())} <= {
            "html", "head", "body", "p", "h2", "ul", "ol", "li", "blockquote", "code", "pre", "em", "strong", "a", "hr",
        }  # fmt: skip
        outline(text)


UNREADABLE = {"\x92": "Write `’`, or delete it", "\x81": "Delete it", "\ufffe": "Delete it", "\uffff": "Delete it"}


@pytest.mark.parametrize(("character", "hint"), UNREADABLE.items(), ids=map(ascii, UNREADABLE))
def test_a_character_that_no_text_may_hold_is_told_with_its_place(character: str, hint: str) -> None:
    for text, place in (
        (f'---\ntitle: "a{character}b"\n---\n', (2, 10)),
        (f"---\ntitle: a\n---\nab{character}\n", (4, 3)),
    ):
        (result,) = read_files([ReadTask("x.md", text.encode(), False, LIMITS)])
        (problem,) = result.problems
        assert (problem.rule, problem.hint, (problem.line, problem.column)) == ("control-character", hint, place)


@pytest.mark.parametrize("heading", ["", "\u200b", "x" * 20_000], ids=["none", "unseen", "long"])
def test_a_page_whose_first_heading_is_no_title_has_its_name_for_one(make_site: Make, heading: str) -> None:
    root = make_site(
        f"-- content/postings/a.md --\n{posting()}\n-- content/pages/how-we-hire.md --\n# {heading}\n\nText.\n"
    )
    build_site(root)
    page = (root / "_site/how-we-hire/index.html").read_bytes()
    (title,) = (element.text for element in elements(page) if element.tag == "title")
    assert title.startswith("x" * 50 if "x" in heading else "How we hire")


def test_every_link_that_leads_out_says_so(make_site: Make) -> None:
    text = posting(body="[out](https://other.example/)\n", apply='{url: "https://apply.example/"}')
    settings_ = SITE_YAML + "repository: https://github.com/acme/careers\ncontact: https://report.example/\n"
    root = make_site(f"-- content/postings/a.md --\n{text}\n-- content/pages/p.md --\n# P\n\n<https://other.example>\n"
                     f"-- site.yaml --\n{settings_}")  # fmt: skip
    build_site(root)
    found = 0
    for path in (root / "_site").rglob("*.html"):
        for element in elements(path.read_bytes()):
            href = element.attrib.get("href", "") if element.tag == "a" else ""
            if href.startswith("http") and not href.startswith("https://example.org/"):
                assert {"noopener", "nofollow"} & set(element.attrib.get("rel", "").split()), (path, href)
                found += 1
    assert found > 10
