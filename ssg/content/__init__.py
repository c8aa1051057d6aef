"""The folder of Markdown: postings, pages and introductions, read once and remembered."""

from ssg.content.content import Content
from ssg.content.loading import load_content
from ssg.content.store import Store

__all__ = ["Content", "Store", "load_content"]
