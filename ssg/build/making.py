"""The stale files, made: by workers what need not be sent to them, here what is put together of parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from ssg.build.parts import Parts
from ssg.build.rendering import FRAMES, WHOLE_SITE, Renderer, RenderTask, Tasks
from ssg.content import Content
from ssg.output import Aside, Laid
from ssg.pages import Planned
from ssg.parallel import Workers

CHUNK, SERIAL_BELOW = 25, 150
Stale = tuple[Planned, str]
"""A file to be made, and the fingerprint of what it is made from."""


class Making:
    """The stale files of one build. Parts of old files that still hold are read at once: making takes their place."""

    def __init__(self, stale: Sequence[Stale], renderer: Renderer, parts: Parts) -> None:
        self._renderer, self._parts = renderer, parts
        self._keys = {one.path: key for one, key in stale}
        self._small = [one for one, _ in stale if one.kind not in WHOLE_SITE]
        self._whole = [one for one, _ in stale if one.kind in WHOLE_SITE]
        self._planned = {one.path: one.parts() for one in self._whole if one.parts}
        self._known: dict[tuple[str, str], bytes] = {}
        for path, planned in self._planned.items():
            kind = planned[0].kind if planned else ""
            self._known |= {(kind, key): data for key, data in parts.of(path).items()}

    @property
    def paths(self) -> Collection[str]:
        """Where the stale files go."""
        return self._keys.keys()

    def files(self, content: Content, workers: Workers, aside: Aside) -> Iterator[tuple[str, str, bytes | Laid]]:
        """Path, fingerprint and bytes of every stale file: first those that workers make, then those made here.

        In place of the bytes stands the file itself where a worker laid it aside.
        """
        lone = [one for one in self._whole if workers.forks and one.parts is None]
        tasks = sorted((*self._small, *self._missing(), *lone), key=_by_posting)
        made: Iterator[bytes | Laid] = workers.map(
            self._renderer,
            Tasks(tasks, content),
            chunk=CHUNK,
            serial_below=SERIAL_BELOW,
            prepare=partial(self._renderer.prepare, content.config.languages[0]),
            forked=partial(_render_aside, self._renderer, aside),
        )
        for one, data in zip(tasks, made, strict=True):
            if isinstance(data, Laid) or one.path:
                yield one.path, self._keys[one.path], data
            else:
                self._known[one.kind, one.key] = data
        for one in self._whole:
            if one not in lone:
                yield one.path, self._keys[one.path], self._of_site(one, content)
        self._parts.keep()

    def _missing(self) -> Iterable[Planned]:
        """The parts that no old file has, each once however many files it stands in."""
        parts = (part for planned in self._planned.values() for part in planned)
        return {at: part for part in parts if (at := (part.kind, part.key)) not in self._known}.values()

    def _of_site(self, one: Planned, content: Content) -> bytes:
        if one.parts is None:
            return self._renderer(Tasks([one], content).take(range(1)))[0]
        frame = FRAMES[one.kind](one.context, self._renderer)
        made = [(part.key, self._known[part.kind, part.key]) for part in self._planned[one.path]]
        return self._parts.join(one.path, self._keys[one.path], frame, made)


def _render_aside(renderer: Renderer, aside: Aside, tasks: Sequence[RenderTask]) -> list[bytes | Laid]:
    """What a worker does where it has the disk of the output: files need not go through a pipe."""
    made = zip(tasks, renderer(tasks), strict=True)
    return [aside.lay(task.path, data) if task.path else data for task, data in made]


def _by_posting(task: Planned) -> str:
    """What is made of one posting is made in a row: its body is read once, and its facts are put into words once."""
    return task.bodies[0] if len(task.bodies) == 1 else ""
