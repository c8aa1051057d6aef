"""How much text one field may hold: 10,000 characters, or what `limits` in site.yaml says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import with_info_after_validator_function

LONGEST_TEXT = 10_000
"""Characters that one field may hold where no site says otherwise."""
_LONGEST = "field_characters"


def within(characters: int) -> Mapping[str, int]:
    """The `context` of a validation whose fields hold so many characters at most."""
    return {_LONGEST: characters}


def with_longest(schema: Any, characters: int | None) -> Any:
    """A JSON Schema of nouns with another bound in the place of `LONGEST_TEXT`; None takes the bound away."""
    if isinstance(schema, list):
        return [with_longest(part, characters) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("maxLength") == LONGEST_TEXT:
        rest = {key: part for key, part in schema.items() if key != "maxLength"}
        schema = rest if characters is None else {**schema, "maxLength": characters}
    return {key: with_longest(part, characters) for key, part in schema.items()}


@dataclass(frozen=True, slots=True)
class Fits:
    """For `Annotated`: no longer than the context of the validation allows."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return with_info_after_validator_function(_fits, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"maxLength": LONGEST_TEXT, **handler(core)}


def _fits(value: str, info: ValidationInfo) -> str:
    longest = (info.context or {}).get(_LONGEST, LONGEST_TEXT)
    if len(value) > longest:
        raise PydanticCustomError("field_too_long", "is longer than a field may be", {"max_length": longest})
    return value
