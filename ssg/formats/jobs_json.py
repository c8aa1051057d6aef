"""jobs.json: the open postings as a static API, whole and versioned. docs/reference/jobs.schema.json describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ssg.formats.entry import Bodies, Entry, FeedInfo, stamp
from ssg.formats.frame import Frame
from ssg.formats.markup import json_line, json_text
from ssg.formats.phrases import PhraseBook, Phrases
from ssg.formats.values import json_value, valid_through, without_empty
from ssg.model import Body, Company
from ssg.model.lengths import with_longest
from ssg.model.posting import FrontMatter

VERSION = 1
"""Goes up when a field is renamed, removed or means something else; a new field does not change it."""
SCHEMA_FILE = "jobs.schema.json"
_FIELDS = frozenset(FrontMatter.model_fields)


def jobs_json(feed: FeedInfo, entries: Sequence[Entry], bodies: Bodies, book: PhraseBook) -> str:
    """The file: what the site is, its employers, and every entry, one a line so that a change is one line."""
    companies = {entry.posting.company: (entry.company, entry.logo) for entry in entries}
    return frame(feed, companies).around(
        part(entry, bodies[entry.posting.source], book[feed.language]) for entry in entries
    )


def frame(feed: FeedInfo, companies: Mapping[str, tuple[Company, str]]) -> Frame:
    """What stands around the postings; `companies` are the employers with the addresses of their logos, by key."""
    head = {
        "$schema": feed.home + SCHEMA_FILE,
        "version": VERSION,
        "title": feed.title,
        "description": feed.description,
        "language": feed.language,
        "home": feed.home,
        "updated": stamp(feed.updated),
        "companies": {key: _company(*companies[key]) for key in sorted(companies)},
    }
    lines = [f"{json_line(name)}:{json_line(value)}" for name, value in head.items()]
    return Frame("{\n" + ",\n".join(lines) + ',\n"jobs":[\n', ",\n", "\n]\n}\n")


def part(entry: Entry, body: Body, _: Phrases) -> str:
    """The line of one posting."""
    return json_line(job(entry, body))


def _company(company: Company, logo: str) -> dict[str, Any]:
    return {**company.model_dump(mode="json", exclude_defaults=True), **({"logo_url": logo} if logo else {})}


def job(entry: Entry, body: Body) -> dict[str, Any]:
    """One posting: `posting` is its front matter with the site's defaults put in, the rest what the site made of it.

    `description_html` is the author's text: with `posting` it says everything, and each thing once.
    """
    known = {
        "id": entry.id,
        "slug": entry.posting.slug,
        "url": entry.url,
        "apply_url": entry.apply,
        "markdown_url": entry.markdown,
        "image": entry.image,
        "life": entry.life,
        "updated": stamp(entry.updated),
        "closes_at": valid_through(entry),
        "digest": entry.digest,
        "alternates": {version.language: version.url for version in entry.versions},
        "posting": front_matter(entry),
    }
    return {**without_empty(known), "description_html": body.html}


def front_matter(entry: Entry) -> dict[str, Any]:
    """What the author wrote, in JSON: dates as YYYY-MM-DD, amounts as numbers, nothing that is merely the default."""
    given = entry.posting.model_dump(include=set(_FIELDS), exclude_defaults=True)
    return {name: json_value(value) for name, value in given.items() if value is not None}


def jobs_schema() -> str:
    """The JSON Schema of the file, made from the models: what `docs/reference/jobs.schema.json` holds."""
    front = FrontMatter.model_json_schema()
    company = Company.model_json_schema()
    definitions = {**front.pop("$defs", {}), **company.pop("$defs", {})}
    company["properties"]["logo_url"] = _text("Address of the logo.")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Open postings of a careers site",
        "type": "object",
        "required": ["version", "title", "home", "updated", "companies", "jobs"],
        "properties": {
            "version": {"const": VERSION, "description": "Version of this format."},
            "title": _text("The site's name."),
            "description": _text("One sentence about working here."),
            "language": _text("Language of the site's own words."),
            "home": _text("Address of the list of postings."),
            "updated": _text("Last change of anything in the file, RFC 3339 in UTC."),
            "companies": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Employer"}},
            "jobs": {"type": "array", "items": {"$ref": "#/$defs/Job"}},
        },
        "$defs": {**definitions, "Employer": company, "FrontMatter": front, "Job": _JOB},
    }
    return json_text(with_longest(schema, None))  # a site says itself how long its fields may be


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "description": description, **more}


_JOB: dict[str, Any] = {
    "type": "object",
    "description": "One open posting.",
    "required": ["id", "slug", "url", "apply_url", "life", "updated", "digest", "posting", "description_html"],
    "properties": {
        "id": _text("Names the posting for ever, in every language and after every edit."),
        "slug": _text("Last part of the posting's address."),
        "url": _text("The posting's page."),
        "apply_url": _text("Where an application goes: https: or mailto:."),
        "markdown_url": _text("The posting as Markdown."),
        "image": _text("Address of its social card."),
        "life": {"enum": ["draft", "scheduled", "open", "closing"], "description": "closing: in its last seven days."},
        "updated": _text("Last change of the content, RFC 3339 in UTC."),
        "closes_at": _text("Last second to apply, ISO 8601 with the offset of the site's time zone."),
        "digest": _text("Changes when, and only when, the posting does, in any of its languages."),
        "alternates": {
            "type": "object",
            "description": "Addresses of the page by language.",
            "additionalProperties": {"type": "string"},
        },
        "posting": {"$ref": "#/$defs/FrontMatter"},
        "description_html": _text("The author's text as HTML; the facts stand in `posting`."),
    },
}
