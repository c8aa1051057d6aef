"""A title names the job, not the place.

Search engines show the place beside the title and take it from `locations`, `workplace` and `applicants`; a title
that repeats it matches fewer searches. Looked for are the posting's own towns, regions and countries, and words for
remote, hybrid and on-site work where they stand apart from the job's name.
Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (`title`)

Passes:

    ---
    title: Remote Sensing Analyst
    locations: [{city: Lisbon, country: PT}]
    ---

Fails:

    ---
    title: Sensing Analyst in Lisbon
    locations: [{city: Lisbon, country: PT}]
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.l10n import LANGUAGES, country
from ssg.lint.context import Context
from ssg.lint.finding import Finding, quote
from ssg.lint.titles import instead
from ssg.model import Posting

ID = "title-place"
SEVERITY = Severity.WARNING

_WAYS = (
    r"(?:100\s?%\s*|fully?[ -]|teil)?(?:remote|hybrid[eo]?|h[íi]brido|remoto|on-?site|home[ -]?office"
    r"|work from home|wfh|t[ée]l[ée]travail|teletrabalho|teletrabajo|pr[ée]sentiel|presencial)"
)
_WAY = re.compile(rf"[(\[]\s*({_WAYS})\b[^)\]]*[)\]]|(?:[-–—|,/·]|\bin)\s*({_WAYS})\s*$|\s({_WAYS})$", re.IGNORECASE)
_FIRST = re.compile(r"(remote)\s(?!sens|monitor|operat|access|patient|pilot|infra|hand)", re.IGNORECASE)
"""`Remote Developer`, where the posting is marked so; "Remote Sensing Analyst" is a job's name."""
_AREA = re.compile(r"[(\[]\s*(US|USA|UK|EU|EMEA|APAC|LATAM|DACH)\b[^)\]]*[)\]]")


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    title = posting.title
    for name in _own_places(posting):
        at = title.find(name)
        if at >= 0 and not title[at - 1 : at].isalnum() and not title[at + len(name) :][:1].isalnum():
            hint = instead(title, at, at + len(name), "the place stands in `locations` or `applicants`")
            yield Finding(f"the title {quote(title)} names the place {quote(name)}", hint, field=("title",))
            return
    if match := _AREA.search(title):
        hint = instead(title, *match.span(), "the area stands in `applicants`")
        yield Finding(f"the title {quote(title)} names the place {quote(match[1])}", hint, field=("title",))
    elif match := _WAY.search(title) or (_FIRST.match(title) if posting.remote else None):
        hint = instead(title, *match.span(), "`workplace` says it")
        said = quote(next(group for group in match.groups() if group))
        yield Finding(f"the title {quote(title)} says where the work is done: {said}", hint, field=("title",))


def _own_places(posting: Posting) -> list[str]:
    """Names that this posting's places go by, longest first."""
    names = {name for at in posting.locations for name in (at.city, at.region) if name and len(name) > 2}
    codes = {at.country for at in posting.locations} | set(posting.applicants.countries if posting.applicants else ())
    names |= {country(code, language) for code in codes for language in (posting.language, *LANGUAGES)}
    return sorted(names, key=lambda name: (-len(name), name))
