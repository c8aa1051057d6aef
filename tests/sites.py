"""Small sites written inside a test: one text, many files."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

SITE_YAML = """\
title: Careers at Example
base_url: https://example.org/careers/
companies:
  example: {name: Example, url: "https://example.com"}
apply: {email: jobs@example.com}
"""

_MARKER = re.compile(r"^-- (?P<name>\S.*?) --[ \t]*$\n?", re.MULTILINE)


def read_archive(text: str) -> dict[str, str]:
    """File texts by path from `-- path --` lines, each followed by its file; indented text is dedented first.

    >>> read_archive("-- a.md --\\nOne\\n-- b/c.md --\\nTwo\\n")
    {'a.md': 'One\\n', 'b/c.md': 'Two\\n'}

    Raises ValueError if text stands before the first file or a path stands there twice.
    """
    before, *parts = _MARKER.split(textwrap.dedent(text).lstrip("\n"))
    if before.strip():
        raise ValueError(f"text before the first `-- path --` line: {before.strip()!r}")
    names, texts = parts[::2], parts[1::2]
    if len(set(names)) != len(names):
        raise ValueError(f"a file stands there twice: {sorted(n for n in names if names.count(n) > 1)[0]}")
    return dict(zip(names, texts, strict=True))


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write each file under `root`, making folders as needed, and return `root`."""
    for name, content in files.items():
        path = root / name
        if not path.resolve().is_relative_to(root.resolve()):
            raise ValueError(f"{name} leaves the site's folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def write_site(root: Path, text: str, *, site_yaml: str | None = SITE_YAML) -> Path:
    """Write the site in `text` (see `read_archive`) and return `root`.

    A text without `site.yaml` gets the least one that works; `site_yaml=None` leaves it out.
    """
    files = read_archive(text)
    if site_yaml is not None:
        files.setdefault("site.yaml", site_yaml)
    return write_files(root, files)
