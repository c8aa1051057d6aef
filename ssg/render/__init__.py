"""From a context and a theme to the text of a page."""

from ssg.render.page import render_page, row, row_templates
from ssg.render.rows import RowWords
from ssg.render.words import Words, words_for

__all__ = ["RowWords", "Words", "render_page", "row", "row_templates", "words_for"]
