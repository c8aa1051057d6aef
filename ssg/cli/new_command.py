"""`ssg new`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from ssg.cli.forms import answer_option, from_issue_option, new_from_issue
from ssg.cli.options import ADDRESS, NAME, IsoDay, examples, site_today, today_option
from ssg.cli.outcome import DONE, PROBLEMS
from ssg.cli.report import report
from ssg.cli.writing import write_new
from ssg.config import Config
from ssg.diagnostics import UsageError

ASKED = "Leave a question empty to skip it; everything can be changed in the file."


@click.command(
    name="new",
    short_help="Begin a posting.",
    epilog=examples(
        'ssg new "Data Engineer"',
        'ssg new "Data Engineer" --type full-time --city Porto --country Portugal --salary "50k - 60k EUR a year"',
        'ssg new "Data Engineer" --workplace remote --country Spain --open',
    ),
)
@click.argument("title", required=False)
@click.option("--company", metavar=NAME, help="Key or name of a company of site.yaml. Default: the first.")
@click.option("--department", metavar=NAME, help="Department or team.")
@click.option(
    "--type", "types", metavar=NAME, multiple=True, help="full-time, part-time, contract, …; may be repeated."
)
@click.option("--workplace", metavar="WHERE", help="on-site, hybrid or remote.")
@click.option("--city", metavar=NAME, help="Where one reports to work.")
@click.option("--region", metavar=NAME, help="State or province, for --city.")
@click.option(
    "--country",
    metavar=NAME,
    help="Country of --city, by code or name; with --workplace remote: where one may work from.",
)
@click.option("--salary", metavar="WORDS", help="Base pay, as in '60000 - 70000 EUR a year'.")
@click.option(
    "--apply", metavar=ADDRESS, help="Where to apply: an address or a mail address. Default: as site.yaml says."
)
@click.option("--date", "posted", type=IsoDay(), help="The day it is published. Default: today.")
@click.option("--closes", type=IsoDay(), help="The last day to apply.")
@click.option("--language", metavar="CODE", help="Language of the text, if it is not the site's.")
@click.option("--slug", metavar="SLUG", help="Last part of its address. Default: from the title.")
@click.option("--open", "opened", is_flag=True, help="Publish it with the next build. Default: a draft.")
@click.option("--short", is_flag=True, help="Leave out the comments with every other field.")
@click.option("--link", is_flag=True, help="Write nothing; print the address of GitHub's editor with it filled in.")
@from_issue_option
@answer_option
@today_option
@click.pass_obj
def command(root: Path, /, title: str | None, slug: str | None, opened: bool, short: bool, today: date | None,
            link: bool, issue: Path | None, answer: Path | None, posted: date | None, closes: date | None,
            **said: Any) -> int:  # fmt: skip
    """Begin the posting TITLE: a file with its fields and headings, to be filled in. On a terminal what is not given
    is asked for. The posting is a draft until `status: draft` is taken out of its file.
    """
    from ssg.config import load_config
    from ssg.diagnostics import Problems
    from ssg.editing.beginning import new_posting
    from ssg.editing.files import posting_files

    if issue:
        return new_from_issue(root, issue, answer, site_today(root, today))
    config = load_config(root, Problems())
    if title is None or not title.strip():
        title, said = _ask(config, said)
    day = posted or site_today(root, today)
    given = {"title": title, "date_posted": day, "valid_through": closes, "status": None if opened else "draft"}
    fields = {key: value for key, value in {**given, **_fields(said, config)}.items() if value not in (None, ())}
    if link:
        return _print_link(slug or "new-posting", fields, config)
    file = new_posting(_slug(slug, title, posting_files(root)), fields, config, offer=not short)
    if file.problems:
        report([replace(problem, line=0, column=0, source="") for problem in file.problems])
        click.echo("Nothing was written.", err=True)
        return PROBLEMS
    write_new(root / file.path, file.text.encode())
    click.echo(file.path)
    click.echo(_next(file.path, opened), err=True)
    return DONE


def _print_link(slug: str, fields: dict[str, Any], config: Config) -> int:
    from ssg.editing.beginning import editor_link

    address = editor_link(slug, fields, config)
    if not address:
        raise UsageError("site.yaml names no `repository` on GitHub")
    click.echo(address)
    return DONE


def _fields(said: dict[str, Any], config: Config) -> dict[str, Any]:
    """Options and answers as fields of a posting, each value as the model wants it where its meaning is certain."""
    from ssg.editing.beginning import fields_of

    return fields_of({name: value for name, value in said.items() if value}, config)


def _slug(given: str | None, title: str, taken: dict[str, str]) -> str:
    from ssg.editing.slugs import free_slug, slug_of

    slug = slug_of(given or title)
    if given and slug != given:
        raise UsageError(f"`{given}` cannot be an address; write `--slug {slug or 'engineer'}`")
    if not slug:
        raise UsageError(f"no letter a-z of {title!r} can stand in an address: give one, as in `--slug engineer`")
    if slug in taken:
        raise UsageError(f"{taken[slug]} is there already; another address is `--slug {free_slug(slug, taken)}`")
    return slug


def _next(path: str, opened: bool) -> str:
    if opened:
        return "Next: fill it in, then `ssg check` it. The next `ssg build` publishes it."
    return "Next: fill it in and see it with `ssg serve --drafts`. To publish, take out the line `status: draft`."


def _ask(config: Config, said: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Title and answers from a person at a terminal; what an option said is not asked for."""
    if not sys.stdin.isatty():
        raise click.UsageError("the title is missing, as in `ssg new 'Senior Engineer'`")
    title = click.prompt("Title, the job's name alone", err=True)
    click.echo(ASKED, err=True)
    said = dict(said)
    if len(config.companies) > 1:
        said["company"] = said["company"] or _prompt("Company", list(config.companies), config, "company")
    said["department"] = said["department"] or _prompt("Department")
    said["types"] = said["types"] or [_prompt("Type", _choices("employment_type"), config, "employment_type")]
    said["workplace"] = said["workplace"] or _prompt("Workplace", _choices("workplace"), config, "workplace")
    if said["workplace"] != "remote":
        said["city"] = said["city"] or _prompt("City")
    said["country"] = said["country"] or _prompt("Country, by name or code", (), config, "country")
    said["salary"] = said["salary"] or _prompt("Pay, as in '60000 - 70000 EUR a year'")
    return title, said


def _choices(field: str) -> Sequence[str]:
    from ssg.editing.beginning import CHOICES

    return CHOICES[field]


def _prompt(question: str, choices: Sequence[str] = (), config: Config | None = None, field: str = "") -> str:
    from ssg.editing.beginning import understood

    def read(written: str) -> str:
        value = str(understood(field, written, config)) if written and config else written
        if written and choices and value not in choices:
            raise click.BadParameter(f"one of {', '.join(choices)}, or nothing")
        return value

    proc: Callable[[str], str] = read
    asked = f"{question} ({', '.join(choices)})" if choices else question
    answer: str = click.prompt(asked, default="", show_default=False, value_proc=proc, err=True)
    return answer.strip()
