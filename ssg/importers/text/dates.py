"""Days as people write them: `31. 10. 2025`, `Oct 31, 2025`, `31 de outubro de 2025`, `6hrs ago`, `vor 3 Tagen`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ssg.importers.draft import Found, guess

_NAMES = (
    "january jan januar jänner janeiro enero ene janvier janv",
    "february feb februar fevereiro fev febrero février févr",
    "march mar märz mrz maerz março marzo mars",
    "april apr abril abr avril avr",
    "may mai maio mayo",
    "june jun juni junho junio juin",
    "july jul juli julho julio juillet juil",
    "august aug agosto ago août",
    "september sept sep setembro set septiembre septembre",
    "october oct oktober okt outubro out octubre octobre",
    "november nov novembro noviembre novembre",
    "december dec dezember dez dezembro diciembre dic décembre déc",
)
MONTHS = {name: n for n, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ABSOLUTE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<y>20\d\d)\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?!\d)",
        r"\b(?P<d>\d{1,2})\s?\.\s?(?P<m>\d{1,2})\s?\.\s?(?P<y>20\d\d|\d\d)(?!\d)",
        r"\b(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>20\d\d|\d\d)(?!\d)",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?\s+(?:de\s+|of\s+)?(?P<n>{_MONTH})\b\.?,?(?:\s*(?:de\s+|"
        rf"del\s+)?(?P<y>20\d\d))?",
        rf"\b(?P<n>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s*(?P<y>20\d\d))?",
    )
)
_SPANS = {
    "minute": r"min(?:ute|uten|uto)?s?|m",
    "hour": r"hours?|hrs?|h|stunden?|std\.?|heures?|horas?",
    "day": r"days?|d|tag(?:en?)?|jours?|j|d[ií]as?",
    "week": r"weeks?|wks?|w|wochen?|semaines?|semanas?",
    "month": r"months?|mos?|monat(?:en?)?|mois|m[eê]s(?:es)?",
}
_SPAN = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _SPANS.items())
_COUNT = r"(?P<count>\d{1,3}|an?|one|einem|einer|une?|uma?|una)"
_AGO = (
    re.compile(rf"\b{_COUNT}(?P<more>\s?\+)?\s*(?:{_SPAN})\.?\s+(?:ago|atrás)\b", re.IGNORECASE),
    re.compile(rf"\b(?:vor|il y a|h[áa]|hace)\s+(?P<more>plus de |mais de |más de |"
               rf"mehr als )?{_COUNT}\s*(?:{_SPAN})\b", re.IGNORECASE),
)  # fmt: skip
_NOW = re.compile(r"\b(?:just (?:now|posted)|today|heute|hoje|hoy|aujourd['’]hui|agora mesmo|gerade eben)\b", re.I)
_YESTERDAY = re.compile(r"\b(?:yesterday|gestern|ontem|ayer|hier)\b", re.IGNORECASE)

POSTED = re.compile(
    r"\b(?:re)?posted\b|\bdate posted\b|\bpublished\b|\bposting date\b|\bpublication date\b|\blisted\b|"
    r"\bonline since\b|"
    r"\bveröffentlicht|\bonline seit\b|\beingestellt am\b|\bpubliziert\b|\berschienen\b|\bdatum der veröffentlichung\b|"
    r"\bpubliée?\b|\bmise? en ligne\b|\bdate de publication\b|\bpublicad[oa]\b|\bdata d[ea] publicação\b|"
    r"\bfecha de publicación\b|\banunciad[oa]\b|\bdate de parution\b",
    re.IGNORECASE,
)
CLOSES = re.compile(
    r"\bapply (?:by|before|until|no later than)\b|\b(?:appl(?:y|ication)|send|cv\b|"
    r"résumé|resume|candidat|inscri|postul|env[ií]|bewerb|unterlagen)\w*\b(?:[^.!?]|\.(?!\s+[A-Z])){0,200}?\b(?:by|"
    r"before|until|"
    r"no later than|antes d\w+|hasta(?: el)?|até(?: ao dia| ao| dia)?|avant le|jusqu['’]au|bis(?: zum|"
    r" spätestens)?|vor dem)"
    r"(?=[\s:]+(?:\w+,? )?(?:\w+ )?\d)|\bcloses?(?=:? (?:on )?(?:\w+ )?\d)|\bclosing date\b|"
    r"\bclosing(?=[:\s]+\d)|\bdeadline\b|"
    r"\bapplications? (?:close|end|due)s?\b|"
    r"\bcloses? on\b|\bvalid (?:through|until)\b|\bapply (?:on or )?before\b|\bexpires?(?: on)?\b|"
    r"\bbewerbungsfrist\b|\bbewerbungsschluss\b|\bbewirb dich bis\b|\bbewerben sie sich bis\b|\bbewerbung(?:en)? bis\b|"
    r"\beinsendeschluss\b|\bbewerbungsende\b|\bprazo\b|\bcandidaturas até\b|\bcandidate-se até\b|"
    r"\binscrições até\b|\bdata limite\b|"
    r"\bdate limite\b|\bpostulez avant\b|\bcandidatures? (?:jusqu['’]au|avant)\b|\bclôture\b|"
    r"\bfecha límite\b|\binscripciones hasta\b|\bhasta el\b|\bplazo\b|\bcierre\b",
    re.IGNORECASE,
)
STARTS = re.compile(
    r"^(?:start(?: date|ing date|ing)?|earliest start|eintritts(?:datum|termin)|startdatum|beginn|arbeitsbeginn|"
    r"verfügbar ab|stellenantritt|eintritt|início|data de início|date de début|prise de poste|disponibilité|ab|"
    r"début|fecha de inicio|inicio|"
    r"incorporación)\s*(?:[:–-]\s*|(?=\d))(?P<value>.+)$",
    re.IGNORECASE,
)
_STARTS_AT_ONCE = re.compile(
    r"\b(?:ab sofort|per sofort|zum nächstmöglichen (?:zeitpunkt|termin)|immediate start|"
    r"start(?:ing)? (?:asap|immediately)|"
    r"incorporación inmediata|entrada imediata|início imediato|disponibilidade imediata para início|"
    r"prise de poste immédiate|poste à pourvoir (?:immédiatement|dès que possible))\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"immediate|nächstmöglich|per sofort|from now on|right away|as soon as possible|\basap\b|ab sofort|"
    r"sofort|imediat|dès que possible|immédiat|inmediat",
    re.IGNORECASE,
)


def read_date(text: str, *, today: date, month_first: bool | None = None, ahead: bool = False) -> Found | None:
    """The first day that `text` names outright, or None.

    `month_first` says how to read `3/4/2025`; while it is None such a day is not taken. A day without a year is a
    guess: the next one when `ahead`, else the last one before `today`.
    """
    for pattern in _ABSOLUTE:
        for found in pattern.finditer(text[:2000]):
            if value := _day(found.groupdict(), today, month_first, ahead):
                return value if value.guess == "" else Found(value.value, found.group())
    return _without_year(text[:2000], today) if ahead and month_first is False else None


_SHORT = re.compile(r"(?<![\d/.])(?P<d>\d{1,2})[/.](?P<m>\d{1,2})(?![\d/])")


def _without_year(text: str, today: date) -> Found | None:
    """The next `30/11`."""
    for found in _SHORT.finditer(text):
        parts = {"d": found["d"], "m": found["m"], "y": None}
        if int(found["m"]) <= 12 and (value := _day(parts, today, False, True)):
            return Found(value.value, found.group())
    return None


AGE = re.compile(r"(?P<n>\d{1,2}) ?d")
"""An age as some boards write it: `24d`."""


def read_ago(text: str, *, today: date) -> Found | None:
    """The day that `6hrs ago`, `vor 3 Tagen` or `yesterday` means on `today`, as a guess; None for `30+ days ago`."""
    for pattern in _AGO:
        if (found := pattern.search(text)) and not found["more"]:
            count = int(found["count"]) if found["count"].isdigit() else 1
            unit = next(name for name in _SPANS if found[name])
            return guess(_before(today, count, unit), text)
    if age := AGE.fullmatch(text.strip()):
        return guess(today - timedelta(days=int(age["n"])), text)
    if _YESTERDAY.search(text):
        return guess(today - timedelta(days=1), text)
    return guess(today, text) if _NOW.search(text) else None


def read_start(text: str, *, today: date, month_first: bool | None = None) -> Found | None:
    """The first day of work: a day, or `immediately`."""
    if _STARTS_AT_ONCE.search(text) or _AT_ONCE.search(text):
        return Found("immediately")
    return read_date(text, today=today, month_first=month_first, ahead=True)


def any_day(text: str) -> str:
    """The day of an ISO 8601 time, or of one of the other ways to write a day with its year, as `YYYY-MM-DD`."""
    found = read_date(text, today=date(2000, 1, 1)) if re.search(r"\b\d{4}\b", text) else None
    return iso_day(text) or (found.value.isoformat() if found and not found.guess else "")


def starts_at_once(text: str) -> bool:
    """Whether a few words say that the work begins as soon as somebody is found."""
    return bool(_STARTS_AT_ONCE.search(text))


def iso_day(text: str) -> str:
    """The day of an ISO 8601 time as `YYYY-MM-DD`; empty for anything else."""
    found = re.match(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)", text)
    return f"{found[1]}-{found[2]}-{found[3]}" if found else ""


def _before(today: date, count: int, unit: str) -> date:
    if unit in ("minute", "hour"):
        return today - timedelta(hours=count // 24 * 24 if unit == "hour" else 0)
    if unit == "month":
        months = today.year * 12 + today.month - 1 - count
        return date(months // 12, months % 12 + 1, min(today.day, 28))
    return today - timedelta(days=count * (7 if unit == "week" else 1))


def _day(parts: dict[str, str | None], today: date, month_first: bool | None, ahead: bool) -> Found | None:
    if parts.get("a"):
        return _numeric(int(parts["a"] or 0), int(parts["b"] or 0), _year(parts["y"], today), month_first)
    month = MONTHS[(parts.get("n") or "").lower()] if parts.get("n") else int(parts["m"] or 0)
    number = int(parts["d"] or 0)
    if parts.get("y"):
        return _real(_year(parts["y"], today), month, number)
    this = _real(today.year, month, number)
    if this is None:
        return None
    past = this.value < today
    year = today.year + 1 if ahead and past else today.year - 1 if not ahead and this.value > today else today.year
    found = _real(year, month, number)
    return Found(found.value, "no year") if found else None


def _numeric(a: int, b: int, year: int, month_first: bool | None) -> Found | None:
    if a > 12 or a == b:
        return _real(year, b, a)
    if b > 12:
        return _real(year, a, b)
    if month_first is None:
        return None
    return _real(year, a, b) if month_first else _real(year, b, a)


def _year(text: str | None, today: date) -> int:
    year = int(text or 0)
    return year + today.year // 100 * 100 if year < 100 else year


def _real(year: int, month: int, number: int) -> Found | None:
    try:
        return Found(date(year, month, number))
    except ValueError:
        return None


def month_first(country: str, language: str) -> bool | None:
    """Whether `3/4` is the fourth of March where an advert is from; None while that is not known."""
    if country in ("US", "PH"):
        return True
    return False if country or (language and language != "en") else None
