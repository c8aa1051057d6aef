"""`ssg list`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssg.cli.caret import width
from ssg.cli.options import cores, examples, jobs_option, site_today, today_option
from ssg.cli.report import wants_colour
from ssg.diagnostics import Severity, seen

if TYPE_CHECKING:
    from ssg.editing.listing import Row

HEADINGS = ("status", "posting", "title", "place", "posted", "closes", "problems")
COLOURS = {"broken": "bold red", "open": "green", "closing": "yellow", "draft": "cyan", "scheduled": "cyan"}
STATES = ["broken", "draft", "scheduled", "open", "closing", "closed", "gone"]


@click.command(
    name="list",
    short_help="List the postings: status, dates, place, problems.",
    epilog=examples("ssg list", "ssg list --status closing --status draft", "ssg list --json"),
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
@click.option(
    "--status",
    "wanted",
    multiple=True,
    type=click.Choice(STATES),
    metavar="STATE",
    help=f"Only these: {', '.join(STATES)}. May be repeated.",
)
@today_option
@jobs_option
@click.pass_obj
def command(root: Path, as_json: bool, wanted: tuple[str, ...], today: date | None, jobs: int | None) -> None:
    """List the postings, the newest first: status, dates, place, and how many problems `ssg check` finds."""
    from ssg.build.checking import look_over
    from ssg.editing.listing import rows

    site, problems = look_over(root, today=site_today(root, today), jobs=jobs or cores())
    found = [row for row in rows(site, problems) if not wanted or row.state in wanted]
    if as_json:
        listed = {"version": 1, "today": site.today.isoformat(), "postings": [row.as_json() for row in found]}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    elif not found:
        click.echo(
            "No postings. `ssg new` begins one." if not wanted else f"No postings that are {' or '.join(wanted)}."
        )
    elif sys.stdout.isatty():
        _show_table(found)
    else:
        _print_aligned(found)


def _cells(row: Row) -> tuple[str, ...]:
    name = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"}
    counts = [f"{n} {name[s]}{'s' if n > 1 and s is not Severity.ADVICE else ''}" for s in Severity
              if (n := row.problems.get(s, 0))]  # fmt: skip
    closes = row.date_closed or row.valid_through
    days = (day.isoformat() if day else "" for day in (row.date_posted, closes))
    return (row.state, row.slug, seen(row.title or row.path), seen(row.place or ""), *days, ", ".join(counts))


def _print_aligned(found: Sequence[Row]) -> None:
    """Columns with two spaces between them, for a pipe."""
    table = [HEADINGS, *map(_cells, found)]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _show_table(found: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold", no_wrap=heading in ("status", "posted", "closes"))
    for row in found:
        state, *others = _cells(row)
        table.add_row(Text(state, style=COLOURS.get(state, "dim")), *map(Text, others))
    Console(color_system="auto" if wants_colour(sys.stdout) else None).print(table)
