"""What a build tells the server: the site stands, or why it does not."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ssg.diagnostics import Diagnostic, SiteError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The site stands.

    `base_path` is the path that it is served under, with slashes at both ends. `summary` is one line for the
    terminal. `afterwards` is work that nobody should wait for (the search index): it is called once, in a thread of
    its own, after the browser was told to reload. A later build may be running by then; of several that wait only the
    last is called, and never two at once.
    """

    base_path: str
    summary: str = ""
    afterwards: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The site could not be built: what is wrong in its files, or, if that is not it, what `detail` says."""

    diagnostics: tuple[Diagnostic, ...] = ()
    detail: str = ""


def attempt(work: Callable[[], T]) -> T | Failed:
    """Do the work; whatever it raises becomes a Failed, so that the server outlives it."""
    try:
        return work()
    except SiteError as error:
        return Failed(error.diagnostics)
    except Exception as error:
        if type(error).__module__.startswith("ssg."):  # raised on purpose: its message says it all
            return Failed(detail=str(error))
        return Failed(detail="".join(traceback.format_exception(error)))
