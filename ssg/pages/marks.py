"""Marks: short texts that tell the parts of contexts apart, so that whole contexts need not be made to compare them.

Equal marks, equal parts. Whoever puts something into a context takes care that a mark tells of it: tests change
sites at random and hold the keys of all planned files against their contexts.
"""

from __future__ import annotations

from functools import cached_property

from ssg.config import Config
from ssg.digests import digest
from ssg.model import Posting
from ssg.pages.cards import Previews
from ssg.pages.contexts import SiteFrame
from ssg.site import Similar, Site, Term

ELSEWHERE = {"closed", "feeds", "limits", "lint", "notify", "search"}
"""Settings that decide which files there are, or nothing of what is in one."""


class Marks:
    """The marks of one language of a site."""

    def __init__(self, site: Site, frame: SiteFrame, previews: Previews) -> None:
        self._site, self._language = site, frame.language
        style = previews.style
        drawn = (style.accent, style.font_digest) if style else ()
        self.ground = digest(_settings(site.config), frame, drawn, previews.picture)
        self._cards: dict[str, str] = {}
        self._entries: dict[str, str] = {}
        self._files: dict[str, str] = {}

    @cached_property
    def _terms(self) -> str:
        """Which terms there are."""
        return digest(*((term.kind, term.key) for terms in self._site.terms.values() for term in terms))

    def words(self, slug: str) -> str:
        """What a posting says, wherever its terms lead to."""
        posting, original = self._site.version(slug, self._language), self._site.versions[slug][""]
        return f"{posting.digest} {original.digest}{self._placed(posting)}"

    def text(self, slug: str) -> str:
        """A posting by itself: its file, with the site's defaults."""
        posting = self._site.version(slug, self._language)
        return posting.digest + self._translated(posting) + self._placed(posting)

    def facts(self, slug: str) -> str:
        """What a posting's front matter says, and its life: what is made of that outlives an edit of the text."""
        versions = self._site.versions[slug]
        shown = self._site.version(slug, self._language)
        return f"{shown.facts} {versions[''].facts} {self._site.lives[slug]}"

    def card(self, slug: str) -> str:
        """A posting as a list shows it: what it says, and its life."""
        if slug not in self._cards:
            self._cards[slug] = f"{self.text(slug)} {self._site.lives[slug]}"
        return self._cards[slug]

    def _translated(self, posting: Posting) -> str:
        """A translation's terms lead to those of its original, where there are any."""
        original = self._site.versions[posting.slug][""]
        return f" {self._terms} {original.digest}" if posting.translation else ""

    def _placed(self, posting: Posting) -> str:
        """A town without its region leads to where others say that it lies."""
        places = self._site.places
        return "".join(f" {places.key(at)}" for at in posting.locations if not at.region) if places.regions else ""

    def entry(self, slug: str) -> str:
        """A posting as machine formats read it."""
        if slug not in self._entries:
            site = self._site
            updated = site.updated_of(site.version(slug, self._language))
            self._entries[slug] = f"{self.card(slug)} {site.digest(slug)} {updated}"
        return self._entries[slug]

    def file(self, slug: str) -> str:
        """A file, or a part of one, that is made of one posting alone; the ground is in it."""
        if slug not in self._files:
            self._files[slug] = digest(self.ground, self.entry(slug))
        return self._files[slug]

    def similar(self, found: tuple[Similar, ...]) -> str:
        return digest(*((self.card(s.slug), s.slug, s.skills, s.department, s.place) for s in found))

    def term(self, term: Term) -> str:
        """A term by itself: how it is called and how many bear it."""
        return digest(term.kind, term.key, term.name, term.country, term.region, term.count)


def _settings(config: Config) -> str:
    return config.model_dump_json(exclude=ELSEWHERE)
