"""Skills that a text names, and the years asked for."""

from __future__ import annotations

import re
from functools import cache

from ssg.importers.lexicon.technologies import NAMES

NUMBERS = {
    word: n
    for n, words in enumerate(
        (
            "one ein eine einem einer un une um uma uno", "two zwei deux dois duas dos", "three drei trois três tres",
            "four vier quatre quatro cuatro", "five fünf cinq cinco", "six sechs seis", "seven sieben sept sete siete",
            "eight acht huit oito ocho", "nine neun neuf nove nueve", "ten zehn dix dez diez",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_N = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_YEARS = re.compile(
    rf"(?<![\w.,-]){_N}(?:\s?\+|\s?(?:-|–|to|bis|à|a)\s?\d{{1,2}}\s?\+?| or more| oder mehr| ou plus| ou mais|"
    rf" o más)?\s*(?:\([^)]{{1,12}}\)\s*)?"
    r"(?:years?|yrs?\.?|jahr(?:en?)?|ans?(?! (?:hour|hr|heure))|années?|anos?|años?)(?:['’]s?)?\b",
    re.IGNORECASE,
)
_ABOUT_EXPERIENCE = re.compile(
    r"experien|erfahrung|expérience|experiên|experiencia|hands-on|professional|working (?:with|as|in)|track record|"
    r"beruf|building|developing|programming|\bin (?:a|the) (?:similar|relevant)|background",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"founded|for (?:over|more than|the (?:past|last))|years? (?:ago|old)|we have|we['’]ve|our |history|since|"
    r"duration|contract length|dauer|laufzeit|durée|duração|duración|gegründet|seit (?:über|mehr)|depuis|"
    r"há mais de|desde hace|wir (?:haben|sind)|"
    r"anniversary|vor \d|in the (?:next|last|past)|over the (?:next|last|past)|vesting|vest|plan|contract|"
    r"sabbatical|warranty",
    re.IGNORECASE,
)

_YEARS_BEHIND = re.compile(
    r"(?P<name>[^():]{1,30}?)\s*\((?P<n>\d{1,2})\+? ?(?:years?|yrs?|jahre?|ans|anos|años)", re.IGNORECASE
)
_NEEDED = re.compile(r"need|require|must|bring|have|at least|minimum|mindestens|\+", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\s*\b(?:of|in|with|de|mit|der|avec|en|com|em|con|using|as|an?|experience|experiência|expérience|experiencia|"
    r"erfahrung|berufserfahrung|professional|profissional|professionnelle|profesional|commercial|relevant|hands-on|"
    r"solid|strong|"
    r"production|industry|work|working|practical|proven|development|programming|writing|building|developing|"
    r"entwicklung|"
    r"desenvolvimento|développement|desarrollo|software|backend|frontend|full-stack|embedded|modern|"
    r"building)\b){0,8}\s*",
    re.IGNORECASE,
)


def named_skills(text: str) -> tuple[str, ...]:
    """Known technologies in a text, in the order of their first mention, under their usual names."""
    exact, ordinary = _patterns()
    found: dict[str, int] = {}
    for match in exact.finditer(text[:100_000]):
        found.setdefault(match.group(), match.start())
    spans = {match.start(): match.end() for match in exact.finditer(text[:100_000])}
    for match in ordinary.finditer(text[:100_000]):
        if match.start() not in spans and _in_company(text, match, found):
            found.setdefault(match.group(), match.start())
    written = sorted(found, key=lambda way: (found[way], way))
    usual: dict[str, str] = {}
    for way in written:
        usual.setdefault(_spellings()[way][0], _spellings()[way][1])
    return tuple(usual.values())


def years_asked(line: str, *, wanted: bool = False) -> tuple[int, str] | None:
    """Years of experience that a line asks for, and what stands after them; None when it speaks of other years.

    `wanted` lines stand where requirements stand: years need no word about experience beside them there.
    """
    for found in _YEARS.finditer(line[:1000]):
        n = found["n"].casefold()
        years = int(n) if n.isdigit() else NUMBERS[n]
        after = line[found.end() : found.end() + 160]
        if (
            not 1 <= years <= 25
            or _NOT_ASKED.search(line[max(0, found.start() - 30) : found.start()])
            or re.match(r"\s*(?:ago|old|of (?:history|growth|service))", after)
        ):
            continue
        of_something = re.match(r"\s(?:of|in|as)\s\w", after) and _NEEDED.search(line[: found.end()])
        if wanted or of_something or _ABOUT_EXPERIENCE.search(line) or _first_skill(after) or len(line) < 40:
            return years, after
    return None


def skill_years(line: str) -> tuple[tuple[str, ...], int] | None:
    """The skills that `5+ years of Go` asks years of, and the years; None when it names no skill outright."""
    if found := _YEARS_BEHIND.match(line):  # `Vue.js (3+ years)`
        names = named_skills(f"({found['name'].strip()})")
        return (names[:1], int(found["n"])) if names else None
    asked = years_asked(line)
    if not asked or not (names := _first_skill(asked[1])):
        return None
    return names, asked[0]


def _first_skill(after: str) -> tuple[str, ...]:
    """The technologies that stand right behind `5+ years of [professional experience with]`."""
    lead = _LEAD.match(after)
    rest = re.split(r"[.;(]|\b(?:and|und|et|e|y|or)\b", after[lead.end() if lead else 0 :])[0]
    for pattern in _patterns():
        if found := pattern.match(rest.strip()):
            return (_spellings()[found.group()][1],)
    return ()


def _in_company(text: str, match: re.Match[str], found: dict[str, int]) -> bool:
    """Whether an ordinary word is surely the technology: in a list, after `years of`, or beside another one."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
    if match.group() in ("C", "R"):
        listed = re.search(r"[,/(]\s*$", before) and re.match(r"\s*[,/)]", after)
        return bool(listed) and any(abs(at - match.start()) < 60 for at in found.values())
    if _SURELY_BEFORE.search(before) or _SURELY_BEHIND.match(after):
        return True
    begins, ends = _LISTED_BEFORE.search(before) is not None, _LISTED_BEHIND.match(after) is not None
    near = any(abs(at - match.start()) < 60 for at in found.values())
    if _LED.search(before):
        return ends or near
    return (begins and ends) or (near and (begins or ends))


_SURELY_BEFORE = re.compile(
    r"(?:years?|jahre?|ans|anos|años|experience|erfahrung|expérience|experiência|experiencia) "
    r"(?:of|in|with|mit|de|em|en|com|con|avec)\s+$",
    re.IGNORECASE,
)
_SURELY_BEHIND = re.compile(
    r"\s+(?:\w+[- ])?(?:engineer|developer|entwickler|programm|desenvolved|développeu|desarrollador)", re.IGNORECASE
)
_LED = re.compile(r"(?:\b(?:of|in|with|using|mit|em|en|com|con|avec|or|and|und|ou|et|e|y|de)|\d\+?)\s+$")
_LISTED_BEFORE = re.compile(r"(?:[,/(:]|^|\n- )\s*$")
_LISTED_BEHIND = re.compile(r"\s*(?:[,/)]|$|\n|\(\d|\.\s|\.$|;)")


@cache
def _spellings() -> dict[str, tuple[str, str]]:
    """Every spelling: the name that it stands for, and how it is written here (`=` keeps a spelling)."""
    found: dict[str, tuple[str, str]] = {}
    for ways in _entries():
        for way in ways:
            bare = way.rstrip("*=")
            found.setdefault(bare, (ways[0].rstrip("*="), bare if way.endswith("=") else ways[0].rstrip("*=")))
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ways = [way for entry in _entries() for way in entry]
    ordinary = sorted({way.rstrip("*") for way in ways if way.endswith("*")}, key=len, reverse=True)
    exact = sorted({way.rstrip("=") for way in ways if not way.endswith("*")}, key=len, reverse=True)
    return _any_of(exact), _any_of(ordinary)


@cache
def _entries() -> tuple[tuple[str, ...], ...]:
    listed = (entry.strip() for entry in NAMES.replace("\n", " ").split(","))
    return tuple(tuple(way for way in entry.split("|") if way) for entry in listed if entry)


def _any_of(names: list[str]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![\w.+#-])(?:{listed})(?![\w+#]|\.\w)")
