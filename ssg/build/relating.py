"""The relations of postings, remembered: an edit of a text changes none of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssg.build.sealed import read_sealed, write_sealed
from ssg.model import Company, Posting
from ssg.pages import digest
from ssg.site import Places, Relations, Similar, Term, relate


@dataclass(frozen=True, slots=True)
class Remembering:
    """`relate`, which looks first whether `place` has the answer to the same question, and keeps a new one there.

    `salt` is what the answer depends on besides the postings: the program.
    """

    place: Path
    salt: str

    def __call__(
        self, opened: Sequence[Posting], closed: Sequence[Posting], companies: Mapping[str, Company], places: Places
    ) -> Relations:
        names = (f"{key} {company.name}" for key, company in companies.items())
        key = digest(self.salt, *names, "", *(p.facts for p in opened), "", *(p.facts for p in closed))
        slugs = [p.slug for p in (*opened, *closed)]
        with suppress(LookupError, TypeError, ValueError):
            kept = read_sealed(self.place)
            if kept["key"] == key:
                return _unpack(kept, slugs)
        found = relate(opened, closed, companies, places)
        write_sealed(self.place, {"key": key, **_pack(found, slugs)})
        return found


def _pack(found: Relations, slugs: Sequence[str]) -> dict[str, Any]:
    """As JSON, with places in `slugs` instead of slugs."""
    at = {slug: place for place, slug in enumerate(slugs)}
    terms = [
        [term.kind, term.key, term.name, [at[slug] for slug in term.slugs], term.country, term.region]
        for kind in found.terms.values()
        for term in kind
    ]
    similar = [[[at[one.slug], one.skills, one.department, one.place] for one in found.similar[slug]] for slug in slugs]
    return {"kinds": list(found.terms), "terms": terms, "similar": similar}


def _unpack(kept: Mapping[str, Any], slugs: Sequence[str]) -> Relations:
    terms: dict[Any, list[Term]] = {kind: [] for kind in kept["kinds"]}
    for kind, key, name, members, country, region in kept["terms"]:
        terms[kind].append(Term(kind, key, name, tuple([slugs[at] for at in members]), country, region))
    similar = {
        slug: tuple([Similar(slugs[at], tuple(skills), department, place) for at, skills, department, place in found])
        for slug, found in zip(slugs, kept["similar"], strict=True)
    }
    return Relations({kind: tuple(found) for kind, found in terms.items()}, similar)
