"""How long each step of a build takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from ssg.build.options import Progress, Stage


class Timings:
    """Gathers the stages of one build and tells `progress` about them as they go."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._stages: list[Stage] = []

    @property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(self._stages)

    @contextmanager
    def stage(self, name: str) -> Iterator[Counting]:
        """Time a step; the value counts what is done in it."""
        counting = Counting(name, self._progress)
        start = time.perf_counter()
        yield counting
        self._stages.append(Stage(name, time.perf_counter() - start, counting.done, counting.of))


class Counting:
    """Counts the things of one step."""

    def __init__(self, name: str, progress: Progress | None) -> None:
        self._name, self._progress = name, progress
        self.done = self.of = 0

    def expect(self, of: int) -> None:
        self.of = of

    def count(self, done: int, of: int) -> None:
        self.done, self.of = done, of

    def tick(self, by: int = 1) -> None:
        self.done += by
        if self._progress is not None:
            self._progress(self._name, self.done, self.of)
