"""From a context and a theme to the text of a page."""

from ssg.render.page import render_page, rows_ahead
from ssg.render.rows import RowWords
from ssg.render.words import Words, words_for

__all__ = ["RowWords", "Words", "render_page", "rows_ahead", "words_for"]
