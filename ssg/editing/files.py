"""Which posting files there are, by name; none of them is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ssg.content.names import POSTINGS, slug_and_language
from ssg.diagnostics import UsageError, nearest
from ssg.model.slug import slugify
from ssg.source import parse_yaml, read_bytes, split_source


def posting_paths(root: Path) -> list[str]:
    """Path relative to the root of every posting file, sorted."""
    return sorted(_files(root))


def posting_files(root: Path) -> dict[str, str]:
    """Path relative to the root of each posting, by slug; of the original where there are translations."""
    found: dict[str, str] = {}
    for path in posting_paths(root):
        slug, language, _ = slug_and_language(path)
        if slug not in found or not language:
            found[slug] = path
    return found


def front_matters(root: Path) -> Iterator[Mapping[str, Any]]:
    """The front matter of every posting as it was written; files that cannot be read are passed over."""
    for path in posting_paths(root):
        data, _ = read_bytes(root, path)
        source, _ = split_source(path, data) if data is not None else (None, ())
        front, _ = parse_yaml(path, source.front) if source is not None else (None, ())
        if isinstance(front, dict):
            yield front


def find_posting(root: Path, name: str) -> str:
    """The path of the posting that a slug, a title, a file's name or an address means.

    Raises UsageError with the nearest.
    """
    files = posting_files(root)
    last = re.split(r"[?#]", name.strip())[0].rstrip("/").rpartition("/")[2].removesuffix(".md")
    if found := files.get(last) or files.get(slugify(last)):
        return found
    guess = nearest(last, files)
    tail = f"the nearest is `{guess}`" if guess else _known(files)
    raise UsageError(f"there is no posting `{last or name}`; {tail}")


def _known(files: dict[str, str]) -> str:
    return f"`ssg list` shows all {len(files)}" if files else f"{POSTINGS} holds none"


def _files(root: Path) -> Iterator[str]:
    for here, folders, names in os.walk(root / POSTINGS):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in names:
            if name.endswith(".md") and name != "README.md" and not name.startswith((".", "_")):
                yield Path(here, name).relative_to(root).as_posix()
