"""Pay as people write it: `$170,000 - $230,000`, `€60k`, `60-80k EUR`, `45 EUR/h`, `170.000 € brutto/Jahr`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from ssg.importers.dig import plain
from ssg.importers.draft import Found
from ssg.model.iso import CURRENCIES

SYMBOLS = {
    "rs.": "INR", "$us": "USD", "$ca": "CAD", "$can": "CAD",
    "us$": "USD", "ca$": "CAD", "c$": "CAD", "cad$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD",
    "hk$": "HKD", "mx$": "MXN", "r$": "BRL", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₴": "UAH", "₽": "RUB", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN", "zł": "PLN", "pln": "PLN", "kč": "CZK",
    "sfr.": "CHF", "sfr": "CHF", "fr.": "CHF", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
}  # fmt: skip
_BY_COUNTRY = {
    "$": {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CL": "CLP",
          "CO": "COP", "AR": "ARS", "UY": "UYU"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "¥": {"JP": "JPY", "CN": "CNY"},
}  # fmt: skip

_CODES = "|".join(sorted(CURRENCIES))
_SIGNS = "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True) if not s.isalpha() and s != "pln")
_CURRENCY = rf"(?:{_SIGNS}|\$|¥|(?<![a-z])(?:{_CODES}|zł|kč|sfr|euros?|kr)(?![a-z]))"
_FIGURE = (
    r"\d{1,2}(?:,\d{2}){1,3},\d{3}(?!\d)|\d{1,3}(?:[.,'’ ]\d{3}){1,3}(?![\d])(?:[.,]\d{1,2}(?!\d))?|"
    r"\d{1,7}(?:[.,]\d{1,2}(?!\d))?"
)
_THOUSANDS = r"(?:k|tsd\.?|mil)(?![a-z])"
_TO = r"(?:-|–|—|−|to|bis|à|a|até|hasta|and|und|et|e|y|und)"
_PAY = re.compile(
    rf"(?P<c1>{_CURRENCY})?\s?(?<![\d.,])(?P<n1>{_FIGURE})\s?(?P<k1>{_THOUSANDS})?\s?(?P<c2>{_CURRENCY})?(?P<m1>\s?\+(?!\s?[a-z]))?"
    rf"(?:\s?(?P<u1>/\s?\w+))?"
    rf"(?:\s{{0,2}}{_TO}\s{{0,2}}(?P<c3>{_CURRENCY})?\s?(?P<n2>{_FIGURE})\s?(?P<k2>{_THOUSANDS})?)?\s?(?P<c4>{_CURRENCY})?",
    re.IGNORECASE,
)
_SIGN_FIRST = re.compile(r"\bK ?€ ?(\d[\d.,]*(?: ?[-–à] ?\d[\d.,]*)?)", re.IGNORECASE)
_LAKHS = re.compile(r"(?P<n1>\d{1,3}(?:\.\d{1,2})?)\s?(?:(?:-|–|to)\s?(?P<n2>\d{1,3}(?:\.\d{1,2})?)\s?)?LPA\b")
_UNITS = {
    "year": r"\b(?:per|a|each|/) ?(?:year|annum|yr)\b|/ ?(?:year|yr|y|annum|jahr|an|ano|año|a)\b|\bp\. ?a\b|\bpa\b|"
            r"\bannual|\byearly|"
    r"\bpro jahr|\bim jahr|jährlich|jahresgehalt|jahresbrutto|\bpar an\b|\bannuels?\b|\bannuelle|\banua(?:l|is|les)\b|"
    r"\b(?:por|ao) ano\b|\b(?:por|al) año\b",
    "month": r"\b(?:per|a|each) month\b|/ ?(?:month|mo|mth|monat|mois|mes|mês)\b|\bmonthly|\bpro monat|\bim monat|"
             r"monatlich|"
    r"monatsgehalt|/ ?mån\b|\bper månad\b|\bmiesięcznie\b|\bal mese\b|\bper maand\b|\bmånedlig\b|\bmensuel|"
    r"\bpar mois\b|\bmensa(?:l|is)\b|\bmensual(?:es)?\b|\b(?:por|ao) mês\b|\b(?:por|al) mes\b",
    "week": r"\b(?:per|a) week\b|/ ?(?:week|wk|woche)\b|\bweekly\b|\bpro woche\b|\bpar semaine\b|\bpor semana\b",
    "day": r"\b(?:per|a) day\b|/ ?(?:day|tag|jour|día|dia)\b|\bdaily\b|\bday rate\b|\bpro tag\b|tagessatz|"
           r"\bpar jour\b|\btjm\b|"
    r"\bpor d[ií]a\b|\bao dia\b|\bal día\b|\bp\.? ?d\b",
    "hour": r"\b(?:per|an) hour\b|/ ?(?:hour|hr|h|std|stunde|heure|hora)\b|\bhourly\b|\bp\.? ?h\b|"
    r"\b(?:pro|die|in der) stunde\b|"
            r"stundenlohn|"
    r"stundensatz|\bpar heure\b|de l['’]heure|\b(?:por|a la|à) hora\b",
}  # fmt: skip
_UNIT = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _UNITS.items()}
_TYPES = re.compile(r"\b(?:full|part)[- ]?time\b|\bpermanent\b|\bvollzeit\b|\bteilzeit\b|\btemps plein\b|\bcdi\b", re.I)
_PLAIN = re.compile(
    r"\b(?:per|an?|the|year|hour|month|week|day|annum|from|to|up|de|à|ab|von|bis|zu|entre|y|e|and|between|"
    r"euros?|gbp|usd|pro|"
    r"jahr|monat|stunde|woche|tag|an|mois|heure|ano|mês|hora|año|mes|estimated|range|mensuel|annuel|sur|12|"
    r"employer|provided|"
    r"k|approx|ca|circa|desde|até|hasta|jusqu)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"salar|\bpay\b|\bpays\b|compensation|remunerat|\bwage|\bote\b|\bbase\b|\bgross\b|\brate\b|gehalt|vergütung|lohn|"
    r"verdienst|brutto|salaire|rémunération|\bbrut\b|sueldo|retribuci|remuneraç|vencimento|ordenado|\bbruto",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"budget|bonus|allowance|rais(?:ed|ing)|funding|\barr\b|\bmrr\b|revenue|stipend|signing|sign-on|referral|voucher|"
    r"gutschein|zuschuss|prime\b|credit|in assets|valuation|worth of|per diem|reimburse|prämie|umsatz|finanzierung|"
    r"ticket|subsídio|up to \S+ for (?:training|conferences)|for (?:learning|training|conferences|books|equipment)",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:glassdoor|indeed|linkedin|levels\.fyi|our) est\b|\bestimate|schätzung|geschätzt|estimad|estimé",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(r"arbeitgeber|employer|employeur|empleador|empregador", re.IGNORECASE)
_MILLIONS = re.compile(
    r"\s?(?:\+\s?)?(?:m|mn|mm|mio|million|millions|millionen|bn|billion|mrd|milh|millones|b)\b", re.IGNORECASE
)
_AT_MOST = re.compile(r"(?:up to|bis(?: zu)?|jusqu['’]à|até|hasta|max(?:imum|\.)?(?: of)?)\s*$", re.IGNORECASE)
_AT_LEAST = re.compile(
    r"(?:from|starting(?: at| from)?|\bab|at least|à partir de|a partir de|desde|min(?:imum|\.)?(?: of)?|"
    r"mindestens|mind\.)\s*$",
    re.I,
)
_PLAUSIBLE = {"year": (1_000, 10**8), "month": (80, 10**7), "week": (20, 10**6), "day": (15, 10**6), "hour": (1, 5_000)}
_MONTHLY = {
    "SEK": 90_000,
    "NOK": 90_000,
    "DKK": 90_000,
    "MXN": 90_000,
    "HUF": 2_000_000,
    "BRL": 60_000,
    "EUR": 9_999,
    "PLN": 60_000,
    "CZK": 300_000,
    "INR": 0,
}


def read_pay(lines: Iterable[str], *, country: str = "", labelled: bool = False) -> Found | None:
    """The pay that `lines` state, as `salary` takes it; None when none is stated for certain.

    `country` tells which dollar `$` is. What is not said (the unit of `€60k`, the dollar of `$60k`) makes it a guess.
    `labelled` text stands behind "Salary:": a figure in it needs nothing more to be pay.
    """
    best: tuple[int, Found] | None = None
    for line in lines:
        for score, found in _offers(line[:2000], country):
            score += 3 * labelled
            if score >= 2 and (best is None or score > best[0]):
                best = (score, found)
    return best[1] if best else None


def read_figure(text: str) -> Decimal | None:
    """`170.000`, `170,000`, `170 000`, `120'000`, `45,50` as a number."""
    text = text.replace("'", ",").replace("’", ",").replace(" ", ",")
    whole, _, cents = text, "", ""
    if found := re.fullmatch(r"(.*)[.,](\d{1,2})", text):
        whole, cents = found[1], found[2]
    digits = re.sub(r"[.,]", "", whole)
    return plain(Decimal(f"{digits}.{cents or 0}")) if digits.isdigit() else None


def unit_of(text: str) -> str:
    """The unit that a few words name (`brutto/Jahr`, `per hour`); empty when none."""
    found = [(match.start(), name) for name, pattern in _UNIT.items() if (match := pattern.search(text))]
    return min(found)[1] if found else ""


def beyond_pay(text: str) -> str:
    """What a label's value says besides figures, currency and unit; empty when nothing."""
    left = _PAY.sub(" ", _LAKHS.sub(" ", text))
    for pattern in (*_UNIT.values(), _WORDS, _PLAIN, _TYPES):
        left = pattern.sub(" ", left)
    return " ".join(re.findall(r"[^\W\d_]{2,}", left))


