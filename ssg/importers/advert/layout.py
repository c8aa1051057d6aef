"""Lines of pasted text to Markdown: headings, bullets and paragraphs where they surely are."""

from __future__ import annotations

import re
from itertools import pairwise

from ssg.importers.advert.lists import with_bullets, with_lost_bullets, without_gaps
from ssg.importers.advert.wrapping import unwrapped
from ssg.importers.lexicon.headings import LONGEST, heading_kind
from ssg.importers.shape import bulleted, heading_of, is_item, listed, tidy_markdown

_ADDRESS = re.compile(r"https?://|\w@\w")
_HTML = re.compile(r"<(?=[a-zA-Z/!?])")
_ENDS_SENTENCE = re.compile(r"[.!?:;)\]”\"…]\s*$")
_STARTS_BLOCK = re.compile(r"^(\s*)(?:#|>|\+(?= )|={2,}|\|)")
_NUMBERED_HEADING = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})[.)]\s+(?=[A-ZÀ-Ý])")
_NOUNS = frozenset(
    "sie ihre".split()
    + "aufgaben profil anforderungen anforderungsprofil benefits vorteile angebot qualifikation qualifikationen".split()
    + "ihnen ihr voraussetzungen tätigkeiten verantwortlichkeiten kenntnisse team unternehmen stelle".split()
)
"""Words of German headings that keep their capital when a shouted heading is calmed."""


def markdown_from_lines(lines: list[str]) -> str:
    """Markdown of an advert's lines. Every line of a text that was not wrapped by hand is a paragraph of its own."""
    joined = with_bullets(unwrapped([_mended(line) for line in lines]))
    joined = with_lost_bullets(without_gaps([_escaped(_unnumbered(joined, n)) for n in range(len(joined))]))
    written: list[str] = []
    for n, line in enumerate(joined):
        following = next((other for other in joined[n + 1 :] if other.strip()), "")
        if _is_heading(line, joined[n - 1] if n else "", following):
            written += ["", f"## {_heading_text(line)}" if not heading_of(line) else line, ""]
        elif is_item(line):
            written.append(line)
        else:
            written += ["", line.strip()] if line.strip() else [""]
    return tidy_markdown("\n".join(_settled(written)))


def _settled(lines: list[str]) -> list[str]:
    """The lines without headings that have nothing below them: what stood there became a field.

    One that headings of its own kind follow (`Person specification`, `Essential`) is kept, and these go below it.
    """
    heads = [n for n, line in enumerate(lines) if heading_of(line)]
    kept, above = list(lines), ""
    for n, after in pairwise([*heads, len(lines)]):
        kind = heading_kind(lines[n].lstrip("# "))
        if above and kind in (above, ""):
            kept[n] = f"#{lines[n]}"
        elif not any(map(str.strip, lines[n + 1 : after])):
            following = heading_kind(lines[after].lstrip("# ")) if after < len(lines) else ""
            above = kind if kind not in ("", "job") and after < len(lines) and following in (kind, "") else ""
            kept[n] = lines[n] if above else ""
        else:
            above = ""
    return kept


def _mended(line: str) -> str:
    """A line with single spaces, and none before a comma."""
    bare = listed(line)
    if bare != bulleted(line) and _ADDRESS.search(line):  # `👉 Apply: https://…` is no item
        bare = bare.strip().removeprefix("- ")
    line = line if heading_kind(line) else bare
    return re.sub(r"(?<=\w) ,(?= )", ",", re.sub(r"(?<=\S)(?:[ \t]{2,}|\t)", " ", line))


def _escaped(line: str) -> str:
    """A line that cannot be HTML or open a block of Markdown by accident."""
    if heading_of(line):
        return line
    line = _HTML.sub(r"\\<", line)
    return (
        line
        if is_item(line)
        else _STARTS_BLOCK.sub(lambda found: found[1] + "\\" + found.group()[len(found[1]) :], line)
    )


def _unnumbered(lines: list[str], at: int) -> str:
    """A line, as a heading when it is a short numbered one that stands alone: `2. Main duties`."""
    line = lines[at]
    found = _NUMBERED_HEADING.match(line)
    text = line[found.end() :].strip() if found else ""
    alone = not (at and lines[at - 1].strip()) and not (at + 1 < len(lines) and is_item(lines[at + 1]) and found)
    is_title = len(text.split()) <= 7 and len(text) <= LONGEST and not _ENDS_SENTENCE.search(text)
    beside = [other for other in (*lines[at + 1 : at + 3],) if _NUMBERED_HEADING.match(other)]
    return f"## {text}" if found and text and is_title and (heading_kind(text) or (alone and not beside)) else line


def _is_heading(line: str, before: str, following: str) -> bool:
    if heading_of(line):
        return True
    text = line.strip().strip("*_").strip()
    if not text or is_item(line) or len(text) > LONGEST or not following:
        return False
    if heading_kind(whole_heading(text)):
        return True
    alone = not before.strip() or heading_of(before) is not None
    shout = text.isupper() and len(text) > 5 and not _ENDS_SENTENCE.search(text.rstrip(":"))
    opens_list = is_item(following) and len(text.split()) <= 8
    titled = text.endswith(":") and len(text.split()) <= 9
    if text.endswith(":") and is_item(following) and len(text.split()) <= 8 and not is_item(before):
        return True
    return alone and text[:1].isupper() and (shout or (opens_list and not text.endswith((".", ",", ";"))) or titled)


def whole_heading(text: str) -> str:
    """A heading whose words were torn (`Require ments`) as it was; any other text as it is."""
    words = text.split(" ")
    if len(words) > 4 or heading_kind(text):
        return text
    ways = (
        " ".join([*words[:n], words[n].removesuffix("-") + words[n + 1], *words[n + 2 :]])
        for n in range(len(words) - 1)
    )
    whole = (heading_kind(words[n].removesuffix("-") + words[n + 1]) for n in range(len(words) - 1))
    return next((way for way, kind in zip(ways, whole, strict=True) if kind not in ("", "other")), text)


def _heading_text(line: str) -> str:
    text = line.strip().strip("*_ ").rstrip(": ").strip()
    text = whole_heading(re.sub(r"^[^\w(¿¡]+", "", text) or text)
    if not text.isupper() or not heading_kind(text):
        return text
    first, *words = text.lower().split()
    return " ".join([first.capitalize(), *(word.capitalize() if word in _NOUNS else word for word in words)])
