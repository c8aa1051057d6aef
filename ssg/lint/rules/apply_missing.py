"""A posting says how to apply.

Search engines do not allow adverts without a way to apply, and a reader who is convinced has to find one. Drafts are
left alone.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting#content-policies

Passes:

    ---
    title: Barista
    apply: {email: jobs@acme.example}
    ---

Fails:

    -- site.yaml --
    title: Careers
    base_url: https://acme.example/
    companies: {acme: {name: Acme}}
    -- content/postings/barista.md --
    ---
    title: Barista
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting
from ssg.site import Life

ID = "apply-missing"
SEVERITY = Severity.ERROR
LIVES: frozenset[Life] = frozenset({"scheduled", "open", "closing"})


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if posting.apply is None and context.config.apply is None:
        yield Finding(
            "nothing says how to apply",
            'Write `apply: {url: "https://…"}` or `apply: {email: …}`, or `apply:` in site.yaml for every posting',
        )
