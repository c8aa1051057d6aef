"""One piece of work in a process of its own, beside this one: for a build that has a core to spare."""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO
from weakref import WeakSet

_own: WeakSet[IO[bytes]] = WeakSet()


def keep_from_copies(file: IO[bytes]) -> None:
    """Have what is done beside this process not hold the file open: a lock on it is this process's alone."""
    _own.add(file)


class Beside:
    """The bytes that `work` answers, made by a copy of this process that ends with its answer.

    Closed unasked, the other process is ended. Only where `can_fork`.
    """

    def __init__(self, work: Callable[[], bytes]) -> None:
        self._has_ended = False
        reader, writer = os.pipe()
        parent = os.getpid()
        self._process = os.fork()
        if not self._process:
            os.close(reader)
            _answer(work, writer, parent)
        os.close(writer)
        self._answer = open(reader, "rb")  # noqa: PTH123, SIM115 (a descriptor, which `close` closes)

    @property
    def is_done(self) -> bool:
        """Whether `result` would hardly have to wait."""
        return bool(select.select([self._answer], [], [], 0)[0])

    def result(self) -> bytes:
        """The answer, once it is there; empty when the work failed. To be asked for once."""
        answer = self._answer.read()
        return answer if self._wait() == 0 else b""

    def close(self) -> None:
        """End what nobody asked for, or waited for to the end."""
        if self._has_ended:
            return
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        self._wait()

    def _wait(self) -> int:
        """Whatever the process ended with, once it has; -1 where the system keeps that to itself."""
        self._answer.close()
        try:
            ended = os.waitpid(self._process, 0)[1]
        except ChildProcessError:  # where whoever started this program ignores SIGCHLD
            ended = -1
        self._has_ended = True
        return ended


def stand_back(process: int = 0) -> None:
    """Have a process, this one if none is named, leave the processor to others that want it.

    Where there are fewer cores than processes, the one that all others wait for goes first.
    """
    with suppress(AttributeError, OSError):  # Windows has no such thing, and who has ended needs none
        os.setpriority(os.PRIO_PROCESS, process, 5)


def can_fork() -> bool:
    """Whether a copy of this process can be made: one beside other threads may never wake up."""
    return hasattr(os, "fork") and threading.active_count() == 1


def _answer(work: Callable[[], bytes], writer: int, parent: int) -> None:
    """What the copy does: nothing of it may go on with what this process was doing."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that it was copied from
        for file in tuple(_own):
            file.close()
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
        with open(writer, "wb") as answer:
            answer.write(work())
        os._exit(0)
    finally:
        os._exit(1)


def _follow(parent: int) -> None:
    """End when the process that asks is gone, however and however soon it went."""
    while os.getppid() == parent:
        time.sleep(0.02)
    os._exit(1)
