"""Bytes of a file to text, and text to front matter and body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ssg.diagnostics import Diagnostic

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]"  # text that nobody sees, but on a flag
)
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_SUSPECT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
"""The characters of `_REFUSED` wherever they stand: one class is searched for seven times as fast."""
_FENCE = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)
_DIRECTION = range(0x202A, 0x206A)


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds on one file: its size in bytes and the nesting of its YAML."""

    file_bytes: int = 1_000_000
    nesting: int = 200


DEFAULT_LIMITS = ReadLimits()


@dataclass(frozen=True, slots=True)
class Source:
    """A file with front matter, taken apart.

    `path` is relative to the root. `front` and `body` begin at the lines `front_line` and `body_line` of the file,
    counting from 1. `text` is the whole file, decoded, with `\\n` line ends. `digest` is of the file's bytes.
    """

    path: str
    text: str
    front: str
    front_line: int
    body: str
    body_line: int
    digest: str


def read_bytes(
    root: Path, path: str, limits: ReadLimits = DEFAULT_LIMITS
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a file below `root`, or why they cannot be had: a folder, a link that leads out, too large."""

    def refused(message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (Diagnostic(path, "unreadable", message, hint),)

    file = root / path
    top, below, _ = path.partition("/")
    try:
        if file.is_symlink() and not file.resolve().is_relative_to(root.resolve() / (top if below else "")):
            folder = f"{top}/" if below else "the site's folder"
            return refused(f"this is a link that leads out of {folder}", "Put the file itself here")
        if file.is_dir():
            return refused("this is a folder, and its name ends like a file's", "Rename the folder")
        if not file.is_file():
            return refused("this is no regular file", "Put a text file here, or remove it")
        if (size := file.stat().st_size) > limits.file_bytes:
            return refused(
                f"the file has {size:,} bytes, more than the {limits.file_bytes:,} that are read",
                "Take out what is no advert, or raise `limits: {file_bytes: …}` in site.yaml",
            )
        return file.read_bytes(), ()
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return refused(f"the file cannot be read: {reason}", "Mend its permissions, or remove it")


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """UTF-8 with or without byte order mark, any line ends; anything else is refused with its place."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "the file is saved as UTF-16, and everything here is UTF-8"
        return None, (Diagnostic(path, "encoding", message, "Save it again as UTF-8", 1, 1),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        byte = f"0x{data[error.start]:02X}"
        return None, (
            _at(path, "encoding", before, f"the byte {byte} is not UTF-8", "Save the file again as UTF-8", before),
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(_refused_characters(path, text)) if _is_suspect(text, data) else ()


def _is_suspect(text: str, data: bytes) -> bool:
    """Whether any character may have to be refused: a quick look that most files pass."""
    if text.isascii():
        return len(data.translate(None, _CONTROLS)) != len(data)
    return _SUSPECT.search(text) is not None


def _refused_characters(path: str, text: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for match in list(_REFUSED.finditer(text))[:10]:
        point = ord(match.group())
        what = "turns the direction of the text unseen" if point in _DIRECTION else "is an unseen control character"
        message = f"the character U+{point:04X} {what}"
        found.append(_at(path, "control-character", text[: match.start()], message, "Delete it", text))
    return found


def _at(path: str, rule: str, before: str, message: str, hint: str, text: str) -> Diagnostic:
    line = before.count("\n") + 1
    source = text.split("\n")[line - 1] if text.count("\n") >= line - 1 else ""
    return Diagnostic(path, rule, message, hint, line, len(before) - before.rfind("\n"), source=source[:500])


def read_source(
    root: Path, path: str, limits: ReadLimits = DEFAULT_LIMITS
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read a file with front matter; None and why, when it is not one."""
    data, problems = read_bytes(root, path, limits)
    return (None, problems) if data is None else split_source(path, data)


def split_source(path: str, data: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Take the bytes of a file apart into front matter and body; None and why, when that cannot be done."""
    text, problems = decode(path, data)
    if text is None or problems:
        return None, problems
    start = len(text) - len(text.lstrip())
    opening = _FENCE.match(text, start) if text.startswith("---", start) else None
    if opening is None:
        return None, (_no_front_matter(path, text),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        message = "the front matter is not closed: its first line is `---`, and no other line is"
        return None, (
            Diagnostic(
                path, "front-matter", message, "Put a line `---` between the fields and the text", 1, 1, source="---"
            ),
        )
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    front_line = text.count("\n", 0, opening.end()) + 2
    body_line = text.count("\n", 0, closing.end()) + 2
    digest = blake2b(data, digest_size=16).hexdigest()
    return Source(path, text, front, front_line, body, body_line, digest), ()


def _no_front_matter(path: str, text: str) -> Diagnostic:
    if not text.strip():
        return Diagnostic(
            path, "front-matter", "the file is empty", "Begin with `---`, `title: …` and `date_posted: …`"
        )
    message = "the file does not begin with front matter"
    hint = "Its first line is `---`, then come `title: …` and `date_posted: …`, then `---`, then the text"
    return Diagnostic(path, "front-matter", message, hint, 1, 1, source=text.split("\n", 1)[0][:500])
