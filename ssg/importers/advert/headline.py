"""The job's name out of a headline: company, place, pay, type, codes and gender marks taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ssg.importers.lexicon.jobs import names_job
from ssg.importers.text.gazetteer import city
from ssg.importers.text.pay import read_pay
from ssg.importers.text.places import is_place
from ssg.importers.text.words import is_employment_type, types_in_text, workplace

_GENDER = re.compile(
    r"\s*[(\[]\s*(?:[mwfdhxiga*]\s?[/|,*.]\s?)+[mwfdhxigna*]\s*[)\]]|\s+(?:[mwfdhx]\s?/\s?){1,3}[mwfdhx](?![\w/])|"
    r"\s*[(\[]\s*(?:all genders?|alle geschlechter|gn|divers|f/h|h/f|tous genres)\s*[)\]]",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\s*[(\[]\s*(?:(?:job|req|requisition|ref|reference|id|kennziffer|"
    r"réf)\b[.:#\s-]*)?[A-Z]{0,5}[-_ ]?\d{2,}[\w-]*\s*[)\]]|"
    r"\s*[-–|,]?\s*(?:\b(?:job|req|requisition|ref|reference|kennziffer|réf|"
    r"job id)\b[.:#\s]*)+#?\s?[A-Z]{0,6}[-_]?\d[\w/-]*|\s+#\d{2,}\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:subject|betreff|assunto|objet|asunto|fwd?|re|job(?: title| opening| offer| vacancy)?|position|role|"
    r"vacancy|title|now hiring|we(?:['’]re|"
    r" are) (?:now )?hiring|hiring|wanted|open position|stelle(?:nangebot|nanzeige)?|wir suchen|jobangebot|vaga|"
    r"oferta de (?:emprego|trabajo|empleo)|"
    r"offre d['’]emploi|poste|puesto|recrutement|procura-se|se busca|gesucht|vacancy notice|urgent(?:e)?|"
    r"(?:multiple|several|various) (?:roles|positions|openings|engineers))\s*[:–—-]\s*|^(?:we(?:['’]re|"
    r" are) (?:now )?hiring|wir suchen|estamos a contratar|nous recrutons|nous recherchons|on recrute|buscamos|"
    r"se busca|"
    r"se necesita|admite-se|admitimos|precisa-se|procura-se|contrata-se|procuramos|gesucht wird)\s*(?:an?|eine?n?|uma?|"
    r"une?)?\s*(?:\(n\))?[:!]?\s+(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
_PICTOGRAMS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]")
_WANTED = re.compile(r"\s+(?:wanted|needed|required|gesucht)\b!?(?=$|[,:(-])", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s+[-–—|·•@»›]\s+|\s+[·•]\s+|\s*\|\s*|\s+(?:at|bei|chez)\s+(?=[A-ZÀ-Ý])|\s+[-–—](?=\S)\s*|"
    r"\s+/{2}\s+"
)
_WORKLOAD = re.compile(r"[\s,(]*\b\d?[.,]\d+ ?FTE\b\)?|[\s,(]*\b\d{2,3}\s?(?:[-–]\s?\d{2,3}\s?)?%\)?")
_NO_NAME = re.compile(
    r"visa(?: sponsorship)?(?:: ?\w+)?|yc [a-z]\d\d|doe|equity|remote ok|interns? welcome", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]")
_SENTENCE = re.compile(
    r"(?:(?i:looking for|hiring|seeking|searching for|suchen|procura(?:mos)?|recherch(?:ons|e)|recrut(?:ons|e)|"
    r"busca(?:mos)?|join us as|apply for the (?:role|position) of|position of)|as)\s+(?:(?:ab|zum|per) [\d.]+ )?"
    r"(?:an?|the|our next|our new|eine?/n|eine\*n|eine?n?(?:\(?n\)?)?|uma?|une?|una?|um\(a\)|"
    r"un\(e\))?\s*(?P<title>(?:[A-ZÀ-Ý][\w./+#&-]*|[&/-]|of|de|für|in)(?:[ ](?:\(?[A-ZÀ-Ý0-9][\w./+#&)-]*|&|/|of|"
    r"de|für)){0,8})",
)


_MARKS = (_GENDER, _CODE, _WORKLOAD)


_NEEDED = re.compile(r"(?P<title>[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+){0,4}) (?:needed|wanted|required|gesucht)\b")
_PLAIN = re.compile(
    r"\b(?i:hiring|looking for|seeking|suchen|recrute|recherche|procura|busca) (?:an?|our next|eine?n?|une?|uma?|una)\s"
    r"(?P<title>[\w-]{3,}(?: [\w-]+){0,3}?)(?=[.,;:!]| (?:to|for|who|in|at|with|and|on|für|mit|pour|para|em|en)\b|$)"
)
_EMPLOYER = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:@|at|with|bei|chez|na|en|à|para a)\s*"
    r"(?P<company>[A-Z0-9À-Ý][\w&.'’-]*(?: [A-Z0-9À-Ý&][\w&.'’-]*){0,3}?)(?=[,.;:(]|\s[-–—(]|\s[a-z]|$)"
)


@dataclass(frozen=True)
class Headline:
    """A headline taken apart: the job's name, what may be the company, and the parts that say something else.

    `leading` is the one of `others` that stands before the job's name, `behind` the one right behind a dash.
    `sentence` is the one that the title was found in, when it is no headline.
    """

    title: str
    others: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    leading: str = ""
    behind: str = ""
    sentence: str = ""


def read_headline(line: str) -> Headline:
    """A headline's parts. `facts` are places, pay, types and codes; `others` are parts that none of these explain."""
    line = re.sub(r"^[^\w(\[+#.\"“]+", "", line.strip().strip('#*_"“”').strip())
    line = " ".join(_PICTOGRAMS.sub(" ", line).split())
    for _ in range(3):
        line = _LEAD_IN.sub("", line)
    line = _WANTED.sub("", line)
    line = re.sub(r"^[^\w(\[+#.]+|[^\w)\]+#.%]+$", "", line)
    facts = [found.group().strip(" ()[]-–,|") for pattern in _MARKS for found in pattern.finditer(line)]
    for pattern in _MARKS:
        line = pattern.sub("", line)
    for found in _BRACKET.finditer(line):
        if says_fact(found.group(1)):
            facts.append(found.group(1))
            line = line.replace(found.group(), "")
    kept: list[str] = []
    for part in (p.strip(" ,;:") for p in _SPLIT.split(line)):
        if part:
            (facts if says_fact(part) else kept).append(part)
    title, others = _chosen(kept)
    leading = kept[0] if kept and title != kept[0] else ""
    title, more = _without_tail(title)
    behind = _behind(line, title, others)
    name = calmed(" ".join(_LEAD_IN.sub("", title).split()).strip(" -–—,;:|/"))
    return Headline(name, tuple(others), tuple(facts + more), leading, behind)


