"""Postings to measure with: number `n` depends on `n` alone, so a small corpus is the beginning of a large one."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

DAY = date(2026, 6, 30)
SITE = """\
title: Careers
base_url: https://example.org/careers/
companies: {example: {name: Example, url: "https://example.com"}}
apply: {email: jobs@example.com}
"""
DEPARTMENTS = ("Platform", "Data", "Design", "Sales", "Support", "Finance", "Operations", "Research")
PLACES = (("Lisbon", "PT"), ("Berlin", "DE"), ("Lyon", "FR"), ("Madrid", "ES"), ("Leeds", "GB"), ("Austin", "US"))
SKILLS = tuple(f"Skill {letter}{number}" for letter in "ABCDEFGHIJ" for number in range(6))
WORDS = (
    "we you plan build keep write read measure team service record report answer week month the of and with for".split()
)


def write_corpus(root: Path, count: int) -> None:
    """A site of `count` postings of some 600 words below `root`."""
    folder = root / "content/postings"
    folder.mkdir(parents=True)
    (root / "site.yaml").write_text(SITE, encoding="utf-8")
    for number in range(count):
        (folder / f"posting-{number:06}.md").write_text(posting(number), encoding="utf-8")


def posting(number: int) -> str:
    """One posting's file."""
    chance = random.Random(number)
    city, country = chance.choice(PLACES)
    low = chance.randrange(30, 90) * 1000
    skills = ", ".join(chance.sample(SKILLS, 7))
    front = f"""---
title: {chance.choice(("Engineer", "Analyst", "Designer", "Manager"))} {number}
date_posted: {DAY - timedelta(days=chance.randrange(90))}
department: {chance.choice(DEPARTMENTS)}
employment_type: full-time
locations: [{{city: {city}, country: {country}}}]
salary: {{min: {low}, max: {low + 12000}, currency: EUR, unit: year}}
skills: [{skills}]
---
"""
    return front + "".join(_section(chance, title) for title in ("What you will do", "What you bring", "How we work"))


def _section(chance: random.Random, title: str) -> str:
    items = "".join(f"- {_sentence(chance)}\n" for _ in range(6))
    return f"\n## {title}\n\n{' '.join(_sentence(chance) for _ in range(8))}\n\n{items}"


def _sentence(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=chance.randrange(8, 18))
    return f"{' '.join(words).capitalize()}."
