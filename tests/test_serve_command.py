"""`ssg serve` as a user runs it, and the index that follows a build."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ssg.diagnostics import BuildError
from ssg.server import Follower

SOON = 20.0
ROOT = Path(__file__).parent.parent
SITE = """
-- content/postings/sailor.md --
---
title: Sailor
date_posted: 2026-01-05
workplace: on-site
locations: [{city: Lisbon, country: PT}]
---
We sail.
"""


def eventually(holds: Callable[[], object]) -> None:
    end = time.monotonic() + SOON
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


# The index that follows


def test_the_command_runs_to_its_end_and_nothing_is_owed(tmp_path: Path) -> None:
    follower = Follower(python(f"open({str(tmp_path / 'done')!r}, 'w')"))
    follower.run()
    assert (tmp_path / "done").exists()
    assert not follower.owed


def test_a_command_that_fails_is_told_in_its_own_words_and_stays_owed() -> None:
    follower = Follower(python("import sys; sys.exit('no room left')"))
    with pytest.raises(BuildError, match="no room left"):
        follower.run()
    assert follower.owed


def test_a_build_ends_the_command_that_is_running_and_it_stays_owed(tmp_path: Path) -> None:
    started = tmp_path / "started"
    follower = Follower(python(f"import time; open({str(started)!r}, 'w'); time.sleep(60)"))
    thread = threading.Thread(target=follower.run)
    thread.start()
    eventually(started.exists)
    with follower.paused():
        thread.join(SOON)
        assert not thread.is_alive()
    assert follower.owed


def test_no_command_starts_during_a_build(tmp_path: Path) -> None:
    follower = Follower(python(f"open({str(tmp_path / 'done')!r}, 'w')"))
    with follower.paused():
        follower.run()
    assert follower.owed
    assert not (tmp_path / "done").exists()


def test_a_command_that_does_not_heed_an_interrupt_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssg.server.following.PATIENCE", 0.1)
    deaf = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); open({!r}, 'w'); time.sleep(60)"
    follower = Follower(python(deaf.format(str(tmp_path / "started"))))
    thread = threading.Thread(target=follower.run)
    thread.start()
    eventually((tmp_path / "started").exists)
    with follower.paused():
        thread.join(SOON)
        assert not thread.is_alive()


# The command


@contextmanager
def serving(root: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command at work: the address that it says, and its process."""
    command = [sys.executable, "-u", "-m", "ssg", "--root", str(root), "serve", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            line = next((line for line in process.stdout if line.startswith("Serving ")), "")
            yield line.split()[1] if line else "", process
        finally:
            process.kill()


def read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=SOON) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_a_site_is_served_rebuilt_indexed_and_left_with_an_interrupt(make_site: Callable[..., Path]) -> None:
    root = make_site(SITE)
    posting = root / "content/postings/sailor.md"
    index = root / "_site/pagefind/shards.json"
    with serving(root) as (address, process):
        assert address.endswith("/careers/")
        assert "We sail." in read(f"{address}jobs/sailor/")
        [before] = json.loads(index.read_text())["shards"]

        posting.write_text(posting.read_text().replace("We sail.", "We row."))
        eventually(lambda: "We row." in read(f"{address}jobs/sailor/"))
        eventually(lambda: before not in json.loads(index.read_text())["shards"])

        posting.write_text(posting.read_text().replace("on-site", "on-sight"))
        eventually(lambda: "content/postings/sailor.md:4" in read(address))
        posting.write_text(posting.read_text().replace("on-sight", "on-site"))
        eventually(lambda: "Sailor" in read(address))

        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=SOON)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "on-sight" in errors


def test_drafts_are_shown_when_asked_for(make_site: Callable[..., Path]) -> None:
    root = make_site(SITE.replace("workplace:", "status: draft\nworkplace:"))
    with serving(root, "--drafts") as (address, _):
        assert "We sail." in read(f"{address}jobs/sailor/")


def test_a_site_that_cannot_be_built_is_served_with_its_problems(make_site: Callable[..., Path]) -> None:
    root = make_site(SITE.replace("title: Sailor", "titel: Sailor"))
    with serving(root) as (address, _):
        assert "titel" in read(address)
