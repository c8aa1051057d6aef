"""References between assets: `url()` and `@import` in CSS, relative module specifiers in JavaScript."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

TEXTS = (".css", ".js", ".mjs")
"""How the names of assets end that may refer to others."""
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


class Marks(NamedTuple):
    """What an asset has of references, in the order of the text, and where its comments begin and end."""

    references: tuple[Reference, ...]
    comments: tuple[tuple[int, int], ...]


@lru_cache(512)
def marks(name: str, text: str) -> Marks:
    """The references of the asset `name` to files beside it, and its comments; none but in CSS and JS.

    Remembered: a build asks for both, and a server that builds again and again reads the same assets each time.
    """
    pattern, find = (CSS, _in_css) if name.endswith(".css") else (JS, _in_js)
    references, comments = [], []
    for match in pattern.finditer(text) if name.endswith(TEXTS) else ():
        if text.startswith(("/*", "//"), match.start()):
            comments.append(match.span())
        elif reference := find(name, match):
            references.append(reference)
    return Marks(tuple(references), tuple(comments))


def _in_css(name: str, match: re.Match[str]) -> Reference | None:
    group = "quoted" if match["quoted"] is not None else "bare"
    if not match[group] or _ELSEWHERE.match(match[group]):
        return None
    return _reference(name, match, group, 0)


def _in_js(name: str, match: re.Match[str]) -> Reference | None:
    group = match.lastgroup
    if not group or not match[group][1:].startswith(("./", "../")):
        return None
    return _reference(name, match, group, 1)


def _reference(name: str, match: re.Match[str], group: str, quotes: int) -> Reference:
    start, end = match.start(group) + quotes, match.end(group) - quotes
    path, suffix = re.fullmatch(r"([^?#]*)(.*)", match.string[start:end], re.DOTALL).groups()  # type: ignore[union-attr]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
    return Reference(start, end, target, suffix)
