"""All of `content/` to postings and prose, reading only the files that the store does not know."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ssg.config import Config
from ssg.content.agreement import check_together
from ssg.content.content import Content
from ssg.content.facts import PostingFactory
from ssg.content.files import CONTENT, PAGES, TERMS, ContentFile, content_files, content_paths, is_prose, linked
from ssg.content.names import POSTINGS, page_refused, slug_and_language
from ssg.content.reading import ReadResult, ReadTask, prepare_reading, read_files, task_of
from ssg.content.store import Store
from ssg.diagnostics import Diagnostic, Problems
from ssg.digests import Seen, digest_files
from ssg.model import Posting
from ssg.model.lengths import within
from ssg.model.prose import Prose
from ssg.parallel import Workers
from ssg.source import ReadLimits

CHUNK, SERIAL_BELOW = 25, 150
_KEPT_AT_ONCE = 500


def load_content(
    root: Path,
    config: Config,
    problems: Problems,
    *,
    store: Store,
    workers: Workers,
    seen: Mapping[str, Seen | str] | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Content:
    """Read every posting, page and introduction below `root`; what is wrong goes to `problems`.

    `seen` is what `digest_files` saw of `content/`, where that was asked before; `meanwhile` is called once,
    and while other processes read, where they do.
    """
    problems.extend(linked(name) for name in (CONTENT, POSTINGS, PAGES, TERMS) if (root / name).is_symlink())
    problems.stop_on_error()
    seen = dict(digest_files(root, CONTENT)) if seen is None else seen
    files = list(content_files(root, content_paths(root, POSTINGS, problems), seen, config.read_limits, problems))
    prose_paths = [*content_paths(root, PAGES, problems), *content_paths(root, TERMS, problems)]
    problems.extend(refused for path in prose_paths if path.startswith(PAGES) and (refused := page_refused(path)))
    prose_files = list(content_files(root, prose_paths, seen, config.read_limits, problems))
    made = _Made(config)
    fronts, read = _remembered(root, [*files, *prose_files], config, store, workers, problems, made, meanwhile)
    postings = tuple(_postings(files, fronts, made, problems))
    check_together(postings, root, config, problems)
    store.keep_only(file.key for file in (*files, *prose_files))
    paths_by_key = {file.key: file.path for file in (*files, *prose_files)}
    content = Content(root, config, postings, (), store, paths_by_key, read)
    return replace(content, prose=tuple(_prose(prose_files, fronts, config, content)))


@dataclass(frozen=True, slots=True)
class _Unread:
    """Files that are not known, to be read where the work is done."""

    root: Path
    files: Sequence[ContentFile]
    limits: ReadLimits

    def __len__(self) -> int:
        return len(self.files)

    def take(self, some: range) -> list[ReadTask]:
        return [task_of(self.root, self.files[at], self.limits) for at in some]


class _Made:
    """Postings of files: of one that was read just now it is made while workers read others."""

    def __init__(self, config: Config) -> None:
        self._factory = PostingFactory(config)
        self._found: dict[str, Posting] = {}

    def add(self, file: ContentFile, front: bytes) -> None:
        """Make the posting of a file now; of a page, or of a name that is refused, there is none."""
        slug, translation, refused = slug_and_language(file.path)
        if not refused and not is_prose(file.path):
            self._found[file.path] = self._factory.posting(file.path, slug, translation, file.key, front)

    def posting(self, file: ContentFile, slug: str, translation: str, front: bytes) -> Posting:
        found = self._found.get(file.path)
        return found or self._factory.posting(file.path, slug, translation, file.key, front)


def _remembered(
    root: Path,
    files: Sequence[ContentFile],
    config: Config,
    store: Store,
    workers: Workers,
    problems: Problems,
    made: _Made,
    meanwhile: Callable[[], object] | None,
) -> tuple[Mapping[str, bytes], int]:
    """Front matter by key: from the store where it is known, read by the workers where it is not; how many were."""
    fronts = store.facts(file.key for file in files)
    unread = list({file.key: file for file in files if file.key not in fronts}.values())
    unsent = _Unread(root, unread, config.read_limits)
    results = workers.map(
        read_files,
        unsent,
        chunk=CHUNK,
        serial_below=SERIAL_BELOW,
        prepare=prepare_reading,
        meanwhile=meanwhile,
        forked=partial(_read_and_keep, store) if store.is_shared else None,
    )
    fresh: list[tuple[str, bytes, bytes]] = []
    for file, result in zip(unread, results, strict=True):
        problems.extend(_everywhere(result, file, files) if result.problems else ())
        if result.front:
            fronts[file.key] = result.front
            made.add(file, result.front)
            fresh.append((file.key, result.front, result.body))
        if len(fresh) >= _KEPT_AT_ONCE:
            store.add(fresh)
            fresh = []
    store.add(fresh)
    return fronts, len(unread)


def _read_and_keep(store: Store, tasks: Sequence[ReadTask]) -> list[ReadResult]:
    """What a worker does where it has the disk of the store: bodies, most of what is read, need not be sent."""
    results = read_files(tasks)
    bodies = ((task.key, result.body) for task, result in zip(tasks, results, strict=True) if result.body)
    store.add_bodies(bodies)
    return [replace(result, body=b"") for result in results]


def _everywhere(result: ReadResult, read: ContentFile, files: Sequence[ContentFile]) -> Iterator[Diagnostic]:
    """The problems of a file, said for every file with the same bytes."""
    for file in files:
        if file.key == read.key:
            yield from (
                Diagnostic(file.path, d.rule, d.message, d.hint, d.line, d.column, d.severity, d.source)
                for d in result.problems
            )


def _postings(
    files: Iterable[ContentFile], fronts: Mapping[str, bytes], made: _Made, problems: Problems
) -> Iterator[Posting]:
    for file in files:
        slug, translation, refused = slug_and_language(file.path)
        if refused:
            problems.add(refused)
        elif file.key in fronts:
            yield made.posting(file, slug, translation, fronts[file.key])


def _prose(
    files: Sequence[ContentFile], fronts: Mapping[str, bytes], config: Config, content: Content
) -> Iterator[Prose]:
    known = [file for file in files if file.key in fronts]
    bodies = content.bodies(file.key for file in known)
    for file in known:
        name, language, _ = slug_and_language(file.path)
        folder, _, rest = file.path.removeprefix("content/").partition("/")
        kind = rest.rpartition("/")[0] if folder == "terms" else ""
        slug = name if folder == "terms" else rest.removesuffix(".md").removesuffix(f".{language}")
        facts: dict[str, Any] = {"language": language or config.language, **json.loads(fronts[file.key])}
        digest = blake2b(f"{file.path} {file.key} {config.language}".encode(), digest_size=16).hexdigest()
        facts |= {"slug": slug, "path": file.path, "digest": digest, "kind": kind, "html": bodies[file.key].html}
        yield Prose.model_validate(facts, context=within(config.limits.field_characters))
