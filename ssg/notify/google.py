"""Google's Indexing API: a request an address, from a service account that owns the site in Search Console."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ssg.diagnostics import UsageError
from ssg.notify.changes import Change
from ssg.notify.requests import Request
from ssg.notify.rsa import Key, read_key, signed_token

PUBLISH = "https://indexing.googleapis.com/v3/urlNotifications:publish"
TOKENS = "https://oauth2.googleapis.com/token"
SCOPE = "https://www.googleapis.com/auth/indexing"
MOST = 200
"""Requests a day without a special permission: https://developers.google.com/search/apis/indexing-api/v3/quota-pricing"""
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_EXPLAIN = {
    400: "the request was not understood",
    401: "the service account was not recognised",
    403: "the service account is no owner of the site in Search Console, or its project has not enabled the API",
    429: "the quota of the day is used up: the sitemap tells the rest",
}


@dataclass(frozen=True, slots=True)
class Account:
    """A service account: its name, where it gets tokens, and its key (not shown)."""

    email: str
    token_uri: str
    key: Key

    def __repr__(self) -> str:
        return f"Account({self.email!r})"


def read_account(text: str, name: str) -> Account:
    """A service account from the JSON that Google gives out; `name` says where the text came from.

    Raises UsageError, which never quotes the text, when it is something else.
    """
    try:
        data = json.loads(text)
        email, tokens = str(data["client_email"]), str(data.get("token_uri", TOKENS))
        return Account(email, tokens, read_key(data["private_key"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{name} does not hold the JSON key of a service account") from None


def token_request(account: Account, now: int) -> Request:
    """Asks for a token that is good for an hour; `now` is the time in seconds since 1970."""
    claims = {"iss": account.email, "scope": SCOPE, "aud": account.token_uri, "iat": now, "exp": now + 3600}
    body = {"grant_type": _GRANT, "assertion": signed_token(claims, account.key)}
    return Request("Google", account.token_uri, body, "asked for a token", _EXPLAIN, form=True)


def google_requests(changes: Sequence[Change], token: str, endpoint: str = PUBLISH) -> Iterator[Request]:
    """A request for each page, at most `MOST`: pages of the site's first language before those of others.

    A posting that left is told as deleted: its page says `noindex`, which the API asks for.
    """
    pages = [(rank, change, url) for change in changes for rank, url in enumerate(change.urls)]
    for _, change, url in sorted(pages, key=lambda page: page[0])[:MOST]:
        body = {"url": url, "type": "URL_DELETED" if change.what == "left" else "URL_UPDATED"}
        yield Request("Google", endpoint, body, f"{url} {change.what}", _EXPLAIN, _bearer(token))


def _bearer(token: str) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def read_token(data: bytes) -> str:
    """The token in an answer to `token_request`; empty when there is none."""
    try:
        found: Any = json.loads(data)["access_token"]
    except (ValueError, KeyError, TypeError):
        return ""
    return found if isinstance(found, str) and found.isascii() and found.isprintable() else ""
