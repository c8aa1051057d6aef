"""An employer as schema.org's Organization."""

from __future__ import annotations

from typing import Any

from ssg.formats.values import one_or_many, without_empty
from ssg.model import Company


def organization(company: Company, logo: str) -> dict[str, Any]:
    """`logo` is an absolute address or empty; the employer's own site comes first among the pages surely about it."""
    same_as = dict.fromkeys([*([company.url] if company.url else []), *company.same_as])
    return without_empty(
        {
            "@type": "Organization",
            "name": company.name,
            "url": company.url,
            "sameAs": one_or_many(same_as),
            "logo": logo,
        }
    )
