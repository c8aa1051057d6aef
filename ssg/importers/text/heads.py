"""What stands above (and in labels around) an advert: the lines of facts that a job board or a headline shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ssg.importers.setting import Setting
from ssg.importers.shape import bulleted, heading_of, is_item
from ssg.importers.text.dates import AGE as _AGE
from ssg.importers.text.dates import CLOSES, POSTED, STARTS, read_ago, read_date
from ssg.importers.text.headline import names_job
from ssg.importers.text.pay import read_pay
from ssg.importers.text.places import is_place
from ssg.importers.text.sections import heading_kind
from ssg.importers.text.words import is_employment_type, label_of, says_nothing, workplace

_LABELLED = re.compile(
    r"^\W{0,4}(?P<label>[A-Za-zÀ-ÿ][\w .ªº'’/-]{0,34}?)\W{0,3}\s*(?::|：|\s[–—-]\s|"
    r"\t)\W{0,3}(?P<value>.*)$"
)
_RATING = re.compile(r"\s*\b\d[.,]\d\s*(?:★|⭐|stars?|\(\d+\)|/ ?5).*$")
_URL = re.compile(r"https?://\S{3,500}")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_SIGNS = re.compile(r"^[^\w(\[#*€$£¿¡\"'“-]+(?=\s*\S)")
LONGEST_VALUE = 160


@dataclass
class Head:
    """The facts found so far (labels to values), lines of a head that say something else, and the body's lines."""

    labelled: dict[str, str] = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    empty: set[str] = field(default_factory=set)


def read_head(lines: list[str], setting: Setting) -> Head:
    """An advert's lines parted into facts, names (title and company among them) and body."""
    head = Head()
    inside, at = True, 0
    while at < len(lines):
        line = lines[at]
        taken = _label(lines, at, inside, head)
        if taken:
            at += taken
            continue
        inside = inside and (_is_fact(line.strip(), setting) or not _begins_body(line, bool(head.names)))
        if inside:
            _sort_segments(line, setting, head)
        else:
            head.body.append(line)
        at += 1
    return head


def _label(lines: list[str], at: int, inside: bool, head: Head) -> int:
    """How many lines a label and its value take; 0 when there is no label. Outside the head only sure ones are."""
    line = _SIGNS.sub("", lines[at].strip())
    found = _LABELLED.match(line)
    name, value, size = "", "", 1
    if found and (name := label_of(found["label"])):
        value = found["value"].strip(" *_")
    elif name := label_of(line.strip("*_ ")):
        if workplace(line):  # `Remote` alone is an answer, not a question
            return 0
        value, size = _next_value(lines, at, ends_with_colon=line.strip("*_ ").endswith(":"))
        if size == 1 and not line.endswith(":") and not (inside and _among_labels(lines, at)):
            return 0
    if not name or len(value) > LONGEST_VALUE or (not value and _next_is_item(lines, at)):
        return 0
    if found and not value:
        value, size = _next_value(lines, at, ends_with_colon=True)
    if is_item(lines[at]) and not inside:
        return 0
    if not inside and not _is_sure(name, value, lines, at):
        return 0
    if says_nothing(value):
        head.empty.add(name)
    else:
        head.labelled.setdefault(name, value)
    return size


def _next_value(lines: list[str], at: int, *, ends_with_colon: bool) -> tuple[str, int]:
    """The value on the line below a label, and the lines both take; a label without one takes its own line."""
    after = next(((n, text.strip()) for n, text in enumerate(lines[at + 1 : at + 3], at + 1) if text.strip()), None)
    if not after or is_item(bulleted(after[1])) or heading_of(after[1]) or len(after[1]) > 90:
        return "", 1
    if label_of(after[1]) or (_LABELLED.match(after[1]) and label_of(_LABELLED.match(after[1])["label"])):  # type: ignore[index]
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


def _is_sure(name: str, value: str, lines: list[str], at: int) -> bool:
    """Whether a label in the midst of an advert surely is one: its value is what the label promises."""
    if not value or says_nothing(value):
        return at + 1 >= len(lines) or at > 0
    if name == "place":
        return is_place(value)
    if name == "type":
        return is_employment_type(value)
    if name == "salary":
        return read_pay([value], labelled=True) is not None and len(value) < 60
    if name == "workplace":
        return bool(workplace(value)) and len(value) < 40
    if name == "other":
        return len(value) <= 90
    return name in ("identifier", "department", "industry", "company", "openings", "start") and len(value) <= 90


def _begins_body(line: str, named: bool) -> bool:
    text = line.strip()
    if not text or len(re.findall(r"\s[|·•]\s", text)) >= 2:
        return False
    if heading_kind(text) or is_item(bulleted(line)):
        return True
    if len(text) > 45 and sum(word[:1].islower() for word in text.split()) >= 5 and not _LABELLED.match(text):
        return True
    level = heading_of(line)
    return (
        bool(level and level[0] > 1 and named) or len(text) > 130 or (len(text) > 55 and text.endswith((".", "!", "?")))
    )


def _sort_segments(line: str, setting: Setting, head: Head) -> None:
    """A line of the head into facts and names; a line whose every part says a fact is none but facts."""
    text = _SIGNS.sub("", _RATING.sub("", line.strip().strip("#*_ "))).strip()
    if not text:
        return
    parts = [part for part in _segments(text, setting) if part]
    if len(parts) > 1 and any(_is_fact(part, setting) for part in parts) and not any(map(_too_long, parts)):
        facts = [part for part in parts if _is_fact(part, setting)]
        head.facts += facts
        rest = [part for part in parts if part not in facts]
        if rest:
            head.names.append(" - ".join(rest))
    elif _is_fact(text, setting):
        head.facts.append(text)
    else:
        head.names.append(text)


def _segments(text: str, setting: Setting) -> Iterator[str]:
    """The parts of a line between bars and dots, and between dashes where these do not part a range of pay."""
    for part in re.split(r"\s+[·•]\s+|\s*[|\t]\s*|\s{3,}", text):
        if _is_fact(part, setting):
            yield part
        else:
            yield from re.split(r"\s+[–—-]\s+", part)


def _too_long(text: str) -> bool:
    return len(text) > 90


def _is_fact(text: str, setting: Setting) -> bool:
    if is_place(text) or is_employment_type(text) or (not names_job(text) and read_pay([text], labelled=True)):
        return True
    if _AGE.fullmatch(text) or _URL.fullmatch(text) or _MAIL.fullmatch(text):
        return True
    if (POSTED.search(text) or CLOSES.search(text) or STARTS.match(text)) and len(text) < 70:
        return True
    if len(text) < 40 and (
        read_ago(text, today=setting.today) or read_date(text, today=setting.today, month_first=False)
    ):
        return True
    return bool(workplace(text)) and len(text) <= 25


def dates_in(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The lines (with the one below a bare label) that speak of being posted or of closing: `posted` or `closes`."""
    for n, line in enumerate(lines):
        for name, pattern in (("closes", CLOSES), ("posted", POSTED)):
            if len(line) <= 400 and (found := pattern.search(line)):
                rest = line[found.start() :]
                below = lines[n + 1].strip() if n + 1 < len(lines) else ""
                yield name, rest if any(c.isdigit() for c in rest) or len(below) > 40 else f"{rest} {below}"
                break
