"""Map a function over many things, in order, over one or more processes: the seam for outgrowing one machine."""

from __future__ import annotations

import gc
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from functools import partial
from itertools import islice
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

from ssg.beside import Beside, can_fork, stand_back
from ssg.diagnostics import BuildError

GRACE = 10.0
"""Seconds that processes without work have to end by themselves."""
AHEAD = 24
"""Chunks in flight for each process: enough for a while in which this one does something else."""
LOOK = 1.0
"""Seconds between looks whether all processes are there, while a result is awaited."""
WORTH_A_COPY = 20
"""From so many things on a copy of this process pays, where this one has something else to do."""
UNFORKED = 6
"""A process that is no copy of this one begins with nothing, and pays from so many times as much work on."""
T = TypeVar("T")
R = TypeVar("R")
Item = TypeVar("Item", covariant=True)


class Store(Protocol[Item]):
    """Many things of which some can be taken out, ready for work: `take(range(3))` are the first three."""

    def __len__(self) -> int: ...

    def take(self, some: range) -> Sequence[Item]: ...


_inherited: Callable[[range], Iterable[object]] | None = None
"""In a worker: the work that the process which it was forked from held ready for it, of which it does a part."""


class Workers:
    """Where work is done: here for `jobs` 1, else in a pool of processes that starts with the first large task.

    `executor` makes the pool (default: a `ProcessPoolExecutor`); any `concurrent.futures.Executor` will do. Where it
    `forks`, processes are copies of this one, to which nothing need be sent.
    """

    def __init__(self, jobs: int, executor: Callable[[int], Executor] | None = None) -> None:
        self.jobs = max(1, jobs)
        self._make = executor or _process_pool
        self._forced = executor is not None
        self.forks = self.jobs > 1 and not self._forced and can_fork()
        self._pool: Executor | None = None
        self._has_copy = False
        self._flying: Iterable[Future[Any]] = ()
        self._gone: Callable[[float], None] | None = None

    @property
    def are_at_work(self) -> bool:
        """Whether there are other processes that have something to do."""
        return self._pool is not None or self._has_copy

    def leave_room(self) -> bool:
        """Wait until no other process is at work; whether this one may then be copied."""
        self._close()
        return self.forks and can_fork()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        self._close(GRACE if error[0] is None else 0.0)

    def map(
        self,
        task: Callable[[Sequence[T]], Sequence[R]],
        store: Store[T],
        *,
        chunk: int,
        serial_below: int,
        prepare: Callable[[], object] = list,
        meanwhile: Callable[[], object] | None = None,
        forked: Callable[[Sequence[T]], Sequence[R]] | None = None,
    ) -> Iterator[R]:
        """Results of `task` over all that is in `store`, in order; `task` answers a result for each thing of a chunk.

        `chunk` is how many things are done together; for the rest see `as_done`.
        """
        early: dict[int, Sequence[R]] = {}
        turn = 0
        for some, results in self.as_done(
            task,
            store,
            chunks=_cut(len(store), chunk),
            serial_below=serial_below,
            prepare=prepare,
            meanwhile=meanwhile,
            forked=forked,
        ):
            early[some.start] = results
            while turn in early:
                results = early.pop(turn)
                turn += chunk
                yield from results

    def as_done(
        self,
        task: Callable[[Sequence[T]], Sequence[R]],
        store: Store[T],
        *,
        chunks: Sequence[range],
        serial_below: int,
        prepare: Callable[[], object] = list,
        meanwhile: Callable[[], object] | None = None,
        forked: Callable[[Sequence[T]], Sequence[R]] | None = None,
    ) -> Iterator[tuple[range, Sequence[R]]]:
        """Results of `task` over the `chunks` of what is in `store`, in the order in which they are done.

        Fewer than `serial_below` things are done here, where no pool need be started, or by one copy of this process
        where that has something to do `meanwhile`. Only few chunks are in flight at a time. Raises BuildError when a
        process dies.

        Where processes are forked the store itself reaches the workers for nothing, and they take from it; elsewhere
        things are taken here and sent. `prepare` is called before a pool is forked: what it imports and compiles need
        not be made ready by every worker. `meanwhile`, something for this process to do, is called once, before any
        result is waited for, and where others do the work, when they have begun. `forked` is the task in place of
        `task` for forked processes, which have this one's disks.
        """

        def work(some: range) -> Sequence[R]:
            return (forked or task)(store.take(some))

        few = self.jobs == 1 or len(store) < serial_below
        if not self._forced and not few:
            self._close()  # its threads would stand in the way of a fork
            few = not can_fork() and len(store) < UNFORKED * serial_below
        if not self._forced and few:
            answers = self._beside(chunks, work, meanwhile) if meanwhile else {}
            for some in chunks:
                yield some, answers[some] if some in answers else task(store.take(some))
        elif self._forced or not can_fork():
            yield from self._pooled(chunks, lambda pool, some: pool.submit(task, list(store.take(some))), meanwhile)
        else:
            prepare()
            self._fork_beside(work)
            yield from self._pooled(chunks, lambda pool, some: pool.submit(_inherited_work, some), meanwhile)
            self._dismiss()  # they end beside what is done next

    def _beside(
        self, chunks: Sequence[range], work: Callable[[range], Sequence[R]], meanwhile: Callable[[], object]
    ) -> dict[range, Sequence[R]]:
        """What one copy of this process can do while this one does what is to do meanwhile; nothing where none pays."""
        if not self.forks or not can_fork() or sum(map(len, chunks)) < WORTH_A_COPY:
            meanwhile()
            return {}
        beside = Beside(lambda: pickle.dumps({some: list(work(some)) for some in chunks}))
        self._has_copy = True
        try:
            meanwhile()
            answer = beside.result()
        finally:
            self._has_copy = False
            beside.close()
        return pickle.loads(answer) if answer else {}

    def _fork_beside(self, work: Callable[[range], Iterable[object]]) -> None:
        """A new pool, whose processes begin as copies of this one while it holds the work."""
        global _inherited
        _inherited = work
        gc.freeze()  # what is inherited is not looked through for garbage: looking would copy every page of it
        try:
            self._pool = self._make(self.jobs)
            self._pool.submit(_ready).result()
        finally:
            gc.unfreeze()
            _inherited = None

    def _dismiss(self) -> None:
        """Tell the pool's processes that nothing more is to do."""
        if self._pool is not None:
            self._gone = _dismissed(self._pool, self._flying)
            self._pool = None

    def _close(self, grace: float = GRACE) -> None:
        """Wait until the pool's processes are gone."""
        self._dismiss()
        if self._gone is not None:
            self._gone(grace)
            self._gone = None

    def _pooled(
        self,
        chunks: Iterable[range],
        submit: Callable[[Executor, range], Future[Sequence[R]]],
        meanwhile: Callable[[], object] | None,
    ) -> Iterator[tuple[range, Sequence[R]]]:
        pool = self._pool = self._pool or self._make(self.jobs)
        flying: dict[Future[Sequence[R]], range] = {}
        self._flying = flying
        done: SimpleQueue[Future[Sequence[R]]] = SimpleQueue()
        left = iter(chunks)

        def send(some: range) -> None:
            future = submit(pool, some)
            flying[future] = some
            future.add_done_callback(done.put)

        try:
            for some in islice(left, AHEAD * self.jobs):
                send(some)
            if meanwhile is not None:
                meanwhile()
            while flying:
                future = self._next(done)
                if future.exception():
                    _first_to_fail(flying, future).result()
                for some in islice(left, 1):
                    send(some)
                yield flying.pop(future), future.result()
        except BrokenExecutor:
            raise BuildError(
                "one of the processes that share the work was ended from outside, most often for want of memory. "
                "Build again with fewer of them, such as `--jobs 1`"
            ) from None

    def _next(self, done: SimpleQueue[Future[Sequence[R]]]) -> Future[Sequence[R]]:
        """What is done next, once it is. A process killed while it tells a result is noticed by nobody else."""
        while True:
            try:
                return done.get(timeout=LOOK)
            except Empty:
                if any(process.exitcode is not None for process in _processes(self._pool)):
                    raise BrokenExecutor from None


