"""What changed between two versions of the postings: added, changed, closed, opened again, removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ssg.content.reading import read_front
from ssg.model import FrontMatter
from ssg.source import ReadLimits, split_source
from ssg.source.yaml_text import in_block

Kind = Literal["added", "changed", "closed", "opened", "removed"]
KINDS: tuple[Kind, ...] = ("added", "changed", "closed", "opened", "removed")
_ORDER = {name: n for n, name in enumerate(FrontMatter.model_fields)}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's value before and after, as YAML on one line; None where it did not stand. `text` is the body."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one posting. `broken` says that the new file (of a removed one: the old) cannot be read."""

    kind: Kind
    path: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    broken: bool = False

    def as_json(self) -> dict[str, Any]:
        changed = [{"field": one.field, "old": one.old, "new": one.new} for one in self.fields]
        return {"kind": self.kind, "path": self.path, "title": self.title, "broken": self.broken, "fields": changed}


@dataclass(frozen=True, slots=True)
class _Version:
    path: str
    title: str
    facts: Mapping[str, Any]
    text: str
    broken: bool


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes], limits: ReadLimits) -> tuple[Change, ...]:
    """Every posting that differs between two versions of the content, in the order of their paths.

    Both map the path of a posting's file to its bytes. A posting is known by its file's name: one that moved to another
    folder has changed, one that was renamed is removed and added.
    """
    old, new = _by_name(before), _by_name(after)
    found = []
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was and now and was == now and before[was] == after[now]:
            continue
        was_version = _read(was, before[was], limits) if was else None
        found.append(_change(was_version, _read(now, after[now], limits) if now else None))
    return tuple(sorted(found, key=lambda change: change.path))


def counted(found: tuple[Change, ...]) -> str:
    """`1 added, 2 changed`; empty when nothing did."""
    counts = Counter(change.kind for change in found)
    return ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])


def _by_name(files: Mapping[str, bytes]) -> dict[str, str]:
    """Paths by the name of their file; by the path itself where several have the name."""
    names = Counter(path.rpartition("/")[2] for path in files)
    return {name if names[name := path.rpartition("/")[2]] == 1 else path: path for path in files}


def _read(path: str, data: bytes, limits: ReadLimits) -> _Version:
    source, problems = split_source(path, data) if len(data) <= limits.file_bytes else (None, ())
    if source is None or problems:
        return _Version(path, "", {}, "", True)
    front, _ = read_front(source, FrontMatter, limits)
    if front is None:
        return _Version(path, "", {}, source.body, True)
    facts = front.model_dump(exclude_defaults=True)
    return _Version(path, facts["title"], facts, source.body, False)


def _change(old: _Version | None, new: _Version | None) -> Change:
    if new is None:
        assert old is not None
        return Change("removed", old.path, old.title, broken=old.broken)
    if old is None:
        return Change("added", new.path, new.title, tuple(_added(new)), new.broken)
    was, now = old.facts.get("status"), new.facts.get("status")
    closed, opened = now == "closed" != was, was == "closed" != now and not new.broken
    kind: Kind = "closed" if closed else "opened" if opened else "changed"
    return Change(kind, new.path, new.title or old.title, tuple(_fields(old, new)), new.broken)


def _added(new: _Version) -> Iterator[FieldChange]:
    for name, value in _in_order(new.facts):
        if name != "title":
            yield FieldChange(name, None, _written(value))
    if new.text.strip():
        yield FieldChange("text", None, _words(new.text))


def _fields(old: _Version, new: _Version) -> Iterator[FieldChange]:
    if old.path != new.path:
        yield FieldChange("path", old.path, new.path)
    if new.broken or old.broken:
        return
    for name, _ in _in_order({**old.facts, **new.facts}):
        was, now = old.facts.get(name), new.facts.get(name)
        if was != now:
            yield FieldChange(name, _written(was), _written(now))
    if old.text.strip() != new.text.strip():
        yield FieldChange("text", _words(old.text), _words(new.text))


def _in_order(facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(facts.items(), key=lambda fact: _ORDER[fact[0]])


def _written(value: Any) -> str | None:
    return None if value is None else in_block(value)


def _words(text: str) -> str:
    return f"{len(text.split())} words"
