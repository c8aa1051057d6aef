"""A link's words say where it leads.

"Here" means nothing to people who go from link to link, by keyboard or by ear. Nor should the words be one
address and the target another.

Passes:

    ---
    title: Barista
    ---
    Read [how we hire](https://acme.example/hiring).

Fails:

    ---
    title: Barista
    ---
    How we hire is [here](https://acme.example/hiring).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "link-text"
SEVERITY = Severity.WARNING

_EMPTY_WORDS = frozenset(
    (
        "here, click here, click, link, this link, this, this page, read more, more, learn more, more info, see here, "
        "hier, hier klicken, klick hier, klicken sie hier, mehr, mehr erfahren, weiterlesen, dieser link, "
        "ici, cliquez ici, cliquer ici, en savoir plus, lire la suite, ce lien, "
        "aqui, clique aqui, saiba mais, saber mais, ler mais, este link, "
        "aquí, haz clic aquí, haga clic aquí, pulsa aquí, más información, leer más, este enlace"
    ).split(", ")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    text = context.text(posting)
    for link in text.outline.links:
        words = " ".join(link.text.split()).strip(" .…:!>»→").casefold()
        if not words:
            message = f"the link to {link.href} has no words"
        elif words in _EMPTY_WORDS:
            message = f"the link {quote(link.text)} does not say where it leads"
        elif _ADDRESS.fullmatch(link.text) and link.text.rstrip("/") != link.href.rstrip("/"):
            message = f"the link {quote(link.text)} leads to another address, {link.href}"
        else:
            continue
        hint = "Write what one finds there, as in `[how we hire](/hiring-process/)`"
        yield text.line_finding(message, hint, link.line, f"[{link.text}" if link.text else f"[]({link.href}")
