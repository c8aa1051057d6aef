"""The model's fields as data: what the schema's readers, the templates and the forms are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from ssg.model import Noun, base

Kind = Literal[
    "line", "text", "date", "url", "email", "country", "currency", "region", "language", "slug",
    "amount", "whole number", "number", "yes or no", "choice", "noun", "mapping",
]  # fmt: skip
_ALIASES: tuple[tuple[Any, Kind], ...] = (
    (base.IsoDate, "date"), (base.Url, "url"), (base.Email, "email"), (base.Country, "country"),
    (base.Currency, "currency"), (base.Region, "region"), (base.Language, "language"), (base.Slug, "slug"),
    (base.Amount, "amount"), (base.Line, "line"), (base.Text, "text"),
)  # fmt: skip
_PLAIN: dict[Any, Kind] = {
    str: "line", bool: "yes or no", int: "whole number", float: "number", Decimal: "amount", date: "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value looks like. `many`: one or a list; `choices`: all that is allowed, or what is allowed besides."""

    kind: Kind
    many: bool = False
    choices: tuple[str, ...] = ()
    noun: type[Noun] | None = None
    inner: Shape | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One documented field of a noun: `example` as it is written, `default` None where there is none to tell of."""

    name: str
    shape: Shape
    description: str
    example: Any
    schema_org: str
    required: bool
    default: Any


def fields(noun: type[Noun]) -> tuple[Field, ...]:
    """Every field of a noun, in the order in which it is written."""
    hints = get_type_hints(noun, include_extras=True)
    return tuple(_field(name, info, hints[name]) for name, info in noun.model_fields.items())


def nouns(noun: type[Noun]) -> Iterator[type[Noun]]:
    """The nouns that stand below one, each once, in the order in which they are met."""
    seen: list[type[Noun]] = [noun]
    for each in seen:
        for field in fields(each):
            shape = field.shape.inner or field.shape
            if shape.noun and shape.noun not in seen:
                seen.append(shape.noun)
                yield shape.noun


def _field(name: str, info: FieldInfo, hint: Any) -> Field:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    shape, example = _shape(hint), info.examples[0] if info.examples else None
    return Field(
        name=name,
        shape=shape,
        description=info.description or "",
        example=date.fromisoformat(example) if shape.kind == "date" and isinstance(example, str) else example,
        schema_org=str(extra.get("schema_org", "")),
        required=info.is_required(),
        default=_default(info),
    )


def _default(info: FieldInfo) -> Any:
    known = not info.is_required() and info.default not in (None, (), {}, False)
    return info.default if known and not isinstance(info.default, Noun) else None


def _shape(hint: Any) -> Shape:
    if get_origin(hint) is Annotated:
        plain, *metadata = get_args(hint)
        found = next((kind for alias, kind in _ALIASES if _begins(metadata, alias)), None)
        return Shape(found) if found else _shape(plain)
    if get_origin(hint) in (Union, UnionType):
        return _union([_shape(part) for part in get_args(hint) if part is not NoneType])
    if get_origin(hint) is tuple:
        return replace(_shape(get_args(hint)[0]), many=True)
    if get_origin(hint) is dict:
        return Shape("mapping", inner=_shape(get_args(hint)[1]))
    if get_origin(hint) is Literal:
        return Shape("choice", choices=get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Noun):
        return Shape("noun", noun=hint)
    return Shape(_PLAIN[hint])


def _begins(metadata: list[Any], alias: Any) -> bool:
    """Whether the metadata is that of a named type of the model, or begins with it."""
    _, *wanted = get_args(alias)
    return metadata[: len(wanted)] == wanted


def _union(shapes: list[Shape]) -> Shape:
    """One shape; a word that is allowed in its place becomes a choice of it."""
    first, *others = shapes
    return replace(first, choices=(*first.choices, *(choice for other in others for choice in other.choices)))
