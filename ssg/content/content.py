"""The content that was read, and where its bodies and sources can be had from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ssg.config import Config
from ssg.content.bodies import unpack
from ssg.content.files import ContentFile
from ssg.content.reading import read_files, task_of
from ssg.content.store import Store
from ssg.diagnostics import BuildError
from ssg.model import Body, Posting
from ssg.model.prose import Prose
from ssg.source import Source, read_source


@dataclass(frozen=True)
class Content:
    """Everything that was read, and where bodies and sources can be had from.

    `paths` are the files by the keys of their bodies; `read` is how many files were not known before.
    """

    root: Path
    config: Config
    postings: tuple[Posting, ...]
    prose: tuple[Prose, ...]
    store: Store = field(compare=False)
    paths: Mapping[str, str]
    read: int = 0

    def body(self, posting: Posting) -> Body:
        """The rendered body of one posting."""
        return self.bodies([posting.source])[posting.source]

    def bodies(self, keys: Iterable[str]) -> dict[str, Body]:
        """Rendered bodies by `Posting.source`; one that the store has lost since is read again."""
        wanted = set(keys)
        kept = self.store.bodies(wanted)
        found = {key: body for key, data in kept.items() if (body := unpack(data))}
        found |= {key: self._read_again(key) for key in sorted(wanted - found.keys())}
        return {key: body.below(self.config.base_path) for key, body in found.items()}

    def _read_again(self, key: str) -> Body:
        file = ContentFile(self.paths[key], key)
        (result,) = read_files([task_of(self.root, file, self.config.read_limits)])
        if (body := unpack(result.body)) is None:
            raise BuildError(f"{file.path} was changed while the site was being built: build again")
        return body

    def bodies_in_order(self, keys: Sequence[str]) -> Mapping[str, Body]:
        """The same for keys that are asked for in order: only a few bodies are in memory at a time."""
        return _InOrder(self, keys)

    def source(self, posting: Posting) -> Source:
        """The file that the posting was read from. It was whole a moment ago; if it is gone since, it is empty."""
        source, _ = read_source(self.root, posting.path, self.config.read_limits)
        return source or Source(posting.path, "", "", 2, "", 3)


class _InOrder(Mapping[str, Body]):
    """Bodies that are read a batch ahead, and forgotten with the next batch."""

    _BATCH = 200

    def __init__(self, content: Content, keys: Sequence[str]) -> None:
        self._content, self._keys = content, keys
        self._at = {key: index for index, key in enumerate(keys)}
        self._batch: dict[str, Body] = {}

    def __getitem__(self, key: str) -> Body:
        if key not in self._batch:
            at = self._at[key]
            self._batch = self._content.bodies(self._keys[at : at + self._BATCH])
        return self._batch[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
