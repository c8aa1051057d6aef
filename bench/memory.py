"""How much memory a process and all that descend from it hold together."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

EVERY = 0.05
"""Seconds between two looks."""


class Watch:
    """Looks at a process until it is left: `with Watch(pid) as watch: …`, then `watch.peak` in MB.

    What processes share is counted once (PSS, Linux alone; elsewhere the peak stays 0). A peak between two looks is
    not seen.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self.peak = pid, 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            self.peak = max(self.peak, sum(map(_held, family(self._pid))) / 1024)


def family(pid: int) -> Iterator[int]:
    """The process and all that descend from it."""
    yield pid
    with suppress(OSError):
        for file in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in file.read_text().split():
                yield from family(int(child))


def _held(pid: int) -> int:
    """Kilobytes; 0 for one that is gone."""
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0
