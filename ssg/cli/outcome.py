"""How a command ends: what it says on the way out, and its exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from ssg.cli.interrupts import CODE, INTERRUPTS
from ssg.diagnostics import BuildError, ConfigError, SiteError, UsageError

DONE, PROBLEMS, USAGE = 0, 1, 2


def exit_code(run: Callable[[], Any]) -> int:
    """Run a command and answer its exit code; anything unforeseen is a bug and keeps its traceback."""
    try:
        result = run()
    except click.exceptions.Exit as request:
        return request.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _interrupted()
    except Exception as error:
        return _interrupted() if INTERRUPTS.heard else _told(error)
    return result if isinstance(result, int) and not isinstance(result, bool) else DONE


def _told(error: Exception) -> int:
    match error:
        case click.ClickException():
            error.show()
            return USAGE
        case UsageError():
            click.echo(f"Error: {error}.", err=True)
            return USAGE
        case SiteError():
            return _site_error(error)
        case BuildError():
            click.echo(f"Error: {error}.", err=True)
            return PROBLEMS
        case BrokenPipeError():
            _say_no_more()
            return DONE
        case OSError(errno=errno.ENOSPC, filename=None):
            _say_no_more()
            click.echo(f"Error: what there is to say cannot be written: {error.strerror}.", err=True)
            return PROBLEMS
    raise error


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupted() -> int:
    click.echo("Interrupted.", err=True)
    return CODE


def _site_error(error: SiteError) -> int:
    from ssg.cli.report import report

    report(error.diagnostics)
    return USAGE if isinstance(error, ConfigError) else PROBLEMS
