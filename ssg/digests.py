"""Digests; and files of a folder by theirs: each is read once for all who need to know whether it changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_PIECE = 65_536


class Seen(NamedTuple):
    """A regular file's size in bytes, and the digest of its bytes in hexadecimal digits."""

    size: int
    digest: str


def digest_of(data: bytes) -> str:
    """The digest of a file's bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def digest(*parts: object) -> str:
    """One digest for several things, of what they are as text."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def digest_files(root: Path, name: str) -> Iterator[tuple[str, Seen | str]]:
    """Every file below the folder `name` of `root`, sorted: its path below the root and what was seen.

    In place of what reading will not take or cannot have it is said what that is. Links to folders are left out.
    """
    try:
        with os.scandir(root / name) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError:
        return
    folders = []
    for entry in entries:
        path = f"{name}/{entry.name}"
        try:
            link, folder = entry.is_symlink(), entry.is_dir()
        except OSError:  # a link that leads nowhere
            link, folder = True, False
        if folder:
            folders += [] if link else [path]
        elif link:
            yield path, _behind(root, path)
        else:
            yield path, _seen(entry.path) if entry.is_file() else "no regular file"
    for below in folders:
        yield from digest_files(root, below)


def digest_file(root: Path, name: str) -> Seen | str:
    """The same for one file."""
    path = root / name
    if path.is_symlink():
        return _behind(root, name)
    return _seen(str(path)) if path.is_file() else "no regular file"


def _behind(root: Path, name: str) -> str:
    """What a link leads to, and the digest of it while that is inside the root."""
    try:
        target = (root / name).resolve()
        if not target.is_relative_to(root.resolve()):
            return f"a link to {target}"
        return f"a link: {_seen(str(target)) if target.is_file() else 'no regular file'}"
    except (OSError, RuntimeError) as error:
        return f"unreadable: {error}"


def _seen(path: str) -> Seen | str:
    try:
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # a third of what Path's reading costs
        try:
            data = os.read(opened, _PIECE)
            return Seen(len(data), digest_of(data)) if len(data) < _PIECE else _large(opened, data)
        finally:
            os.close(opened)
    except OSError as error:
        return f"unreadable: {error}"


def _large(opened: int, data: bytes) -> Seen:
    digest, size = blake2b(digest_size=16), 0
    while data:
        digest.update(data)
        size += len(data)
        data = os.read(opened, _PIECE)
    return Seen(size, digest.hexdigest())
