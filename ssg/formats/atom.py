"""Atom: the newest postings for feed readers. https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.formats.description import content
from ssg.formats.entry import Entry, FeedInfo, stamp
from ssg.formats.frame import Frame
from ssg.formats.markup import DECLARATION, element, escape
from ssg.formats.phrases import Phrases
from ssg.formats.values import tags
from ssg.model import Body

TYPE = "application/atom+xml"


def frame(feed: FeedInfo) -> Frame:
    """What stands around the entries."""
    root = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(feed.language)}">\n'
    return Frame(f"{DECLARATION}{root}{''.join(_head(feed))}", "", "</feed>\n")


def _head(feed: FeedInfo) -> Iterator[str]:
    yield element("id", feed.url) + "\n"
    yield element("title", feed.title) + "\n"
    if feed.description:
        yield element("subtitle", feed.description) + "\n"
    yield element("updated", stamp(feed.updated)) + "\n"
    yield element("link", rel="self", type=TYPE, href=feed.url) + "\n"
    yield element("link", rel="alternate", type="text/html", href=feed.home) + "\n"
    for media_type, url in feed.alternates:
        yield element("link", rel="alternate", type=media_type, href=url) + "\n"


def part(entry: Entry, body: Body, say: Phrases) -> str:
    """The entry of one posting: the same in the feed of every term that it bears."""
    return "<entry>" + "".join(_parts(entry, body, say)) + "</entry>\n"


def _parts(entry: Entry, body: Body, say: Phrases) -> Iterator[str]:
    p = entry.posting
    yield element("id", entry.id)
    yield element("title", p.title, xml_lang=p.language)
    yield element("updated", stamp(entry.updated))
    yield element("published", stamp(entry.posted_at))
    yield f"<author>{element('name', entry.company.name)}{_uri(entry)}</author>"
    yield element("link", rel="alternate", type="text/html", hreflang=p.language, href=entry.url)
    if entry.markdown:
        yield element("link", rel="alternate", type="text/markdown", hreflang=p.language, href=entry.markdown)
    for term, name in tags(entry, say).items():
        yield element("category", term=term, **({} if name == term else {"label": name}))
    if p.teaser:
        yield element("summary", p.teaser, xml_lang=p.language)
    yield element("content", content(entry, body, say), type="html", xml_lang=p.language, xml_base=entry.url)


def _uri(entry: Entry) -> str:
    return element("uri", entry.company.url) if entry.company.url else ""
