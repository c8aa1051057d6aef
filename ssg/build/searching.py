"""The search index as a part of a build: which documents there are, and Pagefind running beside the rendering."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ssg.beside import Beside, stand_back
from ssg.build.options import BuildOptions
from ssg.build.rendering import Renderer, RenderTask, Tasks
from ssg.build.timings import Counting
from ssg.config import Config
from ssg.content import Content
from ssg.pages import Previews, plan_documents
from ssg.parallel import Workers
from ssg.program import program_digest
from ssg.search import Document, Documents, Indexer, Shard, find_pagefind, plan_shards, remove_index
from ssg.site import Site

FOLDER = "pagefind"
CHUNK, SERIAL_BELOW = 50, 700


@dataclass(frozen=True, slots=True)
class _Work:
    """Shards that changed, their documents, ready to be rendered in order, and where each is to go."""

    shards: Sequence[Shard]
    tasks: Tasks
    renderer: Renderer
    places: Mapping[str, Documents]

    def render(self, some: range) -> None:
        """Render some documents and write them."""
        self.render_into(self.tasks.take(some))

    def render_into(self, tasks: Sequence[RenderTask]) -> list[bytes]:
        """What a worker does where it has the disk that Pagefind reads: nothing is left to write."""
        for task, html in zip(tasks, self.renderer(tasks), strict=True):
            self.places[task.path].write(task.path, html)
        return [b""] * len(tasks)


class _Rendering:
    """The documents of one shard, rendered by a copy of this process while this one goes on."""

    def __init__(self, shard: Shard, work: Callable[[], object]) -> None:
        self._shard, self._work = shard, work
        self._beside = Beside(self._done)

    def _done(self) -> bytes:
        stand_back()
        self._work()
        return b"done"

    @property
    def is_done(self) -> bool:
        return self._beside.is_done

    def finish(self) -> Shard:
        """The shard, once its documents are there; what failed is done again here, which tells why."""
        if not self._beside.result():
            self._work()
        return self._shard

    def close(self) -> None:
        self._beside.close()


class SearchIndex:
    """The index of one build: `start` begins on shards that changed, `tend` goes on, `finish` puts them in place."""

    def __init__(self, work: Path, options: BuildOptions, folder: Path, config: Config) -> None:
        self._work, self._options, self._folder, self._config = work, options, folder / FOLDER, config
        self._exit = ExitStack()
        self._indexer: Indexer | None = None
        self._plan: Sequence[Shard] = ()
        self._stop_words = frozenset[str]()
        self._rendering: list[_Rendering] = []

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(self, *error: object) -> None:
        for one in self._rendering:
            one.close()
        self._exit.close()

    def start(
        self, site: Site, looks: Previews, renderer: Renderer, content: Content, workers: Workers, counting: Counting
    ) -> None:
        """Render the search documents of every shard that changed, and set Pagefind to work on them."""
        if not self._options.search or self._options.index_later:
            return
        pagefind = find_pagefind(self._options.environment)
        self._stop_words = renderer.stop_words
        salt = f"{program_digest()} {renderer.theme.fingerprint} {pagefind.salt} {' '.join(sorted(self._stop_words))}"
        documents = {one.path: (posting, one) for posting, one in plan_documents(site, renderer.book, looks)}
        self._plan = plan_shards(
            (Document(one.path, posting.date_posted, one.key) for posting, one in documents.values()),
            self._config.search.shard_size,
            salt,
        )
        indexer = self._indexer = self._exit.enter_context(
            Indexer(self._folder, self._work, pagefind, self._options.jobs)
        )
        stale = indexer.stale(self._plan)
        counting.expect(len(documents))
        places = {one.path: place for shard in stale for place in [indexer.documents(shard)] for one in shard.documents}
        work = _Work(stale, Tasks([documents[path][1] for path in places], content), renderer, places)
        if len(stale) <= workers.jobs < len(self._plan) and workers.leave_room():
            self._render_beside(work, indexer)
            counting.tick(len(places))
        else:
            self._render(work, indexer, workers, counting)

    def _render_beside(self, work: _Work, indexer: Indexer) -> None:
        """Each shard by a copy of this process, which goes on, and goes first: what else there is to do looks at every
        posting of a large site."""
        indexer.stands_back = True
        work.renderer.prepare(self._config.languages[0])
        start = 0
        for shard in work.shards:
            some = range(start, start := start + len(shard.documents))
            self._rendering.append(_Rendering(shard, partial(work.render, some)))

    def _render(self, work: _Work, indexer: Indexer, workers: Workers, counting: Counting) -> None:
        """One shard after the other, by all workers; Pagefind begins with the first meanwhile."""
        written: Iterator[bytes] = workers.map(
            work.renderer,
            work.tasks,
            chunk=CHUNK,
            serial_below=SERIAL_BELOW,
            prepare=partial(work.renderer.prepare, self._config.languages[0]),
            forked=work.render_into,
        )
        for shard in work.shards:
            for document, html in zip(shard.documents, written, strict=False):
                if html:
                    work.places[document.path].write(document.path, html)
            indexer.add(shard)
            counting.tick(len(shard.documents))

    def tend(self) -> None:
        """Let the next shard begin where one has ended."""
        if self._indexer is not None:
            for one in [one for one in self._rendering if one.is_done]:
                self._add(one, self._indexer)
            self._indexer.tend()

    def finish(self) -> None:
        """Wait for Pagefind; then let the site search the new index."""
        if self._indexer is not None:
            while self._rendering:
                self._add(self._rendering[0], self._indexer)
            self._indexer.finish(self._plan, self._stop_words)
        elif not self._options.index_later:
            remove_index(self._folder)

    def _add(self, rendered: _Rendering, indexer: Indexer) -> None:
        self._rendering.remove(rendered)
        indexer.add(rendered.finish())