def _offers(line: str, country: str) -> Iterator[tuple[int, Found]]:
    line = _SIGN_FIRST.sub(r"\1 K€", line)
    for found in _LAKHS.finditer(line):
        yield 4, Found(_range(found["n1"], found["n2"], Decimal(100_000)) | {"currency": "INR", "unit": "year"})
    for match in _PAY.finditer(line):
        if offer := _offer(match, line, country):
            yield offer


def _offer(match: re.Match[str], line: str, country: str) -> tuple[int, Found] | None:
    signs = [match[c] for c in ("c1", "c2", "c3", "c4") if match[c]]
    written = next((sign for sign in signs if sign.lower() not in _BY_COUNTRY), next(iter(signs), ""))  # `$90,000 USD`
    if not written or _MILLIONS.match(line[match.end() :]) or _MILLIONS.match(line[match.end("n1") :]):
        return None
    before, after = line[max(0, match.start() - 45) : match.start()], line[match.end() : match.end() + 45]
    figures = _figures(match, before)
    clause = before[-30:] + " " + re.split(r"[.;,+(]", after)[0]
    if not figures or (_ESTIMATE.search(line) and not _EMPLOYER.search(line)) or _OTHER_MONEY.search(clause):
        return None
    currency, sure = _currency(written.lower(), country)
    unit = unit_of((match["u1"] or "") + after) or unit_of(line)
    paid = unit or _likely_unit(max(figures.values()), currency)
    if not currency or not _is_plausible(figures, paid):
        return None
    value = {**figures, "currency": currency, "unit": paid}
    score = 2 * bool(unit) + ("max" in figures and "min" in figures) * 2 + 3 * bool(_WORDS.search(line))
    quoted = next((part for part in re.split(r"(?<=[.;!?])\s+", line) if match.group().strip() in part), line)
    score += 2 * (len(match.group()) + 12 >= len(line.strip()))
    return score, Found(value, "" if unit and sure else " ".join(quoted.split()))


