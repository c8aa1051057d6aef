"""Words that people write for fields and values, in five languages, and what they mean.

All of them are folded: small letters without accents, as `ssg.source.values.folded` makes them.
"""

from __future__ import annotations

FIELD_NAMES = {
    "slug": "the address comes from the file's name: rename the file, and list the old name under `aliases`",
    "url": "the address comes from the file's name; where to apply is `apply: {url: …}`",
    "permalink": "the address comes from the file's name: rename the file, and list the old name under `aliases`",
    "remote": "write `workplace: remote`, and who may apply from where under `applicants`",
    "tags": "skills stand under `skills: [Go, Postgres]`",
    "technologies": "skills stand under `skills: [Go, Postgres]`",
    "requirements": "write them as a part of the text, below a line `## Requirements`; single skills as `skills: [Go]`",
    "qualifications": "write them as a part of the text, below a line `## Qualifications`",
    "responsibilities": "write them as a part of the text, below a line `## Responsibilities`",
    "tasks": "write them as a part of the text, below a line `## Responsibilities`",
    "description": "the description is the text below the front matter; one or two sentences of it go to `summary`",
    "body": "the text stands below the front matter, after the second line `---`",
    "content": "the text stands below the front matter, after the second line `---`",
    "draft": "write `status: draft`",
    "closed": "write `status: closed`",
    "layout": "every posting looks alike: leave it out",
    "author": "leave it out; who answers questions is `contact: {name: …, email: …}`",
}
"""Names that are no field of a posting, and what to do instead."""

_FIELDS = {
    "title": "titel stellenbezeichnung stellentitel stelle jobtitel position job_title jobtitle job role name titre "
    "intitule poste titulo vaga cargo puesto nombre nome site_title",
    "date_posted": "date posted published publish_date posted_on posting_date post_date opens created created_at datum "
    "veroffentlicht veroffentlicht_am veroffentlichung eingestellt_am publie_le date_publication "
    "date_de_publication data publicado publicado_em data_de_publicacao fecha publicado_el fecha_de_publicacion",
    "valid_through": "deadline expires expiry expires_at closes closing_date close_date apply_by application_deadline "
    "end_date expiration_date valid_until bewerbungsfrist bewerbungsschluss bewerbung_bis frist gultig_bis date_limite "
    "date_limite_de_candidature cloture date_de_cloture prazo data_limite prazo_de_candidatura fecha_limite plazo "
    "cierre fecha_de_cierre",
    "status": "state zustand statut estado etat",
    "summary": "excerpt intro teaser short_description zusammenfassung kurzbeschreibung resume resumo resumen",
    "company": "organization organisation employer hiring_organization firma unternehmen arbeitgeber entreprise "
    "societe employeur empresa compania empleador",
    "department": "team category division abteilung bereich departement equipe service departamento equipo area",
    "employment_type": "type contract contract_type job_type employment anstellung anstellungsart beschaftigungsart "
    "vertragsart arbeitszeitmodell type_de_contrat contrat tipo contrato tipo_de_contrato tipo_de_emprego "
    "tipo_de_empleo jornada",
    "workplace": "workplace_type work_mode remote_policy job_location_type arbeitsmodell modalidade modalidad "
    "mode_de_travail",
    "locations": "location job_location place office standort standorte ort arbeitsort einsatzort lieu lieux "
    "lieu_de_travail local localizacao local_de_trabalho ubicacion lugar sede localidad stadt ville cidade ciudad",
    "applicants": "applicant_location applicant_location_requirements eligible_countries bewerber candidats candidatos",
    "salary": "pay compensation wage wages remuneration base_salary gehalt lohn vergutung bezahlung entlohnung salaire "
    "salario remuneracao sueldo remuneracion stipend",
    "incentives": "bonus commission provision",
    "benefits": "perks benefit job_benefits vorteile leistungen zusatzleistungen wir_bieten avantages beneficios "
    "vantagens",
    "skills": "skill kenntnisse fahigkeiten faehigkeiten competences competencias habilidades",
    "experience": "erfahrung berufserfahrung experiencia",
    "education": "degree bildung abschluss formation formacao formacion estudios",
    "interview": "interviews hiring_process process ablauf bewerbungsprozess entretiens processo proceso entrevista",
    "travel": "reisen reisetatigkeit deplacements viagens viajes",
    "start": "start_date starts begin beginn eintrittsdatum startdatum job_start_date debut date_de_debut inicio "
    "data_de_inicio fecha_de_inicio",
    "hours": "work_hours working_hours arbeitszeit wochenstunden stunden horaires heures horario horas",
    "openings": "positions vacancies number_of_openings total_job_openings anzahl anzahl_stellen postes vagas plazas",
    "identifier": "id reference ref job_id req_id kennziffer referenz referencia",
    "eligibility": "visa work_permit arbeitserlaubnis",
    "apply": "apply_at apply_link application application_url application_link how_to_apply bewerbung bewerben "
    "postuler candidature candidatura solicitud",
    "contact": "ansprechpartner ansprechperson kontakt contato contacto contact_person",
    "language": "lang sprache langue lingua idioma locale",
    "aliases": "alias redirect_from redirects",
    "min": "minimum from low lower von de desde",
    "max": "maximum to high upper bis ate hasta",
    "amount": "value figure betrag montant valor importe",
    "currency": "wahrung waehrung devise moeda moneda",
    "unit": "per period interval frequency unit_text zeitraum periode periodo",
    "note": "notes comment comments",
    "city": "town locality address_locality ort stadt ville cidade ciudad",
    "region": "state province county bundesland address_region",
    "country": "land pays pais address_country",
    "street": "address strasse rue rua calle street_address",
    "postal_code": "zip plz zip_code postcode post_code code_postal codigo_postal",
    "countries": "country land lander laender pays pais paises",
    "regions": "region states state",
    "worldwide": "anywhere global",
    "time_zones": "timezone timezones time_zone",
    "url": "link href website",
    "email": "mail e_mail",
    "phone": "tel telephone phone_number telefon telefono telefone",
    "step": "name title",
    "minutes": "duration minuten",
    "years": "year jahre annees anos",
    "months": "month monate mois meses",
    "base_url": "url baseurl site_url",
    "time_zone": "timezone tz zeitzone",
    "companies": "employers company organizations",
    "repository": "repo github",
    "accent": "color colour primary_color accent_color farbe",
}
_RENAMED: dict[str, list[str]] = {}
for _field, _names in _FIELDS.items():
    for _name in _names.split():
        _RENAMED.setdefault(_name, []).append(_field)
