"""Where an application goes, when running text says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ssg.importers.draft import Found, guess

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_SPELT = re.compile(
    r"\b(?P<name>[\w.+-]{1,64})\s*(?:\bat\b|[\[(]\s*at\s*[\])]|@)\s*(?P<host>[\w-]{1,63}(?:\s*(?:\bdot\b|"
    r"[\[(]\s*dot\s*[\])])\s*[\w-]{2,63}){1,3})",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]{3,500}")
_BARE = re.compile(r"\b(?:www\.|jobs\.|careers\.|apply\.)[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'()\[\]]{0,300})?")
_ALONE = re.compile(r"[^\w]{0,4}\s*(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}|https?://\S{3,300})")
_WORDS = re.compile(
    r"appl(?:y|ication)|send (?:us )?(?:your|a)|cv\b|résumé|resume\b|e-?mail|bewirb|bewerb|lebenslauf|unterlagen|"
    r"candidat|currículo|curriculum|enviar|envia|postul|envoye|inscri|solicit|currículum|manda|submit|\bmail\b|"
    r"\bwrite to\b|"
    r"^\W*(?:contact|kontakt|contacto|contato)\b|\bmelde[nt]?\b|\bfragen an\b|\bcourriel\b|interesad[oa]s|"
    r"\bescrib|schreib|escrev|"
    r"écri(?:re|vez)|get in touch|drop us|"
    r"reach (?:out|us)|interested\?",
    re.IGNORECASE,
)
_NOT_APPLY = re.compile(
    r"privacy|datenschutz|confidentialit|privacidad|accommodat|complaint|linkedin\.com/company|"
    r"twitter\.com|facebook\.com|instagram\.com",
    re.IGNORECASE,
)


def apply_in(lines: Iterable[str], *, labelled: str = "") -> Found | None:
    """`apply` of the line that asks for applications; an address that no line asks to use is not taken."""
    lines = list(lines)
    alone = [line for line in lines if _ALONE.fullmatch(line.strip())]
    for text in filter(None, (labelled, *reversed([line for line in lines if _WORDS.search(line)]), *reversed(alone))):
        if _NOT_APPLY.search(text) and not labelled:
            continue
        if found := _address(text[:2000]):
            return Found(found) if text == labelled else guess(found, text)
    return None


def _address(text: str) -> dict[str, Any] | None:
    if found := _URL.search(text):
        return {"url": found.group().rstrip(".,;:!?")}
    if found := _SPELT.search(text):  # `jobs at example dot com`
        host = ".".join(re.split(r"\s*[\[(]?\bdot\b[\])]?\s*", found["host"], flags=re.IGNORECASE))
        return {"email": f"{found['name']}@{host}"}
    if found := _MAIL.search(text):
        return {"email": found.group()}
    if found := _BARE.search(text):
        return {"url": "https://" + found.group().rstrip(".,;:!?")}
    return None
