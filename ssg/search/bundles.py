"""The folder that the browser searches: one bundle a shard, named by its content, and `shards.json`."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import tempfile
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote

from ssg.lifeline import Lifeline
from ssg.search.pagefind import Pagefind, Run, SearchError
from ssg.search.plan import Shard
from ssg.search.stop_words import as_typed

LIST = "shards.json"
NAMES = "names.json"
NAME = 6
"""Letters of a result's name: two of 2,000 share their first six once in eight sites, and then both are looked up."""
SEAL = "files.json"
NEW = ".new-"
_OURS = re.compile(r"[0-9a-f]{20}|\.new-.*")
"""Names of bundles (see `plan_shards`), and of what is on its way to be one."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What stands now: so many shards with so many documents in all, and of these shards so many made just now."""

    shards: int
    documents: int
    indexed: int


@dataclass(frozen=True, slots=True)
class Documents:
    """Where the documents of one shard are written, by any process of this machine."""

    site: str

    def write(self, path: str, html: bytes) -> None:
        """Write the document of an address. Raises SearchError when the disk refuses."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"not an address inside the site: {path!r}")
        folder = f"{self.site}/{path.rstrip('/')}"
        with _disk(folder):
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 (ten thousand of them)
            with open(f"{folder}/index.html", "wb") as file:  # noqa: PTH123
                file.write(html)


class Indexer:
    """Indexes shards in Pagefind processes, up to `jobs` side by side, while the caller does other things.

    `folder` is `pagefind/` in the output. `work` is a folder of the cache for documents and half-made bundles; it
    is the indexer's own. Nothing that the browser sees changes before `finish`, which places every bundle, then the
    list, then removes what is no longer listed; until then `tend` is to be called now and then. Any failure is a
    SearchError and leaves the old index whole; leaving the `with` block early ends the processes, and so does the end
    of this process, whatever it is.
    """

    def __init__(self, folder: Path, work: Path, pagefind: Pagefind, jobs: int = 1) -> None:
        self._folder = folder
        self._work = work
        self._pagefind = pagefind
        self._jobs = max(1, jobs)
        self._waiting: deque[Shard] = deque()
        self._running: list[tuple[Shard, Run]] = []
        self._places: dict[str, Path] = {}
        self._made: dict[str, Path] = {}
        self._lifeline = Lifeline()
        self.stands_back = False
        """Whether Pagefind leaves the processor to who has something else to do."""

    def __enter__(self) -> Indexer:
        _make_way(self._work)  # for what a killed build left
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, run in self._running:
            run.kill()
        self._running.clear()
        self._lifeline.__exit__(kind, error, trace)
        _make_way(self._work)

    def stale(self, plan: Sequence[Shard]) -> tuple[Shard, ...]:
        """The shards whose bundle does not stand whole in the folder."""
        return tuple(shard for shard in plan if not is_sealed(self._folder / shard.key))

    def documents(self, shard: Shard) -> Documents:
        """Where the shard's documents are to be written before it is added."""
        with _disk(self._work):
            self._work.mkdir(parents=True, exist_ok=True)
            place = Path(tempfile.mkdtemp(prefix=f"{shard.key}-", dir=self._work)).absolute()
        self._places[shard.key] = place
        return Documents(str(place / "site"))

    def add(self, shard: Shard) -> None:
        """Have Pagefind index the shard's documents as soon as fewer than `jobs` others are running: see `tend`."""
        self._waiting.append(shard)
        self.tend()

    def tend(self) -> None:
        """Take in what is done and start what waits, without waiting itself: to be called now and then."""
        for one in [one for one in self._running if one[1].is_over]:
            self._collect(*one)
        while self._waiting and len(self._running) < self._jobs:
            shard = self._waiting.popleft()
            place = self._places[shard.key]
            run = Run(
                self._pagefind,
                place / "site",
                place / "bundle",
                len(shard.documents),
                self._lifeline,
                stands_back=self.stands_back,
            )
            self._running.append((shard, run))

    def finish(self, plan: Sequence[Shard], stop_words: frozenset[str] = frozenset()) -> SearchResult:
        """Wait for every process, then place the bundles and the list, and remove what is no longer listed.

        `stop_words` are those that the documents lack: the list tells the browser what not to ask for.
        """
        while self._running:
            self._collect(*self._running[0])
            self.tend()
        with _disk(self._folder):
            if self._folder.is_symlink():  # nothing is written through a link
                self._folder.unlink()
            self._folder.mkdir(parents=True, exist_ok=True)
            for key, bundle in sorted(self._made.items()):
                _place(bundle, self._folder, key)
            _write_list(self._folder, [shard.key for shard in plan], stop_words)
            _prune(self._folder, {shard.key for shard in plan})
        return SearchResult(len(plan), sum(len(shard.documents) for shard in plan), len(self._made))

    def _collect(self, shard: Shard, run: Run) -> None:
        """Wait for a process, seal what it made, and remove what it was made of."""
        addresses = run.finish()
        self._running.remove((shard, run))
        shutil.rmtree(self._places[shard.key] / "site", ignore_errors=True)
        with _disk(run.bundle):
            _write_json(run.bundle / NAMES, result_names(shard, addresses))
            _seal(run.bundle)
        self._made[shard.key] = run.bundle


