"""Runs the rules over a site and says where in which file each finding stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ssg.config import Config
from ssg.diagnostics import Diagnostic, Severity, nearest
from ssg.lint.context import Context, SourceOf, Static
from ssg.lint.final import FINAL
from ssg.lint.finding import Field, Finding, Rule, ignores
from ssg.model import Posting
from ssg.parallel import Workers
from ssg.site import Site
from ssg.source import Source, locate

UNKNOWN_RULE = "unknown-rule"
SITE_FILE = "site.yaml"
LONGEST_SOURCE_LINE = 500
MOST_NAMES = 200
"""Names in one `lint.ignore` that are looked up."""
CHUNK, SERIAL_BELOW = 25, 150

Chosen = tuple[tuple[Rule, Severity], ...]


def lint_site(
    site: Site,
    source_of: SourceOf,
    *,
    static: Static | None = None,
    site_file: str = "",
    only: Severity | None = None,
    workers: Workers | None = None,
) -> Iterator[Diagnostic]:
    """What the rules say of a site's postings, in no order; `only` runs just the rules of that severity.

    `source_of` gives a posting's file, and is asked only for what a rule wants to read. `static` gives the files
    of the `static/` folders, without it nothing is said of logos. `site_file` is the text of site.yaml, for the
    lines of what is wrong in it. Many postings are shared among `workers`.
    """
    rules = chosen(site.config, only)
    context = Context(site, source_of, static)
    if only is None or only is Severity.WARNING:
        yield from _unknown_names(context, site_file)
    notes: dict[str, dict[str, Any]] = {rule.id: {} for rule, _ in rules}
    reading = _Reading(context, rules)
    for posting, (found, noted) in zip(context.postings, _read(reading, workers or Workers(1)), strict=True):
        yield from found
        for name, note in noted.items():
            notes[name][posting.path] = note
    context = replace(context, notes=notes)
    by_path = {posting.path: posting for posting in context.postings}
    for rule, severity in rules:
        if rule.check_site:
            for finding in rule.check_site(context):
                yield from _of_site(finding, rule, severity, by_path, context, site_file)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The postings to be read by the rules, in a form that a forked worker finds ready."""

    context: Context
    rules: Chosen

    def __len__(self) -> int:
        return len(self.context.postings)

    def take(self, some: range) -> Sequence[tuple[Context, Chosen, Posting]]:
        return [(self.context, self.rules, posting) for posting in self.context.postings[some.start : some.stop]]


Read = tuple[tuple[Diagnostic, ...], dict[str, Any]]
"""What the rules say of one posting, and what they noted of it for later."""


def _read(reading: _Reading, workers: Workers) -> Iterator[Read]:
    return workers.map(_read_some, reading, chunk=CHUNK, serial_below=SERIAL_BELOW)


def _read_some(some: Sequence[tuple[Context, Chosen, Posting]]) -> list[Read]:
    """Run the rules over some postings: the task of a worker."""
    return [_read_one(*one) for one in some]


def _read_one(context: Context, rules: Chosen, posting: Posting) -> Read:
    found, notes, life = [], {}, context.life(posting)
    for rule, severity in rules:
        if life not in rule.lives:
            continue
        if rule.check and not ignores(posting, rule.id):
            found += [
                _in_posting(finding, rule, severity, posting, context) for finding in rule.check(posting, context)
            ]
        if rule.note and (note := rule.note(posting, context)) is not None:
            notes[rule.id] = note
    return tuple(found), notes


def chosen(config: Config, only: Severity | None = None) -> Chosen:
    """The rules that are on, each with the severity that site.yaml gives it, or its own."""
    mere_errors = only is Severity.ERROR and Severity.ERROR not in config.lint.values()
    given = (
        (rule, config.lint.get(rule.id, rule.severity.value)) for rule in (FINAL if mere_errors else _every_rule())
    )
    on = ((rule, Severity(severity)) for rule, severity in given if severity != "off")
    return tuple((rule, severity) for rule, severity in on if only in (None, severity))


def _every_rule() -> tuple[Rule, ...]:
    from ssg.lint.registry import RULES  # more than fifty modules with their patterns: a build does without them

    return RULES


def _in_posting(finding: Finding, rule: Rule, severity: Severity, posting: Posting, context: Context) -> Diagnostic:
    if finding.field is None and not finding.line:
        return _diagnostic(finding, rule.id, severity, posting.path)
    text = context.text(posting)
    return _diagnostic(finding, rule.id, severity, posting.path, text.source, text.lines)


def _of_site(
    finding: Finding,
    rule: Rule,
    severity: Severity,
    by_path: Mapping[str, Posting],
    context: Context,
    site_file: str,
) -> Iterator[Diagnostic]:
    posting = by_path.get(finding.path)
    if posting is None:
        yield _in_site_file(finding, rule.id, severity, site_file)
    elif not ignores(posting, rule.id):
        yield _in_posting(finding, rule, severity, posting, context)


def _in_site_file(finding: Finding, rule: str, severity: Severity, text: str) -> Diagnostic:
    source = Source(SITE_FILE, text, text, 1, "", 1) if text else None
    return _diagnostic(finding, rule, severity, SITE_FILE, source, text.split("\n"))


def _diagnostic(
    finding: Finding, rule: str, severity: Severity, path: str, source: Source | None = None, lines: Sequence[str] = ()
) -> Diagnostic:
    line, column = finding.line, finding.column
    if source is not None and finding.field is not None:
        line, column = locate(source.front, finding.field, source.front_line)
    shown = lines[line - 1][:LONGEST_SOURCE_LINE] if 0 < line <= len(lines) else ""
    return Diagnostic(path, rule, finding.message, finding.hint, line, column, severity, shown)


OTHERS = frozenset({"feed-tag-missing"})
"""Rules that are told elsewhere, and whose severity is set like that of the rules here."""


def _unknown_names(context: Context, site_file: str) -> Iterator[Diagnostic]:
    """Names of rules, in site.yaml and in `lint.ignore`, that no rule has."""
    known = {rule.id for rule in _every_rule()} | OTHERS
    for name in sorted(context.config.lint.keys() - known):
        finding = _unknown(name, known, ("lint", name))
        yield _in_site_file(finding, UNKNOWN_RULE, Severity.WARNING, site_file)
    for posting in context.postings:
        ignored = posting.lint.ignore[:MOST_NAMES] if posting.lint else ()
        for index, name in enumerate(ignored):
            if name not in known:
                finding, text = _unknown(name, known, ("lint", "ignore", index)), context.text(posting)
                yield _diagnostic(finding, UNKNOWN_RULE, Severity.WARNING, posting.path, text.source, text.lines)


def _unknown(name: str, known: Iterable[str], field: Field) -> Finding:
    guess = nearest(name, sorted(known))
    hint = f"Did you mean `{guess}`?" if guess else "`docs/reference/rules.md` lists the rules"
    return Finding(f"`{name}` is not the name of a rule", hint, field=field)
