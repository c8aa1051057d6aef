"""What keeps a posting out of an aggregator's file, and where in the posting's own file it can be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ssg.build.rendering import phrase_book
from ssg.content import Content
from ssg.diagnostics import Diagnostic, Severity
from ssg.formats import feed_diagnostics
from ssg.formats.aggregators import RULE
from ssg.model import Posting
from ssg.pages import Planned
from ssg.site import Site
from ssg.source import locate
from ssg.theme import Theme


def lint_feeds(planned: Sequence[Planned], site: Site, content: Content, theme: Theme) -> Iterator[Diagnostic]:
    """What keeps a posting out of an aggregator's feed, as severe as site.yaml says."""
    severity = site.config.lint.get(RULE, Severity.WARNING)
    silent = {p.path for p in site.open if p.lint and RULE in p.lint.ignore}
    for one in planned if severity != "off" else ():
        for name in site.config.feeds:
            if one.kind == f"format:{name}":
                context = one.context
                found = feed_diagnostics(name, context.entries, content.bodies_in_order(one.bodies), phrase_book(theme))
                postings = {entry.posting.path: entry.posting for entry in context.entries}
                told = (d for d in found if d.path not in silent)
                yield from (_placed(replace(d, severity=Severity(severity)), postings[d.path], content) for d in told)


def _placed(diagnostic: Diagnostic, posting: Posting, content: Content) -> Diagnostic:
    """The diagnostic at the line where the posting says where the work is; at its title where it does not."""
    source = content.source(posting)
    field = "locations" if posting.locations else "workplace" if posting.workplace else "title"
    line, column = locate(source.front, (field,), source.front_line)
    lines = source.text.split("\n")
    return replace(diagnostic, line=line, column=column, source=lines[line - 1] if line <= len(lines) else "")
