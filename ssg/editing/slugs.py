"""The name of a new posting's file, which is the last part of its address."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count

from ssg.model.slug import slugify

LONGEST = 80


def slug_of(title: str, *others: str) -> str:
    """The title as a slug of a-z, digits and hyphens; where no such character is in it, the next text's. Or empty."""
    for text in (title, *others):
        slug = re.sub(r"[^a-z0-9]+", "-", slugify(text)).strip("-")
        if slug:
            return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return ""


def free_slug(slug: str, taken: Container[str]) -> str:
    """The slug, with the first number behind it that makes it nobody else's."""
    return slug if slug not in taken else next(f"{slug}-{n}" for n in count(2) if f"{slug}-{n}" not in taken)