def result_names(shard: Shard, addresses: Mapping[str, str]) -> dict[str, object]:
    """Which result is which document, so that a browser that has the list of postings need not fetch any address.

    `names` holds the first `NAME` letters of every result's name, in the documents' order; `check` is the CRC-32 of
    the documents' slugs, one a line: who has a list of another day sees that it does not fit. `addresses` are the
    documents' paths by the results' names (`en_3f2a9c1`).
    """
    names = {unquote(path): name.partition("_")[2] for name, path in addresses.items()}
    slugs = "\n".join(document.path.rstrip("/").rpartition("/")[2] for document in shard.documents)
    return {
        "check": zlib.crc32(slugs.encode()),
        "names": "".join(names[document.path][:NAME] for document in shard.documents),
    }


def index_stands(folder: Path) -> bool:
    """Whether the folder holds a list of shards and each of them whole, as they were made."""
    try:
        keys = json.loads((folder / LIST).read_bytes())["shards"]
    except (OSError, ValueError, TypeError, KeyError):
        return False
    return isinstance(keys, list) and all(is_sealed(folder / str(key)) for key in keys)


def remove_index(folder: Path) -> None:
    """Take the index away, its list first; what others put in the folder stays, and so does what a link leads to."""
    if folder.is_symlink() or not folder.is_dir():
        return
    with _disk(folder):
        (folder / LIST).unlink(missing_ok=True)
        _prune(folder, set())
        if not any(folder.iterdir()):
            folder.rmdir()


def is_sealed(bundle: Path) -> bool:
    """Whether the bundle has just the files, by name and size, that it was sealed with after it was verified."""
    try:
        return (bundle / SEAL).read_text("ascii") == _listing(bundle)
    except (OSError, ValueError):
        return False


def _seal(bundle: Path) -> None:
    (bundle / SEAL).write_text(_listing(bundle), "ascii")


def _listing(bundle: Path) -> str:
    """Number of files, and a digest of their names and sizes."""
    files = sorted(_files(bundle, ""))
    digest = hashlib.sha256("".join(f"{name}\t{size}\n" for name, size in files).encode())
    return json.dumps({"files": len(files), "digest": digest.hexdigest()})


def _files(folder: Path | str, prefix: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            elif prefix or entry.name != SEAL:
                yield prefix + entry.name, entry.stat(follow_symlinks=False).st_size


def _place(bundle: Path, folder: Path, key: str) -> None:
    """Move the bundle, from another file system if need be, and let it appear whole."""
    new, final = folder / f"{NEW}{key}", folder / key
    shutil.rmtree(new, ignore_errors=True)
    try:
        _move(bundle, new)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)  # a full disk is no better for half a bundle
        raise
    if final.exists():  # it did not match its seal
        shutil.rmtree(final)
    new.rename(final)


def _move(bundle: Path, new: Path) -> None:
    try:
        bundle.rename(new)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        for name, _ in _files(bundle, ""):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(bundle / name, new / name)
        shutil.copyfile(bundle / SEAL, new / SEAL)


def _write_list(folder: Path, keys: list[str], stop_words: frozenset[str]) -> None:
    new = folder / f"{NEW}{LIST}"
    _write_json(new, {"shards": keys, "stop_words": as_typed(stop_words)})
    new.replace(folder / LIST)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, sort_keys=True, separators=(",", ":")) + "\n", "utf-8")


def _prune(folder: Path, keys: set[str]) -> None:
    """Remove bundles that are not among `keys`, and what a killed build left; the rest is somebody else's."""
    for path in sorted(folder.iterdir()):
        if path.name not in keys and _OURS.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _make_way(work: Path) -> None:
    if work.is_dir() and not work.is_symlink():
        shutil.rmtree(work, ignore_errors=True)
    else:
        with _disk(work):
            work.unlink(missing_ok=True)


@contextmanager
def _disk(place: Path | str) -> Iterator[None]:
    """Turns what the disk refuses (full, read-only) into a SearchError; `place` is told where the system tells none."""
    try:
        yield
    except OSError as error:
        where, why = error.filename2 or error.filename or place, error.strerror or error
        raise SearchError(f"The search index cannot be written: {where}: {why}") from error
