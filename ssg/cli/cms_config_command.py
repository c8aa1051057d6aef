"""`ssg cms-config`."""

from __future__ import annotations

from pathlib import Path

import click

from ssg.cli.options import examples
from ssg.diagnostics import Problems, UsageError


@click.command(
    name="cms-config",
    short_help="Write forms and editor settings from the model.",
    epilog=examples("ssg cms-config --issue-forms .github/ISSUE_TEMPLATE", "ssg cms-config > static/admin/config.yml"),
)
@click.option("--issue-forms", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Write GitHub's issue forms to DIR, usually .github/ISSUE_TEMPLATE.")  # fmt: skip
@click.pass_obj
def command(root: Path, issue_forms: Path | None) -> None:
    """Print config.yml for Sveltia CMS or Decap CMS, which edit postings by forms in the browser.

    With --issue-forms: write the forms "Post a job" and "Close a job" of GitHub, over those that an earlier run wrote.
    """
    from ssg.config import load_config
    from ssg.editing.cms import cms_config
    from ssg.editing.forms import issue_forms as made

    config = load_config(root, Problems())
    if issue_forms is None:
        click.echo(cms_config(config), nl=False)
        return
    folder = root / issue_forms
    for name, text in made(config).items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())
        except OSError as error:
            raise UsageError(f"{folder / name} cannot be written: {error.strerror}") from None
        click.echo(issue_forms / name)
