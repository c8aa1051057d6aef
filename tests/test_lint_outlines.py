"""The quick outline says what the outline of the whole body says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssg.content.markdown import outline
from ssg.lint.outlines import quick_outline

BODIES = [
    "",
    "# One\n\n## Two ##\ntext\n### Three `code` & [link](x)\n",
    "Text with [a link\nover two lines](https://example.org) and ![alt](a.png).\n",
    "- item\n- [item](x)\n  more\n  - nested ![x](y)\n    - deeper [z](w)\n\n    > quoted <b>tag</b>\n",
    "Title\n=====\n\nOther\n-----\n\n---\n\n## Real\n",
    "```\n# no heading\n[no](link)\n```\n\n~~~\n<b>\n~~~\n",
    "    # code\n    [no](link) <b>\n",
    "[reference][1]\n\n[1]: https://example.org\n",
    "> # Quoted\n\n1. # In a list\n",
    "| [a](b) | c |\n| --- | --- |\n| <b> | d |\n",
    "<div>\n[shown](x)\n</div>\n\nafter <br> text\n",
    "<script>\n\n# inside\n\n</script>\n",
    "a <!-- comment\n\nnot --> b\n",
    "#no heading\n\n#\n\n# \n\n####### seven\n\n   ### three spaces\n",
    "text\n# heading\nmore\n* [x](y)\n+ [x](z)\n2. [n](m)\n",
    "\t[tab](x)\n\n  [two](x)\n",
    "\\# escaped\n\n## with \\# escaped \\[brackets]\n",
    "<https://example.org> and <jobs@example.org>\n",
]


@pytest.mark.parametrize("body", BODIES)
def test_a_body_has_the_same_outline_read_quickly(body: str) -> None:
    assert quick_outline(body) == outline(body)


PIECES = (
    "# |## |- |* |  - |    |1. |> |[a](b)|![c](d)|<b>|</b>|<!--|-->|text|`|```|===|---|\n|\n|\n\n|\t| |\\|[|]|(|)|#|]:"
)


LINKS = [
    "See [one](https://example.org/a-b?c=d#e), [two](/x/) and\n[three](mailto:a@b.cd).\n",
    "[a](b)[c](d) **[e](f)** [g](h)! ![i](j) [[k](l)] [m [n](o) p](q)\n",
    '\\[a](b) `[c](d)` [*e*](f) [g](h "i") [j](<k>) [l](m(n)) [o]() [](p) [q\nr](s)\n',
    "[a](javascript:b) [c](HTTPS://Example.ORG) [d](//e.f) [g](x:y) [h](1.2) [i](é) [j](&amp;) [&amp;](k) [l](%20)\n",
    "- [a](b)\n- c [d](e)\n  [f](g)\n> [h](i)\n> j\n",
    "[a](https://xn--bcher-kva.example/) [b](https://EXAMPLE.org/A) [c](../d) [e](#f) [g](tel:+351-1)\n",
]


@pytest.mark.parametrize("body", LINKS)
def test_a_link_is_the_same_read_quickly(body: str) -> None:
    assert quick_outline(body) == outline(body)


@given(st.lists(st.sampled_from([*PIECES.split("|"), "|"]), max_size=30).map("".join))
def test_any_body_has_the_same_outline_read_quickly(body: str) -> None:
    assert quick_outline(body) == outline(body)
