"""Headings of adverts in five languages, and text under them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ssg.importers.shape import heading_of, is_item

# What a heading says in full, by what the part under it is.
_KINDS = {
    "responsibilities": r"responsibilities|key responsibilities|your responsibilities|main responsibilities|"
                        r"what you(?:['’]ll| will) (?:do|be doing|work on|own)|what you(?:['’]ll|"
                        r" will) be (?:doing|working on)|the role|about the role|your role|role overview|your mission|"
    r"your (?:tasks|day|impact)|duties|day[- ]to[- ]day|in this role|job duties|the job|scope|"
    r"(?:deine |ihre |die )?aufgaben(?:gebiet|bereich)?|das erwartet (?:dich|sie)|was (?:dich|sie) erwartet|"
    r"deine rolle|tätigkeiten|das machst du|was du (?:machst|tust|bewegst)|deine mission|verantwortlichkeiten|"
    r"responsabilidades|(?:principais )?funções|o que (?:vais|vai|irás|irá) fazer|as tuas (?:funções|"
    r"responsabilidades)|atividades|o teu papel|"
    r"(?:vos |tes |les )?missions(?: principales)?|(?:vos |tes )?responsabilités|votre (?:rôle|mission)|ton rôle|"
    r"ce que (?:vous ferez|tu feras)|"
    r"(?:tus )?funciones|tareas|qué harás|tu (?:rol|misión)|lo que harás",
    "qualifications": r"requirements|qualifications|(?:minimum|basic|preferred|required) qualifications|"
                      r"what (?:you bring|we(?:['’]re| are) looking for|we look for|you(?:['’]ll| will) (?:bring|"
                      r"need))|who you are|about you|you have|your (?:profile|skills|experience|background)|"
                      r"must[- ]haves?|"
    r"nice[- ]to[- ]haves?|bonus points|skills and experience|experience|ideal candidate|you(?:['’]re|"
    r" are) a good fit|you (?:might|may) be a (?:good |great )?fit(?: if)?(?: you)?|you(?:['’]re|"
    r" are)? (?:a )?(?:good |great )?fit if(?: you)?|what you need|key (?:requirements|skills)|a plus|"
    r"(?:dein |ihr |das )?(?:profil|anforderungsprofil)|anforderungen|das bringst du mit|was (?:du mitbringst|"
    r"sie mitbringen)|(?:deine |ihre )?qualifikation(?:en)?|voraussetzungen|das (?:zeichnet dich aus|"
    r"wünschen wir uns)|wir suchen|du bringst mit|kenntnisse|von vorteil|"
    r"requisitos|perfil|qualificações|o que procuramos|o que (?:trazes|precisas)|o teu perfil|competências|"
    r"valorizamos|é um plus|habilitações|diferenciais|"
    r"(?:votre |ton )?profil(?: recherché)?|compétences(?: requises)?|exigences|qualifications requises|"
    r"ce que nous recherchons|prérequis|les plus|"
    r"qué buscamos|lo que buscamos|tu perfil|se valorará|imprescindible|requerimientos|deseable",
    "benefits": r"benefits|perks|benefits (?:and|&) perks|perks (?:and|&) benefits|what we offer|we offer|"
                r"our offer|what(?:['’]s| is) in it for you|why (?:join us|work with us|us)|compensation (?:and|"
                r"&) benefits|pay and benefits|your benefits|what you(?:['’]ll| will) get|"
    r"(?:deine |ihre )?(?:benefits|vorteile)|wir bieten(?: dir| ihnen)?|das bieten wir(?: dir| ihnen)?|"
    r"was wir (?:dir |ihnen )?bieten|unser angebot|darauf (?:kannst du|können sie) (?:dich|sich) freuen|warum wir|"
    r"benefícios|o que oferecemos|oferecemos|regalias|vantagens|"
    r"avantages|(?:ce que )?nous (?:vous )?(?:offrons|proposons)|ce que nous (?:vous |t['’])?(?:offrons|proposons)|"
    r"nos avantages|pourquoi nous rejoindre|"
    r"beneficios|(?:qué|lo que) (?:te )?ofrecemos|ofrecemos|ventajas",
    "skills": r"skills|required skills|key skills|technical skills|tech stack|our (?:tech )?stack|technologies|"
              r"tools|the stack|technologien|tech-stack|unser (?:tech-)?stack|tecnologias|stack(?: técnica|"
              r" técnico| tecnológico)?|technologies utilisées|environnement technique|tecnologías",
    "interview": r"(?:our |the )?(?:interview|hiring|recruitment|recruiting|selection|application) (?:process|"
                 r"stages|steps)|interviews?|how we hire|what to expect|next steps|(?:der |"
                 r"unser )?bewerbungsprozess|(?:der )?auswahlprozess|so geht es weiter|ablauf(?: der bewerbung)?|"
    r"processo (?:de (?:recrutamento|seleção|entrevistas)|seletivo)|entrevistas|etapas|"
    r"(?:le )?processus (?:de recrutement|d['’]entretien|de sélection)|entretiens|"
    r"(?:le )?déroulement(?: des entretiens| du processus| de nos entretiens)?|"
    r"proceso de (?:selección|entrevistas|contratación)",
    "company": r"about (?:us|the (?:company|team)|our (?:company|team))|who we are|our (?:story|mission|company|"
               r"team|values)|the (?:company|team)|company (?:description|overview)|über uns|wer wir sind|"
               r"das unternehmen|sobre (?:nós|a empresa|nosotros|la empresa)|quem somos|"
    r"a empresa|à propos(?: de nous)?|qui sommes[- ]nous|l['’]entreprise|quiénes somos|la empresa",
    "job": r"about the (?:job|position|opportunity)|job (?:description|summary|overview|details)|"
           r"(?:full )?job description|description|overview|summary|stellenbeschreibung|beschreibung|(?:über|"
           r"zur) (?:die stelle|stelle)|die stelle|descrição(?: d[aoe] (?:vaga|função|trabalho|emprego|cargo))?|"
           r"sobre (?:a vaga|o cargo|"
           r"a função)|a vaga|"
    r"le poste|description(?: du poste| de l['’]offre)?|descriptif(?: du poste)?|descripción(?: del (?:puesto|"
    r"empleo))?|"
    r"sobre el puesto|el puesto",
    "apply": r"how to apply|apply|to apply|application|bewerbung|so bewirbst du dich|"
             r"como (?:te )?candidatar(?:es)?(?:-se|-te)?|candidatura|comment postuler|pour postuler|candidature|"
             r"cómo (?:aplicar|inscribirse)",
    "equal": r"equal (?:opportunit(?:y|ies)|employment).{0,30}|(?:our commitment to )?diversity.{0,40}|eeo.{0,20}|"
             r"chancengleichheit|vielfalt|igualdade de oportunidades|égalité des chances|igualdad de oportunidades|"
             r"accommodations?",
    "pay": r"compensation|salary|pay|salary range|compensation range|gehalt|vergütung|salário|remuneração|"
           r"rémunération|salaire|salario|retribución",
    "place": r"location|where you(?:['’]ll| will)? work|standort|local|lieu|ubicación|workplace",
}  # fmt: skip
_AND = r"\s*(?:&|/|,|\band\b|\bund\b|\bet\b|\be\b|\by\b)\s*"
_PATTERNS = {
    kind: re.compile(rf"(?:[\w'’]+{_AND})?(?:{words})(?:{_AND}[\w'’ -]{{3,30}})?(?:\s*\(.{{0,40}}\))?", re.IGNORECASE)
    for kind, words in _KINDS.items()
}
_ABOUT_NAME = re.compile(r"(?:about|über|sobre(?: a| o)?|à propos de|acerca de)\s+[A-ZÀ-Ý][\w.&' -]{1,40}")
LONGEST = 70


@dataclass(frozen=True)
class Part:
    """A part of a body: its heading, the kind that the heading names (or empty), its lines."""

    heading: str
    kind: str
    lines: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The items of its lists, each as one line; without a list, its lines."""
        listed = [_item_text(line) for line in self.lines if is_item(line)]
        return tuple(listed or [line.strip() for line in self.lines if line.strip()])


