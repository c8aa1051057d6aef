"""Words of five languages for what a posting says about the work: its type, its place, its education, its labels."""

from __future__ import annotations

import re

TYPES = {
    "full-time": r"full[- ]?time|vollzeit|tempo (?:inteiro|integral)|temps plein|temps complet|jornada completa|"
    r"tiempo completo|"
    r"fulltime(?:_permanent|_fixed_term)?|full_time|período integral",
    "part-time": r"part[- ]?time|teilzeit|tempo parcial|meio período|part-?time|temps partiel|media jornada|"
    r"tiempo parcial|"
    r"jornada parcial|werkstudent(?:in)?|parttime(?:_permanent|_fixed_term)?|part_time",
    "contract": r"contract(?:or)?|freelance(?:r)?|freiberuflich|freie mitarbeit|independent contractor|"
    r"prestador de serviços|"
    r"recibos verdes|autónomo|prestation|b2b|contract[- ]to[- ]hire",
    "temporary": r"temporary|temp|fixed[- ]term(?: contract)?|befristet|cdd|temporário|termo certo|temporal|"
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
    "full-time": r"\b(?:full-time|vollzeit|temps plein|jornada completa|tempo inteiro|tempo integral)\b",
    "part-time": r"\b(?:part-time (?:position|role|job)|teilzeit|temps partiel|media jornada)\b",
    "internship": r"\b(?:this internship|dieses praktikum|this is an internship)\b",
}
_CODES = {
    "fulltime": "full-time", "parttime": "part-time", "full": "full-time", "part": "part-time", "intern": "internship",
}  # fmt: skip

_FILLERS = re.compile(
    r"\b(?:permanent|regular|unbefristet|festanstellung|cdi|contrato sem termo|sem termo|efetivo|efectivo|indefinido|"
    r"contrato|position|role|job|ab sofort|stelle|contract)\b",
    re.IGNORECASE,
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
    r"\bremote (?:position|role|job)\b|"
    r"\b(?:position|role|job) is (?:fully )?remote\b|\bwork(?:ing)? (?:fully )?remotely\b from anywhere|"
    r"\b100 ?% (?:homeoffice|home office|remoto|télétravail|teletrabalho|teletrabajo)\b|"
    r"\b(?:totalmente|completamente|100 ?%) remot[oa]\b|\btélétravail complet\b|\bvollständig remote\b|"
    r"\bkomplett remote\b|\bentièrement à distance\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid(?:e|es|er|es|em|en)?\b|\bhíbrid[oa]\b|\bhibrid[oa]\b|\b\d (?:days?|tage|jours|dias|días)(?: (?:a|"
    r"per|pro|par|por) \w+)? (?:in (?:the|our) office|im büro|au bureau|no escritório|en la oficina|(?:at|"
    r"from) home|homeoffice|remote|de télétravail)\b",
    re.IGNORECASE,
)
_ON_SITE = re.compile(
    r"\bon-?site\b|\bin[- ]office\b|\bpresencial(?:mente)?\b|\bvor ort\b|\bsur site\b|\bprésentiel\b|"
    r"\boffice[- ]based\b|\bin[- ]person\b|\bpräsenz\b|^office$",
    re.IGNORECASE,
)
_SURELY_ON_SITE = re.compile(
    r"\b(?:on-?site|in-office|office-based|in-person) (?:position|role|job|only)\b|\b(?:position|role|"
    r"job) is (?:fully )?(?:on-?site|office-based|in-office)\b|"
    r"\bno remote\b|\bnot (?:a )?remote\b|\b100 ?% (?:presencial|on-?site)\b|\bkein homeoffice\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|non|kein\w*|nicht|não|pas|sin|without)\s+(?:\w+\s+)?$", re.IGNORECASE)

