"""A table: CSV or TSV with a row a posting, the names of its columns in any of five languages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from ssg.importers.advert.layout import markdown_from_lines
from ssg.importers.clean import tidy, tidy_line
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, guess, said
from ssg.importers.fields import (
    apply_fields,
    currency,
    education_fields,
    language_code,
    merged,
    pay_unit,
    place_fields,
    place_notes,
    salary,
    types_fields,
)
from ssg.importers.markup import has_markup, markdown_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import month_first, read_ago, read_date, read_start
from ssg.importers.text.gazetteer import country_code
from ssg.importers.text.language import language_of
from ssg.importers.text.pay import read_figure, read_pay
from ssg.importers.text.skills import years_asked
from ssg.importers.text.words import label_of, says_little, says_nothing, workplace

NAME = "CSV"

_COLUMNS = {
    "title": "job|job name|name|title|stellentitel|titel|nome|nome da vaga|intitulé|titre|nombre|nombre del puesto|"
             "vaga|offre",
    "body": "description|text|body|content|job description|advert|beschreibung|stellenbeschreibung|inhalt|"
            "descrição|descrição da vaga|texto|descriptif|contenu|descripción",
    "date_posted": "date_posted|date posted|posted|published|posted on|publication date|veröffentlicht|"
                   "veröffentlicht am|publicado|publicado em|data de publicação|publié|publié le|"
                   "date de publication|fecha de publicación|created|created at|posted at|posted_at|published_at",
    "valid_through": "valid_through|valid through|deadline|closing date|apply by|closes|expires|bewerbungsfrist|"
                     "prazo|data limite|date limite|fecha límite|expiry date|end date",
    "place": "place|city|town|stadt|cidade|ville|ciudad",
    "country": "country|land|país|pays",
    "salary_min": "salary_min|min salary|salary min|minimum salary|salary from|gehalt von|gehalt min|"
                  "salário mínimo|salaire min|salario mínimo|pay min|min",
    "salary_max": "salary_max|max salary|salary max|maximum salary|salary to|gehalt bis|gehalt max|salário máximo|"
                  "salaire max|salario máximo|pay max|max",
    "currency": "currency|währung|moeda|devise|moneda|salary currency",
    "unit": "unit|salary unit|period|pay period|per|einheit|zeitraum|período|périodicité|periodo",
    "apply": "url|link|apply url|apply_url|application url|email|apply email|e-mail|bewerbungslink|adresse",
    "start": "start|start date|startdatum|beginn|início|début|inicio",
}  # fmt: skip
_YES = ("yes", "ja", "oui", "sim", "sí", "true", "x", "1")
_COLUMN = {label: name for name, labels in _COLUMNS.items() for label in labels.split("|")}
_SEPARATOR = re.compile(r"\A\"?sep=.\"?\s*\r?\n", re.IGNORECASE)
_MOST_COLUMNS = 200


def recognises(document: Document) -> bool:
    """A first line of at least two known column names, the job's name among them, and a second line."""
    if document.json is not None or document.is_html or "\n" not in document.text.strip():
        return False
    head = _table(document.text).split("\n", 1)[0]
    if len(head) > 5000 or not any(mark in head for mark in ",;\t"):
        return False
    try:
        columns = [_column(name) for name in next(csv.reader([head], delimiter=_delimiter(head)), [])]
    except csv.Error:  # a line that ends in the middle
        return False
    return "title" in columns and len({name for name in columns if name}) >= 2


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    text = _table(document.text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.split("\n", 1)[0]))
    try:
        names = next(reader)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _draft(names, row, setting)
    except csv.Error as error:
        yield Draft({}, unused=(f"the table breaks off: {error}",))


def _table(text: str) -> str:
    """The text from its header on: Excel may write `sep=;` above it."""
    return _SEPARATOR.sub("", text.lstrip("\ufeff\n\r "), count=1)


