"""The look: settings of the themes and of site.yaml, as custom properties, with the accent's contrast checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ssg.config import Config, Look
from ssg.diagnostics import Problems, Severity, nearest
from ssg.theme.chain import Link
from ssg.theme.colour import READABLE, least_contrast, readable
from ssg.theme.said import Said

LOOK = "look.css"
"""Name of the asset that is made of the look."""

_GENERIC = frozenset(
    "serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded "
    "math inherit -apple-system".split()
)
_LIGHT, _DARK = ("#ffffff",), ("#121212",)


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's value and where it is said."""

    value: str
    said: Said


def look_css(said: str, config: Config, chain: Sequence[Link], problems: Problems) -> str:
    """`look.css`: what site.yaml, or else the most specific theme, sets. `said` is the text of site.yaml."""
    settings = _gather(said, config.look, chain)
    light = next((link.says.backgrounds.light for link in chain if link.says.backgrounds.light), _LIGHT)
    dark = next((link.says.backgrounds.dark for link in chain if link.says.backgrounds.dark), _DARK)
    properties = {f"--{name.replace('_', '-')}": _css_value(name, found.value) for name, found in settings.items()}
    if accent := settings.get("accent"):
        _check(accent, light, "light", problems)
        properties["--accent-light"] = properties.pop("--accent")
        properties.setdefault("--accent-dark", readable(accent.value, dark))
    if accent_dark := settings.get("accent_dark"):
        _check(accent_dark, dark, "dark", problems)
    lines = "".join(f"  {name}: {value};\n" for name, value in sorted(properties.items()) if value)
    return f":root {{\n{lines}}}\n" if lines else "/* Neither site.yaml nor theme.yaml sets a look. */\n"


def _gather(said: str, site: Look, chain: Sequence[Link]) -> dict[str, Setting]:
    """Each setting where it is said most specifically.

    The dark accent belongs to the accent beside it: one that is said elsewhere, less specifically, is left out.
    """
    found: dict[str, Setting] = {}
    for where, look in _looks(said, site, chain):
        for name, value in look.model_dump(exclude_none=True, exclude={"logo"}).items():
            accent = found.get("accent")
            if name == "accent_dark" and accent and accent.said.path != where.path:
                continue
            found.setdefault(name, Setting(str(value), Said(where.path, where.text, (*where.field, name))))
    return found


def _looks(said: str, site: Look, chain: Sequence[Link]) -> Iterator[tuple[Said, Look]]:
    yield Said("site.yaml", said, ("look",)), site
    for link in chain:
        yield link.said("settings"), link.says.settings


def _check(accent: Setting, backgrounds: Sequence[str], scheme: str, problems: Problems) -> None:
    ratio, worst = min((least_contrast(accent.value, [background]), background) for background in backgrounds)
    if ratio >= READABLE:
        return
    message = (
        f"`{accent.value}` has a contrast of {int(ratio * 100) / 100:.2f}:1 with `{worst}`, a background of the "
        f"{scheme} scheme, and text needs {READABLE}:1"
    )
    hint = f"The nearest colour that can be read is `{readable(accent.value, backgrounds)}`"
    problems.add(accent.said.problem("contrast", message, hint, Severity.WARNING))


def _css_value(name: str, value: str) -> str:
    if name in ("font", "heading_font"):
        families = [family.strip(" '\"") for family in value.split(",")]
        return ", ".join(each if each.lower() in _GENERIC else f'"{each}"' for each in families if each)
    return value.lower() if value.startswith("#") else value.removesuffix(".0")


def check_logos(said: str, config: Config, chain: Sequence[Link], static: Collection[str], problems: Problems) -> None:
    """A diagnostic for each logo that is no file of a `static/` folder: the site's and the companies'."""
    for where, look in _looks(said, config.look, chain):
        _check_logo(look.logo, Said(where.path, where.text, (*where.field, "logo")), static, problems)
    for key, company in config.companies.items():
        _check_logo(company.logo, Said("site.yaml", said, ("companies", key, "logo")), static, problems)


def _check_logo(logo: str | None, said: Said, static: Collection[str], problems: Problems) -> None:
    if logo and logo not in static:
        guess = nearest(logo.removeprefix("/").removeprefix("static/"), static)
        hint = f"Did you mean `{guess}`?" if guess else "Put the picture into the folder static/"
        problems.add(said.problem("logo", f"there is no file `{logo}` in static/", hint))
