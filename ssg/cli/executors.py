"""Where work is done when it is not done here: `--executor dask://HOST:PORT`."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future
from importlib import import_module
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from ssg.diagnostics import UsageError

T = TypeVar("T")


def executor_at(address: str) -> Callable[[int], Executor]:
    """What makes an executor that hands tasks to the Dask scheduler at `dask://HOST:PORT`; needs the extra `cluster`.

    Every worker of the cluster needs the same version of ssg and of its libraries.
    """
    parts = urlsplit(address)
    if parts.scheme != "dask" or not parts.hostname or not parts.port:
        raise click.UsageError(f"`{address}` is no executor: write --executor dask://HOST:PORT")
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise UsageError("--executor dask://… needs the extra `cluster`: pip install 'ssg-careers[cluster]'") from None

    def make(jobs: int) -> Executor:
        try:
            client = distributed.Client(f"tcp://{parts.hostname}:{parts.port}", timeout=10)
        except OSError as error:
            raise UsageError(f"no Dask scheduler answers at {address}: {error}") from None
        return _Packing(client.get_executor())

    return make


class _Packing(Executor):
    """Hands each task to another executor as one piece of bytes.

    Dask looks through what it is given, list by list and object by object, for futures of its own: that took ten times
    as long as the tasks themselves.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, task: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        return self._executor.submit(_unpacked, pickle.dumps((task, args, kwargs)))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait=wait)


def _unpacked(packed: bytes) -> Any:
    task, args, kwargs = pickle.loads(packed)
    return task(*args, **kwargs)
