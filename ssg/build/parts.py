"""Files that have a part for each posting: what still holds is cut out of the old file, and only the rest is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ssg.build.sealed import read_sealed, write_sealed
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
    _old: dict[str, tuple[str, list[Cut]]] = field(default_factory=dict)
    _new: dict[str, tuple[str, list[Cut]]] = field(default_factory=dict)

    def load(self) -> Parts:
        """Read what the last build kept; whatever is wrong with it is not there."""
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            found = read_sealed(self.place)
            if found["salt"] == self.salt:
                self._old = {path: (str(key), list(map(_cut, cuts))) for path, (key, cuts) in found["files"].items()}
        return self

    def of(self, path: str) -> Mapping[str, bytes]:
        """The parts that the file holds as it stands, by key. Must be asked for before the file is written anew."""
        key, cuts = self._old.get(path, ("", []))
        if not key or self.output.standing(path) != key:
            return {}
        try:
            data = (self.output.folder / path).read_bytes()
        except OSError:
            return {}
        return {key: data[start:end] for key, start, end in cuts}

    def join(self, path: str, key: str, frame: Frame, parts: Sequence[tuple[str, bytes]]) -> bytes:
        """The file under the fingerprint `key`, of parts with their keys; where they stand in it is noted."""
        between = frame.between.encode()
        before = frame.before.encode("utf-8", "surrogatepass")
        after = frame.after.encode("utf-8", "surrogatepass")
        if len(parts) >= WORTH:
            self._new[path] = (key, list(_cuts(len(before), len(between), parts)))
        return b"".join((before, between.join(data for _, data in parts), after))

    def keep(self) -> None:
        """Note where the parts stand, of files that were made now and of those that were left as they are."""
        if self._new:
            write_sealed(self.place, {"salt": self.salt, "files": {**self._old, **self._new}})


def _cuts(start: int, between: int, parts: Iterable[tuple[str, bytes]]) -> Iterator[Cut]:
    for key, data in parts:
        yield key, start, start + len(data)
        start += len(data) + between


def _cut(value: Sequence[object]) -> Cut:
    key, start, end = value
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError("no place in a file")
    return str(key), start, end
