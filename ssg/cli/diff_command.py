"""`ssg diff`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

from ssg.cli.report import seen

Form = Literal["text", "github", "json"]


@click.command(name="diff", short_help="Tell what changed between two versions of the content.")
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
              help="github is Markdown, for the summary of a job or a comment.")  # fmt: skip
@click.option("--site", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder of the built site, to tell its size.")  # fmt: skip
@click.option("--seconds", type=float, help="How long building it took, to tell that.")
@click.pass_obj
def command(root: Path, base: str, head: str | None, form: Form, site: Path | None, seconds: float | None) -> None:
    """Tell which postings were added, changed, closed and removed from the git revision BASE to HEAD, or to what stands
    in the folder. Nothing is checked out, and nothing of either version is run.
    """
    from ssg.editing.changes import changes
    from ssg.editing.revisions import at_revision, working_tree
    from ssg.editing.summary import Measured, markdown, text
    from ssg.source import DEFAULT_LIMITS

    before = at_revision(root, base)
    after = at_revision(root, head) if head else working_tree(root)
    found = changes(before, after, DEFAULT_LIMITS)
    measured = Measured(*_size(site), seconds)
    if form == "json":
        listed = {"version": 1, "base": base, "head": head, "changes": [change.as_json() for change in found]}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    elif form == "github":
        click.echo(markdown(found, measured), nl=False)
    else:
        lines = text(found, measured) or "No posting changed.\n"
        click.echo("".join(f"{seen(line)}\n" for line in lines.splitlines()), nl=False)


def _size(site: Path | None) -> tuple[int | None, int | None]:
    """Files below a folder, and their bytes."""
    if site is None:
        return None, None
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
