"""`ssg schema`."""

from __future__ import annotations

from typing import Literal

import click

from ssg.cli.options import examples


@click.command(
    name="schema",
    short_help="Print the JSON Schema of postings or of site.yaml.",
    epilog=examples("ssg schema posting > posting.schema.json", "ssg schema site --format markdown"),
)
@click.argument("subject", type=click.Choice(["posting", "site"]))
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), default="json", show_default=True,
              help="JSON Schema 2020-12, or the page of docs/reference/.")  # fmt: skip
def command(subject: Literal["posting", "site"], form: Literal["json", "markdown"]) -> None:
    """Print what may stand in a posting's front matter, or in site.yaml."""
    from ssg.editing.reference import reference
    from ssg.editing.schema import schema_text

    click.echo(reference(subject) if form == "markdown" else schema_text(subject), nl=False)
