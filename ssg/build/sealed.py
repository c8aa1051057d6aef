"""Values kept in the cache as JSON under a seal: what the disk or another hand has changed is not there."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ssg.output import cache_refused


def read_sealed(place: Path) -> Any:
    """What was kept there; None when there is nothing, or not what was written."""
    try:
        seal, _, text = place.read_bytes().partition(b"\n")
        return json.loads(text) if seal == _seal(text) else None
    except (OSError, ValueError, RecursionError):
        return None


def write_sealed(place: Path, value: Any) -> None:
    """Keep a value of JSON. Raises BuildError when the disk refuses."""
    text = json.dumps(value, separators=(",", ":")).encode()
    temporary = place.with_suffix(".tmp")
    try:
        temporary.write_bytes(_seal(text) + b"\n" + text)
        temporary.replace(place)
    except OSError as error:
        raise cache_refused(error) from None


def _seal(text: bytes) -> bytes:
    return blake2b(text, digest_size=8).hexdigest().encode()
