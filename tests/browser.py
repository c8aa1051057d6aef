"""The browser that the tests drive: find it, or install it (`python -m tests.browser --install`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING = """\
The browser tests need Chromium or Chrome, and none was found. One of these helps:
  - Debian:        sudo apt-get install chromium
  - Fedora:        sudo dnf install chromium
  - macOS:         brew install --cask chromium
  - elsewhere:     .venv/bin/python -m playwright install chromium
  - it is there:   CHROMIUM=/path/to/chromium make test
Or leave these tests out: SSG_NO_BROWSER=1 make test"""
NO_DRIVER = """\
The browser tests need Playwright, and its driver does not start here: see what `.venv/bin/python -m playwright
--version` says. On Debian and Ubuntu a library may be missing: sudo apt-get install libatomic1
Or leave these tests out: SSG_NO_BROWSER=1 make test"""

# A test's browser talks to the test's own server and to nobody else.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser(environment: Mapping[str, str]) -> Path | None:
    """Path of a Chromium that starts: `CHROMIUM` if set, else one on PATH, else Playwright's own; or None."""
    if named := environment.get("CHROMIUM"):
        return Path(named) if _starts(named) else None
    return next((Path(place) for place in _places() if _starts(place)), None)


def _places() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from (place for place in MAC_PLACES if Path(place).exists())
    if driver_starts():
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path


def driver_starts() -> bool:
    """Whether the program behind Playwright runs: it needs libraries that a bare system lacks."""
    return _run([sys.executable, "-m", "playwright", "--version"], quiet=True)


def _starts(executable: str) -> bool:
    """Ubuntu's `chromium-browser` without its snap, or a build without its libraries, is no browser."""
    try:
        return subprocess.run([executable, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install_browser() -> bool:
    """Install Chromium from Debian, or else Playwright's own build; progress goes to stderr."""
    as_root = _as_root()
    if as_root is not None and _is_debian():
        return _install_debian_package(as_root)
    dependencies = ["--with-deps"] if as_root is not None and shutil.which("apt-get") else []
    return _run([sys.executable, "-m", "playwright", "install", *dependencies, "chromium"])


def _as_root() -> list[str] | None:
    """Words that make a command run as root without a question, or None."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return ["sudo", "-n"] if sudo and _run([sudo, "-n", "true"], quiet=True) else None


def _is_debian() -> bool:
    """Ubuntu's package is a stand-in for a snap, so only Debian's own will do."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


def _install_debian_package(as_root: list[str]) -> bool:
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    install = [*apt, "install", "--no-install-recommends", "chromium", "fonts-liberation", "libatomic1"]
    return _run(install, quiet=True) or (_run([*apt, "update"]) and _run(install))


def _run(command: list[str], *, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else sys.stderr
    return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    """Print the browser's path, installing one first if asked to and none is there."""
    found, driven = find_browser(os.environ), driver_starts()
    if not (found and driven) and "--install" in arguments and "CHROMIUM" not in os.environ:
        print("Installing what the browser tests need: Chromium and what runs it.", file=sys.stderr)
        install_browser()
        found, driven = find_browser(os.environ), driver_starts()
    if found and driven:
        print(found)
        return 0
    print(NO_DRIVER if found else MISSING, file=sys.stderr)
    return 1


def wait_until(page: Page, script: str, value: object = None) -> None:
    """Wait until a script answers something true.

    Playwright's own `wait_for_function` evaluates text inside of the page, which its policy allows at the first look
    and forbids at the second.
    """
    from playwright.sync_api import Error

    end = time.monotonic() + 30
    while time.monotonic() < end:
        with suppress(Error):  # a page that is being left has nothing to say
            if page.evaluate(script, value):
                return
        page.wait_for_timeout(20)
    raise AssertionError(f"not true within half a minute: {script}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
