"""What every noun shares: frozen, closed to unknown keys, and the scalar types people write in YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.config import JsonDict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from ssg.model.iso import COUNTRIES, CURRENCIES
from ssg.model.lengths import Fits
from ssg.model.portable import is_reserved
from ssg.model.regions import is_region
from ssg.model.slug import mixed_scripts

LONGEST_LIST = 300
"""Values that one field may list; there are 249 countries."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EMAIL = re.compile(r"[^@\s<>\"'(),:;\\\[\]]+@[\w-]+(\.[\w-]+)+")
_EMPTY = dict.fromkeys((0xAD, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF))
"""Characters that stand for nothing on one line, and come along when text is copied."""
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>\"\\^`{|}]")


class Noun(BaseModel):
    """A frozen value; an unknown key is an error, not a silent extra."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def about(description: str, example: Any = None, schema_org: str = "", default: Any = ..., **more: Any) -> Any:
    """A documented field: its description, an example as authors write it, and its schema.org property."""
    extra: JsonDict | None = {"schema_org": schema_org} if schema_org else None
    examples = None if example is None else [example]
    return Field(default, description=description, examples=examples, json_schema_extra=extra, **more)


def optional(description: str, example: Any = None, schema_org: str = "", default: Any = None, **more: Any) -> Any:
    """A documented field that may be left out."""
    return about(description, example, schema_org, default, **more)


def one_line(text: str) -> str:
    """The text on one line: runs of white space become one space, and characters that are not seen go."""
    return " ".join((text if text.isascii() else text.translate(_EMPTY)).split())


def _one_line(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) else value


def _one_script(value: str) -> str:
    if word := mixed_scripts(value):
        raise PydanticCustomError("mixed_scripts", "mixes alphabets in the word `{word}`", {"word": word})
    return value


def _iso_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError as error:
            raise PydanticCustomError("impossible_date", "no such day: {reason}", {"reason": str(error)}) from None
    raise PydanticCustomError("iso_date", "not a date written as YYYY-MM-DD", {})


def _url(value: str) -> str:
    if _UNSEEN.search(value):
        raise PydanticCustomError("url", "holds a character that no address may hold", {})
    try:
        parts = urlsplit(value)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError:
        raise PydanticCustomError("url", "is not an address that begins with https:// or http://", {}) from None
    if parts.scheme not in ("https", "http"):
        raise PydanticCustomError("url", "is not an address that begins with https:// or http://", {})
    if user is not None or parts.password is not None:
        raise PydanticCustomError("url", "carries a user name or password", {})
    if not host or not re.fullmatch(r"[\w.\-]+|[0-9a-f:.]+", host):
        raise PydanticCustomError("url", "has no host, as in https://example.org/", {})
    if mixed_scripts(host):
        raise PydanticCustomError("url", "mixes alphabets that look alike in its host", {})
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value) or _UNSEEN.search(value) or len(value) > 254:
        raise PydanticCustomError("email", "is not one mail address, as in jobs@example.org", {})
    return value


def _unreserved(value: str) -> str:
    if is_reserved(value):
        raise PydanticCustomError("reserved_name", "is a name that Windows keeps for itself", {})
    return value


def _code(known: frozenset[str], kind: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in known:
            raise PydanticCustomError(kind, f"is not a {kind} code", {})
        return value

    return check


def _region(value: str) -> str:
    if not is_region(value):
        raise PydanticCustomError("region", "is not a region's code", {})
    return value


def _amount(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d+(\.\d{1,2})?", value.strip(), re.ASCII):
        raise PydanticCustomError("amount", "is not a plain number", {})
    return value


Text = Annotated[str, Field(min_length=1), Fits()]
Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1), Fits()]
"""Text on one line: runs of white space, line breaks included, become one space; characters that are not seen go."""
Name = Annotated[Line, AfterValidator(_one_script)]
"""A name that becomes an address: no word of it mixes alphabets that look alike."""
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Url = Annotated[str, AfterValidator(_url), Field(max_length=2000)]
Email = Annotated[str, AfterValidator(_email)]
Country = Annotated[str, AfterValidator(_code(COUNTRIES, "country"))]
Currency = Annotated[str, AfterValidator(_code(CURRENCIES, "currency"))]
Region = Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$"), AfterValidator(_region)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=200), AfterValidator(_unreserved)]
Amount = Annotated[Decimal, BeforeValidator(_amount), Field(gt=0, max_digits=15, decimal_places=2)]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class _OrOne:
    """In JSON Schema: the item itself, or a list of it."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(core)
        return {"anyOf": [listed["items"], listed]} if "items" in listed else listed


T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(max_length=LONGEST_LIST), BeforeValidator(_listed), _OrOne()]
"""One value or a list of them, `LONGEST_LIST` at most; always a tuple in the model."""


def shorthand(key: str) -> Callable[[Any], Any]:
    """For a `model_validator(mode="before")`: a bare string stands for `{key: string}`."""

    def expand(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return expand


def or_string(schema: JsonSchemaValue) -> None:
    """For `json_schema_extra`: beside the mapping, a bare string is allowed."""
    mapping = dict(schema)
    schema.clear()
    schema.update({"anyOf": [{"type": "string"}, mapping], "title": mapping.get("title", "")})
