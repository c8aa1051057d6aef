"""Bytes of a file to text, and text to front matter and body."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ssg.diagnostics import Diagnostic
from ssg.model.lengths import LONGEST_TEXT
from ssg.source.fences import no_front_matter, second_fields, unclosed

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]"  # text that nobody sees, but on a flag
)
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
"""The characters of `_REFUSED` wherever they stand: one class is searched for seven times as fast."""
LINE_BREAKS = "\x85\u2028\u2029"
"""Breaks that are a new line to YAML and to no editor; they come along when text is copied."""
_FORMATS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a Word file, or another archive,",
    b"\xd0\xcf\x11\xe0": "a Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
"""How files begin that are no text."""
_BEGINNINGS = tuple(_FORMATS)
_FENCE = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)
_DIRECTION = range(0x202A, 0x206A)


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds on one file.

    Its size in bytes, the nesting of its YAML, line breaks and signs of Markdown in its text, characters of a field.
    """

    file_bytes: int = 1_000_000
    nesting: int = 200
    marks: int = 50_000
    field_characters: int = LONGEST_TEXT


DEFAULT_LIMITS = ReadLimits()


@dataclass(frozen=True, slots=True)
class Source:
    """A file with front matter, taken apart.

    `path` is relative to the root. `front` and `body` begin at the lines `front_line` and `body_line` of the file,
    counting from 1. `text` is the whole file, decoded, with `\\n` line ends.
    """

    path: str
    text: str
    front: str
    front_line: int
    body: str
    body_line: int


def read_bytes(
    root: Path, path: str, limits: ReadLimits = DEFAULT_LIMITS
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a file below `root`, or why they cannot be had: a folder, a link that leads out, too large."""

    def refused(message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (Diagnostic(path, "unreadable", message, hint),)

    file = root / path
    top, below, _ = path.partition("/")
    try:
        if _is_plain(file, limits):
            return file.read_bytes(), ()
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


def _is_plain(file: Path, limits: ReadLimits) -> bool:
    """Whether it is a file of no more bytes than are read, and no link: asked once, as nearly all are."""
    try:
        found = file.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= limits.file_bytes


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """UTF-8 with or without byte order mark, any line ends; anything else is refused with its place."""
    if data.startswith(_BEGINNINGS):
        kind = next(kind for beginning, kind in _FORMATS.items() if data.startswith(beginning))
        message = f"this is {kind} and no text"
        return None, (Diagnostic(path, "encoding", message, "Copy its text into a file that `ssg new` begins"),)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) > len(data[:200]) // 4:
        message = "the file is saved as UTF-16, and everything here is UTF-8"
        return None, (Diagnostic(path, "encoding", message, "Save it again as UTF-8", 1, 1),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        return None, (_not_utf8(path, data, error.start, before),)
    if not text.isascii():
        text = text.lstrip("\ufeff")
        text = without_breaks(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(_refused_characters(path, text)) if _is_suspect(text, data) else ()


def without_breaks(text: str) -> str:
    """The text with a space for every `LINE_BREAKS`."""
    for line_break in LINE_BREAKS:
        text = text.replace(line_break, " ")
    return text


def _is_suspect(text: str, data: bytes) -> bool:
    """Whether any character may have to be refused: a quick look that most files pass."""
    if text.isascii():
        return len(data.translate(None, _CONTROLS)) != len(data)
    return _SUSPECT.search(text) is not None


def _not_utf8(path: str, data: bytes, at: int, before: str) -> Diagnostic:
    """The first byte that is not UTF-8, and the letter that it is in the encoding of old Windows programs."""
    letter = data[at : at + 1].decode("cp1252", "ignore")
    was = f"; a program wrote `{letter}` as Windows-1252 or Latin-1" if letter.isprintable() and letter else ""
    message = f"the byte 0x{data[at]:02X} is not UTF-8{was}"
    shown = before + data[at : at + 200].decode("cp1252", "replace").split("\n", 1)[0]
    return _at(path, "encoding", before, message, "Save the file again as UTF-8", shown)


def _refused_characters(path: str, text: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    places: dict[str, list[re.Match[str]]] = {}
    for match in _REFUSED.finditer(text):
        places.setdefault(match.group(), []).append(match)
    for character, matches in list(places.items())[:10]:
        match, point = matches[0], ord(character)
        more = f", here and in {len(matches) - 1:,} other place{'s' * (len(matches) > 2)}" if len(matches) > 1 else ""
        message = f"the character U+{point:04X} {_harm_of(point)}{more}"
        found.append(_at(path, "control-character", text[: match.start()], message, _in_place_of(point), text))
    return found


def refused_escape(value: str) -> tuple[str, str] | None:
    """What is wrong with a value that had escapes in its quotes, and what to do, by the first such character."""
    if (match := _REFUSED.search(value)) is None:
        return None
    point = ord(match.group())
    return f"the character U+{point:04X} {_harm_of(point)}", _in_place_of(point)


def refused_references(source: Source) -> Iterator[Diagnostic]:
    """The references of HTML in the body (`&#x202e;`) to characters that the file itself may not hold, once each."""
    start, told = len(source.text) - len(source.body), set()
    for match in _REFERENCE.finditer(source.body) if "&#" in source.body else ():
        point = int(match[1], 16) if match[1] else int(match[2])
        refused = refused_escape(chr(point)) if point < 0x110000 else None
        if refused and point not in told:
            told.add(point)
            before = source.text[: start + match.start()]
            yield _at(source.path, "control-character", before, *refused, source.text)


def _harm_of(point: int) -> str:
    return "turns the direction of the text unseen" if point in _DIRECTION else "is an unseen control character"


def _in_place_of(point: int) -> str:
    """What to do about a character: U+0080 to U+009F are most often signs of Windows that were read as Latin-1."""
    meant = bytes([point]).decode("cp1252", "ignore") if 0x80 <= point < 0xA0 else ""
    return f"Write `{meant}`, or delete it" if meant else "Delete it"


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
        return None, (no_front_matter(path, text),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return None, (unclosed(path, text, text.count("\n", 0, opening.end())),)
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    front_line = text.count("\n", 0, opening.end()) + 2
    body_line = text.count("\n", 0, closing.end()) + 2
    if "---" in body and (second := second_fields(path, text, body, body_line)):
        return None, (second,)
    return Source(path, text, front, front_line, body, body_line), ()
