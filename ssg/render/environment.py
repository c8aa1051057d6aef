"""The jinja environment of a theme in one language: made once a process, its templates compiled once a theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, MutableMapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import CodeType, MethodType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Node
from jinja2.runtime import Context
from jinja2.utils import internalcode
from markupsafe import Markup, escape

from ssg.diagnostics import nearest
from ssg.pages.contexts import Card, SiteFrame
from ssg.render.ahead import codes_of
from ssg.render.error import ThemeError
from ssg.render.words import words_for
from ssg.theme import Folder, Theme


class _Code(CodeGenerator):
    """Code that all languages share, and that hands over a template's text in one piece.

    No filter is computed while compiling: what it answers depends on the language. A template or block gathers its
    text in a list and yields it once, where jinja2 yields every piece through all generators above it.
    """

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        if frame.buffer is not None:
            return super().blockvisit(nodes, frame)
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None
        return None

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            return super()._output_child_pre(node, frame, finalize)
        return self.write("escaped(")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData | nodes.Const):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


def _escaped(value: object, special: Callable[[str], object] = re.compile("[&<>\"']").search) -> str:
    """`value` as text of HTML; most values hold nothing to escape, and looking is quicker than escaping."""
    if type(value) is str:
        return escape(value) if special(value) else value
    return value if type(value) is Markup else escape(value)


class _Context(Context):
    """Calls the theme's words without asking each time whether they want the context: they do not, and parts do."""

    @internalcode
    def call(self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        kind = type(__obj)
        if kind is not MethodType and kind is not _Part:
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs) if kind is MethodType else __obj(self, *args, **kwargs)


class _Environment(Environment):
    code_generator_class = _Code
    context_class = _Context
    escaped = staticmethod(_escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain mapping: every include asks for all of its keys."""
        return {**self.globals, **d} if d else self.globals


Outline = tuple[frozenset[str], nodes.Const | None]


class ChainLoader(BaseLoader):
    """Finds `card.html` in the most specific theme that has it, `!base/card.html` in the theme base alone.

    Compiled code is kept and shared by the environments of all languages; `codes` has it by where templates stand.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.codes: dict[str, CodeType] = {}
        self._parents: dict[str, nodes.Const | None] = {}
        self._outlines: dict[str, Outline] = {}

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        folder, plain = self.find(name)
        shown = f"{folder.shown}/templates/{plain}"
        if shown not in self.codes:
            self.codes.update(codes_of(self.theme))
        if shown not in self.codes:
            self.codes[shown] = self._compile(environment, folder, plain, shown)
        code = self.codes[shown]
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
        self._check_blocks(environment, tree, shown)
        return environment.compile(tree, plain, shown)

    def _check_blocks(self, environment: Environment, tree: nodes.Template, shown: str) -> None:
        """Refuse a block that no template above has: it would never be shown."""
        known: set[str] = set()
        seen: list[tuple[Folder, str]] = []
        above = self._parents[shown]
        while above is not None:
            try:
                found = self.find(above.value)
            except TemplateNotFound:
                return
            if found in seen:
                return
            seen.append(found)
            blocks, above = self._outline(environment, *found)
            known |= blocks
        own = (node for node in tree.body if isinstance(node, nodes.Block))
        if known and (block := next((block for block in own if block.name not in known), None)):
            raise _no_block(block, known, shown)

    def _outline(self, environment: Environment, folder: Folder, plain: str) -> Outline:
        """The names of a template's blocks, and the template that it extends."""
        shown = f"{folder.shown}/templates/{plain}"
        if shown not in self._outlines:
            tree = environment.parse((folder.path / "templates" / plain).read_text("utf-8-sig"), plain, shown)
            self._outlines[shown] = frozenset(block.name for block in tree.find_all(nodes.Block)), _extended(tree)
        return self._outlines[shown]

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


def _no_block(block: nodes.Block, known: Iterable[str], shown: str) -> ThemeError:
    names = sorted(known)
    guess = nearest(block.name, names)
    hint = f"Did you mean `{guess}`?" if guess else f"There are {', '.join(f'`{name}`' for name in names)}"
    message = f"no template that this one extends has a block `{block.name}`"
    return ThemeError(message, hint, at=shown, line=block.lineno)


@lru_cache(maxsize=16)
def loader_of(theme: Theme) -> ChainLoader:
    return ChainLoader(theme)


@lru_cache(maxsize=64)
def environment_of(theme: Theme, language: str) -> Environment:
    """The environment that renders the theme's templates in one language of the site."""
    environment = _Environment(
        loader=loader_of(theme),
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
    environment.globals["part"] = _Part(environment)
    return environment


def compile_all(theme: Theme, language: str) -> dict[str, CodeType]:
    """Compile every template of the theme. A mistake in one is told when a page needs it, with the page's name."""
    environment, loader = environment_of(theme, language), loader_of(theme)
    for name in loader.list_templates():
        with suppress(Exception):
            environment.get_template(name)
    return loader.codes


def part_of(environment: Environment) -> _Part:
    """The function `part` of an environment."""
    part = environment.globals["part"]
    assert isinstance(part, _Part)
    return part


def prepare(theme: Theme, language: str) -> None:
    """Compile every template and load the language, for this process and those that are forked from it."""
    compile_all(theme, language)
    words = words_for(theme, language)
    words.date(date(2000, 1, 1)), words.country("PT"), words.money(Decimal(1), "EUR"), words.joined(["a", "b"])


MOST_PARTS = 100_000
"""Parts that are remembered: two of a kilobyte for each posting."""


class _Part:
    """The function `part("partials/row.html", card=card)` of templates: an include that sees `site` and the values
    given and nothing else, so that it is made once for all pages that show the same."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[object, ...], Markup] = {}
        self._depth = 0
        self._learnt: set[str] | None = None

    def __call__(self, context: Context, template: str, **values: object) -> Markup:
        if self._learnt is not None and not self._depth and values.keys() == {"card"}:
            self._learnt.add(template)
        return self._of(template, context["site"], tuple(values.items()))

    def learn(self, render: Callable[[], object]) -> tuple[str, ...]:
        """The templates that something is made with by way of a card alone, but for those inside of others."""
        self._learnt = set()
        try:
            render()
            return tuple(sorted(self._learnt))
        finally:
            self._learnt = None

    def of_card(self, template: str, site: SiteFrame, card: Card, known: str | None) -> str:
        """A part made of a card alone; `known` is what it is, where that is known."""
        if known is None:
            return self._of(template, site, (("card", card),))
        return self._keep((template, site, (("card", card),)), Markup(known))

    def _of(self, template: str, site: SiteFrame, values: tuple[tuple[str, object], ...]) -> Markup:
        key = (template, site, values)
        found = self._made.get(key)
        return self._keep(key, self._make(template, site, values)) if found is None else found

    def _keep(self, key: tuple[object, ...], part: Markup) -> Markup:
        if len(self._made) >= MOST_PARTS:
            self._made.clear()
        self._made[key] = part
        return part

    def _make(self, template: str, site: SiteFrame, values: tuple[tuple[str, object], ...]) -> Markup:
        self._depth += 1
        try:
            return Markup(self._environment.get_template(template).render(site=site, **dict(values)))
        finally:
            self._depth -= 1
