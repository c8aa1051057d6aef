"""The site itself for search engines: WebSite, Organization and BreadcrumbList of schema.org."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ssg.formats.organization import organization
from ssg.formats.values import without_empty
from ssg.model import Company


def website(
    title: str,
    home: str,
    language: str,
    description: str = "",
    publisher: Company | None = None,
    logo: str = "",
) -> dict[str, Any]:
    """For the home page; `home` is absolute. `publisher` is the company, with its `logo`, where there is one alone."""
    return without_empty(
        {
            "@context": "https://schema.org/",
            "@type": "WebSite",
            "name": title,
            "url": home,
            "description": description,
            "inLanguage": language,
            "publisher": organization(publisher, logo) if publisher else None,
        }
    )


def employer(company: Company, logo: str = "") -> dict[str, Any]:
    """For a page about one employer; `logo` is absolute or empty."""
    about = {"description": company.about} if company.about else {}
    return {"@context": "https://schema.org/", **organization(company, logo), **about}


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The way from the home page to this one: (name, absolute address) pairs, this page last."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(trail, 1)
    ]
    return {"@context": "https://schema.org/", "@type": "BreadcrumbList", "itemListElement": items}
