"""Plain text, as people paste it from a job board, a mail or a document."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.importers.advert.chrome import without_chrome
from ssg.importers.advert.company import company_in
from ssg.importers.advert.days import days_of
from ssg.importers.advert.facts import head_fields, more_pay, unclaimed_labels
from ssg.importers.advert.headline import Headline, calmed
from ssg.importers.advert.heads import Head, read_head
from ssg.importers.advert.labels import without_tables
from ssg.importers.advert.layout import markdown_from_lines
from ssg.importers.advert.mail import without_mail
from ssg.importers.advert.title import choose_title
from ssg.importers.advert.whereabouts import country_of, place_lines, whereabouts
from ssg.importers.advert.wrapping import unwrapped
from ssg.importers.clean import tidy
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import merged, place_notes
from ssg.importers.lexicon.headings import heading_kind
from ssg.importers.markup import page_markdown
from ssg.importers.setting import Setting
from ssg.importers.shape import is_item, listed
from ssg.importers.text.applying import apply_in
from ssg.importers.text.dates import month_first
from ssg.importers.text.gazetteer import countries_named
from ssg.importers.text.hints import country_hints
from ssg.importers.text.language import language_of

NAME = "plain text"


def recognises(document: Document) -> bool:
    """Any text with letters in it that is not meant for machines: this one is asked last."""
    return not document.is_data and any(c.isalpha() for c in document.text[:100_000])


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    """The one advert that the text is."""
    text = page_markdown(document.text) if document.is_html else tidy(document.text)
    lines = [line.rstrip() if line.startswith(("  ", "\t")) else line.strip() for line in text.split("\n")]
    lines = without_tables(without_mail(lines))
    head = read_head(without_chrome(lines), setting)
    headline, rest, title = choose_title(head)
    company = _company(head, headline, rest, setting)
    left = [line for line in rest if not _same_name(line, str(company.value))] + more_pay(head)
    body = markdown_from_lines(_body_lines(left, head))
    words = "\n".join([*head.facts, *head.labelled.values(), *headline.facts, *rest, body])
    context = countries_named(words) or country_hints(words)
    places = whereabouts(head, headline, body, context)
    country = country_of(places, context)
    american = month_first(country, language_of(body))
    title = _with_specialty(title, headline, str(company.value))
    apply_lines = [*head.body, *rest, *head.facts, *headline.facts]
    fields = merged(
        said(title=title),
        days_of(unwrapped(lines), head, today=setting.today, american=american),
        places,
        head_fields(head, headline, country),
        said(apply=apply_in(apply_lines, labelled=head.labelled.get("apply", ""))),
    )
    yield Draft(
        fields=fields,
        body="\n".join(filter(None, (unclaimed_labels(head, fields), body))),
        company=company,
        unused=(
            *place_notes(place_lines(head, headline)),
            *_title_notes(headline, str(title.value)),
            *(f'not understood: "{line[:80]}"' for line in left if line not in body),
        ),
    )


def _company(head: Head, headline: Headline, rest: list[str], setting: Setting) -> Found:
    if name := head.labelled.get("company"):
        return Found(name)
    text = "\n".join([*head.names, *head.body])
    return company_in(rest, headline.others, text, setting.names, headline.leading)


_LETTERS = 3
_FEW_LETTERS = 14


def _body_lines(left: list[str], head: Head) -> list[str]:
    """The body without the board's own heading on top, and before it what of the head is text rather than a fact.

    Where the board itself says where the advert begins, nothing but sentences is taken from above it.
    """
    body = list(head.body)
    while body and (not body[0].strip() or heading_kind(body[0]) == "job"):
        body.pop(0)
    is_heading = (
        head.above in left and body and not head.marked and head.above[:1].isupper() and head.above[-1:] not in ".!,;:"
    )
    heading = [f"## {head.above}", ""] if is_heading else []
    texts = [t for t in left if not (is_heading and t == head.above) and _is_text(t, short=not head.marked)]
    if body and is_item(listed(body[0])):
        return [*heading, *(f"- {text}" for text in texts), *body]
    return [*(line for text in texts for line in (text, "")), *heading, *body]


def _is_text(line: str, *, short: bool) -> bool:
    words = len(line.split())
    has_words = sum(c.isalpha() for c in line) >= _LETTERS
    return len(line) > 60 or (line.endswith((".", "!", "?")) and words > 4) or (short and has_words)


def _same_name(a: str, b: str) -> bool:
    """Whether one name is the other, or it with a few words more, whatever their case."""
    a, b = a.casefold(), b.casefold()
    return bool(a and b) and (a in b or b in a) and abs(len(a) - len(b)) <= _FEW_LETTERS


def _with_specialty(title: Found, headline: Headline, company: str) -> Found:
    """`Engineer - Data Infrastructure` keeps what stands behind its dash, unless that is the company."""
    behind = headline.behind
    if not behind or _same_name(behind, company):
        return title
    return Found(f"{title.value}, {calmed(behind)}", title.guess)


def _title_notes(headline: Headline, title: str) -> tuple[str, ...]:
    left = [fact for fact in (*headline.facts, *headline.others) if fact and fact.casefold() not in title.casefold()]
    return (f"left out of the title: {', '.join(left)}",) if left else ()
