"""Markdown of a body to safe HTML, plain text and parts by heading. Home of markdown_it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from ssg.content.plain import HEADING, plain_blocks
from ssg.content.spans import inline_text
from ssg.model import Body, Section
from ssg.model.slug import slugify

NESTING = 200
"""Deepest nesting of quotes and lists that is rendered; deeper ones stay text."""
_HEADINGS = {HEADING: 1, "heading_open": 3}
"""Tokens that a heading is made of, by the type of the first."""
INLINE_NESTING = 20
"""The same for links and pictures in one another: markdown-it looks at each bracket as often as they may nest."""
TOP_LEVEL = 2
"""Level of the highest heading in a body's HTML: the page's own title is the only `<h1>`."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    src: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class Html:
    """Raw HTML, which is shown as text."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What a body is made of; lines count from 1 in the body."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    html: tuple[Html, ...]


@cache
def quick_parser() -> MarkdownIt:
    """The one instance."""
    return whole_parser().use(plain_blocks)


def whole_parser() -> MarkdownIt:
    """CommonMark, tables and strikethrough; raw HTML stays text, so the output needs no sanitiser."""
    md = _bounded(MarkdownIt("commonmark", {"html": False, "typographer": False}))
    md.validateLink = _may_be_linked  # type: ignore[method-assign]
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("table_open", _table_open)
    md.add_render_rule("table_close", _table_close)
    md.add_render_rule("image", _image)
    return md


def _bounded(md: MarkdownIt) -> MarkdownIt:
    """With tables and strikethrough, and the bounds on nesting; markdown-it has one for blocks and what is in them."""
    md.enable(["table", "strikethrough"])
    md.options["maxNesting"] = NESTING
    parse = md.inline.parse

    def parse_inline(src: str, parser: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        parser.options["maxNesting"] = INLINE_NESTING
        try:
            return parse(src, parser, env, tokens)
        finally:
            parser.options["maxNesting"] = NESTING

    md.inline.parse = parse_inline  # type: ignore[assignment, method-assign]
    return md


def _may_be_linked(url: str) -> bool:
    """Addresses of the web, mail, telephone, and of this site; what is no such address stays text.

    An address that begins with two slashes, or hides what it is behind white space or a user's name, is none.
    """
    if re.match(r"[\\/]{2}", url) or re.search(r"[\x00-\x20\x7f]", url):
        return False
    scheme = re.match(r"([^/?#:]*):", url)
    if scheme is None:
        return True
    if scheme[1].lower() in ("http", "https"):
        return re.match(r"https?://[^/?#@\\]+([/?#]|$)", url, re.IGNORECASE) is not None
    return scheme[1].lower() in ("mailto", "tel")


def _link_open(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[at]
    if re.match(r"(https?:)?//", str(token.attrGet("href") or ""), re.IGNORECASE):
        token.attrSet("rel", "noopener noreferrer")
    return self.renderToken(tokens, at, options, env)


def _table_open(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return '<div class="table-scroll" tabindex="0"><table>\n'


def _table_close(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "</table></div>\n"


def _image(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[at]
    token.attrSet("loading", "lazy")
    return self.image(tokens, at, options, env)


def render_body(markdown: str) -> Body:
    """Render a body. Headings are shifted so that the highest is `<h2>`, and get ids that begin with `h-`."""
    parser = quick_parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(markdown, env)
    headings = [at for at, token in enumerate(tokens) if token.type in _HEADINGS]
    names = [_name(tokens, at) for at in headings]
    _settle_headings(tokens, headings, names)
    render, options = parser.renderer.render, parser.options
    parts = [render(tokens[: headings[0] if headings else None], options, env)]
    sections, at = [], len(parts[0])
    for (start, end), name in zip(pairwise([*headings, len(tokens)]), names, strict=True):
        inside = start + _HEADINGS[tokens[start].type]
        heading, inner = render(tokens[start:inside], options, env), render(tokens[inside:end], options, env)
        parts += (heading, inner)
        begin = at + len(heading)
        sections.append(Section(name, int(tokens[start].tag[1]), begin, begin + len(inner.rstrip())))
        at = begin + len(inner)
    return Body("".join(parts).rstrip(), plain_text(tokens), tuple(sections), markdown.strip())


def _name(tokens: Sequence[Token], at: int) -> str:
    """The plain text of the heading that begins at a token."""
    return tokens[at].content if tokens[at].type == HEADING else inline_text(tokens[at + 1])


def _settle_headings(tokens: Sequence[Token], headings: Sequence[int], names: Sequence[str]) -> None:
    """Shift the headings that begin at `headings`, and give each an id after its name."""
    shift = TOP_LEVEL - min((int(tokens[at].tag[1]) for at in headings), default=0)
    taken: dict[str, int] = {}
    for at, name in zip(headings, names, strict=True):
        opening = tokens[at]
        tag = f"h{min(6, int(opening.tag[1]) + shift)}"
        for token in tokens[at : at + _HEADINGS[opening.type] : 2]:
            token.tag = tag
        slug = "h-" + (slugify(name) or "section")
        taken[slug] = taken.get(slug, 0) + 1
        opening.attrSet("id", slug if taken[slug] == 1 else f"{slug}-{taken[slug]}")


def plain_text(tokens: Sequence[Token]) -> str:
    """The text alone, a line a block: what search, previews and rules read."""
    lines = [inline_text(t) if t.type == "inline" else t.content.strip() for t in tokens if t.content]
    return "\n".join(line for line in lines if line)


def first_paragraph(markdown_text: Body) -> str:
    """The first line of plain text that is no heading, shortened to about 200 characters at a word's end."""
    headings = {section.heading for section in markdown_text.sections}
    line = next((text for text in markdown_text.text.split("\n") if text not in headings), "")
    line = " ".join(line.split())
    if len(line) <= 200:
        return line
    return line[:200].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


@cache
def _outliner() -> MarkdownIt:
    """Like `whole_parser`, but it knows raw HTML from text."""
    return _bounded(MarkdownIt("commonmark", {"html": True}))


def outline(markdown: str) -> Outline:
    """Headings, links, images and raw HTML of a body with their lines; headings keep the level they are written at."""
    headings: list[Heading] = []
    links: list[Link] = []
    images: list[Image] = []
    html: list[Html] = []
    tokens = _outliner().parse(markdown)
    for at, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            headings.append(Heading(int(token.tag[1]), inline_text(tokens[at + 1]), line))
        elif token.type == "html_block":
            html.append(Html(token.content.strip(), line))
        elif token.type == "inline":
            _outline_inline(token, line, links, images, html)
    return Outline(tuple(headings), tuple(links), tuple(images), tuple(html))


def _outline_inline(block: Token, line: int, links: list[Link], images: list[Image], html: list[Html]) -> None:
    children = block.children or []
    for at, child in enumerate(children):
        if child.type.endswith("break"):
            line += 1
        elif child.type == "image":
            images.append(Image(str(child.attrGet("src") or ""), child.content, line))
        elif child.type == "html_inline":
            html.append(Html(child.content, line))
        elif child.type == "link_open":
            inside = children[at + 1 : _closing(children, at)]
            text = "".join(c.content for c in inside if c.type != "html_inline").strip()
            links.append(Link(str(child.attrGet("href") or ""), text, line))


def _closing(children: Sequence[Token], at: int) -> int:
    return next((i for i in range(at + 1, len(children)) if children[i].type == "link_close"), len(children))
