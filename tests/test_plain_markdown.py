"""What the quick rules make of a body is what markdown-it alone makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bench.corpus import posting
from ssg.content.markdown import plain_text, quick_parser, whole_parser
from ssg.content.plain import HEADING, PLAIN
from ssg.source import split_source

PIECES = """\
word|Two words|é|日本語|R&D|&amp;|&#x41;|&copy|a_b|x*y|4+ years|4. |4.5|123456789. |1234567890. |١. |
- |* |+ |-|*|1. |2) |1.|# |## |###### |####### |#|> |>|    |  | |\t|
|

|```|~~~|``|`|`code`|` x `|~~gone~~|~|**|__|*|_|***|**bold**|*em*|__bold__|_em_|**Where:**|**"said"**|(*x*)|*a*b|
[a]|[a](https://x.example/y)|[a](/b?c=d#e)|[a](//evil.example)|[a](javascript:x)|[a]: /b|[a]: <b> "t"|
[a b](mailto:x@y.example?subject=z)|[**a**](/b)|[a](/b "t")|![i](/i.png)|!|[a](https://X.example/%zz)|[a](/ü)|[|]|(|)|
<https://a.example>|<x@a.example>|<b>|<|>|\\*|\\|\\\\|"|'|/|:|.|---|===|***|| a | b ||--- | :-:|| x | y |
""".replace("||", "\x01|").split("|")
PIECES = [piece.replace("\x01", "|") for piece in PIECES if piece] + [
    "\n",
    "\n\n",
    "  \n",
    "|",
    "\x85",
    "\u00a0",
    "\u2028",
]


def read(parser: MarkdownIt, body: str) -> tuple[str, str, dict[str, Any]]:
    """HTML, text and the definitions of links."""
    found: dict[str, Any] = {}
    tokens = parser.parse(body, found)
    return parser.renderer.render(tokens, parser.options, found), plain_text(tokens), found


@pytest.mark.parametrize("number", range(40))
def test_a_posting_is_read_as_by_the_library(number: int) -> None:
    source, _ = split_source("x.md", posting(number).encode())
    assert source
    assert read(quick_parser(), source.body) == read(whole_parser(), source.body)


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@settings(max_examples=1000, deadline=None)
@example("- a\n\n- b\n")
@example("- a\n---\n")
@example("a\n===\n\n1. x\n2. y\n\n\n    z")
@example("* *a* b\n* **c:** d\n\n**e**\n")
@example("a | b\n--- | ---\n# c | d\n")
@example("[a]\n\n> [a]: /b\n")
def test_any_body_is_read_as_by_the_library(body: str) -> None:
    assert read(quick_parser(), body) == read(whole_parser(), body)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), max_size=12).map("\n".join))
@settings(max_examples=1000, deadline=None)
def test_any_lines_are_read_as_by_the_library(body: str) -> None:
    assert read(quick_parser(), body) == read(whole_parser(), body)


LINE = st.tuples(
    st.sampled_from(["", "", "- ", "- ", "* ", "-   ", "1. ", "2) ", "  - ", "    - ", "    * ", "     - ", "      - "])
    | st.sampled_from(["## ", "# ", "###### ", "> ", "   ", " ", "```", "| a | b |", "--- | ---", "==="]),
    st.sampled_from(["word", "two words", "**b**", "`c` d", "[a](/b)", "x ##", "a | b", "", "", "R&D", "4. x"]),
    st.sampled_from(["", "", "", " ", "  ", "\n", "\n\n"]),
).map("".join)


@given(st.lists(LINE, max_size=12).map("\n".join))
@settings(max_examples=2000, deadline=None)
@example("- a\n  - b\n    - c\n- d")
@example("- a\n    - b\n    - **c**\n- d\n")
@example("- a\n  - b\n  * c\n- d\n\ne")
def test_any_lists_are_read_as_by_the_library(body: str) -> None:
    assert read(quick_parser(), body) == read(whole_parser(), body)


@given(st.text())
@settings(deadline=None)
def test_any_text_is_read_as_by_the_library(body: str) -> None:
    assert read(quick_parser(), body) == read(whole_parser(), body)


def test_an_advert_takes_the_quick_way() -> None:
    body = (
        "We **build** maps.\n\n## You bring\n\n- Patience\n- [Care](https://x.example/)\n\nThen:\n\n1. Talk\n2. Start\n"
    )
    kinds = [token.type for token in quick_parser().parse(body)]
    assert kinds == [PLAIN, HEADING, PLAIN, PLAIN, PLAIN]
