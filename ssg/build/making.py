"""The stale files, made: by workers what need not be sent to them, here what is put together of parts."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain, pairwise

from ssg.build.listing import Along, Rows
from ssg.build.parts import Parts
from ssg.build.rendering import FRAMES, WHOLE_SITE, Renderer, RenderTask, Tasks
from ssg.content import Content
from ssg.output import Aside, Laid
from ssg.pages import Planned
from ssg.parallel import Workers

CHUNK, SERIAL_BELOW = 25, 150
TOGETHER = range(16, 65)
"""Postings of which one kind of file is made after the other, at least and at most: few enough to be remembered, and
enough that the processor finds the code of a kind at hand. Measured: one by one they take a tenth more work than by 16,
and by 16 a thirtieth more than by 64."""
SHARES = 8
"""Pieces of work for each process, at least: the last of them end at about the same time."""
LAST = 16
"""Of so many postings one is of the last ones: their pages take as long as to put together what lists all postings."""
Stale = tuple[Planned, str]
"""A file to be made, and the fingerprint of what it is made from."""


class Making:
    """The stale files of one build. Parts of old files that still hold are read at once: making takes their place."""

    def __init__(self, stale: Sequence[Stale], renderer: Renderer, parts: Parts) -> None:
        self._renderer, self._parts = renderer, parts
        self._keys = {one.path: key for one, key in stale}
        self._small = [one for one, _ in stale if one.kind not in WHOLE_SITE]
        self._whole = [one for one, _ in stale if one.kind in WHOLE_SITE]
        self._of_parts = {one.path: one for one in self._whole if one.parts}
        self._planned = {one.path: one.parts() for one in self._whole if one.parts}
        self._known: dict[tuple[str, str], bytes] = {}
        for path, planned in self._planned.items():
            kind = planned[0].kind if planned else ""
            self._known |= {(kind, key): data for key, data in parts.of(path).items()}

    @property
    def paths(self) -> Collection[str]:
        """Where the stale files go."""
        return self._keys.keys()

    def files(
        self, content: Content, workers: Workers, aside: Aside, along: Along = iter
    ) -> Iterator[tuple[str, str, bytes | Laid]]:
        """Path, fingerprint and bytes of every stale file, in the order in which they are done.

        In place of the bytes stands the file itself where a worker laid it aside. A file of parts is put together here,
        as soon as its last part was made. What takes long besides goes through `along`, which looks after other things.
        """
        lone = [one for one in self._whole if workers.forks and one.parts is None]
        together = [*([one] for one in lone), *groups([*self._small, *self._missing()], workers.jobs)]
        tasks = [task for group in together for task in group]
        done: Iterator[tuple[range, Sequence[bytes | Laid]]] = workers.as_done(
            self._renderer,
            Tasks(tasks, content),
            chunks=_ranges(together),
            serial_below=SERIAL_BELOW,
            prepare=partial(self._prepare, content, along),
            forked=partial(_render_aside, self._renderer, aside),
        )
        waiting = Waiting(self._planned, self._known)
        made = ((tasks[at], data) for some, results in done for at, data in zip(some, results, strict=True))
        for one, data in made:
            if isinstance(data, Laid) or one.path:
                yield one.path, self._keys[one.path], data
            else:
                self._known[one.kind, one.key] = data
                for path in waiting.without(one):
                    yield path, self._keys[path], self._joined(path)
        for one in self._whole:
            if one.parts is None and one not in lone:
                yield one.path, self._keys[one.path], self._renderer(Tasks([one], content).take(range(1)))[0]
        for path in waiting.ready:
            yield path, self._keys[path], self._joined(path)
        self._parts.keep()

    def _prepare(self, content: Content, along: Along) -> None:
        """What all workers need: each would make it for itself."""
        self._renderer.prepare(content.config.languages[0])
        Rows(self._renderer, content, self._parts.salt).make([one for one in self._small if one.rows], along)

    def _missing(self) -> Iterable[Planned]:
        """The parts that no old file has, each once however many files it stands in."""
        parts = (part for planned in self._planned.values() for part in planned)
        return {at: part for part in parts if (at := (part.kind, part.key)) not in self._known}.values()

    def _joined(self, path: str) -> bytes:
        """A file of parts that are all there."""
        one = self._of_parts[path]
        frame = FRAMES[one.kind](one.context, self._renderer)
        made = [(part.key, self._known[part.kind, part.key]) for part in self._planned[path]]
        return self._parts.join(path, self._keys[path], frame, made)


class Waiting:
    """Files of parts that are not all there yet: each can be put together when its last part is, beside the rendering.

    `ready` are the paths of those that wait for nothing.
    """

    def __init__(self, planned: Mapping[str, Sequence[Planned]], known: Container[tuple[str, str]]) -> None:
        self._lacking = {
            path: {(p.kind, p.key) for p in parts if (p.kind, p.key) not in known} for path, parts in planned.items()
        }
        self._paths: dict[tuple[str, str], list[str]] = {}
        for path, lacking in self._lacking.items():
            for at in lacking:
                self._paths.setdefault(at, []).append(path)
        self.ready = [path for path, lacking in self._lacking.items() if not lacking]

    def without(self, part: Planned) -> Iterator[str]:
        """The paths of the files whose last part this was."""
        for path in self._paths[part.kind, part.key]:
            self._lacking[path].remove((part.kind, part.key))
            if not self._lacking[path]:
                yield path


def _render_aside(renderer: Renderer, aside: Aside, tasks: Sequence[RenderTask]) -> list[bytes | Laid]:
    """What a worker does where it has the disk of the output: files need not go through a pipe."""
    made = zip(tasks, renderer(tasks), strict=True)
    return [aside.lay(task.path, data) if task.path else data for task, data in made]


def groups(tasks: Iterable[Planned], jobs: int) -> Iterator[list[Planned]]:
    """Tasks by what is to be done together by one of `jobs` processes: what is made of some postings (see `TOGETHER`),
    kind by kind: bodies are read and facts put into words once.

    First comes what is made of several or none, then the postings of which most is made: what is put together of their
    parts can be while others are rendered. Of the last ones the parts come first, so that nothing is put
    together alone.
    """
    lone: list[Planned] = []
    single: dict[str, list[Planned]] = {}
    for task in tasks:
        (single.setdefault(task.bodies[0], []) if len(task.bodies) == 1 else lone).append(task)
    for start in range(0, len(lone), CHUNK):
        yield lone[start : start + CHUNK]
    ranked = sorted(single, key=lambda body: (-len(single[body]), body))
    last = len(ranked) - len(ranked) // LAST
    early = [single[body] for body in ranked[:last]]
    parts = [[task for task in single[body] if not task.path] for body in ranked[last:]]
    files = [[task for task in single[body] if task.path] for body in ranked[last:]]
    size = min(max(TOGETHER.start, len(ranked) // (SHARES * jobs)), TOGETHER[-1])
    for some, together in ((early, size), (parts, TOGETHER.start), (files, TOGETHER.start)):
        for start in range(0, len(some), together):
            group = sorted(chain.from_iterable(some[start : start + together]), key=lambda task: task.kind)
            yield from [group] if group else []


def _ranges(groups: Iterable[Sequence[object]]) -> list[range]:
    ends = [0, *accumulate(map(len, groups))]
    return [range(start, end) for start, end in pairwise(ends)]
