"""Which postings have the same text, or nearly: by their sentences and in linear time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

BINS = 32
"""Parts of the range of hashes, of each of which a text keeps the smallest hash: one-permutation MinHash."""
ROWS = 4
"""Neighbouring bins that must all be alike for two texts to be compared."""
ALIKE = 0.8
"""Share of sentences, of all that either text has, that makes texts nearly the same."""
SHORTEST = 4
"""Sentences that a text has at least to be compared at all."""
COMPARED = 4
"""Texts of one bucket with which a new one is compared, which bounds the work."""


@dataclass(frozen=True, slots=True)
class Print:
    """A text by its name: the hashes of its sentences, and what it may be compared with (texts of the same `kind`)."""

    name: str
    kind: tuple[str, ...]
    sentences: frozenset[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text that is like an earlier one: the share of their sentences that both have, 1 for all of them."""

    name: str
    earlier: str
    share: float


def fingerprint(name: str, kind: tuple[str, ...], sentences: Iterable[str]) -> Print:
    return Print(name, kind, frozenset(crc32(sentence.encode()) for sentence in sentences))


def alike(prints: Sequence[Print]) -> Iterator[Pair]:
    """For each text the earlier one most like it, where there is one that shares `ALIKE` of the sentences.

    Source of the method: A. Broder, On the resemblance and containment of documents, 1997; P. Li, A. Owen, C.-H.
    Zhang, One Permutation Hashing, 2012.
    """
    buckets: dict[tuple[object, ...], list[Print]] = defaultdict(list)
    for text in prints:
        if len(text.sentences) < SHORTEST:
            continue
        keys = [(text.kind, *band) for band in _bands(text.sentences)]
        known = {other.name: other for key in keys for other in buckets[key]}
        scored = [(_share(text, other), other.name) for other in known.values()]
        best = max(scored, key=lambda row: (row[0], row[1]), default=(0.0, ""))
        if best[0] >= ALIKE:
            yield Pair(text.name, best[1], best[0])
        for key in keys:
            if len(buckets[key]) < COMPARED:
                buckets[key].append(text)


def _bands(sentences: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """The text's buckets: the smallest hash of each bin (that of the next bin where one is empty), `ROWS` a band."""
    least: dict[int, int] = {}
    for value in sentences:
        at = value % BINS
        if value < least.get(at, 1 << 32):
            least[at] = value
    filled, following = [0] * BINS, least[min(least)]
    for at in range(BINS - 1, -1, -1):
        following = least.get(at, following)
        filled[at] = following
    for at in range(0, BINS, ROWS):
        yield (at, *filled[at : at + ROWS])


def _share(a: Print, b: Print) -> float:
    return len(a.sentences & b.sentences) / len(a.sentences | b.sentences)
