"""What a process started ends with it, even where it is killed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ssg import lifeline as module
from ssg.lifeline import Lifeline
from tests.building import build_site, posting, tree
from tests.faults import children, leftovers

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc")
Make = Callable[..., Path]
SLEEP = "import sys, time; print('here', flush=True); time.sleep(600)"
STARTING = f"""
import subprocess, sys, time
from ssg.lifeline import Lifeline
with Lifeline() as lifeline:
    started = [lifeline.start([sys.executable, "-c", {SLEEP!r}], stdout=subprocess.PIPE) for _ in range(3)]
    for process in started:
        process.stdout.read(1)
    started[1].kill()
    started[1].wait()
    lifeline.ended(started[1])
    print(*(process.pid for process in started), lifeline._watch.pid, flush=True)
    time.sleep(600)
"""


HANGING = """\
#!/bin/sh
[ "$1" = --version ] && exec echo 9
echo $$ > {told}.new
mv {told}.new {told}
exec sleep 600
"""
"""A Pagefind that says its number and then nothing any more."""


def left(processes: Iterable[int], patience: float = 10.0) -> list[int]:
    """Those of the processes that are still there after so many seconds."""
    end = time.monotonic() + patience
    while (found := [one for one in processes if _lives(one)]) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_what_was_started_ends_with_a_process_that_is_killed(number: signal.Signals) -> None:
    process = subprocess.Popen([sys.executable, "-c", STARTING], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first, second, third, watch = map(int, process.stdout.readline().split())
    assert left([first, second, third, watch], 0.0) == [first, third, watch]
    process.send_signal(number)
    process.communicate(timeout=20)
    assert left([first, third, watch]) == []


def test_leaving_ends_what_was_started_though_a_fork_holds_the_pipe() -> None:
    with Lifeline() as lifeline:
        process = lifeline.start([sys.executable, "-c", SLEEP], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.read(1)
        forked = os.fork()
        if not forked:
            time.sleep(60)
            os._exit(0)
    with process:
        assert process.wait(10) == -signal.SIGKILL
    os.kill(forked, signal.SIGKILL)
    os.waitpid(forked, 0)
    assert children() == []


def test_a_program_is_started_as_it_is_and_reads_nothing() -> None:
    code = "import sys; print(sys.argv[1:], repr(sys.stdin.read()))"
    with Lifeline() as lifeline:
        process = lifeline.start([sys.executable, "-c", code, "a b", "$HOME", "'"], stdout=subprocess.PIPE)
        assert process.communicate(timeout=20)[0].decode() == "['a b', '$HOME', \"'\"] ''\n"
        lifeline.ended(process)


def test_without_a_shell_a_program_is_started_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHELL", Path("/nowhere/sh"))
    with Lifeline() as lifeline:
        process = lifeline.start([sys.executable, "-c", "print(1)"], stdout=subprocess.PIPE)
        assert process.communicate(timeout=20)[0] == b"1\n"
        lifeline.ended(process)


def test_a_pagefind_that_hangs_does_not_outlive_a_build_that_is_killed_alone(make_site: Make, tmp_path: Path) -> None:
    root = make_site(f"-- content/postings/x.md --\n{posting()}")
    slow, told = tmp_path / "pagefind", tmp_path / "told"
    slow.write_text(HANGING.format(told=told))
    slow.chmod(slow.stat().st_mode | stat.S_IXUSR)
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--today", "2026-11-20"]
    build = subprocess.Popen(command, env={**os.environ, "PAGEFIND_BINARY_PATH": str(slow)}, stderr=subprocess.PIPE)
    while not told.exists() and build.poll() is None:
        time.sleep(0.02)
    build.kill()
    build.communicate()
    assert left([int(told.read_text())]) == []
    build_site(root, search=True, environment=dict(os.environ))
    build_site(root, search=True, environment=dict(os.environ), output=Path("clean"), cache=False)
    assert leftovers(root) == []
    assert tree(root / "_site") == tree(root / "clean")
