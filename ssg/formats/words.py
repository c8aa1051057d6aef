"""The few words that machine formats need around the data: those of the base theme's strings, under their keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ssg import l10n

_WORDS: Mapping[str, tuple[str, ...]] = {
    "facet_company": ("Company", "Empresa", "Unternehmen", "Entreprise", "Empresa"),
    "facet_department": ("Department", "Departamento", "Abteilung", "Service", "Departamento"),
    "place.one": ("Place", "Local", "Ort", "Lieu", "Lugar"),
    "place.other": ("Places", "Locais", "Orte", "Lieux", "Lugares"),
    "workplace": ("Workplace", "Regime", "Arbeitsort", "Lieu de travail", "Modalidad"),
    "workplace.on-site": ("On site", "Presencial", "Vor Ort", "Sur place", "Presencial"),
    "workplace.hybrid": ("Hybrid", "Híbrido", "Hybrid", "Hybride", "Híbrido"),
    "workplace.remote": ("Remote", "Remoto", "Homeoffice", "Télétravail", "Remoto"),
    "who_may_apply": ("Open to", "Aberta a", "Offen für", "Ouvert à", "Abierto a"),
    "applicants.worldwide": (
        "anywhere in the world",
        "qualquer parte do mundo",
        "weltweit",
        "partout dans le monde",
        "cualquier parte del mundo",
    ),
    "time_zones": ("Working hours", "Horário", "Arbeitszeit", "Horaires", "Horario"),
    "type": ("Employment", "Emprego", "Anstellung", "Emploi", "Empleo"),
    "type.full-time": ("Full-time", "Tempo inteiro", "Vollzeit", "Temps plein", "Tiempo completo"),
    "type.part-time": ("Part-time", "Tempo parcial", "Teilzeit", "Temps partiel", "Tiempo parcial"),
    "type.contract": ("Contract", "Prestação de serviços", "Freie Mitarbeit", "Prestation", "Por contrato"),
    "type.temporary": ("Temporary", "Temporário", "Befristet", "Temporaire", "Temporal"),
    "type.internship": ("Internship", "Estágio", "Praktikum", "Stage", "Prácticas"),
    "type.volunteer": ("Volunteer", "Voluntariado", "Ehrenamt", "Bénévolat", "Voluntariado"),
    "type.per-diem": ("Per diem", "Ao dia", "Tageweise", "À la journée", "Por día"),
    "type.other": ("Other", "Outro", "Sonstiges", "Autre", "Otro"),
    "pay": ("Pay", "Remuneração", "Gehalt", "Rémunération", "Sueldo"),
    "pay.range": (
        "{low} – {high} {unit}",
        "{low} – {high} {unit}",
        "{low} – {high} {unit}",
        "{low} – {high} {unit}",
        "{low} – {high} {unit}",
    ),
    "pay.amount": ("{amount} {unit}", "{amount} {unit}", "{amount} {unit}", "{amount} {unit}", "{amount} {unit}"),
    "pay.from": (
        "From {amount} {unit}",
        "A partir de {amount} {unit}",
        "Ab {amount} {unit}",
        "À partir de {amount} {unit}",
        "Desde {amount} {unit}",
    ),
    "pay.up_to": (
        "Up to {amount} {unit}",
        "Até {amount} {unit}",
        "Bis {amount} {unit}",
        "Jusqu’à {amount} {unit}",
        "Hasta {amount} {unit}",
    ),
    "unit.hour": ("an hour", "por hora", "pro Stunde", "par heure", "por hora"),
    "unit.day": ("a day", "por dia", "pro Tag", "par jour", "por día"),
    "unit.week": ("a week", "por semana", "pro Woche", "par semaine", "por semana"),
    "unit.month": ("a month", "por mês", "im Monat", "par mois", "al mes"),
    "unit.year": ("a year", "por ano", "im Jahr", "par an", "al año"),
    "equity_label": ("Equity", "Capital", "Beteiligung", "Capital", "Capital"),
    "equity_given": (
        "On top of the pay",
        "Participação, além da remuneração",
        "Zusätzlich zum Gehalt",
        "Participation, en plus de la rémunération",
        "Participación, además del sueldo",
    ),
    "benefits": ("Benefits", "Benefícios", "Leistungen", "Avantages", "Beneficios"),
    "skills": ("Skills", "Competências", "Fähigkeiten", "Compétences", "Competencias"),
    "years.one": ("{count}+ year", "{count}+ ano", "{count}+ Jahr", "{count} an et plus", "{count}+ año"),
    "years.other": ("{count}+ years", "{count}+ anos", "{count}+ Jahre", "{count} ans et plus", "{count}+ años"),
    "experience": ("Experience", "Experiência", "Erfahrung", "Expérience", "Experiencia"),
    "none_required": ("None required", "Não exigida", "Keine nötig", "Aucune exigée", "No se exige"),
    "at_least_years.one": (
        "At least {count} year",
        "Pelo menos {count} ano",
        "Mindestens {count} Jahr",
        "Au moins {count} an",
        "Al menos {count} año",
    ),
    "at_least_years.other": (
        "At least {count} years",
        "Pelo menos {count} anos",
        "Mindestens {count} Jahre",
        "Au moins {count} ans",
        "Al menos {count} años",
    ),
    "at_least_months.one": (
        "At least {count} month",
        "Pelo menos {count} mês",
        "Mindestens {count} Monat",
        "Au moins {count} mois",
        "Al menos {count} mes",
    ),
    "at_least_months.other": (
        "At least {count} months",
        "Pelo menos {count} meses",
        "Mindestens {count} Monate",
        "Au moins {count} mois",
        "Al menos {count} meses",
    ),
    "education": ("Education", "Formação", "Ausbildung", "Formation", "Formación"),
    "education.high-school": (
        "High school",
        "Ensino secundário",
        "Schulabschluss der Sekundarstufe",
        "Études secondaires",
        "Educación secundaria",
    ),
    "education.associate-degree": (
        "Associate degree",
        "Curso técnico superior profissional",
        "Kurzstudium",
        "Bac +2",
        "Grado superior",
    ),
    "education.bachelor-degree": ("Bachelor's degree", "Licenciatura", "Bachelor", "Licence", "Grado universitario"),
    "education.professional-certificate": (
        "Professional certificate",
        "Certificado profissional",
        "Berufsabschluss",
        "Certificat professionnel",
        "Certificado profesional",
    ),
    "education.postgraduate-degree": (
        "Postgraduate degree",
        "Pós-graduação",
        "Master oder höher",
        "Master ou plus",
        "Posgrado",
    ),
    "education.none-required": ("None required", "Não exigida", "Keine nötig", "Aucune exigée", "No se exige"),
    "experience_counts": (
        "Experience counts in its place",
        "A experiência conta em vez dela",
        "Erfahrung zählt an ihrer Stelle",
        "L’expérience en tient lieu",
        "La experiencia cuenta en su lugar",
    ),
    "hours": ("Hours", "Horas", "Stunden", "Heures", "Horas"),
    "travel": ("Travel", "Deslocações", "Reisen", "Déplacements", "Viajes"),
    "start": ("Start", "Início", "Beginn", "Début", "Inicio"),
    "start_immediately": ("Immediately", "Imediato", "Sofort", "Immédiat", "Inmediato"),
    "openings": ("Openings", "Lugares", "Plätze", "Places", "Plazas"),
    "eligibility": ("Permits", "Autorizações", "Erlaubnisse", "Autorisations", "Permisos"),
    "interview": ("Interviews", "Entrevistas", "Gespräche", "Entretiens", "Entrevistas"),
    "duration.minutes": ("{minutes} min", "{minutes} min", "{minutes} Min.", "{minutes} min", "{minutes} min"),
    "duration.hours": ("{hours} h", "{hours} h", "{hours} Std.", "{hours} h", "{hours} h"),
    "duration.both": (
        "{hours} h {minutes} min",
        "{hours} h {minutes} min",
        "{hours} Std. {minutes} Min.",
        "{hours} h {minutes} min",
        "{hours} h {minutes} min",
    ),
    "identifier": ("Reference", "Referência", "Kennziffer", "Référence", "Referencia"),
    "posted": ("Posted", "Publicada", "Veröffentlicht", "Publié", "Publicado"),
    "closes": ("Closes", "Prazo", "Endet", "Clôture", "Cierre"),
    "apply": ("Apply", "Candidatar-se", "Bewerben", "Postuler", "Presentar candidatura"),
    "questions": ("Questions", "Perguntas", "Fragen an", "Questions", "Preguntas"),
    "open_roles": ("Open roles", "Vagas em aberto", "Offene Stellen", "Postes à pourvoir", "Puestos vacantes"),
}
"""In the order of `l10n.LANGUAGES`. A test holds them equal to themes/base/strings: formats say what pages say."""


@cache
def words(language: str) -> Mapping[str, str]:
    """The words by key in a language of `l10n.LANGUAGES` (`pt-BR` counts as `pt`); English for any other."""
    primary = language.partition("-")[0]
    column = l10n.LANGUAGES.index(primary) if primary in l10n.LANGUAGES else 0
    return MappingProxyType({key: row[column] for key, row in _WORDS.items()})


def counted(key: str, count: int, language: str) -> str:
    """The word's form for a count, with the count in it: `At least 5 years`."""
    known = words(language)
    form = known[f"{key}.one" if l10n.plural(count, language) == "one" else f"{key}.other"]
    return form.format(count=count)
