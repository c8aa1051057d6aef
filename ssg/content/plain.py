"""A plugin for markdown-it: what most adverts are made of, read in one step.

markdown-it tries a dozen rules on every line and makes five tokens of a paragraph. Nearly every line of an advert is a
paragraph, a heading or an item of a simple list, though, and nearly every inline text has no mark in it, or marks that
leave no doubt. The rules here take those, as one token `plain` that knows its HTML and its text; whatever else there is
they leave to the rules of the library, which stay in force. A body costs a third of what it did, and a property test
holds that its HTML and text are to the byte what the library alone makes of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS, escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, heading
from markdown_it.rules_core import StateCore, inline, text_join
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

PLAIN = "plain"
"""Type of the token; its `content` is the text, a line a block, and `meta["html"]` the HTML."""

_WORD = r"""(?:
    [^\s0-9#>*+\-_=|:~`\[]                   # no character that begins anything else
    |[0-9]++(?![.)](?:[ \t\n]|\Z))              # a number, not of a list
    |(?:\*{1,2}|_{1,2}|`)(?=[^\s*_`])      # a mark, neither of a list nor of a rule or a fence
    |\[[^\[\]\\\n]*+\](?!:)                  # brackets, not of a link's definition
    )[^\n]*+"""
"""A line whose beginning can only be that of a paragraph."""
_BLANK = r"[ \t]*(?:\n|\Z)"
_PARAGRAPH = re.compile(rf"{_WORD}(?:\n{_WORD})*+(?=\Z|\n{_BLANK})", re.VERBOSE)
_LISTS = {
    "ul": re.compile(rf"([-*+])[ ]{{1,4}}{_WORD}(?:\n\1[ ]{{1,4}}{_WORD})*+(?=\Z|\n{_BLANK})", re.VERBOSE),
    "ol": re.compile(
        rf"[0-9]{{1,9}}([.)])[ ]{{1,4}}{_WORD}(?:\n[0-9]{{1,9}}\1[ ]{{1,4}}{_WORD})*+(?=\Z|\n{_BLANK})", re.VERBOSE
    ),
}
_AFTER_LIST = re.compile(r"(?:[ \t]*\n)*+(?:[ \t]*\Z|[^\s0-9*+-])")
"""After a list that ends: nothing, or a line that cannot belong to it."""
_MARKER = re.compile(r"^(?:[-*+]|[0-9]+[.)]) +", re.MULTILINE)
_LINE_END, _INDENT = re.compile("\n"), re.compile("^ +", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)*+")

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


def plain_blocks(md: MarkdownIt) -> None:
    """The plugin, for a parser with tables and without raw HTML: `md.use(plain_blocks)`."""
    md.core.ruler.at("normalize", _normalize)
    md.core.ruler.at("block", _block)
    md.core.ruler.before("inline", PLAIN, _settle)
    md.core.ruler.at("inline", _inline)
    md.block.ruler.before("table", PLAIN, _plain)
    md.add_render_rule(PLAIN, _render)


def _normalize(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
        state.src = re.sub(r"\r\n?", "\n", state.src).replace("\0", "\ufffd")


def _block(state: StateCore) -> None:
    if state.src:
        block = _StateBlock(state.src, state.md, state.env, state.tokens)
        state.md.block.tokenize(block, block.line, block.lineMax)


class _StateBlock(StateBlock):
    """The library's state; its table of lines is made with a look at those alone that are indented."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        if "\t" in src or src[-1] == " ":
            super().__init__(src, md, env, tokens)
            return
        super().__init__("", md, env, tokens)
        ends = [match.start() for match in _LINE_END.finditer(src)]
        if src[-1] != "\n":
            ends.append(len(src))
        self.src, self.lineMax = src, len(ends)
        self.bMarks = [0, *(end + 1 for end in ends[:-1]), len(src)]
        self.eMarks = [*ends, len(src)]
        self.tShift = [0] * len(self.bMarks)
        self.bsCount = self.tShift.copy()
        for indent in _INDENT.finditer(src) if src[0] == " " or "\n " in src else ():
            self.tShift[bisect_left(self.bMarks, indent.start())] = indent.end() - indent.start()
        self.sCount = self.tShift.copy()


def _plain(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Block rule: all plain blocks from `line` on, at the outermost level."""
    if state.level or silent:
        return False
    src, at = state.src, state.bMarks[line]
    first = line
    while line < end and (found := _block_at(src, at)):
        tag, match = found
        token = Token(PLAIN, tag, 0, content=match.group(), level=0, block=True)
        lines = token.content.count("\n") + 1
        token.map = [line, line + lines]
        state.tokens.append(token)
        blank = _BLANK_LINES.match(src, match.end())
        at = blank.end() if blank else match.end()
        line = state.line = line + lines
        if blank is None:
            break
        line += blank.group().count("\n") - 1
    if state.line > first:
        return True
    lone = src.startswith("#", at) and (line + 1 >= end or state.isEmpty(line + 1))
    return lone and heading(state, line, end, silent)


def _block_at(src: str, at: int) -> tuple[str, re.Match[str]] | None:
    if match := _PARAGRAPH.match(src, at):
        return "p", match
    for tag, pattern in _LISTS.items():
        if match := pattern.match(src, at):
            return (tag, match) if _AFTER_LIST.match(src, match.end()) else None
    return None


def _settle(state: StateCore) -> None:
    """Core rule: HTML and text of every plain token, now that every link's definition is known."""
    for token in state.tokens:
        if token.type != PLAIN:
            continue
        content = token.content
        if token.tag == "p":
            content = content.strip(MD_TRIM_CHARS)
            html, token.content = _html_and_text(content, state)
            token.meta["html"] = f"<p>{html}</p>\n"
            continue
        if token.tag == "ol" and (start := int(re.split(r"[.)]", content, maxsplit=1)[0])) != 1:
            token.attrs["start"] = start
        items = [item.rstrip(MD_TRIM_CHARS) for item in _MARKER.sub("", content).split("\n")]
        if _MARK.search(content, 2):
            parts = [_html_and_text(item, state) for item in items]
            inner = "</li>\n<li>".join(html for html, _ in parts)
            token.content = "\n".join(filter(None, (text for _, text in parts)))
        else:
            inner = escapeHtml("\n".join(items)).replace("\n", "</li>\n<li>")
            token.content = "\n".join(map(str.strip, items))
        token.meta["html"] = f"<{token.tag}{RendererHTML.renderAttrs(token)}>\n<li>{inner}</li>\n</{token.tag}>\n"


def _html_and_text(content: str, state: StateCore) -> tuple[str, str]:
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


def _inline(state: StateCore) -> None:
    """Core rule: the library's, but for texts that have nothing to look for."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.content and "\n" not in token.content and not _MARK.search(token.content):
            token.children = [Token("text", "", 0, content=token.content)]
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _render(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    html: str = tokens[at].meta["html"]
    return html


def inline_text(token: Token) -> str:
    """The text of an inline token without its marks."""
    words = (" " if child.type.endswith("break") else child.content for child in token.children or ())
    return "".join(words).strip()