def _delimiter(head: str) -> str:
    return max(",;\t", key=head.count)


def _column(name: str) -> str:
    bare = tidy_line(name).strip(" *").casefold()
    return (
        _COLUMN.get(bare) or _COLUMN.get(bare.replace("_", " ")) or label_of(bare) or label_of(bare.replace("_", " "))
    )


def _draft(names: list[str], row: list[str], setting: Setting) -> Draft:
    cells: dict[str, str] = {}
    unknown = []
    for name, cell in zip(names[:_MOST_COLUMNS], row, strict=False):
        column = _column(name)
        if not column and cell.strip():
            unknown.append(f"column {tidy_line(name)!r}: {tidy_line(cell)[:60]}")
        elif column == "title" and "\n" in cell.strip():  # a quotation mark that nobody closed
            return Draft({}, unused=(f"the table breaks off in {tidy_line(cell)[:60]!r}",))
        elif column and cell.strip() and not says_nothing(cell) and not (says_little(cell) and column != "body"):
            cells.setdefault(column, cell if column == "body" else tidy_line(cell))
    get = cells.get
    mode = "remote" if get("workplace", "").casefold() in _YES else workplace(get("workplace", ""))
    place = ", ".join(part for part in (get("place", ""), get("country", "")) if part)
    places = place_fields([place], mode=mode)
    code = country_code(get("country", "")) or next((p["country"] for p in _locations(places)), "")
    fields = merged(
        said(title=get("title"), department=get("department"), identifier=get("identifier"), industry=get("industry")),
        _days(cells, setting, code, language_of(get("body", ""))),
        said(
            salary=_pay(cells, code),
            hours=get("hours"),
            travel=get("travel"),
            language=language_code(get("language", "")),
        ),
        said(
            skills=[part for part in re.split(r"\s*[,;|/]\s*", get("skills", "")) if part],
            experience=_experience(cells),
        ),
        types_fields(get("type", "")),
        education_fields(get("education", "")),
        places,
        apply_fields(get("apply", "")) or said(apply={"email": get("apply")} if "@" in get("apply", "") else None),
    )
    beyond = [tidy_line(cell) for cell in row[len(names) :] if cell.strip()]
    more = (f"cells without a column: {', '.join(beyond)[:80]}",) if beyond else ()
    notes = (*unknown, *more, *place_notes([place]))
    return Draft(fields, _body(get("body", "")), Found(get("company", "")), unused=notes)


def _locations(places: dict[str, Found]) -> list[dict[str, str]]:
    return list(places["locations"].value) if "locations" in places else []


def _body(text: str) -> str:
    return markdown_of(text) if has_markup(text) else markdown_from_lines(tidy(text).split("\n"))


def _days(cells: dict[str, str], setting: Setting, country: str, language: str) -> dict[str, Found]:
    american = month_first(country, language)
    today = setting.today
    posted, closes = cells.get("date_posted", cells.get("date", "")), cells.get("valid_through", "")
    return said(
        date_posted=read_date(posted, today=today, month_first=american) or read_ago(posted, today=today),
        valid_through=read_date(closes, today=today, month_first=american, ahead=True),
        start=read_start(cells["start"], today=today, month_first=american) if "start" in cells else None,
    )


def _pay(cells: dict[str, str], country: str) -> Found | None:
    low, high = (read_figure(cells.get(name, "")) for name in ("salary_min", "salary_max"))
    if low or high:
        code, unit = currency(cells.get("currency", "")), pay_unit(cells.get("unit", ""))
        paid = salary(low, high, code, unit)
        return Found(paid) if paid else None
    return read_pay([cells.get("salary", "")], country=country, labelled=True)


def _experience(cells: dict[str, str]) -> Found | None:
    asked = cells.get("experience", "")
    years = years_asked(asked if not asked.isdigit() else f"{asked} years", wanted=True)
    return guess({"years": years[0]}, asked) if years else None
