"""Plain text, as people paste it from a job board, a mail or a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.importers.clean import tidy
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, guess, said
from ssg.importers.fields import merged, place_fields, place_notes, types_fields
from ssg.importers.markup import markdown_of
from ssg.importers.setting import Setting
from ssg.importers.text.applying import apply_in
from ssg.importers.text.chrome import without_chrome
from ssg.importers.text.company import company_in
from ssg.importers.text.dates import STARTS, month_first, read_ago, read_date, read_start
from ssg.importers.text.headline import Headline, names_job, read_headline, title_in_sentence
from ssg.importers.text.heads import Head, dates_in, read_head
from ssg.importers.text.language import language_of
from ssg.importers.text.layout import markdown_from_lines
from ssg.importers.text.pay import read_pay
from ssg.importers.text.places import countries_named, is_place
from ssg.importers.text.sections import heading_kind
from ssg.importers.text.skills import named_skills, years_asked
from ssg.importers.text.words import education, is_employment_type, workplace

NAME = "plain text"

_BASED = re.compile(
    r"\b(?:based in|located in|our office in|office in|offices in|Standort:?|Arbeitsort:?|in unserem Büro in|"
    r"escritório(?:s)? (?:em|de)|sediad[oa] em|basé[es]? à|bureaux? (?:de|à)|oficinas? (?:de|en)|con sede en|"
    r"role in|position in|job in)\s+"
    r"(?P<place>[A-ZÀ-Ý][\w.'-]+(?:[ -][A-ZÀ-Ý][\w.'-]+){0,2}(?:,\s*[A-ZÀ-Ý][\w.'-]*(?:\s[A-ZÀ-Ý][\w.'-]+){0,2})?)"
)

_HOURS = re.compile(r"\b\d{2}(?:[.,]\d+)?\s?(?:hours|hrs|h|Std\.?|Stunden|heures|horas)\b.{0,20}")


def recognises(document: Document) -> bool:
    """Any text with letters in it: this one is asked last."""
    return any(c.isalpha() for c in document.text[:100_000])


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    """The one advert that the text is."""
    text = markdown_of(document.text) if document.is_html else tidy(document.text)
    raw = [line.rstrip() if line.startswith(("  ", "\t")) else line.strip() for line in text.split("\n")]
    head = read_head(without_chrome(raw), setting)
    headline, rest, title = _title(head)
    body = markdown_from_lines(_body_lines(rest, head))
    label = head.labelled.get
    text = "\n".join([*head.names, body])
    context = countries_named("\n".join([*head.facts, *head.labelled.values(), *headline.facts, body]))
    places = _places(head, headline, body, context)
    country = _country(places, context)
    american = month_first(country, language_of(body))
    company = (
        Found(label("company"))
        if label("company")
        else company_in(rest, headline.others, text, setting.names, headline.leading)
    )
    title = _with_specialty(title, headline, str(company.value))
    yield Draft(
        fields=merged(
            said(title=title),
            _dates(raw, head, setting, american),
            places,
            _labelled(head, headline, setting, country, american),
            said(apply=apply_in([*head.body, *rest, *head.facts, *headline.facts], labelled=label("apply", ""))),
        ),
        body=body,
        company=company,
        unused=(
            *place_notes(_place_lines(head, headline)),
            *_title_notes(headline, str(title.value)),
            *_left_lines(rest, body, str(company.value)),
        ),
    )


def _title(head: Head) -> tuple[Headline, list[str], Found]:
    """The headline, the names of the head that are not it (the nearest first), and the title with how sure it is."""
    if "title" in head.labelled:
        headline = read_headline(head.labelled["title"])
        return headline, [n for n in head.names if headline.title not in n], Found(headline.title)
    short = [n for n in head.names if len(n) <= 130 and not (n.endswith((".", "!")) and len(n.split()) > 5)]
    at = next((n for n, text in enumerate(short[:8]) if names_job(read_headline(text).title)), None)
    if at is None:
        title, sentence = title_in_sentence([*head.names, *head.body])
        if title:
            return Headline(title), list(head.names), guess(title, sentence)
        if not short:
            return Headline(""), list(head.names), Found("")
        at = 0
    headline = read_headline(short[at])
    others = [*short[at + 1 :], *reversed(short[:at]), *(n for n in head.names if n not in short)]
    return headline, others, Found(headline.title)


def _body_lines(rest: list[str], head: Head) -> list[str]:
    """The body, with sentences that stood in the head put before it, without the board's own heading on top."""
    sentences = [text for text in rest if len(text) > 60 or (text.endswith((".", "!", "?")) and len(text.split()) > 4)]
    body = list(head.body)
    while body and (not body[0].strip() or heading_kind(body[0]) == "job"):
        body.pop(0)
    return [*sentences, "", *body] if sentences else body


def _place_lines(head: Head, headline: Headline) -> list[str]:
    lines = [head.labelled.get("place", ""), *(fact for fact in (*head.facts, *headline.facts) if is_place(fact))]
    return list(dict.fromkeys(line for line in lines if line))


