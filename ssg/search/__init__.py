"""The search index: shards of postings, each indexed by a Pagefind process, kept while nothing in it changes."""

from ssg.search.bundles import Documents, Indexer, SearchResult, index_stands, remove_index
from ssg.search.pagefind import Pagefind, SearchError, find_pagefind
from ssg.search.plan import Document, Shard, plan_shards
from ssg.search.stop_words import stop_words, without_stop_words

__all__ = [
    "Document",
    "Documents",
    "Indexer",
    "Pagefind",
    "SearchError",
    "SearchResult",
    "Shard",
    "find_pagefind",
    "index_stands",
    "plan_shards",
    "remove_index",
    "stop_words",
    "without_stop_words",
]
