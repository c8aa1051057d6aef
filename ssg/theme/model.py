"""What a loaded theme is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from ssg.theme.published import published

FAVICON = "favicon.svg"

Forms = str | Mapping[str, str]
"""A string of the theme, or its plural forms by CLDR's categories."""
Strings = Mapping[str, Forms]
"""The strings of one language by key: the most specific theme's, with English where the language has none."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One theme of the chain. `shown` is its path for people; `templates` are names such as `partials/card.html`."""

    name: str
    path: Path
    shown: str
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A chain of theme folders, most specific first, ready to render and to write. Small; pickles.

    `fingerprint` digests all that a page can see of the theme: templates, strings, look and the names of assets.
    `assets` maps a name (`js/main.js`) to its output path (`assets/js/main.5d1e90aa.js`). `made` are assets that
    no file holds (`look.css`), by name; `sources` and `static` say which file stands behind an asset's name and
    behind an output path. `marks` are what `{initial}`, `{accent}` and `{accent_dark}` stand for
    in `favicon.svg`. `strings` are by language, English always among them.
    """

    folders: tuple[Folder, ...]
    fingerprint: str
    base_path: str
    assets: Mapping[str, str]
    made: Mapping[str, str]
    sources: Mapping[str, Path]
    static: Mapping[str, Path]
    strings: Mapping[str, Strings]
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.folders[0].name

    @property
    def accent(self) -> str:
        """The accent on a light background, `#rrggbb`; black where no look sets one."""
        found = re.search(r"--accent-light: (#[0-9a-f]{6});", self.made.get("look.css", ""))
        return found[1] if found else "#000000"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Output path and bytes of every asset, then of every static file, read as they are asked for."""
        for name, output in self.assets.items():
            if name in self.made:
                yield output, self.made[name].encode()
            else:
                yield output, published(name, self.sources[name].read_bytes(), self.assets)
        for output, path in self.static.items():
            yield output, self._marked(path.read_bytes()) if output == FAVICON else path.read_bytes()

    def _marked(self, svg: bytes) -> bytes:
        for name, value in self.marks.items():
            svg = svg.replace(f"{{{name}}}".encode(), escape(value).encode())
        return svg

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Theme) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def _identity(self) -> tuple[object, ...]:
        return (self.fingerprint, self.base_path, tuple(folder.path for folder in self.folders))
