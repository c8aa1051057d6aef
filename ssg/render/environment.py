"""The jinja environment of a theme in one language: made once a process, its templates compiled once a theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ssg.render.compiling import Code, QuickCode
from ssg.render.kept import Compiled, keep, kept, may_keep, texts_of
from ssg.render.loading import ChainLoader
from ssg.render.parts import Part, Shared
from ssg.render.words import words_for
from ssg.theme import Theme, carried_folder


def _escaped(value: object, special: Callable[[str], object] = re.compile("[&<>\"']").search) -> str:
    """`value` as text of HTML; most values hold nothing to escape, and looking is quicker than escaping."""
    if type(value) is str:
        return escape(value) if special(value) else value
    return value if type(value) is Markup else escape(value)


class _Environment(Environment):
    code_generator_class = Code
    escaped = staticmethod(_escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain mapping: every include asks for all of its keys."""
        return {**self.globals, **d} if d else self.globals


class _QuickContext(Context):
    def with_site(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function that a template calls `part`: the one of this house takes `site` from the context."""
        return partial(function, self) if type(function) is Part else function


class _QuickEnvironment(_Environment):
    code_generator_class = QuickCode
    context_class = _QuickContext


def environment_of(theme: Theme, language: str) -> Environment:
    """The environment that renders the theme's templates in one language of the site, as jinja2 does."""
    return _environment(theme, language, False)


def quick_environment_of(theme: Theme, language: str) -> Environment:
    """One that renders the same, or fails: also where `environment_of` does not, and without knowing the line."""
    return _environment(theme, language, True)


def loader_of(theme: Theme) -> ChainLoader:
    """Where `environment_of` finds templates."""
    return _loader(theme, False)


@lru_cache(maxsize=32)
def _loader(theme: Theme, quick: bool) -> ChainLoader:
    return ChainLoader(theme, quick=quick, known=_known(theme) if quick and theme.folders else {})


@lru_cache(maxsize=128)
def _environment(theme: Theme, language: str, quick: bool) -> Environment:
    return _make(theme, language, _loader(theme, quick), quick)


def _known(theme: Theme) -> Mapping[str, Compiled]:
    """What was compiled before of the last theme of the chain; of the one that the program carries that is all."""
    folder = theme.folders[-1]
    found = kept(folder)
    if found is None and may_keep(folder):
        found = compile_carried()
    return found or {}


def compile_carried() -> Mapping[str, Compiled]:
    """Compile the theme that the program carries, for all sites that come, and keep that: `make` does."""
    folder = carried_folder()
    texts = texts_of(folder)
    theme = Theme((folder,), "", "/", {}, {}, {}, {}, {})
    loader = ChainLoader(theme, quick=True)
    loader.load_all(_make(theme, "en", loader, quick=True))
    keep(folder, texts, loader.templates)
    return loader.templates


def _make(theme: Theme, language: str, loader: ChainLoader, quick: bool) -> Environment:
    environment = (_QuickEnvironment if quick else _Environment)(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
        auto_reload=False,
        cache_size=-1,
    )
    functions = words_for(theme, language).functions()
    environment.filters.update(functions)
    environment.globals.update(functions)
    environment.globals["part"] = Part(environment, _shared(theme, language))
    return environment


@lru_cache(maxsize=64)
def _shared(theme: Theme, language: str) -> Shared:
    return Shared()


def part_of(environment: Environment) -> Part:
    """The function `part` of an environment."""
    part = environment.globals["part"]
    assert isinstance(part, Part)
    return part


def prepare(theme: Theme, language: str) -> None:
    """Compile every template and load the language, for this process and those that are forked from it."""
    _loader(theme, True).load_all(quick_environment_of(theme, language))
    words = words_for(theme, language)
    words.date(date(2000, 1, 1)), words.country("PT"), words.money(Decimal(1), "EUR"), words.joined(["a", "b"])
