"""`protect_mail`: no address stands as it is, and every parser still reads it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markdown_it import MarkdownIt

from ssg.formats.mail import veil
from tests.building import build_site, posting
from tests.sites import SITE_YAML

Make = Callable[..., Path]
PLAIN = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
ENGINEER = posting(
    body="""\
Write to ann@acme.example, or [us](mailto:us@acme.example?subject=Hello).

`git clone git@host.example:acme/x`
""",
    summary="Ask sum@acme.example.",
    apply="{email: jobs+eng@acme.example}",
    contact="{name: Ann, email: ann@acme.example}",
    locations="[{city: Lisbon, country: PT}]",
    benefits="[Ask ben@acme.example]",
)
OTHER = posting("Other", apply='{url: "https://acme.example/apply"}')
SITE = f"""\
-- content/postings/engineer.md --
{ENGINEER}
-- content/postings/url.md --
{OTHER}
-- content/pages/hiring.md --
# How we hire

Ask page@acme.example.
-- site.yaml --
{SITE_YAML}contact: site@acme.example
equal_opportunities: Ask eo@acme.example.
feeds: [linkedin]
"""
PARTNERS = "feeds/linkedin.xml"
MADE_UP = "jobs.schema.json"
"""Its addresses are examples."""


@pytest.fixture
def both(make_site: Make) -> tuple[Path, Path]:
    """The same site with its addresses as they are, and protected."""
    plain, veiled = make_site(SITE), make_site(SITE)
    with (veiled / "site.yaml").open("a") as file:
        file.write("protect_mail: true\n")
    return build_site(plain).output, build_site(veiled).output


def files(output: Path, ending: str) -> list[Path]:
    return [path for path in sorted(output.rglob(f"*{ending}")) if "assets" not in path.parts]


def read(path: Path) -> Any:
    """What a parser makes of the file."""
    data = path.read_bytes()
    if path.suffix == ".json":
        return json.loads(data)
    if path.suffix == ".xml":
        return [(element.tag, element.attrib, element.text) for element in ET.fromstring(data).iter()]
    tree = html5lib.parse(data, namespaceHTMLElements=False)
    scripts = [json.loads(e.text) for e in tree.iter("script") if "json" in e.get("type", "")]
    for script in tree.iter("script"):
        script.text = ""
    for meta in tree.iter("meta"):  # the policy names the data blocks by their digests
        meta.set("content", re.sub(r"'sha256-[^']*'", "", meta.get("content", "")))
    return scripts, [(e.tag, dict(e.attrib), e.text, e.tail) for e in tree.iter() if isinstance(e.tag, str)]


def test_no_address_stands_as_it_is_and_every_parser_reads_all_of_them(both: tuple[Path, Path]) -> None:
    plain, veiled = both
    found = 0
    for ending in (".html", ".json", ".xml"):
        for path in files(plain, ending):
            name = path.relative_to(plain).as_posix()
            found += len(PLAIN.findall(path.read_text()))
            assert name in (PARTNERS, MADE_UP) or not PLAIN.search((veiled / name).read_text()), name
            assert read(veiled / name) == read(path), name
    assert found > 40


def test_the_twin_keeps_its_addresses_and_its_code(both: tuple[Path, Path]) -> None:
    plain, veiled = (output / "jobs/engineer/index.md" for output in both)
    text = veiled.read_text()
    assert PLAIN.findall(text) == ["git@host.example"]
    html = [MarkdownIt("commonmark").render(path.read_text()) for path in (plain, veiled)]
    assert set(PLAIN.findall(html[1])) == set(PLAIN.findall(html[0]))
    assert 'href="mailto:jobs+eng@acme.example?subject=Engineer"' in html[1]
    assert "@" not in (both[1] / "llms.txt").read_text()


def test_boards_get_theirs_as_it_is_and_the_default_changes_nothing(both: tuple[Path, Path]) -> None:
    plain, veiled = both
    assert "ann@acme.example" in (veiled / PARTNERS).read_text()
    assert "mailto:jobs+eng@acme.example" in (plain / "jobs/engineer/index.html").read_text()


def test_an_address_outside_the_alphabet_is_escaped_in_pairs() -> None:
    for said in ("\n", "\u2028", "<p>", "\\", "\\n", "&", '"', "\t"):
        text = json.dumps({"a": f"{said}ann@acme.example{said}"}).replace("<", "\\u003c").replace(">", "\\u003e")
        assert json.loads(veil(text, "json")) == json.loads(text)
        assert "\\" in said or "@" not in veil(text, "json")
    assert json.loads(veil('"a\\u00e9 \U0001f600é@bücher.example"', "json")) == "aé \U0001f600é@bücher.example"
    assert veil("x" * 200_000, "html") == "x" * 200_000
    assert veil("@" * 100_000 + "a." * 100_000, "html").count("@") == 100_000


def test_the_policy_names_the_data_blocks_that_stand_on_the_page(both: tuple[Path, Path]) -> None:
    for path in files(both[1], ".html"):
        text = path.read_text()
        blocks = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text, re.DOTALL)
        for block in blocks:
            digest = b64encode(sha256(block.encode()).digest()).decode()
            assert f"&#39;sha256-{digest}&#39;" in text or f"'sha256-{digest}'" in text, path
