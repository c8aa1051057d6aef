"""Running a command as a user does, inside the test's own process."""

from __future__ import annotations

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from ssg.cli import cli
from ssg.cli.outcome import exit_code


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


def run(root: Path, *arguments: str) -> Ran:
    """`ssg --root ROOT …` with nothing at its standard input that could be a terminal."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = exit_code(lambda: cli(["--root", str(root), *arguments], standalone_mode=False))
    return Ran(code, out.getvalue(), err.getvalue())


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder as a person who has no settings; what it says."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(root), *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


class Terminal(io.StringIO):
    """Standard input or output that is a terminal."""

    def isatty(self) -> bool:
        return True
