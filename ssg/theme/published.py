"""An asset as it is published: its references lead to fingerprinted names, its authors' comments are left out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from ssg.theme.references import CSS, JS, references

_KEPT = re.compile(r"/\*!|@(?:license|preserve)\b")
"""Comments that stay by an old custom."""


def published(name: str, data: bytes, outputs: Mapping[str, str]) -> bytes:
    """The bytes of the asset `name`, each reference that `outputs` knows replaced by the output's relative address.

    Style sheets and scripts lose the comments that have their lines to themselves, and the types that stand before a
    value, `/** @type {string} */ (x)`; other assets stay as they are.
    """
    if not name.endswith((".css", ".js", ".mjs")):
        return data
    text = _rewritten(name, data.decode("utf-8-sig"), outputs)
    return _without_comments(CSS if name.endswith(".css") else JS, text).encode()


def _rewritten(name: str, text: str, outputs: Mapping[str, str]) -> str:
    home = posixpath.dirname(f"assets/{name}")
    parts, done = [], 0
    for reference in references(name, text):
        if output := outputs.get(reference.target):
            relative = posixpath.relpath(output, home)
            relative = relative if relative.startswith("../") else f"./{relative}"
            parts += [text[done : reference.start], quote(relative, safe="/-._~"), reference.suffix]
            done = reference.end
    return "".join([*parts, text[done:]])


@lru_cache(512)
def _without_comments(tokens: re.Pattern[str], text: str) -> str:
    parts, done = [], 0
    for match in tokens.finditer(text):
        if not match[0].startswith(("/*", "//")) or _KEPT.search(match[0]):
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end()) + 1 or len(text)
        if not (text[start : match.start()] + text[match.end() : end]).strip():
            parts.append(text[done:start])
            done = end
        elif match[0].startswith("/**") and text[match.start() - 1] in " (":
            parts.append(text[done : match.start()])
            done = match.end() + text.startswith(" ", match.end())
    return "".join([*parts, text[done:]])
