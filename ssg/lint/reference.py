"""The rules' documentation, from their docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ssg.lint.finding import Rule
from ssg.lint.lexicon import FEMININE, MASCULINE, PREFIX, lexicon
from ssg.lint.pay import laws
from ssg.lint.registry import GROUPS
from ssg.lint.tables import table_names

_EXAMPLE = re.compile(r"^(Passes|Fails):\n\n((?:(?: {4}.*)?\n)*)", re.MULTILINE)

_INTRODUCTION = """\
# Rules

`ssg check` runs these rules over every posting that takes applications, drafts and scheduled ones included. Each has
a severity: an **error** stops `ssg build`, a **warning** fails `ssg check --strict`, **advice** never fails anything.
site.yaml changes it, or switches the rule off:

```yaml
lint: {salary-missing: error, gendered-words: off}
```

A single posting is left alone by a rule with:

```yaml
lint: {ignore: [gendered-words]}
```

A name in either place that no rule has is a warning itself (`unknown-rule`).

The rules about pay are advice on adverts and not legal advice. The tables behind the rules are files of
`ssg/lint/data/`: they can be brought up to date without a line of code.

A rule is a module of `ssg/lint/rules/`: an `ID`, a `SEVERITY`, a docstring (what you read here, with the two examples
that are run as tests), and `check(posting, context)` or `check_site(context)`, which yield a `Finding` for each thing
to say; what `check_site` wants to know of each text, `note(posting, context)` tells. It is named in
`ssg/lint/registry.py`, and `tests/lint_cases/ID.md` holds its messages word for word.
"""


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule's docstring taken apart: what it says in a line, why, and one example of each kind.

    An example is the text of a posting's file, or several files each below a line `-- path --`.
    """

    summary: str
    text: str
    passes: str
    fails: str


def read_doc(rule: Rule) -> RuleDoc:
    """Take a rule's docstring apart. Raises ValueError where a part is missing."""
    doc = inspect.cleandoc(rule.doc) + "\n"
    examples = {match[1]: inspect.cleandoc(match[2]) + "\n" for match in _EXAMPLE.finditer(doc)}
    summary, _, text = _EXAMPLE.sub("", doc).strip().partition("\n\n")
    if examples.keys() != {"Passes", "Fails"} or not summary:
        raise ValueError(f"{rule.id}: the docstring wants a summary, `Passes:` and `Fails:`")
    return RuleDoc(" ".join(summary.split()), text.strip(), examples["Passes"], examples["Fails"])


def reference() -> str:
    """The text of `docs/reference/rules.md`."""
    rules = (line for group in GROUPS for line in _group(group))
    return "\n".join([_INTRODUCTION, *_table(), *rules, *_pay_laws(), *_lists()])


def _table() -> Iterator[str]:
    yield "| rule | severity | what it asks |\n| --- | --- | --- |"
    for rules in GROUPS.values():
        for rule in rules:
            yield f"| [`{rule.id}`](#{rule.id}) | {rule.severity} | {read_doc(rule).summary} |"
    yield ""


def _group(group: str) -> Iterator[str]:
    yield f"## {group}\n"
    for rule in GROUPS[group]:
        doc = read_doc(rule)
        yield f"### {rule.id}\n\n*{rule.severity}* · {doc.summary}\n"
        if doc.text:
            yield doc.text + "\n"
        yield f"Passes:\n\n```yaml\n{doc.passes}```\n\nFails:\n\n```yaml\n{doc.fails}```\n"


def _pay_laws() -> Iterator[str]:
    yield "## Pay laws\n"
    yield "What `pay-transparency` knows, from `ssg/lint/data/pay_transparency.yaml`. This is no legal advice.\n"
    yield "| place | law | asks for | employers | remarks |\n| --- | --- | --- | --- | --- |"
    for law in laws():
        asks = ", ".join(f"{what.replace('-', ' ')} (since {since})" for what, since in law.asks.items())
        remarks = "; ".join(filter(None, (law.note.rstrip("."), law.unchecked and f"not confirmed: {law.unchecked}")))
        yield f"| {law.place} | [{law.law}]({law.source}) | {asks} | {law.employers} | {remarks} |"
    yield ""


def _lists() -> Iterator[str]:
    yield "## Word lists\n"
    yield "What the rules about wording know, from `ssg/lint/data/wording_*.yaml`. Other languages have no list.\n"
    yield "| language | phrases | words coded by gender |\n| --- | --- | --- |"
    for name in table_names(PREFIX):
        words = lexicon(name.removeprefix(PREFIX))
        assert words is not None
        coded = sum(entry.group in (MASCULINE, FEMININE) for entry in words.entries)
        phrases = sum(entry.group in words.rows for entry in words.entries)
        yield f"| {words.language} | {phrases} | {f'{coded} ({words.source})' if coded else 'none published'} |"
    yield ""
