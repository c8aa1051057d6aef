"""Who hires, where only running text says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ssg.importers.advert.headline import says_fact
from ssg.importers.draft import Found, guess
from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.lexicon.jobs import names_job
from ssg.importers.text.skills import named_skills
from ssg.importers.text.words import employment_types

_NAME = r"[A-Z0-9À-Ý][\w&.'’-]*(?:[ ](?:e\.\s?V\.|[A-Z0-9À-Ý&][\w&.'’-]*|of|de|do|da|dos|das|del|du|des|der|von)){0,4}?"
_LEGAL = re.compile(
    r"(?:\b(?:g?GmbH|PartG(?: mbB)?|mbB|mbH|GbR|KGaA|eG|e\.K\.|EURL|SASU|SCOP|Unipessoal|AG|SE|UG|KG|OHG|"
    r"e\.\s?V\.|Inc\.?|LLC|Ltd\.?|Limited|PLC|Corp\.?|SAS|SARL|S\.A\.|S\.L\.?U?\.?|SL|"
    r"Lda\.?|B\.V\.|BV|N\.V\.|AB|Oy|A/S|"
    r"S\.r\.l\.|S\.p\.A\.|Pty|Sp\. z o\.o\.))$"
)
_NOT_COMPANY = re.compile(
    r"salary|\bpay\b|equity|benefit|\bbonus|gehalt|salário|salaire|salario|vertrag|contrat|\bcdi\b|\bcdd\b|hiring|"
    r"\d ?[ap]m\b|\bshifts?\b|vacanc|notice|\boffer\b|stellenan|stellenaus|oferta|\boffre\b|anúncio|"
    r"recrutamento|careers?\b|opportunit|"
    r"confidential|"
    r"\bclient\b|: |\bmonths?\b|\bweeks?\b|\bhours?\b|\bstart\b|\?|\d{3,}",
    re.IGNORECASE,
)
_YEAR_OF_YC = re.compile(r"\s*\((?:YC|Y Combinator) ?[A-Z]?\d\d\)")
_BEHIND_AT = re.compile(r"\b(?:bei(?: der)?|at|chez|na|da|with|for) (?P<name>[A-ZÀ-Ý0-9].{2,50})$")
_GREETING = re.compile(
    r"(?:dear|hello|hi|hallo|guten tag|liebe|sehr geehrte|bonjour|olá|hola|caros?|estimad)\b", re.IGNORECASE
)
_IN_TOWN = re.compile(r"\s(?:in|em|en|à|a)\s+[A-ZÀ-Ý]")
_NOT_NAMES = frozenset(
    "this that these the a an our your we you it i as at in he she they there about join role job team position "
    "salary work training experience travel shift shifts benefits pay hours education duties applications candidates "
    "company people all who what where when how "
    "dieser diese dieses das der die wir du sie ein eine unser unsere als bei über bewerber nous vous notre le la "
    "les ce cette un une em na no nós uma um a o "
    "esta este el los las nosotros nuestra nuestro es e und and or if for to with mission stelle empresa "
    "entreprise unternehmen everyone remote here us engineering".split()
)
_VERBS = (
    r"(?:betreibt|operates|gère|gestiona|explora|treats|serves|sells|designs|manufactures) |is (?:an? |the |"
    r"looking|hiring|seeking|building|on a|one of|where)|are (?:looking|hiring|building)|"
    r"was founded|has been|scales|builds|makes|helps|offers|provides|develops|operates|brings|creates|runs|"
    r"ist (?:ein|eine|das|der|die)\b|sucht\b|entwickelt|baut|wurde|bietet|é (?:um|uma|a)\b|procura\b|desenvolve|"
    r"cria|está a contratar|est (?:un|une|la|le)\b|recherche\b|recrute\b|développe|propose|"
    r"es (?:una?|la|el)\b|busca\b|desarrolla|ofrece"
)
_SUBJECT = re.compile(
    rf"(?:^|[.!?]\s+|\n)(?:(?:A|O|La|Le|El|Die|Der|Das|Les|Los|As|"
    rf"Os) )?(?P<name>{_NAME})(?:,\s[A-ZÀ-Ý][\w-]+)?,?\s+(?:{_VERBS})"
)
_OPENING = re.compile(r"[A-Z0-9].{38,}[.!]")
_FIRST = re.compile(rf"(?P<name>{_NAME}) [a-z]{{4,}}s\b(?! (?:and|or)\b)")
_ABOUT_US = re.compile(
    r"\n\W{0,4}(?:About us|About the company|Who we are|Our company|Über uns|Wer wir sind|Sobre nós|Quem somos|"
    rf"Qui sommes-nous ?|À propos(?: de nous)?|Quiénes somos|"
    rf"Sobre nosotros)\W{{0,3}}\n+(?P<sentence>(?P<name>{_NAME}) [a-z]+s\b)"
)
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
    names = [_YEAR_OF_YC.sub("", name) for name in names]
    heads = [*names, *(_YEAR_OF_YC.sub("", part) for part in title_rest)]
    return (
        _with_legal_form(heads, known := tuple(known))
        or _known(heads, text, known)
        or _spoken_of(heads, text, _YEAR_OF_YC.sub("", leading))
        or _beside_title(names[:1])
        or _in_signature(text)
        or _in_text(text)
    )


def _with_legal_form(heads: list[str], known: tuple[str, ...]) -> Found | None:
    for line in heads:
        behind = _BEHIND_AT.search(line) if _LEGAL.search(line) else None
        head = behind["name"] if behind else line
        if _LEGAL.search(head) and _may_be_name(head):
            return guess(head, head) if not any(_names(head, name) for name in known) else Found(head)
    return None


def _known(heads: list[str], text: str, known: tuple[str, ...]) -> Found | None:
    for name in known:
        if any(_names(head, name) for head in heads):
            return Found(name)
    bare = _without_addresses(text)
    for name in known:
        if found := re.search(rf"(?<!\w){re.escape(name)}(?![\w@]|\.\w)", bare):
            return guess(name, bare[max(0, found.start() - 20) : found.end() + 30])
    return None


def _spoken_of(heads: list[str], text: str, leading: str) -> Found | None:
    named = (head for head in heads if _may_be_name(head) and (head == leading or _confirmed(head, text)))
    return next((guess(head, head) for head in named), None)


def _in_signature(text: str) -> Found | None:
    """A line of its own that is a company's name with its legal form, as below a mail."""
    lines = (line.strip() for line in text.split("\n"))
    named = (line for line in lines if len(line) <= 60 and _LEGAL.search(line) and _may_be_name(line))
    return next((guess(line, line) for line in named), None)