def heading_kind(text: str) -> str:
    """What the part under a heading is: responsibilities, qualifications, benefits ...; empty for other words."""
    text = text.strip().strip("*#_ ").rstrip(":?!…. ").strip()
    text = re.sub(r"^[^\w(]+", "", text)
    if not text or len(text) > LONGEST:
        return ""
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(text)), "")
    return kind or ("company" if _ABOUT_NAME.fullmatch(text) else "")


def parts_of(markdown: str) -> tuple[Part, ...]:
    """A Markdown body cut at its headings; what stands before the first has an empty heading."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in markdown.split("\n"):
        if found := heading_of(line):
            parts.append((found[1], []))
        else:
            parts[-1][1].append(line)
    return tuple(Part(heading, heading_kind(heading), tuple(lines)) for heading, lines in parts)


def lines_of(parts: Iterable[Part], *kinds: str) -> list[str]:
    """Every line of the parts of some kinds, without bullets; of all parts but the company's when none has them."""
    chosen = [part for part in parts if part.kind in kinds] or [
        part for part in parts if part.kind not in ("company", "equal")
    ]
    return [_item_text(line) for part in chosen for line in part.lines if line.strip()]


def _item_text(line: str) -> str:
    return re.sub(r"^\s*(?:-|\d{1,3}[.)])\s+", "", line).replace("**", "").strip()
