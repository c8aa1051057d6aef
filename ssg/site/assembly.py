"""The site on one day: every later stage reads it, none changes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from hashlib import blake2b

from ssg.config import Config
from ssg.model import Posting
from ssg.model.prose import Prose
from ssg.site.life import LISTED, Life, beginning, closed_since, life
from ssg.site.permalinks import Permalinks, TermKind
from ssg.site.places import Places, read_places
from ssg.site.relations import Relate, Relations, relate
from ssg.site.similar import Similar
from ssg.site.taxonomy import Term, terms_of


@dataclass(frozen=True)
class Site:
    """The postings by their life on `today`, and by request their taxonomies and likenesses.

    `open`, `closed` and `gone` hold one posting a slug (its original, not its translations), newest first.
    `versions` maps a slug to its languages; `lives` a slug to its life; `places` is what the open postings together
    tell of places. `unready` are the files of translations that are not to be shown: the original decides whether a
    posting is open, and a translation that is a draft, is not yet posted or says that it is closed has the original in
    its place.
    """

    config: Config
    today: date
    open: tuple[Posting, ...]
    closed: tuple[Posting, ...]
    gone: tuple[Posting, ...]
    versions: Mapping[str, Mapping[str, Posting]]
    lives: Mapping[str, Life]
    places: Places
    pages: tuple[Prose, ...]
    intros: Mapping[tuple[str, str, str], Prose]
    changes: Mapping[str, datetime]
    unready: frozenset[str] = frozenset()
    relate: Relate = field(default=relate, compare=False, repr=False)

    @cached_property
    def relations(self) -> Relations:
        """Found when they are first asked for: what is indexed does without."""
        return self.relate(self.open, self.closed, self.config.companies, self.places)

    @property
    def terms(self) -> Mapping[TermKind, tuple[Term, ...]]:
        """The terms of each kind that open postings bear."""
        return self.relations.terms

    @property
    def similar(self) -> Mapping[str, tuple[Similar, ...]]:
        """The open postings nearest to each posting, by slug."""
        return self.relations.similar

    def updated_of(self, posting: Posting) -> datetime:
        """The posting's last change: that of its file where history tells, else the day it was posted or closed.

        A file that was there before its `date_posted` changes the site when that day begins in the site's zone.
        """
        found = self._moments.get(posting.path)
        if found is None:
            written = self.changes.get(posting.path) or self.midnight(posting.date_closed or posting.date_posted)
            found = self._moments[posting.path] = max(written, self.midnight(posting.date_posted))
        return found

    @cached_property
    def _moments(self) -> dict[str, datetime]:
        """What `updated_of` found, by path: pages, feeds, lists and keys ask for the same."""
        return {}

    def midnight(self, day: date) -> datetime:
        """The instant at which a day begins in the site's time zone, in UTC."""
        return beginning(day, self.config.zone)

    @cached_property
    def left(self) -> Mapping[tuple[TermKind, str], datetime]:
        """When a posting last left a term, by the term's kind and key, as far as files tell: lists changed then too."""
        found: dict[tuple[TermKind, str], datetime] = {}
        for posting in (*self.closed, *self.gone):
            since = closed_since(posting, self.today)
            moment = self.midnight(since) if since else self.changes.get(posting.path)
            if moment is not None:
                for term in terms_of(posting, self.config.companies, self.places):
                    at = (term.kind, term.key)
                    found[at] = max(found.get(at, moment), moment)
        return found

    @cached_property
    def _updates(self) -> Mapping[str, datetime]:
        """The last change of each open posting in any of its languages, by slug."""
        versions = ((p.slug, self.versions[p.slug].values()) for p in self.open)
        return {slug: max(map(self.updated_of, found)) for slug, found in versions}

    @cached_property
    def updated(self) -> datetime | None:
        """The last change of what is open: a posting that came, changed or left. None when nothing ever was."""
        return max((*self._updates.values(), *self.left.values()), default=None)

    @cached_property
    def _changes_of_terms(self) -> dict[tuple[TermKind, str], datetime]:
        return {}

    def changed(self, term: Term) -> datetime:
        """The last change of a term: one of its postings came, changed or left."""
        at = (term.kind, term.key)
        if at not in self._changes_of_terms:
            came = max(self._updates[slug] for slug in term.slugs)
            self._changes_of_terms[at] = max(came, self.left.get(at, came))
        return self._changes_of_terms[at]

    def version(self, slug: str, language: str) -> Posting:
        """The posting as a reader of `language` gets it: its translation, or the original."""
        versions = self.versions[slug]
        if len(versions) == 2:  # the original under its language and under none, as most postings have no more
            return versions[""]
        found = (versions.get(code) for code in (language, language.partition("-")[0]))
        return next((posting for posting in found if posting and posting.path not in self.unready), versions[""])

    def digest(self, slug: str) -> str:
        """Changes when, and only when, the posting does, in any of the languages it is shown in."""
        shown = {p.digest for p in self.versions[slug].values() if p.path not in self.unready}
        return shown.pop() if len(shown) == 1 else blake2b(" ".join(sorted(shown)).encode(), digest_size=12).hexdigest()

    def first_slug(self, slug: str) -> str:
        """The slug that the posting had at first, as its file tells: the last of its aliases."""
        return (*self.versions[slug][""].aliases[-1:], slug)[0]

    def moves(self) -> tuple[tuple[str, str], ...]:
        """Old slug and slug of every posting with a page of its own that has moved, sorted."""
        paged = (posting.slug for posting in (*self.open, *self.closed, *self.gone))
        found = {(old, slug) for slug in paged for v in self.versions[slug].values() for old in v.aliases}
        return tuple(sorted(found))

    def permalinks(self, language: str) -> Permalinks:
        return Permalinks(language, self.config.languages[0])

    def intro(self, folder: str, key: str, language: str) -> Prose | None:
        """What `content/terms/` says of a term, in the language or the site's own."""
        found = self.intros.get((folder, key, language))
        return found or self.intros.get((folder, key, self.config.language))


