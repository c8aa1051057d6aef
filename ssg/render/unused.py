"""What a theme adds and nothing asks for: most likely another name was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ssg.diagnostics import Diagnostic, Severity, nearest
from ssg.theme import Folder, Theme

_PAGES = {f"{kind}.html" for kind in "home posting closed term terms page 404 redirect search".split()}
"""Templates that the program itself asks for."""
_KEY = re.compile(r"^([\w.-]+):", re.MULTILINE)


def unused(theme: Theme, own: Sequence[Folder]) -> Iterator[Diagnostic]:
    """A warning for each template and English string of the folders that is new and that nothing names.

    What stands in for something of a parent theme is asked for where that was.
    """
    text = "\n".join(_texts(theme))
    for folder in own:
        parents = theme.folders[theme.folders.index(folder) + 1 :]
        if not parents:
            continue
        known = _PAGES.union(*(parent.templates for parent in parents))
        for name in folder.templates:
            if name not in known and name not in text:
                message = f"nothing asks for the template `{name}`, which no parent theme has"
                yield _warning(f"{folder.shown}/templates/{name}", "template", message, name, known, 1)
        known = {key for parent in parents for key, _ in _keys(parent)}
        for key, line in _keys(folder):
            if key not in known and f'"{key}"' not in text and f"'{key}'" not in text:
                message = f"nothing asks for the string `{key}`, which no parent theme has"
                yield _warning(f"{folder.shown}/strings/en.yaml", "strings", message, key, known, line)


def _texts(theme: Theme) -> Iterator[str]:
    for folder in theme.folders:
        for name in folder.templates:
            yield (folder.path / "templates" / name).read_text("utf-8", "replace")
    for name, path in theme.sources.items():
        if name.endswith((".js", ".mjs")):
            yield path.read_text("utf-8", "replace")


def _keys(folder: Folder) -> list[tuple[str, int]]:
    """The keys of a folder's English strings, each with its line."""
    path = folder.path / "strings/en.yaml"
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    return [(found[1], text.count("\n", 0, found.start()) + 1) for found in _KEY.finditer(text)]


def _warning(path: str, rule: str, message: str, name: str, known: Iterable[str], line: int) -> Diagnostic:
    guess = nearest(name, sorted(known))
    hint = f"Did you mean `{guess}`?" if guess else "Name it where it is wanted, or take it out"
    return Diagnostic(path, rule, message, hint, line, severity=Severity.WARNING)
