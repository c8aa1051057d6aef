"""The rules' documentation, from their docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ssg.lint.finding import Rule
from ssg.lint.registry import GROUPS

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

The rules about pay are advice on adverts and not legal advice. The tables behind the rules are files of
`ssg/lint/data/`: they can be brought up to date without a line of code.
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
    return "\n".join([_INTRODUCTION, *_table(), *(line for group in GROUPS for line in _group(group))])


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
