"""Other people's HTML to clean Markdown. Home of nh3 and markdownify."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

from ssg.diagnostics import UsageError
from ssg.importers.clean import tidy
from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.shape import heading_of, is_item, tidy_markdown

_TAGS = set(
    "a b blockquote br caption code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre section strong sub sup "
    "table tbody td tfoot th thead tr ul article header footer".split()
)
_DROPPED = {"script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title", "form", "button"}
_NAMES = "|".join(
    sorted(_TAGS | _DROPPED | {"html", "body", "meta", "link", "span", "u", "img", "font", "main", "center", "nav"})
)
_TAG = re.compile(
    rf"<(?:/?(?:{_NAMES})\b[^<>]{{0,2000}}|!--.{{0,2000}}?--|!doctype[^<>]{{0,200}})>", re.DOTALL | re.IGNORECASE
)
_ESCAPED_TAG = re.compile(rf"&(?:amp;)*lt;(?:/?(?:{_NAMES})\b|!--)", re.IGNORECASE)
_BULLET_TEXT = re.compile(r"^(\s*)\\([*+-])\s+", re.MULTILINE)
_DANGLING_BREAK = re.compile(r"\\\n(?=\s*(?:\n|$|- |#|\d{1,3}\. ))|\\\s*\Z")
_PARTED = "\ue000"
"""Stands for an empty line while HTML is converted: a character that no text has a use for."""
_EMPTY_LINE = re.compile(
    r"\s*(?:<br\s*/?>\s*){2,}|\s*<br\s*/?>\s*(?=(?:&nbsp;|\s)*[•●▪◦‣·*+-]\s|(?:&nbsp;|\s)*[•●▪◦‣·])", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_SHORTEST = 80
_MISSING = "reading HTML needs two more packages: pip install 'ssg-careers[import]'"


def unescaped(text: str) -> str:
    """HTML whose tags came escaped, once or several times over (Greenhouse does both); other HTML as it is."""
    for _ in range(4):
        if _TAG.search(text) or not _ESCAPED_TAG.search(text):
            return text
        text = html.unescape(text)
    return text


def has_markup(text: str) -> bool:
    """Whether `text` is HTML rather than plain text."""
    return bool(_TAG.search(text) or _ESCAPED_TAG.search(text))


def markdown_of(text: str) -> str:
    """HTML, escaped or not, as clean Markdown: headings from `##`, no scripts, no markup left over.

    Plain text stays text. Raises UsageError when the packages of the extra `import` are not there.
    """
    text = unescaped(text)
    if not _TAG.search(text):
        return tidy_markdown(_ANY_TAG.sub(r"\\<", tidy(html.unescape(text))))
    safe = _sanitised(_EMPTY_LINE.sub(_PARTED, tidy(text).replace(_PARTED, "")))
    try:
        converted = str(_converter().convert(safe))
    except RecursionError:  # thousands of tags inside one another: their text is all there is to save
        converted = html.unescape(_TAG.sub("\n", safe))
    converted = converted.replace(_PARTED, "\n\n")
    converted = _DANGLING_BREAK.sub("\n", _BULLET_TEXT.sub(r"\1- ", tidy(converted)))
    return _with_headings(tidy_markdown(converted))


def _with_headings(markdown: str) -> str:
    """Markdown of a source that has no headings, with those lines as headings that surely are some."""
    lines = markdown.split("\n")
    if any(map(heading_of, lines)):
        return markdown
    named = [f"## {line.rstrip(':')}" if _names_part(lines, n) else line for n, line in enumerate(lines)]
    return tidy_markdown("\n".join(named))


def _names_part(lines: list[str], at: int) -> bool:
    alone = not (at and lines[at - 1]) and at + 1 < len(lines) and not lines[at + 1]
    return alone and heading_kind(lines[at]) not in ("", "other") and not is_item(lines[at])


def page_markdown(page: str) -> str:
    """A web page as Markdown: what is in its `main` or `article`, else all but its navigation, asides and footer."""
    for name in ("main", "article"):
        if (start := re.search(rf"<{name}\b[^<>]{{0,2000}}>", page, re.IGNORECASE)) and len(
            page
        ) - start.end() > _SHORTEST:
            end = page.lower().rfind(f"</{name}", start.end())
            return markdown_of(_without_frame(page[start.end() : end if end > 0 else len(page)]))
    return markdown_of(_without_frame(page))


def _without_frame(page: str) -> str:
    for name in ("nav", "footer", "aside", "form", "dialog"):
        page = re.sub(
            rf"<{name}\b[^<>]{{0,2000}}>.{{0,200000}}?</{name}\s*>", "\n", page, flags=re.DOTALL | re.IGNORECASE
        )
    return page


def plain_text_of(text: str) -> str:
    """HTML, escaped or not, as one line of text."""
    return " ".join(tidy(html.unescape(_TAG.sub(" ", unescaped(text)))).split())


def _sanitised(text: str) -> str:
    try:
        import nh3
    except ImportError:
        raise UsageError(_MISSING) from None
    schemes = {"https", "http", "mailto", "tel"}
    return nh3.clean(
        text,
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=schemes,
        link_rel=None,
    )


@cache
def _converter() -> Any:
    try:
        from markdownify import MarkdownConverter
    except ImportError:
        raise UsageError(_MISSING) from None

    class Converter(MarkdownConverter):
        """markdownify, with text that looks like HTML kept text, and bold headings without their stars."""

        def escape(self, text: str, parent_tags: set[str]) -> str:
            escaped = str(super().escape(text, parent_tags))  # type: ignore[misc]
            escaped = re.sub(r"\[(?=[^\[\]]{0,200}\]\()", r"\\[", escaped)
            return re.sub(r"\A(\s*)(?=[#>])", r"\1\\", _ANY_TAG.sub(r"\\<", escaped))

        def convert_dt(self, el: Any, text: str, parent_tags: set[str]) -> str:
            return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

        def convert_dd(self, el: Any, text: str, parent_tags: set[str]) -> str:
            return f"\n\n{text.strip()}\n\n" if text.strip() else ""

        def convert_hN(self, n: int, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: N802
            return str(super().convert_hN(n, el, text.replace("**", ""), parent_tags))  # type: ignore[misc]

    return Converter(
        heading_style="ATX", bullets="-", escape_underscores=False, table_infer_header=True, newline_style="BACKSLASH"
    )
