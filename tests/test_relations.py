"""What postings have in common is looked for again when front matter changes, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.build import relating
from ssg.site import relate
from tests.building import build_site, posting, tree
from tests.test_build import SITE, Make

COOK = "content/postings/cook.md"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many open postings relations were looked for among, each time that they were."""
    found: list[int] = []

    def told(opened, *more):  # type: ignore[no-untyped-def]
        found.append(len(opened))
        return relate(opened, *more)

    monkeypatch.setattr(relating, "relate", told)
    return found


def test_an_edit_of_a_text_leaves_relations_as_they_are(make_site: Make, asked: list[int]) -> None:
    root = make_site(SITE)
    (root / COOK).write_text(posting("Cook", "Cook.\n", skills="[Go, Soup]"))
    build_site(root)
    (root / COOK).write_text(posting("Cook", "Cook well.\n", skills="[Go, Soup]"))
    assert "jobs/cook/index.html" in build_site(root).written
    assert len(asked) == 1
    same_as_clean(root)


@pytest.mark.parametrize("skills", ["[Go]", "[Go, Soup, Bread]"])
def test_an_edit_of_front_matter_has_them_looked_for_again(make_site: Make, asked: list[int], skills: str) -> None:
    root = make_site(SITE)
    (root / COOK).write_text(posting("Cook", skills="[Go, Soup]"))
    build_site(root)
    (root / COOK).write_text(posting("Cook", skills=skills))
    build_site(root)
    assert len(asked) == 2
    same_as_clean(root)


def test_a_posting_that_closes_has_them_looked_for_again(make_site: Make, asked: list[int]) -> None:
    root = make_site(SITE)
    (root / COOK).write_text(posting("Cook", skills="[Go]"))
    build_site(root)
    (root / COOK).write_text(posting("Cook", skills="[Go]", valid_through="2026-11-10"))
    build_site(root)
    assert asked == [asked[0], asked[0] - 1]
    same_as_clean(root)


def test_a_company_that_is_called_otherwise_has_them_looked_for_again(make_site: Make, asked: list[int]) -> None:
    root = make_site(SITE)
    build_site(root)
    site = root / "site.yaml"
    site.write_text(site.read_text().replace("name: ", "name: New "))
    build_site(root)
    assert len(asked) == 2
    same_as_clean(root)


def same_as_clean(root: Path) -> None:
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")
