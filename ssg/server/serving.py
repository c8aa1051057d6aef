"""The server: one thread answers, one builds, one watches, one does what nobody waits for."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from tornado.httpserver import HTTPServer

from ssg.diagnostics import UsageError
from ssg.server.handlers import State, application, close_browsers, reload_browsers
from ssg.server.outcome import Failed, Rebuilt, attempt
from ssg.server.watching import watch_site

NEARBY = 50
PATIENCE = 2.0
AWAKE = 0.25
"""Seconds after which the loop looks up: Ctrl-C in the moment before it falls asleep would else wait for a request."""
ANYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}


class Server:
    """Serves `output`, and builds it anew after every change in `root`.

    `rebuild` builds the site; it is called in a thread of its own, never twice at a time. `told` hears the outcome
    of every build, in that thread. The socket is bound at once: UsageError if that cannot be. `port=0` takes any
    free one.
    """

    def __init__(
        self,
        root: Path,
        output: Path,
        rebuild: Callable[[], Rebuilt],
        *,
        host: str = "127.0.0.1",
        port: int = 8000,
        told: Callable[[Rebuilt | Failed], None] = lambda _: None,
    ) -> None:
        self._root = root.resolve()
        self._rebuild = rebuild
        self._told = told
        self._host = host
        self._socket = _bind(host, port)
        self._state = State(output, self._socket.getsockname()[1])
        self._stop = Event()
        self._dirty = Event()
        self._waiting = Event()
        self._afterwards: Callable[[], object] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = asyncio.Event()

    @property
    def address(self) -> str:
        """Where the site is; its path is known from the first good build on."""
        host = ANYWHERE.get(self._host, self._host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self._state.port}{self._state.base_path}"

    def run(self) -> None:
        """Build, serve and watch until `stop` is called or the user interrupts (KeyboardInterrupt)."""
        workers = [
            Thread(target=work, name=f"ssg serve: {name}", daemon=True)
            for name, work in (("build", self._build), ("watch", self._watch), ("afterwards", self._follow))
        ]
        try:
            asyncio.run(self._serve(workers))
        finally:
            self.stop()
            for worker in workers:
                if worker.ident:
                    worker.join(PATIENCE)  # a build that still runs ends with the process

    def stop(self) -> None:
        """End `run`; may be called from any thread and more than once."""
        self._stop.set()
        self._dirty.set()
        self._waiting.set()
        self._in_loop(self._ended.set)

    async def _serve(self, workers: list[Thread]) -> None:
        self._loop = asyncio.get_running_loop()
        self._look_up(self._loop)
        server = HTTPServer(application(self._state))
        server.add_socket(self._socket)
        try:
            if not self._stop.is_set():
                for worker in workers:
                    worker.start()
                await self._ended.wait()
        finally:
            server.stop()
            await close_browsers()
            await server.close_all_connections()

    def _look_up(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.call_later(AWAKE, self._look_up, loop)

    def _in_loop(self, call: Callable[[], object]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(call)

    def _watch(self) -> None:
        """The first build starts when the watch stands, so that no change is missed."""
        ended = attempt(lambda: watch_site(self._root, self._dirty.set, self._stop))
        if isinstance(ended, Failed):  # serve what there is
            self._told(ended)
            self._dirty.set()

    def _build(self) -> None:
        while self._wait(self._dirty):
            outcome = attempt(self._rebuild)
            self._state.take(outcome)
            self._in_loop(reload_browsers)
            if isinstance(outcome, Rebuilt):
                self._afterwards = outcome.afterwards
                self._waiting.set()
            self._told(outcome)

    def _follow(self) -> None:
        while self._wait(self._waiting):
            work, self._afterwards = self._afterwards, None
            if work is not None and isinstance(done := attempt(work), Failed):
                self._told(done)

    def _wait(self, event: Event) -> bool:
        """Wait for the event and clear it; False when the server ends."""
        event.wait()
        event.clear()
        return not self._stop.is_set()


def _bind(host: str, port: int) -> socket.socket:
    if not 0 <= port <= 65535:
        raise UsageError(f"{port} is no port: ports go from 1 to 65535")
    try:
        socket.getaddrinfo(host, port)
        return _listen(host, port)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise UsageError(f"{host} is no address of this machine: try `--host 127.0.0.1`") from None
        if error.errno == errno.EADDRINUSE:
            raise UsageError(f"Port {port} is in use{_advice(host, port)}") from None
        raise UsageError(f"Port {port} of {host} cannot be used: {os.strerror(error.errno or 0)}") from None


def _listen(host: str, port: int) -> socket.socket:
    made = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128)
    made.setblocking(False)
    return made


def _advice(host: str, port: int) -> str:
    """The next port that is free, if one is near."""
    for other in range(port + 1, min(port + NEARBY, 65536)):
        with suppress(OSError):
            _listen(host, other).close()
            return f": try `--port {other}`"
    return ""
