"""IndexNow (Bing, Yandex and others): addresses that changed, whatever became of them. https://indexnow.org"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from ssg.notify.changes import Change
from ssg.notify.requests import Request

INDEXNOW = "https://api.indexnow.org/indexnow"
MOST = 10_000
"""Addresses in one request: https://www.indexnow.org/documentation"""
_EXPLAIN = {
    400: "the request was not understood",
    403: "the key was not found at its address: publish the site first, then tell",
    422: "the addresses do not belong to the host, or the key does not match",
    429: "too many requests: later runs will tell what they find",
}


def indexnow_requests(changes: Sequence[Change], home: str, key: str, endpoint: str = INDEXNOW) -> Iterator[Request]:
    """The requests that tell of the changes; `home` is the site's address, below which the key is published.

    A key that is not at the host's root speaks for what is below its folder, so a site at a path is enough.
    """
    urls = list(dict.fromkeys(url for change in changes for url in change.urls))
    for start in range(0, len(urls), MOST):
        some = urls[start : start + MOST]
        body = {"host": urlsplit(home).netloc, "key": key, "keyLocation": f"{home}{key}.txt", "urlList": some}
        about = f"{len(some)} address{'' if len(some) == 1 else 'es'}"
        yield Request("IndexNow", endpoint, body, about, _EXPLAIN)
