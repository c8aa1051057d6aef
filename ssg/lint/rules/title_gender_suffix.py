"""A title's gender suffix is a choice to make knowingly.

"(m/w/d)" and "(H/F)" are customary in German and French adverts, and the law asks there for adverts that address
everyone. Search engines see signs that are no part of the job's name. A name that includes everyone, as
"Entwickler:in" or "Assistant de direction ou assistante de direction", needs no suffix; whoever keeps it does no wrong,
and is told of it once a site.

Passes:

    ---
    title: Entwickler:in Suche
    language: de
    ---

Fails:

    ---
    title: Entwickler Suche (m/w/d)
    language: de
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, ignores, quote
from ssg.lint.titles import without
from ssg.model import Posting

ID = "title-gender-suffix"
SEVERITY = Severity.ADVICE

_SUFFIX = re.compile(
    r"[(\[]\s*(?:[mwfdhx]\s?(?:[/|,*.-]\s?[mwfdxhi]\s?){1,3}|gn|all genders|alle geschlechter)\s*[)\]]"
    r"|(?<!\w)(?:h/f(?:/x)?|f/h(?:/x)?|[mwf]/[mwf](?:/[dx])?)\s*$",
    re.IGNORECASE,
)


def check_site(context: Context) -> Iterator[Finding]:
    """One finding, at the first posting by path that is to hear of it."""
    with_suffix = [p for p in context.listed() if _SUFFIX.search(p.title) and not ignores(p, ID)]
    for posting in with_suffix[:1]:
        others = len(with_suffix) - 1
        more = f", and so {'do' if others > 1 else 'does'} {others} more" if others else ""
        yield _finding(posting, more)


def _finding(posting: Posting, more: str) -> Finding:
    match = _SUFFIX.search(posting.title)
    said, plain = (match.group(), without(posting.title, *match.span())) if match else ("", "")
    name = f' of "{plain}"' if plain else ""
    return Finding(
        f"the title {quote(posting.title)} ends in {quote(said)}, which search engines read as part of it{more}",
        f"Where your law allows, write a form{name} that includes everyone; or keep it and switch this rule off",
        field=("title",),
        path=posting.path,
    )
