"""From folders to a theme."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ssg.config import Config
from ssg.diagnostics import Diagnostic, Problems
from ssg.theme.assets import fingerprint
from ssg.theme.chain import Link, load_carried, load_chain, site_yaml
from ssg.theme.files import files_below
from ssg.theme.look import LOOK, check_logos, look_css
from ssg.theme.model import Folder, Strings, Theme
from ssg.theme.strings import load_strings


def load_theme(root: Path, config: Config, problems: Problems) -> Theme:
    """The theme that site.yaml names, looked for in `root/themes`, then among those that the package carries.

    What is wrong with it is added to `problems`; the theme that comes back then is only good for going on to
    find more problems.
    """
    said = site_yaml(root)
    chain = load_chain(root, config, said, problems)
    static = {name: path for link in reversed(chain) for name, path in link.static.items()}
    static |= files_below(root / "static", "static", problems)
    check_logos(said, config, chain, static, problems)
    made = {LOOK: look_css(said, config, chain, problems)}
    sources, outputs = _assets(chain, made, static, problems)
    strings = load_strings(chain, config.languages, problems)
    return Theme(
        folders=tuple(map(_folder, chain)),
        fingerprint=_digest(chain, outputs, strings),
        base_path=config.base_path,
        assets=outputs,
        made=made,
        sources=sources,
        static=dict(sorted(static.items())),
        strings=strings,
        marks=_marks(config, made[LOOK]),
    )


def carried_folder() -> Folder:
    """The theme that the program carries, whatever a site says."""
    return _folder(load_carried())


def _folder(link: Link) -> Folder:
    return Folder(link.name, link.path, link.shown, tuple(link.templates))


def _marks(config: Config, look: str) -> dict[str, str]:
    """What a favicon is drawn with: the first company's initial, and the accent in either scheme."""
    accents = {name: re.search(rf"--{name}: ([^;]+);", look) for name in ("accent-light", "accent-dark")}
    light, dark = (found[1] if found else "#555555" for found in accents.values())
    name = config.companies[config.default_company].name
    return {"initial": name[:1].upper(), "accent": light, "accent_dark": dark}


def _assets(
    chain: Sequence[Link], made: Mapping[str, str], static: Mapping[str, Path], problems: Problems
) -> tuple[dict[str, Path], dict[str, str]]:
    """The file and the output path of each asset, by name."""
    sources: dict[str, Path] = {}
    shown: dict[str, str] = {name: name for name in made}
    for link in reversed(chain):
        sources |= link.assets
        shown |= {name: f"{link.shown}/assets/{name}" for name in link.assets}
    for name in sorted(made.keys() & sources.keys()):
        message = f"`{name}` is made from the settings of theme.yaml and site.yaml"
        problems.add(Diagnostic(shown[name], "asset", message, "Give the file another name"))
        del sources[name]
    data = {name: path.read_bytes() for name, path in sources.items()}
    data |= {name: text.encode() for name, text in made.items()}
    return sources, fingerprint(data, shown, static, problems)


def _digest(chain: Sequence[Link], outputs: Mapping[str, str], strings: Mapping[str, Strings]) -> str:
    """A digest of all that a page can see of the theme; the place of its folders is no part of it."""
    found = sha256()
    for link in chain:
        found.update(f"theme {link.name}\n".encode())
        for name, path in link.templates.items():
            data = path.read_bytes()
            found.update(f"{name} {len(data)}\n".encode() + data)
    found.update(repr(sorted(outputs.items())).encode())
    found.update(repr([(language, sorted(table.items())) for language, table in sorted(strings.items())]).encode())
    return found.hexdigest()[:32]
