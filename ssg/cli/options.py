"""Options that several commands take, and what the machine says in their place."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click


class IsoDay(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "yyyy-mm-dd"

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


NAME, ADDRESS = "NAME", "ADDRESS"
"""What stands for a value in the help."""


class Whole(click.ParamType[int]):
    """A whole number between two bounds, both allowed."""

    name = "n"

    def __init__(self, lowest: int, highest: int) -> None:
        self._lowest, self._highest = lowest, highest

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = int(value) if re.fullmatch(r"\d{1,9}", str(value), re.ASCII) else -1
        if not self._lowest <= number <= self._highest:
            self.fail(f"`{value}` is not a whole number from {self._lowest} to {self._highest}", param, ctx)
        return number


def examples(*lines: str) -> str:
    """The end of a command's help: lines that may be typed as they stand."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


today_option = click.option("--today", type=IsoDay(), help="The day that it is. Default: today by the site's clock.")
jobs_option = click.option("--jobs", type=Whole(1, 256), help="Processes to work with. Default: one a core.")
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
