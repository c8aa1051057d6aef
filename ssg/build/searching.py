"""The search index as a part of a build: which documents there are, and Pagefind running beside the rendering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from ssg.build.options import BuildOptions
from ssg.build.rendering import Renderer, Tasks
from ssg.build.timings import Counting
from ssg.config import Config
from ssg.content import Content
from ssg.pages import Planned
from ssg.pages.contexts import PostingPage
from ssg.parallel import Workers
from ssg.search import Document, Indexer, Shard, find_pagefind, plan_shards, remove_index

FOLDER = "pagefind"
CHUNK, SERIAL_BELOW = 50, 300


class SearchIndex:
    """The index of one build: `start` begins on the shards that changed, `finish` puts them in their place."""

    def __init__(self, work: Path, options: BuildOptions, folder: Path, config: Config) -> None:
        self._work, self._options, self._folder, self._config = work, options, folder / FOLDER, config
        self._exit = ExitStack()
        self._indexer: Indexer | None = None
        self._plan: Sequence[Shard] = ()

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(self, *error: object) -> None:
        self._exit.close()

    def start(
        self, planned: Iterable[Planned], renderer: Renderer, content: Content, workers: Workers, counting: Counting
    ) -> None:
        """Render the search documents of every shard that changed, and set Pagefind to work on them."""
        if not self._options.search or self._options.index_later:
            return
        pagefind = find_pagefind(self._options.environment)
        documents = {d.path: (d, one) for one in planned if (d := _document(one, renderer)) is not None}
        self._plan = plan_shards(
            (document for document, _ in documents.values()), self._config.search.shard_size, pagefind.salt
        )
        self._indexer = self._exit.enter_context(Indexer(self._folder, self._work, pagefind, self._options.jobs))
        stale = self._indexer.stale(self._plan)
        counting.expect(len(documents))
        wanted = [_reduced(documents[document.path][1]) for shard in stale for document in shard.documents]
        pages = workers.map_store(renderer, Tasks(wanted, content), chunk=CHUNK, serial_below=SERIAL_BELOW)
        for shard in stale:
            self._indexer.add(shard, (page.decode() for page in islice(pages, len(shard.documents))))
            counting.tick(len(shard.documents))

    def finish(self) -> None:
        """Wait for Pagefind; then let the site search the new index."""
        if self._indexer is not None:
            self._indexer.finish(self._plan)
        elif not self._options.index_later:
            remove_index(self._folder)


def _document(planned: Planned, renderer: Renderer) -> Document | None:
    context = planned.context
    if not isinstance(context, PostingPage) or planned.frame is None:
        return None
    if planned.frame.language != planned.frame.languages[0]:
        return None
    posting = context.posting
    seen = (renderer.theme.fingerprint, posting.digest, context.company.model_dump_json(), context.company_link.name)
    digest = blake2b("\n".join(seen).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Document(context.page.path, posting.date_posted, digest)


def _reduced(planned: Planned) -> Planned:
    """What the search document may see: nothing that changes when other postings do."""
    return replace(planned, kind="search", context=replace(planned.context, similar=(), life="open"))
