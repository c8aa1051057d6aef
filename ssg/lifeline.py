"""Processes that end with this one, however it ends: who is killed cannot end what it started."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

SHELL = Path("/bin/sh")
_WATCH = """
pids=" "
while read -r sign pid; do
    case $sign in
    +) pids="$pids$pid " ;;
    -) pids="${pids%% $pid *} ${pids##* $pid }" ;;
    .) break ;;
    esac
done
case $pids in *[0-9]*) kill -9 $pids ;; esac
"""
"""Reads who began and who ended until nobody can write any more, or there is a full stop; kills who is left."""
_BEGIN = 'echo "+ $$" >&0 && exec "$@" </dev/null'
"""Says its number before it becomes the program, so that no moment is left in which nobody knows it."""


class Lifeline:
    """Starts processes that do not outlive this one, though it be killed (SIGKILL), nor the `with` block.

    A shell waits at a pipe that this process holds open and kills them when the pipe closes. The death signal that
    Linux has would end them with the thread that started them, and needs a fork that runs code of ours beside other
    threads. Where there is no `/bin/sh` (Windows), processes are started plainly and may outlive a kill.
    """

    def __init__(self) -> None:
        self._watch: subprocess.Popen[bytes] | None = None
        self._told = -1

    def __enter__(self) -> Lifeline:
        return self

    def __exit__(self, *error: object) -> None:
        if self._watch is not None:
            self._tell(".")  # a worker that was forked meanwhile holds the pipe open too
            os.close(self._told)
            self._watch.wait()
            self._watch = None

    def start(self, command: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:
        """The process of a command; `options` are those of Popen but `stdin`, where nothing is to be read.

        Raises OSError when no process can be started. A program that cannot be run shows by the shell's exit codes 126
        and 127. Whoever waits for the process calls `ended`.
        """
        if not SHELL.exists():
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
        if self._watch is None:
            self._begin()
        return subprocess.Popen([SHELL, "-c", _BEGIN, "sh", *command], stdin=self._told, **options)

    def ended(self, process: subprocess.Popen[bytes]) -> None:
        """The process was waited for: its number may soon be another's."""
        if self._watch is not None:
            self._tell(f"- {process.pid}")

    def _tell(self, line: str) -> None:
        with suppress(OSError):  # the shell was killed
            os.write(self._told, f"{line}\n".encode())

    def _begin(self) -> None:
        read, self._told = os.pipe()
        try:
            self._watch = subprocess.Popen(
                [SHELL, "-c", _WATCH],
                stdin=read,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C and the end of a terminal are not for it
            )
        except OSError:
            os.close(self._told)
            raise
        finally:
            os.close(read)
