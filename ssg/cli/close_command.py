"""`ssg close`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ssg.cli.forms import answer_option, close_from_issue, from_issue_option
from ssg.cli.options import examples, site_today, today_option
from ssg.cli.outcome import DONE
from ssg.cli.writing import write_over
from ssg.diagnostics import SiteError


@click.command(
    name="close",
    short_help="Close a posting.",
    epilog=examples("ssg close data-engineer", "ssg close data-engineer --filled"),
)
@click.argument("slug", required=False)
@click.option("--filled", is_flag=True, help="Somebody was found.")
@from_issue_option
@answer_option
@today_option
@click.pass_obj
def command(
    root: Path, slug: str | None, filled: bool, issue: Path | None, answer: Path | None, today: date | None
) -> int:
    """Close the posting SLUG: its file gets `status: closed` and the day, and nothing else in it changes."""
    from ssg.editing.closing import close_posting
    from ssg.editing.files import find_posting

    if issue:
        return close_from_issue(root, issue, answer, site_today(root, today))
    if not slug:
        raise click.UsageError("which posting? `ssg list` shows all, `ssg close SLUG` closes one")
    path = find_posting(root, slug)
    before = (root / path).read_bytes()
    after = close_posting(path, before, today=site_today(root, today), filled=filled)
    if not isinstance(after, bytes):
        raise SiteError((after,))
    if after == before:
        click.echo(f"{path} is closed already: nothing changed")
        return DONE
    write_over(root / path, after)
    click.echo(f"Closed {path}")
    click.echo("Next: commit the change, or run `ssg build`.")
    return DONE
