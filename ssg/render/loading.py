"""Where jinja finds the templates of a theme's chain, and what it refuses in them before a page is made."""

from __future__ import annotations

from collections.abc import Iterable
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateError, TemplateNotFound, nodes

from ssg.diagnostics import nearest
from ssg.render.ahead import codes_of
from ssg.render.compiling import inline
from ssg.render.error import ThemeError
from ssg.theme import Folder, Theme

Outline = tuple[frozenset[str], nodes.Const | None]


class ChainLoader(BaseLoader):
    """Finds `card.html` in the most specific theme that has it, `!base/card.html` in the theme base alone.

    Compiled code is kept and shared by the environments of all languages; `codes` has it by where templates stand.
    Where it may be `quick`, templates that are included are made part of those that include them.
    """

    def __init__(self, theme: Theme, quick: bool) -> None:
        self.theme, self._quick = theme, quick
        self.codes: dict[str, CodeType] = {}
        self._parents: dict[str, nodes.Const | None] = {}
        self._outlines: dict[str, Outline] = {}

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        folder, plain = self.find(name)
        shown = f"{folder.shown}/templates/{plain}"
        if self._quick and shown not in self.codes:
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
        tree = self._parse(environment, folder, plain, shown)
        self._check_circle(tree, shown)
        self._check_blocks(environment, tree, shown)
        if self._quick:
            inline(tree, lambda name: self._parsed(environment, name))
        return environment.compile(tree, plain, shown)

    def _parse(self, environment: Environment, folder: Folder, plain: str, shown: str) -> nodes.Template:
        try:
            text = (folder.path / "templates" / plain).read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise ThemeError(f"`{shown}` is not UTF-8", "Save the file again as UTF-8") from None
        return environment.parse(text, plain, shown)

    def _parsed(self, environment: Environment, name: str) -> nodes.Template | None:
        """The tree of a template that another one includes; its mistakes are told when a page comes to it."""
        try:
            folder, plain = self.find(name)
            return self._parse(environment, folder, plain, f"{folder.shown}/templates/{plain}")
        except (TemplateError, ThemeError):
            return None

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
