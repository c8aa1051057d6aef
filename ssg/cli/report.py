"""Diagnostics for people, for GitHub's annotations and for programs."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, Literal, TextIO

from ssg.cli.caret import under
from ssg.diagnostics import Diagnostic, Severity, seen

Format = Literal["text", "github", "json"]
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
ANNOTATIONS = 10
"""GitHub shows so many annotations of a kind for one step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def default_format() -> Format:
    """GitHub's annotations inside its Actions, else text."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def report(
    diagnostics: Sequence[Diagnostic], form: Format | None = None, to: TextIO | None = None, *, folder: str = ""
) -> None:
    """Write the diagnostics in a format (default: by the environment) to a stream (default: stderr).

    `folder` stands before the paths in GitHub's annotations, where the site is not the top of its repository.
    """
    form, stream = form or default_format(), to or sys.stderr
    if form == "json":
        print(as_json(diagnostics), file=stream)
        return
    if form == "github":
        _report_github(diagnostics, stream, folder)
    else:
        for diagnostic in diagnostics:
            print(as_text(diagnostic, colour=wants_colour(stream), caret=stream.isatty()), file=stream)
    if diagnostics:
        print(counted(diagnostics), file=stream)


def wants_colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def as_text(diagnostic: Diagnostic, *, colour: bool = False, caret: bool = False) -> str:
    """One line as compilers write it; with `caret` the source line follows, and a mark under the place."""
    line = seen(str(diagnostic))
    if colour:
        word = f" {diagnostic.severity}: "
        line = line.replace(word, f" \x1b[1;{COLOURS[diagnostic.severity]}m{diagnostic.severity}\x1b[0m: ", 1)
    if not caret or not diagnostic.source or not diagnostic.line:
        return line
    return "\n    ".join([line, *under(diagnostic.source, diagnostic.column).split("\n")])


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning in 2 files`."""
    found = list(diagnostics)
    counts = Counter(d.severity for d in found)
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}
    parts = [_many(counts[severity], names[severity]) for severity in Severity if counts[severity]]
    return f"{', '.join(parts)} in {_many(len({d.path for d in found}), 'file')}"


def _many(count: int, word: str) -> str:
    if count == 1:
        return f"1 {word}"
    return f"{count} {word.replace('piece of', 'pieces of')}" + ("" if word.endswith("advice") else "s")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """`{"version": 1, "diagnostics": [...]}`: the fields of `Diagnostic`, in its order of sorting."""
    rows: list[dict[str, Any]] = [asdict(d) for d in diagnostics]
    return json.dumps({"version": 1, "diagnostics": rows}, ensure_ascii=False, indent=2)


def _report_github(diagnostics: Sequence[Diagnostic], stream: TextIO, folder: str) -> None:
    """Annotations on the lines, ten of a kind at most; all of them in the job's summary."""
    shown: Counter[Severity] = Counter()
    for diagnostic in diagnostics:
        shown[diagnostic.severity] += 1
        if shown[diagnostic.severity] <= ANNOTATIONS:
            print(annotation(diagnostic, folder), file=stream)
    left = sum(max(0, count - ANNOTATIONS) for count in shown.values())
    if left:
        print(f"{left} more: see the summary of this job.", file=stream)
    if diagnostics and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123 (GitHub's file, not ours)
            file.write(as_markdown(diagnostics))


def annotation(diagnostic: Diagnostic, folder: str = "") -> str:
    """A workflow command of GitHub; nothing in the text can end it or begin another."""
    path = diagnostic.path and folder + diagnostic.path
    parts = {"file": path, "line": diagnostic.line, "col": diagnostic.column, "title": diagnostic.rule}
    properties = ",".join(f"{name}={_escaped(str(value), True)}" for name, value in parts.items() if value)
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_escaped(diagnostic.text, False)}"


def _escaped(text: str, is_property: bool) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def as_markdown(diagnostics: Sequence[Diagnostic], most: int = 500) -> str:
    """A table for a job's summary."""
    from ssg.editing.summary import in_words, quoted

    rows = [f"### {counted(diagnostics)}", "", "| where | what | rule |", "| --- | --- | --- |"]
    for d in diagnostics[:most]:
        where = f"{d.path}:{d.line}" if d.line else d.path
        rows.append(f"| {quoted(where)} | **{d.severity}** {in_words(d.text)} | {quoted(d.rule)} |")
    if len(diagnostics) > most:
        rows.append(f"\nand {len(diagnostics) - most} more")
    return "\n".join(rows) + "\n\n"
