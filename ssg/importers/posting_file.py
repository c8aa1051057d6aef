"""A draft made into a posting file: company and language put in, held against the model, written out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from ssg.config import Config
from ssg.importers.draft import Draft, Found
from ssg.importers.report import ASKED, Report
from ssg.importers.setting import Setting
from ssg.importers.text.mining import mined
from ssg.importers.writing import field_lines, sorted_fields
from ssg.model import FrontMatter
from ssg.model.lengths import within
from ssg.model.slug import slugify

MEMORY = "# last import: "
"""Begins the comment that remembers what an import wrote: a name and a digest for each field, and for the body."""

_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|llc|ltd|limited|plc|corp|corporation|co|company|gmbh(?: & co\.? kg)?|ag|se|ug|kg|"
    r"ohg|e\.? ?v|s\.?a|s\.?a\.?s|sarl|s\.?l|"
    r"lda|unipessoal|b\.?v|n\.?v|oy|ab|as|aps|s\.?r\.?l|s\.?p\.?a|pty|pvt|group|holding)\.?$",
    re.IGNORECASE,
)
_NONE: Mapping[str, tuple[str, ...]] = {}
_STAND_IN = "the source does not say the day: this is the day of the import"
_LONGEST_BODY = 400_000


@dataclass(frozen=True)
class Imported:
    """A posting as it would be written: its slug, the file's text, and what to tell about it.

    `fields` and `body` are the same once more for an update; `text` is made from them.
    """

    slug: str
    text: str
    report: Report
    fields: Mapping[str, Found]
    body: str
    comments: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return str(self.fields["title"].value)

    @property
    def town(self) -> str:
        """The slug of the first place of work; empty when none is known."""
        places = self.fields["locations"].value if "locations" in self.fields else []
        return _address_part(str(places[0].get("city", ""))) if places else ""


def posting_file(draft: Draft, setting: Setting) -> Imported | str:
    """The posting file of a draft, or in words why there is none."""
    draft = _held_to_model(mined(draft, today=setting.today), setting.config.limits.field_characters)
    title = draft.value("title")
    if not title:
        why = f" ({draft.unused[0]})" if draft.unused and not draft.fields else ""
        return f"names no title{why}: no file was written"
    slug = slug_of(title, draft)
    if not slug:
        return f'has the title "{title}", in which no letter can stand in an address: no file was written'
    draft, comments, notes = _with_company(draft, setting)
    said = draft.fields
    fields, stand_in = _with_days(dict(said), setting)
    body = draft.body[:_LONGEST_BODY]
    report = Report(
        taken=tuple(name for name, found in sorted_fields(said) if not found.guess and name != "status"),
        guessed=tuple((name, found.guess) for name, found in sorted_fields(said) if found.guess),
        missing=tuple(name for name in ASKED if name not in said and not (name == "company" and comments)),
        notes=(*draft.unused, *notes, *stand_in),
    )
    marks = {} if "date_posted" in said else {"date_posted": (_STAND_IN,)}
    return Imported(slug, file_text(fields, body, comments, marks), report, fields, body, comments)


def slug_of(title: str, draft: Draft) -> str:
    """The last part of the posting's address; a title without a Latin letter takes its number instead."""
    names = (draft.slug, title, str(draft.value("identifier") or ""))
    return next((slug for name in names if (slug := _address_part(name))), "")


