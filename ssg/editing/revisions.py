"""The posting files of a git revision, read without a checkout. Nothing of the repository is run."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from ssg.content.names import POSTINGS
from ssg.diagnostics import UsageError
from ssg.editing.files import posting_paths
from ssg.source import read_bytes

_SECONDS = 120
_REGULAR = ("100644", "100755")
"""Modes of files that are no links and no repositories of their own."""
_SETTINGS = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
"""A repository's own settings can name programs to run; none is wanted here."""


def working_tree(root: Path) -> Mapping[str, bytes]:
    """Bytes of every posting file as it stands in the folder, by path relative to `root`."""
    read = ((path, read_bytes(root, path)[0]) for path in posting_paths(root))
    return {path: data for path, data in read if data is not None}


def at_revision(root: Path, revision: str) -> Mapping[str, bytes]:
    """Bytes of every posting file as committed at a revision, by path relative to `root`.

    Raises UsageError where there is no git, no repository or no such revision.
    """
    commit = _commit(root, revision)
    listed = run_git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", f"{_prefix(root)}{POSTINGS}/")
    entries = [_entry(line) for line in listed.split(b"\0") if line]
    prefix = _prefix(root)
    wanted = [(path.removeprefix(prefix), blob) for path, mode, blob in entries if mode in _REGULAR]
    files = [(path, blob) for path, blob in wanted if _is_posting(path)]
    return dict(_blobs(root, files))


def write_revision(root: Path, revision: str, to: Path) -> None:
    """Write what `ssg check` reads of a revision below the empty folder `to`: site.yaml, content/, and of static/ the
    names alone. A path that leads out of the folder, or that no disk takes, is left out.

    Raises UsageError as `at_revision` does.
    """
    commit, prefix = _commit(root, revision), _prefix(root)
    parts = [f"{prefix}{part}" for part in ("site.yaml", "content/", "static/")]
    listed = run_git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *parts)
    entries = [_entry(line) for line in listed.split(b"\0") if line]
    files = [(path.removeprefix(prefix), blob) for path, mode, blob in entries if mode in _REGULAR]
    inside = [(path, blob) for path, blob in files if (to / path).resolve().is_relative_to(to.resolve())]
    read = [(path, blob) for path, blob in inside if not path.startswith("static/")]
    named = ((path, b"") for path, _ in inside if path.startswith("static/"))
    for path, data in chain(_blobs(root, read), named):
        with suppress(OSError):  # a name that no disk takes
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            (to / path).write_bytes(data)


def _prefix(root: Path) -> str:
    """Where the site's folder stands in its repository: empty, or a path with a slash at its end."""
    return run_git(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-"):
        raise UsageError(f"`{revision}` is no revision")
    try:
        return (
            run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            .decode()
            .strip()
        )
    except UsageError:
        run_git(root, "rev-parse", "--git-dir")
        hint = "in a shallow clone fetch it first: `git fetch origin REVISION`"
        raise UsageError(f"there is no revision `{revision}` in this repository; {hint}") from None


def _entry(line: bytes) -> tuple[str, str, str]:
    """Path, mode and object of a line of ls-tree."""
    facts, _, path = line.partition(b"\t")
    mode, _, blob = facts.decode().split(" ")[:3]
    return path.decode("utf-8", "replace"), mode, blob


def _is_posting(path: str) -> bool:
    parts = path.split("/")
    hidden = any(part.startswith((".", "_")) for part in parts)
    return path.endswith(".md") and parts[-1] != "README.md" and not hidden


def _blobs(root: Path, files: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    asked = "".join(f"{blob}\n" for _, blob in files).encode()
    answer = run_git(root, "cat-file", "--batch", given=asked) if files else b""
    at = 0
    for path, _ in files:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        yield path, answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def run_git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in a folder; `given` is its standard input. Raises UsageError with the reason when it fails."""
    command = ["git", *_SETTINGS, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, input=given, check=False)
    except FileNotFoundError:
        raise UsageError("git is not installed, and versions cannot be compared without it") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git did not answer in {_SECONDS} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        if "not a git repository" in said:
            raise UsageError("there is no git repository here, which would keep versions: `git init` begins one")
        raise UsageError(f"git cannot do it here: {said or 'no reason given'}")
    return done.stdout
