"""An employer."""

from __future__ import annotations

from ssg.model.base import Line, Many, Noun, Text, Url, about, optional


class Company(Noun):
    """An employer, as its postings name it."""

    name: Line = about("The employer's name as people know it.", "Acme", "hiringOrganization.name")
    url: Url | None = optional(
        "The employer's own site.",
        "https://acme.example",
        "hiringOrganization.sameAs",
        validate_default=False,
    )
    logo: Line | None = optional(
        "A picture in the theme's `static/` or the site's `static/` folder; width to height between 0.75 and 2.5.",
        "acme.svg",
        "hiringOrganization.logo",
    )
    about: Text | None = optional(
        "What the employer does, in a sentence or two.", "Makes tools for map makers.", "employerOverview"
    )
    same_as: Many[Url] = optional(
        "Pages that are surely about this employer: Wikidata, Wikipedia, LinkedIn.",
        ["https://www.wikidata.org/wiki/Q42"],
        "hiringOrganization.sameAs",
        default=(),
    )
    industry: Line | None = optional("The employer's branch.", "Software", "industry")
    equal_opportunities: Text | None = optional(
        "This employer's own statement, in place of the site's.", "We hire on skill."
    )
