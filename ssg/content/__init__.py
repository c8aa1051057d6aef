"""The folder of Markdown: postings, pages and introductions, read once and remembered."""

from ssg.content.loading import Content, load_content
from ssg.content.reading import READER_VERSION
from ssg.content.store import Store

__all__ = ["READER_VERSION", "Content", "Store", "load_content"]
