"""A source from an https address: the one place of an import that asks the network, and only when a command says so."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener, getproxies

from ssg.diagnostics import UsageError
from ssg.importers.document import LARGEST

SECONDS = 30
_ACCEPT = "application/json, application/ld+json, application/xml, text/html;q=0.9, */*;q=0.5"

Resolve = Callable[[str], list[str]]


def fetch(address: str, *, resolve: Resolve | None = None) -> bytes:
    """What stands at an https address, at most 20 MB of it, within half a minute.

    Raises UsageError in plain words: another scheme, a host that is private (of a redirect too), an answer that is no
    success, too large or too late.
    """
    resolve = resolve or _resolve
    check_address(address, resolve)
    opener = build_opener(ProxyHandler(getproxies()), HTTPSHandler(), _Redirects(resolve))
    request = Request(address, headers={"User-Agent": "ssg-careers import", "Accept": _ACCEPT})
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        raise UsageError(f"{address} answered {error.code} {error.reason}") from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        raise UsageError(f"{address} cannot be read: {getattr(error, 'reason', error)}") from None
    if len(data) > LARGEST:
        raise UsageError(f"{address} is larger than {LARGEST:,} bytes")
    return data


def check_address(address: str, resolve: Resolve) -> None:
    """Raise UsageError unless `address` is https on a host whose every address is public."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UsageError(f"{address} is not an address") from None
    if parts.scheme != "https" or not host or parts.username is not None:
        raise UsageError(f"{address} is not an https address")
    if port not in (None, 443):
        raise UsageError(f"{address} names a port: only the usual one of https is asked")
    for found in resolve(host):
        if not ipaddress.ip_address(found.partition("%")[0]).is_global:
            raise UsageError(f"{host} is an address of a private network, which an import does not ask")


def _resolve(host: str) -> list[str]:
    try:
        return sorted({str(info[4][0]) for info in socket.getaddrinfo(host, 443, proto=socket.IPPROTO_TCP)})
    except (OSError, UnicodeError):
        if getproxies():  # behind a proxy names are resolved there
            return []
        raise UsageError(f"there is no host {host}") from None


class _Redirects(HTTPRedirectHandler):
    """Follows a redirect only to where one might have been sent in the first place."""

    max_redirections = 5

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        check_address(newurl, self._resolve)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
