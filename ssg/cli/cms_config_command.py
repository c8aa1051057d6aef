"""`ssg cms-config`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from ssg.cli.options import Folder, examples
from ssg.diagnostics import Problems, UsageError


@click.command(
    name="cms-config",
    short_help="Write forms and editor settings from the model.",
    epilog=examples("ssg cms-config --issue-forms .github/ISSUE_TEMPLATE", "ssg cms-config --admin static/admin"),
)
@click.option("--issue-forms", type=Folder(), metavar="DIR",
              help="Write GitHub's issue forms to DIR, usually .github/ISSUE_TEMPLATE.")  # fmt: skip
@click.option("--admin", type=Folder(), metavar="DIR",
              help="Write config.yml and the page that opens the editor to DIR, usually static/admin.")  # fmt: skip
@click.pass_obj
def command(root: Path, issue_forms: Path | None, admin: Path | None) -> None:
    """Print config.yml for Sveltia CMS or Decap CMS, which edit postings by forms in the browser.

    With --admin or --issue-forms: write files, over those that an earlier run wrote.
    """
    from ssg.config import load_config
    from ssg.editing.cms import PAGE, cms_config
    from ssg.editing.files import front_matters
    from ssg.editing.forms import issue_forms as made

    config = load_config(root, Problems())
    if issue_forms is not None:
        _write(root, issue_forms, made(config))
    if admin is not None:
        _write(root, admin, {"config.yml": cms_config(config, front_matters(root)), "index.html": PAGE})
    if issue_forms is None and admin is None:
        click.echo(cms_config(config, front_matters(root)), nl=False)


def _write(root: Path, folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}") from None
        click.echo(folder / name)
