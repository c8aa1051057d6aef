"""Files that have a part for each posting: what still holds is cut out of the old file, and only the rest is made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ssg.build.sealed import as_row, read_texts, write_rows
from ssg.formats.frame import Frame
from ssg.output import Output

WORTH = 10
"""A file of fewer parts is not worth the noting: they are made anew."""
Cut = tuple[str, int, int]
"""The key of a part, and the bytes of the file where it begins and ends."""


@dataclass
class Parts:
    """The parts of the files of one output folder, by path of the file: those of the last build, and those of this.

    `salt` is what parts depend on besides their keys. What was kept is used only where the file still stands as it
    was written, under the fingerprint that is kept with its cuts.
    """

    place: Path
    output: Output
    salt: str
    _old: dict[str, str] = field(default_factory=dict)
    """Fingerprint and cuts of a file as JSON: of most files nobody asks."""
    _new: dict[str, str] = field(default_factory=dict)

    def load(self) -> Parts:
        """Read what the last build kept; whatever is wrong with it is not there."""
        with suppress(ValueError, TypeError):
            head, *files = read_texts(self.place)
            salt, *paths = json.loads(head)
            if salt == self.salt:
                self._old = dict(zip(paths, files, strict=True))
        return self

    def of(self, path: str) -> Mapping[str, bytes]:
        """The parts that the file holds as it stands, by key. Must be asked for before the file is written anew."""
        with suppress(ValueError, TypeError, OSError):
            key, cuts = json.loads(self._old.get(path, "[null, []]"))
            if key and self.output.standing(path) == key:
                data = (self.output.folder / path).read_bytes()
                return {str(key): data[start:end] for key, start, end in cuts}
        return {}

    def join(self, path: str, key: str, frame: Frame, parts: Sequence[tuple[str, bytes]]) -> bytes:
        """The file under the fingerprint `key`, of parts with their keys; where they stand in it is noted."""
        between = frame.between.encode()
        before = frame.before.encode("utf-8", "surrogatepass")
        after = frame.after.encode("utf-8", "surrogatepass")
        if len(parts) >= WORTH:
            self._new[path] = as_row([key, list(_cuts(len(before), len(between), parts))])
        pieces = [piece for _, data in parts for piece in (between, data)]
        return b"".join((before, *pieces[1:], after))

    def keep(self) -> None:
        """Note where the parts stand, of files that were made now and of those that were left as they are."""
        if self._new:
            files = {**self._old, **self._new}
            write_rows(self.place, [as_row([self.salt, *files]), *files.values()])


def _cuts(start: int, between: int, parts: Iterable[tuple[str, bytes]]) -> Iterator[Cut]:
    for key, data in parts:
        yield key, start, start + len(data)
        start += len(data) + between
