"""What a build survives: being killed, a full disk, other builds, caches that are not its own."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import connection
from pathlib import Path
from typing import Any

import pytest

from ssg.build.sealed import read_rows, write_rows
from ssg.diagnostics import BuildError, SiteError
from ssg.output import Output
from ssg.parallel import Workers
from tests.building import build_site, posting, tree
from tests.faults import State, alive, children, count_events, end_at, leftovers, points, pool, torn

Make = Callable[..., Path]
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc")

BEFORE = "".join(
    f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}', skills=f'[Go, Skill {n}]', department='Platform')}\n"
    for n in range(4)
)
SITE = f"{BEFORE}-- content/pages/benefits.md --\n# Benefits\n\nMany.\n-- static/robots-note.txt --\nHello.\n"


class Numbers:
    """So many numbers, to be worked on."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def take(self, some: range) -> list[int]:
        return list(some)


def change(root: Path) -> None:
    """An edit, a posting more, one less, a static file more."""
    edited = root / "content/postings/job-1.md"
    edited.write_text(edited.read_text().replace("Work on it.", "Work on it every day."))
    (root / "content/postings/job-2.md").unlink()
    (root / "content/postings/new.md").write_text(posting("New", skills="[Rust]", aliases="[newer]"))
    (root / "static/note.txt").write_text("New.")


@LINUX
@pytest.mark.parametrize("start", ["cold", "warm"])
def test_a_build_that_is_killed_leaves_every_file_whole_and_the_next_one_mends_the_rest(
    make_site: Make, tmp_path: Path, start: str
) -> None:
    root = make_site(SITE)
    before = {}
    if start == "warm":
        build_site(root)
        before = tree(root / "_site")
    unchanged = State.keep(root, tmp_path / "unchanged")
    change(root)
    state = State.keep(root, tmp_path / "kept")
    build_site(root, output=Path("clean"), cache=False)  # from here on nothing is left to import
    after = tree(root / "clean")
    state.restore()
    killed = 0
    for number, event in enumerate(points(5, count_events(root), seed=7)):
        state.restore()
        killed += end_at(root, event=event).killed
        assert torn(root / "_site", before, after) == []
        if number % 2 and start == "warm":  # the change is taken back: nothing of it may stay
            shutil.rmtree(root / "content")
            shutil.copytree(unchanged.kept / "content", root / "content")
            (root / "static/note.txt").unlink()
        build_site(root)
        assert tree(root / "_site") == (before if number % 2 and start == "warm" else after)
        assert leftovers(root) == []
    assert killed >= 4


@LINUX
def test_workers_do_not_outlive_a_build_that_is_killed(make_site: Make) -> None:
    root = make_site(SITE)
    ended = end_at(root, seconds=0.4, executor=pool, jobs=2)
    assert alive(ended.group) == []


def die(items: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return items


def test_a_worker_that_dies_is_told_in_plain_words() -> None:
    with (
        pytest.raises(BuildError, match=r"ended from outside, most often for want of memory.*`--jobs 1`"),
        Workers(2, pool) as workers,
    ):
        list(workers.map(die, Numbers(10), chunk=2, serial_below=1))


def tear(items: list[int]) -> list[int]:
    """Work whose process is killed while it tells the result."""

    def send(self: Any, data: bytes, *_: object) -> None:
        os.write(self.fileno(), bytes(data)[:3])
        os.kill(os.getpid(), signal.SIGKILL)

    connection.Connection._send = send  # type: ignore[method-assign]
    return items


@LINUX
@pytest.mark.parametrize("error", [BuildError, KeyboardInterrupt])
def test_a_worker_that_dies_in_the_middle_of_a_word_does_not_hold_the_build(error: type[BaseException]) -> None:
    before = set(children())
    handler = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        with pytest.raises(error), Workers(2, pool) as workers:
            signal.setitimer(signal.ITIMER_REAL, 0.5 if error is KeyboardInterrupt else 0)
            list(workers.map(tear, Numbers(4), chunk=1, serial_below=1))
    finally:
        signal.signal(signal.SIGALRM, handler)
    assert set(children()) <= before


def stop(items: list[int]) -> list[int]:
    """Work that leaves its process unable to end, though it answers: a clock of its own stops it soon after."""
    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGSTOP))
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    return items


