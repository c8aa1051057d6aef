"""Watching a site's folder: what a build reads, folders that appear later too, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import watchfiles

from ssg.server.looking import FILES, FOLDERS, Looks, is_of_others

STEP = 30  # milliseconds of quiet after a change
AT_MOST = 300  # milliseconds of steady changes before they are told
TICK = 50


def watch_site(root: Path, changed: Callable[[], None], stop: Event) -> None:
    """Call `changed` once the site is watched, and after every change of what a build reads, until `stop` is set."""
    polling = False
    while not stop.is_set():
        try:
            _watch_folders(root, changed, stop, polling)
        except FileNotFoundError:  # a folder went away before it could be watched
            stop.wait(TICK / 1000)
        except OSError:  # the system watches no more files for this user: look at them instead
            if polling:
                raise
            polling = True


def _watch_folders(root: Path, changed: Callable[[], None], stop: Event, polling: bool) -> None:
    """Watch the folders there are; returns when there are others.

    One by one, not recursively from the root: the output, the cache and a virtual environment lie in there too.
    What the system does not tell, looking finds.
    """
    folders = _folders(root)
    batches = watchfiles.watch(
        *folders,
        watch_filter=lambda _, path: is_read_by_a_build(root, Path(path)),
        debounce=AT_MOST,
        step=STEP,
        rust_timeout=TICK,
        yield_on_timeout=True,
        stop_event=stop,
        recursive=False,
        raise_interrupt=False,
        ignore_permission_denied=True,
        force_polling=polling or None,
    )
    looks = None
    for batch in batches:
        if looks is None:  # what changed before the watch stood counts too
            looks = Looks(root)
        elif batch:
            looks.told(path for _, path in batch)
        elif not looks.find():
            continue
        changed()
        if _folders(root) != folders:
            return


def _folders(root: Path) -> list[Path]:
    found = [root]
    for name in FOLDERS:
        for folder, names, _ in os.walk(root / name):
            names[:] = sorted(name for name in names if not name.startswith("."))
            found.append(Path(folder))
    return found


def is_read_by_a_build(root: Path, path: Path) -> bool:
    """Whether the path is in a folder of the site, or is site.yaml, and no editor's or system's own file."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        return False
    if not parts or any(part.startswith(".") for part in parts):
        return False
    if is_of_others(path.name):
        return False
    return parts[0] in FOLDERS or (len(parts) == 1 and path.name in FILES)