def _first_to_fail(flying: Mapping[Future[R], range], failed: Future[R]) -> Future[R]:
    """The first thing in order that fails: what is told must not depend on who was faster."""
    before = [future for future, some in flying.items() if some.start < flying[failed].start]
    wait(before, GRACE)
    return min(
        [failed, *(future for future in before if future.done() and future.exception())],
        key=lambda future: flying[future].start,
    )


def _cut(total: int, size: int) -> list[range]:
    return [range(start, min(start + size, total)) for start in range(0, total, size)]


def _inherited_work(some: range) -> list[Any]:
    """The task of a forked worker: some of what it inherited."""
    if _inherited is None:
        raise RuntimeError("this worker was not forked beside what it is to work on")
    return list(_inherited(some))


def _ready() -> bool:
    return True


def _process_pool(jobs: int) -> Executor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    method = "fork" if can_fork() else "spawn"
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method), initializer=_settle)


def _processes(pool: Executor | None) -> list[Any]:
    """The pool's processes of this machine; none where it has others."""
    return list((getattr(pool, "_processes", None) or {}).values())


def _dismissed(pool: Executor, flying: Iterable[Future[Any]]) -> Callable[[float], None]:
    """Begin to end a pool; what is `flying` is no longer wanted. The answer waits until it has ended: what is left of
    its processes after so many seconds is ended by force.

    A process that is killed while it waits for work may take the queue's lock with it, and the others then wait for
    ever: the standard library notices while there is work, and not while the pool ends. One that is killed while it
    tells a result leaves the pool's thread waiting for the rest of it: that ends when nobody can write to the pipe.
    """
    processes, thread = _processes(pool), getattr(pool, "_executor_manager_thread", None)
    results = getattr(pool, "_result_queue", None)
    if not processes or thread is None:  # not processes of this machine
        for future in flying:
            future.cancel()
        return lambda grace: pool.shutdown(wait=grace > 0)
    pool.shutdown(wait=False)
    return partial(_wait_for, processes, thread, results)


def _wait_for(processes: Sequence[Any], thread: Thread, results: Any, grace: float) -> None:
    """Wait for the processes of a pool, the thread that manages it, and the queue of their results."""
    from multiprocessing import connection

    end = time.monotonic() + grace
    left = {process.sentinel: process for process in processes}
    while left and (gone := connection.wait(list(left), timeout=max(0.0, end - time.monotonic()))):
        for sentinel in gone:
            del left[sentinel]
    for process in left.values():
        process.kill()
    thread.join(0.0 if left else grace)
    if thread.is_alive() and results is not None:
        results._writer.close()
    thread.join()


def _settle() -> None:
    """In a new worker: leave Ctrl-C and the processor to the process that started it, and end when that one does."""
    import multiprocessing
    import os
    import signal
    import threading

    stand_back()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def follow() -> None:
        if (parent := multiprocessing.parent_process()) is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
