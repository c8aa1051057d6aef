"""Inline Markdown whose marks leave no doubt, to HTML and text without a token; the rest goes to markdown-it."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore, inline, text_join
from markdown_it.token import Token

_MARK = re.compile(r"[\\`~*_\[<&]")
"""Where an inline rule may find something to do: without any, and without line breaks, a text is just that."""
_REAL_MARK = re.compile(r"[\\`~*_\[<]|&[#A-Za-z0-9]+;")
_INNER = r"[^\\`~*_\[\]!<&\n]*"
_SPAN = re.compile(
    rf"""(?<![^ \n("'/])(?:
    (?P<mark>\*\*|\*|__|_)(?P<inner>[^\W_](?:{_INNER}[^\W_])?+)(?P=mark)(?=[ \n.,;:)?!"'/]|\Z)
    |(?P<bold>\*\*|__)(?P<named>[^\W_]{_INNER}[:.?])(?P=bold)(?=[ \n]|\Z)
    |\[(?P<label>[^\s\\`~*_\[\]!<&]+(?:[ ][^\s\\`~*_\[\]!<&]+)*)\]\((?P<url>
        (?:https?://[a-z0-9]+(?:[.-][a-z0-9]+)*|mailto:[a-z0-9.+-]+@[a-z0-9]+(?:[.-][a-z0-9]+)*|(?=/[a-z0-9]))
        (?:/[A-Za-z0-9/._~-]*)?(?:\?[A-Za-z0-9=._~-]*)?(?:\#[A-Za-z0-9=._~-]*)?)\)
    |`(?P<code>[^`\n ](?:[^`\n]*[^`\n ])?)`(?=[ \n.,;:)?!"'/]|\Z)
    )""",
    re.VERBOSE,
)
"""Marks that open and close beyond doubt, with nothing marked inside."""
_TAGS = {"*": "em", "_": "em", "**": "strong", "__": "strong"}


def has_mark(text: str, start: int = 0) -> bool:
    """Whether an inline rule may find something to do in the text, from `start` on."""
    return _MARK.search(text, start) is not None


def html_and_text(content: str, state: StateCore) -> tuple[str, str]:
    """HTML and plain text of an inline text."""
    if " \n" in content or "\\\n" in content:
        return _by_the_library(content, state)
    if not _MARK.search(content):
        return escapeHtml(content), content.replace("\n", " ").strip()
    return _quick(content, state.md) or _by_the_library(content, state)


def _quick(content: str, md: MarkdownIt) -> tuple[str, str] | None:
    """HTML and text where all marks are beyond doubt; None where one is not."""
    html: list[str] = []
    text: list[str] = []
    at = 0
    for match in _SPAN.finditer(content):
        before = content[at : match.start()]
        span = _span(match, md)
        if span is None or _REAL_MARK.search(before):
            return None
        html += (escapeHtml(before), span[0])
        text += (before, span[1])
        at = match.end()
    rest = content[at:]
    if _REAL_MARK.search(rest):
        return None
    return "".join((*html, escapeHtml(rest))), "".join((*text, rest)).replace("\n", " ").strip()


def _span(match: re.Match[str], md: MarkdownIt) -> tuple[str, str] | None:
    kind = match.lastgroup
    if kind == "url":
        return _link(match["label"], match["url"], md)
    if kind == "code":
        return f"<code>{escapeHtml(match['code'])}</code>", match["code"]
    text = match["inner"] or match["named"]
    tag = _TAGS[match["mark"] or match["bold"]]
    return f"<{tag}>{escapeHtml(text)}</{tag}>", text


def _link(label: str, url: str, md: MarkdownIt) -> tuple[str, str] | None:
    """A link whose address has nothing to be normalised."""
    if not md.validateLink(url):
        return None
    tokens = [Token("link_open", "a", 1, attrs={"href": url})]
    rule = md.renderer.rules["link_open"]  # type: ignore[attr-defined]
    return f"{rule(tokens, 0, md.options, {})}{escapeHtml(label)}</a>", label


def _by_the_library(content: str, state: StateCore) -> tuple[str, str]:
    token = Token("inline", "", 0, content=content, children=[])
    part = StateCore("", state.md, state.env, [token])
    inline(part)
    text_join(part)
    html: Any = state.md.renderer.render([token], state.md.options, state.env)
    return html, inline_text(token)


def parse_inline(state: StateCore) -> None:
    """Core rule: the library's, but for texts that have nothing to look for."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.content and "\n" not in token.content and not _MARK.search(token.content):
            token.children = [Token("text", "", 0, content=token.content)]
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def inline_text(token: Token) -> str:
    """The text of an inline token without its marks."""
    words = (" " if child.type.endswith("break") else child.content for child in token.children or ())
    return "".join(words).strip()
