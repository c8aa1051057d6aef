"""Words of five languages for what a posting says about the work: its type, its place, its education, its labels."""

from __future__ import annotations

import re

from ssg.importers.lexicon.labels import FIELD_OF_LABEL

TYPES = {
    "full-time": r"full[- ]?time|vollzeit|voll-(?= (?:oder|und) teilzeit)|tempo (?:inteiro|integral)|"
    r"temps plein|temps complet|jornada completa|"
    r"tiempo completo|"
    r"fulltime(?:_permanent|_fixed_term)?|full_time|período integral",
    "part-time": r"part[- ]?time|teilzeit|tempo parcial|meio período|part-?time|temps partiel|media jornada|"
    r"tiempo parcial|"
    r"jornada parcial|werkstudent(?:in)?|parttime(?:_permanent|_fixed_term)?|part_time",
    "contract": r"contract(?:or)?|freelance(?:r)?|freiberuflich|freie mitarbeit|independent contractor|"
    r"prestador de serviços|"
    r"recibos verdes|autónomo|prestation|b2b|contract[- ]to[- ]hire",
    "temporary": r"temporary|temp|fixed[- ]term(?: contract)?|befristet(?:er vertrag)?|cdd|durée déterminée|"
    r"duración determinada|duração determinada|temporário|temporaire|ftc|termo certo|temporal|"
    r"contrato temporal|interim|intérim|seasonal",
    "internship": r"intern(?:ship)?|trainee(?:ship)?|praktik(?:um|ant|antin)|estágio|estagiári[oa]|stagiaire|"
    r"prácticas|becari[oa]|"
    r"alternance|apprentice(?:ship)?|ausbildung",
    "volunteer": r"volunteer(?:ing)?|ehrenamt(?:lich)?|voluntari(?:ado|o|a)|bénévol(?:e|at)|voluntário",
    "per-diem": r"per[- ]diem",
    "other": r"other",
}
_TYPES = {name: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for name, words in TYPES.items()}
_PLAIN_TYPES = {
    "full-time": r"\b(?:full[- ]time(?! (?:employees|staff|team|equivalent|work experience|experience|"
    r"education|study|"
    r"students?|hires|colleagues|members))|vollzeit|temps plein|temps complet|jornada completa|tempo inteiro|"
    r"tempo integral)\b",
    "part-time": r"\b(?:part[- ]time(?! (?:employees|staff|study|students?|colleagues|members|mba|job))|"
    r"teilzeit|temps partiel|"
    r"media jornada|jornada parcial|tempo parcial)\b",
    "temporary": r"\bmaternity cover\b|\b(?:fixed[- ]term|temporary)(?: (?:contract|position|role|basis|full|"
    r"part)|[,;) ])|"
    r"\bbefristet(?:e[rsn]?)? (?:bis|auf|für|stelle|anstellung|vertrag)\w*|\belternzeitvertretung\b|\bcdd\b|"
    r"\bcontrato a termo\b|\bcontrato temporal\b|\bcontrat à durée déterminée\b",
    "contract": r"\b(?:freelance (?:position|role|basis)|on a (?:freelance|contract) basis|contract role|"
    r"auf freiberuflicher basis)\b",
    "internship": r"\b(?:this internship|dieses praktikum|this is an internship)\b",
}
_TITLE_TYPES = {
    "internship": re.compile(
        r"\b(?:intern(?:ship)?|praktik(?:um|ant(?:in)?)|estágio|estagiári[oa]|stage|stagiaire|prácticas|becari[oa]|"
        r"apprentice(?:ship)?|ausbildung|auszubildende[rn]?|azubi|alternance|alternant[e]?)\b",
        re.IGNORECASE,
    ),
    "part-time": re.compile(r"\bwerkstudent(?:in)?\b", re.IGNORECASE),
    "contract": re.compile(r"^contract\b|\bfreelance\b|\bfreiberuflich", re.IGNORECASE),
}
_CODES = {
    "fulltime": "full-time", "parttime": "part-time", "full": "full-time", "part": "part-time", "intern": "internship",
}  # fmt: skip

_FILLERS = re.compile(
    r"\b(?:permanent|regular|unbefristete?r?|feste?|festanstellung|anstellung|cdi|contrato sem termo|clt|sem termo|"
    r"efetivo|efectivo|"
    r"indefinido|contrato|contrat à durée indéterminée|employment|vertrag|arbeitsvertrag|stable|fijo|position|"
    r"role|job|ab sofort|stelle|contract)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:permanent|open[- ]ended|indefinite|unlimited|employment) contract\b", re.IGNORECASE)
_HOURS = re.compile(
    r"\(?\b\d{2}(?:[.,]\d{1,2})?\s?(?:h|std\.?|stunden|hours?|hrs?|heures|horas)\b[^,;)]{0,14}\)?", re.IGNORECASE
)
_PARTLY = re.compile(
    r"fréquent|occasionnel|ponctuel|gelegentlich|flexib|möglich|possible|possível|posible|partiel|"
    r"parcial|teilweise|optional|\d",
    re.IGNORECASE,
)
_AT_HOME = re.compile(r"home[- ]?office|télétravail|teletrab", re.IGNORECASE)

