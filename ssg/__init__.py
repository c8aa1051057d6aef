"""A static site generator for careers sites: postings in Markdown become pages, structured data and feeds."""

__version__ = "0.1.0"
