"""What stands above (and in labels around) an advert: the lines of facts that a job board or a headline shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ssg.importers.advert.chrome import is_chrome, opening, opens
from ssg.importers.advert.company import has_legal_form
from ssg.importers.advert.headline import is_marked
from ssg.importers.advert.labels import SIGNS, Label, has_label, is_answer, label_at
from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.lexicon.jobs import names_job
from ssg.importers.setting import Setting
from ssg.importers.shape import bulleted, heading_of, is_item
from ssg.importers.text.dates import AGE as _AGE
from ssg.importers.text.dates import CLOSES, POSTED, STARTS, read_ago, read_date
from ssg.importers.text.pay import read_pay
from ssg.importers.text.places import is_place
from ssg.importers.text.skills import named_skills
from ssg.importers.text.words import is_employment_type, says_little, workplace

_NUMBER = re.compile(
    r"(?:job |offre |oferta |stellen?)?(?:offre|oferta|job|stelle|vaga|ref\w*|vacancy|"
    r"kennziffer)\.?,?\s*(?:n[°ºo]\.?|nr\.?|#|id|no\.?)"
    r"[\s:]*(?P<value>\S*\d\S*)|(?:r[ée]f\.?|id)\s*(?P<ref>\S*\d\S*)",
    re.IGNORECASE,
)
_AGO_BEHIND = re.compile(
    r"(?<=\S)\s+(?=(?:vor|il y a|há|hace) \d{1,2} ?\w+\b|\d{1,2} (?:minute|hour|day|week|month)s? ago\b|reposted\b)",
    re.IGNORECASE,
)
# A dash between parts of a headline: not one inside brackets, nor one between two figures.
_DASH = re.compile(r"(?<![\d€$£kK])\s+[–—-]\s+(?![^(]*\))|\s+[–—-]\s+(?![^(]*\))(?![€$£]?\s?\d)")
_IN_BRACKETS = re.compile(r"(.{2,60}) \(([^()]{2,40})\)")
_LINK_BEHIND = re.compile(r"(?<=\w)\s+\((?P<link>https?://[^\s()]{3,300})\)")
_OPENINGS = re.compile(
    r"(?P<n>\d{1,3}) (?:vagas?|vacantes?|postes? à (?:pourvoir|combler)|openings?|vacanc(?:y|ies)|"
    r"positions?|stellen?)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:non-)?exempt|(?:visa|sponsorship|relocation)\b.{0,20}", re.IGNORECASE)
_RATING = re.compile(r"\s*\b\d[.,]\d\s*(?:★|⭐|stars?|\(\d+\)|/ ?5).*$")
_URL = re.compile(r"https?://\S{3,500}")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_LONGEST_FACT = 200
_LONGEST_TITLE = 90


@dataclass
class Head:
    """The facts found so far (fields to values), lines of a head that say something else, and the body's lines.

    `labels` are all labels in their order: the field, the label as it was written, its value. `above` is the one of
    the names that stands right above the body, where a heading would. `marked` is an advert whose board says where it
    begins.
    """

    labelled: dict[str, str] = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    labels: list[tuple[str, str, str]] = field(default_factory=list)
    above: str = ""
    marked: bool = False


def read_head(lines: list[str], setting: Setting) -> Head:
    """An advert's lines parted into facts, names (title and company among them) and body."""
    head = Head()
    inside, at, begins, above = True, 0, opening(lines), ""
    head.marked = begins >= 0
    while at < len(lines):
        line = lines[at]
        if at == begins:  # the board says where the advert begins
            at += 1
            following = next((n for n in range(at, len(lines)) if lines[n].strip() and not opens(lines[n])), len(lines))
            inside = following < len(lines) and label_at(lines, following, inside=True) is not None
            continue
        if label := label_at(lines, at, inside=inside):
            _take(label, head)
            at += label.size
            continue
        inside = inside and (at < begins or _is_fact(line.strip(), setting) or not _begins_body(line, bool(head.names)))
        if inside:
            count = len(head.names)
            _sort_segments(line, setting, head)
            alone = (
                len(head.names) == count + 1
                and at
                and not lines[at - 1].strip()
                and not "".join(lines[at + 1 : at + 2]).strip()
            )
            above = head.names[-1] if alone else above if not line.strip() else ""
        else:
            head.above = head.above if head.body else above
            head.body.append(line)
        at += 1
    return head


def _take(label: Label, head: Head) -> None:
    """A label's value into the head: the first of each field, places one after the other."""
    if not is_answer(label):
        return
    first, _, tail = label.value.rpartition(", ")
    if label.name == "company" and first and is_place(tail) and not has_legal_form(label.value):
        head.facts.append(tail)  # `Hospital: St. Elisabeth, Tilburg`
        label = replace(label, value=first)
    head.labels.append((label.name, label.written, label.value))
    if says_little(label.value):
        return
    known = head.labelled.setdefault(label.name, label.value)
    if label.name == "place" and label.value not in known:
        head.labelled["place"] = f"{known} ; {label.value}"


def _begins_body(line: str, named: bool) -> bool:
    text = line.strip()
    if not text or len(re.findall(r"\s[|·•]\s", text)) >= 2:
        return False
    if heading_kind(text) or is_item(bulleted(line)):
        return True
    ends = text.endswith((".", "!", "?", ":"))
    if not named and (is_marked(text) or (names_job(text) and len(text) <= _LONGEST_TITLE and not ends)):
        return False
    if len(text) > 45 and sum(word[:1].islower() for word in text.split()) >= 5 and not has_label(text):
        return True
    level = heading_of(line)
    return (
        bool(level and level[0] > 1 and named) or len(text) > 130 or (len(text) > 55 and text.endswith((".", "!", "?")))
    )


