"""A posting's text is long enough to be complete.

Search engines ask for responsibilities, qualifications, skills, hours, education and experience, and do not allow
incomplete descriptions; below 60 words there is hardly room. In scripts without spaces, as Japanese, two characters
count as a word.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`description`)

Passes:

    ---
    title: Barista
    ---
    You make coffee in our shop at the station, from the first train at half past five until two in the afternoon. You
    take the orders, know the regulars, keep the machine clean and close the till. We are five people, and one of us
    shows you everything in the first two weeks. You need no training in coffee: you like being up early, you do sums
    in your head, and you speak Portuguese and some English. The shifts are fixed two weeks ahead, five days a week,
    with every second Sunday free.

Fails:

    ---
    title: Barista
    ---
    You make coffee in our shop at the station.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.model import Posting

ID = "description-short"
SEVERITY = Severity.WARNING
WORDS = 60
"""Words below which a text cannot name the work, what it asks for and what it gives. The number is our own."""


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    length = context.text(posting).length
    if 0 < length < WORDS:
        words = "1 word" if length == 1 else f"{length} words"
        yield Finding(
            f"the text has {words}, and search engines refuse incomplete descriptions",
            "Say what one does, what one needs, the hours, and what comes with the job",
            line=context.text(posting).source.body_line,
        )