def has_gender_mark(line: str) -> bool:
    """Whether a line says that a job is for everybody, as only the names of jobs do: `(m/w/d)`, `H/F`."""
    return bool(_GENDER.search(line))


def is_marked(line: str) -> bool:
    """Whether a line is a headline beyond doubt: short, marked as for everybody, no sentence."""
    return len(line) <= 110 and has_gender_mark(line) and not line.endswith((".", ":"))


def title_in_sentence(lines: list[str]) -> Headline:
    """A job's name that a sentence gives ("we are looking for a Senior Go Engineer @ Acme, Berlin")."""
    for line in lines[:40]:
        for found in _SENTENCE.finditer(line[:500]):
            title = found["title"].strip(" -&/,")
            if names_job(title):
                behind = _EMPLOYER.match(line[found.start("title") + len(found["title"]) :])
                company = behind["company"] if behind else ""
                return Headline(title, (company,) if company else (), leading=company, sentence=line)
    for line in lines[:40]:
        plain = _NEEDED.match(line) or _PLAIN.search(line[:500])
        if plain and names_job(plain["title"]):
            title = plain["title"].strip()
            return Headline(title[0].upper() + title[1:], sentence=line)
    return Headline("")


_SMALL = frozenset("of and the for in de da do e y und für la le les des du et im am auf with to".split())


def calmed(title: str) -> str:
    """`SOUS CHEF` as `Sous Chef`; short words such as IT and HR keep their capitals, and so does any other title."""
    letters = [c for c in title if c.isalpha()]
    if len(letters) < 5 or not title.isupper():
        return title
    parts = re.split(r"([\s/()-]+)", title)
    return "".join(_calm(part, n) for n, part in enumerate(parts))


def _calm(word: str, at: int) -> str:
    if word.casefold() in _SMALL and at:
        return word.lower()
    return word.lower() if len(word) == 1 and at else word.capitalize() if len(word) > 3 else word


def says_fact(text: str) -> bool:
    """Whether a part of a headline is a place, a way of working, a type or pay rather than a name."""
    if (
        is_place(text)
        or is_employment_type(text)
        or (types_in_text(f"{text} ") == ("temporary",) and not names_job(text))
        or read_pay([text], labelled=True)
        or "://" in text
        or _NO_NAME.fullmatch(text)
    ):
        return True
    words = text.split()
    return (
        len(words) <= 5
        and bool(workplace(text))
        and not names_job(text)
        and all(is_place(word.strip(",")) or workplace(word) or len(word) <= 8 for word in words)
    )


def _chosen(parts: list[str]) -> tuple[str, list[str]]:
    """The part that names the job (else the first), and the others."""
    if not parts:
        return "", []
    at = next((n for n, part in enumerate(parts) if names_job(part)), 0)
    return parts[at], parts[:at] + parts[at + 1 :]


def _behind(line: str, title: str, others: list[str]) -> str:
    """The part that a dash joins to the job's name: its team or specialty, when it is not the company."""
    found = re.search(rf"{re.escape(title)}\s+[-–—]\s+([^|·•–—]+?)(?=\s+[-–—|·•]|$)", line)
    name = found.group(1).strip(" ,;:") if found else ""
    if name not in others or any(c.isdigit() for c in name) or len(name.split()) > 5:
        return ""
    return "" if any(city(word)[1] for word in name.split()) else name


def _without_tail(title: str) -> tuple[str, list[str]]:
    """`Engineer, Lisbon, Portugal` without the places at its end."""
    parts, facts = title.split(", "), []
    for size in (3, 2, 1):
        tail = ", ".join(parts[-size:])
        if len(parts) > size and says_fact(tail):
            facts.append(tail)
            return ", ".join(parts[:-size]), facts
    found = re.search(r"^(.{3,}?)\s+(?:in|à|em|en)\s+((?:\d{4,5} )?[A-ZÀ-Ý].{2,40})$", title)
    if found and (is_place(found[2]) or found[2][0].isdigit()):
        return found[1], [found[2]]
    return title, facts
