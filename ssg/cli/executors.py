"""Where work is done when it is not done here: `--executor dask://HOST:PORT`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import click

from ssg.diagnostics import UsageError


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
        executor: Executor = client.get_executor()
        return executor

    return make
