"""The chain of theme folders: the site's theme, what it extends, and so on to the base theme."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from ssg.config import Colour, Config, Look
from ssg.content.files import linked
from ssg.diagnostics import Problems, nearest
from ssg.model import Noun
from ssg.model.base import Line, Many, optional
from ssg.source import parse_yaml, read_bytes
from ssg.source.text import decode
from ssg.theme.files import files_below
from ssg.theme.said import Said

BASE = "base"
FILE = "theme.yaml"
_PACKAGE = Path(__file__).parents[1]


class Backgrounds(Noun):
    """What text in the accent colour stands on."""

    light: Many[Colour] | None = optional("In the light scheme: a colour or several.", "#ffffff")
    dark: Many[Colour] | None = optional("In the dark scheme: a colour or several.", "#151618")


class ThemeFile(Noun):
    """theme.yaml."""

    extends: Annotated[str, Field(pattern=r"^[\w-]+$")] = optional(
        "The theme that stands in where this one has no file, string or setting.", BASE, default=BASE
    )
    description: Line | None = optional("What the theme is like.", "Wide, calm, with serifs.")
    settings: Look = optional("The look, where site.yaml `look` says nothing.", {"accent": "#0b5c8a"}, default=Look())
    backgrounds: Backgrounds = optional(
        "The colours below text in the accent colour; its contrast with them is checked.",
        {"light": "#ffffff", "dark": "#151618"},
        default=Backgrounds(),
    )


@dataclass(frozen=True, slots=True)
class Link:
    """One theme of the chain as found: its folder, what its theme.yaml says, its files by kind and name."""

    name: str
    path: Path
    shown: str
    text: str
    says: ThemeFile
    templates: dict[str, Path]
    assets: dict[str, Path]
    static: dict[str, Path]
    strings: dict[str, Path]

    def said(self, *field: str) -> Said:
        """A field of its theme.yaml."""
        return Said(f"{self.shown}/{FILE}", self.text, field)


def load_chain(root: Path, config: Config, said: str, problems: Problems) -> tuple[Link, ...]:
    """The site's theme, then what it extends, to the base theme at last; a broken chain goes on with the base.

    `said` is the text of site.yaml, for pointing at it.
    """
    problems.extend(linked(name) for name in ("themes", "static") if (root / name).is_symlink())
    chain: list[Link] = []
    name = config.theme
    said_by = Said("site.yaml", said, ("theme",))
    while True:
        if name in (link.name for link in chain):
            circle = " → ".join([*(link.name for link in chain), name])
            message = f"the themes extend each other in a circle: {circle}"
            problems.add(said_by.problem("theme", message, "Let one of them extend `base`"))
            name = BASE
        home = _home(root, name)
        if home is None:
            known = _names(root)
            guess = nearest(name, known)
            hint = f"Did you mean `{guess}`?" if guess else f"There are {', '.join(f'`{each}`' for each in known)}"
            problems.add(said_by.problem("theme", f"there is no theme `{name}` in themes/", hint))
            if name == BASE:
                return tuple(chain)
            name = BASE
            continue
        if home == root and (root / "themes" / name).is_symlink():  # a change behind it would go unseen
            problems.add(linked(f"themes/{name}"))
        chain.append(_read(home, name, problems))
        if name == BASE:
            return tuple(chain)
        said_by = chain[-1].said("extends")
        name = chain[-1].says.extends


def site_yaml(root: Path) -> str:
    """The text of site.yaml, for pointing at what it says; empty when it cannot be read."""
    data, _ = read_bytes(root, "site.yaml")
    return (decode("site.yaml", data)[0] or "") if data else ""


def carried() -> Path:
    """The folder above the `themes/` that the package carries: the package's own, or the repository's."""
    return _PACKAGE if (_PACKAGE / "themes" / BASE).is_dir() else _PACKAGE.parent


def load_carried() -> Link:
    """The base theme that the package carries."""
    return _read(carried(), BASE, Problems())


def _home(root: Path, name: str) -> Path | None:
    """The folder above the `themes/` that has the theme: the site's root before the package."""
    return next((home for home in (root, carried()) if (home / "themes" / name).is_dir()), None)


def _names(root: Path) -> list[str]:
    found = {path.name for home in (root, carried()) for path in (home / "themes").glob("*") if path.is_dir()}
    return sorted(name for name in found if not name.startswith("."))


def _read(home: Path, name: str, problems: Problems) -> Link:
    shown = f"themes/{name}"
    folder = home / "themes" / name
    files = files_below(folder, shown, problems)
    text, says = _theme_file(home, f"{shown}/{FILE}", problems) if FILE in files else ("", ThemeFile())

    def below(kind: str) -> dict[str, Path]:
        return {each.removeprefix(f"{kind}/"): path for each, path in files.items() if each.startswith(f"{kind}/")}

    return Link(name, folder, shown, text, says, below("templates"), below("assets"), below("static"), below("strings"))


def _theme_file(home: Path, path: str, problems: Problems) -> tuple[str, ThemeFile]:
    text, data = read_yaml(home, path, problems)
    try:
        return text, ThemeFile.model_validate({} if data is None else data)
    except ValidationError as error:
        from ssg.source.explain import explain  # which a file without a mistake does not need

        problems.extend(explain(error, data, path, text, 1, ThemeFile))
        return text, ThemeFile()


def read_yaml(home: Path, path: str, problems: Problems) -> tuple[str, Any]:
    """Text and value of a YAML file of a theme; its value is None when it is empty or wrong."""
    data, why = read_bytes(home, path)
    problems.extend(why)
    text, why = decode(path, data) if data is not None else (None, ())
    problems.extend(why)
    if text is None or why:
        return text or "", None
    value, why = parse_yaml(path, text)
    problems.extend(why)
    return text, value
