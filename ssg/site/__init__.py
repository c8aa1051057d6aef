"""Which postings are open on a day, how they group, and where everything lives."""

from ssg.site.assembly import Site, assemble_site
from ssg.site.life import CLOSING_DAYS, LISTED, Life, closed_since
from ssg.site.permalinks import FOLDERS, Permalinks, TermKind, absolute, file_of, href
from ssg.site.places import Places, is_from_anywhere, place_key
from ssg.site.relations import NOTHING, Known, Relate, Relations, recall, relate
from ssg.site.similar import Along, Similar
from ssg.site.taxonomy import KINDS, Term, TermRef, terms_of

__all__ = [
    "CLOSING_DAYS",
    "FOLDERS",
    "KINDS",
    "LISTED",
    "NOTHING",
    "Along",
    "Known",
    "Life",
    "Permalinks",
    "Places",
    "Relate",
    "Relations",
    "Similar",
    "Site",
    "Term",
    "TermKind",
    "TermRef",
    "absolute",
    "assemble_site",
    "closed_since",
    "file_of",
    "href",
    "is_from_anywhere",
    "place_key",
    "recall",
    "relate",
    "terms_of",
]
