"""Which postings share an index: shards cut by content, so that one posting more or less re-cuts only its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One posting to be found.

    `path` is its address relative to the site's root, `jobs/x/`; `digest` is of everything its search document is
    made from: equal digests, equal documents.
    """

    path: str
    posted: date
    digest: str


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents that share one index; `key` digests them and how they are indexed, and names the index's folder."""

    key: str
    documents: tuple[Document, ...]


def plan_shards(documents: Iterable[Document], size: int, salt: str = "") -> tuple[Shard, ...]:
    """Cut the documents, oldest first, into shards of about `size`; up to `size` documents make one shard.

    `salt` is what else decides an index's bytes, such as Pagefind's version. A cut stands where a document's own
    hash says so (content-defined chunking), so adding or removing one document changes its shard and hardly ever
    another.
    """
    ordered = sorted(documents, key=lambda document: (document.posted, document.path))
    return tuple(Shard(_key(part, salt), part) for part in _cut(ordered, size))


def _cut(documents: Sequence[Document], size: int) -> Iterator[tuple[Document, ...]]:
    """No shard is larger than 9/8 of `size` (memory) and none but the last smaller than 3/4."""
    least, most = max(1, size * 3 // 4), max(1, size * 9 // 8)
    start = 0
    while len(documents) - start > most:
        window = range(start + least, start + most + 1)
        end = min(window, key=lambda i: (_weight(documents[i].path), i))
        yield tuple(documents[start:end])
        start = end
    if start < len(documents):
        yield tuple(documents[start:])


def _weight(path: str) -> bytes:
    return hashlib.blake2b(path.encode(), digest_size=8).digest()


def _key(documents: Sequence[Document], salt: str) -> str:
    digest = hashlib.sha256(salt.encode())
    for document in documents:
        digest.update(f"\n{document.path}\t{document.digest}".encode())
    return digest.hexdigest()[:20]
