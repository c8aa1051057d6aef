"""Bodies as they are kept: a head of lengths and sections, then HTML, text and Markdown, each once."""

from __future__ import annotations

import json
import struct

from ssg.model import Body, Section

_json = json.JSONEncoder(separators=(",", ":")).encode
_HEAD = struct.Struct("<3I")
"""Bytes of the sections, the HTML and the text; what is left is the Markdown."""


def pack(body: Body) -> bytes:
    """The body as bytes, for `unpack`."""
    parts = [_json(body.sections).encode()]
    parts += [part.encode("utf-8", "surrogatepass") for part in (body.html, body.text, body.markdown)]
    return b"".join((_HEAD.pack(*map(len, parts[:3])), *parts))


def unpack(data: bytes) -> Body | None:
    """The body of such bytes; None where they are no body's, whoever wrote them."""
    try:
        lengths = _HEAD.unpack_from(data)
        at = _HEAD.size
        parts = []
        for length in lengths:
            parts.append(data[at : at + length])
            at += length
        sections = tuple(_section(*told) for told in json.loads(parts[0]))
        html, text, markdown = (str(part, "utf-8", "surrogatepass") for part in (parts[1], parts[2], data[at:]))
    except (struct.error, ValueError, TypeError, RecursionError):
        return None
    return Body(html, text, sections, markdown) if at <= len(data) else None


def _section(heading: str, level: int, start: int, end: int) -> Section:
    if not isinstance(heading, str):
        raise TypeError(heading)
    return Section(heading, int(level), int(start), int(end))
