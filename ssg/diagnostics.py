"""What is wrong with a site's content, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning fails `--strict`, advice never fails."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


MOST = 1_000
"""Characters of a message, and of a hint: either may quote what an author wrote."""
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem of one file.

    `path` is relative to the site's root, with forward slashes. `line` and `column` count from 1 in the file
    itself; 0 means the whole file (or the whole line). `message` says what stands there and what was expected,
    `hint` what to write instead; all are kept short, and what a terminal or a browser would obey in them is written as
    an escape. `source` is the line as it stands in the file, for showing a caret under it.
    """

    path: str
    rule: str
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = Severity.ERROR
    source: str = ""

    def __post_init__(self) -> None:
        for name, text in (("path", self.path), ("message", self.message), ("hint", self.hint)):
            if len(text) > MOST or not text.isprintable():
                short = text if len(text) <= MOST else f"{text[: MOST - 1]}…"
                object.__setattr__(self, name, _HARMFUL.sub(lambda found: seen(found[0]), short))

    def __str__(self) -> str:
        """`content/postings/x.md:7:3: error: message. Hint [rule]`"""
        where = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        return f"{where}: {self.severity}: {self.text} [{self.rule}]"

    @property
    def text(self) -> str:
        """The message with its hint, as one line."""
        return f"{self.message}. {self.hint}" if self.hint else self.message

    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        return (self.path, self.line, self.column, RANK[self.severity], self.rule, self.message)


class SiteError(Exception):
    """The site cannot be built: carries every diagnostic found so far, sorted."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[SiteError], tuple[tuple[Diagnostic, ...]]]:
        """Arrive whole from another process."""
        return type(self), (self.diagnostics,)


class ConfigError(SiteError):
    """site.yaml or the theme is wrong: nothing can be said about the content yet."""


class UsageError(Exception):
    """The command was asked for something that cannot be done: a folder that is not there, a name unknown."""


class BuildError(Exception):
    """Something outside the content failed: the disk, a lock, Pagefind. The message says what to do."""


class Problems:
    """Gathers diagnostics over the stages of a run; sorted and without repeats when read."""

    def __init__(self) -> None:
        self._found: set[Diagnostic] = set()

    def add(self, diagnostic: Diagnostic) -> None:
        self._found.add(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._found.update(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._found, key=Diagnostic.sort_key))

    def __len__(self) -> int:
        return len(self._found)

    def count(self, severity: Severity) -> int:
        return sum(d.severity is severity for d in self._found)

    def stop_on_error(self, error: type[SiteError] = SiteError) -> None:
        """Raise `error` with everything found so far, if any of it is an error."""
        if self.count(Severity.ERROR):
            raise error(tuple(self))


def as_warnings_fail(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics with every warning made an error: what `--strict` means."""
    return [replace(d, severity=Severity.ERROR) if d.severity is Severity.WARNING else d for d in diagnostics]


def seen(text: str) -> str:
    """The text with everything that a terminal would obey, or a reader not see, written as an escape."""
    return "".join(c if c.isprintable() or c == " " else c.encode("unicode_escape").decode() for c in text)


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The choice most like `word`, or None when none is near."""
    by_folded = {choice.casefold(): choice for choice in choices}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None
