"""A posting's wording does not lean strongly towards men.

Adverts with many words such as "competitive", "dominate" and "fearless" were found to appeal less to women, who felt
that they would not belong; words such as "collaborate" and "understand" had only a slight effect on men. The score is
the number of words coded feminine less that of words coded masculine, and the rule speaks up below -3.

Source: Danielle Gaucher, Justin Friesen, Aaron C. Kay, "Evidence That Gendered Wording in Job Advertisements Exists and
Sustains Gender Inequality", Journal of Personality and Social Psychology 101(1), 2011, 109-128; counted by stems as in
Kat Matfield's Gender Decoder. Ordinary uses do not count: "lead engineer", "support", "analyst", "share",
"responsible", "data-driven", "competitive salary", "individual contributor", the employer's own name. Only English has
such a list.

Passes:

    ---
    title: Lead Analyst
    ---
    You lead the analysis of our support data, are responsible for data-driven decisions, and share what you find.

Fails:

    ---
    title: Sales Manager
    ---
    You are competitive, fearless and driven. You dominate your field, challenge the leaders and persist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ssg.diagnostics import Severity
from ssg.lint.context import Context
from ssg.lint.finding import Finding, listing, quote
from ssg.lint.lexicon import FEMININE, MASCULINE, ORDINARY, Hit, lexicon
from ssg.lint.text import WORD, Text
from ssg.model import Posting

ID = "gendered-words"
SEVERITY = Severity.ADVICE
STRONGLY = -3
"""Below this score a wording is strongly masculine, as the Gender Decoder counts."""
SHOWN = 4


def check(posting: Posting, context: Context) -> Iterator[Finding]:
    known = lexicon(posting.language)
    if known is None or not known.source:
        return
    text = context.text(posting)
    company = context.config.companies.get(posting.company)
    masculine, feminine = _coded(text, company.name if company else "")
    score = len(feminine) - len(masculine)
    if score >= STRONGLY:
        return
    counts = f"{_counted(masculine, text)} against {_counted(feminine, text)}"
    better = _better(masculine, text, known.better)
    hint = (
        f"Write some of it in other words, such as {listing(better)}" if better else "Write some of it in other words"
    )
    yield text.finding(
        f"the wording leans masculine: {counts}, a score of {score} ({known.source})",
        hint,
        text.spans[masculine[0].start][0],
    )


def _coded(text: Text, company: str) -> tuple[list[Hit], list[Hit]]:
    """The words coded masculine and feminine, without those in ordinary use or in the employer's name."""
    own = {word.casefold() for word in WORD.findall(company)}
    ordinary = {at for hit in text.hits if hit.entry.group == ORDINARY for at in range(hit.start, hit.end)}
    found: dict[str, dict[int, Hit]] = {MASCULINE: {}, FEMININE: {}}
    for hit in text.hits:
        if hit.entry.group in found and hit.start not in ordinary and text.words[hit.start] not in own:
            found[hit.entry.group].setdefault(hit.start, hit)
    return list(found[MASCULINE].values()), list(found[FEMININE].values())


def _better(hits: list[Hit], text: Text, words: Mapping[str, str]) -> list[str]:
    """For the first coded words, one of each stem, what to write instead: `"motivated" for "driven"`."""
    found: dict[str, str] = {}
    for hit in hits:
        stem = " ".join(hit.entry.words)
        if stem in words:
            found.setdefault(stem, f"{quote(words[stem])} for {quote(_said(hit, text))}")
    return list(found.values())[:SHOWN]


def _counted(hits: list[Hit], text: Text) -> str:
    """`5 words (driven, competitive, fearless and 2 others)`."""
    words = list(dict.fromkeys(_said(hit, text) for hit in hits))
    shown = f" ({listing(words, most=SHOWN)})" if words else ""
    return f"{len(hits)} word{'' if len(hits) == 1 else 's'}{shown}"


def _said(hit: Hit, text: Text) -> str:
    return " ".join(text.words[hit.start : hit.end])
