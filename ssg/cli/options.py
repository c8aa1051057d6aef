"""Options that several commands take, and what the machine says in their place."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click


class IsoDay(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is not a day written as YYYY-MM-DD", param, ctx)


class Folder(click.Path):
    """A folder by its name; no name, as of a variable of the shell that is not set, is not the folder one is in."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("the folder's name is empty", param, ctx)
        return super().convert(value, param, ctx)


today_option = click.option("--today", type=IsoDay(), help="The day to build for, in place of the clock's.")
jobs_option = click.option("--jobs", type=click.IntRange(1, 256), help="Processes to work with. Default: one a core.")
drafts_option = click.option("--drafts", is_flag=True, help="Show drafts and scheduled postings too.")
strict_option = click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    help="How problems are written. Default: text, and github inside GitHub Actions.",
)


def site_today(root: Path, today: date | None) -> date:
    """The day asked for, or the one that it is now in the site's time zone."""
    from ssg.build.inputs import site_day

    return today or site_day(root, datetime.now(UTC))


def cores() -> int:
    """Processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
