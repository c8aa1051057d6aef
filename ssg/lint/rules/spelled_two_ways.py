"""A department or a skill is spelled the same in every posting.

`Postgres` in one posting and `PostgreSQL` in another are two skills to whoever filters by them. The rule knows names
that differ in capitals, spaces, dots and hyphens, and those in `ssg/lint/data/spellings.yaml`. It names the spelling
that fewer postings have, or of two as frequent the one that is not first in that file.

Passes:

    -- content/postings/one.md --
    ---
    title: Developer
    skills: [Postgres]
    ---
    -- content/postings/two.md --
    ---
    title: Analyst
    skills: [Postgres]
    ---

Fails:

    -- content/postings/one.md --
    ---
    title: Developer
    skills: [Postgres]
    ---
    -- content/postings/two.md --
    ---
    title: Analyst
    skills: [PostgreSQL]
    ---
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Field, Finding, quote
from ssg.lint.tables import load_table
from ssg.model import Posting
from ssg.model.slug import slugify

ID = "spelled-two-ways"
SEVERITY = Severity.ADVICE

Places = dict[str, list[tuple[str, Field]]]
"""A spelling to the postings and fields that have it."""


def check_site(context: Context) -> Iterator[Finding]:
    spellings: dict[tuple[str, str], Places] = defaultdict(lambda: defaultdict(list))
    for posting in context.listed():
        for kind, name, field in _names(posting):
            if key := _key(name):
                spellings[kind, key][name].append((posting.path, field))
    for (kind, _), places in sorted(spellings.items()):
        if len(places) > 1:
            yield from _of_group(kind, places)


def _names(posting: Posting) -> Iterator[tuple[str, str, Field]]:
    if posting.department:
        yield "department", posting.department, ("department",)
    for index, skill in enumerate(posting.skills):
        yield "skill", skill.name, ("skills", index)


def _of_group(kind: str, places: Places) -> Iterator[Finding]:
    usual = {row[0] for row in load_table("spellings")["skills"]}
    common = min(places, key=lambda name: (-len(places[name]), name not in usual, name))
    count = len(places[common])
    for name in sorted(places.keys() - {common}):
        for path, field in places[name]:
            message = f"the {kind} {quote(name)} is spelled {quote(common)} in {count} other place{'s' * (count > 1)}"
            yield Finding(message, f"Write {quote(common)}, or one of the two everywhere", field=field, path=path)


def _key(name: str) -> str:
    key = slugify(name).replace("-", "")
    return _synonyms().get(key, key)


@cache
def _synonyms() -> dict[str, str]:
    """Keys of other spellings to that of the first."""
    rows = [[slugify(name).replace("-", "") for name in row] for row in load_table("spellings")["skills"]]
    return {key: row[0] for row in rows for key in row[1:]}
