"""`ssg check`."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from ssg.cli.options import cores, examples, format_option, jobs_option, site_today, strict_option, today_option
from ssg.cli.outcome import DONE, PROBLEMS, USAGE
from ssg.cli.report import Format, report
from ssg.diagnostics import Severity

CHECKED = ("content", "themes")


@click.command(
    name="check",
    short_help="Tell every problem and every advice; write nothing.",
    epilog=examples("ssg check", "ssg check content/postings/data-engineer.md", "ssg check --strict --format json"),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--since", metavar="REVISION",
              help="Tell first of the postings that changed since this revision of git.")  # fmt: skip
@strict_option
@format_option
@today_option
@jobs_option
@click.pass_obj
def command(
    root: Path, files: tuple[Path, ...], since: str | None, strict: bool, form: Format | None, today: date | None,
    jobs: int | None,
) -> int:  # fmt: skip
    """Tell every problem and every advice about the site, or about FILES, which may be folders. Writes nothing.

    Exit code 1 when there is an error (with --strict: or a warning), 2 when site.yaml or the theme is wrong.
    """
    from ssg.build import check

    found = check(root, today=site_today(root, today), jobs=jobs or cores(), only=_below(root, files))
    if since:
        changed = _changed(root, since)
        found = tuple(sorted(found, key=lambda d: d.path not in changed))
    report(found, form, sys.stdout, folder=_in_workspace(root))
    if not found and form != "json":
        click.echo("No problems.")
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if not any(d.severity in failing for d in found):
        return DONE
    wrong = [d.path for d in found if d.severity is Severity.ERROR]
    return USAGE if any(path == "site.yaml" or path.startswith("themes/") for path in wrong) else PROBLEMS


def _changed(root: Path, since: str) -> frozenset[str]:
    """The posting files that are not as they were in a revision."""
    from ssg.editing.revisions import at_revision, working_tree

    before = at_revision(root, since)
    return frozenset(path for path, data in working_tree(root).items() if before.get(path) != data)


def _in_workspace(root: Path) -> str:
    """The site's folder as GitHub's annotations name it, with a slash at its end; empty when it is the repository's."""
    path = os.path.relpath(root.absolute(), os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    return "" if path == "." or path.startswith("..") else f"{Path(path).as_posix()}/"


def _below(root: Path, files: tuple[Path, ...]) -> tuple[str, ...]:
    """The files and folders as paths below the root, with forward slashes."""
    inside = []
    for file in files:
        place = next((p for p in (Path.cwd() / file, root / file) if os.path.lexists(p)), None)
        if place is None:
            raise click.UsageError(f"there is no file {file}")
        try:
            path = _plain(place).relative_to(_plain(root)).as_posix()
        except ValueError:
            raise click.UsageError(f"{file} is not below the site's folder {root}") from None
        if path != "site.yaml" and path.partition("/")[0] not in CHECKED:
            raise click.UsageError(f"{file} is no part of what is checked: site.yaml, {', '.join(CHECKED)}")
        inside.append(path)
    return tuple(inside)


def _plain(path: Path) -> Path:
    """The path from the disk's root, without `..`; a link stays the link it is."""
    return Path(os.path.normpath(path.absolute()))
