"""Likenesses and terms that are kept: whatever comes, changes or leaves, they are what they would be from nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.build.relating import Remembering
from ssg.model import Company, Posting
from ssg.site import Relations, relate, relations, shelves, similar
from ssg.site.places import read_places

COMPANIES = {"acme": Company(name="Acme")}
DAYS = [date(2026, 11, 2) + timedelta(days=n) for n in range(3)]
TOWNS = [("Lisbon", None, "PT"), ("Lisbon", "LX", "PT"), ("Lisbon", "lx", "PT"), ("Porto", "Norte", "PT"),
         ("Porto", "Minho", "PT"), ("Porto", None, "PT"), (None, None, "PT"), ("Seattle", None, "US")]  # fmt: skip
Fields = Mapping[str, Any]
Postings = Mapping[str, tuple[bool, Fields]]
"""Whether each is open, and what it says, by slug."""

EACH = {
    "date_posted": st.sampled_from(DAYS),
    "skills": st.lists(st.sampled_from(["Go", "go", "GO", "C++", "Rust", "Soup"]), max_size=4),
    "department": st.sampled_from([None, "Kitchen", "kitchen", "Field"]),
    "locations": st.lists(st.sampled_from(TOWNS), max_size=2),
    "workplace": st.sampled_from(["remote", "hybrid", None]),
    "applicants": st.sampled_from([None, {"worldwide": True}, {"countries": ["DE"]}]),
}
FIELDS = st.fixed_dictionaries(EACH)
SLUGS = [f"posting-{n}" for n in range(16)]
HOW = st.sampled_from(["open", "open", "closed", "gone", "turned", *EACH])
STEPS = st.lists(
    st.lists(st.tuples(st.sampled_from(SLUGS), HOW, FIELDS), min_size=1, max_size=3), min_size=1, max_size=8
)


def posting(slug: str, fields: Fields) -> Posting:
    towns = [dict(zip(("city", "region", "country"), town, strict=True)) for town in fields["locations"]]
    given = {"title": "Cook", "company": "acme", "language": "en", "path": slug, "digest": slug, "slug": slug}
    facts = f"{slug} {fields}".encode().hex()
    return Posting.model_validate({**given, **fields, "locations": towns, "facts": facts})


def after(postings: Postings, slug: str, how: str, fields: Fields) -> Postings:
    """A posting comes or says something else, in all or in one field, closes or opens as it is, or leaves."""
    others = {key: value for key, value in postings.items() if key != slug}
    was = postings.get(slug)
    if how in ("open", "closed"):
        return {**others, slug: (how == "open", fields)}
    if how == "gone" or not was:
        return others
    return {**others, slug: (not was[0], was[1]) if how == "turned" else (was[0], {**was[1], how: fields[how]})}


def question(postings: Postings) -> tuple[Any, ...]:
    """What is asked of a site: the postings newest first, as it is assembled."""
    made = [(is_open, posting(slug, fields)) for slug, (is_open, fields) in postings.items()]
    made.sort(key=lambda one: (-one[1].date_posted.toordinal(), one[1].slug))
    opened, closed = ([one for is_open, one in made if is_open is wanted] for wanted in (True, False))
    return opened, closed, COMPANIES, read_places(opened)


def told(found: Relations) -> tuple[Any, ...]:
    return dict(found.terms), list(found.similar.items())


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Shelves are large from five postings on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelves, "CANDIDATES", 4)
        yield


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.booleans(), FIELDS), min_size=6, max_size=16), STEPS)
def test_what_is_kept_of_the_last_answer_makes_none_wrong(first: list[Any], steps: list[Any]) -> None:
    postings: Postings = dict(zip(SLUGS, first, strict=False))
    with TemporaryDirectory() as folder:
        remembering = Remembering(Path(folder) / "relations.json", "salt")
        remembering(*question(postings))
        for step in steps:
            for change in step:
                postings = after(postings, *change)
            asked = question(postings)
            assert told(remembering(*asked)) == told(relate(*asked))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slugs of those for whom likenesses were looked for, and of those whose terms were told."""
    slugs: list[str] = []
    nearest, terms_of = similar._nearest, relations.terms_of

    def looked_for(slug, *more):  # type: ignore[no-untyped-def]
        slugs.append(slug)
        return nearest(slug, *more)

    def read(posting, *more):  # type: ignore[no-untyped-def]
        slugs.append(f"terms of {posting.slug}")
        return terms_of(posting, *more)

    monkeypatch.setattr(similar, "_nearest", looked_for)
    monkeypatch.setattr(relations, "terms_of", read)
    return slugs


def many() -> dict[str, tuple[bool, Fields]]:
    """A hundred open cooks and a closed one, a day after another; each tenth knows fish too, in one of ten kitchens."""
    made = {}
    for n in range(101):
        skills = ["Soup", "Fish"] if n % 10 == 0 else ["Soup"]
        fields = {"date_posted": DAYS[0] - timedelta(days=n), "skills": skills, "locations": [TOWNS[n % 2]]}
        made[f"cook-{n:03}"] = (n != 50, fields)
    return made


@pytest.mark.parametrize("what", ["open", "gone", "turned"])
def test_a_posting_that_comes_or_leaves_has_few_looked_for(found: list[str], tmp_path: Path, what: str) -> None:
    postings, remembering = many(), Remembering(tmp_path / "relations.json", "salt")
    remembering(*question(postings))
    assert len(found) == 2 * len(postings)
    found.clear()
    fields = {"date_posted": DAYS[0] - timedelta(days=30), "skills": ["Soup", "Rice"], "locations": []}
    later = after(postings, "cook-030", what, fields)
    remembering(*question(later))
    names = {slug for slug in found if slug.startswith("cook")}
    assert names <= {f"cook-{n:03}" for n in (*range(28, 33), *range(0, 101, 10))}  # neighbours in time, and in fish
    assert [slug for slug in found if slug.startswith("terms")] == (["terms of cook-030"] if what == "open" else [])


def test_a_region_told_of_a_town_reaches_those_who_left_it_out(found: list[str], tmp_path: Path) -> None:
    postings, remembering = many(), Remembering(tmp_path / "relations.json", "salt")
    remembering(*question(postings))
    found.clear()
    without = {slug: one for slug, one in postings.items() if not one[1]["locations"][0][1]}
    remembering(*question(without))
    assert sum(slug.startswith("terms") for slug in found) == len(without)
    remembering(*question(postings))
    assert told(remembering(*question(postings))) == told(relate(*question(postings)))


def test_another_program_finds_everything_anew(found: list[str], tmp_path: Path) -> None:
    postings = many()
    Remembering(tmp_path / "relations.json", "salt")(*question(postings))
    Remembering(tmp_path / "relations.json", "another")(*question(postings))
    assert len(found) == 4 * len(postings)
