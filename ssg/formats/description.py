"""The whole description of a posting as HTML: its text, and the facts of the front matter that the text leaves out."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from ssg.formats.entry import Entry
from ssg.formats.facts import Fact, facts
from ssg.formats.markup import absolute_links, bullets, escape
from ssg.formats.phrases import Phrases
from ssg.model import Body

BELONGING = frozenset(
    "pay pay_note equity incentives applicants time_zones hours start skills experience education eligibility travel "
    "benefits interview".split()
)
"""Facts that a complete description has to hold; title, company, place and dates have fields of their own."""
AT_A_GLANCE = frozenset("company department workplace applicants time_zones place type pay closes".split())
"""Facts that a reader of a feed wants before the text."""


def description(entry: Entry, body: Body, say: Phrases, told: Collection[str] = ()) -> str:
    """The body with every fact of `BELONGING` that it does not already say, and the equal opportunities statement.

    A fact counts as said when each of its values stands in the text word for word, or its key is in `told`. Nothing is
    added that the posting's page does not show. Links are absolute.
    """
    parts = [absolute_links(body.html.strip(), entry.url)]
    said = _folded(body.text)
    wanted = (fact for fact in facts(entry, say) if fact.key in BELONGING and fact.key not in told)
    parts += [fact_html(fact) for fact in wanted if not _says(said, fact)]
    if entry.equal_opportunities:
        parts.append(f"<p>{escape(' '.join(entry.equal_opportunities.split()))}</p>")
    return "\n".join(part for part in parts if part)


@lru_cache(128)
def content(entry: Entry, body: Body, say: Phrases) -> str:
    """What a feed reader shows: the facts at a glance, then the rest of the description.

    Remembered for a while, because Atom and JSON Feed say it one after the other.
    """
    glance = [fact.named for fact in facts(entry, say) if fact.key in AT_A_GLANCE]
    return bullets(glance) + "\n" + description(entry, body, say, AT_A_GLANCE)


def fact_html(fact: Fact) -> str:
    """A fact as a paragraph, or as a list under its name."""
    if len(fact.values) > 1 and fact.label:
        return f"<p>{escape(fact.label)}:</p>{bullets(fact.values)}"
    return f"<p>{escape(fact.named)}</p>"


def _says(text: str, fact: Fact) -> bool:
    return all(_stands_in(text, _folded(value)) for value in fact.values)


def _stands_in(text: str, words: str) -> bool:
    """Whether `words` stand in the text as whole words: `Go` does not stand in `Going`."""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


@lru_cache(512)
def _folded(text: str) -> str:
    flat = text.replace("\n", " ")
    plain = flat.isprintable() and "  " not in flat  # no other spaces than those between words
    return (flat.strip(" ") if plain else " ".join(text.split())).casefold()
