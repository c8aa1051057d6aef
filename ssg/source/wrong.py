"""A value that is not what the model wants, as the sentences look at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ssg.source.yaml_text import in_block

BAD_KEY = "bad_key"
"""The kind of what is wrong with a name that an author chooses, such as a company's."""
Said = tuple[str, str, str]
"""Rule, message, hint."""
_QUOTES = "“”„‟‘’‚‛«»‹›\"'"
"""Quotation marks that word processors set, and that are no part of a value."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True)
class Wrong:
    """A value that is not what the model wants: pydantic's kind and detail, where it stands, what stands there."""

    kind: str
    field: tuple[str | int, ...]
    given: Any
    detail: ErrorDetails
    model: type[BaseModel]

    @property
    def name(self) -> str:
        """The field as an author would point at it: `skills[2].years`."""
        return named(self.field) or "the front matter"

    @property
    def key(self) -> str:
        """The last name in the field: `years`."""
        return next((part for part in reversed(self.field) if isinstance(part, str)), "")

    @property
    def text(self) -> str:
        """What stands there, when it is text: as much of it as may mean something, without quotation marks around."""
        return self.given[:300].strip(_QUOTES + " ") if isinstance(self.given, str) else ""

    @property
    def shown(self) -> str:
        """What stands there, short enough for a message."""
        return shown(self.given)

    def limit(self, name: str) -> Any:
        return self.detail.get("ctx", {}).get(name)

    @property
    def owner(self) -> type[BaseModel] | None:
        """The noun that the field belongs to."""
        return noun_at(self.model, self.field[:-1])

    @property
    def in_list(self) -> bool:
        """Whether the value is an item of a list."""
        return bool(self.field) and isinstance(self.field[-1], int)

    @property
    def example(self) -> Any:
        """The example of the field in the model's documentation, or None."""
        names = [part for part in self.field if isinstance(part, str)]
        owner = noun_at(self.model, tuple(names[:-1]))
        if names and owner is None:
            return None
        info = owner.model_fields.get(names[-1]) if owner and names else None
        return info.examples[0] if info and info.examples else None


def shown(value: Any, most: int = 60) -> str:
    """A value on one line, cut to `most` characters."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{shown(key, 20)}: …" for key in list(value)[:3]) + "}"
    if isinstance(value, list):
        return "[…]"
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[: most - 3] + "…"


def named(field: tuple[str | int, ...]) -> str:
    text = ""
    for part in field:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def noun_at(model: type[BaseModel], field: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The noun that holds the fields at `field` of `model`, found through lists, mappings and optional types."""
    owner: type[BaseModel] | None = model
    for part in field:
        if owner is not None and isinstance(part, str) and part in owner.model_fields:
            owner = noun_in(owner.model_fields[part].annotation)
    return owner


def noun_in(annotation: Any) -> type[BaseModel] | None:
    """The first noun in a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (noun_in(inner) for inner in getattr(annotation, "__args__", ()))
    return next((noun for noun in found if noun), None)


def written(value: Any) -> str:
    """A value as YAML in one line, as an author writes it behind `key: `."""
    return value if isinstance(value, str) and _ISO_DAY.fullmatch(value) else in_block(value)


def plainly(text: str) -> str:
    """A text that stood in YAML as it stands there, in quotes only where YAML would read something else."""
    plain = text and ": " not in text and " #" not in text and not text.startswith(tuple("#[{@*&!|>%`,?-\"'"))
    return text if plain and not text.endswith(":") and "\n" not in text else quoted(text)


def quoted(text: str) -> str:
    """`text` in the quotation marks that it does not hold itself."""
    text = text.strip()
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
