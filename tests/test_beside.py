"""Work in a process beside this one, and what this one does while others read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ssg.beside import Beside
from ssg.build import BuildOptions, build
from ssg.diagnostics import BuildError, SiteError
from ssg.output.place import lock
from ssg.render import environment
from tests.building import TODAY, build_site, posting, tree
from tests.faults import children
from tests.test_build import Make
from tests.test_faults import LINUX


def test_the_answer_comes_back_whole() -> None:
    assert Beside(lambda: b"x" * 1_000_000).result() == b"x" * 1_000_000
    assert not children()


def test_work_that_fails_answers_nothing_and_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> bytes:
        raise ValueError("no")

    assert Beside(fail).result() == b""
    assert not children()


def test_what_nobody_asks_for_is_ended() -> None:
    beside = Beside(lambda: bytes(time.sleep(60) or 0))
    assert children()
    beside.close()
    assert not children()


def test_who_is_interrupted_while_waiting_ends_what_is_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = Beside(lambda: bytes(time.sleep(60) or 0))
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    with pytest.raises(KeyboardInterrupt):
        beside.result()
    assert children()
    beside.close()
    assert not children()


def test_where_children_are_nobodys_the_work_counts_as_failed() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        beside = Beside(lambda: b"done")
        assert beside.result() == b""
        beside.close()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_a_lock_is_not_held_by_what_is_done_beside(tmp_path: Path) -> None:
    held = lock(tmp_path / "lock")
    beside = Beside(lambda: time.sleep(60) or b"")  # type: ignore[func-returns-value]
    time.sleep(0.2)
    with pytest.raises(BuildError, match="another build"):
        lock(tmp_path / "lock")
    held.close()
    lock(tmp_path / "lock").close()
    beside.close()


@LINUX
def test_who_is_just_leaving_is_waited_for(tmp_path: Path) -> None:
    held = lock(tmp_path / "lock")
    threading.Timer(0.2, held.close).start()
    lock(tmp_path / "lock").close()


@LINUX
def test_what_is_beside_a_process_that_is_killed_ends_too() -> None:
    code = (
        "import time; from ssg.beside import Beside; x = Beside(lambda: time.sleep(60)); print(x._process, flush=True)"
    )
    with subprocess.Popen([sys.executable, "-c", f"{code}; time.sleep(60)"], stdout=subprocess.PIPE) as process:
        assert process.stdout
        beside = int(process.stdout.readline())
        process.kill()
    end = time.monotonic() + 20
    while is_alive(beside) and time.monotonic() < end:
        time.sleep(0.01)
    assert not is_alive(beside)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"


def forget() -> None:
    """Have every template compiled anew."""
    environment._environment.cache_clear()
    environment._loader.cache_clear()


def forked(root: Path, **options: object) -> Path:
    build(root, BuildOptions(**{"today": TODAY, "search": False, "jobs": 2, "cache": False, **options}))  # type: ignore[arg-type]
    return root / str(options["output"])


MANY = "".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}')}\n" for n in range(160))


def test_where_others_read_templates_are_compiled_here_meanwhile(
    make_site: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_site(MANY)
    build_site(root, output=Path("other"))
    compiled = []
    monkeypatch.setattr("ssg.render.environment.prepare", lambda theme, language: compiled.append(bool(children())))
    forget()
    assert tree(forked(root, output=Path("one"))) == tree(root / "other")
    assert compiled[0] is True
    assert not children()


def test_a_wrong_theme_is_told_while_others_read(make_site: Make) -> None:
    root = make_site(MANY)
    (root / "site.yaml").write_text((root / "site.yaml").read_text() + "theme: nowhere\n")
    with pytest.raises(SiteError, match="nowhere"):
        forked(root, output=Path("one"))
    assert not children()
    assert not (root / "one").exists()
