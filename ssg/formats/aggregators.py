"""The job aggregators that site.yaml `feeds` can name, and what keeps a posting out of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ssg import l10n
from ssg.config import Feed
from ssg.diagnostics import Diagnostic, Severity
from ssg.formats.adzuna import ADZUNA, COUNTRIES
from ssg.formats.entry import Bodies, Entry
from ssg.formats.indeed import INDEED
from ssg.formats.jooble import JOOBLE
from ssg.formats.linkedin import LINKEDIN
from ssg.formats.listing import Aggregator, Job
from ssg.formats.phrases import PhraseBook
from ssg.formats.talent import TALENT
from ssg.formats.ziprecruiter import ZIPRECRUITER

AGGREGATORS: Mapping[Feed, Aggregator] = {
    aggregator.key: aggregator for aggregator in (ADZUNA, INDEED, JOOBLE, LINKEDIN, TALENT, ZIPRECRUITER)
}
RULE = "feed-tag-missing"

_COUNTRY = (
    "Write where the work is, `locations: [{city: Lisbon, country: PT}]`, "
    "or from where one may apply, `applicants: {countries: [PT]}`"
)
_PLACE_HINTS = {
    "location": _COUNTRY,
    "country": _COUNTRY,
    "region": "Write where the work is: `locations: [{city: Seattle, region: WA, country: US}]`",
    "city": "Write the town: `locations: [{city: Seattle, region: WA, country: US}]`",
    "state": "Write the state or region of the town: `locations: [{city: Seattle, region: WA, country: US}]`",
}
"""By tag, the widest first."""


def feed_diagnostics(name: Feed, entries: Iterable[Entry], bodies: Bodies, book: PhraseBook) -> Iterator[Diagnostic]:
    """A warning for each job that the aggregator's file leaves out, naming the tags and what to write.

    One warning tells of the whole posting where all of its places lack the same.
    """
    aggregator = AGGREGATORS[name]
    for entry in entries:
        long_enough = aggregator.is_long_enough(entry, bodies[entry.posting.source], book)
        jobs = tuple(aggregator.jobs(entry, "long enough" if long_enough else "", book))
        same = len({job.lacking for job in jobs}) == 1
        for job in jobs[:1] if same else jobs:
            if job.lacking:
                yield _left_out(aggregator, job, "the posting" if same else f"the job in {_place(job)}")


def _place(job: Job) -> str:
    return l10n.place(job.listing.place, "en") if job.listing.place else "no place"


def _left_out(aggregator: Aggregator, job: Job, what: str) -> Diagnostic:
    tags = l10n.joined((f"`{tag}`" for tag in job.lacking), "en")
    return Diagnostic(
        path=job.listing.entry.posting.path,
        rule=RULE,
        message=f"{what} is left out of {aggregator.file}: {aggregator.name} wants {tags}, which it does not give",
        hint=". ".join(_hints(aggregator, job)),
        severity=Severity.WARNING,
    )


def _hints(aggregator: Aggregator, job: Job) -> Iterator[str]:
    """What to write for the tags that are lacking; what names a place is said once, as the widest of them asks it."""
    if aggregator is ADZUNA and "country" in job.lacking and job.listing.place:
        yield f"Adzuna lists jobs of these countries alone: {', '.join(sorted(COUNTRIES))}"
    else:
        yield from (_PLACE_HINTS[tag] for tag in [tag for tag in _PLACE_HINTS if tag in job.lacking][:1])
    if "description" in job.lacking:
        yield f"Write a text of at least {aggregator.shortest} characters"
    if "posterEmail" in job.lacking:
        yield "Write who answers questions: `contact: {email: people@example.org}`"
