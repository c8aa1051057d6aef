"""A text is Markdown and not HTML.

Tags are shown to readers as they stand: `<b>bold</b>` appears with its brackets.

Passes:

    ---
    title: Barista
    ---
    We make **good** coffee.

Fails:

    ---
    title: Barista
    ---
    We make <b>good</b> coffee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "raw-html"
SEVERITY = Severity.WARNING

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_MARKDOWN = {
    "a": "[words](https://…)", "b": "**bold**", "strong": "**bold**", "i": "*slanted*", "em": "*slanted*",
    "ul": "- item", "ol": "1. item", "li": "- item", "img": "![what it shows](picture.png)",
    "br": "an empty line", "p": "an empty line", "hr": "---",
    "h1": "## Heading", "h2": "## Heading", "h3": "### Heading", "code": "`code`", "pre": "```",
    "blockquote": "> quote",
}  # fmt: skip


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    """One finding a posting: the first tag, and how many there are."""
    text = context.text(posting)
    html = text.outline.html
    if not html:
        return
    first = html[0]
    tag = _TAG.match(first.text.strip())
    mend = _MARKDOWN.get(tag[1].lower()) if tag else None
    written = f"Write {mend}" if mend and mend.startswith("an ") else f"Write `{mend}`"
    more = f", and {len(html) - 1} more in this text" if len(html) > 1 else ""
    yield text.line_finding(
        f"the HTML {quote(first.text, 30)} is shown to readers as it stands{more}",
        written if mend else "Leave the tag out" if tag else "Leave it out",
        first.line,
        first.text.split("\n")[0],
    )
