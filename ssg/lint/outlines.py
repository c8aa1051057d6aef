"""The outline of a body in a fraction of the time: only blocks with links, images or tags are parsed as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from ssg.content.markdown import Heading, Html, Image, Link, Outline, outline

_MARKS = ("```", "~~~", "]:", "|")
"""Fenced code, definitions of links, tables."""
_LONG_HTML = re.compile(r"<(?:[?!]|script|pre|style|textarea)", re.IGNORECASE)
"""HTML that goes on after an empty line."""
_BLOCK = re.compile(r"[^\n]*\S[^\n]*\n?(?:(?! {0,3}[-*+][ \t])[^\n]*\S[^\n]*\n?)*")
"""Lines with no empty one between them; each item of a list is a block of its own."""
_PLAIN_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+([^\n*_`\[\]<>&\\~!#]+?)[ \t]*(?:[ \t]#+[ \t]*)?\n?")


def quick_outline(markdown: str) -> Outline:
    """What `ssg.content.markdown.outline` says of a body."""
    if _intricate(markdown):
        return outline(markdown)
    headings: list[Heading] = []
    links: list[Link] = []
    images: list[Image] = []
    html: list[Html] = []
    line, at = 0, 0
    for block in _BLOCK.finditer(markdown):
        line += markdown.count("\n", at, block.start())
        at = block.start()
        text = block.group()
        if plain := _PLAIN_HEADING.fullmatch(text):
            headings.append(Heading(len(plain[1]), plain[2].strip(), line + 1))
        elif "[" in text or "<" in text or "#" in text:
            inner = outline(text)
            headings += (replace(found, line=found.line + line) for found in inner.headings)
            links += (replace(found, line=found.line + line) for found in inner.links)
            images += (replace(found, line=found.line + line) for found in inner.images)
            html += (replace(found, line=found.line + line) for found in inner.html)
    return Outline(tuple(headings), tuple(links), tuple(images), tuple(html))


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
