"""Where a posting's work is done and from where one may apply, as schema.org says it."""

from __future__ import annotations

from typing import Any

from ssg import l10n
from ssg.formats.entry import Entry
from ssg.formats.facts import open_countries
from ssg.formats.phrases import Phrases
from ssg.model import Applicants, Location, Posting

EARTH = "https://www.wikidata.org/wiki/Q2"


def job_location(entry: Entry) -> list[dict[str, Any]]:
    """A Place for each location; also of a remote posting that has an office one may belong to."""
    return [{"@type": "Place", "address": _address(at)} for at in entry.posting.locations]


def _address(location: Location) -> dict[str, Any]:
    parts = {
        "@type": "PostalAddress",
        "streetAddress": location.street,
        "addressLocality": location.city,
        "addressRegion": l10n.spoken_region(location),
        "postalCode": location.postal_code,
        "addressCountry": location.country,
    }
    return {name: value for name, value in parts.items() if value}


def applicant_locations(entry: Entry, say: Phrases) -> list[dict[str, Any]]:
    """Countries and states one may apply from; only a remote posting has any.

    A country with regions in the list is left to them: the property is a list of alternatives, so that naming the
    country as well would open all of it. For work from anywhere no value is documented: it is an AdministrativeArea
    called so and identified with the Earth, as schema.org's own answer for the European Union does it.
    """
    if not entry.posting.remote:
        return []
    areas = _areas(entry.posting)
    if areas.worldwide:
        return [{"@type": "AdministrativeArea", "name": say["applicants.worldwide"], "sameAs": EARTH}]
    countries = [_country(code, say.language) for code in open_countries(areas)]
    return countries + [_state(code, say.language) for code in areas.regions]


def _areas(posting: Posting) -> Applicants:
    """Who may apply from where. A posting that does not say is open where its offices are: so Google reads it."""
    said = posting.applicants
    if said and (said.worldwide or said.countries or said.regions):
        return said
    return Applicants(countries=tuple(dict.fromkeys(at.country for at in posting.locations)))


def _country(code: str, language: str) -> dict[str, Any]:
    return {"@type": "Country", "name": l10n.country(code, language), "identifier": code}


def _state(code: str, language: str) -> dict[str, Any]:
    country = _country(code.partition("-")[0], language)
    return {
        "@type": "State",
        "name": l10n.region(code, language),
        "identifier": code,
        "containedInPlace": country,
    }
