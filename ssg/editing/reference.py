"""docs/reference/posting.md and site.md, from the model."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Any

from ssg.editing.schema import SUBJECTS, Subject
from ssg.model import Noun
from ssg.model.nouns import Field, Kind, Shape, fields, nouns
from ssg.source.yaml_text import in_block

_POSTING = """\
# Fields of a posting

A posting is a file `content/postings/SLUG.md`: fields between two `---` lines, then the text in Markdown. The name of
the file is the last part of its address. `SLUG.pt.md` is its translation into Portuguese. Only `title` and
`date_posted` are required:

```markdown
---
title: Senior Software Engineer
date_posted: 2026-11-02
---

What the team does, and why this job is open.
```

A field that is not listed here is refused, with the nearest one that is. `ssg new` writes a file with every field,
`ssg schema posting` prints the same as JSON Schema. [For authors](../authors.md) tells how to write a posting.
"""
_SITE = """\
# Fields of site.yaml

`site.yaml` stands in the folder of the site and holds what is true for all of it. Required are `title`, `base_url` and
one company:

```yaml
title: Careers at Acme
base_url: https://example.org/careers/
companies:
  acme: {name: Acme}
```

A field that is not listed here is refused, with the nearest one that is. `ssg schema site` prints the same as JSON
Schema. [For site owners](../site-owners.md) tells how a site is set up.
"""
_INTRODUCTIONS: Mapping[Subject, str] = {"posting": _POSTING, "site": _SITE}
_MADE = "<!-- Made from the model by `ssg schema {subject} --format markdown`; a test holds it against the code. -->\n"
_KINDS: Mapping[Kind, str] = {
    "line": "text on one line",
    "text": "text",
    "date": "a day as `YYYY-MM-DD`",
    "url": "an address with `https://`",
    "email": "a mail address",
    "country": "a country's code",
    "currency": "a currency's code",
    "region": "a code such as `US-WA`",
    "language": "a language's code",
    "slug": "small letters, digits and hyphens",
    "amount": "a number without separators",
    "whole number": "a whole number",
    "number": "a number",
    "yes or no": "`true` or `false`",
    "choice": "",
    "noun": "",
    "mapping": "",
}


def reference(subject: Subject) -> str:
    """The text of `docs/reference/posting.md` or `docs/reference/site.md`."""
    noun = SUBJECTS[subject]
    below = (line for each in nouns(noun) for line in _noun(each))
    return "\n".join([_INTRODUCTIONS[subject], _MADE.format(subject=subject), *_table(noun), "", *below])


def in_words(shape: Shape) -> str:
    """What to write for a value, in words; nouns are links to their own tables."""
    if shape.inner:
        return f"a mapping from a name to {in_words(shape.inner)}"
    one = _one(shape)
    return f"{one}, or a list" if shape.many and shape.kind != "noun" else f"a list of {one}" if shape.many else one


def _one(shape: Shape) -> str:
    choices = ", ".join(f"`{choice}`" for choice in shape.choices)
    if shape.kind == "choice":
        return f"one of {choices}"
    if shape.noun:
        return f"[{shape.noun.__name__}](#{shape.noun.__name__.lower()})"
    return _KINDS[shape.kind] + (f", or {choices}" if choices else "")


def _noun(noun: type[Noun]) -> Iterator[str]:
    yield f"## {noun.__name__}\n"
    yield f"{' '.join((inspect.getdoc(noun) or '').split())}\n"
    yield from _table(noun)
    yield ""


def _table(noun: type[Noun]) -> Iterator[str]:
    yield "| field | meaning | what to write | example | schema.org |"
    yield "| --- | --- | --- | --- | --- |"
    for field in fields(noun):
        cells = (f"`{field.name}`", _meaning(field), in_words(field.shape), _example(field.example), _property(field))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _meaning(field: Field) -> str:
    if field.required:
        return f"**Required.** {field.description}"
    default = (
        "" if field.default is None or "default:" in field.description else f" Default: {_example(field.default)}."
    )
    return f"{field.description}{default}"


def _example(value: Any) -> str:
    return "" if value is None else f"`{in_block(value)}`"


def _property(field: Field) -> str:
    return ", ".join(f"`{name.strip()}`" for name in field.schema_org.split(",") if name.strip())