def _figures(match: re.Match[str], before: str) -> dict[str, Decimal]:
    many = Decimal(1000)
    low, high = read_figure(match["n1"]), read_figure(match["n2"]) if match["n2"] else None
    if low is None:
        return {}
    if match["k1"] or (match["k2"] and low < 1000):
        low *= many
    if high is None:
        name = "max" if _AT_MOST.search(before) else "min" if _AT_LEAST.search(before) or match["m1"] else "amount"
        return {name: plain(low)}
    if match["k2"] or (match["k1"] and high < 1000):
        high *= many
    return {"amount": plain(low)} if low == high else {"min": plain(low), "max": plain(high)}


def _range(low: str, high: str | None, times: Decimal) -> dict[str, Any]:
    if not high:
        return {"amount": plain(Decimal(low) * times)}
    return {"min": plain(Decimal(low) * times), "max": plain(Decimal(high) * times)}


def _currency(sign: str, country: str) -> tuple[str, bool]:
    """Code and whether it is certain."""
    if sign.upper() in CURRENCIES:
        return sign.upper(), True
    if sign in SYMBOLS:
        return SYMBOLS[sign], True
    code = _BY_COUNTRY.get(sign, {}).get(country, "")
    return (code, True) if code else ("USD", False) if sign == "$" else ("", False)


def _likely_unit(figure: Decimal, currency: str) -> str:
    if figure <= _MONTHLY.get(currency, 0) and figure >= 700:
        return "month"
    if figure >= 15_000:
        return "year"
    return ""


def _is_plausible(figures: dict[str, Decimal], unit: str) -> bool:
    low, high = min(figures.values()), max(figures.values())
    if unit not in _PLAUSIBLE or high > low * 12 or figures.get("min", low) > figures.get("max", high):
        return False
    least, most = _PLAUSIBLE[unit]
    return least <= low and high <= most
