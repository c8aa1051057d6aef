"""Entries: postings as machine formats read them, made once for each language."""

from __future__ import annotations

from ssg.config import Config
from ssg.formats.entry import Entry, Version, end_of
from ssg.model import Posting
from ssg.pages.pieces import Pieces


class Entries:
    """Entries of one language, each made once."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self._made: dict[str, Entry] = {}

    def of(self, slug: str) -> Entry:
        if slug not in self._made:
            self._made[slug] = self._make(slug)
        return self._made[slug]

    def _make(self, slug: str) -> Entry:
        pieces, config = self.pieces, self.pieces.config
        posting = pieces.site.version(slug, pieces.language)
        company = config.companies[posting.company]
        all_links = [pieces.site.permalinks(language) for language in config.languages]
        first_slug = pieces.site.first_slug(slug)
        return Entry(
            posting=posting,
            company=company,
            id=pieces.url(all_links[0].posting(first_slug)),
            first_slug=first_slug,
            url=pieces.url(pieces.links.posting(slug)),
            apply=pieces.apply_of(posting),
            life=pieces.site.lives[slug],
            digest=pieces.site.digest(slug),
            posted_at=pieces.site.midnight(posting.date_posted),
            updated=pieces.site.updated_of(posting),
            language=pieces.language,
            closes_at=end_of(posting.valid_through, config.zone) if posting.valid_through else None,
            markdown=pieces.url(pieces.links.markdown(slug)),
            image=pieces.image_of(posting),
            logo=pieces.url(company.logo) if company.logo else "",
            email=_mail_of(posting, config),
            equal_opportunities=pieces.equal_opportunities_of(posting),
            versions=tuple(Version(links.language, pieces.url(links.posting(slug))) for links in all_links),
        )


def _mail_of(posting: Posting, config: Config) -> str:
    """Who answers questions: the posting's contact, else where applications go, else the site's contact."""
    known = (posting.contact, posting.apply, config.apply)
    mails = [who.email for who in known if who and who.email]
    return mails[0] if mails else config.contact if config.contact and "@" in config.contact else ""
