"""Labels and their values, on one line or on two: `Standort: Berlin`, `Job type` above `Full-time`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.shape import bulleted, heading_of, is_item
from ssg.importers.text.pay import beyond_pay, read_pay
from ssg.importers.text.places import is_place
from ssg.importers.text.words import is_employment_type, label_of, says_nothing, workplace

_LABELLED = re.compile(
    r"^\W{0,4}(?P<label>[A-Za-zÀ-ÿ][\w .ªº°'’()/-]{0,34}?)[*_ ]{0,3}\s*(?::|：|\?(?=\s+\S)|\s[–—-]\s|"
    r"\t)[*_\s]{0,3}(?P<value>.*)$"
)
_ASKS = re.compile(r"type|status|mode\b|modell?\b|modalidad|regime", re.IGNORECASE)
_SPACED = re.compile(
    r"(?P<label>Department|Role|Locations?|Remote status|Employment type|Job type|Abteilung|Standorte?|"
    r"Beschäftigungsart)\s+(?P<value>\S.{1,60})"
)
SIGNS = re.compile(r"^[^\w(\[#*€$£¿¡\"'“-]+(?=\s*\S)")
_ROW = re.compile(r"\|\s*([^|]{2,40}?)\s*\|\s*([^|]{1,160}?)\s*\|")
_RULED = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")
_DASHED = re.compile(r"\s[–—-]\s")
_ANSWERS = ("yes", "no", "ja", "nein", "oui", "non", "sim", "não", "sí")
_LONGEST_VALUE = 160


@dataclass(frozen=True)
class Label:
    """A label: the field that it stands for, how it was written, its value (or nothing), the lines both take."""

    name: str
    written: str = ""
    value: str = ""
    size: int = 1


def label_at(lines: list[str], at: int, *, inside: bool) -> Label | None:
    """The label that a line is. Outside of the head (`inside` is false) only what surely is one counts."""
    if not inside and is_item(lines[at]):
        return None
    found = _on_one_line(lines, at) or _on_two_lines(lines, at, inside) or _in_block(lines, at)
    if not found or len(found.value) > _LONGEST_VALUE or (not found.value and _next_is_item(lines, at)):
        return None
    bare = found.size > 1 and not _LABELLED.match(SIGNS.sub("", lines[at].strip()))
    paired = bare and _in_pairs(lines, at, found.size)
    above_itself = not found.written or bool(_in_block(lines, at))
    if not inside and not above_itself and not _is_sure(found.name, found.value, lines, at, paired=paired):
        return None
    return found


def is_answer(label: Label) -> bool:
    """Whether a label has a value that says something."""
    return bool(label.written) and not says_nothing(label.value)


def without_tables(lines: list[str]) -> list[str]:
    """The lines with the rows of a table of two columns, `| Location | Porto |`, as labels."""
    rows = [_ROW.fullmatch(line.strip()) for line in lines]
    named = [f"{row[1]}: {row[2]}" if row and label_of(row[1]) else line for row, line in zip(rows, lines, strict=True)]
    return [line for line in named if not _RULED.fullmatch(line.strip())] if named != lines else lines


def has_label(line: str) -> bool:
    """Whether a line has the form of a label and its value."""
    return bool(_LABELLED.match(line))


def _on_one_line(lines: list[str], at: int) -> Label | None:
    line = SIGNS.sub("", lines[at].strip())
    found = _LABELLED.match(line)
    if not found or not (name := label_of(found["label"])):
        return None
    if workplace(found["label"]) and not _ASKS.search(found["label"]) and _DASHED.match(line, found.end("label")):
        return None  # `Remote - Canada` is a place
    value, size = found["value"].strip(" *_"), 1
    if not value:
        value, size = _next_value(lines, at, ends_with_colon=True)
    return Label(name, found["label"].strip(" :*_"), value, size)


def _on_two_lines(lines: list[str], at: int, inside: bool) -> Label | None:
    line = SIGNS.sub("", lines[at].strip())
    name = label_of(line.strip("*_ "))
    if not name or (workplace(line) and not _asks(line, lines, at)):  # `Remote` alone is an answer, not a question
        return None
    value, size = _next_value(lines, at, ends_with_colon=line.strip("*_ ").endswith(":"))
    if size == 1 and _names_again(lines, at, name):  # `Salaire` above `Salaire brut : ...`
        return Label(name)
    if size == 1 and not line.endswith(":") and not (inside and _among_labels(lines, at)):
        return None
    return Label(name, line.strip(" :*_"), value, size)


def _in_block(lines: list[str], at: int) -> Label | None:
    """`Department Kitchen` above `Locations Porto`: what a table of facts becomes when its columns touch."""
    found = _SPACED.fullmatch(lines[at].strip())
    beside = [line.strip() for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])]
    if not found or not any(_SPACED.fullmatch(line) for line in beside):
        return None
    return Label(label_of(found["label"]) or "other", found["label"], found["value"])


def _asks(line: str, lines: list[str], at: int) -> bool:
    return bool(_ASKS.search(line)) or _next_value(lines, at, ends_with_colon=True)[0].casefold() in _ANSWERS


def _next_value(lines: list[str], at: int, *, ends_with_colon: bool) -> tuple[str, int]:
    """The value on the line below a label, and the lines both take; a label without one takes its own line."""
    after = next(((n, text.strip()) for n, text in enumerate(lines[at + 1 : at + 3], at + 1) if text.strip()), None)
    if not after or is_item(bulleted(after[1])) or heading_of(after[1]) or len(after[1]) > 90:
        return "", 1
    labelled = _LABELLED.match(after[1])
    if (label_of(after[1]) and not workplace(after[1])) or (labelled and label_of(labelled["label"])):
        return "", 1
    if heading_kind(after[1]) or (after[1].endswith(".") and len(after[1]) > 50):
        return "", 1
    return after[1], after[0] - at + 1


def _among_labels(lines: list[str], at: int) -> bool:
    """Whether a label stands right before or behind another one: a row of fields that stood empty."""
    beside = (lines[n].strip("*_ ") for n in (at - 1, at + 1) if 0 <= n < len(lines))
    return any(label_of(line) and not workplace(line) for line in beside)


def _next_is_item(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 :] if line.strip()), "")
    return is_item(bulleted(following))


def _names_again(lines: list[str], at: int, name: str) -> bool:
    following = next((line.strip() for line in lines[at + 1 :] if line.strip()), "")
    found = _LABELLED.match(following)
    return bool(found and label_of(found["label"]) == name)


def _in_pairs(lines: list[str], at: int, size: int) -> bool:
    """Whether labels and values take turns here: what a board's table of facts becomes when it is copied."""
    below = next((line for line in lines[at + size :] if line.strip()), "")
    above = [line.strip() for line in lines[max(0, at - 6) : at] if line.strip()][-2:-1]
    return any(label_of(line) and not is_item(line) and not line.strip().endswith(":") for line in (below, *above))


def _is_sure(name: str, value: str, lines: list[str], at: int, *, paired: bool = False) -> bool:
    """Whether a label in the midst of an advert surely is one: its value is what the label promises."""
    if not value or says_nothing(value):
        return at + 1 >= len(lines) or at > 0
    if paired and name == "salary":
        return read_pay([value], labelled=True) is not None
    if paired and name in ("workplace", "travel", "other", "type"):
        return True
    if name == "place":
        return is_place(value)
    if name == "type":
        return is_employment_type(value)
    if name == "salary":
        return read_pay([value], labelled=True) is not None and not beyond_pay(value)
    if name == "workplace":
        return bool(workplace(value)) and len(value) < 40
    if name == "other":
        return len(value) <= 90
    if paired and name not in ("title", "company", "skills", "apply"):
        return True
    if name in ("travel", "hours", "experience", "education") and ":" in lines[at]:
        return len(value) <= 40 and not is_item(lines[at])
    return name in ("identifier", "department", "industry", "company", "openings", "start") and len(value) <= 90
