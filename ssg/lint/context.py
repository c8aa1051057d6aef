"""What every rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from ssg.config import Config
from ssg.diagnostics import nearest
from ssg.lint.text import Text
from ssg.model import Posting
from ssg.site import Life, Site
from ssg.source import Source

SourceOf = Callable[[Posting], Source]
Static = Callable[[str], bytes | None]
"""The bytes of a file of the `static/` folders by its name, or None when there is none of that name."""

MOST_GUESSES = 20
"""Different broken links for which the nearest page is looked up: that takes a while on a large site."""


@dataclass(frozen=True)
class Context:
    """The site, its postings' texts, read when a rule first asks, and what rules noted of each posting.

    `notes` maps a rule's name to what its `note` said, by path of the posting; it is there for `check_site` alone.
    """

    site: Site
    source_of: SourceOf
    static: Static | None = None
    notes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    _guesses: dict[str, str | None] = field(default_factory=dict, repr=False)
    _last: dict[str, Text] = field(default_factory=dict, repr=False)

    @property
    def config(self) -> Config:
        return self.site.config

    @property
    def today(self) -> date:
        return self.site.today

    def text(self, posting: Posting) -> Text:
        """The posting's text. The last one is kept, as the rules take turns at one posting."""
        if posting.path not in self._last:
            self._last.clear()
            self._last[posting.path] = Text(posting, self.source_of(posting))
        return self._last[posting.path]

    def life(self, posting: Posting) -> Life:
        return self.site.lives[posting.slug]

    @cached_property
    def postings(self) -> tuple[Posting, ...]:
        """Every posting file by path, translations and closed ones too."""
        found = {p.path: p for versions in self.site.versions.values() for p in versions.values()}
        return tuple(found[path] for path in sorted(found))

    @cached_property
    def paths(self) -> frozenset[str]:
        """Paths of the site's pages, below its root: `jobs/barista/`, `` for home."""
        site, found = self.site, set[str]()
        shown = [*site.open, *site.closed, *site.gone]
        slugs = [*(p.slug for p in shown), *(alias for p in shown for alias in p.aliases)]
        for language in site.config.languages:
            at = site.permalinks(language)
            found.add(at.home())
            found.update(at.posting(slug) for slug in slugs)
            found.update(at.page(p.slug) for p in site.pages)
            for kind, terms in site.terms.items():
                found.add(at.terms(kind))
                found.update(at.term(kind, term.key) for term in terms)
        return frozenset(found)

    def nearest_path(self, path: str) -> str | None:
        """The page whose path is most like one that is not there; looked up for the first `MOST_GUESSES` only."""
        if path not in self._guesses and len(self._guesses) < MOST_GUESSES:
            self._guesses[path] = nearest(path, sorted(self.paths), cutoff=0.85)
        return self._guesses.get(path)

    def page_of(self, posting: Posting) -> str:
        """Path of the posting's page in the site's first language."""
        return self.site.permalinks(self.config.languages[0]).posting(posting.slug)

    def listed(self) -> Iterator[Posting]:
        """The postings that take applications, drafts and scheduled ones among them, by path."""
        return (p for p in self.postings if self.life(p) not in ("closed", "gone"))
