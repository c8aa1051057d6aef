"""A country stands in `country` and nowhere else.

A country's name in `city`, `region` or `street` hides the town from search engines. States that are a town, such as
Singapore and Luxembourg, may repeat the name.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`jobLocation`)

Passes:

    ---
    title: Barista
    locations: [{city: Singapore, country: SG}]
    ---

Fails:

    ---
    title: Barista
    locations: [{city: Kenya, region: Kenya, country: KE}]
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.l10n import country
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "country-repeated"
SEVERITY = Severity.WARNING
TOWNS = frozenset("AD DJ GT HK KW LU MC MO MX PA SG SM VA".split())
"""Countries with a town (or a part) of the same name."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    for index, at in enumerate(posting.locations):
        names = {at.country.casefold(), *(country(at.country, lang).casefold() for lang in (posting.language, "en"))}
        for key, value in (("city", at.city), ("region", at.region), ("street", at.street)):
            if value and value.casefold() in names and at.country not in TOWNS:
                yield Finding(
                    f"`{key}` repeats the country: {quote(value)}",
                    f"Write the {_MEANT[key]} there, or leave `{key}` out; `country: {at.country}` says the rest",
                    field=("locations", index, key),
                )


_MEANT = {"city": "town", "region": "state or province", "street": "street and number"}
