"""An image has a text for those who do not see it.

Passes:

    ---
    title: Barista
    ---
    ![Five people behind a counter](team.jpg)

Fails:

    ---
    title: Barista
    ---
    ![](team.jpg)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "image-alt"
SEVERITY = Severity.WARNING

_FILE = re.compile(r"[\w.-]+\.(?:jpe?g|png|gif|webp|svg|avif)", re.IGNORECASE)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    for image in text.outline.images:
        hint = f"Write `![what it shows]({image.src})`"
        if not image.alt.strip():
            yield text.line_finding(f"the image {image.src} has no text", hint, image.line, f"![]({image.src}")
        elif _FILE.fullmatch(image.alt.strip()):
            message = f"the image {image.src} has a file's name for its text, {quote(image.alt)}"
            yield text.line_finding(message, hint, image.line, f"![{image.alt}")
