"""`ssg serve`."""

from __future__ import annotations

import os
import sys
import time
import webbrowser
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssg.cli.options import Whole, cores, drafts_option, examples, site_today

if TYPE_CHECKING:
    from ssg.server import Failed, Follower, Rebuilt, Server

OUTPUT = Path("_site")


@click.command(
    name="serve",
    short_help="Build, serve on this machine, and reload the browser at every change.",
    epilog=examples("ssg serve", "ssg serve --open --drafts", "ssg serve --port 8001"),
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at; 0.0.0.0 for every one.",
)
@click.option("--port", type=Whole(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--open", "open_", is_flag=True, help="Open the site in the browser.")
@drafts_option
@click.pass_obj
def command(root: Path, host: str, port: int, open_: bool, drafts: bool) -> None:
    """Build the site, serve it on this machine, and build and reload it at every change.

    Problems are shown in the browser and here. The search index follows after the page.
    """
    from ssg.server import Follower, Server

    follower = Follower(_index_command(root, drafts), os.environ)
    rebuilder = _Rebuilder(root, drafts, follower)
    server = Server(root, root / OUTPUT, rebuilder.rebuild, host=host, port=port, told=lambda told: teller(told))
    teller = _Teller(server, open_)
    try:
        server.run()
    finally:
        with follower.paused():
            pass


def _index_command(root: Path, drafts: bool) -> list[str]:
    """The build that makes the search index too: one process of its own, since nobody waits for it."""
    here = [sys.executable, "-m", "ssg", "--root", str(root.absolute()), "build", "--jobs", "1"]
    return [*here, "-o", str((root / OUTPUT).absolute()), *(["--drafts"] if drafts else [])]


class _Rebuilder:
    """Builds for the server: the first time with the search index, from then on the index follows."""

    def __init__(self, root: Path, drafts: bool, follower: Follower) -> None:
        self._root = root
        self._drafts = drafts
        self._follower = follower
        self._indexed = False

    def rebuild(self) -> Rebuilt:
        from ssg.build import BuildOptions, build
        from ssg.config import load_config
        from ssg.diagnostics import Problems
        from ssg.server import Rebuilt

        start = time.perf_counter()
        options = BuildOptions(
            today=site_today(self._root, None),
            output=OUTPUT,
            drafts=self._drafts,
            jobs=cores(),
            index_later=self._indexed,
            environment=os.environ,
        )
        with self._follower.paused():
            built = build(self._root, options)
        changed = bool(built.written or built.removed)
        later = self._indexed and (changed or self._follower.owed)
        self._indexed = True
        return Rebuilt(
            load_config(self._root, Problems()).base_path,
            f"{len(built.written)} written, {len(built.removed)} removed, {time.perf_counter() - start:.2f} s",
            self._follower.run if later else None,
        )


class _Teller:
    """Says the address once, and one line for every build."""

    def __init__(self, server: Server, open_: bool) -> None:
        self._server = server
        self._open = open_
        self._address_told = ""

    def __call__(self, outcome: Rebuilt | Failed) -> None:
        from ssg.server import Rebuilt

        now = datetime.now().strftime("%H:%M:%S")
        if isinstance(outcome, Rebuilt):
            click.echo(f"{now}  {outcome.summary}")
        else:
            self._tell_failure(outcome, now)
        if self._address_told != self._server.address:
            self._address_told = self._server.address
            click.echo(f"Serving {self._address_told} (end with Ctrl-C)")
            if self._open:
                self._open = False
                with suppress(webbrowser.Error):
                    webbrowser.open(self._address_told)

    def _tell_failure(self, failed: Failed, now: str) -> None:
        from ssg.cli.report import report

        click.echo(f"{now}  not built: what was served before still is", err=True)
        report(failed.diagnostics)
        if failed.detail:
            click.echo(failed.detail, err=True)