_EDUCATION = {
    "postgraduate-degree": r"\bmaster(?:'s|’s|s)?(?: degree)?\b(?! data|s? of ceremon)|\bm\.?sc\.?\b|\bph\.? ?d\b|"
    r"\bdoctora\w+|\bpromotion\b|\bmestrado\b|\bmáster\b|\bbac ?\+ ?5\b|\bpostgraduate\b|"
    r"\bmba\b",
    "bachelor-degree": r"\bbachelor(?:'s|’s|s)?\b|\bb\.?sc\.?\b|\bb\.?a\.? degree\b|\buniversity degree\b|"
    r"\bdegree in\b|\bcollege degree\b|\babgeschlossenes (?:\w+)?studium\b|"
    r"\bhochschulabschluss\b|\bstudium (?:der|in|im)\b|\blicenciatura\b|\blicence\b(?= en| de|,)|\bbac ?\+ ?3\b|"
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

LABELS = {
    "title": "job title|title|position|role|stelle|stellenbezeichnung|position|cargo|função|título|poste|"
    "intitulé du poste|puesto|vacante|rolle",
    "company": "company|employer|organisation|organization|hiring organization|unternehmen|arbeitgeber|firma|"
    "empresa|entidade|entreprise|société|employeur|compañía|company name",
    "place": "location|locations|place|city|where|office|job location|work location|standort|standorte|arbeitsort|"
    "einsatzort|ort|dienstort|local|localização|localidade|"
    "local de trabalho|lieu|lieu de travail|localisation|ubicación|lugar|lugar de trabajo|localización|based in",
    "workplace": "workplace|workplace type|work mode|remote|remote work|work arrangement|working model|work model|"
    "work type|arbeitsmodell|arbeitsweise|modelo de trabalho|regime de trabalho|regime|"
    "mode de travail|télétravail|modalidad|modalidad de trabajo|homeoffice|home office|on-site/remote|location type",
    "salary": "salary|pay|pay range|base pay range|ctc|salary range|compensation|base salary|rate|day rate|"
    "hourly rate|wage|"
    "remuneration|base pay|gehalt|vergütung|gehaltsspanne|jahresgehalt|lohn|verdienst|"
    "salário|remuneração|vencimento|faixa salarial|salaire|rémunération|fourchette salariale|salario|sueldo|"
    "retribución|banda salarial|remuneración|tjm",
    "type": "job type|employment type|type of employment|employment|contract type|contract|schedule|job types|type|"
    "work schedule|beschäftigungsart|anstellungsart|vertragsart|arbeitszeit|art der beschäftigung|"
    "tipo de contrato|tipo de emprego|tipo de vaga|vínculo|tipo de empleo|jornada|jornada laboral|type de contrat|"
    "type d'emploi|type d’emploi|contrat|contrato|beschäftigung",
    "department": "department|team|business unit|division|function|abteilung|bereich|fachbereich|"
    "departamento|área|equipa|equipe|département|service|équipe|área funcional|equipo",
    "identifier": "job id|job number|reference|reference number|ref|ref.|req id|requisition id|requisition|"
    "job code|job ref|job reference|kennziffer|referenznummer|referenz|stellennummer|stellen-id|"
    "referência|ref.ª|código da vaga|référence|réf|réf.|référence de l'offre|referencia|código",
    "experience": "experience|experiencia mínima|expérience minimum|years of experience|experience level|seniority|"
    "experience required|"
    "berufserfahrung|erfahrung|experiência|nível de experiência|expérience|experiencia|"
    "nivel de experiencia",
    "education": "education|estudios mínimos|éducation|education level|degree|qualification level|bildung|"
    "ausbildung|abschluss|formação|"
    "habilitações|escolaridade|formation|niveau d'études|niveau d’études|formación|estudios|"
    "nivel de estudios",
    "skills": "skills|required skills|key skills|technologies|tech stack|stack|our stack|tools|kenntnisse|"
    "fähigkeiten|technologien|tech-stack|competências|tecnologias|compétences|technologies utilisées|"
    "habilidades|tecnologías|competencias",
    "hours": "hours|working hours|hours per week|weekly hours|wochenstunden|arbeitsstunden|wochenarbeitszeit|"
    "horário|horas|carga horária|horaires|durée du travail|temps de travail|horario",
    "openings": "openings|número de vacantes|number of openings|positions|vacancies|anzahl stellen|vagas|"
    "número de vagas|"
    "nombre de postes|vacantes",
    "travel": "travel|travel required|reisebereitschaft|reisetätigkeit|viagens|déplacements|viajes",
    "industry": "industry|industries|sector|branche|setor|indústria|secteur|sector de actividad",
    "apply": "apply|apply here|apply at|apply now|how to apply|application|applications|application link|"
    "apply online|to apply|bewerbung|bewerbung an|bewerbungen an|jetzt bewerben|bewerben|candidatura|"
    "candidaturas|candidate-se|"
    "candidatar-se|inscrição|inscrições|postuler|candidature|candidatures|pour postuler|inscripciones|postular|"
    "solicitud|solicitudes|enviar cv|send your cv to|enviar candidatura para",
    "contact": "contact|contact person|ansprechpartner|ansprechpartnerin|kontakt|contacto|contato|contact rh",
    "language": "language|sprache|idioma|langue",
    "start": "start|start date|starting date|earliest start|eintrittstermin|startdatum|arbeitsbeginn|início|"
    "data de início|"
    "date de début|prise de poste|début|fecha de inicio|inicio|incorporación",
    "other": "seniority level|job function|size|founded|company size|notice period|visa sponsorship|tipo de oferta|"
    "rating|"
    "job level|niveau hiérarchique|karrierestufe|tätigkeitsbereich|nível de senioridade|função|nivel de antigüedad",
    "equity": "equity|stock options|beteiligung|participação",
    "date": "date|datum|data|fecha",
}
_LABELS = {label: field for field, labels in LABELS.items() for label in labels.split("|")}

_STANDS_EMPTY = re.compile(
    r"(?:not (?:specified|provided|available|disclosed|mentioned|given|stated)|unspecified|undisclosed|n/?a|none|"
    r"-+|–|—|\?|\.+|null|keine angabe|k\. ?a\.|não (?:especificado|informado|divulgado)|"
    r"a combinar|non (?:précisé|spécifié|renseigné)e?|no (?:especificado|indicado)|sin especificar|"
    r"to be (?:defined|discussed)|tbd|tba|competitive|negotiable|nach vereinbarung|à négocier|a convenir)\.?",
    re.IGNORECASE,
)


def label_of(text: str) -> str:
    """The field that a label such as `Standort:` or `Job type` stands for; empty for other words."""
    return _LABELS.get(text.strip().rstrip(":").strip().casefold(), "")


def says_nothing(text: str) -> bool:
    """Whether a label's value is only a filler: `Not specified`, `n/a`, `-`."""
    return not text.strip(" .:-–—") or bool(_STANDS_EMPTY.fullmatch(text.strip()))


def employment_types(text: str) -> tuple[str, ...]:
    """The employment types that a label's value or an ATS code names."""
    folded = text.casefold().replace("_", " ").strip()
    if folded in _CODES:
        return (_CODES[folded],)
    return tuple(name for name, pattern in _TYPES.items() if pattern.search(folded) or pattern.search(text))


def is_employment_type(text: str) -> bool:
    """Whether `text` is nothing but words for a type of employment."""
    left = text
    for pattern in _TYPES.values():
        left = pattern.sub("", left)
    left = _FILLERS.sub("", left)
    return bool(employment_types(text)) and not re.sub(r"[\W_]+|\b(?:and|or|und|oder|ou|et|o|y|e|a|in)\b", "", left)


def types_in_text(text: str) -> tuple[str, ...]:
    """Employment types that running text names beyond doubt."""
    return tuple(name for name, words in _PLAIN_TYPES.items() if re.search(words, text, re.IGNORECASE))


def workplace(text: str) -> str:
    """`remote`, `hybrid` or `on-site` by the words of a label's value or a headline; empty when none is said."""
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
