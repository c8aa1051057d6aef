"""Which line of an advert's head names the job."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ssg.importers.advert.company import has_legal_form
from ssg.importers.advert.headline import Headline, has_gender_mark, is_marked, read_headline, title_in_sentence
from ssg.importers.advert.heads import Head
from ssg.importers.draft import Found, guess
from ssg.importers.lexicon.jobs import names_job
from ssg.importers.shape import bulleted, is_item

_NO_TITLE = re.compile(
    r"(?:offre|offer|job|stelle|anzeige|vacancy|oferta|vaga|ref\w*)\b.{0,12}(?:n[°ºo.]|#|id|nr\.?)\s*\S*\d\S*|"
    r"(?:vacancy|job|career|employment) (?:notice|announcement|opportunity|offer|opening)|stellen(?:anzeige|"
    r"ausschreibung)|"
    r"offre d['’]emploi|oferta de (?:emprego|trabajo|empleo)|anúncio|we are hiring|join (?:us|our team).{0,10}|"
    r"job posting|(?:current )?(?:openings|vacancies)|dear .{1,40}|hello.{0,20}|hi .{0,20}|guten tag.{0,20}|"
    r"hallo.{0,20}",
    re.IGNORECASE,
)


def choose_title(head: Head) -> tuple[Headline, list[str], Found]:
    """The headline, the names of the head that are not it (the nearest first), and the title with how sure it is."""
    is_named = any(names_job(name) and len(name) <= _LONGEST for name in head.names)
    if "title" in head.labelled and (names_job(head.labelled["title"]) or not is_named):
        headline = read_headline(head.labelled["title"])
        return headline, [n for n in head.names if headline.title not in n], Found(headline.title)
    short = [n for n in head.names if is_marked(n) or not (len(n) > 130 or (n[-1:] in ".!" and len(n.split()) > 5))]
    body = "\n".join(head.body)
    scores = [(_score(text, body), -n) for n, text in enumerate(short[:12])]
    best, at = max(scores, default=(0, 0))
    if best >= _NAMES_JOB:
        return _chosen(head, short, -at)
    for label, value in head.labelled.items():  # `Contract: Interim Manager`
        if label in ("type", "other", "department") and names_job(value):
            return read_headline(value), list(head.names), guess(read_headline(value).title, value)
    marked = next((line for line in head.body[:15] if is_marked(line) and not is_item(bulleted(line))), "")
    if marked:
        return read_headline(marked), list(head.names), Found(read_headline(marked).title)
    found = title_in_sentence([*head.names, *head.body])
    if found.title:
        return found, [name for name in head.names if name != found.sentence], guess(found.title, found.sentence)
    if not short or best < 0:
        return Headline(""), list(head.names), Found("")
    headline, others, named = _chosen(head, short, -at)
    return headline, others, guess(named.value, short[-at]) if named.value else named


_NAMES_JOB = 3
_LONGEST = 90


def _score(text: str, body: str) -> int:
    """How surely a line names the job: words for jobs, a mark such as (m/w/d), being named again in the text."""
    headline = read_headline(text)
    if not headline.title or _NO_TITLE.fullmatch(text.strip(" :!.-–—*#")):
        return -5
    score = 4 * names_job(headline.title) + 6 * has_gender_mark(text) - 3 * has_legal_form(text)
    score += bool(len(headline.title) > 5 and headline.title.casefold() in body.casefold())
    return score - 3 * text.rstrip().endswith((".", ",", ":", "?")) - (len(text) > 90)


def _chosen(head: Head, short: list[str], at: int) -> tuple[Headline, list[str], Found]:
    headline = read_headline(short[at])
    others: Iterable[str] = [*short[at + 1 :], *reversed(short[:at]), *(n for n in head.names if n not in short)]
    again = {short[at], headline.title}
    return headline, [other for other in others if other not in again], Found(headline.title)
