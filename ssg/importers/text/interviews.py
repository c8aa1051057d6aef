"""The steps of interviews, with their minutes, in a list or below a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ssg.importers.draft import Found, guess
from ssg.importers.text.sections import Part

_MINUTES = re.compile(
    r"[(\[,:~–-]?\s*(?:~|about |ca\. ?|"
    r"approx\.? )?(?P<n>\d{1,3}(?:[.,]\d)?)\s?(?:-\s?\d{1,3}\s?)?(?P<unit>min(?:ute|uten|uto)?s?\b\.?|['’′](?!\w)|"
    r"h\b|hours?\b|hrs?\b|stunden?\b|heures?\b|horas?\b)\s*[)\]]?",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"^(?:step|stage|round|etapa|fase|étape|schritt|stufe|runde|phase)\s*\d{1,2}\s*[:.)–-]\s*", re.IGNORECASE
)
_DANGLES = re.compile(r"\b(?:de|of|von|d['’]|à|for|ca\.?|approx\.?|about)\s*$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:within|innerhalb|binnen|sous|dentro de|em até|in under|less than)\b[^,;]*$", re.IGNORECASE)
_TIMES = re.compile(r"\b([2-5]) ?[x×] ?(\d{1,3})[ -]?(min\w*)", re.IGNORECASE)
_HALF_HOURS = re.compile(r"\b(\d)\s?h\s?([0-5]\d)\b(?:\s?min\b)?")
_CONVERSATION = re.compile(
    r"interview|call|gespräch|entrevista|entretien|chat|rencontre|échange|stage|round|conversa|meeting|techn",
    re.IGNORECASE,
)


def interview_in(parts: Iterable[Part]) -> Found | None:
    """`interview` of the part that is about it, else of one whose items are mostly conversations with their length."""
    parts = tuple(parts)
    for part in parts:
        if part.kind == "interview" and (steps := interview_steps(part.items)):
            return guess(steps, part.heading)
    for part in parts:
        timed = [line for line in part.items if _MINUTES.search(line) and _CONVERSATION.search(line)]
        if len(timed) >= 2 and len(timed) * 2 >= len(part.items) and (steps := interview_steps(part.items)):
            return guess(steps, part.heading or timed[0])
    return None


def minutes_of(line: str) -> tuple[str, int | None]:
    """A step of the interviews without its length, and the length in minutes."""
    line = whole = _STEP.sub("", line)
    line = _HALF_HOURS.sub(lambda found: f"{int(found[1]) * 60 + int(found[2])} min", line)
    line = _TIMES.sub(lambda found: f"{int(found[1]) * int(found[2])} {found[3]}", line)
    found = _MINUTES.search(line)
    if not found or _WITHIN.search(line[: found.start()]):
        return line.strip(" .:-–"), None
    count = float(found["n"].replace(",", "."))
    minutes = round(count * (60 if found["unit"][:1].lower() == "h" or "st" in found["unit"].lower()[:2] else 1))
    behind = line[found.end() :].strip(" .,;:)")
    if behind and not found.group().lstrip().startswith(("(", "[")):  # in the midst of a sentence it is a part of it
        return whole.strip(" .:-–"), minutes or None
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    if _DANGLES.search(line[: found.start()]):  # `Llamada de 20 minutos`
        return whole.strip(" .:-–"), minutes or None
    rest = re.split(r"(?<=\w\w)[.:;](?:\s|$)| [–—] ", " ".join(rest.split()))[0]
    return re.sub(r"\s+(?=[,;])", "", rest).strip(" .,:;-–()"), minutes or None


def interview_steps(lines: Iterable[str]) -> list[Any]:
    """The steps of a list of conversations, at least one with its length, as the field `interview` takes them."""
    steps = [minutes_of(line) for line in lines if 3 < len(line) <= 240]
    if not any(minutes for _, minutes in steps):
        return []
    return [{"step": step[:200], "minutes": minutes} if minutes else step[:200] for step, minutes in steps if step]
