"""An advert's body cut at its headings, each part with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.shape import heading_of, is_item


@dataclass(frozen=True)
class Part:
    """A part of a body: its heading, the kind that the heading names (or empty), its lines."""

    heading: str
    kind: str
    lines: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The items of its lists, each as one line; without a list, its lines."""
        listed = [_item_text(line) for line in self.lines if is_item(line)]
        return tuple(listed or [line.strip() for line in self.lines if line.strip()])


def parts_of(markdown: str) -> tuple[Part, ...]:
    """A Markdown body cut at its headings; what stands before the first has an empty heading."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in markdown.split("\n"):
        if found := heading_of(line):
            parts.append((found[1], []))
        else:
            parts[-1][1].append(line)
    return tuple(Part(heading, heading_kind(heading), tuple(lines)) for heading, lines in parts)


def lines_of(parts: Iterable[Part], *kinds: str) -> list[str]:
    """Every line of the parts of some kinds, without bullets; of all parts but the company's when none has them."""
    chosen = [part for part in parts if part.kind in kinds] or [
        part for part in parts if part.kind not in ("company", "equal")
    ]
    return [_item_text(line) for part in chosen for line in part.lines if line.strip()]


def _item_text(line: str) -> str:
    return re.sub(r"^\s*(?:-|\d{1,3}[.)])\s+", "", line).replace("**", "").strip()
