"""What reading found out, kept between builds: by digest of the file, in one SQLite file that survives a kill.

Rows of lists are kept there too, under keys that whoever makes them gives.

Nothing in it is ever executed (no pickle), and every row is checked when it is read: a row that is not whole is a
row that is not there. Deleting the file costs one slow build and nothing else.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

_SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, front BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, row BLOB NOT NULL);
"""
_CHUNK = 500
MEMORY = ":memory:"
_SEAL = 4
"""Bytes of the checksum before each value."""


class Store:
    """Facts (JSON of the front matter), bodies (packed) and rows of lists (HTML) by key.

    `version` names the program: what another one kept is dropped. `path` None keeps them in a file that is gone with
    the store. A copy in a forked process opens the file anew.
    """

    def __init__(self, path: Path | None, version: str) -> None:
        self._folder = TemporaryDirectory(prefix="ssg-") if path is None else None
        self._path: Path | None = Path(self._folder.name, "store.sqlite") if self._folder else path
        self._version = version
        self._owner = os.getpid()
        self._db = self._open(self._path, version)

    @property
    def _here(self) -> sqlite3.Connection:
        """The connection of this process."""
        if self._owner != os.getpid() and self._path is not None:
            self._inherited = self._db  # closing it would be the parent's business
            self._db, self._owner = sqlite3.connect(self._path, timeout=30), os.getpid()
        return self._db

    def _open(self, path: Path | None, version: str) -> sqlite3.Connection:
        if path is None:
            return _connected(MEMORY, version)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connected(path, version)
        except sqlite3.DatabaseError:
            return self._fresh(path, version)

    def _fresh(self, path: Path, version: str) -> sqlite3.Connection:
        """A file that is no database, or one that cannot be written: begin again, in memory if need be."""
        try:
            for end in ("", "-wal", "-shm", "-journal"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            return _connected(path, version)
        except (OSError, sqlite3.DatabaseError):
            return _connected(MEMORY, version)

    def facts(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Front matter of the keys that are known."""
        wanted = list(keys)
        rows = dict(self._rows("SELECT key, front FROM facts") if len(wanted) > _CHUNK else ())  # most are wanted
        found = {key: rows[key] for key in wanted if key in rows}
        missing = [key for key in wanted if key not in found]
        return found | dict(self._select("SELECT key, front FROM facts WHERE key IN", missing))

    def bodies(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Bodies of the keys that are known."""
        return dict(self._select("SELECT key, body FROM bodies WHERE key IN", list(keys)))

    def rows(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Rows of lists, of the keys that are known."""
        wanted = list(keys)
        if len(wanted) > _CHUNK:  # most are wanted
            return dict(self._rows("SELECT key, row FROM rows"))
        return dict(self._select("SELECT key, row FROM rows WHERE key IN", wanted))

    def keep_rows(self, rows: Iterable[tuple[str, bytes]], wanted: Collection[str], most: int) -> None:
        """Keep (key, row) rows; once there are more than `most`, those that are not `wanted` are forgotten."""
        with suppress(sqlite3.DatabaseError), self._here as db:
            self._insert("rows", rows)
            if db.execute("SELECT count(*) FROM rows").fetchone()[0] > most:
                known = {key for (key,) in db.execute("SELECT key FROM rows")}
                db.executemany("DELETE FROM rows WHERE key = ?", [(key,) for key in known.difference(wanted)])

    def _select(self, query: str, keys: list[str]) -> Iterator[tuple[str, bytes]]:
        for start in range(0, len(keys), _CHUNK):
            some = keys[start : start + _CHUNK]
            yield from self._rows(f"{query} ({','.join('?' * len(some))})", some)

    def _rows(self, query: str, values: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
        """The rows of a query that are whole, without their seals."""
        try:
            rows = self._here.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            return
        yield from ((key, row[_SEAL:]) for key, row in rows if isinstance(row, bytes) and _is_whole(key, row))

    @property
    def is_shared(self) -> bool:
        """Whether what a forked process adds is here for all."""
        return self._path is not None

    def add(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Keep (key, front, body) rows; all of them or, when the disk is full, none."""
        rows = list(rows)
        try:
            with self._db:
                self._insert("facts", ((key, front) for key, front, _ in rows))
                self._insert("bodies", ((key, body) for key, _, body in rows if body))
        except sqlite3.DatabaseError:
            if self._path is not None:
                self._db.close()
                self._db = _connected(MEMORY, self._version)
                self._path = None
                self.add(rows)

    def add_bodies(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep (key, body) rows, from any process; none when the disk is full: what is not here is read again."""
        with suppress(sqlite3.DatabaseError), self._here:
            self._insert("bodies", rows)

    def _insert(self, table: str, rows: Iterable[tuple[str, bytes]]) -> None:
        query = f"INSERT OR REPLACE INTO {table} VALUES (?, ?)"
        self._here.executemany(query, ((key, _sealed(key, value)) for key, value in rows))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget every row whose key is not among `keys`, once those are the majority."""
        wanted = set(keys)
        try:
            known = {key for (key,) in self._db.execute("SELECT key FROM facts")}
            if len(known) <= 2 * len(wanted) + 100:
                return
            gone = [(key,) for key in known - wanted]
            with self._db:
                self._db.executemany("DELETE FROM facts WHERE key = ?", gone)
                self._db.executemany("DELETE FROM bodies WHERE key = ?", gone)
        except sqlite3.DatabaseError:
            return

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self._db.close()
        if self._folder is not None:
            self._folder.cleanup()


def _connected(place: Path | str, version: str) -> sqlite3.Connection:
    """The file, ready and empty of what another program kept; closed again when it is no database."""
    db = sqlite3.connect(place, timeout=30)
    try:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("PRAGMA journal_mode=DELETE")  # a write-ahead log would have every body written twice
        db.executescript(_SCHEMA + "CREATE TABLE IF NOT EXISTS about (version TEXT);")
        if db.execute("SELECT version FROM about").fetchall() != [(version,)]:
            db.executescript("DELETE FROM about; DELETE FROM facts; DELETE FROM bodies; DELETE FROM rows;")
            db.execute("INSERT INTO about VALUES (?)", (version,))
            db.commit()
    except BaseException:
        db.close()
        raise
    return db


def _sealed(key: str, value: bytes) -> bytes:
    """The value behind a checksum of its key and itself."""
    return _seal(key, value) + value


def _is_whole(key: str, row: bytes) -> bool:
    try:
        return row[:_SEAL] == _seal(key, row[_SEAL:])
    except (ValueError, AttributeError):  # a key that was never ours
        return False


def _seal(key: str, value: bytes) -> bytes:
    """CRC-32: rows are sealed against what disks do, and a digest would be half of what keeping a body takes."""
    return crc32(value, crc32(key.encode("utf-8", "surrogatepass"))).to_bytes(_SEAL, "big")
