"""Everything a build depends on, as one digest: when it is that of the last build, there is nothing to do."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from zoneinfo import ZoneInfo

from ssg.build.options import BuildOptions
from ssg.build.program import program_digest
from ssg.content.history import head

_FIRST = re.compile(r"^(?P<indent> *)(?!---|%|#)(?P<brace>\{?)\S", re.MULTILINE)
_ZONE = r"""["']?time_zone["']?\s*:\s*["']?([\w+/-]+)"""
SOURCES = ("content", "themes", "static")


def digest_inputs(root: Path, options: BuildOptions, theme: Path | None = None) -> str:
    """Digest of the bytes of every source file below `root`, of the carried `theme`, and of the options that count."""
    digest = blake2b(digest_size=16)
    wanted = (options.today, options.base_url, options.drafts, options.search, options.index_later, options.strict)
    digest.update(repr((program_digest(), wanted, head(root))).encode())
    folders = [root / name for name in SOURCES] + ([theme] if theme else [])
    for file in [root / "site.yaml", *(path for folder in folders for path in _files(folder))]:
        digest.update(f"\n{file}\t".encode("utf-8", "surrogateescape"))
        for data in _bytes(file, root):
            digest.update(data)
    return digest.hexdigest()


def _bytes(file: Path, root: Path) -> Iterator[bytes]:
    """Size and bytes of a file; in their place what it is, where reading will not take it or cannot."""
    try:
        found = os.lstat(file)
        if stat.S_ISLNK(found.st_mode):
            target = file.resolve()
            found = target.stat()
            if not target.is_relative_to(root.resolve()):
                yield f"a link to {target}\n".encode("utf-8", "surrogateescape")
                return
        if not stat.S_ISREG(found.st_mode):
            yield b"no regular file\n"
            return
        yield f"{found.st_size}\n".encode()
        with open(file, "rb") as opened:  # noqa: PTH123 (ten thousand of them)
            while data := opened.read(1_000_000):
                yield data
    except (OSError, RuntimeError) as error:
        yield f"unreadable: {error}\n".encode("utf-8", "surrogateescape")


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(here, name) for name in sorted(names))


def site_day(root: Path, now: datetime) -> date:
    """The day it is at `now` in the time zone that site.yaml names; UTC where it names none or none that exists.

    Reads the one line and no more: a build that has nothing to do must know the day, and need not know YAML. What
    is wrong with the line is said when site.yaml is read.
    """
    try:
        name = _zone_name((root / "site.yaml").read_text("utf-8-sig", "replace"))
        zone = ZoneInfo(name or "UTC")
    except (OSError, ValueError, KeyError):
        zone = ZoneInfo("UTC")
    return now.astimezone(zone).date()


def _zone_name(text: str) -> str:
    """The value of `time_zone` among the outermost keys: they are as deep as the first line, or inside its brace."""
    first = _FIRST.search(text)
    if first is None:
        return ""
    before = r"(?:^|[{,])[^\S\n]*" if first["brace"] else "^" + first["indent"]
    match = re.search(before + _ZONE, text, re.MULTILINE)
    return match[1] if match else ""
