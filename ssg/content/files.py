"""The Markdown files of `content/`, and what each is remembered by."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ssg.diagnostics import Diagnostic, Problems, Severity
from ssg.digests import Seen, digest_of
from ssg.source import ReadLimits, read_bytes

CONTENT = "content"
PAGES, TERMS = f"{CONTENT}/pages", f"{CONTENT}/terms"


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file by its path below the root, and the key of what is known of its bytes."""

    path: str
    key: str


def content_paths(root: Path, folder: str, problems: Problems) -> list[str]:
    """Files `*.md` below a folder of the root, sorted; hidden ones and those that begin with `_` are left alone."""
    return sorted(_walk(root / folder, folder, problems))


def content_files(
    root: Path, paths: Iterable[str], seen: Mapping[str, Seen | str], limits: ReadLimits, problems: Problems
) -> Iterator[ContentFile]:
    """The files that can be read, by their keys; what cannot be goes to `problems`. Those `seen` are not read again."""
    for path in paths:
        found = seen.get(path)
        if isinstance(found, Seen) and found.size <= limits.file_bytes:
            yield ContentFile(path, _named(found.digest, path))
            continue
        data, refused = read_bytes(root, path, limits)
        problems.extend(refused)
        if data is not None:
            yield ContentFile(path, key_of(data, path))


def key_of(data: bytes, path: str) -> str:
    """What a file is remembered by."""
    return _named(digest_of(data), path)


def is_prose(path: str) -> bool:
    """Whether the file is a page or introduction, which may do without front matter."""
    return path.startswith((f"{PAGES}/", f"{TERMS}/"))


def linked(path: str) -> Diagnostic:
    """What is said of a folder that is a link."""
    message = "this is a link to a folder, and what lies behind it is not read"
    return Diagnostic(path, "unreadable", message, "Put the folder itself here")


def _named(digest: str, path: str) -> str:
    return f"prose-{digest}" if is_prose(path) else digest


def _walk(folder: Path, name: str, problems: Problems) -> Iterator[str]:
    """Files `*.md` below a folder, by relative path; hidden ones and those that begin with `_` are left alone."""
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.add(
            Diagnostic(name, "unreadable", f"the folder cannot be read: {error.strerror}", "Mend its permissions")
        )
        return
    for entry in entries:
        if entry.name.startswith((".", "_")) or entry.name == "README.md":
            continue
        path = f"{name}/{entry.name}"
        if not entry.name.isprintable():
            message = "the name holds a character that nobody sees, or is not UTF-8"
            problems.add(
                Diagnostic(path.encode("ascii", "backslashreplace").decode(), "file-name", message, "Rename it")
            )
        elif entry.name.endswith(".md"):
            yield path
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, path, problems)
        elif entry.is_dir():
            problems.add(linked(path))
        elif ending := _ENDINGS.search(entry.name):
            problems.add(_unread(path, ending))


_ENDINGS = re.compile(r"(?:\.md)?\.(md|markdown|mdown|mdx|txt|html?|rtf|odt|docx?|pdf)$", re.IGNORECASE)
"""How files are named that are meant as postings, and are none."""


def _unread(path: str, ending: re.Match[str]) -> Diagnostic:
    is_text = ending[1].lower() in ("md", "markdown", "mdown", "mdx", "txt")
    mend = f"Rename it to `{path.rpartition('/')[2][: -len(ending.group())]}.md`"
    hint = mend if is_text else "Copy its text into a file that `ssg new` begins"
    message = "this file is not read: its name does not end in `.md`"
    return Diagnostic(path, "file-name", message, hint, severity=Severity.WARNING)
