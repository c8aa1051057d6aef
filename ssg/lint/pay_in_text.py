"""Pay that a text names, told from other money."""

from __future__ import annotations

import re

from ssg.lint.money import AMOUNT
from ssg.lint.text import Text

_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|earn|wages?|compensation|remuneration|rate|ote|gross|brutto|bruts?|brutos?|\w*gehalt|\w*lohn|vergütung|verdien\w+|salaire"
    r"|rémunération|salário|remuneração|salario|sueldo|remuneración|remunerado)\b",
    re.IGNORECASE,
)
_GROSS = re.compile(r"\s*(?:gross|brutto|bruts?|brut[oa]s?)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:customers?|clients?|users?|members|subscribers|kund\w+|clientes|utilisateurs)\b", re.IGNORECASE
)
"""Who pays or earns, where it is not the one who is looked for."""
_NOT_PAY = re.compile(
    r"\b(?:revenue|turnover|sales|budget|price|costs?|margins?|profits?|fund\w*|rais\w+|invest\w*|allowance|vouchers?|stipend|bonus"
    r"|subsid\w+|reimburs\w+|sells?|umsatz|\w*budget|\w*zuschuss|\w*gutschein\w*|prämie|chiffre d'affaires|prime"
    r"|tickets?|titres?|subsídio|vale|orçamento|receita|ayuda|cheque|presupuesto|facturación)\b",
    re.IGNORECASE,
)
_RANGE = r"\s*(?:[-–—]|to|bis|and|a|à|até|hasta)\s*\S{0,6}\d\S{0,15}(?:\s?(?:€|£|\$|[A-Z]{3}\b))?"
_A = r"(?:\s*(?:gross|brutto|bruts?|brutos?))?\s*(?:an?|per|/|pro|par|por|al|ao|im|de l')\s*"
_SHORT = r"(?:hour|hr|h|day|week|month|stunde|tag|woche|monat|heure|jour|semaine|mois|hora|dia|día|semana|mês|mes)"
_YEAR = r"(?:year|annum|jahr|an|ano|año)"
_PER = re.compile(rf"(?:{_RANGE})?{_A}{_SHORT}\b|{_RANGE}{_A}{_YEAR}\b", re.IGNORECASE)
_LOWER_END = re.compile(r"\d[\d.,' ]{0,12}k?\s{0,3}(?:[-–—]|to|bis|and|a|à|até|hasta)\s{0,3}$", re.IGNORECASE)
_ONE_END = re.compile(
    r"\b(?:up to|from|at least|bis(?: zu)?|ab|jusqu.à|à partir de|até|a partir de|hasta|desde)\s+$", re.IGNORECASE
)
_A_YEAR = re.compile(rf"{_A}{_YEAR}\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|für|pour|para)\b", re.IGNORECASE)
"""What follows is what the money is for, and then it is no pay: `50 € a month for sport`."""
_MILLIONS = re.compile(r"\s?(?:m|mn|bn|million|billion|mio|millionen|mrd|millions|milhões|millones)\b", re.IGNORECASE)
BEFORE, AFTER = 60, 40
"""Characters around an amount among which words for pay, and for other money, count."""


def pay_named(text: Text) -> re.Match[str] | None:
    """The first amount in a posting's text that is pay, with its place in `text.whole`."""
    whole = text.whole
    for match in AMOUNT.finditer(whole):
        before = re.split(r"[.!?]\s|\n\n", whole[max(0, match.start() - BEFORE) : match.start()])[-1]
        clause = re.split(r"[,;:(]\s", before)[-1]
        after = re.split(r"[.!?,;)]\s|\n\n", whole[match.end() : match.end() + AFTER])[0]
        if _MILLIONS.match(after) or _NOT_PAY.search(clause) or _NOT_PAY.search(after) or _OTHERS.search(clause):
            continue
        if _PAY.search(before) or _GROSS.match(after) or (not _FOR.search(after) and _is_rate(whole, match, before)):
            return match
    return None


def in_words(text: Text, amount: re.Match[str]) -> str:
    """The amount with what belongs to it: the ends of a range, and what it is for."""
    near = max(0, amount.start() - BEFORE)
    before = (pattern.search(text.whole, near, amount.start()) for pattern in (_LOWER_END, _ONE_END))
    start = next((match.start() for match in before if match), amount.start())
    tail = re.split(r"[.!?;)]\s|\n|,\s", text.whole[start : amount.end() + AFTER])[0]
    return tail.strip()


def _is_rate(whole: str, amount: re.Match[str], before: str) -> bool:
    """Whether an amount is one a month, a day or an hour, or a range of amounts a year."""
    in_range = _LOWER_END.search(before) and _A_YEAR.match(whole, amount.end())
    return bool(in_range or _PER.match(whole, amount.end()))
