"""The relations of postings, remembered: an edit of a text changes none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ssg.build.sealed import read_sealed, write_sealed
from ssg.model import Company, Posting
from ssg.pages import digest
from ssg.site import Places, Relate, Relations, Similar, Term, relate


def remembering(place: Path, salt: str) -> Relate:
    """`relate`, which looks first whether `place` has the answer to the same question, and keeps a new one there.

    `salt` is what the answer depends on besides the postings: the program.
    """

    def related(opened: Sequence[Posting], closed: Sequence[Posting], companies: Mapping[str, Company]) -> Relations:
        names = (f"{key} {company.name}" for key, company in companies.items())
        key = digest(salt, *names, "", *(p.facts for p in opened), "", *(p.facts for p in closed))
        slugs = [p.slug for p in (*opened, *closed)]
        with suppress(LookupError, TypeError, ValueError):
            kept = read_sealed(place)
            if kept["key"] == key:
                return _unpack(kept, slugs)
        found = relate(opened, closed, companies)
        write_sealed(place, {"key": key, **_pack(found, slugs)})
        return found

    return related


def _pack(found: Relations, slugs: Sequence[str]) -> dict[str, Any]:
    """As JSON, with places in `slugs` instead of slugs."""
    at = {slug: place for place, slug in enumerate(slugs)}
    terms = [
        [term.kind, term.key, term.name, [at[slug] for slug in term.slugs], term.country, term.region]
        for kind in found.terms.values()
        for term in kind
    ]
    similar = [[[at[one.slug], one.skills, one.department, one.place] for one in found.similar[slug]] for slug in slugs]
    places = [dict(found.places.regions), found.places.countries]
    return {"places": places, "kinds": list(found.terms), "terms": terms, "similar": similar}


def _unpack(kept: Mapping[str, Any], slugs: Sequence[str]) -> Relations:
    regions, countries = kept["places"]
    terms: dict[Any, list[Term]] = {kind: [] for kind in kept["kinds"]}
    for kind, key, name, places, country, region in kept["terms"]:
        terms[kind].append(Term(kind, key, name, tuple([slugs[at] for at in places]), country, region))
    similar = {
        slug: tuple([Similar(slugs[at], tuple(skills), department, place) for at, skills, department, place in found])
        for slug, found in zip(slugs, kept["similar"], strict=True)
    }
    places = Places(regions, tuple(countries))
    return Relations(places, {kind: tuple(found) for kind, found in terms.items()}, similar)
