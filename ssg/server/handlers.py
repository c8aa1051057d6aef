"""What the server answers: files of the output, under the site's own path, as a static host would."""

from __future__ import annotations

import asyncio
import mimetypes
from pathlib import Path
from typing import Any, ClassVar

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler  # type: ignore[import-untyped]
from tornado.escape import json_decode
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from ssg.server.markup import building_page, failure_page, missing_page, with_reload
from ssg.server.outcome import Failed, Rebuilt

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
}
SCRIPT = "/livereload.js"


class State:
    """What the server knows of the site now; changed by the thread that builds, and by it alone."""

    def __init__(self, output: Path, port: int) -> None:
        self.output = output
        self.port = port
        self.builds = 0
        self.base_path = "/"
        self.outcome: Rebuilt | Failed | None = None

    def take(self, outcome: Rebuilt | Failed) -> None:
        if isinstance(outcome, Rebuilt):
            self.base_path = outcome.base_path
        self.outcome = outcome
        self.builds += 1

    @property
    def cookie(self) -> str:
        """Name of the cookie that holds the build a page is of; cookies do not tell ports apart."""
        return f"ssg-build-{self.port}"


def application(state: State) -> Application:
    return Application(
        [
            (r"/livereload", _Reload, {"state": state}),
            (SCRIPT.replace(".", r"\."), LiveReloadJSHandler),
            (r"(/.*)", _Site, {"state": state}),
        ],
        log_function=lambda _: None,
    )


def reload_browsers() -> None:
    """Tell every open page to reload; call it in the IOLoop's thread."""
    _Reload.reload_waiters("*")


async def close_browsers() -> None:
    """Close every websocket, so that nothing of this server is left open."""
    for waiter in tuple(LiveReloadHandler.waiters):
        waiter.close()
    await asyncio.sleep(0)


class _Watched:
    """What LiveReloadHandler asks its watcher for."""

    filepath = None


class _Reload(LiveReloadHandler):  # type: ignore[misc]
    """The websocket: pages of this server only, and a page older than the last build is told so at once."""

    watcher: ClassVar[Any] = _Watched
    check_origin = WebSocketHandler.check_origin

    def initialize(self, state: State) -> None:
        self.state = state

    def on_message(self, message: str) -> None:
        super().on_message(message)
        seen = self.get_cookie(self.state.cookie)
        if json_decode(message).get("command") == "info" and seen not in (None, str(self.state.builds)):
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})


class _Site(RequestHandler):
    """The site under `base_path`; `/` leads there."""

    def initialize(self, state: State) -> None:
        self.state = state

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def compute_etag(self) -> None:
        return None

    def head(self, path: str) -> None:
        self.get(path)

    def get(self, path: str) -> None:
        if path + "/" == self.state.base_path or (path == "/" != self.state.base_path):
            self.redirect(self.state.base_path)
            return
        file = find_file(self.state, path)
        if self._is_navigation(path, file) and not isinstance(self.state.outcome, Rebuilt):
            self._send_apology()
        elif file is None:
            self._send_missing(path)
        elif file.is_dir():
            self.redirect("/" + self.request.path.lstrip("/") + "/" + (self.request.query and f"?{self.request.query}"))
        else:
            self._send(file)

    def _is_navigation(self, path: str, file: Path | None) -> bool:
        if file is not None:
            return file.is_dir() or file.suffix == ".html"
        return path.endswith(("/", ".html")) or "text/html" in self.request.headers.get("Accept", "")

    def _send_apology(self) -> None:
        failed = isinstance(self.state.outcome, Failed)
        self.set_status(500 if failed else 503)
        self._send_page(failure_page(self.state.outcome) if isinstance(self.state.outcome, Failed) else building_page())

    def _send_missing(self, path: str) -> None:
        self.set_status(404)
        page = find_file(self.state, self.state.base_path + "404.html")
        inside = path.startswith(self.state.base_path)
        self._send_page(page.read_bytes() if inside and page else missing_page(path, self.state.base_path))

    def _send(self, file: Path) -> None:
        if file.suffix == ".html":
            self._send_page(file.read_bytes())
            return
        guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.set_header("Content-Type", TYPES.get(file.suffix, guessed))
        self.finish(file.read_bytes())

    def _send_page(self, page: bytes) -> None:
        self.set_header("Content-Type", TYPES[".html"])
        self.set_cookie(self.state.cookie, str(self.state.builds), samesite="Strict")
        self.finish(with_reload(page, f"{SCRIPT}?port={self.state.port}"))


def find_file(state: State, path: str) -> Path | None:
    """The file of the output at an address; a folder that lacks its closing slash; None if nothing is there.

    Nothing outside the output is ever found, neither by `..` nor through a link.
    """
    if not path.startswith(state.base_path) or "\0" in path or "\\" in path:
        return None
    output = state.output.resolve()
    try:
        found = (output / path.removeprefix(state.base_path).lstrip("/")).resolve()
        if not found.is_relative_to(output):
            return None
        if path.endswith("/"):
            found = found / "index.html"
        elif found.is_dir():
            return found if (found / "index.html").is_file() else None
        return found if found.is_file() and found.resolve().is_relative_to(output) else None
    except OSError:  # a name that the system cannot hold
        return None
