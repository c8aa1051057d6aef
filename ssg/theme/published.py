"""An asset as it is published: its references lead to fingerprinted names, its authors' comments are left out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from ssg.theme.references import TEXTS, marks

Edit = tuple[int, int, str]
"""Where a piece of text begins and ends, and what stands there instead."""
_KEPT = re.compile(r"/\*!|@(?:license|preserve)\b")
"""Comments that stay by an old custom."""


def published(name: str, data: bytes, outputs: Mapping[str, str]) -> bytes:
    """The bytes of the asset `name`, each reference that `outputs` knows replaced by the output's relative address.

    Style sheets and scripts lose the comments that have their lines to themselves, and the types that stand before a
    value, `/** @type {string} */ (x)`; other assets stay as they are.
    """
    if not name.endswith(TEXTS):
        return data
    text = data.decode("utf-8-sig")
    edits = sorted((*_addresses(name, text, outputs), *_comments(name, text)))
    parts, done = [], 0
    for start, end, instead in edits:
        parts += [text[done:start], instead]
        done = end
    return "".join([*parts, text[done:]]).encode()


def _addresses(name: str, text: str, outputs: Mapping[str, str]) -> Iterator[Edit]:
    home = posixpath.dirname(f"assets/{name}")
    for reference in marks(name, text).references:
        if output := outputs.get(reference.target):
            relative = posixpath.relpath(output, home)
            relative = relative if relative.startswith("../") else f"./{relative}"
            yield reference.start, reference.end, quote(relative, safe="/-._~") + reference.suffix


def _comments(name: str, text: str) -> Iterator[Edit]:
    for first, last in marks(name, text).comments:
        if _KEPT.search(text, first, last):
            continue
        start = text.rfind("\n", 0, first) + 1
        end = text.find("\n", last) + 1 or len(text)
        if not (text[start:first] + text[last:end]).strip():
            yield start, end, ""
        elif text.startswith("/**", first) and text[first - 1] in " (":
            yield first, last + text.startswith(" ", last), ""
