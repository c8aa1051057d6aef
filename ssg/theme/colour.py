"""Colours: relative luminance and contrast as WCAG 2.2 defines them, and the nearest colour that can be read."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

READABLE = 4.5
"""Least contrast of text with what it stands on: WCAG 2.2, success criterion 1.4.3."""


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, backgrounds: Sequence[str]) -> float:
    """The contrast with whichever background it is least on; 21 without backgrounds."""
    return min((contrast(colour, background) for background in backgrounds), default=21.0)


def readable(colour: str, backgrounds: Sequence[str]) -> str:
    """`colour`, or the nearest of its hue and saturation, lighter or darker, that is readable on all backgrounds.

    Black or white, whichever is the more readable, where no lightness of the hue is.
    """
    if least_contrast(colour, backgrounds) >= READABLE:
        return colour.lower()
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(1, 256):
        for tried in (lightness + step / 255, lightness - step / 255):
            found = _hex(colorsys.hls_to_rgb(hue, tried, saturation)) if 0 <= tried <= 1 else ""
            if found and least_contrast(found, backgrounds) >= READABLE:
                return found
    return max(("#000000", "#ffffff"), key=lambda end: least_contrast(end, backgrounds))


def _channels(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _hex(channels: Sequence[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
