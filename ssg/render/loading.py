"""Where jinja finds the templates of a theme's chain, and what it refuses in them before a page is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateError, TemplateNotFound, nodes

from ssg.diagnostics import nearest
from ssg.render.compiling import inline, switches_escaping
from ssg.render.error import ThemeError
from ssg.render.kept import Compiled, Named
from ssg.theme import Folder, Theme


class ChainLoader(BaseLoader):
    """Finds `card.html` in the most specific theme that has it, `!base/card.html` in the theme base alone.

    Compiled templates are kept and shared by the environments of all languages; `templates` has them by where they
    stand. Where they may be `quick`, they take in what they include. `known` are templates of the last theme of the
    chain, compiled as if there were no other.
    """

    def __init__(self, theme: Theme, *, quick: bool, known: Mapping[str, Compiled] = MappingProxyType({})) -> None:
        self.theme, self._quick = theme, quick
        self.templates = {shown: compiled for shown, compiled in known.items() if self._is_whole(compiled)}
        self._parents = {shown: compiled.extends for shown, compiled in known.items()}
        self._outlines: dict[str, tuple[frozenset[str], Named | None]] = {}
        self._unchecked = set(self.templates) if len(theme.folders) > 1 else set()
        self._asked_for: set[str] = set()

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        folder, plain = self.find(name)
        shown = _shown(folder, plain)
        if shown not in self.templates:
            self.templates[shown] = self._compile(environment, folder, plain)
        elif shown in self._unchecked:  # a theme may have put another one above it
            self._check_blocks(environment, self.templates[shown].blocks, shown)
            self._unchecked.discard(shown)
        code = self.templates[shown].code
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)

    def load_all(self, environment: Environment) -> None:
        """Compile every template that is not a part of another alone. A mistake in one is told when a page needs it."""
        for name in sorted(self.list_templates(), key=lambda name: ("/" in name, name)):
            taken_in = {part for compiled in self.templates.values() for part in compiled.taken_in}
            if name not in taken_in or name in self._asked_for:
                with suppress(Exception):
                    environment.get_template(name)

    def find(self, name: str) -> tuple[Folder, str]:
        """The folder that has the template, and its plain name there. Raises TemplateNotFound."""
        wanted, _, plain = name[1:].partition("/") if name.startswith("!") else ("", "", name)
        for folder in self.theme.folders:
            if wanted in ("", folder.name) and plain in folder.templates:
                return folder, plain
        raise TemplateNotFound(name)

    def _is_whole(self, compiled: Compiled) -> bool:
        """Whether what a known template took in is what the whole chain would have it take in."""
        return all(self.find(name)[0] == self.theme.folders[-1] for name in compiled.taken_in)

    def parse(self, environment: Environment, folder: Folder, plain: str) -> nodes.Template:
        """The tree of a template. Raises ThemeError or TemplateSyntaxError where it is none."""
        shown = _shown(folder, plain)
        try:
            text = (folder.path / "templates" / plain).read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise ThemeError(f"`{shown}` is not UTF-8", "Save the file again as UTF-8") from None
        return environment.parse(text, plain, shown)

    def _compile(self, environment: Environment, folder: Folder, plain: str) -> Compiled:
        tree, shown = self.parse(environment, folder, plain), _shown(folder, plain)
        blocks = tuple((node.name, node.lineno) for node in tree.body if isinstance(node, nodes.Block))
        self._check_circle(tree, shown)
        self._check_blocks(environment, blocks, shown)
        if self._quick and switches_escaping(tree):
            raise TemplateError("only jinja2 itself knows how to escape here")
        taken_in = inline(tree, lambda name: self._parsed(environment, name)) if self._quick else ()
        self._asked_for.update(_included(tree))
        return Compiled(environment.compile(tree, plain, shown), self._parents[shown], blocks, tuple(sorted(taken_in)))

    def _parsed(self, environment: Environment, name: str) -> nodes.Template | None:
        """The tree of a template that another one includes; its mistakes are told when a page comes to it."""
        try:
            return self.parse(environment, *self.find(name))
        except (TemplateError, ThemeError):
            return None

    def _check_blocks(self, environment: Environment, own: Iterable[Named], shown: str) -> None:
        """Refuse a block that no template above has: it would never be shown."""
        known: set[str] = set()
        seen: list[tuple[Folder, str]] = []
        above = self._parents[shown]
        while above is not None:
            try:
                found = self.find(above[0])
            except TemplateNotFound:
                return
            if found in seen:
                return
            seen.append(found)
            blocks, above = self._outline(environment, *found)
            known |= blocks
        if known and (block := next((block for block in own if block[0] not in known), None)):
            raise _no_block(*block, known, shown)

    def _outline(self, environment: Environment, folder: Folder, plain: str) -> tuple[frozenset[str], Named | None]:
        """The names of a template's blocks, and the template that it extends."""
        shown = _shown(folder, plain)
        if shown not in self._outlines:
            tree = self.parse(environment, folder, plain)
            self._outlines[shown] = frozenset(block.name for block in tree.find_all(nodes.Block)), _extended(tree)
        return self._outlines[shown]

    def _check_circle(self, tree: nodes.Template, shown: str) -> None:
        """Refuse a template that extends itself, by its own name or by way of others."""
        self._parents[shown] = _extended(tree)
        seen = [shown]
        while parent := self._parents.get(seen[-1]):
            try:
                folder, plain = self.find(parent[0])
            except TemplateNotFound:
                return
            seen.append(_shown(folder, plain))
            if seen[-1] == shown and (own := self._parents[shown]):
                raise _circle(seen, own, self.theme)
            if seen[-1] in seen[:-1]:
                return

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.theme.folders for name in folder.templates})


def _shown(folder: Folder, plain: str) -> str:
    """Where a template stands, for people."""
    return f"{folder.shown}/templates/{plain}"


def _included(tree: nodes.Template) -> Iterator[str]:
    for include in tree.find_all(nodes.Include):
        if isinstance(include.template, nodes.Const):
            yield include.template.value


def _extended(tree: nodes.Template) -> Named | None:
    """What the template extends, where it is written out."""
    for found in tree.find_all(nodes.Extends):
        if isinstance(found.template, nodes.Const) and isinstance(found.template.value, str):
            return found.template.value, found.template.lineno
    return None


def _circle(seen: list[str], extended: Named, theme: Theme) -> ThemeError:
    """`seen` are the templates that lead back to the first, which says what is `extended`."""
    name, line = extended
    plain = name.partition("/")[2] if name.startswith("!") else name
    own = next(at for at, folder in enumerate(theme.folders) if seen[0].startswith(f"{folder.shown}/"))
    parents = (folder.name for folder in theme.folders[own + 1 :] if plain in folder.templates)
    message = f"the template extends itself: {' → '.join(seen)}"
    parent = next(parents, None)
    hint = f'Name the parent theme outright: `{{% extends "!{parent}/{plain}" %}}`' if parent else "Extend another one"
    return ThemeError(message, hint, at=seen[0], line=line)


def _no_block(name: str, line: int, known: Iterable[str], shown: str) -> ThemeError:
    names = sorted(known)
    guess = nearest(name, names)
    hint = f"Did you mean `{guess}`?" if guess else f"There are {', '.join(f'`{name}`' for name in names)}"
    message = f"no template that this one extends has a block `{name}`"
    return ThemeError(message, hint, at=shown, line=line)
