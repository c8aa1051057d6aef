"""The folder of Markdown: postings, pages and introductions, read once and remembered."""

from ssg.content.loading import Content, load_content
from ssg.content.store import Store

__all__ = ["Content", "Store", "load_content"]