def _beside_title(names: list[str]) -> Found | None:
    """The line next to the title, when it could be a name; of `Gasthof Bären, Langnau i.E.` what stands first."""
    for name in names:
        first, _, tail = name.partition(", ")
        for way in (name, first if len(tail.split()) <= 3 else ""):
            if (
                way
                and _may_be_name(way)
                and len(way) <= 40
                and not (_NOT_COMPANY.search(name) or _IN_TOWN.search(name))
            ):
                return guess(way, name)
    return None


def has_legal_form(text: str) -> bool:
    """Whether a line ends in a company's legal form."""
    return bool(_LEGAL.search(text))


def _without_addresses(text: str) -> str:
    """The text without mail and web addresses: a name in these is not said."""
    return re.sub(r"\S+", lambda found: " " if re.search(r"@|://|www\.", found.group()) else found.group(), text)


def _in_text(text: str) -> Found:
    if (named := _ABOUT_US.search(text)) and _may_be_name(named["name"]):
        return guess(named["name"], named["sentence"])
    opening = next((line.strip() for line in text.split("\n") if _OPENING.fullmatch(line.strip())), "")
    if (first := _FIRST.match(opening)) and _may_be_name(first["name"]) and not named_skills(first["name"]):
        return guess(first["name"], opening)
    for pattern in (_AT, _SUBJECT):
        for found in pattern.finditer(text[:20_000]):
            name = found["name"].strip(" .,'’")
            again = text.count(name) >= 2 or _LEGAL.search(name) or (pattern is _SUBJECT and found.start() < 200)
            if _may_be_name(name) and len(name) > 2 and again and not named_skills(name):
                return guess(name, found.group())
    return Found("")


def _names(head: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", _without_addresses(head), re.IGNORECASE))


def _may_be_name(text: str) -> bool:
    if (
        not text
        or not any(c.isalpha() for c in text)
        or text.endswith(",")
        or employment_types(text)
        or heading_kind(text)
        or _GREETING.match(text)
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
    first, *others = text.split()
    is_the = first == "The" and bool(others) and others[0][:1].isupper()  # `The Hollow Oak`
    return (is_the or first.casefold() not in _NOT_NAMES) and not names_job(text) and not says_fact(text)


def _confirmed(name: str, text: str) -> bool:
    """Whether the text speaks of `name` as one speaks of a company, or again and again."""
    escaped = re.escape(name)
    spoken = re.search(
        rf"\b(?:At|at|About|Join|join|bei|Bei|Über|chez|Chez|na|Na|da|en|En|de|Sobre a|"
        rf"Sobre)\s+{escaped}(?!\w)|(?<!\w){escaped}\s+(?:{_VERBS})",
        text,
    )
    return bool(spoken) or len(re.findall(rf"(?<!\w){escaped}(?!\w)", text)) >= 3
