"""What postings have in common: places, terms, and which are like one another. Bodies have no part in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ssg.model import Company, Posting
from ssg.site.permalinks import TermKind
from ssg.site.places import Places, read_places
from ssg.site.similar import Similar, find_similar
from ssg.site.taxonomy import Term, classify


@dataclass(frozen=True, slots=True)
class Relations:
    """What open postings tell of places, the terms of each kind that they bear, and the nearest to each, by slug."""

    places: Places
    terms: Mapping[TermKind, tuple[Term, ...]]
    similar: Mapping[str, tuple[Similar, ...]]


Relate = Callable[[Sequence[Posting], Sequence[Posting], Mapping[str, Company]], Relations]


def relate(opened: Sequence[Posting], closed: Sequence[Posting], companies: Mapping[str, Company]) -> Relations:
    """The relations of the postings that are open; those that are `closed` are only told what is like them.

    They follow from `Posting.facts` in this order, and the names of the companies.
    """
    places = read_places(opened)
    return Relations(places, classify(opened, companies, places), find_similar(opened, closed, places))
