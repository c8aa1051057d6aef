"""Words that jobs are called by, of all trades, in five languages."""

from __future__ import annotations

import re

# Parts of words: German joins them to others (Altenpfleger), Romance languages bend them (enfermeira, enfermeiro).
_PARTS = r"""
engineer(?!ing\b) develop(?!ment|ing) programmer manager designer analyst scientist architect(?!ure) director
specialist consultant administrat(?!ion) assistant representative recruiter technician teacher accountant researcher
coordinator barista mechanic(?!al) electrician devops strategist supervisor physician therapist instructor professor
receptionist copywriter carpenter bookkeeper housekeeper caregiver paramedic pharmacist radiographer midwife
psychologist veterinar nutritionist dentist hygienist surveyor machinist fabricator labourer plumber roofer
bricklayer forklift dispatcher estimator merchandiser entwickler ingenieur berater sachbearbeit verkäufer mitarbeiter
kaufmann kauffrau kaufleute werkstudent fachkraft pfleger pflegefach pflegekraft techniker assistenz administrator
programmierer mechaniker mechatroniker elektroniker elektriker monteur schweißer schlosser schreiner tischler maurer
dachdecker installateur klempner erzieher buchhalter redakteur fachangestellte kinderpfleger krankenschwester hebamme
therapeut(?!ic|isch) apotheker konstrukteur kraftfahrer fahrer bäcker konditor metzger kellner köchin disponent
lagerist logistiker reinigungskraft referendar referent geschäftsführ vertriebler gärtner friseur lehrkraft bauleiter
projektleit teamleit filialleit abteilungsleit schichtleit fachinformatiker zerspanungs produktionshelfer
staplerfahrer hausmeister rechtsanwalt rechtsanwältin steuerfach notarfach ärztin facharzt oberarzt assistenzarzt
optiker akustiker sozialarbeit sozialpädagog engenheir programador desenvolvedor gestor analista técnic assistente
diretor estagiári coordenador consultor enfermeir motorista contabilista rececionista operador vendedor cozinheir
empregad pedreiro eletricista canalizador soldador mecânic serralheiro carpinteiro fisioterapeuta farmacêutic
psicólog educador cabeleireir costureir padeir pasteleir talhante repositor lojista caixeir advogad solicitador
jardineiro segurança vigilante rececion auxiliar formador cuidador ajudante ingénieur développeu responsable
technicien comptable directeur directrice concepteur rédacteur infirmi vendeu stagiaire alternan architecte analyste
conseill boulang pâtissi cuisini serveu serveuse boucher coiffeu plombier électricien soudeu menuisi maçon couvreur
charpent chauffeu cariste préparateur préparatrice magasini manutention aide-soignant aide-soignante sage-femme
kinésithérapeute pharmacien orthophoniste éducat animateur animatrice enseignant formateur formatrice juriste avocat
notaire gestionnaire assistanat secrétaire hôte hôtesse réceptionniste téléconseiller commercial mécanicien
chaudronni usineur technico opérateur opératrice auxiliaire négociat ingenier desarrollador diseñador técnico abogad
contable enfermer arquitecto cociner camarer dependient panader fontaner electricist soldador mecánic albañil
conductor repartidor mozo operari peon peón limpiador recepcionista administrativ auxiliar celador fisioterapeut
farmacéutic psicólog profesor maestr educador monitor peluquer jardiner vigilante teleoperador encargad comercial
médic
"""
# Whole words: short ones that stand inside many others.
_WORDS = """
boilermaker|rigger|scaffolder|glazier|tiler|upholsterer|tailor|seamstress|toolmaker|maker
chemist|biologist|physicist|geologist|mathematician|archaeologist|historian|botanist|astronomer|ecologist
lead|leader|head of|officer|intern|internship|nurse|driver|writer|editor|associate|executive|operator|owner|cook|chef
sre|tester|qa|advisor|adviser|agent|buyer|planner|clerk|partner|controller|counsel|lawyer|attorney|paralegal|solicitor
trainer|lecturer|tutor|worker|security guard|guard|cto|ceo|cfo|coo|cmo|vp|evangelist|advocate|translator|interpreter
marketer|cashier|waiter|waitress|bartender|server|host|hostess|dishwasher|porter|butcher|baker|picker|packer|operative
welder|fitter|painter|joiner|plasterer|foreman|groundskeeper|gardener|landscaper|cleaner|janitor|custodian|caretaker
stylist|hairdresser|barber|nanny|au pair|carer|counsellor|counselor|social worker|caseworker|librarian|curator
surgeon|doctor|gp|registrar|phlebotomist|optician|audiologist|sonographer|dietitian|pilot|cabin crew|flight attendant
courier|loader|stocker|shelf stacker|trader|broker|underwriter|actuary|auditor|economist|statistician|banker|teller
educator|attendant|guide|ranger|keeper|handler|groomer|sommelier|brewer|miller|farmer|grower|vet|postman
sales|account executive|customer success|customer support|customer service|help ?desk|data entry|product owner
scrum master|dba|ux|ui|crew member|team member|staff|apprentice|trainee|foreperson|installer|assembler|inspector
photographer|videographer|animator|illustrator|producer|journalist|reporter|publicist|teaching fellow|postdoc|phd
postdoctoral|fellow|chair|dean|principal|headteacher|leiter|leiterin|leitung|leiter/in|koch|lehrer|lehrerin|arzt
praktikant|praktikantin|praktikum|azubi|auszubildende|auszubildender|ausbildung|aushilfe|minijob|hilfskraft
zimmermann|maler|malerin|schreinerin|bäckerin|meister|helfer|kraft|pädagoge|pädagogin|jurist|juristin|volljurist
bedienung|servicekraft|verkauf|wirt|operateur|estágio|professor|professora|médico|médica|dentista|comercial
cozinha|caixa|pintor|pintora|trolha|barman|copeiro|copeira|chefe|responsável|gerente|diretora|babá|faxineira
porteiro|chargé|chargée|chef de|cheffe de|chef d|médecin|aide|agent|agente|ouvrier|ouvrière|peintre|monteur
jardinier|livreur|livreuse|coursier|acheteur|acheteuse|juriste|consultant|consultante|jefe|jefa|directora?|redactor
redactora|asesor|asesora|gestora?|coordinadora?|ayudante|dependienta?|cajer[oa]|repostero|pintora?|transportista
delineante|becari[oa]|prácticas|matron[ae]|cuidadora?|niñera|conserje
"""
_JOB = re.compile(
    rf"(?:{'|'.join(_PARTS.split())})|\b(?:{'|'.join(_WORDS.split(chr(10)))[1:-1]})s?\b".replace("||", "|"),
    re.IGNORECASE,
)
# `Boulanger·ère`, `Empregado/a`, `Verkäufer:in`: a name bent for everybody can only be that of a person at work.
_BENT = re.compile(
    r"(?<=\w\w\w)(?:[·.•](?:e|ère|euse|rice|ne|te|se|ve)\b|/(?:a|o|as|os|in|innen|e|ne|euse|rice|trice|ière|ère|frau)\b|"
    r"\((?:a|in|e|o|ne)\)|[*:_](?:in|innen|r)\b)"
)


_LONGEST = 300


def names_job(text: str) -> bool:
    """Whether a line holds a word that jobs are called by."""
    return bool(_JOB.search(text[:_LONGEST]) or _BENT.search(text[:_LONGEST]))
