"""Labels of facts, `Standort:` or `Job type`, in five languages, by the field that they stand for."""

from __future__ import annotations

LABELS = {
    "title": """
job title|title|position|position title|role|vacancy|post|job|stelle|stellenbezeichnung|rolle|cargo|função|título|vaga
poste|intitulé du poste|intitulé|puesto|puesto de trabajo|vacante|oferta
""",
    "company": """
hospital|clinic|practice|university|institution
company|employer|organisation|organization|hiring organization|company name|organisation name|unternehmen|arbeitgeber
firma|empresa|entidade|entidade empregadora|entreprise|société|employeur|compañía|empleador
""",
    "place": """
based at|base|reporting location
zona|região|concelho|distrito|provincia|lieu du poste|location(s) of the role|vacancy location
location|locations|place|city|where|office|job location|work location|duty station|place of work|location(s)
office location|standort|standorte|arbeitsort|arbeitsorte|einsatzort|ort|dienstort|local|localização|localidade
local de trabalho|lieu|lieu de travail|localisation|ubicación|lugar|lugar de trabajo|localización|based in|localidad
población|ciudad|cidade|ville
""",
    "workplace": """
remote job|telework eligible|télétravail possible|work setting
workplace|workplace type|work mode|remote|remote work|remote type|remote status|work arrangement|working model
work model|work type|working pattern|arbeitsmodell|arbeitsweise|modelo de trabalho|regime de trabalho|regime
mode de travail|télétravail|modalidad|modalidad de trabajo|homeoffice|home office|on-site/remote|location type
teletrabajo|teletrabalho
""",
    "salary": """
bolsa|stipend|gratification|honorar
salary|pay|pay range|base pay range|ctc|salary range|compensation|base salary|rate|day rate|package|salary package
hourly rate|wage|wages|hourly wage|hourly pay|weekly pay|annual salary|salary (per annum)|compensation range
remuneration|base pay|estimated pay|gehalt|vergütung|gehaltsspanne|jahresgehalt|lohn|verdienst|stundenlohn
entgelt|eingruppierung|bezahlung|salário|remuneração|vencimento|faixa salarial|salário base|ordenado|salaire
salaire brut|salaire annuel|salaire mensuel|rémunération|fourchette salariale|salario|sueldo|retribución
banda salarial|remuneración|salario bruto|tjm|tarif
""",
    "type": """
beschäftigungsverhältnis|type d’emploi|befristung
tipo|type de poste|appointment type|vacancy type|contract details
job type|job types|employment type|type of employment|employment|contract type|contract|schedule|type|time type
work schedule|type of contract|position type|beschäftigungsart|anstellungsart|vertragsart|arbeitszeit
art der beschäftigung|arbeitszeitmodell|umfang|tipo de contrato|tipo de emprego|tipo de vaga|vínculo|tipo de empleo
jornada|jornada laboral|tipo de jornada|tipo de contratação|type de contrat|type d'emploi|contrat|contrato
beschäftigung|nature du contrat|vertrag
""",
    "department": """
department|team|business unit|division|abteilung|bereich|fachbereich|departamento|área|equipa|equipe|département
service|équipe|área funcional|equipo|unit|faculty|school|fakultät|institut
""",
    "identifier": """
job id|job number|reference|reference number|reference id|ref|ref.|ref no|ref no.|reference no|req id|requisition id
requisition|job requisition id|requisition number|job code|job ref|job reference|vacancy number|vacancy ref
vacancy reference|posting id|kennziffer|kennzahl|referenznummer|referenz|referenz-nr.|stellennummer|stellen-id
referência|ref.ª|referência da oferta|código da vaga|référence|réf|réf.|référence de l'offre|numéro de l'offre
offre n°|n° de l'offre|referencia|código|código de la oferta|número de referencia|id da vaga|job-id
""",
    "experience": """
expérience minimum requise
experience|years of experience|experience level|seniority|experience required|required experience
minimum experience|experience needed|experiencia mínima|expérience minimum|expérience requise|berufserfahrung
erfahrung|experiência|nível de experiência|experiência mínima|expérience|experiencia|nivel de experiencia
années d'expérience|anos de experiência|años de experiencia
""",
    "education": """
scolarité|niveau de formation
education|minimum education|education level|level of education|estudios mínimos|éducation|degree|qualification level
bildung|bildungsabschluss|ausbildung|abschluss|formação|habilitações|habilitações mínimas|escolaridade
escolaridade mínima|formation|niveau d'études|niveau d'étude|formación|estudios|nivel de estudios|formación académica
""",
    "skills": """
skills|required skills|key skills|technologies|tech stack|stack|our stack|kenntnisse|fähigkeiten|technologien
tech-stack|competências|tecnologias|compétences|technologies utilisées|habilidades|tecnologías|competencias
skill set|conocimientos|competências técnicas|stack technique|stack tecnológico
""",
    "hours": """
working pattern
hours|working hours|hours per week|weekly hours|hours of work|work hours|shift|shifts|shift pattern|wochenstunden
arbeitsstunden|wochenarbeitszeit|stunden pro woche|horário|horário de trabalho|horas|carga horária|horaires
durée du travail|temps de travail|durée hebdomadaire|horario|horario laboral|pensum|arbeitspensum|stellenumfang
""",
    "openings": """
number of jobs available|number of jobs|posts available
positions available|places available|number of places|vacancies available
openings|número de vacantes|number of openings|positions|vacancies|number of vacancies|number of positions
anzahl stellen|freie stellen|vagas|número de vagas|nº de vagas|nombre de postes|vacantes|número de puestos
""",
    "travel": """
travel|travel required|travel requirement|reisebereitschaft|reisetätigkeit|viagens|disponibilidade para viajar
déplacements|déplacement|viajes|disponibilidad para viajar
""",
    "industry": """
industry|industries|sector|branche|branchen|setor|setor de atividade|indústria|secteur|secteur d'activité
sector de actividad|tipo de industria de la oferta|industrie
""",
    "apply": """
apply|apply here|apply at|apply now|how to apply|application|applications|application link|apply online|to apply
apply to|apply via|bewerbung|bewerbung an|bewerbungen an|jetzt bewerben|bewerben|bewerbungslink|candidatura
candidaturas|candidate-se|candidatar-se|inscrição|inscrições|postuler|candidature|candidatures|pour postuler
inscripciones|postular|solicitud|solicitudes|enviar cv|send your cv to|send cv to|enviar candidatura para
enviar cv para
""",
    "contact": """
auskunft|questions to|fragen an
renseignements|informations|auskünfte
contact|contact person|ansprechpartner|ansprechpartnerin|kontakt|contacto|contato|contact rh|recruiter
""",
    "language": "language|sprache|idioma|langue",
    "start": """
poste à pourvoir le|à pourvoir le|date d'embauche
starts|entrée en fonction|date d'entrée en fonction
start|start date|starting date|earliest start|available from|commencing|eintrittstermin|startdatum|eintrittsdatum
arbeitsbeginn|beginn|stellenantritt|início|data de início|date de début|date de prise de poste|prise de poste|début
fecha de inicio|inicio|incorporación|fecha de incorporación|date de démarrage
""",
    "equity": "equity|stock options|beteiligung|participação",
    "date": "date|datum|data|fecha",
    "period": """
open & closing dates|open and closing dates|application period|bewerbungszeitraum|período de candidatura
""",
    "duration": """
duration|contract length|contract duration|term|length of contract|vertragslaufzeit|befristung|laufzeit|dauer|duração
durée|durée du contrat|duración|duración del contrato
""",
    "languages": """
languages|language requirements|language skills|sprachen|sprachkenntnisse|idiomas|idiomas requeridos|langues
langues requises|línguas
""",
    "closes": """
closing|closing date|deadline|deadline to apply|application deadline|apply by|applications close
bewerbungsfrist|bewerbungsschluss
prazo|data limite|date limite|date limite de candidature|fecha límite|plazo
""",
    "grade": "grade|job grade|job level|pay scale & grade|notice period|job family|type of role|headcount",
    "reports": "reports to|reporting to|line manager|berichtet an|rattachement|reporta a|dependencia",
    "visa": "visa|work authorization|right to work|visa sponsorship|visum|sponsorship",
    "other": """
función laboral|sectores|nivel de experiencia laboral|setores|nível de experiência profissional|fonction
secteurs|niveau d'expérience
seniority level|job function|size|founded|company size|tipo de oferta|rating|function
niveau hiérarchique|karrierestufe|tätigkeitsbereich|nível de senioridade|nivel de antigüedad
funding|application volume|revenue|type of company|categoria|categoría|category
nivel|subcategoría|nível
classificação|specialties|headquarters|website|year founded|tags|keywords|questions
""",
}
FIELD_OF_LABEL = {
    label: field for field, listed in LABELS.items() for line in listed.strip().split("\n") for label in line.split("|")
}
"""The field of each label, in lower case and without its colon."""
