"""Everything a build depends on, as one digest: when it is that of the last build, there is nothing to do."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from zoneinfo import ZoneInfo

from ssg.beside import Beside, can_fork
from ssg.build.options import BuildOptions
from ssg.digests import Seen, digest_file, digest_files
from ssg.history import head
from ssg.program import program_digest

_FIRST = re.compile(r"^(?P<indent> *)(?!---|%|#)(?P<brace>\{?)\S", re.MULTILINE)
_ZONE = r"""["']?time_zone["']?\s*:\s*["']?([\w+/-]+)"""
SITE, SOURCES = "site.yaml", ("content", "themes", "static")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build depends on: the digest of all of it, and what was seen of each source file, by its path."""

    digest: str
    seen: Mapping[str, Seen | str]


def digest_inputs(root: Path, options: BuildOptions, meanwhile: Callable[[], object] | None = None) -> Inputs:
    """Digest of the bytes of every source file below `root` and of the options that count.

    Where there is something to do `meanwhile`, another process reads the files, if there may be one.
    """
    wanted = (options.today, options.base_url, options.drafts, options.search, options.index_later, options.strict)
    seen = _look_at(root) if meanwhile is None else _seen_beside(root, meanwhile)
    digest = blake2b(repr((program_digest(), wanted, head(root), str(root))).encode(), digest_size=16)
    for path, found in seen.items():
        digest.update(f"\n{path}\t{found}".encode("utf-8", "surrogateescape"))
    return Inputs(digest.hexdigest(), seen)


def _look_at(root: Path) -> dict[str, Seen | str]:
    seen: dict[str, Seen | str] = {SITE: digest_file(root, SITE)}
    for folder in SOURCES:
        seen |= digest_files(root, folder)
    return seen


def _seen_beside(root: Path, meanwhile: Callable[[], object]) -> dict[str, Seen | str]:
    """What `_look_at` sees, by a copy of this process."""
    if not can_fork():
        return _look_at(root)
    beside = Beside(lambda: marshal.dumps([(path, *_plain(found)) for path, found in _look_at(root).items()]))
    try:
        meanwhile()
        answer = beside.result()
    finally:
        beside.close()
    if not answer:
        return _look_at(root)
    return {path: Seen(size, said) if size >= 0 else said for path, size, said in marshal.loads(answer)}


def _plain(found: Seen | str) -> tuple[int, str]:
    return (-1, found) if isinstance(found, str) else (found.size, found.digest)


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
