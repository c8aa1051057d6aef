"""Which folder a build may write to, and that one build at a time does."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from ssg.beside import keep_from_copies
from ssg.diagnostics import BuildError, UsageError

GRACE = 1.0
"""Seconds in which what is left of a build that was killed notices that, and ends."""
SOURCES = ("content", "themes", "static", ".git", ".ssg")


def resting_place(root: Path, folder: Path) -> Path:
    """The folder, resolved. Raises UsageError when it holds the site's sources, lies among them, or cannot be one."""
    folder, root = Path(os.path.realpath(folder)), root.resolve()
    if folder.is_symlink():
        raise UsageError(f"{folder} is a link that leads to itself: remove it, or choose a folder by `-o`")
    if folder == root or folder in root.parents:
        raise UsageError(
            f"the output folder {folder} holds the site's sources: choose another by `-o`, such as `_site`"
        )
    for name in SOURCES:
        if folder == root / name or (root / name) in folder.parents:
            raise UsageError(f"the output folder {folder} lies among the site's sources: choose another by `-o`")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: choose a folder by `-o`")
    return folder


def lock(path: Path) -> IO[bytes]:
    """Hold the lock until the file is closed, or the process ends. Raises BuildError when another build holds it."""
    held = path.open("ab")
    keep_from_copies(held)
    try:
        import fcntl
    except ImportError:  # Windows has no flock: two builds at once are then for the user to avoid
        return held
    end = time.monotonic() + GRACE
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return held
        if time.monotonic() >= end:
            break
        time.sleep(0.02)
    held.close()
    raise BuildError("another build is writing to the same folder: wait for it to end, or choose another by `-o`")
