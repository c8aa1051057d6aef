"""What a template asks for and does not get."""

from __future__ import annotations

from ssg.diagnostics import nearest
from ssg.theme import Theme


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


def no_asset(theme: Theme, name: str) -> ThemeError:
    """What to say of an asset that no theme of the chain has."""
    guess = nearest(name, theme.assets)
    hint = f"Did you mean `{guess}`?" if guess else f"Put the file into {theme.folders[0].shown}/assets/"
    return ThemeError(f"there is no asset `{name}`", hint, "asset")
