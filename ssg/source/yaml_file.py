"""YAML as people write it: every scalar stays the text it looks like, and every value knows its line.

No value is guessed at: `no`, `12:30`, `010` and `1.10` are text until a model asks for a number. Duplicate keys,
aliases, tags and second documents are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from ssg.diagnostics import Diagnostic
from ssg.source.text import DEFAULT_LIMITS, ReadLimits
from ssg.source.yaml_mistakes import explain_syntax
from ssg.source.yaml_values import Builder, RefusedError

MOST = 25
"""Things that are refused in one text, and told one by one."""
_SCALAR, _MAP, _SEQ = yaml.ScalarNode, yaml.MappingNode, yaml.SequenceNode
_TAGS = {_SCALAR: "tag:yaml.org,2002:str", _MAP: "tag:yaml.org,2002:map", _SEQ: "tag:yaml.org,2002:seq"}
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The loader without its guesses at what a plain scalar may be: here each is the text that it looks like."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return _TAGS[kind]


def parse_yaml(
    path: str, text: str, first_line: int = 1, limits: ReadLimits = DEFAULT_LIMITS
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """The value of a YAML text that begins at `first_line` of the file `path`: mappings, lists, text and None.

    A key written without a value has None. (None, diagnostics) when the text is wrong.
    """
    try:
        _check_depth(text, limits.nesting)
        node = _compose(text)
        builder = Builder(text)
        value = None if node is None else builder.build(node)
    except RefusedError as refused:
        return None, (_diagnostic(path, text, first_line, refused.mark, refused.message, refused.hint, refused.rule),)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        return None, (_shortened(explain_syntax(path, text, first_line)),)
    if builder.refused:
        return None, tuple(
            _diagnostic(path, text, first_line, r.mark, r.message, r.hint, r.rule) for r in builder.refused[:MOST]
        )
    return value, ()


def _shortened(told: Diagnostic, most: int = 300) -> Diagnostic:
    """The diagnostic in few words, however long the line is that it quotes."""
    message = told.message if len(told.message) <= most else told.message[: most - 1] + "…"
    return replace(told, message=message, hint=told.hint if len(told.hint) <= most else "Put the value in quotes")


def without_empty(data: Any, model: type[BaseModel]) -> Any:
    """The data without the keys of `model` and its parts that stand there without a value: they count as left out.

    A key that no part of the model knows stays, so that it is told.
    """
    if isinstance(data, dict):
        known = _names(model)
        kept = {key: value for key, value in data.items() if value is not None or key not in known}
        return {key: without_empty(value, model) for key, value in kept.items()}
    return [without_empty(item, model) for item in data] if isinstance(data, list) else data


@cache
def _names(model: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a model and of the models in it."""
    inner = (_nouns(info.annotation) for info in model.model_fields.values())
    return frozenset(model.model_fields).union(*(_names(noun) for nouns in inner for noun in nouns))


def _nouns(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [noun for part in get_args(annotation) for noun in _nouns(part)]


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    except yaml.composer.ComposerError as error:
        raise _composer_refusal(error) from None
    finally:
        loader.dispose()


def _composer_refusal(error: yaml.composer.ComposerError) -> Exception:
    context = error.context or ""
    if "single document" in context or "another document" in (error.problem or ""):
        return RefusedError(
            error.problem_mark,
            "a second YAML document begins here",
            "Delete this line, and keep one block of fields",
            "yaml",
        )
    return error


def _check_depth(text: str, limit: int) -> None:
    if text.count("[") + text.count("{") + text.count("- ") + text.count("? ") <= limit and " " * limit not in text:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > limit:
            raise RefusedError(event.start_mark, f"brackets or lists stand {limit} deep in one another", "Close them")


def _diagnostic(path: str, text: str, first_line: int, mark: Any, message: str, hint: str, rule: str) -> Diagnostic:
    lines = text.split("\n")
    source = lines[mark.line] if mark.line < len(lines) else ""
    return Diagnostic(path, rule, message, hint, mark.line + first_line, mark.column + 1, source=source[:500])


@dataclass(frozen=True, slots=True)
class _Place:
    key: tuple[int, int]
    value: tuple[int, int]


def locate(text: str, field: tuple[str | int, ...], first_line: int = 1, *, key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of a field's value (or its key) in a YAML text that begins at `first_line`.

    The nearest part of `field` that stands in the text answers; (first_line, 1) when none of it does.
    """
    node = _tree(text)
    place = _Place((0, 0), (0, 0))
    for part in field:
        step = _child(node, part)
        if step is None:
            if isinstance(part, int):  # one value written without its list
                continue
            break
        place, node = step
    line, column = place.key if key else place.value
    return line + first_line, column + 1


def spans(text: str) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """First and last place of the value of each field of a YAML mapping, each (line, column) from 0.

    Empty where the text is no block of fields.
    """
    node = _tree(text)
    if not isinstance(node, _MAP) or node.flow_style:
        return {}
    return {
        key.value: ((value.start_mark.line, value.start_mark.column), (value.end_mark.line, value.end_mark.column))
        for key, value in node.value
        if isinstance(key, _SCALAR)
    }


@lru_cache(maxsize=4)
def _tree(text: str) -> yaml.Node | None:
    """The nodes of a YAML text; the last ones are kept, as one file often has several things to point at."""
    try:
        return _compose(text)
    except (yaml.YAMLError, RefusedError, RecursionError, ValueError, OverflowError):
        return None


def _child(node: yaml.Node | None, part: str | int) -> tuple[_Place, yaml.Node] | None:
    """A part of a mapping or list and where it stands; None when there is none."""
    if isinstance(node, _MAP):
        for key_node, value_node in reversed(node.value):
            if isinstance(key_node, _SCALAR) and key_node.value == part:
                at = _where(key_node)
                empty = isinstance(value_node, _SCALAR) and not value_node.value
                return _Place(at, at if empty else _where(value_node)), value_node
    elif isinstance(node, _SEQ) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return _Place(_where(item), _where(item)), item
    return None


def _where(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line, node.start_mark.column


def dump_yaml(value: Any) -> str:
    """Mappings, lists and scalars as YAML in blocks, in the order in which they stand."""
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    return text


class _Dumper(yaml.SafeDumper):
    """Text of several lines as it stands, below a `|`."""


def _written(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _written)
