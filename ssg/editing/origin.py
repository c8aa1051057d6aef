"""Where a folder's repository lives on GitHub, and where GitHub Pages would publish it."""

from __future__ import annotations

import re
from pathlib import Path

from ssg.diagnostics import UsageError
from ssg.editing.revisions import run_git

_REMOTE = re.compile(
    r"(?:https://github\.com/|git@github\.com:|ssh://git@github\.com/)(?P<owner>[\w-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?"
)


def github_repository(folder: Path) -> str:
    """`https://github.com/OWNER/NAME` of the remote `origin`; empty where `folder` is no top of such a repository."""
    if not (folder / ".git").exists():
        return ""
    try:
        address = run_git(folder, "remote", "get-url", "origin").decode("utf-8", "replace").strip()
    except UsageError:
        return ""
    found = _REMOTE.fullmatch(address)
    return f"https://github.com/{found['owner']}/{found['name']}" if found else ""


def pages_address(repository: str) -> str:
    """The address of GitHub Pages for a repository of GitHub."""
    owner, name = repository.removeprefix("https://github.com/").split("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
