"""What the heading of a part of an advert says in full, in five languages, by what the part under it is.

A line lists patterns between bars. `'` stands for either apostrophe.
"""

from __future__ import annotations

import re

HEADINGS = {
    "responsibilities": r"""
what you(?:'d| would) (?:do|be doing)
what will you (?:do|be doing|work on)|what would you do
(?:essential |key |main |primary |core )?(?:job )?(?:duties|functions)(?: (?:and|&) responsibilities)?
(?:your |main |the )?tasks|your job|das sind (?:deine|ihre) (?:neuen )?aufgaben
(?:deine|ihre) (?:neue )?aufgabe|tâches|activités
(?:key |main |core |primary |your |job )?responsibilities|(?:key |main |core |your )?duties|main tasks
key accountabilities
what you(?:'ll| will) (?:do|be doing|work on|own|be working on)|what you (?:do|own)|you(?:'ll| will)|you will be
what you(?:'ll| will) be (?:doing|working on|responsible for)|what the job involves|what(?:'s| is) involved
(?:about )?the role|your (?:new )?role|role overview|your mission|the mission|role (?:description|purpose|summary)
your (?:tasks|day|impact|shift)|day[- ]to[- ]day|in this (?:role|position|job)(?:,? you(?:'ll| will))?|job duties
the job|scope|a (?:typical )?day in (?:the|your) life|as an? [\w -]{3,40},? you(?:'ll| will)|we will ask you to
the successful candidate will|the post ?holder will|main duties and responsibilities|essential functions
(?:deine |ihre |die |eure )?(?:haupt)?aufgaben(?:gebiet|bereich|schwerpunkte)?|das erwartet (?:dich|sie|euch)
was (?:dich|sie|euch) erwartet|(?:deine|ihre) rolle|(?:deine |ihre )?tätigkeiten|das machst du
was du (?:machst|tust|bewegst)
(?:deine|ihre) mission|verantwortlichkeiten|(?:dein|ihr) (?:job|verantwortungsbereich|aufgabengebiet)|ihre tätigkeit
das sind (?:deine|ihre) aufgaben|damit (?:begeisterst|überzeugst) du|was sind (?:deine|ihre) aufgaben|dein tag bei uns
(?:principais )?responsabilidades|(?:principais )?funções(?: principais)?|o que (?:vais|vai|irás|irá) fazer
as (?:tuas|suas) (?:funções|responsabilidades)|atividades|o (?:teu|seu) papel|(?:a tua|a sua) missão|tarefas
o que (?:farás|fará)|responsabilidades e atribuições|atribuições
(?:vos |tes |les |principales )?missions(?: principales)?|(?:vos |tes |les )?responsabilités
(?:votre|ton) (?:rôle|mission)
ce que (?:vous ferez|tu feras|vous allez faire|tu vas faire)|vos tâches|activités(?: principales)?|missions du poste
(?:tus |principales )?funciones(?: principales)?|tareas|qué harás|tu (?:rol|misión|día a día)|lo que harás
responsabilidades principales|qué vas a hacer|cuáles serán tus funciones|tus responsabilidades
""",
    "qualifications": r"""
what we want|we imagine that you(?: have)?
(?:the |your )?profile|you (?:might|may|will|'ll) (?:thrive|succeed|love it|enjoy it).{0,20}
(?:main|key|core|technical|other) requirements|preferred experience|we wish for|what we ask
bonus|bonus skills|must have|good to have|we expect|minimum qualifications
requirements
(?:minimum|basic|preferred|required|essential|desired|desirable|additional) (?:qualifications|requirements|criteria)
qualifications
what (?:you bring|we(?:'re| are) looking for|we look for|you have|we need(?: from you)?)
what you(?:'ll| will) (?:bring|need|have)
what we(?:'re| are) looking for in you|who you are|about you|you have|you bring
your (?:profile|skills|experience|background)
must[- ]haves?|nice[- ]to[- ]haves?|nice if you have|bonus points(?: if)?|bonus if you|skills and experience
(?:relevant |required |professional )?experience(?: required)?|(?:the )?ideal candidate|you(?:'re| are) a good fit
you (?:might|may|could)? ?be a (?:good |great )?(?:fit|match)(?: if)?(?: you)?
we(?:'d| would) love (?:to hear from you )?if(?: you)?
you(?:'re| are)? (?:a )?(?:good |great )?fit if(?: you)?|what you need|key (?:requirements|skills|qualifications)
a plus
person specification|essential|desirable|essential skills|desirable skills|candidate profile
requirements for the (?:role|job)
job requirements|pluses|extra points|what makes you (?:great|a great fit|stand out)|who we(?:'re| are) looking for|you
physical requirements|certifications|licen[cs]es and certifications|education and experience|we ask for|we need
you are
minimum requirements|what you(?:'ll| will) need(?: to succeed)?|this (?:might|could) be you|is this you
it(?:'s| is) you if
(?:dein |ihr |das |euer )?(?:profil|anforderungsprofil)|(?:deine |ihre |unsere )?anforderungen|das bringst du mit
(?:das bringen sie|was (?:du mitbringst|sie mitbringen)|das solltest du)(?: mit(?:bringen)?)?
was wir (?:uns wünschen|erwarten)
(?:deine |ihre |fachliche )?qualifikation(?:en)?|(?:deine |ihre )?voraussetzungen
das (?:zeichnet (?:dich|sie) aus|wünschen wir uns)
wir suchen|du bringst mit|sie bringen mit|(?:deine |ihre )?kenntnisse|von vorteil|wünschenswert|wir erwarten
das wünschen wir uns
(?:deine|ihre) (?:skills|stärken)|damit punktest du|du passt zu uns, wenn du|das passt zu uns
(?:os )?requisitos(?: obrigatórios| mínimos)?|(?:o teu |o seu )?perfil(?: pretendido| do candidato)?|qualificações
o que procuramos|o que (?:trazes|precisas|esperamos(?: de ti)?)|competências|valorizamos|é um plus|habilitações
diferenciais
requisitos e qualificações|procuramos|quem procuramos|fatores preferenciais|será valorizado|desejável
(?:votre |ton |le )?profil(?: recherché| souhaité)?|compétences(?: requises| attendues)?|exigences
qualifications requises
ce que nous recherchons|qui (?:êtes-vous|es-tu)|prérequis|pré-requis|les plus|(?:vos|tes) compétences|vous avez
vous êtes
votre profil et vos compétences|qualités requises|savoir-être|savoir-faire|expérience(?: requise)?
(?:los )?requisitos(?: mínimos| deseados)?|qué buscamos|lo que buscamos|buscamos|tu perfil|se valorará|imprescindible
requerimientos
deseable|qué necesitas|perfil (?:buscado|requerido)|qué esperamos de ti|valorable|qué pedimos
qué necesitamos de ti
""",
    "benefits": r"""
(?:the |our )?offer
wir geben dir|what we give you|what you get from us|das geben wir dir
benefits|perks|benefits (?:and|&) perks|perks (?:and|&) benefits|(?:what )?we offer(?: you)?|our offer|your benefits
the benefits
what(?:'s| is) (?:in it for you|on offer)|why (?:join us|work with us|us|you(?:'ll| will) love working here)
benefits include
compensation (?:and|&) benefits|pay (?:and|&) benefits|what you(?:'ll| will) (?:get|receive)|what you get|in return
we give you
benefits package|our benefits|employee benefits|perks at [\w .&-]{2,30}|the package|what we can offer(?: you)?
in return we offer
(?:deine |ihre |unsere )?(?:benefits|vorteile)|(?:das |was )?(?:wir )?bieten(?: wir)?(?: dir| ihnen| euch)?
wir bieten(?: dir| ihnen)?
das bieten wir(?: dir| ihnen)?|was wir (?:dir |ihnen |euch )?bieten|unser(?:e)? (?:angebot|leistungen)|warum wir
gute gründe
darauf (?:kannst du|können sie) (?:dich|sich) freuen|das (?:bekommst du|erhältst du)|deine vorteile bei uns
das spricht für uns
benefícios|(?:o que )?(?:a empresa )?oferecemos|(?:o que )?(?:te )?oferecemos|oferece-se|regalias|vantagens|oferta
o que temos para (?:ti|si)
condições|condições oferecidas
avantages|(?:les |vos |nos )avantages|(?:ce que )?nous (?:vous |te )?(?:offrons|proposons)|pourquoi nous rejoindre
on t'offre
ce que nous (?:vous |t')?(?:offrons|proposons)
ce qu(?:e nous|'on) (?:vous |te |t')?(?:offrons|offre|propose|proposons)
conditions(?: de travail)?|rémunération et avantages
beneficios|(?:qué|lo que) (?:te )?ofrecemos|(?:se )?ofrece(?:mos)?|ventajas|qué (?:te )?ofrecemos|condiciones
por qué unirte
""",
    "skills": r"""
(?:required |key |technical |hard |soft )?skills|(?:our )?(?:tech )?stack|technologies|tools|the stack|what we use
we work with
technologien|(?:unser )?tech-stack|unser (?:tech-)?stack|womit wir arbeiten|tecnologias
stack(?: técnica| técnico| tecnológico)?
technologies utilisées|environnement technique|stack technique|tecnologías|nuestro stack
""",
    "interview": r"""
(?:our |the )?(?:interview|hiring|recruitment|recruiting|selection|application) (?:process|stages|steps)|interviews?
how we hire
what to expect|next steps|(?:our |the )?process|how it works|our process|the steps|interview plan
(?:der |unser |dein )?(?:bewerbungs|auswahl|recruiting)prozess|so geht es weiter|ablauf(?: der bewerbung)?
bewerbungsablauf
wie geht es weiter|deine nächsten schritte
processo (?:de (?:recrutamento|seleção|entrevistas)|seletivo)|entrevistas|etapas|etapas do processo|o processo
(?:le |notre )?processus(?: de recrutement| d'entretien| de sélection)?|entretiens|les étapes(?: du recrutement)?
(?:le )?déroulement(?: des entretiens| du processus| de nos entretiens)?
(?:el |nuestro )?proceso(?: de (?:selección|entrevistas|contratación))?
""",
    "company": r"""
entreprise|empresa|unternehmen|société|the employer|about the department
about (?:us|the (?:company|team|business|employer|organi[sz]ation|school|hospital|practice|client))
about our (?:company|team)
who we are|our (?:story|mission|company|team|values|culture|client)|the (?:company|team)
company (?:description|overview|profile)
why we exist|background|introduction|the organi[sz]ation|meet the team
über uns|wer wir sind|(?:das|unser) unternehmen|wir über uns|das sind wir|unser team|wir stellen uns vor|einleitung
sobre (?:nós|a empresa|nosotros|la empresa|a equipa)|quem somos|a (?:nossa )?empresa|quiénes somos|la empresa
conócenos|a equipa
à propos(?: de nous| de l'entreprise)?|qui sommes[- ]nous|(?:l'|notre )entreprise|l'équipe
présentation(?: de l'entreprise)?|le contexte
""",
    "job": r"""
about the (?:job|position|opportunity|post)|job (?:description|summary|overview|details|purpose|profile)
position summary
(?:full )?job description|description|overview|summary|the (?:position|opportunity|post)|position overview
job description summary
stellenbeschreibung|beschreibung|(?:über|zur) (?:die|diese|der)? ?(?:stelle|position)|die stelle|stelleninformationen
der job
descrição(?: d[aoe] (?:vaga|função|trabalho|emprego|cargo|oferta))?|sobre (?:a vaga|o cargo|a função)|a vaga|a função
le poste|description(?: du poste| de l'offre| de la mission)?|descriptif(?: du poste)?|(?:à propos )?du poste
votre poste
descripción(?: del (?:puesto|empleo|trabajo)| de la oferta)?|sobre el puesto|el puesto|sobre la oferta
""",
    "apply": r"""
bewirb dich(?: jetzt)?|jetzt bewerben|bewerben sie sich|so bewerben sie sich
how to apply|apply|to apply|application|applications|interested|sounds (?:good|like you|interesting)|ready to apply
contact
bewerbung|(?:deine|ihre|jetzt) bewerb(?:ung|en)|so bewirbst du dich|interesse|interessiert
(?:ihr|dein) (?:kontakt|ansprechpartner)
haben wir (?:dein|ihr) interesse geweckt|(?:neugierig|klingt gut)(?: geworden)?|kontakt|kontaktdaten
como (?:te )?candidatar(?:es)?(?:-se|-te)?|candidatura|candidaturas|interessad[oa]|interessado\(a\)|contactos?
comment postuler|pour postuler|(?:votre )?candidature|intéressé(?:\(e\)|·e|e)?
cómo (?:aplicar|inscribirse|solicitar)|(?:te interesa|interesad[oa])|candidaturas|contacto
""",
    "equal": r"""
equal (?:opportunit(?:y|ies)|employment).{0,30}|(?:our commitment to )?(?:diversity|inclusion).{0,40}|eeo.{0,20}
accommodations?
our commitment to .{3,40}|safeguarding|privacy notice|chancengleichheit|vielfalt|diversität
igualdade de oportunidades|égalité des chances|igualdad de oportunidades|handicap|inclusión|inclusão
""",
    "pay": r"""
compensation|salary|pay|salary range|compensation range|pay range|salary and benefits|remuneration|wage
pay transparency
gehalt|vergütung|(?:deine|ihre) vergütung|lohn|salário|remuneração|rémunération|salaire|salario|retribución|sueldo
""",
    "place": r"""
locations?|where you(?:'ll| will)? work|where we work|standorte?|local|lieu|ubicación|workplace|arbeitsort|hours
working hours
work environment|schedule|arbeitszeit|horário|horaires|horario|start date|duration|additional information
other information|remote
zusätzliche informationen|weitere informationen|sonstiges|informações adicionais|informations complémentaires
información adicional|rahmenbedingungen|good to know|important|please note|employer questions|modalités
""",
}  # fmt: skip

