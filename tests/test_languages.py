"""A site in several languages: its words, its switch, what search engines are told, what stays as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest

from ssg.diagnostics import ConfigError
from tests.building import build_site
from tests.sites import write_site

Make = Callable[..., Path]

SITE = """\
-- site.yaml --
title: Careers at Example
base_url: https://example.org/careers/
description: We bake.
languages: [en, pt, de]
companies: {example: {name: Example, about: Bread since 1900.}}
equal_opportunities: Everybody is welcome.
apply: {email: jobs@example.org}
translations:
  pt:
    title: Carreiras na Example
    description: Fazemos pão.
    equal_opportunities: Todas as pessoas são bem-vindas.
    about: {example: Pão desde 1900.}
-- content/pages/about-us.md --
---
title: About us
nav: true
---
We bake.
-- content/terms/skills/ovens.md --
---
title: Ovens
---
Hot ones.
-- content/terms/skills/ovens.pt.md --
---
title: Fornos
---
Dos quentes.
-- content/postings/baker.md --
---
title: Baker
date_posted: 2026-11-02
valid_through: 2026-12-01
workplace: on-site
locations: {city: Lisbon, country: PT}
employment_type: full-time
salary: {min: 20000, max: 25000.5, currency: EUR, unit: year}
skills: [Ovens]
---
Bake bread.
-- content/postings/baker.pt.md --
---
title: Padaria
date_posted: 2026-11-02
valid_through: 2026-12-01
workplace: on-site
locations: {city: Lisboa, country: PT}
employment_type: full-time
salary: {min: 20000, max: 25000.5, currency: EUR, unit: year}
skills: [Ovens]
---
Fazer pão.
-- content/postings/muller.md --
---
title: Müller
date_posted: 2026-11-03
language: de
skills: [Ovens]
---
Mehl mahlen.
"""
"""One advert with a translation, one in German, pages and introductions with and without one."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(write_site(tmp_path_factory.mktemp("site"), SITE)).output


def html(output: Path, address: str) -> str:
    return (output / address / "index.html").read_text(encoding="utf-8")


def links(page: str, kind: str) -> dict[str, str]:
    """`href` of the head's links by their `hreflang` (or type), for a `rel`."""
    found = re.findall(rf'<link rel="{kind}"(?: hreflang="([\w-]+)")? href="([^"]+)"', page)
    return {language: unescape(href) for language, href in found}


