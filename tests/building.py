"""Building small sites inside a test, and looking at what came out."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ssg.build import BuildOptions, Built, build

TODAY = date(2026, 11, 20)


def build_site(root: Path, **options: Any) -> Built:
    """Build a small site on a day that never changes; without a search index unless it is asked for."""
    return build(root, BuildOptions(**{"today": TODAY, "search": False, **options}))


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder, by path; the search index is left out, which is never twice the same."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "pagefind" not in path.relative_to(folder).parts
    }


def posting(title: str = "Engineer", body: str = "Work on it.\n", **fields: Any) -> str:
    """A posting's file: `fields` are lines of front matter besides title and date."""
    lines = {"title": title, "date_posted": "2026-11-02", **fields}
    front = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return f"---\n{front}---\n\n{body}"
