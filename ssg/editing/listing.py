"""The postings as a list to look at: a row each, with its life and what is wrong with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from ssg.diagnostics import Diagnostic, Severity
from ssg.model import Posting
from ssg.site import Life, Site

State = Literal["broken", Life]
STATES: tuple[str, ...] = ("broken", *get_args(Life))
POSTINGS = "content/postings/"


@dataclass(frozen=True, slots=True)
class Row:
    """One posting. `state` is its life, or `broken` when its file cannot be read; then most is None."""

    slug: str
    path: str
    title: str | None
    company: str | None
    department: str | None
    state: str
    date_posted: date | None
    valid_through: date | None
    date_closed: date | None
    place: str | None
    url: str | None
    problems: Mapping[Severity, int]

    def as_json(self) -> dict[str, Any]:
        """The row for programs: days as YYYY-MM-DD, problems as a count for each severity."""
        days = {name: day and day.isoformat() for name, day in self._days().items()}
        counts = {severity.value: self.problems.get(severity, 0) for severity in Severity}
        plain = ("slug", "path", "title", "company", "department", "state", "place", "url")
        return {name: getattr(self, name) for name in plain} | days | {"problems": counts}

    def _days(self) -> dict[str, date | None]:
        return {"date_posted": self.date_posted, "valid_through": self.valid_through, "date_closed": self.date_closed}


def rows(site: Site, problems: Iterable[Diagnostic]) -> tuple[Row, ...]:
    """A row for each posting of the site, the newest first, and one for each file that could not be read."""
    found: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for problem in problems:
        found[problem.path][problem.severity] += 1
    postings = [versions[""] for versions in site.versions.values()]
    read = {posting.path for versions in site.versions.values() for posting in versions.values()}
    broken = (path for path in sorted(found) if path.startswith(POSTINGS) and path not in read)
    newest_first = sorted(postings, key=lambda p: (-p.date_posted.toordinal(), p.slug))
    return (*(_broken(path, found[path]) for path in broken), *(_row(p, site, found[p.path]) for p in newest_first))


def _row(posting: Posting, site: Site, problems: Mapping[Severity, int]) -> Row:
    return Row(
        slug=posting.slug,
        path=posting.path,
        title=posting.title,
        company=posting.company,
        department=posting.department,
        state=site.lives[posting.slug],
        date_posted=posting.date_posted,
        valid_through=posting.valid_through,
        date_closed=posting.date_closed,
        place=place_of(posting),
        url=f"{site.config.base_url}jobs/{posting.slug}/",
        problems=dict(problems),
    )


def _broken(path: str, problems: Mapping[Severity, int]) -> Row:
    slug = path.rpartition("/")[2].removesuffix(".md")
    return Row(slug, path, None, None, None, "broken", None, None, None, None, None, dict(problems))


def place_of(posting: Posting) -> str:
    """Where the work is, in few words and codes: `Lisbon, PT (hybrid)`, `Remote (US, CA)`; empty when nobody says."""
    where = "; ".join(", ".join(filter(None, (p.city or p.region, p.country))) for p in posting.locations)
    if not posting.remote:
        return f"{where} (hybrid)" if posting.workplace == "hybrid" and where else where
    who = ", ".join(_who(posting)) or where
    return f"Remote ({who})" if who else "Remote"


def _who(posting: Posting) -> Iterator[str]:
    if posting.applicants:
        yield from ("anywhere",) if posting.applicants.worldwide else ()
        yield from posting.applicants.countries
        yield from posting.applicants.regions
