"""Every mistake in a theme's templates that can be seen without a page: one run tells all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, nodes

from ssg.diagnostics import Diagnostic
from ssg.render.environment import environment_of, loader_of
from ssg.render.error import ThemeError, no_asset, no_string, no_template
from ssg.render.mistakes import as_config_error
from ssg.render.unused import unused
from ssg.theme import Folder, Theme

_NAMING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def check_templates(theme: Theme, root: Path) -> Iterator[Diagnostic]:
    """What is wrong in the templates of the chain that are the site's own: below `root`, not carried by the package.

    Found are syntax, names of filters, and templates, strings and assets that are named outright and are not there;
    with a warning also those that are there and that nothing names.
    A theme adds to what it extends and takes nothing away, so the package's templates are as whole as in its tests.
    """
    own = [folder for folder in theme.folders if folder.path.is_relative_to(root)]
    if not own:
        return
    environment = environment_of(theme, "en")
    names = tuple(sorted({*environment.globals, *environment.filters}))
    for folder in own:
        for plain in folder.templates:
            for error in _errors(environment, theme, folder, plain):
                if found := as_config_error(error, theme, plain, names):
                    yield from found.diagnostics
    yield from unused(theme, own)


def _errors(environment: Environment, theme: Theme, folder: Folder, plain: str) -> Iterator[Exception]:
    loader = loader_of(theme)
    try:
        loader.load(environment, f"!{folder.name}/{plain}")
    except Exception as error:
        yield error
        return
    at = f"{folder.shown}/templates/{plain}"
    for node in loader.parse(environment, folder, plain).find_all((*_NAMING, nodes.Call, nodes.Filter)):
        for missing in _named(node, theme):
            missing.at, missing.line = at, node.lineno
            yield missing


def _named(node: nodes.Node, theme: Theme) -> Iterator[ThemeError]:
    """What the node names outright that is not there."""
    if isinstance(node, _NAMING):
        if isinstance(node.template, nodes.Const) and not getattr(node, "ignore_missing", False):
            yield from _template(str(node.template.value), theme)
        return
    name, argument = _called(node)
    if isinstance(argument, nodes.Const) and isinstance(argument.value, str) and name in _LOOKED_UP:
        yield from _LOOKED_UP[name](argument.value, theme)


def _called(node: nodes.Node) -> tuple[str, nodes.Node | None]:
    """The function or filter that is called and what it is given first."""
    if isinstance(node, nodes.Filter):
        return node.name, node.node
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.args:
        return node.node.name, node.args[0]
    return "", None


def _template(name: str, theme: Theme) -> Iterator[ThemeError]:
    try:
        loader_of(theme).find(name)
    except TemplateNotFound:
        yield no_template(name, theme)


def _string(key: str, theme: Theme) -> Iterator[ThemeError]:
    if key not in theme.strings["en"]:
        yield no_string(theme, "en", key)


def _asset(name: str, theme: Theme) -> Iterator[ThemeError]:
    if name not in theme.assets:
        yield no_asset(theme, name)


_LOOKED_UP: dict[str, Callable[[str, Theme], Iterator[ThemeError]]] = {"t": _string, "asset": _asset}
