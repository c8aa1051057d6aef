"""Text safe inside XML, HTML, JSON and Markdown, whatever it holds: every format writes through these."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from pydantic_core import to_json

_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Compiled by whoever needs it, since that takes 3 ms."""
_LINK = re.compile(r'="(?:(?<= href=")|(?<= src="))(?!(?:https?://[\w.-]++/?+|mailto:)[\w./~@-]*+")([^"]*)"', re.ASCII)
"""A link but one that is whole as it stands. It begins with what is rare in a text: every space would be looked at."""
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|pre|blockquote|div)>|<br\s*/?>|<hr\s*/?>")
_TAG = re.compile(r"<[^>]*>")
_SPECIAL = re.compile(r"([\\`*_\[\]<>]|(?<!\S)#|~(?=~)|&(?=#?\w+;))")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_MARKED = re.compile(r"^([-+=])")
_NOT_PLAIN = re.compile(r"[^\S ]|[ ]{2}|[\\`*_\[\]<>#~&]|^[-+=\d ]| $")
"""Where there is something to escape in Markdown, or to be looked at more closely."""
_MEANS_SOMETHING = re.compile("[&<>\"'\r]")
"""Signs of XML and HTML, which most texts lack: looking is quicker than escaping."""
_LONE = re.compile("[\ud800-\udfff]")
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def xml_text(value: str) -> str:
    """`value` without the characters that XML 1.0 forbids (control characters, lone surrogates)."""
    if value.isprintable() or value.replace("\n", "").isprintable():  # which know at a glance
        return value
    return re.sub(_NOT_XML, "", value)


def escape(value: str) -> str:
    """`value` inside an element or a quoted attribute of XML or HTML."""
    text = xml_text(value)
    return html.escape(text, quote=True).replace("\r", "&#13;") if _MEANS_SOMETHING.search(text) else text


def cdata(value: str) -> str:
    """`value` as it stands, in a CDATA section: `]]>` inside it is split over two."""
    return "<![CDATA[" + xml_text(value).replace("]]>", "]]]]><![CDATA[>") + "]]>"


def element(name: str, text: str = "", **attributes: str) -> str:
    """One XML element with escaped text; an attribute's `_` stands for `:` (`xml_lang`), a trailing one for nothing."""
    named = "".join(f' {key.rstrip("_").replace("_", ":")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{named}>{escape(text)}</{name}>" if text else f"<{name}{named}/>"


def script_json(value: Any) -> str:
    """`value` as compact JSON that no text in it can break out of a `<script>` element with.

    `<`, `>`, `&`, U+2028, U+2029 and lone surrogates are written as `\\uXXXX`: outside strings JSON has none of them.
    """
    text = json_line(value)
    for character in "&<>\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def json_text(value: Any) -> str:
    """`value` as a JSON file: readable, UTF-8, lone surrogates escaped, ending in a line break."""
    return _paired(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def json_line(value: Any) -> str:
    """`value`, which holds no objects of ours, as JSON on one line: UTF-8, lone surrogates escaped."""
    try:
        return to_json(value, inf_nan_mode="null").decode()
    except ValueError:  # which knows no lone surrogates
        return _paired(_compact(value))


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def _paired(text: str) -> str:
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


@lru_cache(128)
def absolute_links(body: str, base: str) -> str:
    """Rendered HTML whose links and pictures keep working away from the page at `base`.

    Remembered for a while: JSON-LD and feeds ask one after the other.
    """
    return _LINK.sub(lambda found: f'="{html.escape(_join(base, html.unescape(found[1])))}"', body)


def _join(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # as `http://[`: an address that cannot be resolved stays as it is
        return link


def plain(body: str) -> str:
    """Rendered HTML as plain text: a line a block, `- ` before the items of a list."""
    text = body.replace("\n", " ").replace("<li>", "- ").replace("<p>", "")
    text = _BLOCK_END.sub("\n", text.replace("</li>", "\n").replace("</p>", "\n"))
    lines = (" ".join(line.split()) for line in html.unescape(_TAG.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line and line != "-")


def bullets(items: Iterable[str]) -> str:
    """An HTML list of plain texts."""
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def markdown_text(text: str) -> str:
    """`text` on one line, saying nothing but itself in Markdown."""
    if not _NOT_PLAIN.search(text):
        return text
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _MARKED.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", line))


def markdown_target(url: str) -> str:
    """An address inside `(...)` or `<...>`: what would end it is percent-encoded."""
    return re.sub(r"[\s<>()]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
