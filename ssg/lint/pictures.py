"""Width and height of a picture, from its first bytes."""

from __future__ import annotations

import re
import struct

_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = rb'(?<![\w-])%s\s*=\s*["\']\s*([\d.]+)\s*(?:px|pt|mm|cm|in|em|rem)?\s*["\']'
_WIDTH, _HEIGHT = (re.compile(_LENGTH % name) for name in (b"width", b"height"))
_VIEW_BOX = re.compile(rb'viewBox\s*=\s*["\']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*["\']')
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size_of(data: bytes) -> tuple[float, float] | None:
    """Width and height in the picture's own units, or None when they cannot be read or are nothing.

    SVG answers with `width` and `height`, else with its `viewBox`; PNG, GIF and JPEG with their pixels.
    """
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            size = struct.unpack(">II", data[16:24])
        elif data[:6] in (b"GIF87a", b"GIF89a"):
            size = struct.unpack("<HH", data[6:10])
        elif data.startswith(b"\xff\xd8"):
            size = _jpeg(data)
        else:
            return _svg(data)
    except (struct.error, IndexError):
        return None
    return (float(size[0]), float(size[1])) if all(size) else None


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


def _svg(data: bytes) -> tuple[float, float] | None:
    root = _SVG.search(data[:20_000])
    if root is None:
        return None
    width, height, box = (pattern.search(root.group()) for pattern in (_WIDTH, _HEIGHT, _VIEW_BOX))
    try:
        if width and height:
            size = (float(width[1]), float(height[1]))
        elif box:
            size = (float(box[1]), float(box[2]))
        else:
            return None
    except ValueError:
        return None
    return size if all(0 < side < 1e9 for side in size) else None
