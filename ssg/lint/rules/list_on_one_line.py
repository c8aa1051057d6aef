"""Several values are a list, not one text.

`skills: Go, Rust` is one skill named "Go, Rust", which nobody filters by, and lines below `benefits:` without dashes
are one long benefit. Looked at are skills with a comma or semicolon between short names, and benefits and steps of the
interview that are a single text with several parts.

Passes:

    ---
    title: Developer
    skills: [Go, Rust]
    ---

Fails:

    ---
    title: Developer
    skills: Go, Rust
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Field, Finding, quote
from ssg.model import Posting
from ssg.source.yaml_text import flow

ID = "list-on-one-line"
SEVERITY = Severity.WARNING

_BRACKETED = re.compile(r"\([^()]*\)")
_PHRASE = re.compile(r"\s(?:and|or|und|oder|et|ou|e|y|o)\s|(?:\S+\s+){3}\S")
"""What makes parts of a name a phrase: `OS, network and storage limits` is one skill."""
_PARTED = re.compile(r"\s*[;•·|]\s*|,\s*")
_LINES = r"^{key}:[ \t]*\n((?:[ \t]+[^-\s#\[{{].*\n?)+)"


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    for index, skill in enumerate(posting.skills):
        parts = _parts(skill.name)
        if len(parts) > 1 and not any(_PHRASE.search(part) for part in parts):
            yield _finding("skills", skill.name, parts, ("skills",) if len(posting.skills) == 1 else ("skills", index))
    for key, names in (("skills", [skill.name for skill in posting.skills]), ("benefits", posting.benefits)):
        for index, name in enumerate(names):
            if name.endswith((",", ";")) and len(_parts(name)) == 1:
                message = f"{quote(name)} in `{key}` ends in `{name[-1]}`, which is read as part of it"
                yield Finding(message, f"Write `{name.rstrip(',; ')}`", field=(key, index))
    single = {"benefits": posting.benefits, "interview": tuple(step.step for step in posting.interview)}
    for key, values in single.items():
        if len(values) == 1 and (parts := _items(key, values[0], posting, context)):
            yield _finding(key, values[0], parts, (key,))


def _parts(text: str) -> list[str]:
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    bare = _BRACKETED.sub(lambda match: match.group().replace(",", "\0").replace(";", "\1"), text)
    return [part.replace("\0", ",").replace("\1", ";").strip() for part in _PARTED.split(bare) if part.strip()]


def _items(key: str, text: str, posting: Posting, context: Context) -> list[str]:
    """The parts of a benefit or step that is several: lines of their own, or three and more between signs."""
    source = context.text(posting).source.front if " " in text else ""
    if match := re.search(_LINES.format(key=key), source, re.MULTILINE):
        lines = [line.strip() for line in match[1].splitlines()]
        return lines if len(lines) > 1 else []
    parts = _parts(text)
    return parts if len(parts) > 2 or (";" in text and len(parts) > 1) else []


def _finding(key: str, text: str, parts: list[str], field: Field) -> Finding:
    mend = flow(parts)
    written = f"`{key}: {mend}`" if len(field) == 1 else f"`{mend[1:-1]}` in its place"
    return Finding(
        f"{quote(text)} in `{key}` is one value, and reads like {len(parts)}", f"Write {written}", field=field
    )
