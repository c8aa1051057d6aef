"""How a command ends: what it says on the way out, and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from ssg.diagnostics import BuildError, ConfigError, SiteError, UsageError

DONE, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130


def exit_code(run: Callable[[], Any]) -> int:
    """Run a command and answer its exit code; anything unforeseen is a bug and keeps its traceback."""
    try:
        result = run()
    except click.exceptions.Exit as request:
        return request.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except UsageError as error:
        click.echo(f"Error: {error}.", err=True)
        return USAGE
    except SiteError as error:
        return _site_error(error)
    except BuildError as error:
        click.echo(f"Error: {error}.", err=True)
        return PROBLEMS
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return result if isinstance(result, int) and not isinstance(result, bool) else DONE


def _site_error(error: SiteError) -> int:
    from ssg.cli.report import report

    report(error.diagnostics)
    return USAGE if isinstance(error, ConfigError) else PROBLEMS
