"""A planned file's key tells of all that its context holds: what has the same key is not made again."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ssg.build import BuildOptions, opening, steps
from ssg.diagnostics import Problems
from ssg.formats import PhraseBook
from ssg.pages import Planned, plan_documents, plan_site
from ssg.theme import load_theme
from tests.building import TODAY, posting
from tests.test_build import EDITS, SITE, Make

MORE = f"""
-- content/postings/gardener.md --
{posting("Gardener", skills="[Roses, {name: Go, years: 2}]", aliases="[groom]", department="Grounds")}
-- content/postings/gardener.pt.md --
{posting("Jardineiro", skills="[Rosas]", department="Jardins")}
-- content/postings/porter.md --
{posting("Porter", valid_through="2026-11-29", locations="[{city: Porto, country: PT}]")}
-- content/terms/skills/go.md --
What Go is to us.
-- content/pages/hiring.md --
# How we hire
"""
CONFIG = "languages: [en, pt]\nrepository: https://example.org/us/site\nequal_opportunities: All are welcome.\n"


def changed_places(root: Path, chance: random.Random) -> None:
    region = chance.choice(["", ", region: Porto", ", region: Norte"])
    anywhere = {"workplace": "remote", "applicants": "{worldwide: true}"}
    fields = {"locations": f"[{{city: Porto, country: PT{region}}}]"} | chance.choice([{}, anywhere])
    (root / "content/postings/fisher.md").write_text(posting("Fisher", **fields))


def changed_settings(root: Path, chance: random.Random) -> None:
    lines = [
        "pay_unit: month",
        "home: {group_by: department}",
        "contact: jobs@example.org",
        "branch: trunk",
        "# nothing",
    ]
    file = root / "site.yaml"
    kept = [line for line in file.read_text().split("\n") if line not in lines]
    file.write_text("\n".join([*kept, chance.choice(lines), ""]))


def changed_prose(root: Path, chance: random.Random) -> None:
    file = chance.choice([root / "content/terms/skills/go.md", root / "content/pages/hiring.md"])
    file.write_text(f"{file.read_text()}\nMore {chance.random()}.\n")


def changed_translation(root: Path, chance: random.Random) -> None:
    skills = chance.choice(["[Rosas]", "[Roses]", "[Go]", "[Nada]"])
    (root / "content/postings/gardener.pt.md").write_text(posting("Jardineiro", skills=skills))


def planned(root: Path, day: date) -> Mapping[tuple[str, str], Planned]:
    """Everything that is planned, by path and kind."""
    problems, options = Problems(), BuildOptions(today=day, cache=False)
    config = opening.load_config(root, problems)
    with opening.workers(options) as workers, opening.open_store(root / ".ssg", config, options) as store:
        content = opening.load_content(root, config, problems, store=store, workers=workers)
        problems.stop_on_error()
        site = steps.assemble(content, options)
        book = PhraseBook(load_theme(root, config, problems).strings)
        found = [*plan_site(site, book), *(one for _, one in plan_documents(site, book))]
    return {(one.path, one.kind): one for one in found}


def told(one: Planned) -> Any:
    """What the file is made from; of the site that the list is drawn from, what it draws."""
    context = one.context
    if one.kind != "format:list":
        return one.frame, context, one.bodies
    site, language = context.site, context.language
    of_body = {"digest": "", "source": "", "excerpt": "", "words": 0}
    shown = [site.version(original.slug, language).model_copy(update=of_body) for original in site.open]
    return one.frame, language, shown, site.terms, site.config.companies, site.config.pay_unit


@pytest.mark.parametrize("seed", range(6))
def test_what_has_the_same_key_has_the_same_context(make_site: Make, seed: int) -> None:
    root = make_site(SITE + MORE)
    (root / "site.yaml").write_text((root / "site.yaml").read_text() + CONFIG)
    chance, day, kept, anew = random.Random(seed), TODAY, 0, 0
    edits: list[Callable[[Path, random.Random], None]] = [
        *EDITS, changed_settings, changed_prose, changed_translation, changed_places, changed_places
    ]  # fmt: skip
    before = planned(root, day)
    for _ in range(12):
        chance.choice(edits)(root, chance)
        day = date.fromordinal(day.toordinal() + chance.choice([0, 0, 1, 3]))
        after = planned(root, day)
        for where in before.keys() & after.keys():
            if before[where].key == after[where].key:
                assert told(before[where]) == told(after[where]), where
                kept += 1
            else:
                anew += 1
        before = after
    assert kept > 200
    assert anew > 20
