"""Digest of a context: equal digests mean equal output, so a page whose digest is known need not be rendered."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, cast

from pydantic import BaseModel

from ssg.formats.entry import Entry
from ssg.model import Posting
from ssg.pages.contexts import Card, SiteFrame
from ssg.pages.plan import Planned


class Fingerprints:
    """Makes digests for one build; `salt` stands for theme and generator."""

    def __init__(self, salt: str) -> None:
        self._salt = salt
        self._shared: dict[int, tuple[object, str]] = {}

    def of(self, planned: Planned) -> str:
        """Digest of everything that the output file depends on."""
        parts = [self._salt, planned.path, planned.kind]
        self._flatten(planned.frame, parts)
        self._flatten(planned.context, parts)
        parts.extend(planned.bodies)
        return _digest(parts)

    def _flatten(self, value: Any, parts: list[str]) -> None:
        """Append what tells `value` from another; postings are told by their own digest."""
        if isinstance(value, str):
            parts.append(value)
        elif isinstance(value, Posting):
            parts.append(value.digest)
        elif isinstance(value, tuple | list):
            parts.append(f"({len(value)}")
            for item in value:
                self._flatten(item, parts)
        elif isinstance(value, BaseModel | SiteFrame | Card | Entry):
            parts.append(self._once(value))
        elif is_dataclass(value) and not isinstance(value, type):
            for name in _names(cast(Hashable, type(value))):
                self._flatten(getattr(value, name), parts)
        else:
            parts.append(repr(value))

    def _once(self, value: BaseModel | SiteFrame | Card | Entry) -> str:
        """The digest of a value that many contexts share: made once for each object."""
        known = self._shared.get(id(value))
        if known is None or known[0] is not value:
            parts: list[str] = []
            if isinstance(value, BaseModel):
                parts.append(value.model_dump_json())
            else:
                for name in _names(cast(Hashable, type(value))):
                    self._flatten(getattr(value, name), parts)
            known = self._shared[id(value)] = (value, _digest(parts))
        return known[1]


def _digest(parts: list[str]) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Fields that count: one declared with `compare=False` says nothing that the others do not say."""
    return tuple(field.name for field in fields(cast(Any, kind)) if field.compare)