def _places(head: Head, headline: Headline, body: str, context: frozenset[str]) -> dict[str, Found]:
    lines = _place_lines(head, headline)
    words = [head.labelled.get("workplace", ""), *headline.facts, *head.facts, head.labelled.get("place", "")]
    mode = next((named for text in words if text and (named := _mode(text))), "")
    fields = place_fields(lines, mode=mode, context=context)
    if "locations" not in fields and "applicants" not in fields:
        for found in _BASED.finditer(body):
            more = place_fields([found["place"]], mode=mode, context=context) if is_place(found["place"]) else {}
            keys = [key for key in ("locations", "applicants") if key in more]
            if where := {key: guess(more[key].value, found.group()) for key in keys}:
                return fields | where
    return fields


def _mode(text: str) -> str:
    return {"yes": "remote", "ja": "remote", "sim": "remote", "oui": "remote", "sí": "remote"}.get(
        text.casefold(), workplace(text)
    )


def _country(places: dict[str, Found], context: frozenset[str]) -> str:
    found = [place.get("country", "") for place in (places["locations"].value if "locations" in places else ())]
    found += places["applicants"].value.get("countries", []) if "applicants" in places else []
    return found[0] if found else next(iter(context)) if len(context) == 1 else ""


def _dates(raw: list[str], head: Head, setting: Setting, american: bool | None) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for name, words in dates_in(raw):
        key = "date_posted" if name == "posted" else "valid_through"
        value = read_date(words, today=setting.today, month_first=american, ahead=name == "closes")
        value = value or (read_ago(words, today=setting.today) if name == "posted" else None)
        if value:
            found.setdefault(key, value)
    for text in (head.labelled.get("date", ""), *head.facts):
        if (
            text
            and "date_posted" not in found
            and not re.search(r"apply|clos|deadline|frist|prazo|límite|limite", text, re.I)
        ):
            value = read_date(text, today=setting.today, month_first=american)
            value = guess(value.value, text) if value else read_ago(text, today=setting.today)
            if value and value.value <= setting.today and not STARTS.match(text):
                found["date_posted"] = value
    for line in raw:
        if (start := STARTS.match(line.lstrip("-•* "))) and (
            value := read_start(start["value"], today=setting.today, month_first=american)
        ):
            found.setdefault("start", value)
    return found


def _labelled(
    head: Head, headline: Headline, setting: Setting, country: str, american: bool | None
) -> dict[str, Found]:
    """Fields of labels, and of the facts of the head that speak for themselves."""
    label = head.labelled.get
    facts = [*headline.facts, *head.facts]
    types = " , ".join([label("type", ""), *(fact for fact in facts if is_employment_type(fact))])
    fields = [
        types_fields(types),
        said(salary=_pay([label("salary", "")], country) or _pay(facts, country)),
        said(
            department=label("department"),
            identifier=label("identifier"),
            industry=label("industry"),
            travel=label("travel"),
        ),
        said(
            hours=label("hours"),
            openings=int(n) if (n := label("openings", "")).isdigit() and 0 < int(n) <= 10_000 else None,
        ),
        said(skills=_skills(label("skills", ""))),
    ]
    if (asked := label("experience", "")) and (years := years_asked(f"{asked} experience")):
        fields.append(said(experience={"years": years[0]}))
    if (asked := label("education", "")) and (degree := education(asked))[0]:
        fields.append(said(education=guess([degree[0]], asked)))
    if found := _HOURS.search(label("type", "")):
        fields.append(said(hours=found.group().strip(" ,.")))
    if label("equity", "").casefold() in ("yes", "ja", "sim", "oui", "sí"):
        fields.append(said(equity=True))
    return merged(*fields)


def _pay(texts: list[str], country: str) -> Found | None:
    return read_pay([text for text in texts if text], country=country, labelled=True)


def _skills(text: str) -> list[str]:
    """The items of a list of skills, under the names that technologies usually go by."""
    listed = [part.strip(" .") for part in re.split(r"\s*[,;|·•/]\s*", text) if part.strip(" .")]
    return [
        names[0] if len(names := named_skills(f"({part})")) == 1 and len(part.split()) == 1 else part
        for part in listed
        if len(part) <= 60
    ]


def _same_name(a: str, b: str) -> bool:
    """Whether one name is the other or a part of it, whatever their case."""
    a, b = a.casefold(), b.casefold()
    return bool(b) and (a in b or b in a)


def _left_lines(rest: list[str], body: str, company: str) -> tuple[str, ...]:
    """Lines of the head that became neither a field nor text: a person should see what they were."""
    return tuple(
        f'not understood: "{line[:80]}"' for line in rest if line not in body and not _same_name(line, company)
    )


def _with_specialty(title: Found, headline: Headline, company: str) -> Found:
    """`Engineer - Data Infrastructure` keeps what stands behind its dash, unless that is the company."""
    behind = headline.behind
    if not behind or _same_name(behind, company):
        return title
    return Found(f"{title.value}, {behind}", title.guess)


def _title_notes(headline: Headline, title: str) -> tuple[str, ...]:
    left = [fact for fact in (*headline.facts, *headline.others) if fact and fact not in title]
    return (f"left out of the title: {', '.join(left)}",) if left else ()