def _address_part(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", slugify(name))[:100].strip("-")


def file_text(
    fields: Mapping[str, Found], body: str, comments: Iterable[str] = (), notes: Mapping[str, tuple[str, ...]] = _NONE
) -> str:
    """Front matter, what the next `--update` needs to know, and body. `notes` are comments behind a field."""
    lines = [line for name, found in sorted_fields(fields) for line in field_lines(name, found, notes.get(name, ()))]
    lines += [f"# {comment}" for comment in comments]
    return "\n".join(["---", *lines, memory_line(fields, body), "---", "", body])


def memory_line(fields: Mapping[str, Found], body: str) -> str:
    """The comment that remembers what was written, so that an update can tell a hand edit from an old import."""
    known = {name: digest(found.value) for name, found in sorted_fields(fields)} | {"body": digest(body.strip())}
    return MEMORY + " ".join(f"{name}={short}" for name, short in known.items())


def digest(value: Any) -> str:
    """A short digest of a value, the same for the value and for what YAML reads back of it."""
    return hashlib.sha256(json.dumps(_plain(value), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def same_company(a: str, b: str) -> bool:
    """Whether two names are one company's: letter case, accents and legal forms aside."""
    return bool(bare_company(a)) and bare_company(a) == bare_company(b)


def bare_company(name: str) -> str:
    """A company's name as a slug, without its legal form."""
    name = name.strip()
    while (shorter := _LEGAL.sub("", name)) != name and shorter:
        name = shorter
    return slugify(name)


def _plain(value: Any) -> Any:
    """A value as text, numbers and dates included; a list of one is the one."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return _plain(value[0]) if len(value) == 1 else [_plain(part) for part in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | float):
        return format(Decimal(str(value)).normalize(), "f")
    return " ".join(str(value).split())


def _held_to_model(draft: Draft, longest: int) -> Draft:
    """The draft without what the model refuses; each of these is noted."""
    for _ in range(len(draft.fields) + 1):
        stand_in = {"title": "x", "date_posted": "2000-01-01"}
        try:
            data = stand_in | {name: found.value for name, found in draft.fields.items()}
            FrontMatter.model_validate(data, context=within(longest))
        except ValidationError as wrong:
            draft = _without_refused(draft, wrong)
        else:
            break
    return draft


def _without_refused(draft: Draft, wrong: ValidationError) -> Draft:
    for error in wrong.errors(include_url=False, include_context=False, include_input=False):
        name = str(error["loc"][0]) if error["loc"] else _less_sure_day(draft)
        if name in draft.fields:
            value = str(draft.fields[name].value)
            draft = draft.without(name, f"{name}: {value[:80]!r} cannot be taken: it {_reason(error['msg'])}")
    return draft


def _less_sure_day(draft: Draft) -> str:
    """Which of two days that contradict each other goes: the last to apply, unless only the other one was guessed."""
    posted, closes = draft.fields.get("date_posted"), draft.fields.get("valid_through")
    return "date_posted" if posted and posted.guess and closes and not closes.guess else "valid_through"


def _reason(message: str) -> str:
    return message if message.startswith(("is ", "has ", "gives ", "closes ")) else f"does not fit ({message})"


def _with_company(draft: Draft, setting: Setting) -> tuple[Draft, tuple[str, ...], tuple[str, ...]]:
    """The draft with the key of its company; else comments for the file and a note with the lines for site.yaml."""
    if setting.company:
        return replace(draft, fields={**draft.fields, "company": Found(setting.company)}), (), ()
    key = company_key(draft.company.value, setting.config) if draft.company.value else ""
    if key:
        return replace(draft, fields={**draft.fields, "company": Found(key, draft.company.guess)}), (), ()
    if not draft.company.value:
        return draft, (), ()
    name = " ".join(str(draft.company.value).split())[:200]
    wanted = bare_company(name) or "company"
    known = draft.company_url.startswith("http") and '"' not in draft.company_url
    quoted = json.dumps(name, ensure_ascii=False)
    entry = f'{{name: {quoted}, url: "{draft.company_url}"}}' if known else f"{{name: {quoted}}}"
    note = f"company: {quoted} is not in site.yaml: add `{wanted}: {entry}` under `companies`, `company: {wanted}` here"
    draft = replace(draft, fields={**draft.fields, "status": Found("draft")})
    remedy = f"{note}, and take out `status: draft`; or import with --company"
    return draft, (f"{note}; a draft until then",), (remedy,)


def company_key(name: str, config: Config) -> str:
    """The key of the site's company of that name; empty when none has it."""
    for key, company in config.companies.items():
        if key == name or same_company(company.name, name) or key == bare_company(name):
            return key
    return ""


def _with_days(fields: dict[str, Found], setting: Setting) -> tuple[dict[str, Found], tuple[str, ...]]:
    """A draft, for a person to finish, where the source does not say the day or where to apply.

    The day written in that case is the day of the import, or the last day to apply when that is past.
    """
    notes: list[str] = []
    if "date_posted" not in fields:
        closes = fields.get("valid_through")
        last = date.fromisoformat(str(closes.value)) if closes else setting.today
        fields["date_posted"] = Found(min(setting.today, last))
        notes.append(f"date_posted: {_STAND_IN}, and the posting a draft until you set it and take out `status: draft`")
    if "apply" not in fields and setting.config.apply is None:
        notes.append("apply: neither the source nor site.yaml says where to apply, so the posting is a draft")
    if notes:
        fields["status"] = Found("draft")
    return fields, tuple(notes)
