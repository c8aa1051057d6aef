"""Where the work of a pasted advert is done, and from where one may apply."""

from __future__ import annotations

import re

from ssg.importers.advert.headline import Headline
from ssg.importers.advert.heads import Head
from ssg.importers.draft import Found, guess
from ssg.importers.fields import place_fields
from ssg.importers.text.gazetteer import country_code
from ssg.importers.text.places import is_place, towns_in
from ssg.importers.text.words import workplace, workplace_in_text

_TOWN = r"[A-ZÀ-Ý][\w.'-]+(?:[ -][A-ZÀ-Ý][\w.'-]+){0,2}"
_BASED = re.compile(
    r"\b(?:based in|located in|our office in|offices? in|Standort:?|Arbeitsort:?|in unserem Büro in|role in|"
    r"position in|"
    r"job in|escritórios? (?:em|de)|sediad[oa] em|basé[es]? à|bureaux? (?:de|à)|oficinas? (?:de|en)|con sede en|"
    r"(?i:restaurante|hotel|clínica|escola|loja|café|armazém) em|(?:hotel|restaurant|school|hospital|branch|"
    r"store|shop|site|"
    r"plant|practice|clinic|café|team|warehouse) in|restaurant à|in unserer \w+ in|am standort|"
    r"an unserem standort(?: in)?|"
    r"(?:agence|magasin|site|usine) de|(?:planta|tienda|fábrica) de)\s+"
    rf"(?P<place>{_TOWN}(?:,\s*[A-ZÀ-Ý][\w.'-]*(?:\s[A-ZÀ-Ý][\w.'-]+){{0,2}})?)"
)
_SEEKER = re.compile(
    rf"(?<=[\w)]),\s(?P<place>{_TOWN}),?\s(?:is|are|sucht|suchen|recherche|recrute|procura|busca|seeks|needs|wants)\b"
)
_IN_TOWN = re.compile(rf"\b(?:in|em|en|à)\s({_TOWN}(?:, [A-ZÀ-Ý]\w+)?)")
_ZONES = re.compile(
    r"\b(?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::\d\d)?\s?(?:to|–|-|bis|and)\s?(?:UTC|GMT)?\s?[+−–-]?\s?\d{1,2}\b"
)
_POSTAL = re.compile(r"\d{4,5} [A-ZÀ-Ý][\w.' -]{1,40}$")
_YES = ("yes", "ja", "sim", "oui", "sí")


def place_lines(head: Head, headline: Headline) -> list[str]:
    """The lines of a head that name places, the labelled one first."""
    facts = [fact for fact in (*head.facts, *headline.facts) if is_place(fact) or _POSTAL.match(fact)]
    lines = [head.labelled.get("place", ""), *facts]
    return list(dict.fromkeys(line for line in lines if line))


def whereabouts(head: Head, headline: Headline, body: str, context: frozenset[str]) -> dict[str, Found]:
    """`locations`, `applicants` and `workplace`. `context` are the countries that the advert gives away elsewhere."""
    lines = place_lines(head, headline)
    asked = [f"{written} {value}" for name, written, value in head.labels if name == "workplace"]
    words = [head.labelled.get("workplace", ""), *asked, *headline.facts, *head.facts]
    words += [head.labelled.get("place", ""), head.labelled.get("type", "")]
    mode = next((named for text in words if text and (named := _mode(text))), "")
    told, sentence = ("", "") if mode else workplace_in_text(body)
    fields = place_fields(lines, mode=mode or told, context=context)
    if told and "workplace" in fields:
        fields = fields | {"workplace": guess(told, sentence)}
    if "locations" not in fields:
        loose = [text for text in (*lines, *head.facts, *headline.facts) if workplace(text) or text in lines]
        if towns := [town for text in loose for town in towns_in(text, context)]:
            fields = fields | {"locations": guess(towns, " ; ".join(loose))}
    if "locations" not in fields and "applicants" not in fields:
        fields = fields | _in_sentences(head, body, mode, context, headline.sentence)
    zones = _ZONES.search("\n".join([*head.names, *head.facts, *headline.facts]))
    if zones and "applicants" not in fields and fields.get("workplace", Found("")).value == "remote":
        fields = fields | {"applicants": guess({"time_zones": " ".join(zones.group().split())}, zones.group())}
    return fields


def country_of(places: dict[str, Found], context: frozenset[str]) -> str:
    """The country that an advert is from, as far as its places or its context say it."""
    found = [place.get("country", "") for place in (places["locations"].value if "locations" in places else ())]
    found += places["applicants"].value.get("countries", []) if "applicants" in places else []
    return found[0] if found else next(iter(context)) if len(context) == 1 else ""


def _in_sentences(head: Head, body: str, mode: str, context: frozenset[str], sentence: str) -> dict[str, Found]:
    for found in (*_BASED.finditer("\n".join(head.names)), *_BASED.finditer(body), *_SEEKER.finditer(body)):
        more = place_fields([found["place"]], mode=mode, context=context) if is_place(found["place"]) else {}
        where: dict[str, Found] = {
            key: guess(more[key].value, found.group().strip("), "))
            for key in ("locations", "applicants")
            if key in more
        }
        if where:
            return where
    alone = (
        line.strip() for line in body.split("\n") if 3 < len(line.strip()) < 60 and not line.startswith(("#", "-"))
    )
    for line in alone:
        if is_place(line) and (more := place_fields([line], mode=mode, context=context)).get("locations"):
            return {"locations": guess(more["locations"].value, line)}
    inside = {
        tuple(town.items()): found.group() for found in _IN_TOWN.finditer(body) for town in _towns(found[1], context)
    }
    if len(inside) == 1:
        (town, words), *_ = inside.items()
        return {"locations": guess([dict(town)], words)}
    towns = towns_in(sentence, context)
    return {"locations": guess(list(towns), sentence)} if len(towns) == 1 else {}


def _towns(text: str, context: frozenset[str]) -> list[dict[str, str]]:
    """The towns of `Estremoz, Portugal`, or of `Berlin`."""
    named = place_fields([text], context=context) if ", " in text and country_code(text.rpartition(", ")[2]) else {}
    return list(named["locations"].value) if "locations" in named else list(towns_in(text, context))


def _mode(text: str) -> str:
    return "remote" if text.casefold() in _YES else workplace(text)
