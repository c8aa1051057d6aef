"""The part of docs/themes.md that says what templates see and can call, from the code."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from ssg.pages import contexts
from ssg.pages.contexts import Context
from ssg.render.words import Words
from ssg.site import Life, TermKind

_PIPE = str.maketrans({"|": "\\|", "\n": " "})


def reference() -> str:
    """Markdown: every context, the values they hold, then every filter and function."""
    return "\n".join([*_contexts(), *_values(), *_functions()]) + "\n"


def _contexts() -> Iterator[str]:
    yield "## What each template sees\n"
    yield "Besides these, every template sees `site`, a [SiteFrame](#siteframe).\n"
    for context in get_args(Context):
        yield from _class(context)


def _values() -> Iterator[str]:
    yield "## What those hold\n"
    yield "Postings and companies have the fields of their front matter and of `site.yaml`; a posting also has"
    yield "`slug`, `teaser` (its summary, or its first paragraph), `words` and `remote`.\n"
    for name, kind in (("Life", Life), ("TermKind", TermKind)):
        yield f"`{name}` is one of {', '.join(f'`{each}`' for each in get_args(kind))}.\n"
    for value in vars(contexts).values():
        own = isinstance(value, type) and is_dataclass(value) and value.__module__ == contexts.__name__
        if own and value not in get_args(Context):
            yield from _class(value)


def _class(found: type[Any]) -> Iterator[str]:
    yield f"### {found.__name__}\n"
    yield f"{inspect.getdoc(found)}\n"
    yield "| field | type |\n| --- | --- |"
    for field in fields(found):
        yield f"| `{field.name}` | `{str(field.type).translate(_PIPE)}` |"
    yield ""


def _functions() -> Iterator[str]:
    yield "## Filters and functions\n"
    yield "Each works both ways: `{{ posting.salary | pay }}` and `{{ pay(posting.salary) }}`.\n"
    yield "| name | answers |\n| --- | --- |"
    for name in sorted(vars(Words)):
        found = vars(Words)[name]
        if name.startswith("_") or name == "functions":
            continue
        called = [each.name for each in list(inspect.signature(found).parameters.values())[1:]]
        said = " ".join((inspect.getdoc(found) or "").split()).translate(_PIPE)
        yield f"| `{name}({', '.join(called)})` | {said} |"
    yield ""
