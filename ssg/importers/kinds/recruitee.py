"""Recruitee: `NAME.recruitee.com/api/offers/`.

Source: https://docs.recruitee.com/reference/intro-to-careers-site-api
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssg.importers.dig import first, items, raw, records, words
from ssg.importers.document import Document
from ssg.importers.draft import Draft, Found, said
from ssg.importers.fields import (
    address,
    apply_fields,
    education_fields,
    language_code,
    merged,
    place_fields,
    place_notes,
    salary,
    types_fields,
    work_places,
)
from ssg.importers.markup import markdown_of, plain_text_of
from ssg.importers.setting import Setting
from ssg.importers.text.dates import iso_day
from ssg.importers.text.gazetteer import country_code

NAME = "Recruitee"


def recognises(document: Document) -> bool:
    """`offers` of which one has a `careers_url`."""
    return any("careers_url" in offer or "careers_apply_url" in offer for offer in records(document.json, "offers"))


def read(document: Document, setting: Setting) -> Iterator[Draft]:
    for offer in records(document.json, "offers"):
        if words(offer, "status") in ("", "published"):
            yield _draft(offer)


def _draft(offer: dict[str, Any]) -> Draft:
    mode = next((mode for key, mode in _MODES if offer.get(key) is True), "")
    known = [place for item in records(offer, "locations") or [offer] if (place := _place(item)).get("country")]
    loose = [] if known else [words(offer, "location")]
    kind = words(offer, "employment_type_code")
    fields = merged(
        said(
            title=plain_text_of(words(offer, "title")),
            date_posted=iso_day(first([words(offer, "published_at"), words(offer, "created_at")])),
            valid_through=iso_day(words(offer, "close_at")),
            department=words(offer, "department"),
            identifier=words(offer, "id"),
            workplace=mode,
            salary=_pay(offer),
            hours=_hours(offer),
            language=_language(offer),
        ),
        types_fields({"freelance": "contract", "traineeship": "internship"}.get(kind, kind)),
        education_fields(words(offer, "education_code")),
        work_places(known, mode),
        place_fields(loose, mode=mode),
        apply_fields(words(offer, "careers_apply_url"), words(offer, "careers_url")),
    )
    tags = ", ".join(words(tag) for tag in items(offer, "tags"))
    notes = (f"tags: {tags}",) if tags else ()
    body = markdown_of(_body(offer))
    return Draft(fields, body, Found(words(offer, "company_name")), unused=(*notes, *place_notes(loose)))


_MODES = (("hybrid", "hybrid"), ("remote", "remote"), ("on_site", "on-site"))


def _place(item: dict[str, Any]) -> dict[str, str]:
    code = country_code(first([words(item, "country_code"), words(item, "country")]))
    postal, street = words(item, "postal_code"), words(item, "street")
    return address(street, words(item, "city"), words(item, "state"), code, postal)


def _pay(offer: dict[str, Any]) -> dict[str, Any] | None:
    pay = offer.get("salary")
    return salary(words(pay, "min"), words(pay, "max"), words(pay, "currency"), words(pay, "period"))


def _hours(offer: dict[str, Any]) -> str:
    low, high = words(offer, "min_hours"), words(offer, "max_hours")
    figures = "-".join(dict.fromkeys(n for n in (low, high) if n and n != "0"))
    return f"{figures} hours a week" if figures else ""


def _language(offer: dict[str, Any]) -> str:
    """The language of the only translation; several leave it to the text."""
    translations = offer.get("translations")
    return language_code(next(iter(translations))) if isinstance(translations, dict) and len(translations) == 1 else ""


def _body(offer: dict[str, Any]) -> str:
    told = offer if raw(offer, "description").strip() else next(iter(_translations(offer)), offer)
    wanted = raw(told, "requirements").strip()
    return raw(told, "description") + (f"\n<h2>Requirements</h2>{wanted}" if wanted else "")


def _translations(offer: dict[str, Any]) -> list[dict[str, Any]]:
    """The texts of an offer in other languages, that of its own title first."""
    found = offer.get("translations")
    texts = [part for part in found.values() if isinstance(part, dict)] if isinstance(found, dict) else []
    return sorted(texts, key=lambda part: words(part, "title") != words(offer, "title"))
