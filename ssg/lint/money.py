"""Amounts of money as people write them in a sentence."""

from __future__ import annotations

import re

_CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|BRL|MXN|JPY|INR|SGD|SEK|NOK|DKK|PLN|CZK|ZAR"
_SIGNS = r"(?:US|CA|AU|C|A|R|S)?\$|€|£|¥|₹"
_FIGURE = r"\d{1,3}(?:[.,'\u00a0\u202f ]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_ENDING = r"(?:\s?[kK]\b)?"

AMOUNT = re.compile(
    rf"(?<![\w$€£¥₹.])(?:(?:{_SIGNS}|(?:{_CODES})\b)\s?(?:{_FIGURE}){_ENDING}(?!\d)"
    rf"|(?:{_FIGURE}){_ENDING}\s?(?:(?:{_CODES}|[Ee]uros?|dollars?|reais)\b|{_SIGNS}))"
)
"""One amount with its currency: `$170,000`, `USD 170k`, `45.000 €`, `24,50 EUR`."""
