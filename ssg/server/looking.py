"""Looking at the files themselves, now and then: the system tells of most changes, and not of all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

FOLDERS = ("content", "themes", "static")
FILES = ("site.yaml",)
SELDOM = 1.0
"""Seconds between two looks, at least."""
UNTOLD = 0.3
"""Seconds after which what was seen counts as not told of."""
SHARE = 0.01
"""The part of a processor's time that looking may take."""
_Mark = tuple[int, ...]
"""What a file's state is known by; empty for a folder."""


class Looks:
    """What the files of a site looked like last.

    What a file system tells of changes is lost where it is mounted from elsewhere, when its queue runs over, and when
    it comes in the moment in which watchfiles forgets what it heard. Looking makes up for it a little later.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._next, self._suspected = 0.0, False
        self._seen = self._look()

    def _look(self) -> dict[str, _Mark]:
        """Everything as it is, and when to look again."""
        start = time.thread_time()
        seen = dict(_looked(self._root))
        cost = time.thread_time() - start
        self._next = time.monotonic() + max(SELDOM, cost / SHARE)
        return seen

    def told(self, paths: Iterable[str]) -> None:
        """These are known to have changed: they are looked at now, before anybody reads them."""
        for path in paths:
            if Path(path).is_dir():
                self._seen[path] = ()
            elif mark := _mark(Path(path).stat):
                self._seen[path] = mark
            else:
                self._seen.pop(path, None)

    def find(self) -> bool:
        """Whether something changed since, and nobody told of it; looks when it is time, and not before."""
        if time.monotonic() < self._next:
            return False
        seen = self._look()
        if seen == self._seen or not self._suspected:
            self._suspected = seen != self._seen
            self._next = time.monotonic() + UNTOLD if self._suspected else self._next
            return False
        self._seen, self._suspected = seen, False
        return True


def is_of_others(name: str) -> bool:
    """Whether a file or folder of that name is an editor's or the system's own."""
    return name.startswith(".") or name.endswith(("~", ".swp", ".swx", ".tmp")) or name == "4913"  # asked for by vim


def _looked(root: Path) -> Iterator[tuple[str, _Mark]]:
    """Every folder and file that a build reads, and its mark."""
    for name in FILES:
        if mark := _mark((root / name).stat):
            yield str(root / name), mark
    folders = [str(root / name) for name in FOLDERS]
    for folder in folders:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        yield folder, ()
        for entry in entries:
            if is_of_others(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif mark := _mark(entry.stat):
                yield entry.path, mark


def _mark(stat: Callable[[], os.stat_result]) -> _Mark:
    try:
        found = stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
