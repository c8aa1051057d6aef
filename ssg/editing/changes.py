"""What changed between two versions of the postings: added, changed, closed, opened again, renamed, removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ssg.content.names import slug_and_language
from ssg.content.reading import read_front
from ssg.model import FrontMatter
from ssg.source import ReadLimits, split_source
from ssg.source.yaml_text import in_block

Kind = Literal["added", "changed", "closed", "opened", "renamed", "removed"]
KINDS: tuple[Kind, ...] = ("added", "changed", "closed", "opened", "renamed", "removed")
_ORDER = {name: n for n, name in enumerate(FrontMatter.model_fields)}
_BARE = ({"name"}, {"step"})
_DEFAULTS = {name: field.default for name, field in FrontMatter.model_fields.items() if isinstance(field.default, str)}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's value before and after, as YAML on one line; None where it did not stand. `text` is the body."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one posting. `broken` says that the new file (of a removed one: the old) cannot be read.

    `left` is the slug of an address that leads nowhere from now on; empty where there is none.
    """

    kind: Kind
    path: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    broken: bool = False
    left: str = ""

    def as_json(self) -> dict[str, Any]:
        changed = [{"field": one.field, "old": one.old, "new": one.new} for one in self.fields]
        facts = {"kind": self.kind, "path": self.path, "title": self.title, "broken": self.broken, "left": self.left}
        return facts | {"fields": changed}


@dataclass(frozen=True, slots=True)
class _Version:
    path: str
    title: str
    facts: Mapping[str, Any]
    text: str
    broken: bool

    @property
    def slug(self) -> str:
        return slug_and_language(self.path)[0]

    @property
    def old_slugs(self) -> tuple[str, ...]:
        return tuple(self.facts.get("aliases", ()))


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes], limits: ReadLimits) -> tuple[Change, ...]:
    """Every posting that differs between two versions of the content, in the order of their paths.

    Both map the path of a posting's file to its bytes. A posting is known by its file's name, so one that moved to
    another folder has changed. It was renamed where one file left and another came that names the old slug among its
    `aliases`, or has the same title and text.
    """
    stayed = before.keys() & after.keys()
    old, new = (_by_name(files.keys() - stayed) for files in (before, after))
    pairs = [*((path, path) for path in stayed), *((old[name], new[name]) for name in old.keys() & new.keys())]
    left = [_read(old[name], before[old[name]], limits) for name in sorted(old.keys() - new.keys())]
    came = [_read(new[name], after[new[name]], limits) for name in sorted(new.keys() - old.keys())]
    found = [
        _changed(_read(was, before[was], limits), _read(now, after[now], limits))
        for was, now in pairs
        if was != now or before[was] != after[now]
    ]
    there = frozenset(slug_and_language(path)[0] for path in after)
    return tuple(sorted([*found, *_left_or_came(left, came, there)], key=lambda change: change.path))


def counted(found: tuple[Change, ...]) -> str:
    """`1 added, 2 changed`; empty when nothing did."""
    counts = Counter(change.kind for change in found)
    return ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])


def _by_name(files: Iterable[str]) -> dict[str, str]:
    """Paths by the name of their file; by the path itself where several have the name."""
    files = sorted(files)
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


def _left_or_came(left: list[_Version], came: list[_Version], there: frozenset[str]) -> Iterator[Change]:
    """Postings that were renamed, and those that are only on one side; `there` are the slugs that go on."""
    kept = there | {slug for version in came for slug in version.old_slugs}
    by_slug = {slug: version for version in came for slug in version.old_slugs}
    by_words = {(version.title, version.text.strip()): version for version in came if version.title}
    followed: set[str] = set()
    for old in left:
        new = by_slug.get(old.slug) or by_words.get((old.title, old.text.strip()))
        gone = old.slug if _had_address(old) and old.slug not in kept else ""
        if new is None or new.path in followed:
            yield Change("removed", old.path, old.title, broken=old.broken, left=gone)
            continue
        followed.add(new.path)
        yield Change("renamed", new.path, new.title or old.title, tuple(_fields(old, new)), new.broken, gone)
    for new in came:
        if new.path not in followed:
            yield Change("added", new.path, new.title, tuple(_added(new)), new.broken)


def _had_address(version: _Version) -> bool:
    """Whether the file had an address of its own: no draft, no translation, no name that is refused."""
    _, language, refused = slug_and_language(version.path)
    return not language and refused is None and version.facts.get("status") != "draft"


def _changed(old: _Version, new: _Version) -> Change:
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
        was, now = (version.facts.get(name, _DEFAULTS.get(name)) for version in (old, new))
        if was != now:
            yield FieldChange(name, _written(was), _written(now))
    if old.text.strip() != new.text.strip():
        yield FieldChange("text", _words(old.text), _compared(old.text, new.text))


def _in_order(facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(facts.items(), key=lambda fact: _ORDER[fact[0]])


def _written(value: Any) -> str | None:
    return None if value is None else in_block(_short(value))


def _short(value: Any) -> Any:
    """A list as people write it: what has nothing but its name stands as a bare word."""
    if not isinstance(value, tuple | list):
        return value
    return [next(iter(one.values())) if isinstance(one, dict) and one.keys() in _BARE else one for one in value]


def _words(text: str) -> str:
    count = len(text.split())
    return f"{count} word{'' if count == 1 else 's'}"


def _compared(old: str, new: str) -> str:
    """`120 words, 4 of them new, 3 gone`."""
    was, now = Counter(old.split()), Counter(new.split())
    came, went = (now - was).total(), (was - now).total()
    told = [f"{came} of them new"] * bool(came) + [f"{went} gone"] * bool(went)
    return ", ".join([_words(new), *(told or ["in another order"])])
