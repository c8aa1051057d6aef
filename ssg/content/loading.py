"""All of `content/` to postings and prose, reading only the files that the store does not know."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ssg.config import Config
from ssg.content.names import page_refused, slug_and_language
from ssg.content.reading import ReadResult, ReadTask, read_files
from ssg.content.store import Store
from ssg.diagnostics import BuildError, Diagnostic, Problems, nearest
from ssg.model import Body, Posting
from ssg.model.prose import Prose
from ssg.parallel import Workers
from ssg.source import Source, locate, read_bytes, read_source

CONTENT = "content"
POSTINGS, PAGES, TERMS = f"{CONTENT}/postings", f"{CONTENT}/pages", f"{CONTENT}/terms"
CHUNK, SERIAL_BELOW = 25, 150


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
        found = self.store.bodies(wanted)
        for key in sorted(wanted - found.keys()):
            found[key] = self._read_again(key)
        return {key: Body.model_validate_json(data) for key, data in found.items()}

    def _read_again(self, key: str) -> bytes:
        path = self.paths[key]
        data, _ = read_bytes(self.root, path, self.config.read_limits)
        if data is None or key != _key(data, path):
            raise BuildError(f"{path} was changed while the site was being built: build again")
        (result,) = read_files([ReadTask(path, data, _is_prose(path), self.config.read_limits)])
        return result.body

    def bodies_in_order(self, keys: Sequence[str]) -> Mapping[str, Body]:
        """The same for keys that are asked for in order: only a few bodies are in memory at a time."""
        return _InOrder(self, keys)

    def source(self, posting: Posting) -> Source:
        """The file that the posting was read from. It was whole a moment ago; if it is gone since, it is empty."""
        source, _ = read_source(self.root, posting.path, self.config.read_limits)
        return source or Source(posting.path, "", "", 2, "", 3, posting.source)


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


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    key: str
    data: bytes


def load_content(
    root: Path, config: Config, problems: Problems, *, store: Store, workers: Workers, only: Sequence[str] = ()
) -> Content:
    """Read every posting, page and introduction below `root`; what is wrong goes to `problems`.

    `only` names posting files (relative to the root) when not all are wanted.
    """
    problems.extend(_linked(name) for name in (CONTENT, POSTINGS, PAGES, TERMS) if (root / name).is_symlink())
    problems.stop_on_error()
    paths = list(only) or sorted(_walk(root / POSTINGS, POSTINGS, problems))
    files = list(_files(root, paths, config, problems))
    prose_paths = sorted([*_walk(root / PAGES, PAGES, problems), *_walk(root / TERMS, TERMS, problems)])
    problems.extend(refused for path in prose_paths if path.startswith(PAGES) and (refused := page_refused(path)))
    prose_files = list(_files(root, prose_paths, config, problems))
    fronts, read = _remembered([*files, *prose_files], config, store, workers, problems)
    postings = list(_postings(files, fronts, config, problems))
    _check(postings, root, config, problems)
    store.keep_only(file.key for file in (*files, *prose_files))
    paths_by_key = {file.key: file.path for file in (*files, *prose_files)}
    content = Content(root, config, tuple(postings), (), store, paths_by_key, read)
    return replace(content, prose=tuple(_prose(prose_files, fronts, config, content)))


def _walk(folder: Path, name: str, problems: Problems) -> Iterator[str]:
    """Files `*.md` below a folder, by relative path; hidden ones and those that begin with `_` are left alone."""
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.add(
            Diagnostic(name, "unreadable", f"the folder cannot be read: {error.strerror}", "Mend its permissions")
        )
        return
    for entry in entries:
        if entry.name.startswith((".", "_")) or entry.name == "README.md":
            continue
        path = f"{name}/{entry.name}"
        if not entry.name.isprintable():
            message = "the name holds a character that nobody sees, or is not UTF-8"
            problems.add(
                Diagnostic(path.encode("ascii", "backslashreplace").decode(), "file-name", message, "Rename it")
            )
        elif entry.name.endswith(".md"):
            yield path
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, path, problems)
        elif entry.is_dir():
            problems.add(_linked(path))


def _linked(path: str) -> Diagnostic:
    message = "this is a link to a folder, and what lies behind it is not read"
    return Diagnostic(path, "unreadable", message, "Put the folder itself here")


def _files(root: Path, paths: Iterable[str], config: Config, problems: Problems) -> Iterator[_File]:
    limits = config.read_limits
    for path in paths:
        data, found = read_bytes(root, path, limits)
        problems.extend(found)
        if data is not None:
            yield _File(path, _key(data, path), data)


def _key(data: bytes, path: str) -> str:
    """What a file is remembered by."""
    digest = blake2b(data, digest_size=16).hexdigest()
    return f"prose-{digest}" if _is_prose(path) else digest


def _is_prose(path: str) -> bool:
    """Whether the file is a page or introduction, which may do without front matter."""
    return path.startswith((f"{PAGES}/", f"{TERMS}/"))


def _remembered(
    files: Sequence[_File], config: Config, store: Store, workers: Workers, problems: Problems
) -> tuple[Mapping[str, bytes], int]:
    """Front matter by key: from the store where it is known, read by the workers where it is not; how many were."""
    fronts = store.facts(file.key for file in files)
    unread = list({file.key: file for file in files if file.key not in fronts}.values())
    tasks = [ReadTask(file.path, file.data, _is_prose(file.path), config.read_limits) for file in unread]
    results = workers.map(read_files, tasks, chunk=CHUNK, serial_below=SERIAL_BELOW)
    fresh: list[tuple[str, bytes, bytes]] = []
    for file, result in zip(unread, results, strict=True):
        problems.extend(_everywhere(result, file, files) if result.problems else ())
        if result.front:
            fronts[file.key] = result.front
            fresh.append((file.key, result.front, result.body))
        if len(fresh) >= 500:
            store.add(fresh)
            fresh = []
    store.add(fresh)
    return fronts, len(unread)


def _everywhere(result: ReadResult, read: _File, files: Sequence[_File]) -> Iterator[Diagnostic]:
    """The problems of a file, said for every file with the same bytes."""
    for file in files:
        if file.key == read.key:
            yield from (
                Diagnostic(file.path, d.rule, d.message, d.hint, d.line, d.column, d.severity, d.source)
                for d in result.problems
            )


def _postings(
    files: Iterable[_File], fronts: Mapping[str, bytes], config: Config, problems: Problems
) -> Iterator[Posting]:
    for file in files:
        slug, translation, refused = slug_and_language(file.path)
        if refused:
            problems.add(refused)
        elif file.key in fronts:
            yield _posting(file, slug, translation, fronts[file.key], config)


def _posting(file: _File, slug: str, translation: str, front: bytes, config: Config) -> Posting:
    """The facts with the site's defaults before them: in JSON the later of two equal keys counts."""
    defaults: dict[str, Any] = {
        "company": config.default_company,
        "language": translation or config.language,
        "slug": slug,
        "path": file.path,
        "translation": translation,
        "source": file.key,
    }
    if config.apply:
        defaults["apply"] = config.apply.model_dump(mode="json", exclude_defaults=True)
    head = json.dumps(defaults, separators=(",", ":")).encode()
    digest = blake2b(head, digest_size=16).hexdigest()
    rest = b"," + front[1:] if front != b"{}" else b"}"
    return Posting.model_validate_json(b'{"digest":"' + digest.encode() + b'",' + head[1:-1] + rest)


