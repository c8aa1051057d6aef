"""Names of files that every system can hold: what Windows refuses would be missing from a checkout there."""

from __future__ import annotations

import re

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_SIGNS = re.compile(r'[<>:"|?*\\]')


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for a device; an ending (`con.txt`) does not help."""
    return _RESERVED.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def unportable(name: str) -> str:
    """Why some system cannot hold a file of this name; empty when every one can.

    https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    """
    if not name.isprintable():
        return "the name holds a character that nobody sees, or is not UTF-8"
    if found := _SIGNS.search(name):
        return f"the name holds `{found[0]}`, which Windows takes in no name"
    if name.endswith((".", " ")):
        return "the name ends with a full stop or a space, which Windows drops"
    return f"`{name}` is a name that Windows keeps for itself" if is_reserved(name) else ""
