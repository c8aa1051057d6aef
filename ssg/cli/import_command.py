"""`ssg import`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssg.cli.options import examples, site_today, today_option
from ssg.cli.outcome import DONE, PROBLEMS
from ssg.cli.report import report
from ssg.diagnostics import ConfigError, Diagnostic, Problems, seen

if TYPE_CHECKING:
    from ssg.config import Config
    from ssg.importers.folder import Step

KINDS_OF_FILES = {".json", ".xml", ".rss", ".html", ".htm", ".xhtml", ".csv", ".tsv", ".txt", ".md", ".text", ".jsonld"}
_DONE_WORDS = {"write": "written", "update": "updated", "same": "unchanged", "refuse": "refused"}


@click.command(
    name="import",
    short_help="Turn other people's formats into postings.",
    epilog=examples(
        "ssg import https://acme.example/jobs/data-engineer --dry-run",
        "ssg import adverts/ --company acme",
        'ssg import "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true" --update',
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    default=Path("content/postings"),
    show_default=True,
    help="Folder of the site to write to.",
)
@click.option("--dry-run", is_flag=True, help="Print the files instead of writing them.")
@click.option("--update", is_flag=True, help="Change what changed in postings that are there; keep hand edits.")
@click.option("--company", default="", metavar="KEY", help="The company of site.yaml that all of them belong to.")
@today_option
@click.pass_obj
def command(
    root: Path, sources: tuple[str, ...], into: Path, dry_run: bool, update: bool, company: str, today: date | None
) -> int:
    """Turn adverts from elsewhere into posting files.

    SOURCE is a file, a folder, an https address, or - for what is piped in: a web page with structured data, the JSON
    or XML of an applicant tracking system, a table as CSV, or plain text. What was guessed is marked in the file.
    """
    from ssg.importers import Imported, import_text
    from ssg.importers.folder import plan_steps, read_folder, write_steps

    config = _config(root)
    if company and company not in config.companies:
        raise click.UsageError(f"site.yaml has no company `{company}`; it has {', '.join(config.companies)}")
    day = site_today(root, today)
    folder = _inside(root, into)
    postings: list[Imported] = []
    problems: list[Diagnostic] = []
    for name, data in _read(sources):
        result = import_text(data, name, today=day, config=config, company=company)
        postings += result.postings
        problems += result.diagnostics
    steps = plan_steps(postings, read_folder(folder), update=update)
    if not dry_run:
        write_steps(steps, folder)
    _tell(steps, into, dry_run)
    refused = [
        Diagnostic((into / step.path).as_posix(), "import", f'"{step.posting.title}" {step.notes[0]}')
        for step in steps
        if step.action == "refuse"
    ]
    report([*problems, *refused])
    return PROBLEMS if refused or any(d.severity == "error" for d in problems) else DONE


def _config(root: Path) -> Config:
    from ssg.config import load_config

    problems = Problems()
    config = load_config(root, problems)
    problems.stop_on_error(ConfigError)
    return config


def _inside(root: Path, into: Path) -> Path:
    folder = root / into
    if not folder.resolve().is_relative_to(root.resolve()):
        raise click.UsageError(f"{into} is not below the site's folder")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{into} is no folder")
    return folder


def _read(sources: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every source, the files of a folder in the order of their names."""
    from ssg.importers.document import LARGEST
    from ssg.importers.fetching import fetch

    for source in sources:
        if source == "-":
            yield "standard input", sys.stdin.buffer.read(LARGEST + 1)
        elif "://" in source:
            yield source, fetch(source)
        else:
            yield from _files(Path(source), LARGEST)


def _files(path: Path, largest: int) -> Iterator[tuple[str, bytes]]:
    if not path.exists():
        raise click.UsageError(f"there is no file or folder {path}")
    files = [path]
    if path.is_dir():
        files = sorted(f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in KINDS_OF_FILES)
        if not files:
            raise click.UsageError(f"{path} holds no file of a known kind ({', '.join(sorted(KINDS_OF_FILES))})")
    for file in files:
        try:
            with file.open("rb") as stream:
                yield file.as_posix(), stream.read(largest + 1)
        except OSError as error:
            raise click.UsageError(f"{file} cannot be read: {error.strerror}") from None


def _tell(steps: list[Step], into: Path, dry_run: bool) -> None:
    """The files (or their paths) on stdout; what was taken, guessed and not found on stderr."""
    from ssg.importers.report import report_lines

    for step in steps:
        path = (into / step.path).as_posix()
        click.echo(
            f"{path}: {_DONE_WORDS[step.action] if not dry_run else 'would be ' + _DONE_WORDS[step.action]}", err=True
        )
        rows = report_lines(replace(step.posting.report, notes=(*step.posting.report.notes, *step.notes)))
        if step.action in ("update", "same"):
            rows = [("changed", ", ".join(step.changed) or "nothing"), *(("kept", note) for note in step.notes)]
        for what, which in rows:
            click.echo(f"  {what:<10} {seen(which)}", err=True)
        if dry_run and step.text:
            click.echo(step.text, nl=False)
        elif not dry_run and step.action in ("write", "update"):
            click.echo(path)
    counts = [f"{n} {word}" for action, word in _DONE_WORDS.items() if (n := sum(s.action == action for s in steps))]
    click.echo(f"{', '.join(counts) or 'nothing'}{' (dry run)' if dry_run else ''}", err=True)
