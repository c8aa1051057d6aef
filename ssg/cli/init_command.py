"""`ssg init`."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from ssg import __version__
from ssg.cli.options import site_today, today_option
from ssg.cli.outcome import DONE, USAGE
from ssg.cli.report import report
from ssg.cli.writing import write_new
from ssg.diagnostics import UsageError

PROGRAM = f"ssg-careers=={__version__}"


@click.command(name="init", short_help="Make a new site in a folder of its own.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The site's name. Default: Careers at COMPANY.")
@click.option("--company", help="Who hires. Default: Example.")
@click.option("--base-url", help="Where it will be published. Default: https://example.org/.")
@click.option("--apply", help="Mail address or page that takes applications. Default: jobs@example.org.")
@click.option("--language", default="en", show_default=True, help="Language of the postings.")
@click.option("--time-zone", default="UTC", show_default=True, help="Whose midnight closes a posting.")
@click.option("--repository", default="", help="Address of its repository, for links to edit.")
@click.option("--program", default=PROGRAM, show_default=True, help="What pip installs to build the site.")
@today_option
@click.pass_obj
def command(root: Path, /, folder: Path, today: date | None, **said: Any) -> int:
    """Make a new site in FOLDER: settings, an example posting, workflows for GitHub, settings for editors.

    On a terminal what is not given is asked for. A folder that holds anything is left alone.
    """
    from ssg.editing.scaffold import Wishes, new_site

    target = root / folder
    _refuse_used(target)
    said["company"] = said["company"] or _asked("Company", "Example")
    for name, question, default in _QUESTIONS:
        said[name] = said[name] or _asked(question, default.format(**said))
    files = new_site(Wishes(today=site_today(root, today), **said))
    if not _is_right(files["site.yaml"]):
        return USAGE
    for path, text in files.items():
        write_new(target / path, text.encode())
    _tell(folder, files)
    return DONE


_QUESTIONS = (
    ("title", "Name of the site", "Careers at {company}"),
    ("base_url", "Address of the site", "https://example.org/"),
    ("apply", "Mail address or page that takes applications", "jobs@example.org"),
)


def _asked(question: str, default: str) -> str:
    if not sys.stdin.isatty():
        return default
    answer: str = click.prompt(question, default=default, err=True)
    return answer


def _refuse_used(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(f"{target} holds something already: give a new folder")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file: give a new folder")


def _is_right(site_yaml: str) -> bool:
    """Whether the settings are as `ssg check` wants them; tells what is wrong with the words that were given."""
    from ssg.config import load_config
    from ssg.diagnostics import ConfigError, Problems

    with tempfile.TemporaryDirectory() as folder:
        write_new(Path(folder) / "site.yaml", site_yaml.encode())
        try:
            load_config(Path(folder), Problems())
        except ConfigError as error:
            report([replace(problem, line=0, column=0, source="") for problem in error.diagnostics])
            click.echo("Nothing was written.", err=True)
            return False
    return True


def _tell(folder: Path, files: dict[str, str]) -> None:
    for path in files:
        click.echo(folder / path)
    click.echo(
        f"Next: `cd {folder}`; `ssg serve` shows the site, `ssg new` begins a posting, site.yaml has the settings.",
        err=True,
    )
