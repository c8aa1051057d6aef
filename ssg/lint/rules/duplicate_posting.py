"""Two postings of one employer do not have nearly the same text.

A job at several places is one posting with several `locations`: search engines ask for that, and treat copies as spam.
Two jobs that only share much of their text, as two levels of one trade, are told apart better by what differs. Compared
are the sentences; four in five alike are too many.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`jobLocation`)

Passes:

    -- content/postings/one.md --
    ---
    title: Barista
    ---
    You make coffee. You know the guests. You close the till. You clean the machine.
    -- content/postings/two.md --
    ---
    title: Roaster
    ---
    You roast coffee. You know the farmers. You test each bag. You clean the drum.

Fails:

    -- content/postings/one.md --
    ---
    title: Barista
    ---
    You make coffee. You know the guests. You close the till. You clean the machine.
    -- content/postings/two.md --
    ---
    title: Barista
    ---
    You make coffee. You know the guests. You close the till. You clean the machine.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssg.content.begun import is_unfinished
from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding
from ssg.lint.likeness import Pair, Print, alike, fingerprint
from ssg.model import Posting

ID = "duplicate-posting"
SEVERITY = Severity.ADVICE


def note(posting: Posting, context: Context) -> Print | None:
    """What the text is compared by; nothing where it still is what `ssg new` wrote."""
    if is_unfinished(context.text(posting).source.body):
        return None
    return fingerprint(posting.path, (posting.company, posting.language), context.text(posting).sentences)


def check_site(context: Context) -> Iterator[Finding]:
    """One finding for each posting that is like an earlier one, by path."""
    postings = {posting.path: posting for posting in context.listed()}
    for pair in alike(list(context.notes[ID].values())):
        posting, earlier = postings[pair.name], postings[pair.earlier]
        if posting.slug != earlier.slug:
            yield _finding(pair, posting, earlier)


def _finding(pair: Pair, posting: Posting, earlier: Posting) -> Finding:
    share = "the same text as" if pair.share == 1 else f"{pair.share:.0%} of its sentences in common with"
    same_job = posting.title.casefold() == earlier.title.casefold()
    hint = (
        "Keep one of the two, with every place in its `locations`"
        if same_job
        else "Say what sets this job apart, or make one posting of the two"
    )
    return Finding(f"the posting has {share} {earlier.path}", hint, path=posting.path)