RENAMED = {name: tuple(fields) for name, fields in _RENAMED.items()}
"""Names that people give to fields, where it is another word, and the fields they may mean."""
NAMES = frozenset(_FIELDS) | RENAMED.keys() | FIELD_NAMES.keys()
"""Words with which a line is likely to be meant as a field."""

_VALUES = {
    "full-time": "full time|fulltime|permanent|regular|vollzeit|festanstellung|unbefristet|temps plein|cdi"
    "|tempo inteiro|tempo integral|periodo integral|jornada completa|tiempo completo|100",
    "part-time": "part time|parttime|teilzeit|werkstudent|werkstudentin|minijob|temps partiel|tempo parcial"
    "|meio periodo|part time job|media jornada|tiempo parcial|half time",
    "contract": "contractor|freelance|freelancer|b2b|selbststandig|freiberuflich|independant|prestation|autonomo",
    "temporary": "temp|fixed term|seasonal|befristet|aushilfe|saisonarbeit|zeitarbeit|cdd|interim|temporario|temporal",
    "internship": "intern|praktikum|praktikant|trainee|ausbildung|apprenticeship|apprentice|stage|alternance"
    "|apprentissage|estagio|practicas|aprendizaje",
    "volunteer": "volunteering|ehrenamt|ehrenamtlich|benevolat|benevole|voluntariado|voluntario",
    "per-diem": "per diem|casual|day rate|tagelohn",
    "on-site": "onsite|on site|office|in office|in person|vor ort|am standort|im buro|presencial|sur site|presentiel"
    "|no local|en oficina",
    "hybrid": "hybride|hibrido|mixed|flexible",
    "remote": "remoto|home|from home|at home|von zu hause|zu hause|a domicile|a distance|a distancia|de casa|wfh"
    "|work from home|home office|homeoffice|fully remote|full remote|100 remote|remote only|teletravail|teletrabalho"
    "|teletrabajo|telecommute|distributed|anywhere",
    "hour": "hourly|per hour|an hour|hr|h|stunde|std|heure|hora",
    "day": "daily|per day|tag|jour|dia",
    "week": "weekly|per week|woche|semaine|semana",
    "month": "monthly|per month|monat|mes|mois",
    "year": "annual|annually|annum|per annum|yearly|per year|pa|p a|jahr|ano|an|annee",
    "open": "published|active|live|publish|offen|aktiv|ouvert|aberto|abierto",
    "closed": "filled|expired|archived|paused|inactive|done|over|geschlossen|besetzt|ferme|pourvu|fechado|preenchido"
    "|cerrado|cubierto",
    "draft": "unpublished|hidden|private|entwurf|brouillon|rascunho|borrador",
    "high-school": "high school|abitur|matura|baccalaureat|ensino secundario|bachillerato|secondary",
    "bachelor-degree": "bachelor|bachelors|bsc|ba|degree|licence|licenciatura|grado|university",
    "postgraduate-degree": "master|masters|msc|ma|mba|phd|doctorate|promotion|mestrado|maestria|doutoramento",
    "professional-certificate": "certificate|certification|berufsausbildung|zertifikat|certificat",
    "none-required": "none|no|no requirements|nothing|not required|keine|aucune|aucun|nenhuma|ninguna|0",
    "advice": "info|notice|hint",
    "warning": "warn",
    "error": "fatal",
    "off": "disabled|ignore|false|none|no",
}
_MEANINGS: dict[str, list[str]] = {}
for _value, _words in _VALUES.items():
    for _word in _words.split("|"):
        _MEANINGS.setdefault(_word, []).append(_value)
