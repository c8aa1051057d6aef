"""`ssg init`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssg import __version__
from ssg.cli.options import ADDRESS, NAME, examples, site_today, today_option
from ssg.cli.outcome import DONE, USAGE
from ssg.cli.report import report
from ssg.cli.writing import write_new
from ssg.diagnostics import Diagnostic, UsageError

if TYPE_CHECKING:
    from ssg.config import Config

PACKAGE = "ssg-careers"
WELCOME = (".git", ".gitattributes", ".gitignore", "LICENSE", "LICENSE.md", "LICENSE.txt", "README.md")
"""What a folder may hold: the files that a repository begins with."""

_ELSEWHERE = f"if it is elsewhere, write so into requirements.txt, as in `{PACKAGE} @ git+https://github.com/OWNER/REPOSITORY@COMMIT`"
_DEFAULTS = {
    "title": "Careers at {company}",
    "company": "Example",
    "base_url": "https://example.org/",
    "apply": "jobs@example.org",
    "time_zone": "UTC",
    "repository": "",
}
_QUESTIONS = (
    ("company", "Who hires"),
    ("title", "Name of the site"),
    ("base_url", "Where it will be published"),
    ("apply", "Mail address or page that takes applications"),
    ("time_zone", "Time zone, whose midnight closes a posting"),
    ("repository", "Address of its repository, for links to edit (may be empty)"),
)


@click.command(
    name="init",
    short_help="Make a new site in a folder of its own.",
    epilog=examples(
        "ssg init careers",
        "ssg init careers --company Acme --base-url https://careers.acme.example/ --apply jobs@acme.example",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar=NAME, help="The site's name. Default: Careers at COMPANY.")
@click.option("--company", metavar=NAME, help="Who hires. Default: Example.")
@click.option("--base-url", metavar=ADDRESS, help="Where it will be published. Default: https://example.org/.")
@click.option(
    "--apply", metavar=ADDRESS, help="Mail address or page that takes applications. Default: jobs@example.org."
)
@click.option("--language", metavar="CODE", default="en", show_default=True, help="Language of the postings.")
@click.option("--time-zone", metavar="ZONE", help="Whose midnight closes a posting. Default: UTC.")
@click.option(
    "--repository", metavar=ADDRESS, help="Its repository, for links to edit. Default: the folder's on GitHub."
)
@click.option("--program", metavar="WHAT", help="What pip installs to build the site. Default: what is installed here.")
@today_option
@click.pass_obj
def command(root: Path, /, folder: Path, today: date | None, language: str, program: str | None, **said: Any) -> int:
    """Make a new site in FOLDER: settings, an example posting, forms and workflows for GitHub, settings for editors.

    On a terminal what is not given is asked for. A folder that holds more than a new repository does is left alone.
    """
    from ssg.editing.forms import issue_forms
    from ssg.editing.scaffold import Wishes, new_site

    target = root / folder
    there = _there(target)
    fixed: dict[str, Any] = {"language": language, "program": program or _installed(), "today": site_today(root, today)}
    words = _words(said, fixed, _known(target))
    files = new_site(Wishes(**words, **fixed))
    config, problems = _settings(files["site.yaml"])
    if config is None:
        report(problems)
        click.echo("Nothing was written.", err=True)
        return USAGE
    files |= {f".github/ISSUE_TEMPLATE/{name}": text for name, text in issue_forms(config).items()}
    written = sorted(files.keys() - there)
    for path in written:
        write_new(target / path, files[path].encode())
        click.echo(folder / path)
    _tell(folder, sorted(files.keys() & there), _above(target))
    if fixed["program"] == f"{PACKAGE}=={__version__}":
        click.echo(f"The workflows will look for `{fixed['program']}` in the package index: {_ELSEWHERE}.", err=True)
    return DONE


def _there(target: Path) -> set[str]:
    """What a folder holds already. Raises UsageError when that is more than a new repository does."""
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file: give a new folder")
    there = {path.name for path in target.iterdir()} if target.is_dir() else set()
    if others := sorted(there - {*WELCOME}):
        welcome = ", ".join(WELCOME)
        raise UsageError(f"{target} holds `{others[0]}` already: give a new folder, or one with none but {welcome}")
    return there


def _known(target: Path) -> dict[str, str]:
    """Defaults that the folder tells: where its repository lives, and where GitHub Pages would publish it."""
    from ssg.editing.origin import github_repository, pages_address

    repository = github_repository(target)
    return {"repository": repository, "base_url": pages_address(repository)} if repository else {}


def _installed() -> str:
    """What pip was given to install this program, when others can reach it (PEP 610); else its name and version."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        origin = json.loads(distribution(PACKAGE).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    address, version = origin.get("url", ""), origin.get("vcs_info", {})
    if not address.startswith("https://"):
        return f"{PACKAGE}=={__version__}"
    return f"{PACKAGE} @ git+{address}@{version['commit_id']}" if version else f"{PACKAGE} @ {address}"


def _words(said: Mapping[str, Any], fixed: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """What was said, asked for or taken by default, by the names of `Wishes`."""
    words: dict[str, Any] = {}
    for name, question in _QUESTIONS:
        default = known.get(name) or _DEFAULTS[name].format(**words)
        words[name] = said[name] or _asked(name, question, default, words, fixed)
    return words


def _asked(name: str, question: str, default: str, words: Mapping[str, Any], fixed: Mapping[str, Any]) -> str:
    if not sys.stdin.isatty():
        return default
    from ssg.editing.scaffold import Wishes, new_site

    plain: dict[str, Any] = {other: value.format(company="Example") for other, value in _DEFAULTS.items()}

    def read(answer: str) -> str:
        """Holds an answer against the settings that it would make: the question is asked again when it is wrong."""
        files = new_site(Wishes(**{**plain, **words, name: answer, **fixed}))
        _, problems = _settings(files["site.yaml"])
        if problems:
            raise click.BadParameter(problems[0].text)
        return answer

    answer: str = click.prompt(question, default=default, show_default=bool(default), value_proc=read, err=True)
    return answer


def _settings(site_yaml: str) -> tuple[Config | None, list[Diagnostic]]:
    """The settings as the program reads them, or what is wrong with the words that were given."""
    from ssg.config import load_config
    from ssg.diagnostics import ConfigError, Problems

    with tempfile.TemporaryDirectory() as folder:
        write_new(Path(folder) / "site.yaml", site_yaml.encode())
        try:
            return load_config(Path(folder), Problems()), []
        except ConfigError as error:
            return None, [replace(problem, line=0, column=0, source="") for problem in error.diagnostics]


def _above(target: Path) -> Path | None:
    """The repository that the new folder lies in, below its top."""
    return next((folder for folder in target.absolute().parents if (folder / ".git").exists()), None)


def _tell(folder: Path, kept: list[str], above: Path | None) -> None:
    if kept:
        ignored = "; `/_site/` and `/.ssg/` belong into .gitignore" if ".gitignore" in kept else ""
        click.echo(f"Kept as it was: {', '.join(kept)}{ignored}.", err=True)
    if above and not (folder / ".git").exists():
        click.echo(
            f"The folder lies in the repository {above}, and GitHub reads workflows and forms at its top alone. "
            "Make the folder a repository of its own, or see docs/github-pages.md.",
            err=True,
        )
    click.echo(
        f"Next: `cd {folder}`; `ssg serve` shows the site, `ssg new` begins a posting, site.yaml has the settings.",
        err=True,
    )
