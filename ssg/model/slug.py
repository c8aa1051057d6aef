"""Slugs: the part of an address that names a thing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPOKEN = {"+": " plus ", "#": " sharp ", "&": " and ", "@": " at ", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
_DOTTED = re.compile(r"(?<!\w)\.(?=\w)")


@lru_cache(maxsize=20_000)
def slugify(text: str) -> str:
    """`text` as lower-case words with hyphens: Latin letters lose their accents, other scripts are kept.

    `C++`, `C#` and `.NET` stay apart from `C` and `Net`. Empty when nothing in `text` can stand in an address.
    """
    text = _DOTTED.sub("dot ", text.casefold())
    text = "".join(_SPOKEN.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\W_]+", "-", text).strip("-")
