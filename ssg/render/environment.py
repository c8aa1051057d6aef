"""The jinja environment of a theme in one language: made once a process, its templates compiled once a theme."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame

from ssg.render.mistakes import ThemeError
from ssg.render.words import Words
from ssg.theme import Folder, Theme


class _LanguageNeutral(CodeGenerator):
    """Computes no filter at compile time: what a filter answers depends on the language, and the code must not."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData | nodes.Const):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class ChainLoader(BaseLoader):
    """Finds `card.html` in the most specific theme that has it, `!base/card.html` in the theme base alone.

    Compiled code is kept and shared by the environments of all languages.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._codes: dict[str, CodeType] = {}
        self._parents: dict[str, nodes.Const | None] = {}

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        folder, plain = self.find(name)
        shown = f"{folder.shown}/templates/{plain}"
        code = self._codes.get(shown)
        if code is None:
            code = self._compile(environment, folder, plain, shown)
            self._codes[shown] = code
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)

    def find(self, name: str) -> tuple[Folder, str]:
        """The folder that has the template, and its plain name there. Raises TemplateNotFound."""
        wanted, _, plain = name[1:].partition("/") if name.startswith("!") else ("", "", name)
        for folder in self.theme.folders:
            if wanted in ("", folder.name) and plain in folder.templates:
                return folder, plain
        raise TemplateNotFound(name)

    def _compile(self, environment: Environment, folder: Folder, plain: str, shown: str) -> CodeType:
        try:
            text = (folder.path / "templates" / plain).read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise ThemeError(f"`{shown}` is not UTF-8", "Save the file again as UTF-8") from None
        tree = environment.parse(text, plain, shown)
        self._check_circle(tree, shown)
        return environment.compile(tree, plain, shown)

    def _check_circle(self, tree: nodes.Template, shown: str) -> None:
        """Refuse a template that extends itself, by its own name or by way of others."""
        self._parents[shown] = _extended(tree)
        seen = [shown]
        while parent := self._parents.get(seen[-1]):
            try:
                folder, plain = self.find(parent.value)
            except TemplateNotFound:
                return
            seen.append(f"{folder.shown}/templates/{plain}")
            if seen[-1] == shown and (own := self._parents[shown]):
                raise _circle(seen, own, self.theme)
            if seen[-1] in seen[:-1]:
                return

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.theme.folders for name in folder.templates})


def _extended(tree: nodes.Template) -> nodes.Const | None:
    """The name that the template extends, where it is written out."""
    names = (node.template for node in tree.find_all(nodes.Extends))
    return next((name for name in names if isinstance(name, nodes.Const) and isinstance(name.value, str)), None)


def _circle(seen: list[str], name: nodes.Const, theme: Theme) -> ThemeError:
    """`seen` are the templates that lead back to the first, whose `extends` is `name`."""
    plain = name.value.partition("/")[2] if name.value.startswith("!") else name.value
    own = next(at for at, folder in enumerate(theme.folders) if seen[0].startswith(f"{folder.shown}/"))
    parents = (folder.name for folder in theme.folders[own + 1 :] if plain in folder.templates)
    message = f"the template extends itself: {' → '.join(seen)}"
    parent = next(parents, None)
    hint = f'Name the parent theme outright: `{{% extends "!{parent}/{plain}" %}}`' if parent else "Extend another one"
    return ThemeError(message, hint, at=seen[0], line=name.lineno)


@lru_cache(maxsize=16)
def loader_of(theme: Theme) -> ChainLoader:
    return ChainLoader(theme)


@lru_cache(maxsize=64)
def environment_of(theme: Theme, language: str) -> Environment:
    """The environment that renders the theme's templates in one language of the site."""
    environment = Environment(
        loader=loader_of(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
        auto_reload=False,
        cache_size=-1,
    )
    environment.code_generator_class = _LanguageNeutral
    functions = words_of(theme, language).functions()
    environment.filters.update(functions)
    environment.globals.update(functions)
    return environment


@lru_cache(maxsize=64)
def words_of(theme: Theme, language: str) -> Words:
    """What the theme says in a language."""
    return Words(theme, language)
