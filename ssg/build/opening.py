"""The first steps of a build: settings, content and theme. They import little, so that other processes read early."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ssg.build.options import BuildOptions
from ssg.config import Config, load_config
from ssg.content import Store, load_content
from ssg.diagnostics import Problems
from ssg.digests import digest
from ssg.parallel import Workers
from ssg.program import program_digest

if TYPE_CHECKING:
    from ssg.theme import Theme

__all__ = ["Theming", "load_config", "load_content", "open_store", "workers"]


def workers(options: BuildOptions) -> Workers:
    """Where the work is done."""
    return Workers(options.jobs, options.executor)


def open_store(cache: Path, config: Config, options: BuildOptions) -> Store:
    """What earlier builds read within the same limits; in memory alone when the cache is not wanted."""
    version = digest(program_digest(), repr(config.read_limits))
    return Store(cache / "content.sqlite" if options.cache else None, version)


class Theming:
    """The theme, made ready while content is read."""

    def __init__(self, root: Path, config: Config, problems: Problems, workers: Workers) -> None:
        self._root, self._config, self._problems, self._workers = root, config, problems, workers

    @cached_property
    def theme(self) -> Theme:
        """Loaded when it is first asked for; raises ConfigError where it is wrong."""
        from ssg.theme import load_theme

        return load_theme(self._root, self._config, self._problems)

    def get_ready(self) -> None:
        """Import what later steps need; while others are at work, have templates compiled too."""
        from ssg.build import steps  # noqa: F401

        if self._workers.are_at_work:
            from ssg.render.environment import prepare

            prepare(self.theme, self._config.languages[0])