@LINUX
def test_a_worker_that_never_ends_does_not_hold_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssg.parallel.GRACE", 1.0)
    before = set(children())
    with Workers(2, pool) as workers:
        assert list(workers.map(stop, Numbers(8), chunk=1, serial_below=1)) == list(range(8))
        time.sleep(0.5)
    assert set(children()) <= before


@LINUX
@pytest.mark.parametrize("way", ["ctrl-c", "SIGTERM"])
def test_who_ends_the_build_ends_everything_it_started(make_site: Make, way: str) -> None:
    files = "".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}')}\n" for n in range(300))
    root = make_site(files)
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    while not Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().strip():
        assert process.poll() is None, "it ended before it started a worker"
        time.sleep(0.01)
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT) if way == "ctrl-c" else process.terminate()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.strip()) == (130, b"", b"Interrupted.")
    assert alive(process.pid) == []


FORKS = """
import os, signal, time
from ssg.cli.interrupts import INTERRUPTS
INTERRUPTS.listen()
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGTERM))
try:
    if not os.fork():
        os._exit(0)
    time.sleep(20)
except KeyboardInterrupt:
    print("heard")
"""


@LINUX
def test_a_signal_that_comes_while_a_process_is_forked_is_heard() -> None:
    ran = subprocess.run([sys.executable, "-c", FORKS], capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.stderr) == ("heard\n", "")


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """No file may grow past so many bytes: what a full disk says, without filling one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("most", [0, 3000, 9000])
def test_a_full_disk_is_told_and_the_site_stays_whole(make_site: Make, most: int) -> None:
    root = make_site(SITE)
    build_site(root)
    before = tree(root / "_site")
    change(root)
    with small_files(most), pytest.raises(BuildError, match="cannot be written: File too large"):
        build_site(root)
    build_site(root, output=Path("clean"), cache=False)
    assert torn(root / "_site", before, tree(root / "clean")) == []
    build_site(root)
    assert tree(root / "_site") == tree(root / "clean")


FULL = """
import os, subprocess, sys
from pathlib import Path
from ssg.diagnostics import BuildError
from tests.building import build_site, tree
from tests.faults import torn
root, folder, size = Path(sys.argv[1]), *sys.argv[2:]
options = {"search": True, "environment": dict(os.environ)}
build_site(root, output=Path("clean"), cache=False, **options)
(root / folder).mkdir(exist_ok=True)
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", root / folder], check=True)
try:
    build_site(root, **options)
    print("it fits")
except BuildError as error:
    print(error)
