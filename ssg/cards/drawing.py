"""Drawing a social card: 1200 by 630 pixels in 32 colours. The same words give the same bytes."""

from __future__ import annotations

from bisect import bisect_right as bisect
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw
from PIL.ImageFont import FreeTypeFont

from ssg.cards.fonts import load_font
from ssg.pages.cards import CardContext

WIDTH, HEIGHT, MARGIN, BAND = 1200, 630, 80, 24
PAPER, INK = (255, 255, 255), (27, 29, 32)
SHADES = 16
TITLE_SIZES = (88, 76, 66, 58, 50, 42)
ABOVE_SIZE, BELOW_SIZE = 40, 38
BELOW_LINES = 3
GAP = 32
_Lines = tuple[str, ...]


def draw_card(card: CardContext) -> bytes:
    """The card as a PNG of 32 colours."""
    ink, accent = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(2))
    ImageDraw.Draw(accent).rectangle((0, 0, BAND - 1, HEIGHT), fill=255)
    above = load_font(card.font, ABOVE_SIZE)
    _write(accent, _cut(tuple(_wrapped(card.above, above)), 1, above), above, MARGIN - 8)
    below = tuple(_below(card))
    top = MARGIN + (72 if card.above else 0)
    bottom = HEIGHT - MARGIN + 12 - _height(BELOW_SIZE) * len(below)
    size, title = _fitted(card, bottom - top - GAP)
    _write(ink, title, _title_font(card, size), top, stroke=size // 40 if card.font else 0)
    _write(ink, below, load_font(card.font, BELOW_SIZE), bottom)
    return _png(ink, accent, card.accent)


def _title_font(card: CardContext, size: int) -> FreeTypeFont:
    return load_font(card.font, size, bold=True)


def _fitted(card: CardContext, room: int) -> tuple[int, _Lines]:
    """The largest size at which the title has room, with its lines; at the smallest one it is cut short."""
    for size in TITLE_SIZES:
        lines = tuple(_wrapped(card.title, _title_font(card, size)))
        if len(lines) * _height(size) <= room and " ".join(lines) == card.title:
            return size, lines
    return size, _cut(lines, room // _height(size), _title_font(card, size))


def _below(card: CardContext) -> Iterator[str]:
    font = load_font(card.font, BELOW_SIZE)
    if len(card.below) == 1:
        yield from _cut(tuple(_wrapped(card.below[0], font)), BELOW_LINES, font)
    else:
        yield from (_cut(tuple(_wrapped(line, font)), 1, font)[0] for line in card.below)


def _wrapped(text: str, font: FreeTypeFont) -> Iterator[str]:
    """The text in lines that fit; a word that is too long for a line is broken where it must be."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if not _fits(longer, font) and line:
            yield line
            longer = word
        while not _fits(longer, font):
            end = max(1, bisect(range(1, len(longer)), False, key=lambda n: not _fits(longer[:n], font)))
            yield longer[:end]
            longer = longer[end:]
        line = longer
    if line:
        yield line


def _fits(text: str, font: FreeTypeFont) -> bool:
    return len(text) < 2 or (len(text) < WIDTH and font.getlength(text) <= WIDTH - 2 * MARGIN)


def _cut(lines: _Lines, most: int, font: FreeTypeFont) -> _Lines:
    """At most so many lines; the last one ends in an ellipsis when there were more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and not _fits(f"{last}…", font):
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last}…")


def _height(size: int) -> int:
    return size * 5 // 4


def _write(layer: Image.Image, lines: _Lines, font: FreeTypeFont, top: int, stroke: int = 0) -> None:
    draw = ImageDraw.Draw(layer)
    for number, line in enumerate(lines):
        place = (MARGIN, top + number * _height(int(font.size)))
        draw.text(place, line, fill=255, font=font, stroke_width=stroke)


def _png(ink: Image.Image, accent: Image.Image, colour: str) -> bytes:
    """Two layers of coverage as one picture with a palette: shades from paper to ink, then from paper to accent."""
    inks = ink.point([shade * SHADES // 256 for shade in range(256)])
    accents = accent.point([(shade * SHADES // 256 or -SHADES) + SHADES for shade in range(256)])
    picture = Image.frombytes("P", (WIDTH, HEIGHT), ImageChops.lighter(inks, accents).tobytes())
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    picture.putpalette([value for end in (INK, (red, green, blue)) for shade in _shades(end) for value in shade])
    file = BytesIO()
    picture.save(file, "PNG", compress_level=9)
    return file.getvalue()


def _shades(end: tuple[int, int, int]) -> Iterator[tuple[int, ...]]:
    for step in range(SHADES):
        yield tuple(paper + (to - paper) * step // (SHADES - 1) for paper, to in zip(PAPER, end, strict=True))
