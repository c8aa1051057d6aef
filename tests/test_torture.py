"""Minutes of harm: builds killed at two hundred points, and two hundred builds in one process."""

from __future__ import annotations

import gc
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from bench.corpus import DAY, write_corpus
from bench.corpus import posting as bench_posting
from ssg.diagnostics import BuildError
from ssg.search import index_stands
from tests.building import TODAY, build_site, posting, tree
from tests.faults import (
    State,
    alive,
    children,
    count_events,
    end_at,
    leftovers,
    peak_memory,
    points,
    pool,
    threads,
    torn,
)
from tests.test_build import EDITS
from tests.test_faults import SITE, change

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc"),
]
Make = Callable[..., Path]
OPTIONS = {"search": True, "environment": dict(os.environ)}
POINTS = 50
"""In each of the four ways: cold and warm, by what the build does and by the clock."""


@pytest.mark.parametrize("by", ["doing", "clock"])
@pytest.mark.parametrize("start", ["cold", "warm"])
def test_fifty_kills_leave_every_file_whole(make_site: Make, tmp_path: Path, start: str, by: str) -> None:
    root = make_site(SITE)
    before = {}
    if start == "warm":
        build_site(root, **OPTIONS)
        before = tree(root / "_site")
    change(root)
    state = State.keep(root, tmp_path / "kept")
    build_site(root, output=Path("clean"), cache=False, **OPTIONS)
    after = tree(root / "clean")
    killed = 0
    for moment in _moments(root, state, by, seed=len(start)):
        if killed == POINTS:
            break
        state.restore()
        ended = end_at(root, **moment, **OPTIONS, jobs=2)
        killed += ended.killed
        assert alive(ended.group) == []
        assert torn(root / "_site", before, after) == [], moment
        build_site(root, **OPTIONS)
        assert tree(root / "_site") == after, moment
        assert index_stands(root / "_site/pagefind")
        assert set(leftovers(root)) <= {".ssg/search"}  # killed after its last word, it leaves this to a later build
    print(f"{start}, by {by}: {killed} builds killed")
    assert killed >= POINTS * 0.9


def _moments(root: Path, state: State, by: str, seed: int) -> Iterator[dict[str, float]]:
    state.restore()
    if by == "doing":
        yield from ({"event": at} for at in points(POINTS, count_events(root, **OPTIONS, jobs=2), seed))
        return
    start = time.monotonic()
    end_at(root, **OPTIONS, jobs=2)
    whole = time.monotonic() - start
    chance = random.Random(seed)
    yield from ({"seconds": chance.uniform(0.01, whole)} for _ in range(4 * POINTS))  # some end before


WAYS: dict[str, Callable[[subprocess.Popen[str]], None]] = {
    "main": lambda process: process.kill(),
    "group": lambda process: os.killpg(process.pid, signal.SIGKILL),
    "SIGTERM": lambda process: process.terminate(),
    "ctrl-c": lambda process: os.killpg(process.pid, signal.SIGINT),
}
COMMANDS = 25
"""Builds that are ended in each of the four ways, cold and warm."""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("start", ["cold", "warm"])
def test_commands_that_are_ended_leave_every_file_whole_and_no_process(tmp_path: Path, start: str, way: str) -> None:
    root = tmp_path / "site"
    write_corpus(root, 300)
    options = {**OPTIONS, "today": DAY, "jobs": 2}
    before = {}
    if start == "warm":
        build_site(root, **options)
        before = tree(root / "_site")
        for number in range(0, 300, 9):
            (root / f"content/postings/posting-{number:06}.md").write_text(bench_posting(number) + "\nMore.\n")
            (root / f"content/postings/posting-{number + 1:06}.md").unlink()
    state = State.keep(root, tmp_path / "kept")
    whole = time.monotonic()
    build_site(root, output=Path("clean"), **options)
    whole = time.monotonic() - whole
    after = tree(root / "clean")
    chance = random.Random(f"{start} {way}")
    ended = 0
    for _ in range(4 * COMMANDS):
        if ended == COMMANDS:
            break
        state.restore()
        ended += _end_a_command(root, chance.uniform(0.05, 1.1 * whole), way)
        assert torn(root / "_site", before, after) == []
        build_site(root, **options)
        assert tree(root / "_site") == after
        assert index_stands(root / "_site/pagefind")
        assert set(leftovers(root)) <= {".ssg/search"}
    print(f"{start}, {way}: {ended} commands ended")
    assert ended >= COMMANDS * 0.8


