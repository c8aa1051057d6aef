"""Fingerprints: every asset's name carries a digest of what it holds and of all that it refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from hashlib import sha256

from ssg.diagnostics import Diagnostic, Problems, nearest
from ssg.theme.published import published
from ssg.theme.references import TEXTS, Reference, marks


def fingerprint(
    assets: Mapping[str, bytes], shown: Mapping[str, str], static: Collection[str], problems: Problems
) -> dict[str, str]:
    """Output path of each asset by its name: `js/main.js` becomes `assets/js/main.5d1e90aa.js`.

    What an asset refers to is named before it, so that a change reaches every name that depends on it. `shown` is
    the path of each asset's file for people; `static` holds the output paths an asset may refer to by `../`.
    A reference that leads nowhere, and assets that refer to each other in a circle, are diagnostics.
    """
    texts = {name: text for name in assets if (text := _decode(name, assets[name], shown, problems)) is not None}
    outputs: dict[str, str] = {}
    for name in sorted(assets):
        _name(name, (), assets, texts, outputs, shown, static, problems)
    return dict(sorted(outputs.items()))


def _decode(name: str, data: bytes, shown: Mapping[str, str], problems: Problems) -> str | None:
    if not name.endswith(TEXTS):
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        problems.add(Diagnostic(shown[name], "encoding", message, "Save the file again as UTF-8", line))
        return None


def _name(
    name: str,
    above: tuple[str, ...],
    assets: Mapping[str, bytes],
    texts: Mapping[str, str],
    outputs: dict[str, str],
    shown: Mapping[str, str],
    static: Collection[str],
    problems: Problems,
) -> None:
    """Put the output path of `name` into `outputs`, after those of all that it refers to."""
    if name in outputs or name not in texts:
        return
    for reference in marks(name, texts[name]).references:
        target = reference.target
        if target == name:
            continue
        if target in (*above, name):
            circle = " → ".join([*above[above.index(target) :], name, target])
            message = f"assets refer to each other in a circle: {circle}"
            hint = "A fingerprint needs an order: move what both need into a third file"
            problems.add(_at(name, reference, texts, shown, message, hint))
        elif target in assets:
            _name(target, (*above, name), assets, texts, outputs, shown, static, problems)
        elif posixpath.normpath(f"assets/{target}") not in static:
            guess = nearest(target, assets)
            hint = f"Did you mean `{guess}`?" if guess else "Put the file there, or take the reference out"
            problems.add(_at(name, reference, texts, shown, f"there is no asset `{target}`", hint))
    digest = sha256(published(name, assets[name], outputs)).hexdigest()[:8]
    stem, dot, extension = name.rpartition(".")
    has_extension = bool(dot) and "/" not in extension and not stem.endswith("/") and stem
    outputs[name] = f"assets/{stem}.{digest}.{extension}" if has_extension else f"assets/{name}.{digest}"


def _at(
    name: str, reference: Reference, texts: Mapping[str, str], shown: Mapping[str, str], message: str, hint: str
) -> Diagnostic:
    text = texts[name]
    line = text.count("\n", 0, reference.start) + 1
    column = reference.start - text.rfind("\n", 0, reference.start)
    source = text.split("\n")[line - 1]
    return Diagnostic(shown[name], "asset", message, hint, line, column, source=source[:500])