assert torn(root / "_site", tree(root / "clean")) == []
assert not list(root.glob("_site/pagefind/.new-*"))
subprocess.run(["mount", "-o", "remount,size=50m", root / folder], check=True)
build_site(root, **options)
assert tree(root / "_site") == tree(root / "clean")
"""
MORE = pytest.mark.torture
DISKS = [
    ("_site", "420k"),
    (".ssg", "64k"),
    pytest.param("_site", "100k", marks=MORE),
    pytest.param(".ssg", "200k", marks=MORE),
]


@pytest.mark.parametrize(("folder", "size"), DISKS)
def test_a_disk_that_is_full_is_told_in_few_words_and_the_next_build_mends_it(
    make_site: Make, folder: str, size: str
) -> None:
    apart = ["unshare", "--map-root-user", "--mount"]
    if subprocess.run([*apart, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode:
        pytest.skip("no file system of its own can be had here")
    root = make_site(SITE)
    command = [*apart, sys.executable, "-c", FULL, str(root), folder, size]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert ran.returncode == 0, ran.stderr
    assert re.search("cannot be written: .*No space left on device|Is the disk full", ran.stdout), ran.stdout
    assert len(ran.stdout) < 400 + ran.stdout.count(str(root)) * len(str(root))


def refuse(error: int) -> Callable[..., None]:
    def refused(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    return refused


REFUSALS = {
    "os.replace": "cannot be written",
    "pathlib.Path.unlink": "cannot be written",
    "pathlib.Path.replace": "cannot be written",
}


@pytest.mark.parametrize("error", [28, 30], ids=["disk-full", "read-only"])
@pytest.mark.parametrize("function", REFUSALS)
def test_a_disk_that_refuses_is_told_and_the_next_build_mends_it(
    make_site: Make, monkeypatch: pytest.MonkeyPatch, function: str, error: int
) -> None:
    root = make_site(SITE)
    build_site(root)
    change(root)
    with monkeypatch.context() as patch, pytest.raises(BuildError, match=REFUSALS[function]) as caught:
        patch.setattr(function, refuse(error))
        build_site(root)
    assert os.strerror(error) in str(caught.value)
    build_site(root)
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")


def test_a_second_build_at_once_is_told_and_the_first_is_not_disturbed(make_site: Make) -> None:
    root = make_site(SITE)
    command = [sys.executable, "-m", "ssg", "--root", str(root), "build", "--no-search", "--today", "2026-11-20"]
    with Output(root, root / "_site", root / ".ssg"):
        second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert second.stderr == (
        "Error: another build is writing to the same folder: wait for it to end, or choose another by `-o`.\n"
    )
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    codes = []
    for process in both:
        _, err = process.communicate(timeout=60)
        assert b"Traceback" not in err
        codes.append(process.returncode)
    assert sorted(codes) in ([0, 0], [0, 1])
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")


@pytest.mark.parametrize("seconds", [-400_000_000, 4_000_000_000])
def test_a_clock_that_jumps_makes_no_wrong_page(make_site: Make, seconds: int) -> None:
    root = make_site(SITE)
    build_site(root)
    now = time.time() + seconds
    for path in [*root.rglob("content/**/*.md"), *(root / "_site").rglob("*.html")]:
        os.utime(path, (now, now))
    change(root)
    for path in root.rglob("content/**/*.md"):
        os.utime(path, (now, now))
    build_site(root)
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_bits(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(50, len(data), 701):
        data[at] ^= 0x55
    path.write_bytes(data)


def older_version(path: Path) -> None:
    if path.suffix == ".json":
        path.write_text(json.dumps({**json.loads(path.read_text()), "version": 0}))
    else:
        _sql(path, "UPDATE about SET version = 'older'", "UPDATE facts SET front = x'7b7d'")


def other_values(path: Path) -> None:
    """Rows that are JSON and say something else."""
    if path.suffix != ".json":
        _sql(path, "UPDATE facts SET front = replace(CAST(front AS TEXT), 'Job', 'Fob')")
        _sql(path, "UPDATE bodies SET body = replace(CAST(body AS TEXT), 'Work', 'Fork')")


def no_bodies(path: Path) -> None:
    if path.suffix != ".json":
        _sql(path, "DELETE FROM bodies")


def other_tables(path: Path) -> None:
    if path.suffix != ".json":
        _sql(path, "DROP TABLE facts", "CREATE TABLE facts (id INTEGER)", "DROP TABLE about")


def wrong_types(path: Path) -> None:
    if path.suffix != ".json":
        _sql(path, "UPDATE facts SET front = 7", "UPDATE bodies SET body = 'text'")
    else:
        found = json.loads(path.read_text())
        path.write_text(json.dumps({**found, "files": {"../../escape": ["", 0, 0], "index.html": ["x"]}}))


def _sql(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def other_places(path: Path) -> None:
    """Figures that are one off: still what they look like, and wrong."""
    head, _, text = path.read_bytes().partition(b"\n")
    first, *files = json.loads(text)
    found = [first, *([key, [(part, start + 1, end) for part, start, end in cuts]] for key, cuts in files)]
    path.write_bytes(head + b"\n" + json.dumps(found).encode())


def no_places(path: Path) -> None:
    """Places that are none, under a seal that holds."""
    (head, *files), _ = read_rows(path)
    write_rows(path, map(json.dumps, [head, *([key, [[part, "1", None] for part, *_ in cuts]] for key, cuts in files)]))


def other_postings(path: Path) -> None:
    """Likenesses of a posting that there is not, under a seal that holds."""
    (head, *rows), _ = read_rows(path)
    write_rows(path, map(json.dumps, [head, *([*row[:4], [["nobody", [], True, True]]] for row in rows)]))


def fewer_postings(path: Path) -> None:
    """A row less, under a seal that holds."""
    write_rows(path, read_rows(path)[1][:-1])


STORE = (cut_in_half, flip_bits, older_version, other_values, no_bodies, other_tables, wrong_types)
RELATIONS = (cut_in_half, flip_bits, other_postings, fewer_postings)
MANIFEST = (cut_in_half, flip_bits, older_version, wrong_types)


@pytest.mark.parametrize(
    ("which", "harm"),
    [
        *(("content.sqlite", harm) for harm in STORE),
        *(("output-*[0-9a-f].json", harm) for harm in MANIFEST),
        *(("output-*.parts.json", harm) for harm in (cut_in_half, flip_bits, other_places, no_places, fewer_postings)),
        *(("output-*.relations.json", harm) for harm in RELATIONS),
    ],
)
def test_a_cache_that_was_harmed_makes_no_wrong_page(
    make_site: Make, monkeypatch: pytest.MonkeyPatch, which: str, harm: Callable[[Path], None]
) -> None:
    monkeypatch.setattr("ssg.build.parts.WORTH", 1)
    root = make_site(SITE)
    build_site(root)
    harmed = [path for path in (root / ".ssg").glob(which) if which.count(".") == path.name.count(".")]
    assert harmed
    for path in harmed:
        harm(path)
    change(root)
    build_site(root)
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")


def test_a_site_that_moved_with_its_cache_is_built_as_anew(make_site: Make, tmp_path: Path) -> None:
    root = make_site(SITE)
    build_site(root)
    moved = root.rename(tmp_path / "elsewhere")
    change(moved)
    build_site(moved)
    build_site(moved, output=Path("clean"), cache=False)
    assert tree(moved / "_site") == tree(moved / "clean")


def test_a_cache_of_another_program_is_not_trusted(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(SITE)
    build_site(root)
    monkeypatch.setattr("ssg.build.inputs.program_digest", lambda: "another")
    monkeypatch.setattr("ssg.build.steps.program_digest", lambda: "another")
    built = build_site(root)
    assert "jobs/job-1/index.html" in built.written


def test_a_link_in_the_output_is_not_followed(make_site: Make, tmp_path: Path) -> None:
    root = make_site(SITE)
    outside = tmp_path / "outside"
    (outside / "job-0").mkdir(parents=True)
    (outside / "job-0/index.html").write_text("mine")
    (root / "_site").mkdir()
    (root / "_site/jobs").symlink_to(outside)
    (root / "_site/.ssg-files").write_text("jobs/job-9/index.html\n../../site.yaml\n/etc/nothing\n\0\n")
    build_site(root)
    assert (outside / "job-0/index.html").read_text() == "mine"
    assert not (root / "_site/jobs").is_symlink()
    assert (root / "site.yaml").exists()


def refused(root: Path) -> list[str]:
    with pytest.raises(SiteError) as caught:
        build_site(root)
    return [str(d) for d in caught.value.diagnostics]


LINKS = {
    "a file outside": ("postings/x.md", "../../../secret.md", "this is a link that leads out of content/"),
    "site.yaml": ("postings/x.md", "../../site.yaml", "this is a link that leads out of content/"),
    "a chain": ("pages/x.md", "y.txt", "this is a link that leads out of content/"),
    "a folder": ("postings/more", "../../..", "this is a link to a folder, and what lies behind it is not read"),
    "itself": ("postings/x.md", "x.md", ""),
    "nothing": ("postings/x.md", "gone.md", "this is no regular file"),
    "the kernel's memory": ("postings/x.md", "/dev/zero", "this is a link that leads out of content/"),
}


@pytest.mark.parametrize(("name", "target", "said"), LINKS.values(), ids=LINKS)
def test_a_link_is_followed_nowhere_else(make_site: Make, tmp_path: Path, name: str, target: str, said: str) -> None:
    root = make_site(SITE)
    (tmp_path / "secret.md").write_text(posting("Secret"))
    (root / "content/pages/y.txt").symlink_to(tmp_path / "secret.md")
    (root / "content" / name).symlink_to(target)
    (found,) = (line for line in refused(root) if ": error: " in line)
    assert found.startswith(f"content/{name}: error: {said}")


def test_a_linked_content_folder_is_refused(make_site: Make, tmp_path: Path) -> None:
    root = make_site(SITE)
    (root / "content").rename(tmp_path / "elsewhere")
    (root / "content").symlink_to(tmp_path / "elsewhere")
    assert refused(root) == [
        "content: error: this is a link to a folder, and what lies behind it is not read. "
        "Put the folder itself here [unreadable]"
    ]


@pytest.mark.parametrize("name", ["themes", "static", "themes/mine"])
def test_a_theme_or_static_folder_that_is_a_link_is_refused(make_site: Make, tmp_path: Path, name: str) -> None:
    root = make_site(f"{SITE}-- themes/mine/templates/own.html --\nMine.\n")
    with (root / "site.yaml").open("a") as file:
        file.write("theme: mine\n")
    (root / name).rename(tmp_path / "elsewhere")
    (root / name).symlink_to(tmp_path / "elsewhere")
    assert refused(root) == [
        f"{name}: error: this is a link to a folder, and what lies behind it is not read. "
        "Put the folder itself here [unreadable]"
    ]


@pytest.mark.parametrize("name", ["content/postings/pipe.md", "static/pipe.txt", "themes/mine/assets/pipe.css"])
def test_a_pipe_does_not_hang_the_build(make_site: Make, name: str) -> None:
    root = make_site(SITE)
    if name.startswith("themes/"):
        (root / "site.yaml").write_text((root / "site.yaml").read_text() + "theme: mine\n")
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / name)
    (found,) = (line for line in refused(root) if ": error: " in line)
    assert "no regular file" in found


def test_a_folder_named_like_a_posting_and_a_file_too_large_are_told(make_site: Make) -> None:
    root = make_site(SITE)
    (root / "content/postings/folder.md").mkdir()
    (root / "content/postings/large.md").write_text(posting("Large", body="x" * 1_000_001))
    assert refused(root) == [
        "content/postings/folder.md: error: this is a folder, and its name ends like a file's. "
        "Rename the folder [unreadable]",
        "content/postings/large.md: error: the file has 1,000,047 bytes, more than the 1,000,000 that are read. "
        "Take out what is no advert, or raise `limits: {file_bytes: …}` in site.yaml [unreadable]",
    ]


def test_a_file_that_may_not_be_read_is_told(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(SITE)
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse(13))
    with pytest.raises(SiteError, match=r"site.yaml: error: the file cannot be read: Permission denied"):
        build_site(root)


SWALLOWED = """
import signal, sys
from ssg.cli import main
import ssg.build
def swallow(*_, **__):
    try: signal.raise_signal(signal.{number})
    except KeyboardInterrupt as error: raise ValueError("not what was expected") from None
ssg.build.build = swallow
sys.argv = ["ssg", "--root", sys.argv[1], "build"]
main()
"""


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_an_interrupt_that_a_library_takes_for_something_else_is_still_one(make_site: Make, number: str) -> None:
    command = [sys.executable, "-c", SWALLOWED.format(number=number), str(make_site(SITE))]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "Interrupted.\n")