def _end_a_command(root: Path, seconds: float, way: str) -> bool:
    """Whether a build was ended after so many seconds; it is quiet, and no process of it stays."""
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--jobs", "2", "--today", DAY.isoformat()]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    time.sleep(seconds)
    if running := process.poll() is None:
        WAYS[way](process)
    _, err = process.communicate(timeout=60)
    assert not running or process.returncode in (-signal.SIGKILL, 130, -signal.SIGINT, -signal.SIGTERM, 0)
    assert err in ("", "\nInterrupted.\n", "Interrupted.\n") or "/ssg/" not in err  # Python itself was beginning
    assert alive(process.pid) == []
    return running


def test_pagefind_killed_again_and_again_costs_the_build_and_not_the_index(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root, **OPTIONS)
    change(root)
    before = (root / "_site/pagefind/shards.json").read_bytes()
    failed = 0
    for delay in (0.0, 0.01, 0.02, 0.05, 0.1):
        killer = subprocess.Popen([sys.executable, "-c", KILLER, str(os.getpid()), str(delay)], stdout=subprocess.PIPE)
        assert killer.stdout is not None
        killer.stdout.readline()
        try:
            build_site(root, **OPTIONS)
        except BuildError as error:
            failed += 1
            assert "Pagefind failed with exit code -9" in str(error)
            assert (root / "_site/pagefind/shards.json").read_bytes() == before
        finally:
            killer.kill()
            killer.communicate()
        assert index_stands(root / "_site/pagefind")
    print(f"{failed} of 5 builds lost their Pagefind in time")
    assert failed
    build_site(root, **OPTIONS)
    assert leftovers(root) == []


KILLER = """
import os, signal, sys, time
parent, delay = int(sys.argv[1]), float(sys.argv[2])
print("ready", flush=True)
while True:
    for child in open(f"/proc/{parent}/task/{parent}/children").read().split():
        try:
            if "--site" in open(f"/proc/{child}/cmdline").read() and "pagefind" in os.readlink(f"/proc/{child}/exe"):
                time.sleep(delay)
                os.kill(int(child), signal.SIGKILL)
                sys.exit()
        except OSError:
            pass
"""


def test_workers_killed_again_and_again_cost_the_build_and_nothing_else(make_site: Make, tmp_path: Path) -> None:
    root = make_site(SITE)
    build_site(root)
    before = tree(root / "_site")
    change(root)
    state = State.keep(root, tmp_path / "kept")
    failed = 0
    for seed in range(10):
        state.restore()
        chance = random.Random(seed)
        command = [sys.executable, "-c", ANY_CHILD, str(os.getpid()), str(chance.uniform(0, 0.1))]
        killer = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert killer.stdout and killer.stdout.readline() == b"ready\n"
        try:
            build_site(root, executor=pool, jobs=2)
        except BuildError as error:
            failed += 1
            assert "`--jobs 1`" in str(error)
        finally:
            killer.kill()
            killer.communicate()
        build_site(root, output=Path("clean"), cache=False)
        assert torn(root / "_site", before, tree(root / "clean")) == []
        build_site(root)
        assert tree(root / "_site") == tree(root / "clean")
    print(f"{failed} of 10 builds lost a worker in time")
    assert failed


ANY_CHILD = """
import os, signal, sys, time
parent, delay = int(sys.argv[1]), float(sys.argv[2])
print("ready", flush=True)
while True:
    for child in open(f"/proc/{parent}/task/{parent}/children").read().split():
        if int(child) != os.getpid():
            time.sleep(delay)
            os.kill(int(child), signal.SIGKILL)
            sys.exit()
"""


def test_two_hundred_builds_in_one_process_leave_nothing_behind(make_site: Make) -> None:
    root = make_site(SITE)
    chance = random.Random(1)
    day = TODAY
    sizes = []
    for number in range(200):
        chance.choice(EDITS)(root, chance)
        if number % 20 == 0:
            day = date.fromordinal(day.toordinal() + 1)
        pooled = {"executor": pool, "jobs": 2} if number % 50 == 49 else {}
        build_site(root, today=day, search=number % 25 == 24, environment=dict(os.environ), **pooled)
        if number == 60:
            gc.collect()
            start = (_handles(), threads(), sorted(os.listdir(root / ".ssg")))  # noqa: PTH208
        if number >= 60 and number % 20 == 0:
            gc.collect()
            sizes.append(_memory())
    gc.collect()
    assert (_handles(), threads(), sorted(os.listdir(root / ".ssg"))) == start  # noqa: PTH208
    assert children() == []
    assert leftovers(root) == []
    print(f"memory over 140 builds, in MB: {[round(size / 1e6, 1) for size in sizes]}")
    assert sizes[-1] - sizes[0] < 15_000_000, sizes


