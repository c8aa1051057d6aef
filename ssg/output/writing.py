"""Files written beside their place and moved there, and what is remembered of them.

In the cache folder stands a manifest: for every file the fingerprint of what it was made from, with the
size and time of the file as it was written. Before files are changed their entries leave the manifest, so a build
that is killed at any moment leaves nothing that the next one would wrongly trust.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from ssg.beside import Beside, can_fork
from ssg.output.aside import FOLDER, Aside, Laid
from ssg.output.place import lock, resting_place
from ssg.output.refusing import cache_refused, refused

MANIFEST_VERSION = 1
LISTING = ".ssg-files"
"""In the output folder: the files that are ours to remove, one a line."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written: fingerprint of its making, size in bytes, modification time in nanoseconds."""

    key: str
    size: int
    mtime: int


class Output:
    """An output folder while a build writes to it; use as a context manager, which holds a lock on it.

    `state` is the folder of the cache. Raises BuildError when another build holds the lock or the disk refuses, and
    UsageError when the folder is one that a build must not write to.
    """

    def __init__(self, root: Path, folder: Path, state: Path) -> None:
        self.folder = resting_place(root, folder)
        name = blake2b(str(self.folder).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        self._state = state / f"output-{name}"
        self._manifest_path = self._state.with_suffix(".json")
        self._lock_path = self._state.with_suffix(".lock")
        self._aside = Aside(str(self.folder))
        self._lock: IO[bytes] | None = None
        self._files: dict[str, Written] = {}
        self._inputs = ""
        self.summary: Mapping[str, int] = {}
        self._kept: set[str] = set()
        self._trees: set[str] = set()
        self._made: set[str] = set()
        self._ours: frozenset[str] = frozenset()
        self._looking: Beside | None = None
        self._fallen: frozenset[str] | None = None
        self.written: list[str] = []
        self.removed: list[str] = []

    def __enter__(self) -> Output:
        try:
            self._lock_path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = lock(self._lock_path)
        except OSError as error:
            raise cache_refused(error) from None
        self._load()
        return self

    def __exit__(self, *error: object) -> None:
        if self._looking is not None:
            self._looking.close()
        with suppress(OSError):
            _remove_tree(self.folder / FOLDER)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _load(self) -> None:
        try:
            found = json.loads(self._manifest_path.read_bytes())
            if found["version"] == MANIFEST_VERSION and found["folder"] == str(self.folder):
                self._files = {path: Written(*entry) for path, entry in found["files"].items()}
                self._inputs = str(found["inputs"])
                self.summary = {str(name): int(count) for name, count in found["summary"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._files, self._inputs = {}, ""

    @property
    def count(self) -> int:
        """How many files the last build left."""
        return len(self._files)

    def notes(self, name: str) -> Path:
        """The place in the cache for something else that is to be known when this folder is written to again."""
        return self._state.with_suffix(f".{name}.json")

    def is_unchanged(self, inputs: str) -> bool:
        """Whether the last build that ended was of the same `inputs`, and its files stand as it left them."""
        return bool(self._inputs) and self._inputs == inputs and all(map(self._stands, self._files))

    def look_ahead(self) -> None:
        """Have another process look whether the files stand as they were written, if there may be one."""
        if can_fork():
            self._looking = Beside(self._look)

    def _look(self) -> bytes:
        """The files that do not, by a copy of this process."""
        return json.dumps([path for path in self._files if not self._stands_now(path)]).encode()

    def _stands(self, path: str) -> bool:
        if self._looking is not None:
            answer = self._looking.result()
            self._looking, self._fallen = None, frozenset(json.loads(answer)) if answer else None
        return self._stands_now(path) if self._fallen is None else path not in self._fallen

    def _stands_now(self, path: str) -> bool:
        entry = self._files[path]
        try:
            found = os.stat(f"{self.folder}/{path}")
        except OSError:
            return False
        return found.st_size == entry.size and found.st_mtime_ns == entry.mtime

    def standing(self, path: str) -> str:
        """The fingerprint of a file that stands as it was written; empty when it does not."""
        return self._files[path].key if path in self._files and self._stands(path) else ""

    def is_current(self, path: str, key: str) -> bool:
        """Whether the file stands as it was written from the same fingerprint; it is then kept."""
        entry = self._files.get(path)
        if entry is None or entry.key != key or not self._stands(path):
            return False
        self._kept.add(path)
        return True

    def begin(self, stale: Iterable[str], others: Iterable[str] = ()) -> None:
        """Forget the files that are about to be written, and list them as ours, before the first of them is.

        `others` are listed alone: files that may be written.
        """
        stale = frozenset(stale)
        ours = stale.union(others)
        self._ours = ours.union(listed := self._listed(), self._files)
        known = stale & self._files.keys()
        for path in known:
            del self._files[path]
        if known or self._inputs:
            self._save("")
        if ours - listed:
            self._list(listed | self._files.keys() | ours)

    def aside(self) -> Aside:
        """Where other processes lay files for `write` to move to their place."""
        try:
            self._make_folders("")
        except OSError as error:
            raise refused(str(self.folder), error) from None
        return self._aside

    def write(self, path: str, key: str, data: bytes | Laid) -> None:
        """Write one file beside its place, unless it lies there already, and move it there."""
        target = f"{self.folder}/{path}"
        try:
            self._make_folders(path.rpartition("/")[0])
            laid = data if isinstance(data, Laid) else self._aside.lay(path, data)
            try:
                os.replace(self._aside.where(laid.name), target)
            except IsADirectoryError:
                self._clear(path)
                os.replace(self._aside.where(laid.name), target)
        except OSError as error:
            raise refused(target, error) from None
        self._files[path] = Written(key, laid.size, laid.mtime)
        self._kept.add(path)
        self.written.append(path)

    def _clear(self, path: str) -> None:
        """Remove what earlier builds wrote in the folder that stands where a file is to be; the rest stays."""
        for below in sorted(ours for ours in self._ours if ours.startswith(f"{path}/")):
            self._remove(below)

    def _make_folders(self, folder: str) -> None:
        """Make the output folder, the place beside it for what is being written, and `folder` with those above it."""
        if not self._made:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._make_folder(FOLDER)
        if folder and folder not in self._made:
            for at in (at for at, sign in enumerate(f"{folder}/") if sign == "/"):
                self._make_folder(folder[:at])

    def _make_folder(self, folder: str) -> None:
        """A folder where nothing is written through a link: a link, or a file of ours, in its place makes way."""
        if folder in self._made:
            return
        place = f"{self.folder}/{folder}"
        try:
            os.mkdir(place)
        except FileExistsError:
            found = os.lstat(place).st_mode
            if stat.S_ISLNK(found) or (stat.S_ISREG(found) and folder in self._ours):
                os.unlink(place)
            if not os.path.isdir(place):
                os.mkdir(place)
        self._made.add(folder)

    def keep_tree(self, folder: str) -> None:
        """Leave everything below a folder of the output alone: something else answers for it."""
        self._trees.add(folder.rstrip("/") + "/")

    def finish(self, inputs: str, summary: Mapping[str, int]) -> None:
        """Remove what this build did not explain, and note that it ended. The manifest is written last.

        `inputs` and `summary` are kept for the next build: see `is_unchanged`.
        """
        self.summary = summary
        listed = self._listed()
        for path in sorted((listed | self._files.keys()) - self._kept):
            if not any(path.startswith(tree) for tree in self._trees):
                self._remove(path)
        self._files = {path: entry for path, entry in self._files.items() if path in self._kept}
        if self._listed() != self._files.keys():
            self._list(self._files)
        self._save(inputs)

    def _list(self, paths: Iterable[str]) -> None:
        listing = "".join(f"{path}\n" for path in sorted(paths)).encode("utf-8", "surrogateescape")
        self.write(LISTING, "", listing)
        del self._files[LISTING]
        self._kept.discard(LISTING)
        self.written.pop()

    def _listed(self) -> set[str]:
        """Files that an earlier build wrote, from the listing that travels with the folder."""
        try:
            lines = (self.folder / LISTING).read_text("utf-8", "surrogateescape").split("\n")
        except OSError:
            return set()
        return {line for line in lines if line and line[0] != "/" and "\0" not in line and ".." not in line.split("/")}

    def _remove(self, path: str) -> None:
        place = self.folder / path
        parents = place.parents[: path.count("/")]
        if any(parent.is_symlink() for parent in parents):  # what lies behind a link is not ours
            return
        try:
            place.unlink()
            self.removed.append(path)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            pass
        except OSError as error:
            raise refused(str(place), error) from None
        for parent in parents:
            try:
                parent.rmdir()
            except OSError:
                break

    def _save(self, inputs: str) -> None:
        files = {path: [e.key, e.size, e.mtime] for path, e in sorted(self._files.items())}
        about: dict[str, Any] = {
            "version": MANIFEST_VERSION,
            "folder": str(self.folder),
            "inputs": inputs,
            "summary": dict(self.summary),
        }
        text = json.dumps(about | {"files": files}, separators=(",", ":"))
        temporary = self._manifest_path.with_suffix(".tmp")
        try:
            temporary.write_text(text, "utf-8", "surrogateescape")
            temporary.replace(self._manifest_path)
        except OSError as error:
            raise cache_refused(error) from None
        self._inputs = inputs


def _remove_tree(folder: Path) -> None:
    for path in _inside(folder):
        path.unlink()
    folder.rmdir()


def _inside(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.iterdir() if path.is_file())
