"""A plugin for markdown-it: what most adverts are made of, read in one step.

markdown-it tries a dozen rules on every line and makes five tokens of a paragraph. Nearly every line of an advert is a
paragraph, a heading or an item of a simple list, though, and nearly every inline text has no mark in it, or marks that
leave no doubt. The rules here take those, each as one token that knows its HTML and its text; whatever else there is
they leave to the rules of the library, which stay in force. A body costs a third of what it did, and property tests
hold that its HTML and text are to the byte what the library alone makes of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS, escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from ssg.content.spans import has_mark, html_and_text, parse_inline

PLAIN, HEADING = "plain", "plain_heading"
"""Types of the tokens; their `content` is the text, a line a block, and `meta["html"]` the HTML."""

_WORD = r"""(?:
    [^\s0-9#>*+\-_=|:~`\[]                   # no character that begins anything else
    |[0-9]++(?![.)](?:[ \t\n]|\Z))              # a number, not of a list
    |(?:\*{1,2}|_{1,2}|`)(?=[^\s*_`])      # a mark, neither of a list nor of a rule or a fence
    |\[[^\[\]\\\n]*+\](?!:)                  # brackets, not of a link's definition
    )[^\n]*+"""
"""A line whose beginning can only be that of a paragraph."""
_END = r"(?=\Z|\n[ \t]*(?:\n|\Z))"
"""The end of the body, or a blank line."""
_SUBLIST = rf"\n(?P<indent>[ ]{{2,5}})(?P<dash>[-*+])[ ]{{1,4}}{_WORD}(?:\n(?P=indent)(?P=dash)[ ]{{1,4}}{_WORD})*+"
_BLOCKS = {
    tag: re.compile(pattern + _END, re.VERBOSE)
    for tag, pattern in (
        ("p", rf"{_WORD}(?:\n{_WORD})*+"),
        ("ul", rf"([-*+])[ ]{{1,4}}{_WORD}(?:\n\1[ ]{{1,4}}{_WORD})*+"),
        ("ol", rf"[0-9]{{1,9}}([.)])[ ]{{1,4}}{_WORD}(?:\n[0-9]{{1,9}}\1[ ]{{1,4}}{_WORD})*+"),
        ("ul ul", rf"(?=([-*+]))(?:\1[ ]{_WORD}(?:{_SUBLIST})?+(?:\n(?=\1[ ])|{_END}))++"),
    )
}
_HEADING = re.compile(r"(#{1,6})[ \t]++([^\s#|][^\n#|]*+)(?=\n|\Z)")
_AFTER_LIST = re.compile(r"(?:[ \t]*\n)*+(?:[ \t]*\Z|[^\s0-9*+-])")
"""After a list that ends: nothing, or a line that cannot belong to it."""
_MARKER = re.compile(r"^ *(?:[-*+]|[0-9]+[.)]) +", re.MULTILINE)
_LINE_END, _INDENT = re.compile("\n"), re.compile("^ +", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n?(?:[ \t]*\n)*+")


def plain_blocks(md: MarkdownIt) -> None:
    """The plugin, for a parser with tables and without raw HTML: `md.use(plain_blocks)`."""
    md.core.ruler.at("normalize", _normalize)
    md.core.ruler.at("block", _block)
    md.core.ruler.before("inline", PLAIN, _settle)
    md.core.ruler.at("inline", parse_inline)
    md.block.ruler.before("table", PLAIN, _plain)
    md.add_render_rule(PLAIN, _render)
    md.add_render_rule(HEADING, _render_heading)


def _normalize(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
        state.src = re.sub(r"\r\n?", "\n", state.src).replace("\0", "\ufffd")


def _block(state: StateCore) -> None:
    """Core rule: the plain blocks that a body begins with, and what follows the first other one by the block rules."""
    src = state.src
    at = _take(src, _after_line(src, 0), state.tokens)
    if at < len(src):
        block = _StateBlock(src, state.md, state.env, state.tokens)
        state.md.block.tokenize(block, src.count("\n", 0, at), block.lineMax)


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
    src, start = state.src, state.bMarks[line]
    at = _take(src, start, state.tokens)
    state.line = line + src.count("\n", start, at) + (at == len(src) and not src.endswith("\n"))
    return at > start


def _take(src: str, at: int, tokens: list[Token]) -> int:
    """Make tokens of the plain blocks from `at` on, where a line begins; the beginning of the first other block."""
    while at < len(src):
        if match := _HEADING.match(src, at):
            token = Token(HEADING, f"h{len(match[1])}", 0, content=match[2], block=True)
        elif found := _block_at(src, at):
            tag, match = found
            token = Token(PLAIN, tag, 0, content=match[0], block=True)
        else:
            break
        tokens.append(token)
        at = _after_line(src, match.end())
    return at


def _after_line(src: str, at: int) -> int:
    """Behind the line's end that may stand at `at`, and the blank lines after it."""
    match = _BLANK_LINES.match(src, at)
    return match.end() if match else at


def _block_at(src: str, at: int) -> tuple[str, re.Match[str]] | None:
    for tag, pattern in _BLOCKS.items():
        if match := pattern.match(src, at):
            return (tag, match) if tag == "p" or _AFTER_LIST.match(src, match.end()) else None
    return None


def _settle(state: StateCore) -> None:
    """Core rule: HTML and text of every plain token, now that every link's definition is known."""
    for token in state.tokens:
        if token.type == HEADING or (token.type == PLAIN and token.tag == "p"):
            token.meta["html"], token.content = html_and_text(token.content.strip(MD_TRIM_CHARS), state)
        elif token.type == PLAIN:
            _settle_list(token, state)


def _settle_list(token: Token, state: StateCore) -> None:
    content, (tag, *nested) = token.content, token.tag.split()
    if tag == "ol" and (start := int(re.split(r"[.)]", content, maxsplit=1)[0])) != 1:
        token.attrs["start"] = start
    token.tag = tag
    items = [item.rstrip(MD_TRIM_CHARS) for item in _MARKER.sub("", content).split("\n")]
    if nested or has_mark(content, 2):
        parts = [html_and_text(item, state) for item in items]
        token.content = "\n".join(text for _, text in parts if text)
        told = [html for html, _ in parts]
        token.meta["html"] = _nested(told, content) if nested else "</li>\n<li>".join(told)
    else:
        token.content = "\n".join(map(str.strip, items))
        token.meta["html"] = escapeHtml("\n".join(items)).replace("\n", "</li>\n<li>")


def _nested(items: Sequence[str], content: str) -> str:
    """The items, those of indented lines as lists in the item before them."""
    html, inside = [items[0]], False
    for item, line in zip(items[1:], content.split("\n")[1:], strict=True):
        if line[0] == " ":
            html += ("</li>\n<li>" if inside else "\n<ul>\n<li>", item)
        else:
            html += ("</li>\n</ul>\n</li>\n<li>" if inside else "</li>\n<li>", item)
        inside = line[0] == " "
    return "".join(html) + ("</li>\n</ul>\n" if inside else "")


def _render(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[at]
    tag, html = token.tag, token.meta["html"]
    if tag == "p":
        return f"<p>{html}</p>\n"
    return f"<{tag}{self.renderAttrs(token)}>\n<li>{html}</li>\n</{tag}>\n"


def _render_heading(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[at]
    return f"<{token.tag}{self.renderAttrs(token)}>{token.meta['html']}</{token.tag}>\n"
