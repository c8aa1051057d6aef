"""Addresses in the site's repository: GitHub's editor with a file of the site, or with the beginning of one."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from ssg.config import Config
from ssg.content.names import POSTINGS


def edit_address(config: Config, path: str) -> str:
    """Where the file at `path`, relative to the site's root, is edited; empty where site.yaml names no repository."""
    base = _base(config)
    return f"{base}/edit/{config.branch}/{quote(within(config, path))}" if base else ""


def new_address(config: Config, slug: str, text: str) -> str:
    """Where a posting is begun with its file filled in; empty where site.yaml names no repository.

    GitHub takes addresses of about 8,000 characters, so `text` must be short.
    """
    base = _base(config)
    place = {"filename": within(config, f"{POSTINGS}/{slug}.md"), "value": text}
    return f"{base}/new/{config.branch}?{urlencode(place, quote_via=quote)}" if base else ""


def issue_address(config: Config, title: str, body: str) -> str:
    """Where an issue is filed with its text filled in; empty where site.yaml names no repository."""
    base = _base(config)
    return f"{base}/issues/new?{urlencode({'title': title, 'body': body}, quote_via=quote, safe='')}" if base else ""


def _base(config: Config) -> str:
    return (config.repository or "").rstrip("/").removesuffix(".git")


def within(config: Config, path: str) -> str:
    """A path of the site as the repository knows it."""
    return f"{config.repository_folder}/{path}" if config.repository_folder else path
