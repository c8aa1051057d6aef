"""schema.org JobPosting: JSON-LD in any web page, or by itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import items
from ssg.importers.document import Document
from ssg.importers.draft import Draft
from ssg.importers.job_posting import draft_of
from ssg.importers.setting import Setting

NAME = "JSON-LD"

_OPENS = re.compile(r"<script\b[^>]{0,500}?application/ld\+json[^>]{0,500}>", re.IGNORECASE)
_CLOSES = re.compile(r"</script\s*>", re.IGNORECASE)
_COMMENT_BEFORE = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)")
_COMMENT_BEHIND = re.compile(r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$")
_DEEPEST = 40


def recognises(document: Document) -> bool:
    """A JobPosting in a script of a page, or JSON that is one."""
    if document.json is not None:
        return next(job_postings(document.json), None) is not None
    return "JobPosting" in document.text and next(_in_page(document.text), None) is not None


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    """Every JobPosting of the page, at whatever depth."""
    found = job_postings(document.json) if document.json is not None else _in_page(document.text)
    for posting in found:
        yield draft_of(posting)


def job_postings(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The mappings of type JobPosting in any nesting of lists, `@graph` and properties."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if any(re.split(r"[/:#]", str(kind))[-1] == "JobPosting" for kind in items(value, "@type")):
            yield value
            return
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from job_postings(part, depth + 1)


def _in_page(text: str) -> Iterator[dict[str, Any]]:
    """The postings of a page's scripts, each of which may be wrapped in a comment, escaped, or broken over lines."""
    for opening in _OPENS.finditer(text):
        closing = _CLOSES.search(text, opening.end())
        content = text[opening.end() : closing.start() if closing else len(text)]
        content = _COMMENT_BEHIND.sub("", _COMMENT_BEFORE.sub("", content)).strip().rstrip(";")
        for way in (content, html.unescape(content), re.sub(r"[\x00-\x1f]+", " ", content)):
            value = Document("", way).json
            if value is not None:
                yield from job_postings(value)
                break
