"""What a file's name says: the posting's slug, and the language of a translation."""

from __future__ import annotations

import re

from ssg.diagnostics import Diagnostic
from ssg.model.portable import is_reserved
from ssg.model.slug import slugify

POSTINGS = "content/postings"
"""Folder of the posting files, relative to the root of the site."""

_NAME = re.compile(r"(?P<slug>.+?)(?:\.(?P<language>[a-z]{2,3}(?:-[A-Z]{2})?))?\.md")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEARCH = "pagefind"


def slug_and_language(path: str) -> tuple[str, str, Diagnostic | None]:
    """`…/engineer.pt.md` is (`engineer`, `pt`, None); the diagnostic says why a name cannot be an address."""
    name = path.rsplit("/", 1)[-1]
    match = _NAME.fullmatch(name)
    slug, language = (match["slug"], match["language"] or "") if match else (name.removesuffix(".md"), "")
    if _SLUG.fullmatch(slug) and len(slug) <= 100 and not is_reserved(slug):
        return slug, language, None
    return slug, language, _refused(path, slug, language)


def page_refused(path: str) -> Diagnostic | None:
    """Why `content/pages/…` cannot be an address, where each folder is a part of it; None when it can."""
    *folders, _ = path.split("/")[2:]
    wrong = next((f for f in folders if not _SLUG.fullmatch(f) or len(f) > 100 or is_reserved(f)), None)
    if wrong is not None:
        message = f"the folder `{_shown(wrong)}` cannot be part of an address"
        return Diagnostic(path, "file-name", message, "Name it with small letters a-z, digits and single hyphens")
    slug, _, refused = slug_and_language(path)
    if refused is None and (folders or [slug])[0] == _SEARCH:
        message = f"/{_SEARCH}/ is the address of the search index"
        return Diagnostic(path, "file-name", message, "Give the page another name")
    return refused


def _refused(path: str, slug: str, language: str) -> Diagnostic:
    better = re.sub(r"[^a-z0-9]+", "-", slugify(slug))[:100].strip("-") or "posting"
    if is_reserved(slug):
        message, better = f"`{slug}` is a name that Windows keeps for itself", f"{slug}-posting"
    elif len(slug) > 100:
        message = f"the name has {len(slug)} characters, and an address may have 100"
    else:
        message = f"`{_shown(slug)}` cannot be an address: a name has small letters a-z, digits and single hyphens"
    return Diagnostic(
        path, "file-name", message, f"Rename the file to `{better}{'.' + language if language else ''}.md`"
    )


def _shown(slug: str) -> str:
    return "".join(c if c.isprintable() else c.encode("ascii", "backslashreplace").decode() for c in slug)[:80]