def assemble_site(
    config: Config,
    postings: Sequence[Posting],
    prose: Iterable[Prose] = (),
    *,
    today: date,
    drafts: bool = False,
    changes: Mapping[str, datetime] | None = None,
    relate: Relate = relate,
) -> Site:
    """Sort everything that was read into the site of `today`.

    `drafts` lets drafts and scheduled postings in. `changes` is the last change of a file, by path. `relate` may
    remember what it answered before.
    """
    versions = _versions(postings)
    originals = sorted((v[""] for v in versions.values()), key=_newest_first)
    lives = {p.slug: life(p, today, config.closed.keep_days) for p in originals}
    shown: frozenset[Life] = LISTED if drafts else frozenset({"open", "closing"})
    opened = tuple(p for p in originals if lives[p.slug] in shown)
    closed = tuple(p for p in originals if lives[p.slug] == "closed")
    prose = sorted(prose, key=lambda p: (p.kind, p.order, p.slug, p.language))
    return Site(
        config=config,
        today=today,
        open=opened,
        closed=closed,
        gone=tuple(p for p in originals if lives[p.slug] == "gone"),
        versions=versions,
        lives=lives,
        places=read_places(opened),
        pages=tuple(p for p in prose if not p.kind),
        intros={(p.kind, p.slug, p.language): p for p in prose if p.kind},
        changes=changes or {},
        unready=frozenset(_unready(versions, lives, shown, today, config.closed.keep_days)),
        relate=relate,
    )


def _versions(postings: Iterable[Posting]) -> dict[str, dict[str, Posting]]:
    """Slug to language to posting; the original (its file name has no language) stands under `` as well."""
    versions: dict[str, dict[str, Posting]] = defaultdict(dict)
    for posting in sorted(postings, key=lambda p: (p.slug, p.translation, p.path)):
        versions[posting.slug].setdefault(posting.translation, posting)
        versions[posting.slug].setdefault(posting.language, posting)
    return {slug: {**found, "": found.get("") or next(iter(found.values()))} for slug, found in versions.items()}


def _unready(
    versions: Mapping[str, Mapping[str, Posting]],
    lives: Mapping[str, Life],
    shown: frozenset[Life],
    today: date,
    keep_days: int,
) -> Iterator[str]:
    """Paths of translations that are behind their original: not yet public, or closed while it is open."""
    over: frozenset[Life] = frozenset({"closed", "gone"})
    for slug, found in versions.items():
        wanted = shown if lives[slug] in shown else shown | over
        for posting in found.values():
            if posting is not found[""] and life(posting, today, keep_days) not in wanted:
                yield posting.path


def _newest_first(posting: Posting) -> tuple[int, str]:
    return (-posting.date_posted.toordinal(), posting.slug)
