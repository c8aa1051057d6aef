"""Addresses in the site's repository: the editor of GitHub or GitLab with a file of the site, or a new one."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlencode, urlsplit

from ssg.config import Config
from ssg.content.names import POSTINGS


def edit_address(config: Config, path: str) -> str:
    """Where the file at `path`, relative to the site's root, is edited; empty where site.yaml names no repository."""
    base = _base(config)
    below = f"{base}/-" if _on_gitlab(base) else base
    return f"{below}/edit/{config.branch}/{quote(within(config, path))}" if base else ""


def new_address(config: Config, slug: str, text: str) -> str:
    """Where a posting is begun with its file filled in; empty where site.yaml names no repository.

    GitHub takes addresses of about 8,000 characters, so `text` must be short; GitLab takes the file's name alone.
    """
    base = _base(config)
    if _on_gitlab(base):
        return f"{base}/-/new/{config.branch}?{_query(file_name=within(config, f'{POSTINGS}/{slug}.md'))}"
    place = {"filename": within(config, f"{POSTINGS}/{slug}.md"), "value": text}
    return f"{base}/new/{config.branch}?{_query(**place)}" if base else ""


def issue_address(config: Config, title: str, body: str) -> str:
    """Where an issue is filed with its text filled in; empty where site.yaml names no repository."""
    base = _base(config)
    if _on_gitlab(base):
        return f"{base}/-/issues/new?{_query(**{'issue[title]': title, 'issue[description]': body})}"
    return f"{base}/issues/new?{_query(title=title, body=body)}" if base else ""


@lru_cache(8)
def _on_gitlab(base: str) -> bool:
    return "gitlab" in (urlsplit(base).hostname or "")


def _query(**parts: str) -> str:
    return urlencode(parts, quote_via=quote, safe="")


def _base(config: Config) -> str:
    return (config.repository or "").rstrip("/").removesuffix(".git")


def within(config: Config, path: str) -> str:
    """A path of the site as the repository knows it."""
    return f"{config.repository_folder}/{path}" if config.repository_folder else path
