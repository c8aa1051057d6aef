"""Pagefind's program: where it is, how it is run, and whether what it wrote is whole."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssg.beside import stand_back
from ssg.diagnostics import BuildError
from ssg.lifeline import Lifeline

PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
PROGRAMS = ("pagefind_extended", "pagefind")
RUNTIME = ("pagefind.js", "pagefind-entry.json")
FOLDERS = ("fragment", "filter", "index")
SYMBOLS = "+#"
CHUNK = ("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "2000")  # a word costs a visitor 3 KB a shard, not 25
MEMORY = ("_RJEM_MALLOC_CONF", "thp:always,narenas:2,lg_tcache_max:16,dirty_decay_ms:-1")
"""How its allocator (jemalloc) behaves: huge pages, kept until the end; a sixth of its time went to single ones."""
SIGNATURE = b"pagefind_dcd"
URL = SIGNATURE + b'{"url":'
"""How a fragment begins, as of Pagefind 1.5; an address has no quotation mark."""
GRACE = 10.0  # seconds
TOLD = 2000

INSTALL = "Install it with `pip install 'pagefind[bin]'`, or build with --no-search"


class SearchError(BuildError):
    """The search index cannot be made: what failed, in Pagefind's own words, and what to do."""


@dataclass(frozen=True, slots=True)
class Pagefind:
    """A Pagefind to index with.

    `language` is the one whose word forms all documents share (ISO 639-1). `patience` is how many seconds a run
    may take before it counts as hanging, besides a twentieth of a second for each document (some 25 times what it
    needs).
    """

    executable: Path
    version: str
    environment: Mapping[str, str]
    language: str = "en"
    patience: float = 60.0

    @property
    def options(self) -> tuple[str, ...]:
        return ("--force-language", self.language, "--include-characters", SYMBOLS, "--silent")

    @property
    def salt(self) -> str:
        """What decides an index's bytes besides its documents: the salt for `plan_shards`."""
        return " ".join(("1", self.version, *CHUNK, *self.options))


