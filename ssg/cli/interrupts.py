"""Ctrl-C and SIGTERM: whatever the work is at that moment, it is undone quietly, and ends soon."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

AGAIN = 0.01
"""Seconds after which an interrupt is raised again that came where nothing can be raised."""
PATIENCE = 10.0
"""Seconds that undoing may take; `ssg serve` waits for its threads."""
CODE = 130
"""Exit code of a command that was interrupted."""


class Interrupts:
    """Raises KeyboardInterrupt in this process at the first signal, and ends it at the second.

    An interrupt may reach a library that wraps it, or takes it for a mistake in its data: so it is remembered. Python
    itself drops one that comes while it forks, or tidies up after an object: that is raised again right after.
    """

    def __init__(self) -> None:
        self.heard = False
        self._process = 0

    def listen(self) -> None:
        self._process = os.getpid()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._hear)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self.heard or os.getpid() != self._process:  # impatience; or a worker that was just forked
            os._exit(CODE)
        self.heard = True
        sys.unraisablehook = self._dropped
        self._raise(number, frame)

    def _raise(self, number: int, frame: FrameType | None) -> None:
        if os.getpid() != self._process:
            os._exit(CODE)
        _later(PATIENCE, lambda *_: os._exit(CODE))
        raise KeyboardInterrupt

    def _dropped(self, what: sys.UnraisableHookArgs) -> None:
        """Says nothing of what is undone in the wrong order."""
        if what.exc_type is KeyboardInterrupt:
            _later(AGAIN, self._raise)


def _later(seconds: float, do: Callable[[int, FrameType | None], object]) -> None:
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, do)
        signal.setitimer(signal.ITIMER_REAL, seconds)


INTERRUPTS = Interrupts()
"""Those of this process: a process has one set of handlers."""
