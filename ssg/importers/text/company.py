"""Who hires, where only running text says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ssg.importers.draft import Found, guess
from ssg.importers.text.headline import names_job, says_fact
from ssg.importers.text.skills import named_skills

_NAME = r"[A-Z0-9À-Ý][\w&.'’-]*(?:\s(?:[A-Z0-9À-Ý&][\w&.'’-]*|of|de)){0,3}?"
_LEGAL = re.compile(
    r"(?:\b(?:GmbH|AG|SE|UG|KG|OHG|e\.\s?V\.|Inc\.?|LLC|Ltd\.?|Limited|PLC|Corp\.?|SAS|SARL|S\.A\.|S\.L\.?U?\.?|SL|"
    r"Lda\.?|B\.V\.|BV|N\.V\.|AB|Oy|A/S|"
    r"S\.r\.l\.|S\.p\.A\.|Pty|Sp\. z o\.o\.))$"
)
_NOT_COMPANY = re.compile(
    r"salary|\bpay\b|equity|benefit|\bbonus|gehalt|salário|salaire|salario|vertrag|contrat|\bcdi\b|\bcdd\b|hiring",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    "this that these the a an our your we you it i as at in he she they there about join role job team position "
    "company people all who what where when how "
    "dieser diese dieses das der die wir du sie ein eine unser unsere als bei über bewerber nous vous notre le la "
    "les ce cette un une em na no nós uma um a o "
    "esta este el los las nosotros nuestra nuestro es e und and or if for to with mission stelle empresa "
    "entreprise unternehmen everyone remote here us engineering".split()
)
_VERBS = (
    r"is (?:an? |the |looking|hiring|seeking|building|on a|one of|where)|are (?:looking|hiring|building)|"
    r"was founded|has been|scales|builds|makes|helps|offers|provides|develops|operates|brings|creates|runs|"
    r"ist (?:ein|eine|das|der|die)\b|sucht\b|entwickelt|baut|wurde|bietet|é (?:um|uma|a)\b|procura\b|desenvolve|"
    r"cria|está a contratar|est (?:un|une|la|le)\b|recherche\b|recrute\b|développe|propose|"
    r"es (?:una?|la|el)\b|busca\b|desarrolla|ofrece"
)
_SUBJECT = re.compile(rf"(?:^|[.!?]\s+|\n)(?P<name>{_NAME}),?\s+(?:{_VERBS})")
_AT = re.compile(
    rf"\b(?:At|Bei|Chez|Na|Join|About|Über|Sobre a|Sobre|À propos de|En)\s+(?P<name>{_NAME})(?=[,:.!]|"
    rf"\s+(?:we|wir|nous|you|our|and help)\b|\s*$)",
    re.MULTILINE,
)


def company_in(
    names: Iterable[str], title_rest: Iterable[str], text: str, known: Iterable[str], leading: str = ""
) -> Found:
    """The employer: a company of the site that is named, else a name of the head that the text confirms, else a guess.

    `names` are lines of the head beside the title, the nearest first; `title_rest` unexplained parts of the headline,
    `leading` the one of them that stands before the job's name.
    """
    heads = [*title_rest, *names]
    for head in heads:
        if _LEGAL.search(head) and _may_be_name(head):
            return guess(head, head) if not any(_names(head, name) for name in known) else Found(head)
    for name in known:
        if any(_names(head, name) for head in heads):
            return Found(name)
    for name in known:
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return guess(name, text[max(0, found.start() - 20) : found.end() + 30])
    for head in heads:
        if _may_be_name(head) and (head == leading or _confirmed(head, text)):
            return guess(head, head)
    for head in list(names)[:1]:
        if _may_be_name(head) and len(head) <= 40 and not _NOT_COMPANY.search(head):
            return guess(head, head)
    return _in_text(text)


def _in_text(text: str) -> Found:
    for pattern in (_AT, _SUBJECT):
        for found in pattern.finditer(text[:20_000]):
            name = found["name"].strip(" .,'’")
            again = text.count(name) >= 2 or _LEGAL.search(name) or (pattern is _SUBJECT and found.start() < 200)
            if _may_be_name(name) and len(name) > 2 and again and not named_skills(name):
                return guess(name, found.group())
    return Found("")


def _names(head: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head, re.IGNORECASE))


def _may_be_name(text: str) -> bool:
    if (
        not text
        or not (text[0].isupper() or text[0].isdigit())
        or len(text) > 60
        or len(text.split()) > (7 if _LEGAL.search(text) else 5)
    ):
        return False
    if text.endswith((".", "!", "?", ":")) and not re.search(
        r"\b(?:Inc|Ltd|Co|Corp|S\.A|S\.L|S\.L\.U|Lda|e\.\s?V|"
        r"B\.V|N\.V|S\.r\.l|S\.p\.A|z o\.o)\.$",
        text,
    ):
        return False
    return text.split()[0].casefold() not in _NOT_NAMES and not names_job(text) and not says_fact(text)


def _confirmed(name: str, text: str) -> bool:
    """Whether the text speaks of `name` as one speaks of a company, or again and again."""
    escaped = re.escape(name)
    spoken = re.search(
        rf"\b(?:At|at|About|Join|join|bei|Bei|Über|chez|Chez|na|Na|da|en|En|de|Sobre a|"
        rf"Sobre)\s+{escaped}(?!\w)|(?<!\w){escaped}\s+(?:{_VERBS})",
        text,
    )
    return bool(spoken) or len(re.findall(rf"(?<!\w){escaped}(?!\w)", text)) >= 3
