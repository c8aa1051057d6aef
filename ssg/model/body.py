"""What a posting's text says, rendered: made by the reader for the renderers, thousands at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Section(NamedTuple):
    """A part of the body under one heading: its plain heading, the heading's level, and from where to where its HTML
    without the heading stands in the body's.
    """

    heading: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """A posting's Markdown and what it says: safe HTML (headings from `<h2>`), plain text, its parts by heading."""

    html: str
    text: str
    sections: tuple[Section, ...] = ()
    markdown: str = ""

    def __hash__(self) -> int:
        return hash(self.html)

    def inner(self, section: Section) -> str:
        """The HTML of one of the sections, without its heading."""
        return self.html[section.start : section.end]
