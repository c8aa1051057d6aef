"""What a rule finds, and what a rule is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ssg.diagnostics import Severity
from ssg.model import Posting
from ssg.site import LISTED, Life

if TYPE_CHECKING:
    from ssg.lint.context import Context

Field = tuple[str | int, ...]
"""Where a value stands in front matter: `("locations", 0, "city")`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule has to say.

    Its place is the front matter's `field`, or `line` and `column` of the file (both from 1), or the whole file.
    `path` is the file, relative to the root; empty for the posting under check. `message` says what stands there,
    `hint` what to write instead.
    """

    message: str
    hint: str = ""
    field: Field | None = None
    line: int = 0
    column: int = 0
    path: str = ""


Check = Callable[[Posting, "Context"], Iterator[Finding]]
Note = Callable[[Posting, "Context"], Any]
CheckSite = Callable[["Context"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, its usual severity, its documentation, and what it does.

    `check` looks at one posting whose life is in `lives`; `check_site` at all of them. A rule has one or both. What
    `check_site` wants to know of each posting's text `note` tells, None for nothing: postings are read once, and where
    there are many by several processes, so a note is a value that can be pickled.
    """

    id: str
    severity: Severity
    doc: str
    check: Check | None
    check_site: CheckSite | None
    note: Note | None
    lives: frozenset[Life]

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """The rule that a module of `ssg.lint.rules` is.

        The module has `ID`, `SEVERITY`, a docstring that is its documentation, and `check(posting, context)` or
        `check_site(context)`, both yielding findings; for the latter it may have `note(posting, context)`. `LIVES` may
        say which postings it looks at; without it those that take applications, and drafts.
        """
        return cls(
            id=module.ID,
            severity=module.SEVERITY,
            doc=module.__doc__ or "",
            check=getattr(module, "check", None),
            check_site=getattr(module, "check_site", None),
            note=getattr(module, "note", None),
            lives=getattr(module, "LIVES", LISTED),
        )


def ignores(posting: Posting, rule: str) -> bool:
    """Whether the posting's `lint.ignore` names the rule."""
    return posting.lint is not None and rule in posting.lint.ignore


def quote(text: str, most: int = 60) -> str:
    """`text` in quotation marks on one line, cut to `most` characters."""
    line = re.sub(r"\s+", " ", text).strip()
    return f'"{line if len(line) <= most else line[: most - 1].rstrip() + "…"}"'


def listing(words: list[str], most: int = 5) -> str:
    """`a, b and c`; past `most` words the rest is counted: `a, b and 7 others`."""
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} others"]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
