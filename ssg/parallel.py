"""Map a function over many things, in order, over one or more processes: the seam for outgrowing one machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Workers:
    """Where work is done: here for `jobs` 1, else in a pool of processes that starts with the first large task.

    `executor` makes the pool (default: a `ProcessPoolExecutor`); any `concurrent.futures.Executor` will do.
    """

    def __init__(self, jobs: int, executor: Callable[[int], Executor] | None = None) -> None:
        self.jobs = max(1, jobs)
        self._make = executor or _process_pool
        self._forced = executor is not None
        self._pool: Executor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=error[0] is None, cancel_futures=True)
            self._pool = None

    def map(
        self, task: Callable[[Sequence[T]], list[R]], items: Iterable[T], *, chunk: int, serial_below: int
    ) -> Iterator[R]:
        """Results of `task` over `items` in their order; `task` takes a chunk and answers a result for each item.

        Fewer than `serial_below` items are done here, where no process need be started. Items are taken as they
        are needed: only a few chunks are in flight at a time.
        """
        chunks = _chunked(items, chunk)
        first = list(islice(chunks, -(-serial_below // chunk)))
        count = sum(map(len, first))
        if not self._forced and (self.jobs == 1 or count < serial_below):
            for some in first:
                yield from task(some)
            for some in chunks:
                yield from task(some)
            return
        yield from self._pooled(task, _chain(first, chunks))

    def _pooled(self, task: Callable[[Sequence[T]], list[R]], chunks: Iterator[list[T]]) -> Iterator[R]:
        if self._pool is None:
            self._pool = self._make(self.jobs)
        waiting: deque[Future[list[R]]] = deque()
        for some in chunks:
            waiting.append(self._pool.submit(task, some))
            if len(waiting) > 2 * self.jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _process_pool(jobs: int) -> Executor:
    import multiprocessing
    import threading
    from concurrent.futures import ProcessPoolExecutor

    alone = threading.active_count() == 1  # a fork beside other threads may never wake up
    method = "fork" if alone and "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method))


def _chunked(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some


def _chain(first: list[list[T]], rest: Iterator[list[T]]) -> Iterator[list[T]]:
    yield from first
    yield from rest


def borrowed(workers: Workers | None, jobs: int = 1) -> AbstractContextManager[Workers]:
    """The workers given, left open at the end; or ones of our own, closed at the end."""
    return nullcontext(workers) if workers is not None else Workers(jobs)
