"""The command line: arguments in, text and exit code out. It alone reads the clock, the environment and where it is."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from ssg import __version__
from ssg.cli.options import Folder

COMMANDS = {
    "build": "Build the site.",
    "check": "Tell every problem and every advice; write nothing.",
    "serve": "Build, serve on this machine, and reload the browser at every change.",
    "new": "Begin a posting.",
    "list": "List the postings: status, dates, place, problems.",
    "close": "Close a posting.",
    "import": "Turn other people's formats into postings.",
    "diff": "Tell what changed between two versions of the content.",
    "schema": "Print the JSON Schema of postings or of site.yaml.",
    "cms-config": "Write forms and editor settings from the model.",
    "notify": "Tell search engines what changed.",
    "doctor": "Look the site and its workshop over.",
    "init": "Make a new site in a folder of its own.",
}
"""Every command with its one line of help; each lives in `ssg/cli/NAME_command.py`, imported when it is asked for."""


class Commands(click.Group):
    """Knows its commands by name and imports one only to run it: `ssg --help` costs no more than this file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"ssg.cli.{cmd_name.replace('-', '_')}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from ssg.diagnostics import nearest

            guess = nearest(args[0], COMMANDS)
            mean = f" Did you mean `{guess}`?" if guess else ""
            raise click.UsageError(f"there is no command `{args[0]}`.{mean}", ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--root", type=Folder(), default=Path(), metavar="DIR", help="Folder of the site. Default: this one.")
@click.version_option(__version__, "-V", "--version", prog_name="ssg")
@click.pass_context
def cli(ctx: click.Context, root: Path) -> None:
    """A careers site from a folder of Markdown.

    \b
    ssg init careers              make a new site in the folder careers
    ssg serve                     see it, and every change at once
    ssg new "Data Engineer"       begin a posting
    ssg check                     hear what is wrong, and what could be better
    ssg COMMAND --help            all that a command can do
    """
    if not root.is_dir():
        raise click.UsageError(f"there is no folder {root}", ctx)
    ctx.obj = root


def main() -> None:
    """Run the command; exit codes: 0 done, 1 problems in the content, 2 wrong usage or site.yaml, 130 interrupted."""
    from ssg.cli.interrupts import CODE, INTERRUPTS
    from ssg.cli.outcome import exit_code

    INTERRUPTS.listen()
    if "build" in sys.argv:
        gc.disable()  # all that it makes ends with the process, and looking through that takes a twentieth of it
    code = exit_code(lambda: cli(standalone_mode=False))
    if code != CODE and not _is_told():
        sys.exit(code)  # which says so
    os._exit(code)  # Python would take all that it made apart first, or, interrupted, end as one that was killed


def _is_told() -> bool:
    """Whether all that was said has left this process."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True
