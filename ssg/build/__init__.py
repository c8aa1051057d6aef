"""From a folder of Markdown to a careers site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ssg.build.options import BuildOptions, Built, Stage
from ssg.build.pipeline import build
from ssg.diagnostics import Diagnostic

__all__ = ["BuildOptions", "Built", "Stage", "build", "check"]


def check(root: Path, *, today: date, jobs: int = 1, only: tuple[str, ...] = ()) -> tuple[Diagnostic, ...]:
    """See `ssg.build.checking.check`; imported when it is called."""
    from ssg.build.checking import check as run

    return run(root, today=today, jobs=jobs, only=only)
