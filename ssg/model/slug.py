"""Slugs: the part of an address that names a thing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from ssg.model.portable import is_reserved

_SPOKEN = {"+": " plus ", "#": " sharp ", "&": " and ", "@": " at ", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
_DOTTED = re.compile(r"(?<!\w)\.(?=\w)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOOKALIKE = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
}
LONGEST_SLUG = 120
"""Bytes of a slug: a name on a disk may have 255, and a place's name is made of three slugs."""
RESERVED_END = "name"
"""What is put behind a slug that Windows cannot have as a folder: a department `Con` is at /departments/con-name/."""


@lru_cache(maxsize=20_000)
def slugify(text: str) -> str:
    """`text` as lower-case words with hyphens: Latin letters lose their accents, other scripts are kept.

    `C++`, `C#` and `.NET` stay apart from `C` and `Net`. Characters that nobody sees (Unicode's category Cf) are left
    out; what is longer than a name may be ends in a digest of the rest; `nul` and its like get a second word. Empty
    when nothing in `text` can stand in an address.
    """
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = _DOTTED.sub("dot ", text.casefold())
    text = "".join(_SPOKEN.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = unicodedata.normalize("NFC", text).casefold()  # a letter of mathematics was no capital before
    return _fitting(re.sub(r"[\W_]+", "-", text).strip("-"))


def _fitting(slug: str) -> str:
    if is_reserved(slug):
        return f"{slug}-{RESERVED_END}"
    whole = slug.encode("utf-8", "surrogatepass")
    if len(whole) <= LONGEST_SLUG:
        return slug
    end = blake2b(whole, digest_size=4).hexdigest()
    return whole[: LONGEST_SLUG - len(end) - 1].decode("utf-8", "ignore").rstrip("-") + f"-{end}"


def mixed_scripts(text: str) -> str:
    """The first word of `text` that mixes Latin, Greek and Cyrillic letters, which look alike; empty when none does.

    `Gо` with a Cyrillic о is one; `β-carotene` and `iOS-разработчик` are not: a hyphen parts words.
    """
    words = () if text.isascii() else _WORD.findall(text)
    return next((word for word in words if len(_scripts(word)) > 1), "")


def _scripts(word: str) -> set[str]:
    return {name for name, letters in _LOOKALIKE.items() if letters.search(word)}