MEANINGS = {word: tuple(found) for word, found in _MEANINGS.items()}
"""Words for a value in five languages, and the values that they may stand for."""

NO_DAY = frozenset(
    "none|no|n a|na|never|ongoing|rolling|open|open until filled|until filled|tbd|tba|unlimited|unbefristet|laufend"
    "|offen|keine|aucune|sem prazo|sin fecha|continuous".split("|")
)
"""Words for a last day that there is not."""
AT_ONCE = frozenset(
    "asap|a s a p|now|immediate|as soon as possible|sofort|ab sofort|immediat|immediatement|des que possible|imediato"
    "|imediatamente|inmediato|inmediatamente|ya".split("|")
)
NUMBERS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}

CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "zł": "PLN", "zl": "PLN", "r$": "BRL", "reais": "BRL", "dollar": "USD", "dollars": "USD", "pound": "GBP",
    "pounds": "GBP", "fr": "CHF", "sfr": "CHF", "franken": "CHF", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD",
    "nz$": "NZD", "s$": "SGD", "kč": "CZK", "₺": "TRY", "₪": "ILS", "₩": "KRW", "rs": "INR",
}  # fmt: skip
COUNTRY_NICKNAMES = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "gbr": "GB", "great britain": "GB", "usa": "US",
    "us of a": "US", "america": "US", "united states of america": "US", "holland": "NL", "czech republic": "CZ",
    "deu": "DE", "ger": "DE", "brd": "DE", "prt": "PT", "fra": "FR", "esp": "ES", "aut": "AT", "che": "CH",
    "ita": "IT", "nld": "NL", "bel": "BE", "pol": "PL", "bra": "BR", "can": "CA", "d": "DE", "f": "FR", "a": "AT",
    "i": "IT", "e": "ES", "p": "PT", "b": "BE", "korea": "KR", "russia": "RU", "uae": "AE", "turkey": "TR",
    "brasil": "BR",
}  # fmt: skip
EUROPEAN_UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
US_STATES = frozenset(
    (
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
        "OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
    ).split()
)
