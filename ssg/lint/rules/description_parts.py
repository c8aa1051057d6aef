"""A posting's headings tell the work from what it asks for.

The headings that site.yaml lists under `sections` also fill `responsibilities` and `qualifications` in the
structured data. A posting with headings of which none is listed there leaves both empty.

Passes:

    ---
    title: Barista
    ---
    ## What you will do

    Make coffee.

Fails:

    ---
    title: Barista
    ---
    ## Your mornings

    You make coffee.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "description-parts"
SEVERITY = Severity.ADVICE
_USUAL = {
    "de": ("Aufgaben",),
    "fr": ("Missions",),
    "pt": ("Responsabilidades",),
    "es": ("Funciones", "Responsabilidades"),
}
"""How the first part is named in a language, where site.yaml knows the name."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    sections = context.config.sections
    known = [name for key in ("responsibilities", "qualifications") for name in sections.get(key, ())]
    headings = context.text(posting).outline.headings
    if headings and not {name.casefold() for name in known} & {heading.text.casefold() for heading in headings}:
        name = next((n for n in _USUAL.get(posting.language[:2], ()) if n in known), (known or ["What you will do"])[0])
        yield context.text(posting).line_finding(
            f"no heading is one that site.yaml `sections` knows; the first one here is {quote(headings[0].text)}",
            f"Name a part {quote(name)}, or add your headings to `sections` in site.yaml",
            headings[0].line,
        )
