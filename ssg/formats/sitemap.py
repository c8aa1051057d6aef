"""sitemap.xml: every page that may be found, with its true last change. https://www.sitemaps.org/protocol.html"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from ssg.formats.entry import Version, stamp
from ssg.formats.markup import DECLARATION, element, escape

MOST_PAGES = 50_000
MOST_BYTES = 45_000_000
"""The protocol allows 50 MB; this leaves room for the frame."""
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
X_DEFAULT = "x-default"


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page: its absolute address, the content's last change (None when it is not known), its other languages.

    `versions` holds this page too when there is more than one; the first one is for readers of any other language.
    """

    url: str
    updated: datetime | None = None
    versions: tuple[Version, ...] = ()


def sitemap(pages: Iterable[SitemapPage], base_url: str, most: int = MOST_PAGES) -> dict[str, str]:
    """Output files by path: `sitemap.xml` alone, or as the index of `sitemap-1.xml`, `sitemap-2.xml` and so on."""
    rows = ((page, _url(page)) for page in sorted(pages, key=lambda page: page.url))
    chunks = list(_chunks(rows, most)) or [[]]
    if len(chunks) == 1:
        return {"sitemap.xml": _urlset(chunks[0])}
    files = {f"sitemap-{number}.xml": _urlset(chunk) for number, chunk in enumerate(chunks, 1)}
    return {"sitemap.xml": _index(base_url, list(files), chunks), **files}


Row = tuple[SitemapPage, str]
"""A page and its element."""


def _chunks(rows: Iterable[Row], most: int) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    size = 0
    for row in rows:
        length = len(row[1].encode())
        if chunk and (len(chunk) == most or size + length > MOST_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(row)
        size += length
    if chunk:
        yield chunk


def _urlset(rows: Sequence[Row]) -> str:
    return f"{DECLARATION}<urlset {NAMESPACES}>\n{''.join(text for _, text in rows)}</urlset>\n"


def _url(page: SitemapPage) -> str:
    return f"<url>{element('loc', page.url)}{_lastmod(page.updated)}{''.join(_alternates(page))}</url>\n"


@lru_cache(20_000)
def _lastmod(moment: datetime | None) -> str:
    return element("lastmod", stamp(moment)) if moment else ""


def _alternates(page: SitemapPage) -> Iterator[str]:
    if len(page.versions) < 2:
        return
    for version in (*page.versions, Version(X_DEFAULT, page.versions[0].url)):
        yield f'<xhtml:link rel="alternate" hreflang="{escape(version.language)}" href="{escape(version.url)}"/>'


def _index(base_url: str, names: Sequence[str], chunks: Sequence[Sequence[Row]]) -> str:
    rows = "".join(
        f"<sitemap>{element('loc', base_url + name)}{_newest(chunk)}</sitemap>\n"
        for name, chunk in zip(names, chunks, strict=True)
    )
    return f'{DECLARATION}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</sitemapindex>\n'


def _newest(rows: Iterable[Row]) -> str:
    changes = [page.updated for page, _ in rows if page.updated]
    return _lastmod(max(changes, default=None))
