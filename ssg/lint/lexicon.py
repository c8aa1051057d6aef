"""Words and phrases to look out for in a language, found in one walk over a posting's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from ssg.lint.tables import load_table, table_names

PREFIX = "wording_"
MASCULINE, FEMININE, ORDINARY = "masculine", "feminine", "ordinary"
HARMLESS = "harmless"
MOST_REMEMBERED = 100_000
"""Words of which it is remembered which entries they begin."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase: its words (`*` ends a stem), the rule or list it is of, and which row of that."""

    words: tuple[str, ...]
    group: str
    row: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at the words from `start` up to `end`."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """What a rule has to say of some phrases: why not, and what instead."""

    why: str
    instead: str


@dataclass(frozen=True)
class Lexicon:
    """The phrases of a language. `rows` holds by rule what is said of each; `better` a word for a coded stem."""

    language: str
    entries: tuple[Entry, ...]
    rows: Mapping[str, tuple[Row, ...]]
    source: str = ""
    better: Mapping[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set, repr=False)
    _begins: dict[str, list[Entry]] = field(default_factory=dict, repr=False)

    def find(self, words: Sequence[str], vocabulary: Set[str]) -> Iterator[Hit]:
        """Every entry in case-folded `words`, in order; `vocabulary` is their set.

        Each word of the language is looked up once; then only words that begin an entry are looked at.
        """
        self._learn(vocabulary)
        beginning = vocabulary & self._begins.keys()
        for start in [at for at, word in enumerate(words) if word in beginning]:
            for entry in self._begins[words[start]]:
                end = start + len(entry.words)
                if end == start + 1 or (end <= len(words) and all(map(_fits, entry.words, words[start:end]))):
                    yield Hit(entry, start, end)

    def _learn(self, vocabulary: Set[str]) -> None:
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.clear()
        for word in vocabulary - self._seen:
            if entries := self._beginning(word):
                self._begins[word] = entries
        self._seen.update(vocabulary)

    def _beginning(self, word: str) -> list[Entry]:
        """The entries that begin with a word."""
        found = list(self._by_word.get(word, ()))
        for length in self._stem_lengths:
            found += self._by_stem.get(word[:length], ()) if len(word) >= length else ()
        return found

    @cached_property
    def _by_word(self) -> Mapping[str, list[Entry]]:
        return _grouped((entry.words[0], entry) for entry in self.entries if not entry.words[0].endswith("*"))

    @cached_property
    def _by_stem(self) -> Mapping[str, list[Entry]]:
        return _grouped((entry.words[0][:-1], entry) for entry in self.entries if entry.words[0].endswith("*"))

    @cached_property
    def _stem_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(stem) for stem in self._by_stem}))


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        found[key].append(entry)
    return dict(found)


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language code such as `pt-BR`, or None when there is none for the language."""
    name = PREFIX + language.partition("-")[0]
    return _read(load_table(name)) if name in table_names(PREFIX) else None


@cache
def languages() -> tuple[str, ...]:
    """English names of the languages that have a lexicon."""
    return tuple(sorted(load_table(name)["language"] for name in table_names(PREFIX)))


def _read(table: Mapping[str, Any]) -> Lexicon:
    groups, gender = table["groups"], table.get("gender", {})
    entries = [
        Entry(_words(phrase), group, row)
        for group, rows in groups.items()
        for row, given in enumerate(rows)
        for phrase in given["words"]
    ]
    entries += [Entry(_words(phrase), HARMLESS, row) for row, phrase in enumerate(table.get(HARMLESS, ()))]
    for group in (MASCULINE, FEMININE, ORDINARY):
        entries += [Entry(_words(phrase), group, row) for row, phrase in enumerate(gender.get(group, ()))]
    return Lexicon(
        language=table["language"],
        entries=tuple(entries),
        rows={group: tuple(Row(r["why"], r["instead"]) for r in rows) for group, rows in groups.items()},
        source=gender.get("source", ""),
        better=gender.get("better", {}),
    )


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.casefold().split())
