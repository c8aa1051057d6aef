"""A link within the site leads to a page that the site has.

Looked at are links that begin with a slash, which is the site's own beginning wherever it is published, with the site's
address, or that are relative to the posting's page. Links to files are left alone.

Passes:

    ---
    title: Barista
    ---
    See [all places](/locations/).

Fails:

    ---
    title: Barista
    ---
    See [our other job](/jobs/roaster/).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "link-broken"
SEVERITY = Severity.WARNING


def note(posting: Posting, context: Context) -> tuple[tuple[Finding, str], ...]:
    """A finding without a hint, and the path it is about, for each link to a page that is not there."""
    return tuple(_broken(posting, context))


def check_site(context: Context) -> Iterator[Finding]:
    """What was noted, with the page that each link may mean: looking that up is bounded for the whole site."""
    for path, broken in context.notes[ID].items():
        for finding, wanted in broken:
            guess = wanted if wanted in context.paths else context.nearest_path(wanted)
            hint = f"Write `/{guess}`" if guess else "Mend the address, or take the link out"
            yield replace(finding, hint=hint, path=path)


def _broken(posting: Posting, context: Context) -> Iterator[tuple[Finding, str]]:
    text = context.text(posting)
    for link in text.outline.links:
        path = _path(link.href, posting, context)
        if path is None or _is_file(path) or path in context.paths:
            continue
        if path.startswith("/"):
            message = f"the link {quote(link.href)} leads out of the site, which begins at {context.config.base_path}"
        else:
            message = f"the link {quote(link.href)} leads to a page that the site does not have"
        yield text.line_finding(message, "", link.line, link.href), path.lstrip("/")


def _path(href: str, posting: Posting, context: Context) -> str | None:
    """The path below the site's root; beginning with a slash when it is outside; None for another site."""
    base, base_path = context.config.base_url, context.config.base_path
    if href.startswith("/") and not href.startswith(("//", base_path)):
        href = base_path + href[1:]
    page = urljoin(base, context.page_of(posting))
    try:
        parts, home = urlsplit(urljoin(page, href)), urlsplit(base)
    except ValueError:
        return None
    if not href or href.startswith("#") or (parts.scheme, parts.netloc) != (home.scheme, home.netloc):
        return None
    path = unquote(parts.path)
    path = path.removesuffix("index.html")
    return path[len(home.path) :] if path.startswith(home.path) else path


def _is_file(path: str) -> bool:
    return "." in path.rstrip("/").rsplit("/", 1)[-1]
