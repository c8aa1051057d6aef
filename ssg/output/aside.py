"""Files written beside their place: by any process of this machine, for the one that moves them there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import count

from ssg.output.refusing import refused

FOLDER = ".ssg-writing"
"""In the output folder: files on their way to their place."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that lies aside, whole: its name there, its size in bytes, its modification time in nanoseconds."""

    name: str
    size: int
    mtime: int


class Aside:
    """Lays files aside on the disk of the output folder; goes to other processes, as long as they see that disk."""

    _numbers = count()

    def __init__(self, output: str) -> None:
        self.output = output

    def lay(self, path: str, data: bytes) -> Laid:
        """Write the file that is to stand at `path` in the output. Raises BuildError when the disk refuses."""
        name = f"{os.getpid()}-{next(self._numbers)}"
        try:
            with open(self.where(name), "wb") as file:
                file.write(data)
            found = os.stat(self.where(name))
        except OSError as error:
            raise refused(f"{self.output}/{path}", error) from None
        return Laid(name, len(data), found.st_mtime_ns)

    def where(self, name: str) -> str:
        """The file that lies aside under this name."""
        return f"{self.output}/{FOLDER}/{name}"
