"""The search index as a part of a build: which documents there are, and Pagefind running beside the rendering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from ssg.build.options import BuildOptions
from ssg.build.program import program_digest
from ssg.build.rendering import Renderer, RenderTask, Tasks
from ssg.build.timings import Counting
from ssg.config import Config
from ssg.content import Content
from ssg.pages import Previews, plan_documents
from ssg.parallel import Workers
from ssg.search import Document, Documents, Indexer, Shard, find_pagefind, plan_shards, remove_index
from ssg.site import Site

FOLDER = "pagefind"
CHUNK, SERIAL_BELOW = 50, 700
"""A shard of documents is made here before other processes are up."""


class SearchIndex:
    """The index of one build: `start` begins on shards that changed, `tend` goes on, `finish` puts them in place."""

    def __init__(self, work: Path, options: BuildOptions, folder: Path, config: Config) -> None:
        self._work, self._options, self._folder, self._config = work, options, folder / FOLDER, config
        self._exit = ExitStack()
        self._indexer: Indexer | None = None
        self._plan: Sequence[Shard] = ()
        self._stop_words = frozenset[str]()

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(self, *error: object) -> None:
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
        written: Iterator[bytes] = workers.map(
            renderer,
            Tasks([documents[path][1] for path in places], content),
            chunk=CHUNK,
            serial_below=SERIAL_BELOW,
            prepare=partial(renderer.prepare, self._config.languages[0]),
            forked=partial(_render_into, places, renderer),
        )
        for shard in stale:
            for document, html in zip(shard.documents, written, strict=False):
                if html:
                    places[document.path].write(document.path, html)
            indexer.add(shard)
            counting.tick(len(shard.documents))

    def tend(self) -> None:
        """Let the next shard begin where one has ended."""
        if self._indexer is not None:
            self._indexer.tend()

    def finish(self) -> None:
        """Wait for Pagefind; then let the site search the new index."""
        if self._indexer is not None:
            self._indexer.finish(self._plan, self._stop_words)
        elif not self._options.index_later:
            remove_index(self._folder)


def _render_into(places: Mapping[str, Documents], renderer: Renderer, tasks: Sequence[RenderTask]) -> list[bytes]:
    """What a worker does where it has the disk that Pagefind reads: nothing is left to write."""
    for task, html in zip(tasks, renderer(tasks), strict=True):
        places[task.path].write(task.path, html)
    return [b""] * len(tasks)
