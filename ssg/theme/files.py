"""The files of a theme: those below its folder that are neither hidden nor lead out of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from ssg.diagnostics import Diagnostic, Problems
from ssg.model.portable import unportable

PUBLISHED = frozenset({".well-known", ".nojekyll"})
"""Hidden names that belong to a published site: RFC 8615, and GitHub Pages."""


def files_below(folder: Path, shown: str, problems: Problems) -> dict[str, Path]:
    """Name to file of all below `folder`, sorted; names have forward slashes. `shown` is the folder for people.

    Hidden files are left out. Refused are links that lead out of the folder or to a folder, what cannot be read, and
    names that some system cannot hold.
    """
    found: dict[str, Path] = {}
    inside = folder.resolve()
    for path in _walk(folder, shown, problems):
        name = path.relative_to(folder).as_posix()
        if problem := _problem(path, f"{shown}/{name}", inside):
            problems.add(problem)
        elif not path.is_dir():
            found[name] = path
    return dict(sorted(found.items()))


def _walk(folder: Path, shown: str, problems: Problems) -> Iterator[Path]:
    """Every file and folder below `folder` that is not hidden."""

    def unreadable(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            problems.add(_unreadable(f"{shown}/{Path(error.filename).relative_to(folder).as_posix()}", error.errno))

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if _seen(name))
        yield from (Path(place, name) for name in (*folders, *sorted(filter(_seen, names))))


def _seen(name: str) -> bool:
    return not name.startswith(".") or name in PUBLISHED


def _problem(path: Path, told: str, inside: Path) -> Diagnostic | None:
    """Why the file or folder is not taken; None when it is."""
    if unfit := unportable(path.name):
        return Diagnostic(told.encode("utf-8", "backslashreplace").decode(), "file-name", unfit, "Rename it")
    if refused := _refusal(path, inside):
        return Diagnostic(told, "theme-file", f"this is {refused}", "Put the file itself here")
    return None if os.access(path, os.R_OK) else _unreadable(told, errno.EACCES)


def _unreadable(told: str, number: int | None) -> Diagnostic:
    reason = os.strerror(number or errno.EIO)
    return Diagnostic(told, "unreadable", f"this cannot be read: {reason}", "Mend its permissions, or remove it")


def _refusal(path: Path, inside: Path) -> str:
    if not path.is_symlink():
        return "" if path.is_file() or path.is_dir() else "no regular file"
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if not target.is_relative_to(inside):
        return "a link that leads out of its folder"
    return "" if target.is_file() else "a link to a folder"
