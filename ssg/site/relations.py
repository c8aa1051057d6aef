"""What postings have in common: the terms they bear, and which are like one another. Bodies have no part in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ssg.model import Company, Posting
from ssg.site.permalinks import TermKind
from ssg.site.places import Places
from ssg.site.similar import Similar, find_similar
from ssg.site.taxonomy import Term, classify


@dataclass(frozen=True, slots=True)
class Relations:
    """The terms of each kind that open postings bear, and the open postings nearest to each posting, by slug."""

    terms: Mapping[TermKind, tuple[Term, ...]]
    similar: Mapping[str, tuple[Similar, ...]]


Relate = Callable[[Sequence[Posting], Sequence[Posting], Mapping[str, Company], Places], Relations]


def relate(
    opened: Sequence[Posting], closed: Sequence[Posting], companies: Mapping[str, Company], places: Places
) -> Relations:
    """The relations of the postings that are open; those that are `closed` are only told what is like them.

    They follow from `Posting.facts` in this order, and the names of the companies; so do the `places`.
    """
    return Relations(classify(opened, companies, places), find_similar(opened, closed, places))
