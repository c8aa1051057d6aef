"""The file that begins a posting: what is known is filled in, every other field stands there as a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ssg.config import Config
from ssg.content.begun import EMPTY_ITEM, FIRST_LINES
from ssg.model import FrontMatter
from ssg.model.nouns import Field, fields
from ssg.source.yaml_text import in_block

NOT_OFFERED = frozenset({"date_closed", "filled", "aliases", "lint"})
"""Fields that a new posting does not need: `ssg close` writes two of them, a new address or a rule the others."""

COMMON = ("valid_through", "department", "employment_type", "workplace", "locations", "applicants", "salary", "apply")
"""Fields to offer where room is short."""

DRAFT_NOTE = "not published until this line is taken out"
_PARTS = ("responsibilities", "qualifications")


def posting_text(
    given: Mapping[str, Any],
    body: str,
    *,
    comments: Mapping[str, str] | None = None,
    offered: Iterable[str] | None = None,
) -> str:
    """A posting's file: fields in the order of the docs.

    `comments` stand behind the fields they name. `offered` are the fields to name as comments where they are not
    given: none when it is empty, every one that a new posting may need when it is None.
    """
    comments = comments or {}
    names = frozenset(offered) if offered is not None else frozenset(FrontMatter.model_fields) - NOT_OFFERED
    lines = ["---"]
    for field in fields(FrontMatter):
        if field.name in given:
            note = comments.get(field.name)
            lines.append(f"{field.name}: {in_block(given[field.name])}" + (f"  # {note}" if note else ""))
        elif field.name in names:
            lines += _commented(field)
    return "\n".join([*lines, "---", "", body.strip("\n")]) + "\n"


def blank_posting(config: Config) -> str:
    """A posting of which nothing is known yet, for links to an editor: what must be there, and the commonest fields."""
    given = {"title": "…", "date_posted": "YYYY-MM-DD", "status": "draft"}
    return posting_text(given, outline(config), comments={"status": DRAFT_NOTE}, offered=COMMON)


def outline(config: Config) -> str:
    """The body to begin with: headings of the site that search engines understand, each with an empty list item."""
    parts = (config.sections.get(name, ())[:1] for name in _PARTS)  # type: ignore[call-overload]
    headings = "".join(f"\n## {heading}\n\n{EMPTY_ITEM}\n" for part in parts for heading in part)
    return f"{FIRST_LINES}\n{headings}"


def _commented(field: Field) -> Iterator[str]:
    choices = field.shape.choices if field.shape.kind == "choice" else ()
    known = f" One of: {', '.join(choices)}." if choices and choices[0] not in field.description else ""
    yield f"# {field.description}{known}"
    yield f"#{field.name}: {in_block(field.example)}"