def find_pagefind(environment: Mapping[str, str], language: str = "en") -> Pagefind:
    """The Pagefind that PAGEFIND_BINARY_PATH names, or the installed package's, or the one on PATH.

    `environment` is the process's; no other setting of Pagefind is taken from it. Raises SearchError if there is
    none or it does not run.
    """
    executable = _executable(environment)
    clean = {name: value for name, value in environment.items() if not name.startswith("PAGEFIND_")}
    try:
        asked = subprocess.run(
            [executable, "--version"], capture_output=True, env=clean, stdin=subprocess.DEVNULL, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise SearchError(f"Pagefind does not run: {error}. {INSTALL}") from error
    return Pagefind(executable, asked.stdout.decode(errors="replace").strip(), clean, language)


def _executable(environment: Mapping[str, str]) -> Path:
    if named := environment.get("PAGEFIND_BINARY_PATH"):
        return Path(named).absolute()
    for package in PACKAGES:
        try:
            return Path(importlib.import_module(package).get_executable())
        except (ImportError, FileNotFoundError):
            continue
    for program in PROGRAMS:
        if found := shutil.which(program, path=environment.get("PATH")):
            return Path(found).absolute()
    raise SearchError(f"Pagefind, which makes the search index, is not installed. {INSTALL}")


class Run:
    """One Pagefind at work on a folder of documents; `finish` waits for it, `kill` ends it, and so does `lifeline`.

    One that `stands_back` leaves the processor to who has something else to do.
    """

    def __init__(
        self,
        pagefind: Pagefind,
        site: Path,
        bundle: Path,
        count: int,
        lifeline: Lifeline,
        *,
        stands_back: bool = False,
    ) -> None:
        self.bundle = bundle
        self.count = count
        self.limit = pagefind.patience + count / 20
        self._deadline = time.monotonic() + self.limit
        self._lifeline = lifeline
        command = [str(pagefind.executable), "--site", str(site), "--output-path", str(bundle), *pagefind.options]
        try:
            self._process = lifeline.start(
                command,
                cwd=site,  # a pagefind.toml in the site's folder must not change the index
                env={**dict([MEMORY]), **pagefind.environment, **dict([CHUNK])},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise SearchError(f"Pagefind does not start: {error}. {INSTALL}") from error
        if stands_back:
            stand_back(self._process.pid)

    @property
    def is_over(self) -> bool:
        """Whether `finish` would not have to wait: the process ended, or counts as hanging."""
        return self._process.poll() is not None or time.monotonic() > self._deadline

    def finish(self) -> dict[str, str]:
        """Wait for the bundle and check that it is whole: see `verify_bundle`; raises SearchError."""
        try:
            told = self._process.communicate(timeout=self._time_left())[1]
        except subprocess.TimeoutExpired:
            self.kill()
            raise SearchError(
                f"Pagefind did not finish {self.count} documents in {self.limit:.0f} seconds and was ended. "
                "Build again; if it happens again, make `search: shard_size` in site.yaml smaller"
            ) from None
        self._lifeline.ended(self._process)
        if self._process.returncode:
            words = told.decode(errors="replace").strip()[:TOLD] or "nothing"
            raise SearchError(f"Pagefind failed with exit code {self._process.returncode}. It said: {words}")
        strip_bundle(self.bundle)
        return verify_bundle(self.bundle, self.count)

    def _time_left(self) -> float:
        """Seconds until it counts as hanging; one that ended, however long ago, only has its words to give."""
        return GRACE if self._process.poll() is not None else max(0.0, self._deadline - time.monotonic())

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._lifeline.ended(self._process)
        if self._process.stderr:
            self._process.stderr.close()


def strip_bundle(bundle: Path) -> None:
    """Remove what a page with a search of its own never asks for: Pagefind's user interfaces, unused languages."""
    wanted = {*RUNTIME, *FOLDERS, *_wasm_names(_entry(bundle))}
    for path in bundle.iterdir():
        if path.name not in wanted and path.suffix != ".pf_meta":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def verify_bundle(bundle: Path, count: int) -> dict[str, str]:
    """Raise SearchError unless the bundle holds `count` pages and every file that it needs, each one whole.

    Returns the documents' paths by the names under which search results give them: `{"en_3f2a9c1": "jobs/x/"}`.
    """
    entry = _entry(bundle)
    pages = sum(language["page_count"] for language in entry["languages"].values())
    if pages != count:
        raise SearchError(
            f"Pagefind indexed {pages} of {count} documents. Each search document needs <html>, and words inside an "
            "element with data-pagefind-body: look at the theme's search.html"
        )
    for name in (*RUNTIME, *_wasm_names(entry)):
        if not (bundle / name).is_file() or not (bundle / name).stat().st_size:
            raise _lost(name)
    texts = {name: _unpack(path) for name, path in sorted(_packed(str(bundle)))}
    _check_contents(texts, entry)
    return {name.split(".")[0]: _address(name, text) for name, text in texts.items() if name.endswith(".pf_fragment")}


def _packed(folder: str) -> Iterator[tuple[str, str]]:
    """Name and path of every file below the folder that Pagefind packs."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _packed(entry.path)
            elif entry.name.endswith(".pagefind") or ".pf_" in entry.name:
                yield entry.name, entry.path


def _check_contents(texts: Mapping[str, bytes], entry: Mapping[str, Any]) -> None:
    stems = {name.split(".")[0] for name in texts}
    for code, language in entry["languages"].items():
        contents = f"pagefind.{language['hash']}.pf_meta"
        if contents not in texts:
            raise _lost(contents)
        if lost := _named(texts[contents], code) - stems:
            raise _lost(min(lost))


def _address(name: str, fragment: bytes) -> str:
    """The address in a fragment, which is JSON after a signature."""
    try:
        if fragment.startswith(URL):  # which says it without reading on
            return str(json.loads(fragment[len(URL) : fragment.index(b'"', len(URL) + 1) + 1])).lstrip("/")
        return str(json.loads(fragment[len(SIGNATURE) :])["url"]).lstrip("/")
    except (ValueError, KeyError, TypeError) as error:
        raise SearchError(f"Pagefind's file `{name}` cannot be read: {error!r}. Build again") from error


def _lost(name: str) -> SearchError:
    return SearchError(f"Pagefind left `{name}` out of its index. Build again")


def _entry(bundle: Path) -> dict[str, Any]:
    try:
        entry: dict[str, Any] = json.loads((bundle / "pagefind-entry.json").read_bytes())
        for language in entry["languages"].values():
            if not isinstance(language["page_count"], int) or not isinstance(language["hash"], str):
                raise TypeError("no page count or hash")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        full = "Is the disk full? Build again" if isinstance(error, ValueError) else "Build again"
        raise SearchError(f"Pagefind's pagefind-entry.json cannot be read: {error!r}. {full}") from error
    return entry


def _wasm_names(entry: Mapping[str, Any]) -> set[str]:
    return {f"wasm.{language.get('wasm') or 'unknown'}.pagefind" for language in entry["languages"].values()}


def _unpack(path: str) -> bytes:
    """The file's bytes unpacked; gzip carries a checksum, so what unpacks is whole."""
    with open(path, "rb") as file:  # noqa: PTH123 (ten thousand of them)
        data = file.read()
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        text = unpacker.decompress(data)
    except zlib.error:
        text = b""
    if not unpacker.eof:
        raise SearchError(
            f"Pagefind wrote a torn file: `{Path(path).name}` ({len(data)} bytes). Is the disk full? Build again"
        )
    return text


def _named(meta: bytes, language: str) -> set[str]:
    """Stems of the files that the table of contents names.

    It is CBOR: a text of up to 23 bytes has its length in the byte before it. A word that only looks like a name
    is the bound of a chunk, with a text after it; a name never has one after it.
    """
    names = re.findall(rb"[\x60-\x77](%s_[0-9a-f]{7,}+)(?![\x60-\x7b])" % re.escape(language.encode()), meta)
    return {name.decode() for name in names}
