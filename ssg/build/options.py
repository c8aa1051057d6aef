"""What a build is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ssg.diagnostics import Diagnostic

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


@dataclass(frozen=True)
class BuildOptions:
    """Everything about a build that is not in the site's folder; `output` may be relative to the root.

    `environment` is where PAGEFIND_BINARY_PATH is looked up. `executor` makes a pool of so many workers, in place
    of processes on this machine. `index_later` leaves the search index as it is, for a build that follows.
    """

    today: date
    output: Path = Path("_site")
    base_url: str | None = None
    drafts: bool = False
    jobs: int = 1
    cache: bool = True
    search: bool = True
    index_later: bool = False
    strict: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)
    executor: Callable[[int], Executor] | None = None
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a build: how long it took, and how many of how many things had to be done anew."""

    name: str
    seconds: float
    done: int = 0
    of: int = 0


@dataclass(frozen=True)
class Built:
    """What a build did.

    `summary` counts the postings by their life, and `files`. `unchanged` says that nothing had to be done at all.
    """

    output: Path
    summary: Mapping[str, int]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    stages: tuple[Stage, ...]
    unchanged: bool = False
