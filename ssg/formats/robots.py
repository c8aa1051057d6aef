"""robots.txt: everything may be read, and here is the sitemap. https://www.rfc-editor.org/rfc/rfc9309"""

from __future__ import annotations


def robots(base_url: str) -> str:
    """The file for the site at `base_url`.

    Crawlers read it only at the root of a host: on a site under a path it does nothing, and search engines learn of
    the sitemap where they are told of it.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n"
