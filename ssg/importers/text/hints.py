"""The country that an advert is from where none is named: by its addresses, telephone numbers, currency, legal form."""

from __future__ import annotations

import re

_TOP_LEVEL = frozenset(
    "de at ch fr es pt ie nl be it pl se dk fi no cz hu ro gr br mx ar cl pe ca au nz in sg za us lu si sk hr".split()
)
_HOST = re.compile(r"(?:@|://|www\.)[\w.-]*?\.(?P<end>[a-z]{2})(?![\w-]|\.\w)", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|\b00)(?P<prefix>\d{2,3})[\s()/.-]*\d[\d\s()/.-]{5,}")
_PREFIXES = {
    "44": "GB", "49": "DE", "43": "AT", "41": "CH", "33": "FR", "34": "ES", "351": "PT", "353": "IE", "31": "NL",
    "32": "BE", "39": "IT", "48": "PL", "46": "SE", "45": "DK", "358": "FI", "47": "NO", "420": "CZ", "55": "BR",
    "52": "MX", "61": "AU", "64": "NZ", "91": "IN", "65": "SG", "27": "ZA", "352": "LU",
}  # fmt: skip
_SIGNS = (
    ("GB", r"£\s?\d|\bGBP\b|\bIR35\b|\bNHS\b|\bDBS\b"), ("CH", r"\bCHF\b|\bSFr\b"), ("AU", r"\bA\$|\bAUD\b|\bPty\b"),
    ("BR", r"\bR\$|\bCLT\b"), ("PL", r"\bPLN\b|\bzł\b|\bSp\. z o\.o\."), ("CA", r"\bC(?:A|AD)?\$|\bCAD\b"),

    ("PT", r"\bL(?:da|DA)\b\.?|\brecibos verdes\b|\bsubsídio de (?:alimentação|refeição)\b"),
    ("IN", r"₹|\bINR\b|\bLPA\b"),
    ("ES", r"\bS\.L\.U?\.?(?!\w)"), ("US", r"\b401\(?k\)?\b|\bUSD\b.{0,40}\bW-?2\b|\bEEOC?\b"),
    ("DE", r"\be\.\s?V\.|\bTVöD\b|\bBAföG\b"),
    ("FR", r"\bSMIC\b|\bRTT\b|\btickets? restaurants?\b|\bURSSAF\b"),
    ("SE", r"\bSEK\b"), ("NO", r"\bNOK\b"), ("DK", r"\bDKK\b|\bA/S\b"),
)  # fmt: skip
_SIGN = tuple((country, re.compile(pattern)) for country, pattern in _SIGNS)


def country_hints(text: str) -> frozenset[str]:
    """Codes of the countries that a text gives away without naming them. A few are a contradiction, not a choice."""
    text = text[:50_000]
    found = {end.upper() for host in _HOST.finditer(text) if (end := host["end"].lower()) in _TOP_LEVEL}
    found |= {"GB"} if re.search(r"\.(?:co|org|ac|gov|nhs|sch)\.uk\b", text) else set()
    prefixes = (phone["prefix"] for phone in _PHONE.finditer(text))
    found |= {code for p in prefixes if (code := _PREFIXES.get(p) or _PREFIXES.get(p[:2]))}
    if re.search(r"\b(?:GmbH|gGmbH|KG|e\.K\.)(?!\w)", text) and re.search(r"(?<!\d)\d{5} [A-ZÄÖÜ][a-zäöüß]", text):
        found |= {"DE"}  # Austrian and Swiss postal codes have four digits
    return frozenset(found | {country for country, pattern in _SIGN if pattern.search(text)})
