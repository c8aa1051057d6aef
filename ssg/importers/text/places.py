"""Places as people write them: `Lisbon, Portugal`, `Seattle, WA`, `10115 Berlin`, `Remote (US)`, `EMEA`."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ssg.importers.text.cities import PROVINCES, US_STATES, cities
from ssg.l10n import country_codes
from ssg.model.iso import COUNTRIES

LANGUAGES = ("en", "de", "fr", "pt", "es")

_MORE_NAMES = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "us": "US", "united states of america": "US", "the united states": "US",
    "eua": "US", "ee. uu.": "US", "ee.uu.": "US", "états unis": "US", "uk": "GB", "u.k.": "GB", "the uk": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "great britain": "GB",
    "the netherlands": "NL", "holland": "NL", "czech republic": "CZ", "uae": "AE", "brasil": "BR", "korea": "KR",
    "russia": "RU", "vietnam": "VN", "deutschland": "DE", "bundesweit": "DE", "deutschlandweit": "DE", "schweiz": "CH",
    "hong kong": "HK",
}  # fmt: skip
_WORLD = re.compile(
    r"(?:worldwide|anywhere(?: in the world)?|global(?:ly)?|weltweit|monde entier|partout|mundial|em qualquer lugar|"
    r"todo el mundo)",
    re.IGNORECASE,
)
_REGIONS = re.compile(
    r"(?:emea|apac|latam|dach|eu|european union|europe|europa|europäische union|north america|americas|asia|africa)",
    re.IGNORECASE,
)
_REMOTE = (
    r"(?:fully |100 ?% ?)?(?:remote(?:ly)?|home[- ]?office|remoto|teletrabalho|teletrabajo|télétravail|à distance|"
    r"distancia)"
)
_MODE = re.compile(
    rf"{_REMOTE}(?:[- ]first| only| possible| möglich)?|hybrid|híbrido|hybride|on-?site|onsite|presencial|vor ort|"
    r"sur site|présentiel|in[- ]office",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[;|·•/]|\s-\s|\s–\s|\s—\s|\bor\b|\boder\b|\bou\b|\bo\b|\band\b|\bund\b|\bet\b|&|\n)\s*")
_POSTAL = re.compile(r"^(?:[A-Z]{1,2}-)?(\d{4,5}|\d{4}-\d{3})\s+(?=[A-ZÀ-Ý])")
_AROUND = re.compile(
    r"^(?:greater|metropolitan|metro|raum|großraum|near|in|région de|grande)\s+|"
    r"\s+(?:metropolitan area|metro area|metro|bay area|area|region|und umgebung|et périphérie|"
    r"office|hq|city)$",
    re.I,
)


@dataclass(frozen=True)
class Places:
    """What a line of places says: where one works, who may apply, and whether a country was added by us."""

    locations: tuple[dict[str, str], ...] = ()
    countries: tuple[str, ...] = ()
    worldwide: bool = False
    regions: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    guessed: bool = False
    rest: tuple[str, ...] = ()


def read_places(text: str, *, context: frozenset[str] = frozenset()) -> Places:
    """Everything that a line of places names; `rest` is what was not recognised.

    `context` are the countries that the advert names elsewhere: the one way to decide between two Cambridges.
    """
    text = re.sub(r"[()\[\]]", " | ", text)[:500]
    found = Places()
    for part in (p for p in _SPLIT.split(text) if p and p.strip(" ,.-–:")):
        found = _joined(found, _part(part.strip(" ,.-–:"), context))
    return found


def is_place(text: str) -> bool:
    """Whether every word of `text` belongs to a place or says how one works there."""
    found = read_places(text)
    return not found.rest and found != Places()


def country_code(name: str) -> str:
    """The code of a country by its code or its name in one of five languages; empty when it is none."""
    name = name.strip().strip(".")
    if name.upper() in COUNTRIES and (name.isupper() or len(name) == 2):
        return name.upper()
    folded = name.casefold()
    code = _MORE_NAMES.get(folded) or _MORE_NAMES.get(folded + ".") or _country_names().get(folded, "")
    return code if code in COUNTRIES else ""


def city(name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """How a known city is written, and the countries (with region) that have one of its name."""
    return _cities().get(name.casefold(), (name, ()))


def countries_named(text: str) -> frozenset[str]:
    """Codes of the countries whose names stand in a text as words of their own, capital first."""
    names = re.findall(r"\b(?:[A-ZÀ-Ý][\w.'-]+(?:[ ][A-ZÀ-Ý][\w.'-]+){0,2}|UK|US|USA|U\.S\.)", text[:50_000])
    words = {word for name in names for word in (name, *name.split())}
    words = {word for word in words if len(word) > 2 or word in ("UK", "US")}
    return frozenset(code for word in words if (code := country_code(word)))


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
    listed = [country_code(p) for p in parts]
    if all(listed) and not city(parts[0])[1]:
        return Places(countries=tuple(dict.fromkeys(listed)), modes=modes)
    towns = [_town(p, context) for p in parts] if len(parts) > 1 else []
    if towns and all(towns) and not _is_region(parts[-1]) and not listed[-1]:
        return Places(tuple(t for t in towns if t), modes=modes, guessed=True)
    found = _one_address(parts, listed[-1] if len(parts) > 1 else "", context)
    return found if not modes else _joined(Places(modes=modes), found)


def _one_address(parts: list[str], country: str, context: frozenset[str]) -> Places:
    name, postal = _bare(parts[0])
    written, homes = city(name)
    written = written if name.isupper() else name
    if country and _is_region(parts[-1]) and any(home == country for home, _ in homes):
        return _located(written, next(r for c, r in homes if c == country), country, postal)
    middle = parts[1:-1] if country and not _is_region(parts[-1]) else parts[1:]
    state = next((s for p in reversed(parts[1:]) if (s := _state(p))), None)
    if state and country and _is_region(parts[-1]):  # `Springfield, IL`: Illinois rather than Israel
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
    bare = _AROUND.sub("", name)
    return (bare if city(bare)[1] and not city(name)[1] else name), postal.group(1) if postal else ""


def _state(text: str) -> tuple[str, str] | None:
    """Country and code of a state or province of North America."""
    text = re.sub(r"\s+\d{5}(?:-\d{4})?$", "", text)
    for country, states in (("US", US_STATES), ("CA", PROVINCES)):
        for code, name in states.items():
            if text == code or text.casefold() == name.casefold():
                return country, code
    return None


def _is_region(text: str) -> bool:
    return _state(text) is not None


def _joined(a: Places, b: Places) -> Places:
    return Places(
        _distinct((*a.locations, *b.locations)),
        tuple(dict.fromkeys((*a.countries, *b.countries))),
        a.worldwide or b.worldwide,
        (*a.regions, *b.regions),
        (*a.modes, *b.modes),
        a.guessed or b.guessed,
        (*a.rest, *b.rest),
    )


def _distinct(locations: tuple[dict[str, str], ...]) -> tuple[dict[str, str], ...]:
    """Each town once, whatever its name in other languages, under the name that came first."""
    kept: dict[tuple[str, str], dict[str, str]] = {}
    for place in locations:
        known = kept.setdefault((city(place.get("city", ""))[0].casefold(), place["country"]), place)
        known.update({key: value for key, value in place.items() if key not in known})
    return tuple(kept.values())


@cache
def _country_names() -> dict[str, str]:
    return {name: code for language in reversed(LANGUAGES) for name, code in country_codes(language).items()}


@cache
def _cities() -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    homes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    written: dict[str, str] = {}
    for name, first, country, region in cities():
        homes[name.casefold()].append((country, region))
        written.setdefault(name.casefold(), first)
    return {name: (written[name], tuple(where)) for name, where in homes.items()}
