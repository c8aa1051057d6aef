"""What stands around the parts of a file that has one for each posting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A file is `before`, its parts with `between` them, and `after`.

    Parts are made, remembered and put in again one by one: an edit of one posting among many makes one part anew.
    """

    before: str
    between: str
    after: str

    def around(self, parts: Iterable[str]) -> str:
        return self.before + self.between.join(parts) + self.after
