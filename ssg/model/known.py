"""Reading again what the model itself has written: types are checked, what people may have meant is not asked again."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic_core import SchemaValidator

from ssg.model.base import Noun

N = TypeVar("N", bound=Noun)
_OURS = ("function-before", "function-after", "function-wrap")


def known(model: type[N], data: bytes) -> N:
    """The model from the JSON of one that was validated before.

    The functions that read what people write (shorthands, dates, alphabets that mix) are left out, a third of the time
    that validation takes; types, lengths and patterns are checked as ever. Raises ValidationError.
    """
    found: N = _validator(model).validate_json(data)
    return found


@cache
def _validator(model: type[Noun]) -> SchemaValidator:
    schema = _without_functions(model.__pydantic_core_schema__)
    try:  # else the validators of the models in the model would be those that were built with functions
        return SchemaValidator(schema, _use_prebuilt=False)
    except TypeError:
        return SchemaValidator(schema)


def _without_functions(schema: Any) -> Any:
    """The core schema with what each function wraps in the function's place."""
    if isinstance(schema, dict):
        while schema.get("type") in _OURS:
            schema = schema["schema"]
        return {key: part if key == "serialization" else _without_functions(part) for key, part in schema.items()}
    return [_without_functions(part) for part in schema] if isinstance(schema, list) else schema
