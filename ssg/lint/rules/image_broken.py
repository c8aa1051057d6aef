"""An image in a text is a file of the site.

The pages show pictures of the site alone: their content security policy refuses every other one, so that nobody learns
from elsewhere who reads which posting. Put the file into `static/`, and name it with a slash before it.

Passes:

    -- content/postings/barista.md --
    ---
    title: Barista
    ---
    ![Five people behind a counter](/team.jpg)
    -- static/team.jpg --

Fails:

    -- content/postings/barista.md --
    ---
    title: Barista
    ---
    ![Five people behind a counter](https://pictures.example/team.jpg)
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "image-broken"
SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    for image in text.outline.images:
        if said := _wrong(image.src, image.alt, context):
            yield text.line_finding(*said, image.line, f"]({image.src}")


def _wrong(src: str, alt: str, context: Context) -> tuple[str, str] | None:
    """Message and hint; None for a picture that the pages can show."""
    config = context.config
    parts = urlsplit(src)
    if parts.scheme and not src.startswith(config.base_url):
        message = f"the image comes from {parts.netloc or src}, and pages show pictures of the site alone"
        return message, _put(parts.path.rpartition("/")[2] or "picture.jpg", alt)
    if context.static is None:
        return None
    path = unquote(parts.path)
    name = path.removeprefix(config.base_path).removeprefix("/")
    if not name or context.static(name) is None:
        return f"`static/` holds no image `{name}`", _put(name or "picture.jpg", alt)
    if path.startswith("/"):
        return None
    return f"`{src}` leads nowhere from the posting's page", f"Write `![{alt}](/{name})`"


def _put(name: str, alt: str) -> str:
    return f"Put the file into `static/`, and write `![{alt or 'what it shows'}](/{name})`"
