"""A title names the job, not its number.

A job code means nothing to a reader; `identifier` keeps it, for your system and for search engines.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`title`)

Passes:

    ---
    title: ISO 27001 Auditor
    identifier: ENG-123
    ---

Fails:

    ---
    title: Auditor (ENG-123)
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

ID = "title-code"
SEVERITY = Severity.WARNING

_CODE = re.compile(
    r"#\s?\d{2,}"
    r"|\b(?:(?i:ref|req|job|jr|kennziffer|réf|requisition)(?:[.:#°-]|\b)\s*(?i:id|nr|no|code)?[.:#°-]?\s*"
    r"|(?:ID|Nr|No|N°)[.:# -]\s*)[A-Za-z]{0,4}[-_]?\d{2,}[\w-]*"
    r"|\b(?!(?:ISO|IEC|DIN|EN|RFC|IEEE|COVID|SOC|PCI|AS|CVE|MIL|NIST|MS|AZ|DO|BS|IFRS|IAS)-)[A-Z]{2,5}-\d{3,}\b"
    r"|[(\[]\s*\d{3,}\s*[)\]]|(?<=\s)\d{5,}$"
)


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    title, own = posting.title, posting.identifier
    if own and len(own) > 2 and any(c.isdigit() for c in own) and own in title:
        start, end = title.index(own), title.index(own) + len(own)
    elif match := _CODE.search(title):
        start, end = match.span()
    else:
        return
    code = title[start:end].strip("()[] ")
    number = code.split()[-1].lstrip("#")
    hint = instead(title, start, end, f"write the number as `identifier: {number}`")
    yield Finding(f"the title {quote(title)} holds a job number: {quote(code)}", hint, field=("title",))
