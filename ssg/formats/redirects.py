"""`_redirects`: moved pages for hosts that read the file (Netlify, Cloudflare Pages and others)."""

from __future__ import annotations

from collections.abc import Iterable


def redirects(moves: Iterable[tuple[str, str]]) -> str:
    """A line a move, sorted: (old, new) as they stand in links, percent-encoded, below the path of the site.

    A folder's address is written with and without its last slash, because not every host takes one for the other. The
    file is empty when nothing moved.
    """
    lines = {old: f"{old} {new} 301\n" for old, new in sorted(_both(moves)) if old.rstrip("/") != new.rstrip("/")}
    return "".join(lines[old] for old in sorted(lines))


def _both(moves: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for old, new in moves:
        yield old, new
        if old.endswith("/") and len(old) > 1:
            yield old[:-1], new
