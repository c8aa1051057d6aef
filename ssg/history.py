"""When a file of the content last changed, as git tells."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

_SECONDS = 60


def head(root: Path) -> str:
    """The commit that is checked out; empty where there is no git, or a history too short to tell."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    if top is None or (top / ".git" / "shallow").exists():
        return ""
    return _git(root, "rev-parse", "HEAD").strip()


def last_changes(root: Path) -> Mapping[str, datetime]:
    """Committed time of the last change of each file of `content/`, by path relative to `root`.

    Empty where git cannot tell: no repository, no git, a shallow clone.
    """
    if not head(root):
        return {}
    text = _git(root, "log", "--format=%x00%cI", "--name-only", "--no-renames", "--relative", "-z", "--", "content")
    found: dict[str, datetime] = {}
    moment: datetime | None = None
    for part in text.split("\0"):
        line = part.strip("\n")
        if len(line) > 18 and line[4:5] == "-" and line[10:11] == "T":
            moment = datetime.fromisoformat(line)
        elif line and moment is not None:
            found.setdefault(line, moment)
    return found


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, timeout=_SECONDS, check=True, text=True
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout
