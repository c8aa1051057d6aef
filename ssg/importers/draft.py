"""A posting on its way in: what one item of a source says, field by field, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Found:
    """A value as the front matter takes it. `guess` holds the words it was read from when it was not said outright."""

    value: Any
    guess: str = ""


@dataclass(frozen=True)
class Draft:
    """One posting as a source has it.

    `fields` are front matter fields by name, `body` is Markdown, `company` the employer's name in the source's words.
    `unused` says what the source holds and no field can take. `complete` sources said everything that they know
    outright: nothing more is read out of their body. `slug` is the last part of the address that it had.
    """

    fields: Mapping[str, Found]
    body: str = ""
    company: Found = Found("")
    company_url: str = ""
    unused: tuple[str, ...] = ()
    complete: bool = False
    slug: str = ""

    def value(self, name: str) -> Any:
        """The value of a field, or None."""
        found = self.fields.get(name)
        return found.value if found else None

    def having(self, more: Mapping[str, Found]) -> Draft:
        """The same with `more` put in where it says nothing yet."""
        return replace(self, fields={**clean_fields(more), **self.fields})

    def without(self, name: str, why: str) -> Draft:
        """The same without a field, and the reason noted."""
        left = {key: found for key, found in self.fields.items() if key != name}
        return replace(self, fields=left, unused=(*self.unused, why))


def guess(value: Any, words: object) -> Found:
    """A value that `words` of the source suggest but do not state."""
    return Found(value, " ".join(str(words).split()).strip("·|•- \\")[:80])


def said(**fields: Any) -> dict[str, Found]:
    """Fields with what was found; those without a value are left out. A `Found` stays what it is."""
    return clean_fields({name: value if isinstance(value, Found) else Found(value) for name, value in fields.items()})


def clean_fields(fields: Mapping[str, Found]) -> dict[str, Found]:
    return {name: found for name, found in fields.items() if found.value not in (None, "", [], {}, ())}
