"""`ssg check`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ssg.cli.options import cores, examples, format_option, jobs_option, site_today, strict_option, today_option
from ssg.cli.outcome import DONE, PROBLEMS, USAGE
from ssg.cli.report import Format, report
from ssg.diagnostics import Severity


@click.command(
    name="check",
    short_help="Tell every problem and every advice; write nothing.",
    epilog=examples("ssg check", "ssg check content/postings/data-engineer.md", "ssg check --strict --format json"),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@strict_option
@format_option
@today_option
@jobs_option
@click.pass_obj
def command(
    root: Path, files: tuple[Path, ...], strict: bool, form: Format | None, today: date | None, jobs: int | None
) -> int:
    """Tell every problem and every advice about the site, or about the postings in FILES. Writes nothing.

    Exit code 1 when there is an error (with --strict: or a warning), 2 when site.yaml or the theme is wrong.
    """
    from ssg.build import check

    found = check(root, today=site_today(root, today), jobs=jobs or cores(), only=_below(root, files))
    report(found, form, sys.stdout)
    if not found and form != "json":
        click.echo("No problems.")
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if not any(d.severity in failing for d in found):
        return DONE
    return USAGE if any(d.path == "site.yaml" and d.severity is Severity.ERROR for d in found) else PROBLEMS


def _below(root: Path, files: tuple[Path, ...]) -> tuple[str, ...]:
    """The files as paths below the root, with forward slashes."""
    inside = []
    for file in files:
        place = next((p for p in (Path.cwd() / file, root / file) if p.exists()), None)
        if place is None:
            raise click.UsageError(f"there is no file {file}")
        try:
            inside.append(place.absolute().relative_to(root.absolute()).as_posix())
        except ValueError:
            raise click.UsageError(f"{file} is not below the site's folder {root}") from None
    return tuple(inside)
