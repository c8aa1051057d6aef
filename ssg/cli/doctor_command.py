"""`ssg doctor`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ssg.cli.options import examples
from ssg.cli.outcome import DONE, PROBLEMS
from ssg.diagnostics import seen


@click.command(name="doctor", short_help="Look the site and its workshop over.", epilog=examples("ssg doctor"))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", default=Path("_site"),
              show_default=True, help="Folder of the last build, relative to the root.")  # fmt: skip
@click.pass_obj
def command(root: Path, output: Path) -> int:
    """Look over what no posting says: programs, settings, history, overrides, sizes, the host's limits.

    Exit code 1 when something is wrong, 0 when there are notes at most. Writes nothing.
    """
    from ssg.build.doctor import State, examine

    found = examine(root, root / output, sys.version_info[:3], dict(os.environ))
    for finding in found:
        hint = f". {finding.hint}" if finding.hint else ""
        click.echo(f"{finding.state:6} {seen(finding.text + hint)}")
    return PROBLEMS if any(finding.state is State.WRONG for finding in found) else DONE
