"""Fields that stand beside the field they belong to, because they are not indented below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import BaseModel

from ssg.diagnostics import Diagnostic
from ssg.source.keys import means_one_of
from ssg.source.wrong import noun_in
from ssg.source.yaml_file import locate


@dataclass(frozen=True, slots=True)
class Astray:
    """The names that belong to the field `owner`, which stands right above them."""

    owner: str
    names: tuple[str, ...]


def settle(
    data: Mapping[str, Any], model: type[BaseModel], path: str, text: str, first_line: int
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The data with every field that went astray put where it belongs, and a diagnostic for each such group.

    Below an owner in words they become part of the words, of which is told anyway: `50000` and `currency: EUR`.

    `data` is that of the YAML `text`, which begins at `first_line` of the file `path`, and is to become a `model`.
    """
    groups = _astray(data, model)
    moved = dict(data)
    for group in groups:
        children = {name: moved.pop(name) for name in group.names}
        moved[group.owner] = _with(moved[group.owner], children)
    told = [group for group in groups if not isinstance(data[group.owner], str)]
    return moved, [_told(group, data, path, text, first_line) for group in told]


def _astray(data: Mapping[str, Any], model: type[BaseModel]) -> list[Astray]:
    found: dict[str, list[str]] = {}
    owner = None
    for name, value in data.items():
        if name in model.model_fields:
            owner = name
        elif owner is None or not _belongs(name, value, owner, data, model):
            owner = None
        else:
            found.setdefault(owner, []).append(name)
    return [Astray(owner, tuple(names)) for owner, names in found.items()]


def _belongs(name: str, value: Any, owner: str, data: Mapping[str, Any], model: type[BaseModel]) -> bool:
    annotation = model.model_fields[owner].annotation
    noun = noun_in(annotation)
    if noun is None:
        return False
    if get_origin(annotation) is dict:
        return data[owner] is None and isinstance(value, Mapping)
    return means_one_of(name, noun.model_fields) and name not in _names(data[owner])


def _names(value: Any) -> Mapping[str, Any]:
    value = value[-1] if isinstance(value, list) and value else value
    return value if isinstance(value, Mapping) else {}


def _with(value: Any, children: Mapping[str, Any]) -> Any:
    """The owner's value with what belongs to it."""
    if isinstance(value, str):
        words = [word for word in children.values() if isinstance(word, str)]
        return (" " if value[:1].isdigit() else ", ").join([value, *words])
    if value is None:
        return dict(children)
    if isinstance(value, list) and value and isinstance(value[-1], Mapping):
        return [*value[:-1], {**value[-1], **children}]
    return {**value, **children} if isinstance(value, Mapping) else value


def _told(group: Astray, data: Mapping[str, Any], path: str, text: str, first_line: int) -> Diagnostic:
    first, lines = group.names[0], text.split("\n")
    line, column = locate(text, (first,), first_line, key=True)
    source = lines[line - first_line]
    others = [f"`{name}`" for name in group.names[1:5]]
    listed = " and ".join(filter(None, [", ".join(others[:-1]), *others[-1:]]))
    these = f", and {listed} with it," if others else ""
    owner_line = lines[locate(text, (group.owner,), first_line, key=True)[0] - first_line]
    if "{" in owner_line:
        hint = f"Write it{these} between the braces behind `{group.owner}`"
    else:
        hint = f"Begin it{these} with spaces: `{' ' * _indent(group.owner, data, text)}{source.strip()}`"
    message = f"`{first}` belongs to `{group.owner}` above it, and begins where `{group.owner}` does"
    return Diagnostic(path, "yaml", message, hint, line, column, source=source[:500])


def _indent(owner: str, data: Mapping[str, Any], text: str) -> int:
    """The spaces before the owner's other fields, or two."""
    value = data[owner]
    if isinstance(value, list) and _names(value):
        return locate(text, (owner, len(value) - 1, next(iter(value[-1]))), key=True)[1] - 1
    if isinstance(value, Mapping) and value:
        return locate(text, (owner, next(iter(value))), key=True)[1] - 1
    return 2