def _handles(process: int | str = "self") -> int:
    return len(list(Path(f"/proc/{process}/fd").iterdir()))


def _memory(process: int | str = "self") -> int:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize()


def test_builds_that_are_terminated_leave_no_process_and_the_disk_as_it_was(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    change(root)
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--today", TODAY.isoformat()]
    for number in range(8):
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
        )
        time.sleep(0.2 + 0.15 * number)
        process.send_signal(signal.SIGINT if number % 2 else signal.SIGTERM)
        _, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        assert alive(process.pid) == []
    build_site(root)
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")
    shutil.rmtree(root / "clean")


@contextmanager
def serving(root: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`ssg serve` as a process of its own, and the address that it tells."""
    command = [sys.executable, "-u", "-m", "ssg", "--root", str(root), "serve", "--port", "0"]
    log = root.with_suffix(".log")
    with log.open("w") as file:
        process = subprocess.Popen(command, stdout=file, start_new_session=True)
    try:
        end = time.monotonic() + 120
        while not (told := re.search(r"Serving (\S+)", log.read_text())):
            assert process.poll() is None and time.monotonic() < end
            time.sleep(0.05)
        yield process, told[1]
    finally:
        process.terminate()
        assert process.wait(timeout=60) == 130
        assert alive(process.pid) == []


def get(address: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.status, answer.read()


def test_fifty_requests_at_once_are_answered_while_the_site_is_built_anew(make_site: Make) -> None:
    postings = {f"job-{n}": posting(f"Job {n}", skills=f"[Go, Skill {n % 9}]") for n in range(300)}
    root = make_site("".join(f"-- content/postings/{name}.md --\n{text}\n" for name, text in postings.items()))
    addresses = ["", "skills/go/", "jobs.json", *(f"jobs/job-{n}/" for n in range(47))]
    with serving(root) as (_, home), ThreadPoolExecutor(50) as pool_:
        for number in range(10):
            for path in list((root / "content/postings").glob("job-1*.md")):  # 111 of them
                path.write_text(postings[path.stem] + f"\nEdit {number}.\n")
            pages = list(pool_.map(get, (home + address for address in addresses)))
            assert [status for status, _ in pages] == [200] * 50
            assert all(page.rstrip().endswith((b"</html>", b"}")) for _, page in pages)
            await_text(f"{home}jobs/job-100/", f"Edit {number}.")
    print("10 rebuilds, 50 requests at once in each: all answered")


def await_text(address: str, text: str, patience: float = 120.0) -> None:
    end = time.monotonic() + patience
    while text.encode() not in get(address)[1]:
        assert time.monotonic() < end, f"{text} was not served"
        time.sleep(0.02)


def test_five_hundred_edits_of_a_served_site_keep_its_memory_flat(make_site: Make) -> None:
    root = make_site("".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}')}\n" for n in range(30)))
    sizes, handles = [], []
    with serving(root) as (process, home):
        for number in range(500):
            (root / f"content/postings/job-{number % 30}.md").write_text(posting("Job", f"Edit {number}.\n"))
            await_text(f"{home}jobs/job-{number % 30}/", f"Edit {number}.")
            if number % 50 == 49:
                sizes.append(_memory(process.pid))
                handles.append(_handles(process.pid))
    print(f"500 edits; memory in MB every 50: {[round(size / 1e6, 1) for size in sizes]}; handles: {handles}")
    assert max(sizes[5:]) - sizes[3] < 15_000_000, sizes
    assert max(handles[5:]) <= handles[3] + 8, handles


def test_ten_thousand_postings_take_less_than_seven_hundred_megabytes(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write_corpus(root, 10_000)
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--jobs", "2", "--today", DAY.isoformat()]
    for what in ("from nothing", "one posting changed"):
        peak = peak_memory(process := subprocess.Popen(command, stdout=subprocess.DEVNULL))
        print(f"10,000 postings, {what}: {peak / 1e6:.0f} MB in all processes together")
        assert process.returncode == 0
        assert 50_000_000 < peak < 700_000_000
        (root / "content/postings/posting-005000.md").write_text(bench_posting(5000) + "\nMore.\n")
