"""What a posting's text says, rendered: made by the reader for the renderers, thousands at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from html import escape
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

    def below(self, base_path: str) -> Body:
        """The body on a site below `base_path`: links and pictures that begin with a slash begin with it.

        Authors write `/benefits/`, and need not know where the site is published. What begins with the path is left.
        """
        if base_path == "/" or not (' href="/' in self.html or ' src="/' in self.html):
            return self
        above = re.compile(rf' (?:href|src)="(?=/)(?!{re.escape(escape(base_path))}|//)')
        places = [found.end() for found in above.finditer(self.html)]
        start = escape(base_path).removesuffix("/")

        def moved(at: int) -> int:
            return at + bisect_right(places, at) * len(start)

        html = above.sub(lambda found: found[0] + start, self.html)
        sections = tuple(s._replace(start=moved(s.start), end=moved(s.end)) for s in self.sections)
        return replace(self, html=html, sections=sections)

    def inner(self, section: Section) -> str:
        """The HTML of one of the sections, without its heading."""
        return self.html[section.start : section.end]
