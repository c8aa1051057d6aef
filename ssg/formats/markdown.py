"""The Markdown twin of a posting's page: title, facts, and the text as its author wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.formats.entry import Entry
from ssg.formats.facts import facts
from ssg.formats.markup import markdown_target, markdown_text
from ssg.formats.phrases import Phrases


def markdown(entry: Entry, source: str, say: Phrases) -> str:
    """The twin of the entry's page; `source` is the body's Markdown as it stands in the file."""
    parts = [f"# {markdown_text(entry.posting.title)}", "\n".join(_facts(entry, say))]
    if source.strip():
        parts.append(source.strip("\n").rstrip())
    if entry.equal_opportunities:
        parts.append(markdown_text(entry.equal_opportunities))
    return "\n\n".join(parts) + "\n"


def _facts(entry: Entry, say: Phrases) -> Iterator[str]:
    for fact in facts(entry, say):
        if not fact.label:
            yield f"- {markdown_text(fact.text)}"
        elif len(fact.values) == 1:
            yield f"- **{fact.label}:** {markdown_text(fact.text)}"
        else:
            yield f"- **{fact.label}:**"
            yield from (f"  - {markdown_text(value)}" for value in fact.values)
    if entry.apply:
        yield f"- **{say['apply']}:** <{markdown_target(entry.apply)}>"
    if contact := entry.posting.contact:
        known = [part for part in (contact.name, contact.email, contact.phone) if part]
        yield f"- **{say['questions']}:** {markdown_text(', '.join(known))}"
    yield f"- **URL:** <{markdown_target(entry.url)}>"
