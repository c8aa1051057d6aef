"""What a page tells search engines of the site around it: what the site is, who it is about, and the way here."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from ssg import l10n
from ssg.formats import site_data as schema_org
from ssg.formats.phrases import Phrases
from ssg.model import Company
from ssg.pages.contexts import Context, HomePage, PostingPage, SiteFrame, TermLink, TermPage
from ssg.site import absolute


def site_data(frame: SiteFrame, context: Context, say: Phrases) -> list[dict[str, Any]]:
    """JSON-LD of a page besides its JobPosting: WebSite at home, BreadcrumbList below, Organization for an employer."""
    if isinstance(context, HomePage):
        return _home(frame, context)
    if isinstance(context, TermPage):
        return _term(frame, context, say)
    if isinstance(context, PostingPage):
        named = [(label(term, say), _whole(frame.base_url, term.href)) for term in context.departments if term.href]
        return [_way(frame, *named[:1], (context.posting.title, context.page.canonical))]
    return []


def _home(frame: SiteFrame, context: HomePage) -> list[dict[str, Any]]:
    cards = [card for group in context.groups for card in group.cards]
    publisher = cards[0].company if cards and not frame.several_companies else None
    home = _whole(frame.base_url, frame.home)
    if context.pager.number > 1:
        return []
    logo = _logo(frame, publisher) if publisher else ""
    return [schema_org.website(frame.title, home, frame.language, frame.description, publisher, logo)]


def _logo(frame: SiteFrame, company: Company) -> str:
    """The whole address of a company's logo; empty where it has none."""
    return absolute(frame.base_url, company.logo) if company.logo else ""


def _term(frame: SiteFrame, context: TermPage, say: Phrases) -> list[dict[str, Any]]:
    data = [_way(frame, (label(context.term, say), context.page.canonical))]
    if context.term.kind == "company" and context.cards:
        company = context.cards[0].company
        data.append(schema_org.employer(company, _logo(frame, company)))
    return data


def _way(frame: SiteFrame, *steps: tuple[str, str]) -> dict[str, Any]:
    return schema_org.breadcrumbs([(frame.title, _whole(frame.base_url, frame.home)), *steps])


_whole = lru_cache(1024)(urljoin)
"""The whole address behind one of the few that many pages name."""


def label(term: TermLink, say: Phrases) -> str:
    """A term as readers call it: `Portugal` for PT, `Full-time` for full-time; other names are words already."""
    if term.kind == "country":
        return l10n.country(term.name, say.language)
    if term.kind == "type":
        return say[f"type.{term.name}"]
    return say["workplace.remote"] if term.kind == "remote" else term.name
