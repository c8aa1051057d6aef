"""A title's gender suffix is a choice to make knowingly.

"(m/w/d)" and "(H/F)" are customary in German and French adverts, and the law asks there for adverts that address
everyone. Search engines see signs that are no part of the job's name. A name that includes everyone, as
"Entwickler:in" or "Assistant de direction ou assistante de direction", needs no suffix; whoever keeps it does no wrong.

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
from ssg.lint.finding import Finding, quote
from ssg.lint.titles import without
from ssg.model import Posting

ID = "title-gender-suffix"
SEVERITY = Severity.ADVICE

_SUFFIX = re.compile(
    r"[(\[]\s*(?:[mwfdhx]\s?(?:[/|,*.-]\s?[mwfdxhi]\s?){1,3}|gn|all genders|alle geschlechter)\s*[)\]]"
    r"|(?<!\w)(?:h/f(?:/x)?|f/h(?:/x)?|[mwf]/[mwf](?:/[dx])?)\s*$",
    re.IGNORECASE,
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if match := _SUFFIX.search(posting.title):
        plain = without(posting.title, *match.span())
        name = f' of "{plain}"' if plain else ""
        yield Finding(
            f"the title {quote(posting.title)} ends in {quote(match.group())}, which search engines read as part of it",
            f"Where your law allows, write a form{name} that includes everyone; or keep it and ignore this rule",
            field=("title",),
        )
