"""References between assets: `url()` and `@import` in CSS, relative module specifiers in JavaScript."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

CSS = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    | (?:@import\s+|\burl\(\s*) (?P<quote>["']) (?P<quoted>(?:[^"'\\\n]|\\.|(?!(?P=quote))["'])*) (?P=quote)
    | \burl\(\s* (?P<bare>[^"'()\s\\]+) \s*\)
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""Comments, references and strings of a style sheet."""
JS = re.compile(
    r"""/\*.*?(?:\*/|\Z) | //[^\n]*
    | \b(?:import|export)\b (?:[\s\w$*,{}]*? \bfrom)? \s* (?P<statement>"[^"\n]*"|'[^'\n]*')
    | \bimport\s*\(\s* (?P<call>"[^"\n]*"|'[^'\n]*') \s*[,)]
    | \bnew\s+URL\(\s* (?P<url>"[^"\n]*"|'[^'\n]*') \s*,\s*import\.meta\.url\b
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*`
    | (?:(?<=[(,=:\[!&|?{};+\-*%~^<>\n])|\breturn|\btypeof|\bcase) \s*
      /(?![*/]) (?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+ /""",
    re.VERBOSE | re.DOTALL,
)
"""Comments, references, strings and regular expressions of a script."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in an asset: where its text stands, the file it names, and what follows the name (`#icon`).

    `target` is relative to the folder of assets and normalised; it begins with `../` where it leads out of it.
    """

    start: int
    end: int
    target: str
    suffix: str


@lru_cache(512)
def references(name: str, text: str) -> tuple[Reference, ...]:
    """Every reference of the asset `name` to a file beside it, in the order of the text; none but in CSS and JS.

    Remembered: a server that builds again and again reads the same assets each time.
    """
    if name.endswith(".css"):
        return tuple(_in_css(name, text))
    return tuple(_in_js(name, text)) if name.endswith((".js", ".mjs")) else ()


def _in_css(name: str, text: str) -> Iterator[Reference]:
    for match in CSS.finditer(text):
        group = "quoted" if match["quoted"] is not None else "bare"
        if match[group] and not _ELSEWHERE.match(match[group]):
            yield _reference(name, match, group, 0)


def _in_js(name: str, text: str) -> Iterator[Reference]:
    for match in JS.finditer(text):
        group = match.lastgroup
        if group and match[group][1:].startswith(("./", "../")):
            yield _reference(name, match, group, 1)


def _reference(name: str, match: re.Match[str], group: str, quotes: int) -> Reference:
    start, end = match.start(group) + quotes, match.end(group) - quotes
    path, suffix = re.fullmatch(r"([^?#]*)(.*)", match.string[start:end], re.DOTALL).groups()  # type: ignore[union-attr]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
    return Reference(start, end, target, suffix)
