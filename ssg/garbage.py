"""Python's search for unreachable circles, kept from searching ten thousand postings again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)
"""New objects before the young, generations before the middle, and before the old ones are looked through.

A build makes few circles and millions of objects that live until its end: with Python's own figures a fifth of a
build of 10,000 postings goes into looking for what is not there.
"""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While a build lasts, garbage is looked for seldom; afterwards as before."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def keep_for_good() -> None:
    """What is there now lives until the build ends: it is not looked through again before that."""
    gc.freeze()
