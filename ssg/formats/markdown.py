"""The Markdown twin of a posting's page: title, facts, and the text as its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.formats.entry import Entry
from ssg.formats.facts import facts
from ssg.formats.words import words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_MARKED = re.compile(r"^([-+=])")


def markdown(entry: Entry, source: str) -> str:
    """The twin of the entry's page; `source` is the body's Markdown as it stands in the file."""
    parts = [f"# {escaped(entry.posting.title)}", "\n".join(_facts(entry))]
    if source.strip():
        parts.append(source.strip("\n").rstrip())
    if entry.equal_opportunities:
        parts.append(escaped(entry.equal_opportunities))
    return "\n\n".join(parts) + "\n"


def _facts(entry: Entry) -> Iterator[str]:
    for fact in facts(entry):
        if not fact.label:
            yield f"- {escaped(fact.text)}"
        elif len(fact.values) == 1:
            yield f"- **{fact.label}:** {escaped(fact.text)}"
        else:
            yield f"- **{fact.label}:**"
            yield from (f"  - {escaped(value)}" for value in fact.values)
    say = words(entry.language)
    if entry.apply:
        yield f"- **{say['apply']}:** <{target(entry.apply)}>"
    if contact := entry.posting.contact:
        known = [part for part in (contact.name, contact.email, contact.phone) if part]
        yield f"- **{say['questions']}:** {escaped(', '.join(known))}"
    yield f"- **URL:** <{target(entry.url)}>"


def escaped(text: str) -> str:
    """`text` on one line, saying nothing but itself in Markdown."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _MARKED.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", line))


def target(url: str) -> str:
    """An address inside `(...)` or `<...>`: what would end it is percent-encoded."""
    return re.sub(r"[\s<>()]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
