"""The files of a theme: those below its folder that are neither hidden nor lead out of it."""

from __future__ import annotations

import os
from pathlib import Path

from ssg.diagnostics import Diagnostic, Problems
from ssg.model.portable import unportable

PUBLISHED = frozenset({".well-known", ".nojekyll"})
"""Hidden names that belong to a published site: RFC 8615, and GitHub Pages."""


def files_below(folder: Path, shown: str, problems: Problems) -> dict[str, Path]:
    """Name to file of all below `folder`, sorted; names have forward slashes. `shown` is the folder for people.

    Hidden files are left out. A link that leads out of the folder, or to a folder, is refused.
    """
    found: dict[str, Path] = {}
    inside = folder.resolve()
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(name for name in folders if _seen(name))
        for name in (*folders, *sorted(names)):
            path = here / name
            relative = path.relative_to(folder).as_posix()
            if not _seen(name):
                continue
            if unfit := unportable(name):
                told = f"{shown}/{relative}".encode("utf-8", "backslashreplace").decode()
                problems.add(Diagnostic(told, "file-name", unfit, "Rename it"))
            elif (why := _refusal(path, inside)) == "":
                found[relative] = path
            elif why:
                message, hint = f"this is {why}", "Put the file itself here"
                problems.add(Diagnostic(f"{shown}/{relative}", "theme-file", message, hint))
    return dict(sorted(found.items()))


def _seen(name: str) -> bool:
    return not name.startswith(".") or name in PUBLISHED


def _refusal(path: Path, inside: Path) -> str | None:
    """Why the file is not taken; empty when it is, None for a folder (whose files come by themselves)."""
    if not path.is_symlink():
        return "" if path.is_file() else None if path.is_dir() else "no regular file"
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if not target.is_relative_to(inside):
        return "a link that leads out of its folder"
    return "" if target.is_file() else "a link to a folder"
