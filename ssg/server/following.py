"""Work that follows a build in a process of its own, and makes way for the next one."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

from ssg.diagnostics import BuildError
from ssg.lifeline import Lifeline

PATIENCE = 2.0


class Follower:
    """Runs a command after a build, in a process, so that neither requests nor the next build wait for it.

    `run` is for `Rebuilt.afterwards`. A build is done inside `paused()`, which ends what is running. Whoever asks
    `owed` learns whether the command was asked for and did not come to its end.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._command = command
        self._environment = environment
        self._lock = Lock()
        self._paused = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped: subprocess.Popen[bytes] | None = None
        self.owed = False

    @contextmanager
    def paused(self) -> Iterator[None]:
        """End the process that is running; start none before the block is left."""
        with self._lock:
            self._paused += 1
            process = self._stopped = self._process
        try:
            if process is not None:
                _end(process)
            yield
        finally:
            with self._lock:
                self._paused -= 1

    def run(self) -> None:
        """Run the command to its end, unless a build comes between; raises BuildError with its words if it fails."""
        with Lifeline() as lifeline:
            with self._lock:
                self.owed = True
                if self._paused:
                    return  # the build that is running asks again
                streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
                process = self._process = lifeline.start(self._command, env=self._environment, **streams)
            words = process.communicate()[1]
            lifeline.ended(process)
        with self._lock:
            self._process = None
            if self._stopped is process:  # by a build, which may have ended before this was told
                return
            self.owed = process.returncode != 0
        if process.returncode:
            raise BuildError(words.decode(errors="replace").strip() or f"exit code {process.returncode}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Interrupt it, as a user would, so that it ends its own processes; kill it if it does not."""
    process.terminate() if sys.platform == "win32" else process.send_signal(signal.SIGINT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
