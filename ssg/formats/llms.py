"""llms.txt: the site for language models, every open posting with its Markdown twin. https://llmstxt.org/"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ssg.formats.entry import Entry, FeedInfo
from ssg.formats.facts import facts
from ssg.formats.frame import Frame
from ssg.formats.markup import markdown_target, markdown_text
from ssg.formats.phrases import PhraseBook, Phrases
from ssg.model import Body

TOLD = ("company", "place", "workplace", "applicants", "type", "pay", "closes")


def llms(feed: FeedInfo, entries: Sequence[Entry], book: PhraseBook, more: Iterable[tuple[str, str]] = ()) -> str:
    """The file: title, description, the open postings in order, then `more` as (name, address) under Optional."""
    say = book[feed.language]
    return frame(feed, say, bool(entries), more).around(part(entry, None, say) for entry in entries)


def frame(feed: FeedInfo, say: Phrases, listed: bool, more: Iterable[tuple[str, str]]) -> Frame:
    """What stands around the lines of the postings; `listed` says whether there are any."""
    parts = [f"# {markdown_text(feed.title)}"]
    if feed.description:
        parts.append(f"> {markdown_text(feed.description)}")
    if listed:
        parts.append(f"## {say['open_roles']}\n\n")
    before = "\n\n".join(parts)
    links = [f"- [{markdown_text(name)}]({markdown_target(url)})" for name, url in more]
    optional = "\n\n## Optional\n\n" + "\n".join(links) if links else ""
    return Frame(before, "\n", f"{optional}\n")


def part(entry: Entry, _: Body | None, say: Phrases) -> str:
    """The line of one posting."""
    told = "; ".join(markdown_text(fact.text) for fact in facts(entry, say) if fact.key in TOLD)
    return f"- [{markdown_text(entry.posting.title)}]({markdown_target(entry.markdown or entry.url)}): {told}"
