"""The kinds of source, in the order in which they are asked whether they know one: the surest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ssg.importers.document import Document
from ssg.importers.draft import Draft
from ssg.importers.kinds import (
    ashby,
    csv_table,
    greenhouse,
    jobs_json,
    jsonld,
    lever,
    markdown_file,
    markdown_twin,
    personio,
    pinpoint,
    plain_text,
    recruitee,
    smartrecruiters,
    teamtailor,
    workable,
)
from ssg.importers.setting import Setting


class Kind(Protocol):
    """What a module of `kinds/` has."""

    NAME: str

    def recognises(self, document: Document) -> bool: ...

    def read(self, document: Document, setting: Setting) -> Iterator[Draft]: ...


KINDS: tuple[Kind, ...] = (
    jobs_json,
    teamtailor,
    jsonld,
    greenhouse,
    lever,
    ashby,
    workable,
    recruitee,
    smartrecruiters,
    personio,
    pinpoint,
    markdown_file,
    markdown_twin,
    csv_table,
    plain_text,
)


def kind_of(document: Document) -> Kind | None:
    """The kind of a source, by its content; None when nothing knows it."""
    return next((kind for kind in KINDS if kind.recognises(document)), None)