def indexed(output: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(output.rglob("index.html")):
        page = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in page and 'content="noindex"' not in page:
            yield links(page, "canonical")[""], page


def test_every_page_names_itself_in_all_languages_and_is_named_by_each(output: Path) -> None:
    pages = dict(indexed(output))
    assert len(pages) > 30
    for address, page in pages.items():
        alternates = links(page, "alternate")
        assert list(alternates) == ["en", "x-default", "pt", "de"], address
        assert alternates["x-default"] == alternates["en"]
        language = re.search(r'<html lang="(\w+)"', page)
        assert language and alternates[language[1]] == address
        assert all(links(pages[other], "alternate") == alternates for other in alternates.values()), address


def test_the_switch_leads_to_the_same_page(output: Path) -> None:
    page = html(output, "pt/jobs/baker")
    found = re.findall(
        r'<a data-alternate href="([^"]+)" lang="(\w+)" hreflang="\w+"( aria-current="true")?>(\w+)', page
    )
    assert found == [
        ("/careers/jobs/baker/", "en", "", "English"),
        ("/careers/pt/jobs/baker/", "pt", ' aria-current="true"', "Português"),
        ("/careers/de/jobs/baker/", "de", "", "Deutsch"),
    ]


def test_a_translation_takes_the_place_of_its_original(output: Path) -> None:
    portuguese, german = html(output, "pt/jobs/baker"), html(output, "de/jobs/baker")
    assert "<h1>Padaria</h1>" in portuguese and "Fazer pão." in portuguese and "Bake bread." not in portuguese
    assert '<h1 lang="en" dir="ltr">Baker</h1>' in german and '<div class="prose" lang="en" dir="ltr">' in german
    assert ">Padaria</a>" in html(output, "pt") and ">Baker</a>" not in html(output, "pt")
    assert [entry["title"] for entry in json.loads((output / "pt/feed.json").read_text())["items"]] == [
        "Müller",
        "Padaria",
    ]
    assert "Padaria" in (output / "pt/skills/ovens/feed.xml").read_text() and "Padaria" in html(
        output, "pt/skills/ovens"
    )
    assert "Padaria" in (output / "pt/postings.json").read_text() not in (output / "postings.json").read_text()


def test_dates_money_and_countries_are_said_in_the_language_of_the_page(output: Path) -> None:
    said = {
        "jobs/baker": ("2 November 2026", "€20,000 – €25,000.50 a year", "Lisbon, Portugal", "Full-time", "On site"),
        "pt/jobs/baker": ("2 de novembro de 2026", "20 000 € – 25 000,50 € por ano", "Tempo inteiro", "Presencial"),
        "de/jobs/baker": ("2. November 2026", "20.000 € – 25.000,50 € im Jahr", "Vollzeit", "Vor Ort"),
    }
    for address, words in said.items():
        text = re.sub(r"\s+", " ", unescape(html(output, address)).replace("\xa0", " "))
        assert [word for word in words if word not in text] == [], address


def test_the_sites_own_texts_are_translated_in_site_yaml_and_marked_where_they_are_not(output: Path) -> None:
    portuguese, german = html(output, "pt/jobs/baker"), html(output, "de/jobs/baker")
    for text in ("Todas as pessoas são bem-vindas.", "Pão desde 1900."):
        assert f"<p>{text}</p>" in portuguese
    for text in ("Everybody is welcome.", "Bread since 1900."):
        assert f'<p lang="en" dir="ltr">{text}</p>' in german
    assert "<title>Carreiras na Example</title>" in html(output, "pt")
    assert '<p class="lede">Fazemos pão.</p>' in html(output, "pt")
    assert '<p class="lede" lang="en" dir="ltr">We bake.</p>' in html(output, "de")
    assert '<a href="/careers/pt/about-us/" lang="en" dir="ltr">About us</a>' in portuguese
    assert json.loads((output / "pt/feed.json").read_text())["title"] == "Carreiras na Example"


def test_an_introduction_is_shown_in_its_language(output: Path) -> None:
    assert "<h1>Fornos</h1>" in html(output, "pt/skills/ovens") and "Dos quentes." in html(output, "pt/skills/ovens")
    assert '<div class="prose intro-text" lang="en" dir="ltr">' in html(output, "de/skills/ovens")
    assert '<div class="prose intro-text">' in html(output, "skills/ovens")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_site_of_one_language_has_no_switch_and_no_folder_for_it(make_site: Make, language: str) -> None:
    site = SITE.replace("languages: [en, pt, de]", f"language: {language}")
    site = re.sub(r"translations:\n(?:  .*\n)+", "", site)
    output = build_site(make_site(site, site_yaml=None)).output
    assert not (output / language).exists()
    page = html(output, "jobs/baker")
    assert f'<html lang="{language}" dir="ltr"' in page
    assert "data-alternate" not in page
    assert "Apply" not in page or language == "en"


def test_a_text_for_a_company_that_is_not_there_is_refused(make_site: Make) -> None:
    root = make_site(SITE.replace("about: {example:", "about: {exmaple:"), site_yaml=None)
    with pytest.raises(ConfigError) as caught:
        build_site(root)
    assert [str(found) for found in caught.value.diagnostics] == [
        "site.yaml:9:3: error: `translations` tell of `exmaple`, which `companies` has no entry for. "
        "Below `about` stand the keys of `companies` [translations]"
    ]
