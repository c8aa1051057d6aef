"""Every place in the output is wanted once, also where a disk does not tell capitals or accents apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from ssg.diagnostics import Diagnostic
from ssg.pages import Planned
from ssg.pages.contexts import ClosedPage, PostingPage, ProsePage, RedirectPage
from ssg.site import Site
from ssg.theme import Theme

RULE = "same-address"
HINT = "Give one of the two another name"


def conflicts(planned: Sequence[Planned], site: Site, theme: Theme) -> Iterator[Diagnostic]:
    """Two files that want one place, or one that wants the place of a folder that another is in."""
    taken: dict[str, Planned | str] = {"pagefind/shards.json": "the search index"}
    taken |= {path.casefold(): f"the theme's {path}" for path in theme.assets.values()}
    for name in theme.static:
        other = taken.setdefault(_folded(name), f"static/{name}")
        if other != f"static/{name}":
            yield Diagnostic(f"static/{name}", RULE, f"{other} has the same name on many disks", HINT)
    for one in planned:
        other = taken.setdefault(one.path.casefold(), one)
        if other is not one:
            by = other if isinstance(other, str) else _origin(other, site)
            message = f"the address /{one.path} is wanted twice: here, and by {by}"
            yield Diagnostic(_origin(one, site), RULE, message, HINT)
    yield from _in_folders(theme, taken, site)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())


def _in_folders(theme: Theme, taken: Mapping[str, Planned | str], site: Site) -> Iterator[Diagnostic]:
    """Files of static/ that are in the way of a folder of the site, or in a folder where the site has a file."""
    tops = {path.partition("/")[0] for path in taken if "/" in path}
    for name in theme.static:
        folded = _folded(name)
        above = (folded[:at] for at, sign in enumerate(folded) if sign == "/")
        found = next((path for path in above if path in taken), None)
        if found is None and folded.partition("/")[0] in tops:
            found = next((path for path in taken if path.startswith(f"{folded}/")), None)
        if found is not None:
            other = taken[found]
            by = other if isinstance(other, str) else _origin(other, site)
            yield Diagnostic(f"static/{name}", RULE, f"/{name} and /{found} cannot both be: the other is {by}", HINT)


def _origin(planned: Planned, site: Site) -> str:
    """The file of the site's sources that a planned file comes from, as far as there is one."""
    context = planned.context
    if isinstance(context, PostingPage | ClosedPage):
        return context.posting.path
    if isinstance(context, ProsePage):
        return context.source
    old = planned.path.removesuffix("index.html").rstrip("/").rpartition("/")[2]
    postings = (v for versions in site.versions.values() for v in versions.values())
    found = (v.path for v in postings if isinstance(context, RedirectPage) and old in v.aliases)
    return next(found, f"the {planned.kind} page {planned.path}")