def _check(postings: Sequence[Posting], root: Path, config: Config, problems: Problems) -> None:
    """What one file alone cannot know: companies that exist, addresses that are its own."""
    addresses: dict[tuple[str, str], Posting] = {}
    for posting in sorted(postings, key=lambda p: (p.slug, p.path)):
        first = addresses.setdefault((posting.slug, posting.translation), posting)
        if first is not posting:
            problems.extend(_same_address(first, posting))
        if posting.company not in config.companies:
            problems.add(_unknown_company(posting, root, config))
    _check_aliases(postings, root, config, problems)


def _same_address(first: Posting, second: Posting) -> Iterator[Diagnostic]:
    for one, other in ((first, second), (second, first)):
        message = f"this posting and {other.path} have the same address /jobs/{one.slug}/"
        yield Diagnostic(one.path, "same-address", message, "Rename one of the two files")


def _unknown_company(posting: Posting, root: Path, config: Config) -> Diagnostic:
    known = list(config.companies)
    guess = nearest(posting.company, known) or nearest(posting.company, [c.name for c in config.companies.values()])
    guess = next((key for key, c in config.companies.items() if guess in (key, c.name)), None)
    message = f"`{posting.company}` in `company` is no key of `companies` in site.yaml"
    hint = f"Write `company: {guess}`" if guess else f"Known are {', '.join(known[:8])}"
    return located(posting, root, config, ("company",), "unknown-company", message, hint)


def _check_aliases(postings: Sequence[Posting], root: Path, config: Config, problems: Problems) -> None:
    slugs = {posting.slug: posting for posting in postings}
    taken: dict[str, Posting] = {}
    for posting in sorted(postings, key=lambda p: (p.slug, p.path)):
        for at, alias in enumerate(posting.aliases):
            owner = slugs.get(alias) or taken.setdefault(alias, posting)
            if owner.slug != posting.slug or alias == posting.slug:
                message, hint = _alias_taken(alias, posting, owner)
                problems.add(located(posting, root, config, ("aliases", at), "same-address", message, hint))


def _alias_taken(alias: str, posting: Posting, owner: Posting) -> tuple[str, str]:
    says = f"the old address `{alias}` is"
    if owner.slug == posting.slug:
        return f"{says} the address of this posting itself", "Take it out of `aliases`"
    if owner.slug == alias:
        return f"{says} the address of {owner.path}", "Take it out of `aliases`, or rename the other file"
    return f"{says} an old address of {owner.path} too", "Take it out of `aliases` in one of the two files"


def located(
    posting: Posting, root: Path, config: Config, where: tuple[str | int, ...], rule: str, message: str, hint: str
) -> Diagnostic:
    """A diagnostic at a field of a posting's file."""
    source, _ = read_source(root, posting.path, config.read_limits)
    if source is None:
        return Diagnostic(posting.path, rule, message, hint)
    line, column = locate(source.front, where, source.front_line)
    text = source.text.split("\n")[line - 1]
    return Diagnostic(posting.path, rule, message, hint, line, column, source=text[:500])


def _prose(files: Sequence[_File], fronts: Mapping[str, bytes], config: Config, content: Content) -> Iterator[Prose]:
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
        yield Prose.model_validate(facts)
