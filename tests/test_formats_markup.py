"""Texts inside formats: what is looked at quickly is what looking closely gives."""

from __future__ import annotations

import html
import json
import math
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from babel.lists import format_list
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import to_json

from ssg import l10n
from ssg.formats.facts import one_line
from ssg.formats.markup import absolute_links, json_line, markdown_text, plain, script_json, xml_text
from tests import screenshots
from tests.building import build_site

ODD = st.text(
    st.sampled_from("ab7 .-+=#&<>\"'\\`*_~[]()/:@?;%\t\n\r\x00\x0b\x85\xa0\u2028\u2029\ud800\udfff\ufffe\ufeff€é")
)
UNPAIRED = ODD.filter(lambda text: "\ud800\udfff" not in text)
BASE = "https://example.org/careers/jobs/cook/"


@given(ODD)
def test_text_in_xml_has_no_forbidden_character_and_loses_no_other(text: str) -> None:
    forbidden = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    assert xml_text(text) == forbidden.sub("", text)


@given(ODD)
@example("1) x")
@example("a\xa0b")
def test_text_in_markdown_is_escaped_whether_or_not_it_looks_harmless(text: str) -> None:
    line = re.sub(r"([\\`*_\[\]<>]|(?<!\S)#|~(?=~)|&(?=#?\w+;))", r"\\\1", " ".join(text.split()))
    assert markdown_text(text) == re.sub(r"^([-+=])", r"\\\1", re.sub(r"^(\d+)([.)])", r"\1\\\2", line))


@given(ODD)
def test_a_fact_stands_on_one_line(text: str) -> None:
    assert one_line(text) == re.sub("[ \t\n\r\f\v\x85\u2028\u2029]+", " ", text).strip()


@given(
    st.sampled_from(["", "https://", "HTTP://", "http:", "mailto:", "//", "/", "#"]), ODD.filter(lambda t: '"' not in t)
)
@example("https://", "example.com/a/../b")
@example("https://", "example.com?")
@example("https://", "example.com//x;")
@example("http://", "[")
def test_links_are_absolute_whether_or_not_they_look_it(start: str, rest: str) -> None:
    link = start + rest
    try:
        absolute = urljoin(BASE, html.unescape(link))
    except ValueError:
        absolute = html.unescape(link)
    assert html.unescape(absolute_links(f'<a href="{link}">x</a>', BASE)) == html.unescape(
        f'<a href="{html.escape(absolute)}">x</a>'
    )


def test_only_links_and_pictures_are_made_absolute() -> None:
    body = '<a href="/x" title="/y"><img src="z.png" alt="=" data-href="/w"></a> ="/v" href="/u"'
    whole = (
        f'<a href="{urljoin(BASE, "/x")}" title="/y"><img src="{urljoin(BASE, "z.png")}" alt="=" data-href="/w"></a>'
    )
    assert absolute_links(body, BASE).startswith(whole)


@given(st.dictionaries(UNPAIRED, UNPAIRED | st.booleans() | st.integers()))
def test_json_keeps_every_character_and_shows_no_lone_surrogate(value: dict[str, Any]) -> None:
    for text in (json_line(value), script_json(value)):
        assert json.loads(text.encode()) == value
    assert not re.search("[<>&\u2028\u2029]", script_json(value))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | UNPAIRED,
    lambda some: st.lists(some) | st.dictionaries(UNPAIRED, some) | st.tuples(some, some),
)


@given(VALUES)
def test_json_on_one_line_is_what_python_makes(value: Any) -> None:
    assert json.loads(json_line(value)) == json.loads(json.dumps(value))


@pytest.mark.parametrize("value", [{"b": "é\u2028/\x00\x7f\n", "a": [1, 2.5, None, True, {}]}, "Straße", 2**70])
def test_json_on_one_line_has_nothing_between_and_no_needless_escapes(value: Any) -> None:
    assert json_line(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_html_as_text_has_a_line_a_block() -> None:
    items = "<li>\n<p>One &amp;\ntwo</p>\n</li>\n<li>Three<br>four</li>"
    body = f"<h2 id='a'>Your role</h2>\n<ul>\n{items}</ul><p>E<br/>nd</p>"
    assert plain(body) == "Your role\n- One & two\n- Three\nfour\nE\nnd"


@pytest.mark.parametrize("style", ["standard", "or"])
@pytest.mark.parametrize("language", [*l10n.LANGUAGES, "ar", "ja"])
def test_words_are_listed_as_the_language_does(language: str, style: Any) -> None:
    for length in range(7):
        words = [f"{{{at}}} {at}" for at in reversed(range(length))]
        assert l10n.joined(words, language, style) == format_list(words, style, l10n.locale(language))


def test_formats_write_nothing_but_what_json_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def checked(value: Any, **options: Any) -> bytes:
        assert is_plain(value), value
        return to_json(value, **options)

    monkeypatch.setattr("ssg.formats.markup.to_json", checked)
    build_site(screenshots.make_site(tmp_path / "site"))


def is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(type(name) is str and is_plain(each) for name, each in value.items())
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return value is None or type(value) in (str, int, bool) or (type(value) is float and math.isfinite(value))
