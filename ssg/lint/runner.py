"""Runs the rules over a site and says where in which file each finding stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ssg.config import Config
from ssg.diagnostics import Diagnostic, Severity, nearest
from ssg.lint.context import Context, SourceOf, Static
from ssg.lint.finding import Field, Finding, Rule
from ssg.lint.registry import RULES
from ssg.model import Posting
from ssg.site import Site
from ssg.source import Source, locate

UNKNOWN_RULE = "unknown-rule"
SITE_FILE = "site.yaml"
LONGEST_SOURCE_LINE = 500


def lint_site(
    site: Site,
    source_of: SourceOf,
    *,
    static: Static | None = None,
    site_file: str = "",
    only: Severity | None = None,
) -> Iterator[Diagnostic]:
    """What the rules say of a site's postings, in no order; `only` runs just the rules of that severity.

    `source_of` gives a posting's file, and is asked only for what a rule wants to read. `static` gives the files
    of the `static/` folders, without it nothing is said of logos. `site_file` is the text of site.yaml, for the
    lines of what is wrong in it.
    """
    rules = chosen(site.config, only)
    context = Context(site, source_of, static)
    if only is None or only is Severity.WARNING:
        yield from _unknown_names(context, site_file)
    for posting in context.postings:
        for rule, severity in rules:
            if rule.check and context.life(posting) in rule.lives and not _ignores(posting, rule):
                for finding in rule.check(posting, context):
                    yield _in_posting(finding, rule, severity, posting, context)
    by_path = {posting.path: posting for posting in context.postings}
    for rule, severity in rules:
        if rule.check_site:
            for finding in rule.check_site(context):
                yield from _of_site(finding, rule, severity, by_path, context, site_file)


def chosen(config: Config, only: Severity | None = None) -> tuple[tuple[Rule, Severity], ...]:
    """The rules that are on, each with the severity that site.yaml gives it, or its own."""
    given = ((rule, config.lint.get(rule.id, rule.severity.value)) for rule in RULES)
    on = ((rule, Severity(severity)) for rule, severity in given if severity != "off")
    return tuple((rule, severity) for rule, severity in on if only in (None, severity))


def _ignores(posting: Posting, rule: Rule) -> bool:
    return posting.lint is not None and rule.id in posting.lint.ignore


def _in_posting(finding: Finding, rule: Rule, severity: Severity, posting: Posting, context: Context) -> Diagnostic:
    source = None if finding.field is None and not finding.line else context.text(posting).source
    return _diagnostic(finding, rule.id, severity, posting.path, source)


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
        yield _diagnostic(finding, rule.id, severity, SITE_FILE, _site_source(site_file))
    elif not _ignores(posting, rule):
        yield _in_posting(finding, rule, severity, posting, context)


def _diagnostic(finding: Finding, rule: str, severity: Severity, path: str, source: Source | None) -> Diagnostic:
    line, column, shown = finding.line, finding.column, ""
    if source is not None and finding.field is not None:
        line, column = locate(source.front, finding.field, source.front_line)
    if source is not None and line:
        lines = source.text.split("\n")
        shown = lines[line - 1][:LONGEST_SOURCE_LINE] if line <= len(lines) else ""
    return Diagnostic(path, rule, finding.message, finding.hint, line, column, severity, shown)


def _site_source(text: str) -> Source | None:
    return Source(SITE_FILE, text, text, 1, "", 1, "") if text else None


def _unknown_names(context: Context, site_file: str) -> Iterator[Diagnostic]:
    """Names of rules, in site.yaml and in `lint.ignore`, that no rule has."""
    known = {rule.id for rule in RULES}
    for name in sorted(context.config.lint.keys() - known):
        finding = _unknown(name, known, ("lint", name))
        yield _diagnostic(finding, UNKNOWN_RULE, Severity.WARNING, SITE_FILE, _site_source(site_file))
    for posting in context.postings:
        for index, name in enumerate(posting.lint.ignore if posting.lint else ()):
            if name not in known:
                finding = _unknown(name, known, ("lint", "ignore", index))
                source = context.text(posting).source
                yield _diagnostic(finding, UNKNOWN_RULE, Severity.WARNING, posting.path, source)


def _unknown(name: str, known: Iterable[str], field: Field) -> Finding:
    guess = nearest(name, sorted(known))
    hint = f"Did you mean `{guess}`?" if guess else "`docs/reference/rules.md` lists the rules"
    return Finding(f"`{name}` is not the name of a rule", hint, field=field)
