"""The few words that machine formats need around the data, in the languages of the site's own words."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

LANGUAGES = ("en", "pt", "de", "fr", "es")

_TABLE = """
company            | Company               | Empresa                 | Unternehmen            | Entreprise             | Empresa
department         | Department            | Departamento            | Abteilung              | Service                | Departamento
place              | Location              | Local                   | Ort                    | Lieu                   | Lugar
places             | Locations             | Locais                  | Orte                   | Lieux                  | Lugares
workplace          | Workplace             | Modalidade              | Arbeitsweise           | Mode de travail        | Modalidad
on-site            | On site               | Presencial              | Vor Ort                | Sur site               | Presencial
hybrid             | Hybrid                | Híbrido                 | Hybrid                 | Hybride                | Híbrido
remote             | Remote                | Remoto                  | Remote                 | Télétravail            | Remoto
type               | Employment type       | Tipo de contrato        | Beschäftigungsart      | Type de contrat        | Tipo de contrato
full-time          | Full-time             | Tempo inteiro           | Vollzeit               | Temps plein            | Tiempo completo
part-time          | Part-time             | Tempo parcial           | Teilzeit               | Temps partiel          | Tiempo parcial
contract           | Contract              | Prestação de serviços   | Freie Mitarbeit        | Prestation             | Por contrato
temporary          | Temporary             | Temporário              | Befristet              | Temporaire             | Temporal
internship         | Internship            | Estágio                 | Praktikum              | Stage                  | Prácticas
volunteer          | Volunteer             | Voluntariado            | Ehrenamt               | Bénévolat              | Voluntariado
per-diem           | By the day            | Ao dia                  | Tageweise              | À la journée           | Por días
other              | Other                 | Outro                   | Andere                 | Autre                  | Otro
applicants         | Who may apply         | Quem se pode candidatar | Wer sich bewerben kann | Qui peut postuler      | Quién puede postularse
worldwide          | Worldwide             | Em todo o mundo         | Weltweit               | Dans le monde entier   | En todo el mundo
time_zones         | Working hours overlap | Horário em comum        | Gemeinsame Zeiten      | Horaires communs       | Horario en común
pay                | Pay                   | Remuneração             | Gehalt                 | Rémunération           | Salario
pay_note           | About the pay         | Sobre a remuneração     | Zum Gehalt             | À propos du salaire    | Sobre el salario
from               | from {}               | a partir de {}          | ab {}                  | à partir de {}         | desde {}
up_to              | up to {}              | até {}                  | bis {}                 | jusqu'à {}             | hasta {}
hour               | an hour               | por hora                | pro Stunde             | par heure              | por hora
day                | a day                 | por dia                 | pro Tag                | par jour               | por día
week               | a week                | por semana              | pro Woche              | par semaine            | por semana
month              | a month               | por mês                 | pro Monat              | par mois               | al mes
year               | a year                | por ano                 | pro Jahr               | par an                 | al año
one_year           | {} year               | {} ano                  | {} Jahr                | {} an                  | {} año
years              | {} years              | {} anos                 | {} Jahre               | {} ans                 | {} años
one_month          | {} month              | {} mês                  | {} Monat               | {} mois                | {} mes
months             | {} months             | {} meses                | {} Monate              | {} mois                | {} meses
incentives         | Bonus                 | Prémios                 | Bonus                  | Primes                 | Incentivos
equity             | Equity                | Participação no capital | Beteiligung            | Participation          | Participación
benefits           | Benefits              | Benefícios              | Leistungen             | Avantages              | Beneficios
skills             | Skills                | Competências            | Kenntnisse             | Compétences            | Competencias
experience         | Experience            | Experiência             | Erfahrung              | Expérience             | Experiencia
no_experience      | No experience needed  | Sem experiência exigida | Keine Erfahrung nötig  | Débutants acceptés     | No se pide experiencia
education          | Education             | Formação                | Ausbildung             | Formation              | Formación
high-school        | High school           | Ensino secundário       | Schulabschluss         | Baccalauréat           | Educación secundaria
associate-degree   | Associate degree      | Curso superior curto    | Kurzstudium            | Bac +2                 | Grado superior corto
bachelor-degree    | Bachelor's degree     | Licenciatura            | Bachelor               | Licence                | Grado universitario
professional-certificate | Professional certificate | Certificado profissional | Berufsabschluss | Certificat professionnel | Certificado profesional
postgraduate-degree | Postgraduate degree  | Pós-graduação           | Master oder höher      | Diplôme de troisième cycle | Posgrado
none-required      | No degree needed      | Sem formação exigida    | Kein Abschluss nötig   | Aucun diplôme exigé    | No se pide titulación
instead            | Experience counts in place of a degree | A experiência substitui a formação | Erfahrung ersetzt den Abschluss | L'expérience remplace le diplôme | La experiencia sustituye a la titulación
interview          | Interviews            | Entrevistas             | Gespräche              | Entretiens             | Entrevistas
travel             | Travel                | Viagens                 | Reisen                 | Déplacements           | Viajes
start              | Start                 | Início                  | Beginn                 | Début                  | Inicio
immediately        | Immediately           | Imediato                | Sofort                 | Immédiatement          | Inmediato
hours              | Working hours         | Horário                 | Arbeitszeit            | Temps de travail       | Horario
openings           | Openings              | Vagas                   | Stellen                | Postes                 | Vacantes
identifier         | Reference             | Referência              | Kennziffer             | Référence              | Referencia
eligibility        | Permit to work        | Autorização de trabalho | Arbeitserlaubnis       | Autorisation de travail | Permiso de trabajo
posted             | Posted                | Publicado               | Veröffentlicht         | Publié                 | Publicado
closes             | Last day to apply     | Último dia              | Letzter Tag            | Dernier jour           | Último día
apply              | Apply                 | Candidatar-se           | Bewerben               | Postuler               | Postularse
contact            | Questions to          | Perguntas a             | Fragen an              | Questions à            | Preguntas a
open_positions     | Open positions        | Vagas abertas           | Offene Stellen         | Postes ouverts         | Vacantes
"""  # noqa: E501


@cache
def words(language: str) -> MappingProxyType[str, str]:
    """The words by key in a language of `LANGUAGES` (`pt-BR` counts as `pt`); English for any other."""
    primary = language.partition("-")[0]
    column = 1 + (LANGUAGES.index(primary) if primary in LANGUAGES else 0)
    rows = ([cell.strip() for cell in line.split("|")] for line in _TABLE.strip().splitlines())
    return MappingProxyType({row[0]: row[column] for row in rows})
