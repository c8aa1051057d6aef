"""The tables in `ssg/lint/data/`: what the rules know, in files that a person can bring up to date."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from ssg.source import parse_yaml

_DATA = files("ssg.lint") / "data"


@cache
def load_table(name: str) -> dict[str, Any]:
    """The table `name` as its file has it: mappings, lists and text. Raises ValueError when the file is wrong."""
    value, problems = parse_yaml(f"ssg/lint/data/{name}.yaml", (_DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    if problems or not isinstance(value, dict):
        raise ValueError("\n".join(map(str, problems)) or f"{name}.yaml is no mapping")
    return value


def table_names(prefix: str) -> list[str]:
    """Names of the tables that begin with `prefix`, sorted."""
    names = (file.name.removesuffix(".yaml") for file in _DATA.iterdir() if file.name.endswith(".yaml"))
    return sorted(name for name in names if name.startswith(prefix))
