"""The whole description of a posting as HTML: its text, and the facts of the front matter that the text leaves out."""

from __future__ import annotations

from ssg.formats.entry import Entry
from ssg.formats.facts import Fact, facts
from ssg.formats.markup import absolute_links, bullets, escape
from ssg.model import Body

BELONGING = (
    "applicants", "time_zones", "pay", "pay_note", "incentives", "equity", "benefits", "skills", "experience",
    "education", "instead", "hours", "travel", "start", "eligibility", "interview",
)  # fmt: skip
"""Facts that a complete description has to hold; title, company, place and dates have fields of their own."""
SUMMING_UP = ("company", "department", "place", "workplace", "applicants", "time_zones", "type", "pay", "closes")
"""Facts that a reader of a feed wants before the text."""


def description(entry: Entry, body: Body) -> str:
    """The body with every fact of `BELONGING` that it does not already say, and the equal opportunities statement.

    A fact counts as said when each of its values stands in the text word for word. Nothing is added that the
    posting's page does not show. Links are absolute.
    """
    parts = [absolute_links(body.html.strip(), entry.url)]
    said = _folded(body.text)
    parts += [fact_html(fact) for fact in facts(entry) if fact.key in BELONGING and not _says(said, fact)]
    if entry.equal_opportunities:
        parts.append(f"<p>{escape(_one_line(entry.equal_opportunities))}</p>")
    return "\n".join(part for part in parts if part)


def content(entry: Entry, body: Body) -> str:
    """What a feed reader shows: the facts at a glance, then the whole description."""
    glance = [fact for fact in facts(entry) if fact.key in SUMMING_UP]
    return bullets(f"{fact.label}: {fact.text}" for fact in glance) + "\n" + description(entry, body)


def fact_html(fact: Fact) -> str:
    """A fact as a paragraph, or as a list under its name."""
    if len(fact.values) > 1:
        return f"<p>{escape(fact.label)}:</p>{bullets(fact.values)}"
    if fact.values[0] == fact.label:
        return f"<p>{escape(fact.label)}</p>"
    return f"<p>{escape(fact.label)}: {escape(_one_line(fact.values[0]))}</p>"


def _says(text: str, fact: Fact) -> bool:
    return all(_stands_in(text, _folded(value)) for value in fact.values)


def _stands_in(text: str, words: str) -> bool:
    """Whether `words` stand in the text as whole words: `Go` does not stand in `Going`."""
    at = text.find(words)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() or text[at + len(words) : at + len(words) + 1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


def _folded(text: str) -> str:
    return _one_line(text).casefold()


def _one_line(text: str) -> str:
    return " ".join(text.split())