_REMOTE = re.compile(
    r"\b(?:fully|full|100 ?%|completely|entirely)[- ]remote\b|\bremote[- ](?:first|only)\b|\bremote\b|"
    r"\btelecommut\w*|\bwork from (?:home|anywhere)\b|"
    r"\bremot[oa]\b|\bteletrabalho\b|\bteletrabajo\b|\btélétravail(?: complet| total)?\b|\bà distance\b|"
    r"\ba distancia\b|\bhome[- ]?office\b|\bhome[- ]based\b|\bwfh\b",
    re.IGNORECASE,
)
_SURELY_REMOTE = re.compile(
    r"\b(?:fully|100 ?%|completely|entirely)[- ]remote\b|\bfull[- ]remote\b|\bremote[- ]only\b|"
    r"\bremote (?:position|role|job)\b(?!\W{0,3}\b(?:no|nein|non|não)\b)|"
    r"\b(?:position|role|job) is (?:fully )?remote\b|\bwork(?:ing)? (?:fully )?remotely\b from anywhere|"
    r"\b100 ?% (?:homeoffice|home office|remoto|télétravail|teletrabalho|teletrabajo)\b|"
    r"\b(?:totalmente|completamente|100 ?%) remot[oa]\b|\btélétravail complet\b|\bvollständig remote\b|"
    r"\bkomplett remote\b|\bentièrement à distance\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\b(?:a few|some|occasional) days? (?:at|from) home\b|\bhybrid(?:e|es|er|es|em|en)?\b|\bhíbrid[oa]\b|"
    r"\bhibrid[oa]\b|\b\d (?:days?|tage|jours|dias|días)(?: (?:a|"
    r"per|pro|par|por) \w+)? (?:in (?:the|our|\w+) office|on[- ]?site|im büro|au bureau|no escritório|"
    r"en la oficina|(?:at|"
    r"from) home|homeoffice|remote|de télétravail)\b",
    re.IGNORECASE,
)
_ON_SITE = re.compile(
    r"\bon[- ]?site\b|\bin[- ]office\b|\bpresencial(?:mente)?\b|\bvor ort\b|\bsur site\b|\bprésentiel\b|"
    r"\boffice[- ]based\b|\bin[- ]person\b|\bpräsenz\b|^office$",
    re.IGNORECASE,
)
_SURELY_ON_SITE = re.compile(
    r"\b(?:on-?site|in-office|office-based|in-person) (?:position|role|job|only)\b|\b(?:position|role|"
    r"job) is (?:fully )?(?:on-?site|office-based|in-office)\b|"
    r"\b(?:pas de|aucun) télétravail\b|\btélétravail (?:partiel )?(?:impossible|non)\b|\b(?:sin|"
    r"sem) (?:teletrabajo|teletrabalho)\b|\bnon télétravaillable\b|\bno remote\b|\bnot (?:a )?remote\b|"
    r"\b100 ?% (?:presencial|on-?site)\b|\bkein homeoffice\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|non|kein\w*|nicht|não|pas|sin|without)\s+(?:\w+\s+)?$", re.IGNORECASE)

_EDUCATION = {
    "postgraduate-degree": r"\bmaster(?:'s|’s|s)?(?: degree)?\b(?! data|s? of ceremon)|\bm\.?sc\.?\b|\bph\.? ?d\b|"
    r"\bdoctora\w+|\bpromotion\b|\bmestrado\b|\bmáster\b|\bbac ?\+ ?5\b|\bpostgraduate\b|"
    r"\bmba\b",
    "bachelor-degree": r"\bbachelor(?:'s|’s|s)?\b|\bb\.?sc\.?\b|\bb\.?a\.? degree\b|\buniversity degree\b|"
    r"(?<!master's )(?<!master’s )(?<!masters )\bdegree in\b|\bcollege degree\b|\babgeschlossenes (?:\w+)?studium\b|"
    r"\bhochschulabschluss\b|\bstudium (?:der|in|im)\b|\blicenciatura\b|\blicence\b(?= en| de)|\bbac ?\+ ?3\b|"
    r"\bgrado (?:en|universitario)\b|\btitulación universitaria\b|\bensino superior\b|\bcurso superior\b",
    "associate-degree": r"\bassociate(?:'s|’s)? degree\b|\bbac ?\+ ?2\b",
    "professional-certificate": r"\bprofessional certificate\b|\babgeschlossene (?:berufs)?ausbildung\b|"
    r"\bformación profesional\b|\bcurso profissional\b",
    "high-school": r"\bhigh[- ]school\b|\babitur\b|\b12\.? ?º ano\b|\bbaccalauréat\b|\bbachillerato\b|"
    r"\bensino (?:médio|secundário)\b|\bsecondary school\b",
}
_EDUCATIONS = {name: re.compile(words, re.IGNORECASE) for name, words in _EDUCATION.items()}
_IN_PLACE = re.compile(
    r"or (?:an )?equivalent (?:\w+ )?(?:experience|work)|or (?:relevant|comparable|similar) (?:work )?experience|"
    r"oder (?:eine )?vergleichbare|"
    r"ou expérience équivalente|ou experiência equivalente|o experiencia equivalente",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"^(?:few|many|\d+) vacanc(?:y|ies) in the following ", re.IGNORECASE)
