"""`ssg diff`."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Literal

import click

from ssg.cli.options import examples, site_today, today_option
from ssg.cli.report import as_text
from ssg.diagnostics import Diagnostic, seen

Form = Literal["text", "github", "json"]


@click.command(
    name="diff",
    short_help="Tell what changed between two versions of the content.",
    epilog=examples("ssg diff main", "ssg diff HEAD~1 HEAD --check", "ssg diff v1 v2 --format json"),
)
@click.argument("base")
@click.argument("head", required=False)
@click.option("--check", "checked", is_flag=True, help="Also tell what `ssg check` says of the postings that changed.")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="github is Markdown, for the summary of a job or a comment.")  # fmt: skip
@click.option("--site", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR",
              help="Folder of the built site, to tell its size.")  # fmt: skip
@click.option("--seconds", type=float, metavar="N", help="How long building it took, to tell that.")
@today_option
@click.pass_obj
def command(
    root: Path, base: str, head: str | None, checked: bool, form: Form, site: Path | None, seconds: float | None,
    today: date | None,
) -> None:  # fmt: skip
    """Tell which postings were added, changed, closed, renamed and removed from the git revision BASE to HEAD, or to
    what stands in the folder. Nothing is checked out, and nothing of either version is run.
    """
    from ssg.editing.changes import changes
    from ssg.editing.revisions import at_revision, working_tree
    from ssg.editing.summary import Measured, advice, markdown, text
    from ssg.source import DEFAULT_LIMITS

    before = at_revision(root, base)
    after = at_revision(root, head) if head else working_tree(root)
    found = changes(before, after, DEFAULT_LIMITS)
    paths = frozenset(change.path for change in found if change.kind != "removed")
    said = _checked(root, head, paths, site_today(root, today)) if checked and paths else ()
    measured = Measured(*_size(site), seconds)
    if form == "json":
        listed = {"version": 1, "base": base, "head": head, "changes": [change.as_json() for change in found]}
        more = {"diagnostics": [asdict(diagnostic) for diagnostic in said]} if checked else {}
        click.echo(json.dumps(listed | more, ensure_ascii=False, indent=2))
    elif form == "github":
        click.echo("\n".join(filter(None, [markdown(found, measured), advice(said)])), nl=False)
    else:
        lines = text(found, measured) or "No posting changed.\n"
        click.echo("".join(f"{seen(line)}\n" for line in lines.splitlines()), nl=False)
        for diagnostic in said:
            click.echo(as_text(diagnostic))


def _checked(root: Path, head: str | None, paths: frozenset[str], today: date) -> tuple[Diagnostic, ...]:
    """What `ssg check` says of posting files, as they stand in the folder or in a revision."""
    from ssg.build.checking import check_postings
    from ssg.editing.revisions import write_revision

    if head is None:
        return check_postings(root, paths, today=today)
    with tempfile.TemporaryDirectory(prefix="ssg-") as folder:
        write_revision(root, head, Path(folder))
        return check_postings(Path(folder), paths, today=today)


def _size(site: Path | None) -> tuple[int | None, int | None]:
    """Files below a folder, and their bytes."""
    if site is None:
        return None, None
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
