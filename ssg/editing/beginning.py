"""Beginning a posting: words of a command line or a form to fields, fields to a file that is held against the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ssg.config import Config
from ssg.content.names import POSTINGS
from ssg.content.reading import read_front
from ssg.content.template import COMMON, DRAFT_NOTE, outline, posting_text
from ssg.diagnostics import Diagnostic, nearest
from ssg.model import FrontMatter
from ssg.model.nouns import fields
from ssg.site.repository import new_address
from ssg.source import parse_yaml, split_source, values
from ssg.source.pay_words import salary

_PLAIN = ("department", "language", "summary", "hours", "identifier", "start", "valid_through")
_MULTIPLIED = frozenset("m mn mio mill million millions mrd thousand tausend mil mille lakh lac crore dozen".split())
"""Words beside a figure that make another one of it."""
CHOICES = {field.name: field.shape.choices for field in fields(FrontMatter) if field.shape.kind == "choice"}


@dataclass(frozen=True, slots=True)
class NewPosting:
    """A file to write: its path below the root, and its text. `problems` is why it must not be written."""

    path: str
    text: str
    problems: tuple[Diagnostic, ...] = ()


def new_posting(
    slug: str, given: Mapping[str, Any], config: Config, *, body: str = "", offer: bool = True
) -> NewPosting:
    """The file of a new posting with the fields `given`, checked as `ssg check` would.

    Without a `body` it gets the site's headings to fill in. `offer` adds the other fields as comments.
    """
    path = f"{POSTINGS}/{slug}.md"
    comments = {"status": DRAFT_NOTE} if given.get("status") == "draft" else {}
    offered = None if offer else ()
    text = posting_text(given, body or outline(config), comments=comments, offered=offered)
    problems = (*_problems(path, text, config), *_unknown_company(path, given, config))
    return NewPosting(path, text, problems)


def _problems(path: str, text: str, config: Config) -> tuple[Diagnostic, ...]:
    """What is wrong with the file, read as every other one is."""
    source, problems = split_source(path, text.encode())
    if source is None or problems:
        return problems
    return read_front(source, FrontMatter, config.read_limits)[1]


def _unknown_company(path: str, given: Mapping[str, Any], config: Config) -> tuple[Diagnostic, ...]:
    company = given.get("company")
    if company is None or company in config.companies:
        return ()
    hint = f"Known are {', '.join(config.companies)}"
    return (Diagnostic(path, "unknown-company", f"`{company}` is no key of `companies` in site.yaml", hint),)


def editor_link(slug: str, given: Mapping[str, Any], config: Config) -> str:
    """Address of GitHub's editor with a new posting filled in; empty where site.yaml names no repository.

    It offers the commonest fields alone: GitHub takes addresses of about 8,000 characters.
    """
    return new_address(config, slug, posting_text(given, outline(config), offered=COMMON))


def fields_of(said: Mapping[str, Any], config: Config) -> dict[str, Any]:
    """Fields of a posting from single words: `types`, place, `salary` and `apply` are put together."""
    given = {name: said[name] for name in _PLAIN if name in said}
    given |= {name: understood(name, said[name], config) for name in ("company", "workplace") if name in said}
    types = [understood("employment_type", one, config) for one in said.get("types", ()) if one]
    given["employment_type"] = types[0] if len(types) == 1 else types
    place = {name: understood(name, said[name], config) for name in ("city", "region", "country") if name in said}
    if place.keys() == {"country"} and given.get("workplace") == "remote":
        given["applicants"] = {"countries": [place["country"]]}
    elif place:
        given["locations"] = [place]
    given["salary"] = salary_of(said["salary"]) if "salary" in said else None
    given["apply"] = _apply(said["apply"]) if "apply" in said else None
    return {name: value for name, value in given.items() if value not in (None, [])}


def salary_of(written: str) -> Any:
    """Pay in words as the mapping that it means; the words themselves where they name no currency or no unit."""
    words = re.findall(r"[^\W\d_]+|[$€£¥₹]", written)
    in_currency = [word for word in words if values.currency(word)]
    others = [word for word in words if word not in in_currency and word.casefold() not in ("k", "tsd")]
    if not in_currency or not others or _MULTIPLIED.intersection(word.casefold() for word in others):
        return written
    mapping, problems = parse_yaml("", salary(written) or "")
    if not mapping or problems:
        return written
    return {key: Decimal(value) if value[0].isdigit() else value for key, value in mapping.items()}


def _apply(written: str) -> dict[str, str]:
    mail = "@" in written and "://" not in written
    return {"email": written.removeprefix("mailto:")} if mail else {"url": written}


def understood(field: str, written: str, config: Config) -> Any:
    """What a person wrote for a field, as the model takes it where its meaning is certain; else as it stands."""
    if field in CHOICES:
        return values.choice(written, CHOICES[field]) or written
    if field == "country":
        return values.country(written) or written
    if field == "company":
        return company_key(written, config) or written
    return written


def company_key(written: str, config: Config) -> str:
    """The key of the company that a key or a name means; empty when none is near."""
    keys = {key: key for key in config.companies} | {company.name: key for key, company in config.companies.items()}
    return keys.get(nearest(written, keys, 0.8) or "", "")