def _sort_segments(line: str, setting: Setting, head: Head) -> None:
    """A line of the head into facts and names; a line whose every part says a fact is none but facts."""
    line = re.sub(r"(\*\*|__)(.+?)\1", r"\2", line)
    text = SIGNS.sub("", _RATING.sub("", line.strip().strip("#*_ "))).strip()
    if found := _LINK_BEHIND.search(text):
        head.facts.append(found["link"])
        text = _LINK_BEHIND.sub("", text, count=1)
    if not text:
        return
    if _is_numbered(text, head) or _is_team(text, setting, head):
        return
    if len(listed := [part for part in re.split(r"\s*[,·|/]\s*", text) if part]) >= 3 and _are_skills(listed):
        head.labelled.setdefault("skills", ", ".join(listed))
        return
    parts = [part for part in _segments(text, setting) if part and not is_chrome(part)]
    if not parts:
        return
    if len(parts) == 1:
        text = parts[0]
    if len(parts) > 1 and any(_is_fact(part, setting) for part in parts) and not any(map(_too_long, parts)):
        facts = [part for part in parts if _is_fact(part, setting)]
        head.facts += facts
        rest = [part for part in parts if part not in facts]
        head.names += rest if "|" in text or "·" in text else [" - ".join(rest)] if rest else []
    elif _is_fact(text, setting):
        head.facts.append(text)
    elif (inside := _IN_BRACKETS.fullmatch(text)) and is_place(inside[2]) and not names_job(text):
        head.names.append(inside[1])  # `Lozano e Hijos (Zaragoza)`
        head.facts.append(inside[2])
    elif (cut := _before_place(text)) and not names_job(text) and len(text) < 70:
        head.names.append(text[:cut])  # `Hillview School, Leeds`
        head.facts.append(text[cut + 2 :])
    else:
        head.names += [part for part in re.split(r"\s{3,}", text) if part]


def _segments(text: str, setting: Setting) -> Iterator[str]:
    """The parts of a line between bars and dots, and between dashes where these do not part a range of pay."""
    text = _AGO_BEHIND.sub(" · ", text)
    for part in re.split(
        r"\s+[·•]\s+|\s*[|\t]\s*|\s{3,}|\s+/\s+(?!(?:year|month|hour|week|day|jahr|monat|"
        r"stunde|mois|heure|mês|mes|año|ano|an)\b)(?=\S+ ?/?$)",
        text,
    ):
        if _is_fact(part, setting):
            yield part
        else:
            yield from _DASH.split(part)


def _before_place(text: str) -> int:
    """Where the place behind a name begins (`Kauri Bay School, Nelson, New Zealand`); 0 when there is none."""
    cuts = [found.start() for found in re.finditer(r", ", text)][-2:]
    return next((cut for cut in cuts if is_place(text[cut + 2 :])), 0)


def _is_numbered(text: str, head: Head) -> bool:
    """`Offre n° 4521BX` and `3 vacancies` are labels without a colon."""
    number, openings = _NUMBER.fullmatch(text), _OPENINGS.fullmatch(text)
    if number:
        head.labelled.setdefault("identifier", number["value"] or number["ref"])
    if openings:
        head.labelled.setdefault("openings", openings["n"])
    return bool(number or openings)


def _is_team(text: str, setting: Setting, head: Head) -> bool:
    """`Clinical Operations /` is how Lever ends a team's name."""
    name = text.removesuffix(" /").strip()
    if name == text or _is_fact(name, setting) or names_job(name):
        return False
    head.labelled.setdefault("department", name)
    return True


def _are_skills(listed: list[str]) -> bool:
    """Whether most of a list are technologies, as boards show them in a row."""
    return sum(bool(named_skills(f"({part})")) for part in listed) * 10 >= len(listed) * 6


def _too_long(text: str) -> bool:
    return len(text) > 90


def _is_fact(text: str, setting: Setting) -> bool:
    if len(text) > _LONGEST_FACT:
        return False
    if is_place(text) or is_employment_type(text) or (not names_job(text) and read_pay([text], labelled=True)):
        return True
    if _NO_NAME.fullmatch(text) or _AGE.fullmatch(text) or _URL.fullmatch(text) or _MAIL.fullmatch(text):
        return True
    if (POSTED.search(text) or CLOSES.search(text) or STARTS.match(text)) and len(text) < 70:
        return True
    if len(text) < 40 and (
        read_ago(text, today=setting.today) or read_date(text, today=setting.today, month_first=False)
    ):
        return True
    return bool(workplace(text)) and len(text) <= (45 if not names_job(text) else 25)


def dates_in(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The lines (with the one below a bare label) that speak of being posted or of closing: `posted` or `closes`."""
    for n, line in enumerate(lines):
        for name, pattern in (("closes", CLOSES), ("posted", POSTED)):
            if len(line) <= 400 and (found := pattern.search(line)):
                rest = line[found.start() :]
                below = lines[n + 1].strip() if n + 1 < len(lines) else ""
                yield name, rest if any(c.isdigit() for c in rest) or len(below) > 40 else f"{rest} {below}"
                break
