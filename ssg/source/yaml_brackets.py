"""Mistakes between brackets and braces, and how the line should read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssg.source.spot import Told
from ssg.source.vocabulary import NAMES
from ssg.source.wrong import quoted

_ENDS = {"[": "]", "{": "}"}
_COLON = re.compile(r"([{,]\s*)([\w-]+): ([^,{}\[\]\"']*\w: [^,{}\[\]\"']*\S)(?=\s*[,}])")
_NAME = re.compile(r"(?<![\w-])([A-Za-z_][\w-]*)\s*[:=]\s*(?!//)")


def bracket(lines: Sequence[str], line: int, column: int, problem: str, start: tuple[int, int] | None) -> Told | None:
    """What is wrong between brackets, when that is where the parser stopped."""
    here = lines[line] if line < len(lines) else ""
    sign = here[column : column + 1]
    if sign in ("]", "}") and "block end" in problem:
        shorter = (here[:column] + here[column + 1 :]).strip()
        return line, column, f"a bracket `{sign}` closes here that was not opened", f"Write `{shorter}`"
    if sign == "," and "node content" in problem:
        at = _opened(here[:column])
        tidy = re.sub(r"([\[{,]\s*),\s*", r"\1", re.sub(r",\s*(?=,)", "", here)).strip()
        hint = f"Write `{tidy}`" if at >= 0 else "Take one of them out"
        return line, column, "two commas stand here with nothing between them", hint
    if not any(kind in problem for kind in ("flow sequence", "flow mapping", "flow node")):
        return None
    line, column, here = (*start, lines[start[0]]) if start else (line, column, here)
    while line and not here.strip() and "flow node" in problem:  # the end of the text, which closes nothing
        line, column, here = line - 1, 0, lines[line - 1]
    if "flow node" in problem and _opened(re.split(r"\s#", here)[0]) < 0:
        return None
    opening = here[column : column + 1]
    if opening not in _ENDS:
        column = max(_opened(re.split(r"\s#", here)[0]), 0)
        opening = here[column : column + 1]
    return (
        _cut_off(line, here, column)
        or _unclosed(line, column, here, opening)
        or _without_commas(line, column, here, opening)
    )


def _cut_off(line: int, here: str, column: int) -> Told | None:
    """A `#` behind a space hides the end of the line, and with it the closing bracket."""
    match = re.search(r"([^,:\[{]*\s)#[^,\]}]*", here[column:])
    if match is None:
        return None
    item = match.group().strip()
    mend = here.replace(item, quoted(item)).strip()
    message = (
        f"what follows a space and `#` is a comment, and `{here[column + match.end(1) :].strip()[:40]}` is not read"
    )
    return line, column + match.end(1), message, f"Put it in quotes: `{mend}`"


def _opened(text: str) -> int:
    """Where the innermost bracket opens that is still open; -1 when none is."""
    still: list[int] = []
    for at, sign in enumerate(text):
        if sign in "[{":
            still.append(at)
        elif sign in "]}" and still:
            still.pop()
    return still[-1] if still else -1


def _unclosed(line: int, column: int, here: str, opening: str) -> Told | None:
    body, closing = here.rstrip().rstrip(","), _ENDS.get(opening)
    if closing is None or body.count(opening) <= body.count(closing):
        return None
    mend = body[:-1] if body[-1:] in ")]}>" and body[-1:] != opening and not _balanced_end(body) else body
    hint = f"Write `{mend.strip()}{closing}`, or put the value in quotes"
    return line, column, f"a bracket `{opening}` opens here and is not closed", hint


def _balanced_end(body: str) -> bool:
    """Whether the last sign closes one that was opened."""
    pair = {")": "(", "]": "[", "}": "{", ">": "<"}[body[-1]]
    return body.count(pair) == body.count(body[-1])


def _without_commas(line: int, column: int, here: str, opening: str) -> Told:
    message = f"something between the brackets `{opening}{_ENDS.get(opening, ']')}` is not separated by commas"
    inner = here[column + 1 :].rstrip().rstrip("]}")
    if opening == "{" and len(NAMES.intersection(_NAME.findall(inner))) > 1 and "," not in inner and '"' not in inner:
        parted = _NAME.sub(r", \1: ", inner).removeprefix(", ")
        tidy = ", ".join(part.strip() for part in parted.split(",") if part.strip())
        if not re.search(r":(?:,|$)", tidy):
            return line, column, message, f"Write `{here[:column].strip()} {{{tidy}}}`"
    if opening == "{" and (mended := _COLON.sub(lambda m: f"{m[1]}{m[2]}: {quoted(m[3])}", here)) != here:
        message = "a colon followed by a space stands inside a value without quotes"
        return line, column, message, f"Put it in quotes: `{mended.strip()}`"
    hint = "with quotes around anything that holds a comma, a colon or a bracket"
    return line, column, message, f"Write `[one, two]`, {hint}"


def spaced(line: str) -> str:
    """A line whose names and values between braces are glued together, with a colon and a space between them."""
    return _NAME.sub(r"\1: ", line).strip()


def without_separators(line: str) -> str:
    """A line whose figures hold commas, with none: `50,000` is `50000` and `12,50` is `12.50`."""
    whole = re.sub(r"(?<=\d),\s?(?=\d{3}(?!\d))", "", line)
    return re.sub(r"(?<=\d),(?=\d{1,2}\s*[,}])", ".", whole).strip()
