"""The letters of cards: Noto Sans, cut to Latin, Greek and Cyrillic (see data/OFL.txt), or a font of the site's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

REGULAR, BOLD = "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"
_DATA = Path(__file__).parent / "data"
_NOWHERE = "\U0010fffe"
"""No font has a letter for this: what is drawn for it is drawn for every letter that a font lacks."""


@cache
def load_font(font: str, size: int, *, bold: bool = False) -> FreeTypeFont:
    """The font of a file, or ours when `font` is empty; `bold` has a meaning for ours alone.

    Raises OSError when the file is no font.
    """
    return ImageFont.truetype(font or str(_DATA / (BOLD if bold else REGULAR)), size)


def covers(font: str, text: str) -> bool:
    """Whether the font has every letter of the text."""
    return all(_has(font, letter) for letter in set(text) if letter != " ")


@cache
def _has(font: str, letter: str) -> bool:
    loaded = load_font(font, 40)
    return _mask(loaded, letter) != _mask(loaded, _NOWHERE)


def _mask(font: FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)
