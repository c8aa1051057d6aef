"""The job aggregators that site.yaml `feeds` can name, and what keeps a posting out of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ssg.config import Feed
from ssg.diagnostics import Diagnostic, Severity
from ssg.formats.adzuna import ADZUNA, COUNTRIES
from ssg.formats.entry import Bodies, Entry
from ssg.formats.indeed import INDEED
from ssg.formats.jooble import JOOBLE
from ssg.formats.linkedin import LINKEDIN
from ssg.formats.listing import Aggregator
from ssg.formats.talent import TALENT
from ssg.formats.ziprecruiter import ZIPRECRUITER

AGGREGATORS: Mapping[Feed, Aggregator] = {
    aggregator.key: aggregator for aggregator in (ADZUNA, INDEED, JOOBLE, LINKEDIN, TALENT, ZIPRECRUITER)
}
RULE = "feed-tag-missing"

_HINTS = {
    "city": "Write the town: `locations: [{city: Seattle, region: WA, country: US}]`",
    "state": "Write the state or region of the town: `locations: [{city: Seattle, region: WA, country: US}]`",
    "region": "Write where the work is: `locations: [{city: Seattle, region: WA, country: US}]`",
    "location": "Write where the work is, `locations: [{city: Lisbon, country: PT}]`, "
    "or from where one may apply, `applicants: {countries: [PT]}`",
    "country": "Write where the work is, `locations: [{city: Lisbon, country: PT}]`, "
    "or from where one may apply, `applicants: {countries: [PT]}`",
    "posterEmail": "Write who answers questions: `contact: {email: people@example.org}`",
}


def feed_diagnostics(name: Feed, entries: Iterable[Entry], bodies: Bodies) -> Iterator[Diagnostic]:
    """A warning for each posting that the aggregator's file leaves out, naming the tag and what to write."""
    aggregator = AGGREGATORS[name]
    for entry in entries:
        for tag in aggregator.missing(entry, bodies[entry.posting.source]):
            yield Diagnostic(
                path=entry.posting.path,
                rule=RULE,
                message=f"the posting is left out of {aggregator.file}: "
                f"{aggregator.name} wants `{tag}`, which it does not give",
                hint=_hint(aggregator, tag, entry),
                severity=Severity.WARNING,
            )


def _hint(aggregator: Aggregator, tag: str, entry: Entry) -> str:
    if tag == "description":
        return f"Write a text of at least {aggregator.shortest} characters"
    if aggregator is ADZUNA and tag == "country" and (entry.posting.locations or entry.posting.applicants):
        return f"Adzuna lists jobs of these countries alone: {', '.join(sorted(COUNTRIES))}"
    return _HINTS.get(tag, "")
