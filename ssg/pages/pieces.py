"""The small parts that pages of one language are put together from: addresses, cards, links to terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar
from urllib.parse import quote

from ssg.content.template import blank_posting
from ssg.formats.entry import end_of
from ssg.formats.phrases import Phrases
from ssg.l10n import direction
from ssg.model import Location, Posting
from ssg.model.prose import Prose
from ssg.model.slug import slugify
from ssg.pages.cards import SITE_CARD, CardContext, Previews, posting_card, site_card
from ssg.pages.contexts import Alternate, Card, Link, Page, SimilarPosting, SiteFrame, TermLink
from ssg.pages.marks import Marks
from ssg.pages.plan import PathIn
from ssg.site import FOLDERS, Similar, Site, Term, TermKind, absolute, href
from ssg.site.repository import issue_address, new_address

T = TypeVar("T")
PAGE_SIZE = 50
"""Postings on one page of a list."""


class Pieces:
    """Everything of one language that several pages need; what is asked for twice is made once.

    `search` says whether there is to be an index. Where it is not `linked`, no term leads to its page.
    """

    def __init__(
        self, site: Site, say: Phrases, previews: Previews | None = None, *, search: bool = True, linked: bool = True
    ) -> None:
        language = say.language
        self.site, self.config, self.say, self.language = site, site.config.in_language(language), say, language
        self.search = search
        self.previews = previews or Previews()
        self.links = site.permalinks(language)
        self._cards: dict[str, Card] = {}
        self.all_links = {other: site.permalinks(other) for other in site.config.languages}
        self._linked = linked

    @cached_property
    def _term_links(self) -> Mapping[tuple[TermKind, str], TermLink]:
        terms = (term for terms in self.site.terms.values() for term in terms) if self._linked else ()
        return {(term.kind, term.key): self.term_link(term) for term in terms}

    def href(self, path: str) -> str:
        """A path of the site as it stands in a link."""
        return href(self.config.base_path, path)

    def url(self, path: str) -> str:
        """A path of the site as a whole address."""
        return absolute(self.config.base_url, path)

    @cached_property
    def frame(self) -> SiteFrame:
        config = self.config
        return SiteFrame(
            title=config.title,
            description=config.description or "",
            base_url=config.base_url,
            base_path=config.base_path,
            language=self.language,
            direction=direction(self.language),
            text_language=self.language if self.language in config.translations else config.language,
            languages=config.languages,
            home=self.href(self.links.home()),
            nav=tuple(
                Link(self.href(self.links.page(p.slug)), prose_title(p), p.language) for p in self.prose if p.nav
            ),
            search=self.href(f"{self.links.prefix}postings.json"),
            pagefind=self.href("pagefind/") if self.search else "",
            repository=config.repository or "",
            logo=self.href(config.look.logo) if config.look.logo else "",
            time_zone=config.time_zone,
            pay_unit=config.pay_unit,
            several_companies=len({posting.company for posting in self.site.open}) > 1,
        )

    @cached_property
    def marks(self) -> Marks:
        """What tells the parts of this language's pages apart."""
        return Marks(self.site, self.frame, self.previews)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """One version of every page of content/pages: in this language, else in the site's own."""
        best: dict[str, Prose] = {}
        for page in self.site.pages:
            rank = (self.language, self.config.language)
            known = best.get(page.slug)
            if known is None or _rank(page.language, rank) < _rank(known.language, rank):
                best[page.slug] = page
        return tuple(sorted(best.values(), key=lambda p: (p.order, p.slug)))

    def page(
        self,
        kind: str,
        path_in: PathIn,
        *,
        title: str = "",
        description: str = "",
        indexed: bool = True,
        feeds: str | None = None,
        **more: str,
    ) -> Page:
        """The head of a page that lives at `path_in(permalinks)` in each language; `feeds` is its feeds' folder."""
        path = path_in(self.links)
        alternates = tuple(
            Alternate(language, self.href(path_in(links)), self.url(path_in(links)))
            for language, links in self.all_links.items()
        )
        if not more.get("image"):
            more["image"] = self.site_image
        if feeds is not None:
            more |= {"atom": self.href(f"{feeds}feed.xml"), "json_feed": self.href(f"{feeds}feed.json")}
        return Page(
            kind=kind,
            path=path,
            canonical=self.url(path),
            title=title,
            description=description,
            alternates=alternates if len(alternates) > 1 else (),
            indexed=indexed,
            **more,
        )

    def card(self, slug: str) -> Card:
        if slug not in self._cards:
            posting = self.site.version(slug, self.language)
            company = self.config.companies[posting.company]
            self._cards[slug] = Card(posting, company, self.site.lives[slug], self.href(self.links.posting(slug)))
        return self._cards[slug]

    def cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        return tuple(self.card(slug) for slug in slugs)

    def similar(self, found: Iterable[Similar]) -> tuple[SimilarPosting, ...]:
        return tuple(SimilarPosting(self.card(s.slug), s.skills, s.department, s.place) for s in found)

    def term_link(self, term: Term, count: int | None = None) -> TermLink:
        address = self.href(self.links.term(term.kind, term.key))
        shown = term.count if count is None else count
        return TermLink(term.kind, term.key, term.name, address, shown, term.country, term.region)

    def posting_term(self, kind: TermKind, key: str, name: str, original: str = "") -> TermLink:
        """A term as one posting names it; without an address where no open posting bears the term.

        Terms are those of the originals: where a translation has a word of its own, `original` is the key of the word
        in its place there.
        """
        known = self._term_links.get((kind, key)) or self._term_links.get((kind, original))
        if known is None:
            return TermLink(kind, key, name, "")
        return TermLink(kind, known.key, name, known.href, 0, known.country, known.region)

    def departments_of(self, posting: Posting) -> tuple[TermLink, ...]:
        name, original = posting.department, self._original(posting).department or ""
        return (self.posting_term("department", slugify(name), name, slugify(original)),) if name else ()

    def places_of(self, posting: Posting) -> tuple[TermLink, ...]:
        """One link for each of the posting's locations, in their order."""
        originals = _beside(posting.locations, self._original(posting).locations)
        return tuple(self._place(at, original) for at, original in zip(posting.locations, originals, strict=True))

    def _place(self, at: Location, original: Location) -> TermLink:
        kind: TermKind = "place" if at.city else "country"
        link = self.posting_term(kind, self._place_term(at), at.city or at.country, self._place_term(original))
        return TermLink(kind, link.key, link.name, link.href, 0, at.country, at.region or "")

    def _place_term(self, at: Location) -> str:
        """Key of the term that a location bears: its town's, or its country's where it names none that has one."""
        return self.site.places.key(at) if at.city and slugify(at.city) else at.country.lower()

    def skills_of(self, posting: Posting) -> tuple[TermLink, ...]:
        """One link for each of the posting's skills, in their order."""
        originals = _beside(posting.skills, self._original(posting).skills)
        pairs = zip(posting.skills, originals, strict=True)
        return tuple(self.posting_term("skill", slugify(s.name), s.name, slugify(o.name)) for s, o in pairs)

    def _original(self, posting: Posting) -> Posting:
        return self.site.versions[posting.slug][""]

    def types_of(self, posting: Posting) -> tuple[TermLink, ...]:
        return tuple(self.posting_term("type", t, t) for t in posting.employment_type)

    def company_of(self, posting: Posting) -> TermLink:
        return self.posting_term("company", posting.company, self.config.companies[posting.company].name)

    def apply_of(self, posting: Posting) -> str:
        """Where an application goes, as a link; empty when nobody said."""
        apply = posting.apply
        if apply is None:
            return ""
        if apply.email:
            subject = quote(apply.subject or posting.title, safe="")
            return f"mailto:{quote(apply.email, safe='@+')}?subject={subject}"
        return apply.url or apply.form or ""

    def closes_at(self, posting: Posting) -> str:
        """The instant after the posting's last day, as ISO 8601 with the zone's offset."""
        day = posting.valid_through
        return end_of(day, self.config.zone).isoformat() if day else ""

    def report_of(self, posting: Posting) -> str:
        """Where a reader says that something is wrong with the posting."""
        about, where = f"Problem with the posting: {posting.title}", self.url(self.links.posting(posting.slug))
        if self.config.contact and "@" in self.config.contact:
            said = f"subject={quote(about, safe='')}&body={quote(where, safe='')}"
            return f"mailto:{quote(self.config.contact, safe='@+')}?{said}"
        return issue_address(self.config, about, where)

    def card_of(self, posting: Posting) -> CardContext | None:
        """The posting's social card; None when it has none of its own."""
        style = self.previews.style
        return posting_card(posting, self.config.companies[posting.company], self.say, style) if style else None

    @cached_property
    def site_card(self) -> CardContext | None:
        """The card of pages without one of their own; None when there is none."""
        style = self.previews.style
        return site_card(self.config.title, self.config.description or "", style) if style else None

    def image_of(self, posting: Posting) -> str:
        """The whole address of the posting's social card; empty when it has none of its own."""
        card = self.card_of(posting)
        return self.url(card.path(posting.slug)) if card else ""

    @cached_property
    def site_image(self) -> str:
        """The whole address of the picture for pages without a card of their own; empty when there is none."""
        if self.site_card:
            return self.url(self.site_card.path(SITE_CARD))
        return self.url(self.previews.picture) if self.previews.picture else ""

    @cached_property
    def add(self) -> str:
        """Where a posting is begun in an editor; empty when site.yaml names no repository."""
        return new_address(self.config, "new-posting", blank_posting(self.config))

    def equal_opportunities_of(self, posting: Posting) -> str:
        own = self.config.companies[posting.company].equal_opportunities
        return own or self.config.equal_opportunities or ""

    def intro(self, term: Term) -> Prose | None:
        return self.site.intro(FOLDERS[term.kind], term.key, self.language)


def _beside(own: Sequence[T], originals: Sequence[T]) -> Sequence[T]:
    """For each thing of a translation the one in its place in the original; itself where they are not as many."""
    return originals if len(originals) == len(own) else own


def prose_title(page: Prose) -> str:
    return page.title or page.slug.rpartition("/")[2].replace("-", " ").capitalize()


def _rank(language: str, wanted: tuple[str, ...]) -> int:
    return wanted.index(language) if language in wanted else len(wanted)
