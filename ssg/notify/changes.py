"""What is different between two `jobs.json`: which postings appeared, changed or left."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ssg.diagnostics import UsageError

What = Literal["appeared", "changed", "left"]
Jobs = Mapping[str, Any]
"""A `jobs.json` as `read_jobs` gives it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One posting that is different now: its pages in every language, the site's first one first."""

    what: What
    slug: str
    urls: tuple[str, ...]


def read_jobs(data: bytes, name: str) -> Jobs:
    """A `jobs.json` from its bytes; raises UsageError, which names it, when it is none."""
    try:
        found = json.loads(data)
        jobs = found["jobs"]
        whole = isinstance(found["home"], str) and all(isinstance(j["slug"], str) and j["url"] for j in jobs)
    except (ValueError, KeyError, TypeError, RecursionError):
        whole = False
    if not whole:
        raise UsageError(f"{name} is no jobs.json of this program")
    return dict(found)


def compare(old: Jobs | None, new: Jobs) -> tuple[Change, ...]:
    """What is in `new` and was not in `old`, is not the same, or is no longer there; sorted, what appeared first.

    `old` is None when nothing was published before. Only addresses below the home of `new` count: a site that moved
    has no say over its old host.
    """
    before, now = _by_slug(old), _by_slug(new)
    base = str(new["home"])
    changes = [
        *(_change("appeared", now[slug], base) for slug in sorted(now.keys() - before.keys())),
        *(_change("left", before[slug], base) for slug in sorted(before.keys() - now.keys())),
        *(
            _change("changed", now[slug], base)
            for slug in sorted(before.keys() & now.keys())
            if _told(before[slug]) != _told(now[slug])
        ),
    ]
    return tuple(change for change in changes if change.urls)


def _by_slug(jobs: Jobs | None) -> dict[str, Mapping[str, Any]]:
    return {job["slug"]: job for job in (jobs or {}).get("jobs", ())}


def _told(job: Mapping[str, Any]) -> tuple[Any, Any]:
    """What tells one state of a posting from another; its life (`closing`) changes nothing that was written."""
    return job.get("digest"), job["url"]


def _change(what: What, job: Mapping[str, Any], base: str) -> Change:
    others = job.get("alternates")
    found: Iterable[Any] = others.values() if isinstance(others, dict) else ()
    urls = dict.fromkeys([job["url"], *found])
    return Change(what, job["slug"], tuple(url for url in urls if isinstance(url, str) and url.startswith(base)))
