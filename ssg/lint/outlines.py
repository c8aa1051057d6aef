"""The outline of a body in a fraction of the time: only blocks with more than plain links are parsed as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssg.content.markdown import Heading, Html, Image, Link, Outline

_MARKS = ("```", "~~~", "]:", "|")
"""Fenced code, definitions of links, tables."""
_LONG_HTML = re.compile(r"<(?:[?!]|script|pre|style|textarea)", re.IGNORECASE)
"""HTML that goes on after an empty line."""
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]")
_INLINE = re.compile(r"[*_`\[\]<>&\\~!#]")
"""What makes a heading more than its plain words."""
_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n*_~\\`<&]*)\]\(((?:(?:https?|mailto|tel):|(?![\w.+-]*:))[\w./:?#@=+,;~$-]*)\)", re.ASCII
)
"""A link that reads the same whatever stands around it, as long as nothing there is `_AMISS`."""
_AMISS = re.compile(r"\t| {4}|[\\`<&]|!\[|\]\(|\]\[|^ {0,3}(?:[-+*>] )?[ >]*#", re.MULTILINE)


def quick_outline(markdown: str) -> Outline:
    """What `ssg.content.markdown.outline` says of a body."""
    from ssg.content.markdown import Heading, Link, Outline, outline  # not needed where only errors are looked for

    if _intricate(markdown):
        return outline(markdown)
    headings: list[Heading] = []
    links: list[Link] = []
    images: list[Image] = []
    html: list[Html] = []
    for line, text in _blocks(markdown):
        plain = None if "\n" in text else _HEADING.match(text)
        if plain and not _INLINE.search(text, plain.end()):
            headings.append(Heading(len(plain[1]), text[plain.end() :].strip(), line + 1))
        elif "[" in text or "<" in text or "#" in text:
            if not _AMISS.search(_LINK.sub("", text)):
                links += (Link(m[2], m[1].strip(), line + _line(text, m.start())) for m in _LINK.finditer(text))
                continue
            inner = outline(text)
            headings += (replace(found, line=found.line + line) for found in inner.headings)
            links += (replace(found, line=found.line + line) for found in inner.links)
            images += (replace(found, line=found.line + line) for found in inner.images)
            html += (replace(found, line=found.line + line) for found in inner.html)
    return Outline(tuple(headings), tuple(links), tuple(images), tuple(html))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """Number of lines before and text of each block: lines with no empty one between, each item of a list alone."""
    block: list[str] = []
    lines = markdown.split("\n")
    for number, line in enumerate(lines):
        item = line.lstrip(" ")[:2] in ("- ", "* ", "+ ", "-\t", "*\t", "+\t") and len(line) - len(line.lstrip(" ")) < 4
        if block and (item or not line.strip()):
            yield number - len(block), "\n".join(block)
            block = []
        if line.strip():
            block.append(line)
    if block:
        yield len(lines) - len(block), "\n".join(block)


def _intricate(markdown: str) -> bool:
    """Whether there is anything of which a block alone does not tell the meaning: then all of the body is parsed."""
    if any(mark in markdown for mark in _MARKS) or ("<" in markdown and _LONG_HTML.search(markdown)):
        return True
    return any(_odd(line) for line in markdown.split("\n") if line and not line[0].isalpha())


def _odd(line: str) -> bool:
    """Underlined headings and rules, headings inside quotes and lists, and what may be code by its indent."""
    text = line.lstrip()
    if not text.strip("=- \t"):
        return bool(text)
    if text[0] != "#" and "#" in text and text[0] in ">-*+0123456789":
        return True
    return "<[#".find(text[0]) >= 0 and line[0] in " \t" if len(line) - len(text) < 4 else any(c in text for c in "<[#")
