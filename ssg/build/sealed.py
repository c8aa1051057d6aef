"""Values kept in the cache as JSON under a seal: what the disk or another hand has changed is not there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ssg.output import cache_refused

_BETWEEN = ",\n"
"""What parts rows: in JSON no text has a line's end in it."""
as_row = json.JSONEncoder(separators=(",", ":")).encode
"""A value as the text of a row: see `write_rows`."""


def read_rows(place: Path) -> tuple[list[Any], list[str]]:
    """The values that were kept in rows there, and the text of each; none when there are none, or not as written."""
    text = _read(place)
    with suppress(ValueError, RecursionError):
        return json.loads(text), text[1:-1].decode().split(_BETWEEN)
    return [], []


def read_texts(place: Path) -> list[str]:
    """The texts of the values that were kept in rows there; none when there are none, or not as written."""
    text = _read(place)
    return text[1:-1].decode().split(_BETWEEN) if text else []


def write_rows(place: Path, rows: Iterable[str]) -> None:
    """Keep values, each as a text of JSON on one line. Raises BuildError when the disk refuses."""
    _write(place, f"[{_BETWEEN.join(rows)}]".encode())


def _read(place: Path) -> bytes:
    try:
        seal, _, text = place.read_bytes().partition(b"\n")
    except OSError:
        return b""
    return text if seal == _seal(text) else b""


def _write(place: Path, text: bytes) -> None:
    temporary = place.with_suffix(".tmp")
    try:
        temporary.write_bytes(_seal(text) + b"\n" + text)
        temporary.replace(place)
    except OSError as error:
        raise cache_refused(error) from None


def _seal(text: bytes) -> bytes:
    return blake2b(text, digest_size=8).hexdigest().encode()
