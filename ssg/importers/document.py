"""What was handed in, before anybody knows its kind: bytes as text, and that text as JSON, XML or HTML."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

LARGEST = 20_000_000
"""Bytes of one source. A board of 10,000 postings stays below it; what is larger is cut up before it is imported."""

_DATA = re.compile(r"\s*(?:\{\s*\"|\[\s*\{|<\?xml\b|<(?:rss|feed|workzag-jobs|jobs|source)\b)", re.IGNORECASE)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class Document:
    """One source: `name` as messages call it, and its `text`."""

    name: str
    text: str

    @cached_property
    def json(self) -> Any:
        """The text as JSON, or None. Never raises: what is nested too deep or is no JSON is None."""
        if self.text.lstrip()[:1] not in ("{", "["):
            return None
        try:
            value = json.loads(self.text, parse_constant=lambda _: None)
            if "\\ud" in self.text or "\\uD" in self.text:  # half a character cannot be written to a file
                value = json.loads(json.dumps(value, ensure_ascii=False).encode(errors="replace"))
        except (ValueError, RecursionError):
            return None
        return value

    @cached_property
    def xml(self) -> ElementTree.Element | None:
        """The text as XML, or None. A document type is refused: entities of one's own are how XML does harm."""
        text = self.text.lstrip()
        if not text.startswith("<") or "<!DOCTYPE" in text or "<!ENTITY" in text:
            return None
        try:
            return ElementTree.fromstring(re.sub(r"\A<\?xml[^>]*\?>", "", text))
        except (ElementTree.ParseError, ValueError):
            return None

    @cached_property
    def is_data(self) -> bool:
        """Whether this is JSON or XML, be it whole or broken, rather than something to read."""
        return self.json is not None or (not self.is_html and bool(_DATA.match(self.text)))

    @cached_property
    def is_html(self) -> bool:
        head = self.text[:3000].lower() if self.text.lstrip()[:1] not in ("{", "[") else ""
        return "<html" in head or "<!doctype html" in head or "<script" in head or "<body" in head


_FORMATS = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a Word, OpenDocument or Excel file (or a zip)"),
    (b"{\\rtf", "a rich text file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"), (b"\x1f\x8b", "a compressed file"), (b"RIFF", "a picture or a sound"),
)  # fmt: skip
_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\r\x0b\x0c\x1b")


def no_text(data: bytes) -> str:
    """What kind of file this is when it is no text, in words; empty for text of whatever encoding."""
    if named := next((name for mark, name in _FORMATS if data.startswith(mark)), ""):
        return named
    head = data[:8192]
    is_wide = any(data.startswith(mark) for mark, _ in _MARKS) or _wide(head)
    odd = len(head) - len(head.translate(None, _CONTROLS))
    return "a file of bytes that are no text" if not is_wide and odd > 2 + len(head) // 50 else ""


def _wide(head: bytes) -> str:
    """The encoding of text that has two bytes a character and does not say so; empty for other bytes."""
    half = len(head) // 2
    if half >= 8 and head[1::2].count(0) > half * 0.8 and head[::2].count(0) < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if half >= 8 and head[::2].count(0) > half * 0.8 and head[1::2].count(0) < half * 0.1 else ""


def read_document(data: bytes, name: str) -> Document:
    """`data` as text: by its byte order mark, as UTF-8, by the encoding it names, else as Windows Latin."""
    return Document(name, _decoded(data))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data[:8192]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:2000])
    for encoding in (declared.group(1).decode("ascii", "replace") if declared else "", "cp1252"):
        try:
            return data.decode(encoding, "replace")
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")
