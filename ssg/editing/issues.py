"""An issue that a form made, as data: its answers by their labels, and the fields that they mean.

What stands in an issue was written by anybody. It is text and nothing else: cut where it is too long, taken apart by
the form's own labels, and held against the model before it becomes a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ssg.config import Config
from ssg.editing.amounts import salary_from
from ssg.editing.beginning import fields_of, understood
from ssg.editing.forms import ANYTHING, Question
from ssg.source import values

LONGEST_ISSUE = 200_000
"""Bytes; GitHub takes 65,536 characters."""

_NOTHING = frozenset({"", "_No response_", "None", "n/a"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_YEARS = re.compile(
    r"(?P<name>[^()]{1,100}?)\s*\((?P<years>[1-9]\d?)\+?\s*(?:years?|yrs?|Jahre?|anos?|años?|ans?)\)", re.IGNORECASE
)


def read_issue(data: bytes, questions: Sequence[Question]) -> dict[str, str]:
    """Answers by the names of their questions; a question without an answer is left out.

    A label counts only where the form has it: below those of earlier questions, once, alone on its line. The last
    answer goes on to the end, whatever stands in it.
    """
    text = _UNSEEN.sub("", data[:LONGEST_ISSUE].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
    lines, answers, current = text.split("\n"), dict[str, list[str]](), None
    ahead = list(questions)
    for line in lines:
        at = next((n for n, question in enumerate(ahead) if line.rstrip() == f"### {question.label}"), None)
        if at is not None:
            current = answers.setdefault(ahead[at].name, [])
            ahead = ahead[at + 1 :]
        elif current is not None:
            current.append(line)
    said = {name: "\n".join(written).strip() for name, written in answers.items()}
    return {name: answer for name, answer in said.items() if answer not in _NOTHING}


def posting_fields(answers: Mapping[str, str], config: Config, today: date) -> dict[str, Any]:
    """The fields of a posting that the answers to "Post a job" mean; what is not understood stays as it was written."""
    said: dict[str, Any] = {name: " ".join(answer.split()) for name, answer in answers.items()}
    said["types"] = [part.strip() for part in said.get("types", "").split(",") if part.strip()]
    given = fields_of({name: value for name, value in said.items() if name not in ("closes", "posted")}, config)
    given |= {"title": said.get("title", ""), "date_posted": _day(said["posted"]) if "posted" in said else today}
    if "closes" in said:
        given["valid_through"] = _day(said["closes"])
    given |= {"benefits": _lines(answers["benefits"])} if "benefits" in answers else {}
    given |= {"skills": [*map(_skill, _skills(answers["skills"]))]} if "skills" in answers else {}
    given |= {"salary": salary} if (salary := salary_from(said)) else {}
    if "countries" in said:
        given["applicants"] = _applicants(said["countries"], config)
    return {name: value for name, value in given.items() if value not in ("", [], None)}


def named_posting(answers: Mapping[str, str]) -> str:
    """What the answers to "Close a job" call the posting: the first address that stands there, or all of it."""
    said = " ".join(answers.get("posting", "").split())[:300]
    address = re.search(r"https?://[^\s()<>]+", said)
    return address[0] if address else said


def _applicants(written: str, config: Config) -> dict[str, Any]:
    if written.casefold() in (ANYTHING, "anywhere", "worldwide"):
        return {"worldwide": True}
    parts = [part.strip() for part in re.split(r"[,;]", written) if part.strip()]
    return {"countries": [understood("country", part, config) for part in parts]}


def _day(written: str) -> date | str:
    """The one day that was meant; the words themselves where there are none or two."""
    days = values.dates(written)
    return days[0] if len(days) == 1 else written


def _lines(written: str) -> list[str]:
    bare = (re.sub(r"^\s*(?:[-*•]\s+)?", "", line).strip() for line in written.split("\n"))
    return [line for line in bare if line]


def _skills(written: str) -> list[str]:
    """One on a line; a line that lists several by commas is taken apart."""
    return [part.strip() for line in _lines(written) for part in re.split(r"[,;](?![^(]*\))", line) if part.strip()]


def _skill(written: str) -> Any:
    """`Postgres (5 years)` says how many; anything else is the skill's name."""
    match = _YEARS.fullmatch(written)
    return {"name": match["name"], "years": int(match["years"])} if match else written
