"""What goes wrong in a template, said with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

import jinja2
from jinja2 import TemplateAssertionError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from ssg import model
from ssg.diagnostics import ConfigError, Diagnostic, nearest
from ssg.pages import contexts
from ssg.render.error import ThemeError, no_template
from ssg.theme import Theme

_JINJA = str(Path(jinja2.__file__).parent)
_NAME = re.compile(r"'([^']+)'")


def as_config_error(error: Exception, theme: Theme, template: str, names: tuple[str, ...]) -> ConfigError | None:
    """What a failed rendering says of the theme; None when the fault is the program's own.

    The theme is at fault for what it or jinja2 raises; `names` are the names that the template may use.
    """
    at, line = _place(error, theme, template)
    said = _say(error, theme, names)
    if said is None and _is_templates_own(error, theme):
        said = "template", f"{type(error).__name__}: {error}", ""
    if said is None:
        return None
    rule, message, hint = said
    return ConfigError((Diagnostic(at, rule, message, hint, line, source=_line(theme, at, line)),))


def _say(error: Exception, theme: Theme, names: tuple[str, ...]) -> tuple[str, str, str] | None:
    if isinstance(error, ThemeError):
        return error.rule, error.message, error.hint
    if isinstance(error, TemplateNotFound):
        missing = no_template(str(error.name), theme)
        return missing.rule, missing.message, missing.hint
    if isinstance(error, UndefinedError):
        return _undefined(str(error.message), names)
    if isinstance(error, TemplateAssertionError):
        return "template", _plain(error.message), _guess(error.message, names)
    if isinstance(error, TemplateSyntaxError):
        return "template", _plain(error.message), "Mend the template; https://jinja.palletsprojects.com/templates/"
    if isinstance(error, RecursionError):
        return "template", "templates include each other without end", "Name a parent's template as `!THEME/NAME`"
    return None


def _plain(message: str | None) -> str:
    return (message or "it cannot be read").rstrip(".")


def _undefined(message: str, names: tuple[str, ...]) -> tuple[str, str, str]:
    found = _NAME.findall(message)
    if message.endswith("is undefined") and len(found) == 1:
        return "template", f"nothing is called `{found[0]}` here", _guess(message, names)
    if "has no attribute" in message and len(found) == 2:
        kind = found[0].removesuffix(" object").rpartition(".")[2]
        guess = nearest(found[1], _fields(kind))
        hint = f"Did you mean `{guess}`?" if guess else "docs/themes.md lists what templates see"
        return "template", f"`{found[1]}` is no field of {kind}", hint
    return "template", message, ""


def _fields(kind: str) -> tuple[str, ...]:
    """Names of the fields of a context, or of a noun."""
    found = getattr(contexts, kind, None) or getattr(model, kind, None)
    known: object = getattr(found, "model_fields", None) or getattr(found, "__dataclass_fields__", None)
    return tuple(known) if isinstance(known, Mapping) else ()


def _guess(message: str | None, names: tuple[str, ...]) -> str:
    found = _NAME.findall(message or "")
    guess = nearest(found[-1], names) if found else None
    return f"Did you mean `{guess}`?" if guess else "docs/themes.md lists what templates see"


def _place(error: Exception, theme: Theme, template: str) -> tuple[str, int]:
    """Path for people and line of the innermost template that took part."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    if isinstance(error, ThemeError) and error.at:
        return error.at, error.line
    at = f"{theme.folders[0].shown}/templates/{template}" if theme.folders else template
    line = 0
    for filename, number in _frames(error.__traceback__):
        if _is_template(filename, theme):
            at, line = filename, number
    return at, line


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _is_template(filename: str, theme: Theme) -> bool:
    return any(filename.startswith(f"{folder.shown}/templates/") for folder in theme.folders)


def _is_templates_own(error: Exception, theme: Theme) -> bool:
    """Whether the error was raised in a template itself, or in jinja2 on its behalf, not in a function it called."""
    frames = list(_frames(error.__traceback__))
    last = frames[-1][0] if frames else ""
    return _is_template(last, theme) or last.startswith(_JINJA)


def _line(theme: Theme, at: str, line: int) -> str:
    """The template's line, for showing it under the message."""
    for folder in theme.folders:
        path = folder.path / at.removeprefix(f"{folder.shown}/")
        if line and at.startswith(f"{folder.shown}/templates/") and path.is_file():
            lines = path.read_text("utf-8", "replace").split("\n")
            return lines[line - 1][:500] if line <= len(lines) else ""
    return ""
