"""The stale files, made: by workers what is made of little, here what tells of the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssg.build.parts import Parts
from ssg.build.rendering import FRAMES, WHOLE_SITE, Renderer, RenderTask, Tasks
from ssg.content import Content
from ssg.pages import Planned
from ssg.parallel import Workers

CHUNK, SERIAL_BELOW = 25, 150
Stale = tuple[Planned, str]
"""A file to be made, and the fingerprint of what it is made from."""


class Making:
    """The stale files of one build. Parts of old files that still hold are read at once: making takes their place."""

    def __init__(self, stale: Sequence[Stale], renderer: Renderer, parts: Parts) -> None:
        self._renderer, self._parts = renderer, parts
        self._small = [(one, key) for one, key in stale if one.kind not in WHOLE_SITE]
        self._whole = [(one, key) for one, key in stale if one.kind in WHOLE_SITE]
        self._planned = {one.path: one.parts() for one, _ in self._whole if one.parts}
        self._known = {path: dict(parts.of(path)) for path in self._planned}

    def files(self, content: Content, workers: Workers) -> Iterator[tuple[str, str, bytes]]:
        """Path, fingerprint and bytes of every stale file: first those that workers make, then those made here.

        A file that tells of the whole site is made here: to hand its context to another process would cost more.
        """
        tasks = sorted((*self._of_files(), *self._of_parts()), key=_by_posting)
        store = Tasks([one for one, _, _ in tasks], content)
        if len(tasks) >= SERIAL_BELOW:
            self._renderer.prepare(content.config.languages[0])
        made = workers.map_store(self._renderer, store, chunk=CHUNK, serial_below=SERIAL_BELOW)
        for (one, path, key), data in zip(tasks, made, strict=True):
            if one.path:
                yield path, key, data
            else:
                self._known[path][key] = data
        for one, key in self._whole:
            yield one.path, key, self._of_site(one, key, content)
        self._parts.keep()

    def _of_files(self) -> Iterator[tuple[Planned, str, str]]:
        return ((one, one.path, key) for one, key in self._small)

    def _of_parts(self) -> Iterator[tuple[Planned, str, str]]:
        """The parts that no old file has, with the path of the file they belong to."""
        for path, parts in self._planned.items():
            yield from ((part, path, part.key) for part in parts if part.key not in self._known[path])

    def _of_site(self, one: Planned, key: str, content: Content) -> bytes:
        if one.parts is None:
            return self._renderer.one(RenderTask.of(one, content.bodies_in_order(one.bodies)))
        frame = FRAMES[one.kind](one.context, self._renderer)
        keys = [part.key for part in self._planned[one.path]]
        return self._parts.join(one.path, key, frame, keys, self._known.pop(one.path))


def _by_posting(task: tuple[Planned, str, str]) -> str:
    """What is made of one posting is made in a row: its body is read once, and its facts are put into words once."""
    bodies = task[0].bodies
    return bodies[0] if len(bodies) == 1 else ""
