"""llms.txt: the site for language models, every open posting with its Markdown twin. https://llmstxt.org/"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssg.formats.entry import Entry, FeedInfo
from ssg.formats.facts import facts
from ssg.formats.markup import markdown_target, markdown_text
from ssg.formats.phrases import PhraseBook, Phrases

TOLD = ("company", "place", "workplace", "applicants", "type", "pay", "closes")


def llms(feed: FeedInfo, entries: Sequence[Entry], book: PhraseBook, more: Iterable[tuple[str, str]] = ()) -> str:
    """The file: title, description, the open postings in order, then `more` as (name, address) under Optional."""
    say = book[feed.language]
    parts = [f"# {markdown_text(feed.title)}"]
    if feed.description:
        parts.append(f"> {markdown_text(feed.description)}")
    if entries:
        parts.append(f"## {say['open_roles']}\n\n" + "\n".join(_line(entry, say) for entry in entries))
    links = [f"- [{markdown_text(name)}]({markdown_target(url)})" for name, url in more]
    if links:
        parts.append("## Optional\n\n" + "\n".join(links))
    return "\n\n".join(parts) + "\n"


def _line(entry: Entry, say: Phrases) -> str:
    told = "; ".join(markdown_text(fact.text) for fact in facts(entry, say) if fact.key in TOLD)
    return f"- [{markdown_text(entry.posting.title)}]({markdown_target(entry.markdown or entry.url)}): {told}"
