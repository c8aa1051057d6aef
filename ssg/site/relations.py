"""What postings have in common: the terms they bear, and which are like one another. Bodies have no part in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ssg.model import Company, Posting
from ssg.site.permalinks import TermKind
from ssg.site.places import Places
from ssg.site.shelves import Shelves
from ssg.site.similar import Along, Similar, find_similar
from ssg.site.taxonomy import Term, TermRef, classify, terms_of


@dataclass(frozen=True, slots=True)
class Known:
    """Answers that hold for as long as the companies have the same names, whatever other postings come and go.

    `borne` are the terms of each posting, open or closed, by its mark: `Posting.facts`, and behind a space what it has
    from others. `similar` are likenesses by the ground they were found on (`Shelves`).
    """

    borne: Mapping[str, Sequence[TermRef]]
    similar: Mapping[str, tuple[Similar, ...]]


NOTHING = Known(MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Relations:
    """The terms of each kind that open postings bear, and the open postings nearest to each posting, by slug.

    `known` is the same for a later call, posting by posting in one order.
    """

    terms: Mapping[TermKind, tuple[Term, ...]]
    similar: Mapping[str, tuple[Similar, ...]]
    known: Known


Relate = Callable[[Sequence[Posting], Sequence[Posting], Mapping[str, Company], Places], Relations]


def relate(
    opened: Sequence[Posting],
    closed: Sequence[Posting],
    companies: Mapping[str, Company],
    places: Places,
    known: Known = NOTHING,
    along: Along = iter,
) -> Relations:
    """The relations of the postings that are open; those that are `closed` are only told what is like them.

    They follow from `Posting.facts` in this order, and the names of the companies; so do the `places`. Only what is not
    `known` is found anew. What takes long goes through `along`: see `find_similar`.
    """
    postings = {posting.slug: posting for posting in (*opened, *closed)}
    marks = {slug: _mark(posting, places, known) for slug, posting in postings.items()}
    borne = {
        slug: known.borne[mark] if mark in known.borne else tuple(terms_of(postings[slug], companies, places))
        for slug, mark in marks.items()
    }
    terms = classify({posting.slug: borne[posting.slug] for posting in opened})
    shelves = Shelves(opened, terms, borne, marks)
    similar = find_similar(postings, shelves, places, known.similar, along)
    by_mark = zip(marks.values(), borne.values(), strict=True)
    by_ground = zip(shelves.grounds.values(), similar.values(), strict=True)
    return Relations(terms, similar, Known(dict(by_mark), dict(by_ground)))


def recall(opened: Sequence[Posting], closed: Sequence[Posting], known: Known) -> Relations:
    """The relations of the postings that `known` was found from. Raises ValueError where those were not as many."""
    slugs = [posting.slug for posting in (*opened, *closed)]
    borne = dict(zip(slugs, known.borne.values(), strict=True))
    terms = classify({posting.slug: borne[posting.slug] for posting in opened})
    return Relations(terms, dict(zip(slugs, known.similar.values(), strict=True)), known)


def _mark(posting: Posting, places: Places, known: Known) -> str:
    if posting.facts in known.borne:  # whether it has anything from others follows from its facts
        return posting.facts
    lent = places.lent(posting)
    return posting.facts if lent is None else f"{posting.facts} {lent}"
