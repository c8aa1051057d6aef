"""What a template asks for and does not get."""

from __future__ import annotations

from ssg.diagnostics import nearest
from ssg.theme import Folder, Theme


class ThemeError(Exception):
    """A template asks for something that is not there; carries what to say of it.

    `at` and `line` say where, when that is not the template that is being rendered.
    """

    def __init__(self, message: str, hint: str = "", rule: str = "template", at: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.rule, self.at, self.line = message, hint, rule, at, line


def no_template(name: str, theme: Theme) -> ThemeError:
    """What to say of a template that no theme of the chain has."""
    outright = name.startswith("!")
    known = {f"!{folder.name}/{each}" if outright else each for folder in theme.folders for each in folder.templates}
    guess = nearest(name, sorted(known))
    chain = ", ".join(folder.name for folder in theme.folders)
    hint = f"Did you mean `{guess}`?" if guess else f"The themes that are searched: {chain}"
    return ThemeError(f"there is no template `{name}`", hint)


def no_string(theme: Theme, language: str, key: str) -> ThemeError:
    """What to say of a string that no theme of the chain has."""
    guess = nearest(key, theme.strings.get(language, {}))
    hint = f"Did you mean `{guess}`?" if guess else f"Add it to {theme.folders[0].shown}/strings/en.yaml"
    files = " or ".join(dict.fromkeys(f"strings/{each}.yaml" for each in (language, "en")))
    return ThemeError(f"there is no string `{key}` in {files}", hint, "strings")


def no_value(theme: Theme, language: str, key: str, name: str) -> ThemeError:
    """What to say of a `{name}` in a string that the template gives no value for.

    The string is at fault where a child theme's words have a place that those they stand in for do not have.
    """
    message = f"`{{{name}}}` in the string `{key}` gets no value"
    said = [(folder, *found) for folder in theme.folders if (found := _line_of(folder, language, key))]
    if len(said) > 1 and not any(f"{{{name}}}" in words for _, _, words in said[1:]):
        folder, line, _ = said[0]
        hint = f'Take it out, or write `t("{key}", {name}=…)` where the templates ask for it'
        return ThemeError(message, hint, "strings", f"{folder.shown}/strings/{language}.yaml", line)
    return ThemeError(message, f'Write `t("{key}", {name}=…)`', "strings")


def _line_of(folder: Folder, language: str, key: str) -> tuple[int, str] | None:
    """Line and words of a string in one theme's file."""
    path = folder.path / f"strings/{language}.yaml"
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return next(((number, line) for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), None)


def no_asset(theme: Theme, name: str) -> ThemeError:
    """What to say of an asset that no theme of the chain has."""
    guess = nearest(name, theme.assets)
    hint = f"Did you mean `{guess}`?" if guess else f"Put the file into {theme.folders[0].shown}/assets/"
    return ThemeError(f"there is no asset `{name}`", hint, "asset")
