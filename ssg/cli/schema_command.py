"""`ssg schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from ssg.cli.options import examples
from ssg.diagnostics import ConfigError, Problems


@click.command(
    name="schema",
    short_help="Print the JSON Schema of postings or of site.yaml.",
    epilog=examples("ssg schema posting > posting.schema.json", "ssg schema site --format markdown"),
)
@click.argument("subject", type=click.Choice(["posting", "site"]))
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), default="json", show_default=True,
              help="JSON Schema 2020-12, or the page of docs/reference/.")  # fmt: skip
@click.pass_obj
def command(root: Path, subject: Literal["posting", "site"], form: Literal["json", "markdown"]) -> None:
    """Print what may stand in a posting's front matter, or in site.yaml.

    In a site's folder the JSON Schema holds the bound that its `limits: {field_characters: …}` sets.
    """
    from ssg.editing.reference import reference
    from ssg.editing.schema import schema_text

    click.echo(reference(subject) if form == "markdown" else schema_text(subject, _longest(root)), nl=False)


def _longest(root: Path) -> int:
    """The characters that a field may hold in this site; without a site, or with one that is wrong, the usual ones."""
    from ssg.config import FILE, load_config
    from ssg.model.lengths import LONGEST_TEXT

    try:
        return load_config(root, Problems()).limits.field_characters if (root / FILE).exists() else LONGEST_TEXT
    except ConfigError:
        return LONGEST_TEXT
