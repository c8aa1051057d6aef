"""A title names the job and does not advertise it.

"Urgent", "great opportunity" and "join us" are no part of a job's name: search engines ask for the name alone.

Passes:

    ---
    title: Urgent Care Nurse
    ---

Fails:

    ---
    title: Nurse - join our great team
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.titles import instead
from ssg.model import Posting

ID = "title-enticing"
SEVERITY = Severity.WARNING

_ENTICING = re.compile(
    r"(?<!\w)(?:urgent(?:ly)?(?! care)(?:\s+(?:hiring|needed|wanted))?"
    r"|(?:we(?:'re| are) )?hiring(?! (?:manager|partner|lead))"
    r"|wanted|needed|immediate start|start(?:ing)? immediately|asap|apply (?:now|today)|join (?:us|our)\b.*"
    r"|(?:great|exciting|unique|amazing) (?:opportunity|job|role|team).*|dream job|sign-?on bonus|top pay"
    r"|^(?:job|vacancy|position|stelle|stellenangebot|jobangebot|offre(?: d'emploi)?|poste|vaga|emprego"
    r"|oferta(?: de empleo)?|empleo|vacante)\s*[:–-]|^(?:wir )?suchen\b|^sucht\b|dringend(?: gesucht)?"
    r"|gesucht|ab sofort|sofort|traumjob|wir suchen|rejoignez\b.*|recrute|recherch(?:e|ons)\b"
    r"|contrata-se|procura-se|vaga urgente|junte-se\b.*|se busca|buscamos|únete\b.*)(?!\w)",
    re.IGNORECASE,
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if match := _ENTICING.search(posting.title):
        hint = instead(posting.title, *match.span(), "the text may say the rest")
        message = f"the title {quote(posting.title)} advertises: {quote(match.group())}"
        yield Finding(message, hint, field=("title",))
