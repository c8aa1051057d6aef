"""Places as people write them: `Lisbon, Portugal`, `Seattle, WA`, `10115 Berlin`, `Remote (US)`, `EMEA`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ssg.importers.lexicon.cities import AU_STATES
from ssg.importers.text.gazetteer import city, country_code, group_of, is_region, state_of
from ssg.model.iso import COUNTRIES

_WORLD = re.compile(
    r"(?:worldwide|anywhere(?: in the world)?|global(?:ly)?|weltweit|monde entier|partout|mundial|em qualquer lugar|"
    r"todo el mundo)",
    re.IGNORECASE,
)
_REGIONS = re.compile(
    r"(?:emea|apac|latam|europe|europa|north america|south america|latin america|americas|asia|africa|middle east|"
    r"(?:us|american|european|cet|est|pst|gmt) time ?zones?)",
    re.IGNORECASE,
)
_REMOTE = (
    r"(?:fully |100 ?% ?)?(?:remote(?:ly)?|home[- ]?office|remoto|teletrabalho|teletrabajo|télétravail|à distance|"
    r"distancia)"
)
_MODE = re.compile(
    rf"{_REMOTE}(?:[- ]first| only| possible| möglich)?|hybrid|híbrido|hybride|on-?site|onsite|presencial|vor ort|"
    r"sur site|présentiel|in[- ]office|in[- ]person|on site",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:[;|·•/]|\s-\s|\s–\s|\s—\s|\bor\b|\boder\b|\bou\b|\bo\b|\band\b|\bund\b|\bet\b|\be\b|\by\b|&|\n)\s*"
)
_POSTAL = re.compile(r"^(?:[A-Z]{1,2}-)?(\d{4}-\d{3}|\d{4,5})\s+(?=[A-ZÀ-Ý])")
_POSTCODE = re.compile(r"\s+(?P<code>[A-Z]{1,2}\d[A-Z\d]?(?P<inward>\s?\d[A-Z]{2})?)$")
_AU_STATE = re.compile(rf"^(?P<town>.+?),?\s+(?P<state>{'|'.join(AU_STATES)})(?:\s+(?P<code>\d{{4}}))?$")
_DEPARTMENT = re.compile(
    r"^(?:\d{2,3}|2[AB]) - (?=[A-ZÀ-Ý])|(?<=\w) (?:[(](?:\d{2}|2[AB]|97\d)[)]|- (?:\d{2}|2[AB]))(?=$|,)"
)
_NEAR = re.compile(
    r"\s+(?:und umgebung|et (?:environs|périphérie|alentours)|e arredores|y alrededores)\b", re.IGNORECASE
)
_DISTRICT = re.compile(r"\s+\d{1,2}(?:e|er|ème|ᵉ)?$", re.IGNORECASE)
_STREET = re.compile(r"^(?:\d{1,5}[a-z]?,? [^\W\d].{3,50}|[^\d,]{3,50} \d{1,4}\s?[a-z]?)$", re.IGNORECASE)


_AROUND = re.compile(
    r"^(?:greater|metropolitan|metro|raum|großraum|near|in|région de|grande)\s+|"
    r"\s+(?:metropolitan area|metro area|metro|bay area|area|region|und umgebung|et périphérie|"
    r"office|hq|city|centro|centre|center|zentrum|city cent(?:er|re)|downtown|mitte|ville)$",
    re.I,
)


@dataclass(frozen=True)
class Places:
    """What a line of places says: where one works, who may apply, and whether a country was added by us.

    `group` are the countries of a group that has members (`EU`, `DACH`), `regions` names of parts of the world.
    """

    locations: tuple[dict[str, str], ...] = ()
    countries: tuple[str, ...] = ()
    worldwide: bool = False
    regions: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    guessed: bool = False
    rest: tuple[str, ...] = ()
    group: tuple[str, ...] = ()


def read_places(text: str, *, context: frozenset[str] = frozenset()) -> Places:
    """Everything that a line of places names; `rest` is what was not recognised.

    `context` are the countries that the advert names elsewhere: the one way to decide between two Cambridges.
    """
    given = text.strip()
    text = re.sub(r"(?<=\w) \(([A-Z]{2})\)", r", \1", text)
    text = re.sub(r"[()\[\]]", " | ", _NEAR.sub("", _DEPARTMENT.sub("", text.strip())))[:500]
    found = Places()
    for part in (
        p for p in _SPLIT.split(re.sub(r"(?<=\w) - (?=[A-Z]{2}(?:$|\s*[;|]))", ", ", text)) if p and p.strip(" ,.-–:")
    ):
        found = _joined(found, _part(part.strip(" ,.-–:"), context))
    if len(found.rest) == 1 and not found.locations and _DEPARTMENT.search(given):  # `La Roche-Bernard (56)`
        return _joined(replace(found, rest=()), _located(found.rest[0], "", "FR", "", guessed=True))
    return found


def is_place(text: str) -> bool:
    """Whether every word of `text` belongs to a place or says how one works there."""
    found = read_places(text)
    return found != Places() and all(city(part.split(", ")[0])[1] for part in found.rest)


def towns_in(text: str, context: frozenset[str]) -> tuple[dict[str, str], ...]:
    """Large towns that a few words of running text name (`2 days in our Berlin office`)."""
    names = re.findall(r"(?<![\w-])[A-ZÀ-Ý][\w.'’-]+(?:[ ][A-ZÀ-Ý][\w.'’-]+){0,2}", text[:500])
    towns: list[dict[str, str]] = []
    for name in names:
        whole = _town(name.strip("."), context)
        parts = [whole] if whole else [_town(word.strip("."), context) for word in name.split()]
        towns += [town for town in parts if town]
    return _distinct(tuple(towns))


def _part(text: str, context: frozenset[str]) -> Places:
    if _WORLD.fullmatch(text):
        return Places(worldwide=True)
    if _MODE.fullmatch(text):
        return Places(modes=(text,))
    if found := re.match(
        rf"(?:{_MODE.pattern})[\s,:-]+(?:(?:in|within|from|aus|innerhalb|em|en|de|dans|"
        rf"desde)\s+)?(?=\S)",
        text,
        re.I,
    ):
        inner = _part(text[found.end() :], context)
        if not inner.rest:
            return _joined(Places(modes=(found.group().strip(" ,:-"),)), inner)
    if group := group_of(text):
        return Places(regions=(text,), group=group)
    text = re.sub(
        r"\s+only$|^only\s+|^anywhere in\s+|^based in\s+|^all of\s+|^within\s+", "", text, flags=re.IGNORECASE
    )
    if _REGIONS.fullmatch(text):
        return Places(regions=(text,))
    if re.fullmatch(r"[A-Z]{2}(?:,\s*[A-Z]{2})+", text):
        text = text.replace(",", " ")
        return Places(countries=tuple(c for c in text.split() if c in COUNTRIES))
    return _address([p.strip() for p in text.split(",") if p.strip()], context)


def _address(parts: list[str], context: frozenset[str]) -> Places:
    """`City`, `City, Region`, `City, Country`, `City, Region, Country` or `Country`."""
    modes = tuple(p for p in parts if _MODE.fullmatch(p))
    parts = [p for p in parts if not _MODE.fullmatch(p)]
    if not parts:
        return Places(modes=modes)
    in_town = len(parts) > 1 and not is_region(parts[1]) and not country_code(parts[1])
    if in_town and _STREET.match(parts[0]) and not city(_DISTRICT.sub("", parts[0]))[1]:
        inner = _address(parts[1:], context)
        if len(inner.locations) == 1 and not inner.rest:
            return replace(inner, locations=(inner.locations[0] | {"street": parts[0]},))
    if found := _by_postal_code(", ".join(parts)):
        return found
    listed = [country_code(p) for p in parts]
    if all(listed) and not city(parts[0])[1]:
        return Places(countries=tuple(dict.fromkeys(listed)), modes=modes)
    towns = [_town(p, context) for p in parts] if len(parts) > 1 else []
    if towns and all(towns) and not is_region(parts[-1]) and not listed[-1]:
        return Places(tuple(t for t in towns if t), modes=modes, guessed=True)
    parts = list(dict.fromkeys(parts))
    found = _one_address(parts, listed[-1] if len(parts) > 1 else "", context)
    return found if not modes else _joined(Places(modes=modes), found)


def _by_postal_code(text: str) -> Places | None:
    """An address whose code gives its country away: British, Australian, Portuguese."""
    if (found := _AU_STATE.match(text)) and not country_code(found["town"]):
        *street, town = found["town"].split(", ")
        known = any(land == "AU" for land, _ in city(town)[1])
        sure = known or found["code"] or found["state"] not in ("WA", "SA", "NT", "ACT")
        if sure and all(_STREET.match(part) for part in street):
            place = _located(town, found["state"], "AU", found["code"] or "")
            return replace(place, locations=(place.locations[0] | {"street": ", ".join(street)},)) if street else place
    last = text.split(", ")[-1]
    named = country_code(last)
    bare = text.removesuffix(f", {last}") if named == "GB" else text
    if (found := _POSTCODE.search(bare)) and (not named or named == "GB"):
        *street, town = [part.strip(" ,") for part in bare[: found.start()].split(", ")]
        known = any(land == "GB" for land, _ in city(town)[1])
        if town and (found["inward"] or known):
            place = _located(town, "", "GB", found["code"])
            return replace(place, locations=(place.locations[0] | {"street": ", ".join(street)},)) if street else place
    if (postal := _POSTAL.match(text)) and "-" in postal[1]:
        return _located(text[postal.end() :].split(",")[0].strip(), "", "PT", postal[1])
    return None


def _one_address(parts: list[str], country: str, context: frozenset[str]) -> Places:
    name, postal = _bare(parts[0])
    written, homes = city(name)
    written = written if name.isupper() else name
    if (
        len(parts) == 2
        and re.fullmatch(r"[A-Z]{2}", parts[1])
        and any(land == "BR" for land, _ in homes)
        and not country
    ):
        return _located(written, parts[1], "BR", postal)
    if country and is_region(parts[-1]) and any(home == country for home, _ in homes):
        return _located(written, next(r for c, r in homes if c == country), country, postal)
    lands = {land for land, _ in homes}
    odd = len(parts) == 2 and len(parts[1]) == 2 and not is_region(parts[1])
    if odd and len(lands) == 1 and country and country not in lands:  # `Berlin, BE`
        return _located(written, parts[1], lands.pop(), postal, guessed=True)
    if len(parts) == 3 and country and not homes and any(land == country for land, _ in city(parts[1])[1]):
        return _joined(Places(rest=(parts[0],)), _one_address(parts[1:], country, context))  # `School, Nelson, Land`
    middle = parts[1:-1] if country and not is_region(parts[-1]) else parts[1:]
    state = next((s for p in reversed(parts[1:]) if (s := state_of(p))), None)
    if state and country and is_region(parts[-1]):  # `Springfield, IL`: Illinois rather than Israel
        return _located(written, state[1], state[0], postal, guessed=(state[0], state[1]) not in homes)
    if state and (not country or state[0] == country or (state[0], state[1]) in homes):
        return _located(written, state[1], state[0], postal)
    if country:
        region = next((r for c, r in homes if c == country), "") if not middle else ""
        return _located(written, region or ", ".join(p for p in middle if p != written), country, postal)
    if len(parts) == 1 and homes:
        land = {c for c, _ in homes}
        chosen = land if len(land) == 1 else land & context
        if len(chosen) == 1:
            only = chosen.pop()
            region = next(r for c, r in homes if c == only)
            return _located(written, region, only, postal, guessed=True)
    if len(parts) == 1 and not homes and postal and len(context) == 1:
        return _located(written, "", next(iter(context)), postal, guessed=True)
    return Places(rest=(", ".join(parts),))


def _town(part: str, context: frozenset[str]) -> dict[str, str] | None:
    found = _one_address([part], "", context)
    return found.locations[0] if found.locations else None


def _located(town: str, region: str, country: str, postal: str, guessed: bool = False) -> Places:
    where = {"city": town, "region": region, "country": country, "postal_code": postal}
    return Places(({key: value for key, value in where.items() if value},), guessed=guessed)


def _bare(name: str) -> tuple[str, str]:
    """A city's name without postal code and `Greater ... Area`; and the postal code."""
    postal = _POSTAL.match(name)
    name = name[postal.end() :] if postal else name
    bare = _DISTRICT.sub("", _AROUND.sub("", name))
    return (bare if city(bare)[1] and not city(name)[1] else name), postal.group(1) if postal else ""


def _joined(a: Places, b: Places) -> Places:
    return Places(
        _distinct((*a.locations, *b.locations)),
        tuple(dict.fromkeys((*a.countries, *b.countries))),
        a.worldwide or b.worldwide,
        (*a.regions, *b.regions),
        (*a.modes, *b.modes),
        a.guessed or b.guessed,
        (*a.rest, *b.rest),
        tuple(dict.fromkeys((*a.group, *b.group))),
    )


def _distinct(locations: tuple[dict[str, str], ...]) -> tuple[dict[str, str], ...]:
    """Each town once, whatever its name in other languages, under the name that came first."""
    kept: dict[tuple[str, str], dict[str, str]] = {}
    for place in locations:
        known = kept.setdefault((city(place.get("city", ""))[0].casefold(), place["country"]), place)
        known.update({key: value for key, value in place.items() if key not in known})
    return tuple(kept.values())
