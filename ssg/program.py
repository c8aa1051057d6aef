"""What makes the site, as one digest: a cache that another program filled is not to be trusted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

LIBRARIES = ("babel", "jinja2", "markdown_it_py", "markupsafe", "mdit_py_plugins", "pagefind", "pillow", "pydantic",
             "pydantic_core", "pyyaml")  # fmt: skip
"""Those whose versions show in the output, as installed packages spell their names."""
_PACKAGE = Path(__file__).parent


@cache
def program_digest() -> str:
    """Digest of this program's own files, the theme it carries, Python's version and those of the libraries.

    The number of the version is not enough: a fork that takes in the newest changes has the same one.
    """
    digest = blake2b(repr((sys.version_info[:3], _libraries())).encode(), digest_size=16)
    carried = _PACKAGE / "themes"
    for folder in (_PACKAGE,) if carried.is_dir() else (_PACKAGE, _PACKAGE.parent / "themes" / "base"):
        for path in _files(folder):
            digest.update(f"\n{path[len(str(folder)) :]}\n".encode("utf-8", "surrogateescape"))
            with open(path, "rb") as file:  # noqa: PTH123 (every build does this, hundreds of times)
                digest.update(file.read())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{here}/{name}" for name in sorted(names) if not name.startswith("."))


def _libraries() -> list[str]:
    """`jinja2-3.1.6` and its like: names of what is installed beside the templates' library, which need not be read."""
    found = find_spec("jinja2")
    if found is None or found.origin is None:
        return []
    installed = [path.name.casefold() for path in Path(found.origin).parents[1].iterdir()]
    return sorted(n.removesuffix(".dist-info") for n in installed if n.partition("-")[0] in LIBRARIES and "-" in n)