# Short lines that begin as only headings do.
_OPENERS = re.compile(
    r"(?:what|why|how|who|where|when)(?:'s|’s|'ll|’ll|'re|’re)? (?!if\b).{2,45}|about (?:the|our|you|your|"
    r"this) .{2,30}|"
    r"(?:was|wie|warum|wer|wo|wofür|womit|worauf) (?:wir|du|dich|dir|sie|ihr|uns|ist|erwartet|bieten|"
    r"zeichnet) ?.{0,40}|"
    r"das (?:bringst|bieten|erwartet|bekommst|kannst|sind|solltest|macht|zeichnet|wünschen|machst|bist) .{1,40}|"
    r"(?:o que|porquê|por que|quem|como) .{3,45}|(?:ce que|pourquoi|qui|comment|où) .{3,45}|"
    r"(?:qué|lo que|por qué|quién|cómo) .{3,45}",
    re.IGNORECASE,
)
_AND = r"\s*(?:&|/|,|\+|\band\b|\bund\b|\bet\b|\be\b|\by\b)\s*"
_BEHIND = r"\s+(?:at|here|with us|for us|bei|chez|na|every day|each day|in this role)(?: [\w .'’&-]{2,30})?"
_ABOUT_NAME = re.compile(r"(?i:about|über|sobre(?: a| o)?|à propos de|acerca de)\s+[A-ZÀ-Ý][\w.&' -]{1,40}")
LONGEST = 70


def _pattern(listed: str) -> re.Pattern[str]:
    words = "|".join(line.strip() for line in listed.strip().split("\n")).replace("'", "['’]")
    return re.compile(
        rf"(?:[\w'’]+{_AND})?(?:{words})(?:{_BEHIND})?(?:{_AND}[\w'’ -]{{3,30}})?(?:\s*\(.{{0,40}}\))?", re.IGNORECASE
    )


_PATTERNS = {kind: _pattern(listed) for kind, listed in HEADINGS.items()}


def heading_kind(text: str) -> str:
    """What the part under a heading is: responsibilities, qualifications, benefits ...; empty for other words.

    `other` is what is surely a heading and names none of these.
    """
    bare = text.strip().strip("*#_ ")
    text = re.sub(r"^[^\w(]+", "", bare.rstrip(":?!…. ").strip())
    if not text or len(text) > LONGEST or (bare.endswith(".") and not bare.endswith("...")):
        return ""
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(text)), "")
    if kind or _ABOUT_NAME.fullmatch(text):
        return kind or "company"
    short = len(text.split()) <= 7 and not bare.endswith((".", ",", ";", "!")) and bare[:1].isupper()
    return "other" if short and _OPENERS.fullmatch(text) else ""
