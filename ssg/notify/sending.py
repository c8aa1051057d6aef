"""The one place that asks the network: over https (or to this machine), for so long and no longer, never raising."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from http.client import HTTPException
from ipaddress import ip_address
from queue import Empty, Queue
from threading import Thread
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, build_opener
from urllib.request import Request as HttpRequest

from ssg.diagnostics import UsageError
from ssg.notify.requests import Outcome, Request

SECONDS = 15.0
DOWNLOAD = 8
"""So many times longer a whole `jobs.json` may take."""
LARGEST = 200_000_000
"""Bytes of an answer that are read: a `jobs.json` of ten thousand postings has 60 million."""
LONGEST_REASON = 200
"""Letters of what a host says of itself: it is shown on one line, and never trusted."""
T = TypeVar("T")
_AGENT = "ssg-careers notify"
_FINAL = frozenset({0, 401, 403, 429})
"""Answers that the next request would get as well: time-outs, refusals, quotas."""
_FAILURES = 3


class _NoRedirect(HTTPRedirectHandler):
    """A POST that is sent elsewhere would arrive as a GET: the answer is told instead."""

    def redirect_request(self, *_: Any) -> None:
        return None


class _Redirect(HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def check_address(url: str) -> None:
    """Raise UsageError unless the address is https, or http on this machine."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise UsageError(f"`{url}` is not an address") from None
    secure = parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))
    if not secure or not host or parts.username is not None or not url.isascii() or not url.isprintable():
        raise UsageError(f"`{url}` is not an https address")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _opener(url: str, redirects: HTTPRedirectHandler) -> OpenerDirector:
    direct = [ProxyHandler({})] if _is_loopback(urlsplit(url).hostname or "") else []
    return build_opener(redirects, *direct)


def _ask(request: HttpRequest, redirects: HTTPRedirectHandler, seconds: float, most: int) -> tuple[int, bytes]:
    """Status and beginning of an answer that begins in time."""
    with _opener(request.full_url, redirects).open(request, timeout=seconds) as answer:
        return answer.status, answer.read(most)


def _within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` gives or raises; TimeoutError when it takes longer in all: an answer may come a byte at a time."""
    done: Queue[T | Exception] = Queue(1)

    def run() -> None:
        try:
            done.put(work())
        except Exception as error:
            done.put(error.with_traceback(None))  # its frames would keep the socket

    Thread(target=run, daemon=True).start()
    try:
        found = done.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found


def fetch(url: str, seconds: float = SECONDS) -> bytes | None:
    """What stands at an address; None where the host says that there is nothing.

    Raises UsageError in plain words when it cannot be had.
    """
    check_address(url)
    asked = HttpRequest(url, headers={"User-Agent": _AGENT})
    try:
        _, data = _within(seconds * DOWNLOAD, lambda: _ask(asked, _Redirect(), seconds, LARGEST + 1))
    except HTTPError as error:
        error.close()
        if error.code in (404, 410):
            return None
        raise UsageError(f"{url} answered {error.code}") from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        raise UsageError(f"{url} cannot be read: {_reason(error)}") from None
    if len(data) > LARGEST:
        raise UsageError(f"{url} is larger than {LARGEST:,} bytes")
    return data


def send(requests: Iterable[Request], seconds: float = SECONDS) -> Iterator[Outcome]:
    """What became of each request, in order; the rest is not sent once an answer says that it would fare no better."""
    failures = 0
    for request in requests:
        outcome, _ = post(request, seconds)
        yield outcome
        failures += not outcome.accepted
        if outcome.status in _FINAL or failures >= _FAILURES:
            return


def post(request: Request, seconds: float = SECONDS) -> tuple[Outcome, bytes]:
    """What became of one request, and the first part of the answer."""
    kind, data = request.content
    headers = {"User-Agent": _AGENT, "Content-Type": kind, **request.secret}
    try:
        check_address(request.url)
        http = HttpRequest(request.url, data, headers, method="POST")
        status, answer = _within(seconds, lambda: _ask(http, _NoRedirect(), seconds, 100_000))
        return Outcome(request, status), answer
    except HTTPError as error:
        error.close()
        fallback = "the service fails at the moment" if error.code >= 500 else ""
        return Outcome(request, error.code, request.explain.get(error.code, fallback)), b""
    except (UsageError, URLError, OSError, HTTPException, ValueError) as error:
        return Outcome(request, 0, _reason(error)), b""


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", error)
    if isinstance(inner, TimeoutError):
        return "no answer in time"
    said = str(getattr(inner, "strerror", None) or inner)
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())
    return shown[:LONGEST_REASON] or type(inner).__name__
