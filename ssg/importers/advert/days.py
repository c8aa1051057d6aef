"""The days of a pasted advert: when it was posted, until when one may apply, when the work begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ssg.importers.advert.heads import Head, dates_in
from ssg.importers.draft import Found, guess
from ssg.importers.text.dates import STARTS, read_ago, read_date, read_start, starts_at_once

_NOT_POSTED = re.compile(r"apply|clos|deadline|frist|prazo|límite|limite|expir|bis\b|until", re.IGNORECASE)
_SOUGHT = re.compile(
    r"\b(?:suchen (?:wir )?|gesucht |(?:starting|beginning|start) (?:on |am )?|pourvoir (?:le |"
    r"à partir du )|início em )"
    r"(?:per |ab |zum |from )?(?P<value>(?:\d|(?-i:[A-Z])[a-z]{2,8} \d).{3,25})|"
    r"\b(?:zum|ab|per) (?P<sought>\d.{4,20}?)(?= .{0,40}\bsuchen\b)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:start|begin|ab|per|from|début|início|inicio|eintritt)\w*\b", re.IGNORECASE)
_LONGEST_START = 70
_LONGEST_DAY = 40


def days_of(lines: list[str], head: Head, *, today: date, american: bool | None) -> dict[str, Found]:
    """`date_posted`, `valid_through` and `start`, as far as an advert says them. `american` as `month_first` says."""
    found: dict[str, Found] = {}
    for name, words in dates_in(lines):
        ahead = name == "closes"
        value = read_date(words, today=today, month_first=american, ahead=ahead)
        value = value or (None if ahead else read_ago(words, today=today))
        if value and (ahead or value.value <= today):
            found.setdefault("valid_through" if ahead else "date_posted", value)
    found |= {name: value for name, value in _period(head, today, american).items() if name not in found}
    if "date_posted" not in found and (posted := _in_head(head, today, american)):
        found["date_posted"] = posted
    asked = head.labelled.get("start", "")
    if asked and (value := read_start(asked, today=today, month_first=american)):
        return found | {"start": value}
    start = _start([*head.facts, *lines], today, american)
    return found | ({"start": start} if start else {})


def _period(head: Head, today: date, american: bool | None) -> dict[str, Found]:
    """The two days of `Open & closing dates`."""
    parts = re.split(r"\s(?:to|bis|a|até|au|-|–)\s", head.labelled.get("period", ""))
    days = [read_date(part, today=today, month_first=american) for part in parts]
    if len(days) != 2 or not days[0] or not days[1] or days[1].value < days[0].value:
        return {}
    return {"date_posted": days[0], "valid_through": days[1]}


def _in_head(head: Head, today: date, american: bool | None) -> Found | None:
    """A day that stands in the head without a word beside it: a guess."""
    for text in filter(None, (head.labelled.get("date", ""), *head.facts)):
        if _NOT_POSTED.search(text) or _BEGINS.search(text) or len(text) > _LONGEST_DAY:
            continue
        value = read_date(text, today=today, month_first=american)
        value = guess(value.value, text) if value else read_ago(text, today=today)
        if value and value.value <= today:
            return value
    return None


def _start(lines: Iterable[str], today: date, american: bool | None) -> Found | None:
    for line in lines:
        text = line.strip().lstrip("-•* ")
        said = STARTS.match(text) or _SOUGHT.search(text)
        if said and (value := read_start(_words(said), today=today, month_first=american)):
            return value if said.re is STARTS else guess(value.value, said.group())
        if text and len(text) <= _LONGEST_START and starts_at_once(text):
            return guess("immediately", text)
    return None


def _words(said: re.Match[str]) -> str:
    named = said.groupdict()
    return named["value"] or named.get("sought") or ""
