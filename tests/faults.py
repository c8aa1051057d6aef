"""Ending a build at any point of its work, and looking whether everything is whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssg.search import index_stands
from tests.building import build_site, tree

EVENTS = frozenset(
    {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir", "os.scandir", "shutil.rmtree",
     "shutil.move", "sqlite3.connect", "subprocess.Popen", "os.fork", "tempfile.mkdtemp"}
)  # fmt: skip
"""What a build does to the disk and to other processes, as `sys.addaudithook` names it."""


@dataclass(frozen=True)
class Ended:
    """How a build that was to be killed ended: whether it was, and whether it had children that outlived it."""

    killed: bool
    group: int


def end_at(root: Path, *, event: int = 0, seconds: float = 0.0, **options: Any) -> Ended:
    """Build in a process of its own that is killed (SIGKILL) at its `event`th doing, or after `seconds`."""
    child = os.fork()
    if child == 0:
        os.setsid()
        _build_and_leave(root, event, options)
    if seconds:
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return Ended(os.WIFSIGNALED(status), child)


def _build_and_leave(root: Path, event: int, options: Mapping[str, Any]) -> None:
    code = 1
    try:
        sys.stderr = sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        if event:
            sys.addaudithook(_killer(event))
        build_site(root, **options)
        code = 0
    finally:
        os._exit(code)


def _killer(event: int) -> Callable[[str, Any], None]:
    left = [event]
    me = os.getpid()

    def hook(name: str, _: Any) -> None:
        if name in EVENTS and os.getpid() == me:
            left[0] -= 1
            if left[0] == 0:
                os.kill(me, signal.SIGKILL)

    return hook


def count_events(root: Path, **options: Any) -> int:
    """How many doings the build of `root` takes: every one of them is a point to end it at."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        seen = [0]
        me = os.getpid()
        sys.addaudithook(lambda name, _: seen.__setitem__(0, seen[0] + (name in EVENTS and os.getpid() == me)))
        try:
            build_site(root, **options)
            os.write(write, str(seen[0]).encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        return int(pipe.read())


def pool(jobs: int) -> Executor:
    """Processes from the first posting on: a small site would else be built in one."""
    from ssg.parallel import _process_pool

    made = _process_pool(jobs)
    assert isinstance(made, ProcessPoolExecutor)
    return made


@dataclass(frozen=True)
class State:
    """A site's folder with its output and cache, to be put back as often as needed."""

    root: Path
    kept: Path

    @classmethod
    def keep(cls, root: Path, kept: Path) -> State:
        shutil.copytree(root, kept, symlinks=True)
        return cls(root, kept)

    def restore(self) -> None:
        shutil.rmtree(self.root)
        shutil.copytree(self.kept, self.root, symlinks=True)


def torn(output: Path, *whole: Mapping[str, str]) -> list[str]:
    """Files of an output that are what none of the `whole` trees holds in their place; an index that is not whole."""
    listed = {".ssg-files"}
    found = [
        path
        for path, digest in tree(output).items()
        if not path.startswith(".ssg-writing/") and path not in listed and digest not in {t.get(path) for t in whole}
    ]
    if (output / "pagefind/shards.json").exists() and not index_stands(output / "pagefind"):
        found.append("pagefind/")
    return found


def leftovers(root: Path) -> list[str]:
    """What a build that ended well must not leave behind."""
    return sorted(
        str(path.relative_to(root))
        for pattern in ("_site/.ssg-writing", "_site/pagefind/.new-*", ".ssg/search", ".ssg/*.tmp")
        for path in root.glob(pattern)
    )


def alive(group: int, patience: float = 15.0) -> list[str]:
    """Processes of a group that are still there after `patience` seconds, by what they run."""
    end = time.monotonic() + patience
    while found := list(_members(group)):
        if time.monotonic() > end:
            return found
        time.sleep(0.05)
    return []


def _members(group: int) -> Iterator[str]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (folder / "stat").read_text().rpartition(")")
        except OSError:
            continue
        state, _, pgrp = rest.split()[:3]
        if int(pgrp) == group and state not in "ZX":
            yield name


def points(count: int, most: int, seed: int) -> list[int]:
    """`count` points of `most` to end a build at: the last ones, where the switch is made, and others by chance."""
    chance = random.Random(seed)
    last = list(range(max(1, most - count // 4), most + 1))
    return sorted({*last, *chance.sample(range(1, most + 1), min(most, count - len(last)))})


def children() -> list[int]:
    """Processes that this one started and that are still there."""
    me = os.getpid()
    return [int(child) for child in Path(f"/proc/{me}/task/{me}/children").read_text().split()]


def threads() -> int:
    return threading.active_count()


def peak_memory(process: subprocess.Popen[bytes]) -> int:
    """Most bytes that a process and all that it starts have together until it ends; shared pages count once (PSS)."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_proportional_set, _descendants(process.pid))))
        time.sleep(0.05)
    return peak


def _descendants(process: int) -> list[int]:
    found = [process]
    for pid in found:
        with suppress(OSError):
            found += [
                int(child)
                for task in Path(f"/proc/{pid}/task").iterdir()
                for child in (task / "children").read_text().split()
            ]
    return found


def _proportional_set(process: int) -> int:
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) * 1024
    return 0
