"""Mail addresses written so that who only looks for `name@host` finds none, and every reader and parser finds all.

Each character of an address becomes its reference, in the way of the file that it stands in: nothing is left out, and
nothing needs a script. Who decodes the file reads the address; this keeps away those who do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

Form = Literal["html", "json", "markdown"]
"""What the file is; XML is like HTML."""
Write = Callable[[str], str]

_LOCAL = r"\w.!#$%*+/=?^{}~\-"
_START = rf"(?:(?<=\\u[0-9a-f]{{4}})|(?<=\\[bfnrt])|(?<![{_LOCAL}\\]))"
"""Where an address may begin: not in the middle of a word, but behind the escapes of JSON."""
_ADDRESS = re.compile(rf"{_START}[{_LOCAL}]+@[\w-]+(?:\.[\w-]+)+")
_SCRIPT = re.compile(r"(<script\b[^>]*>.*?</script>)", re.DOTALL)
_CODE = re.compile(r"(^```.*?^```|^~~~.*?^~~~|`+[^`\n]+`+)", re.DOTALL | re.MULTILINE)
_AUTOLINK = re.compile(r"<(mailto:([^<>?\s]*)[^<>\s]*)>")


def veil(text: str, form: Form) -> str:
    """The text of a file of this form, with every mail address in references."""
    return _FORMS[form](text) if "@" in text else text


def _references(text: str) -> str:
    return _ADDRESS.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), text)


def _escapes(text: str) -> str:
    return _ADDRESS.sub(lambda found: "".join(map(_escaped, found[0])), text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _html(text: str) -> str:
    """References mean nothing inside a script, which holds JSON."""
    parts = _SCRIPT.split(text)
    return "".join((_escapes if at % 2 else _references)(part) for at, part in enumerate(parts))


def _markdown(text: str) -> str:
    """References mean nothing in code, and not to every reader inside `<…>`."""
    parts = _CODE.split(_AUTOLINK.sub(r"[\2](\1)", text))
    return "".join(part if at % 2 else _references(part) for at, part in enumerate(parts))


_FORMS: Mapping[Form, Write] = {"html": _html, "json": _escapes, "markdown": _markdown}
