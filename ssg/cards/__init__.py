"""Social cards as pictures. Home of Pillow: imported only where site.yaml wants cards."""

from ssg.cards.drawing import draw_card
from ssg.cards.fonts import covers, load_font

__all__ = ["covers", "draw_card", "load_font"]
