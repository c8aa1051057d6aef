"""Other people's HTML to clean Markdown. Home of nh3 and markdownify."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

from ssg.diagnostics import UsageError
from ssg.importers.clean import tidy
from ssg.importers.shape import tidy_markdown

_TAGS = set(
    "a b blockquote br caption code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i li ol p pre section strong sub sup "
    "table tbody td tfoot th thead tr ul article header footer".split()
)
_DROPPED = {"script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title", "form", "button"}
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--.{0,2000}?--)>", re.DOTALL)
_ESCAPED_TAG = re.compile(r"&(?:amp;)*lt;/?[a-zA-Z!]")
_ITEM_BREAK = re.compile(r"(?:<br\s*/?>\s*)+(?=\s*[•●▪◦‣·*-]\s)", re.IGNORECASE)
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
        return tidy_markdown(tidy(html.unescape(text)))
    safe = _sanitised(_ITEM_BREAK.sub("\n<br><br>", tidy(text)))
    try:
        converted = str(_converter().convert(safe))
    except RecursionError:  # thousands of tags inside one another: their text is all there is to save
        converted = html.unescape(_TAG.sub("\n", safe))
    return tidy_markdown(tidy(converted))


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
            return re.sub(r"<(?=[a-zA-Z/!?])", r"\\<", escaped)

        def convert_hN(self, n: int, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: N802
            return str(super().convert_hN(n, el, text.replace("**", ""), parent_tags))  # type: ignore[misc]

    return Converter(heading_style="ATX", bullets="-", escape_underscores=False, table_infer_header=True)
