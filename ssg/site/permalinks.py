"""Addresses: the one place that knows where a thing of the site lives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

TermKind = Literal["department", "country", "place", "skill", "type", "company", "remote"]

_PLAIN = re.compile(r"[\w/.-]*", re.ASCII)
"""Nearly every path: nothing in it has to be percent-encoded."""
FOLDERS: dict[TermKind, str] = {
    "department": "departments",
    "country": "locations",
    "place": "locations",
    "skill": "skills",
    "type": "types",
    "company": "companies",
    "remote": "remote",
}
"""First part of a term's address."""


@dataclass(frozen=True, slots=True)
class Permalinks:
    """Addresses in one language: paths relative to the site's root, `` for home, `pt/jobs/x/` for a posting.

    `root` is the language whose pages have no prefix.
    """

    language: str
    root: str

    @property
    def prefix(self) -> str:
        return "" if self.language == self.root else f"{self.language}/"

    def home(self, page: int = 1) -> str:
        return self.prefix + _paged("", page)

    def posting(self, slug: str) -> str:
        return f"{self.prefix}jobs/{slug}/"

    def term(self, kind: TermKind, key: str, page: int = 1) -> str:
        folder = f"{FOLDERS[kind]}/" if kind == "remote" else f"{FOLDERS[kind]}/{key}/"
        return self.prefix + _paged(folder, page)

    def terms(self, kind: TermKind) -> str:
        return f"{self.prefix}{FOLDERS[kind]}/"

    def page(self, slug: str) -> str:
        return f"{self.prefix}{slug}/"

    def markdown(self, slug: str) -> str:
        return f"{self.posting(slug)}index.md"


def _paged(folder: str, page: int) -> str:
    return folder if page == 1 else f"{folder}page/{page}/"


def href(base_path: str, path: str) -> str:
    """A path of the site as it stands in a link: below the path of `base_url`, percent-encoded."""
    return base_path + _quoted(path)


def absolute(base_url: str, path: str) -> str:
    """A path of the site as a whole address."""
    return base_url + _quoted(path)


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/-._~!$&'()*+,;=:@")


def file_of(path: str) -> str:
    """The output file behind a path: a folder's is its `index.html`."""
    return path + "index.html" if path == "" or path.endswith("/") else path
