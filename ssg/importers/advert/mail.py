"""A mail around an advert: its header, its marks of quoting, the line that forwards it."""

from __future__ import annotations

import re

_HEADER = re.compile(
    r"(?P<name>from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|para|à|enviado(?: em|"
    r" el)?|envoyé|"
    r"assunto|objet|asunto|data|fecha)\s?:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_SUBJECTS = ("subject", "betreff", "assunto", "objet", "asunto")
_DATES = ("date", "sent", "datum", "gesendet", "envoyé", "data", "fecha", "enviado em", "enviado el")
_FORWARDED = re.compile(
    r"[-_\s>]*(?:begin )?(?:forwarded message|original message|weitergeleitete nachricht|"
    r"mensagem (?:encaminhada|original)|"
    r"message (?:transféré|d['’]origine)|mensaje reenviado)[-_\s:]*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^\s*>\s?")


def without_mail(lines: list[str]) -> list[str]:
    """The lines of an advert that a mail brought: the subject stands first, the day of the mail behind `Date:`."""
    lines = _unquoted([line for line in lines if not _FORWARDED.fullmatch(line)])
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    end = start
    while end < len(lines) and _HEADER.fullmatch(lines[end].strip()):
        end += 1
    headers = [_HEADER.fullmatch(line.strip()) for line in lines[start:end]]
    names = [found["name"].casefold() for found in headers if found]
    if len(names) < 2 or not any(name in _SUBJECTS for name in names):
        return lines
    subject = next(found["value"] for found in headers if found and found["name"].casefold() in _SUBJECTS)
    days = [f"Date: {found['value']}" for found in headers if found and found["name"].casefold() in _DATES]
    return [subject, *days, *_unquoted(lines[end:])]


def _unquoted(lines: list[str]) -> list[str]:
    """Lines without `> ` when nearly all of them have it."""
    quoted = sum(bool(_QUOTED.match(line)) for line in lines if line.strip())
    whole = sum(bool(line.strip()) for line in lines)
    return [_QUOTED.sub("", line) for line in lines] if whole > 3 and quoted * 10 >= whole * 8 else lines
