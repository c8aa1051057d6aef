"""Work with days in the office is hybrid, not remote.

Search engines show as remote only what is remote every day; some days at home do not make a posting remote, and
marking it so counts as misleading.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`jobLocationType`)

Passes:

    ---
    title: Data Engineer
    workplace: hybrid
    locations: [{city: Lisbon, country: PT}]
    ---
    You are in the office two days a week.

Fails:

    ---
    title: Data Engineer
    workplace: remote
    applicants: {countries: [PT]}
    ---
    You are in the office two days a week.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.model import Posting

ID = "hybrid-marked-remote"
SEVERITY = Severity.WARNING

_NUMBER = (
    r"(?:\d|one|two|three|four|einen|eine|zwei|drei|vier|un|deux|trois|quatre|um|dois|duas|três|quatro|dos|tres|cuatro)"
)
_OFFICE = r"(?:the|our)(?: [\w-]+)? offices?"
_HYBRID = re.compile(
    r"hybrid[- ](?:work\w*|model|role|position|job|schedule|set-?up|arrangement|policy|basis|remote)\b"
    rf"|(?:in|at|from|to) {_OFFICE},? (?:for |at least |about )*{_NUMBER}(?:[-–]{_NUMBER})? days?\b"
    rf"|(?:in|at|from|to) {_OFFICE} (?:once|twice|{_NUMBER} times) (?:a|per|each|every) week\b"
    rf"|{_NUMBER}\+? days? (?:(?:a|per|each|every) week )?(?:(?:in|at|from) {_OFFICE}|on[- ]?site|in.office)\b"
    r"|hybride[mnrs]? (?:arbeit\w*|modell\w*|stelle)"
    rf"|{_NUMBER} tage?n? (?:(?:pro|die|in der) woche )?(?:im büro|vor ort)\b"
    r"|(?:travail|mode|poste|rythme) hybride|télétravail partiel"
    rf"|{_NUMBER} jours? (?:par semaine )?(?:au bureau|sur site|en présentiel)\b"
    r"|(?:modelo|regime|formato|trabalho|trabajo|régimen) híbrido"
    rf"|{_NUMBER} dias? (?:por|à) semana (?:no escritório|presencia\w+)"
    rf"|{_NUMBER} días? (?:por|a la) semana (?:en la oficina|presencia\w+)"
)
_NEAR = re.compile(
    r"hybrid|híbrid|offices?\b|on[- ]?site|büro|vor ort|bureau|sur site|présentiel|presencia|escritório|oficina|partiel"
)
"""Without one of these there is nothing to look for, and it is looked for around them only."""
BEFORE, AFTER = 60, 30


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    if not posting.remote:
        return
    text = context.text(posting)
    for near in _NEAR.finditer(text.folded):
        start = max(0, near.start() - BEFORE)
        if match := _HYBRID.search(text.folded, start, near.end() + AFTER):
            yield text.finding(
                f"the posting is marked remote, and its text says {quote(text.whole[match.start() : match.end()])}",
                "Write `workplace: hybrid` and the office under `locations`",
                match.start(),
            )
            return