_STANDS_EMPTY = re.compile(
    r"(?:not (?:specified|provided|available|disclosed|mentioned|given|stated)|unspecified|undisclosed|n/?a|none|"
    r"-+|–|—|\?|\.+|null|keine angabe|k\. ?a\.|não (?:especificado|informado|divulgado)|"
    r"non (?:précisé|spécifié|renseigné)e?|no (?:especificado|indicado)|sin especificar|"
    r"tbd|tba)\.?",
    re.IGNORECASE,
)


def label_of(text: str) -> str:
    """The field that a label such as `Standort:` or `Job type` stands for; empty for other words."""
    text = _COUNTED.sub("", text.strip())
    return FIELD_OF_LABEL.get(text.strip().rstrip(":").strip().casefold(), "")


_SAYS_LITTLE = re.compile(
    r"(?:very |highly )?(?:competitive|attractive|negotiable)(?: .{0,30})?|a combinar|"
    r"to be (?:defined|discussed|agreed)|"
    r"nach vereinbarung|à négocier|à convenir|a convenir|verhandelbar|doe|depending on experience",
    re.IGNORECASE,
)


def says_little(text: str) -> bool:
    """Whether a label's value is the employer's word, but none that a field can take: `competitive`."""
    return bool(_SAYS_LITTLE.fullmatch(text.strip().rstrip(".")))


def says_nothing(text: str) -> bool:
    """Whether a label's value is only a filler: `Not specified`, `n/a`, `-`."""
    return not text.strip(" .:-–—") or bool(_STANDS_EMPTY.fullmatch(text.strip()))


def employment_types(text: str) -> tuple[str, ...]:
    """The employment types that a label's value or an ATS code names."""
    text = _LASTING.sub(" ", text)
    folded = text.casefold().replace("_", " ").strip()
    if folded in _CODES:
        return (_CODES[folded],)
    return tuple(name for name, pattern in _TYPES.items() if pattern.search(folded) or pattern.search(text))


def is_employment_type(text: str) -> bool:
    """Whether `text` is nothing but words for a type of employment."""
    left = text
    for pattern in _TYPES.values():
        left = pattern.sub("", left)
    left = _FILLERS.sub("", _HOURS.sub("", left))
    return bool(employment_types(text) or left != text) and not re.sub(
        r"[\W_]+|\b(?:and|or|und|oder|ou|et|o|y|e|a|in|de|d)\b", "", left
    )


def title_types(title: str) -> tuple[str, ...]:
    """The type that a job's name gives away: `Estágio em Marketing`, `Summer Intern`, `Werkstudent`."""
    return tuple(name for name in _TITLE_TYPES if _TITLE_TYPES[name].search(title))


def is_permanent(text: str) -> bool:
    """Whether `text` says no more than that the work has no end, for which there is no field."""
    return not re.sub(r"[\W_]+", "", _FILLERS.sub("", text))


def types_in_text(text: str) -> tuple[str, ...]:
    """Employment types that running text names beyond doubt."""
    return tuple(name for name, words in _PLAIN_TYPES.items() if re.search(words, text, re.IGNORECASE))


def workplace(text: str) -> str:
    """`remote`, `hybrid` or `on-site` by the words of a label's value or a headline; empty when none is said."""
    if _SURELY_ON_SITE.search(text):
        return "on-site"
    if _HYBRID.search(text):
        return "hybrid"
    if (found := _REMOTE.search(text)) and not _NOT.search(text[: found.start()]):
        return "hybrid" if _AT_HOME.search(found.group()) and _PARTLY.search(text) else "remote"
    return "on-site" if _ON_SITE.search(text) or _SURELY_ON_SITE.search(text) else ""


def workplace_in_text(text: str) -> tuple[str, str]:
    """What running text says about the place of work beyond doubt, and the words that say it."""
    for name, pattern in (("on-site", _SURELY_ON_SITE), ("hybrid", _HYBRID), ("remote", _SURELY_REMOTE)):
        for found in pattern.finditer(text[:100_000]):
            if not _NOT.search(text[max(0, found.start() - 20) : found.start()]):
                return name, found.group()
    return "", ""


def education(text: str) -> tuple[str, str, bool]:
    """The lowest education a text asks for, the words that say so, and whether experience may stand in for it."""
    for name in reversed(_EDUCATIONS):
        if found := _EDUCATIONS[name].search(text[:100_000]):
            line = text[max(0, found.start() - 30) : found.end() + 90]
            return name, found.group(), bool(_IN_PLACE.search(line))
    return "", "", False
