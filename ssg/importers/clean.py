"""Mending text that went through too many programs: unseen characters, odd spaces, torn words."""

from __future__ import annotations

import html
import re

_DELETED = dict.fromkeys(
    [
        *(*range(9), *range(14, 32), *range(127, 160), 0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F)),
        *(*range(0x2060, 0x2070), *range(0xFDD0, 0xFDF0), 0xFEFF, 0xFFFC, 0xFFFE, 0xFFFF),
    ]
)
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}
_UNSEEN = str.maketrans({**_DELETED, **_SPACES, **_BREAKS})
_HALVES = re.compile(r"[\ud800-\udfff]")
_LONG_GAP = re.compile(r"[ \t]{40,}")
_LEFT_ENTITY = re.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|bull|euro|pound|#\d{2,5});")

# Names that copying tears apart, as the pieces they fall into. Only what cannot be anything else once joined.
_TORN = (
    "Node .js", "Vue .js", "Next .js", "Nuxt .js", "React .js", "Express .js", "Three .js", "D3 .js", "Nest .js",
    "Ember .js", "Backbone .js", "Angular JS", "ASP .NET", "Type Script", "Java Script", "Postgre SQL", "Graph QL",
    "Mongo DB", "Dynamo DB", "Maria DB", "Cockroach DB", "Rabbit MQ", "Git Hub", "Git Lab", "Elastic search",
    "Kuber netes", "Terra form", "Dev Ops", "Web Assembly", "Web Socket", "Web Sockets",
)  # fmt: skip


def _torn(name: str) -> tuple[re.Pattern[str], str]:
    left, right = name.split(" ")
    joint = r"(?:\s*\.\s+|\s+\.\s*)" if right.startswith(".") else r"[ \t]*[/ \t][ \t]*"
    pattern = rf"(?<!\w){re.escape(left)}{joint}{re.escape(right.lstrip('.'))}(?!\w)"
    return re.compile(pattern), left + right


_MENDED = tuple(_torn(name) for name in _TORN)
_MENDS = (*_MENDED, (re.compile(r"\bC \+\+"), "C++"), (re.compile(r"\bC #(?=[\s,.;)/]|$)"), "C#"))


# `What you ’ ll do`: only a short form can stand behind an apostrophe.
_TORN_SHORT_FORM = re.compile(r"(?<=[^\W\d_])(?: (['’]) ?| ?(['’]) )(?=(?:ll|re|ve|s|t|d|m)\b)")


def tidy(text: str) -> str:
    """`text` with plain spaces and line breaks, without unseen characters, known torn names joined."""
    text = _HALVES.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_UNSEEN)
    text = _LEFT_ENTITY.sub(" ", text)
    text = _LONG_GAP.sub("    ", text)
    return "\n".join(line.rstrip() for line in mend(text).split("\n"))


def tidy_line(text: str) -> str:
    """`text` as one tidy line. Entities that were left in it are decoded, once."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return " ".join(tidy(text).split())


def mend(text: str) -> str:
    """Known names joined again: `Node. js` is `Node.js`, `Type / Script` is `TypeScript`."""
    text = _TORN_SHORT_FORM.sub(lambda found: found[1] or found[2], text)
    for pattern, name in _MENDS:
        text = pattern.sub(name, text)
    return text
