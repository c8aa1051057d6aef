"""Social cards: what is drawn, what pages and feeds say of it, and what is drawn again."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from ssg.build import check
from ssg.diagnostics import ConfigError
from ssg.pages.cards import CardContext, shown
from ssg.theme.colour import contrast
from tests.building import TODAY, build_site, posting, tree

Make = Callable[..., Path]
pytest.importorskip("PIL", reason="the extra `og` is not installed")

from PIL import Image, ImageChops  # noqa: E402

from ssg.cards import covers, draw_card, load_font  # noqa: E402

SITE_YAML = """\
title: Careers at Example
base_url: https://example.org/careers/
languages: [en, pt]
companies: {example: {name: Example}}
apply: {email: jobs@example.com}
"""
ENGINEER = posting(
    "Engenheira de Dados",
    locations="[{city: Lisbon, country: PT}]",
    salary="{min: 50000, max: 60000, currency: EUR, unit: year}",
    workplace="hybrid",
)


def make_cards(make_site: Make, more: str = "social_cards: true\n", text: str = ENGINEER) -> Path:
    root = make_site(
        f"-- content/postings/engineer.md --\n{text}\n-- content/postings/plain.md --\n{posting('Plain')}\n",
        site_yaml=SITE_YAML + more,
    )
    build_site(root)
    return root


def meta(page: Path) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', page.read_text()))


def image_of(root: Path, page: str) -> str:
    """The file of the picture that a page names."""
    return meta(root / "_site" / page).get("og:image", "").removeprefix("https://example.org/careers/")


def test_each_posting_has_a_card_in_each_language_that_needs_its_own(make_site: Make) -> None:
    root = make_cards(make_site)
    english, portuguese = image_of(root, "jobs/engineer/index.html"), image_of(root, "pt/jobs/engineer/index.html")
    assert re.fullmatch(r"cards/engineer\.[0-9a-f]{10}\.png", english)
    assert english != portuguese, "pay and country are said in the language of the page"
    assert image_of(root, "jobs/plain/index.html") == image_of(root, "pt/jobs/plain/index.html")
    for name in (english, portuguese):
        with Image.open(root / "_site" / name) as picture:
            assert picture.format == "PNG"
            assert picture.size == (1200, 630)
            assert len(picture.getcolors() or ()) <= 32
        assert (root / "_site" / name).stat().st_size < 40_000


def test_a_page_says_how_large_its_card_is_and_what_it_shows(make_site: Make) -> None:
    said = meta(make_cards(make_site) / "_site/jobs/engineer/index.html")
    assert said["og:image:width"], said["og:image:height"] == ("1200", "630")
    assert said["og:image:type"] == "image/png"
    assert "Engenheira de Dados" in said["og:image:alt"]
    assert said["twitter:card"] == "summary_large_image"


def test_feeds_and_the_static_api_name_the_card(make_site: Make) -> None:
    root = make_cards(make_site)
    url = f"https://example.org/careers/{image_of(root, 'jobs/engineer/index.html')}"
    jobs = json.loads((root / "_site/jobs.json").read_text())["jobs"]
    items = json.loads((root / "_site/feed.json").read_text())["items"]
    assert url in {job["image"] for job in jobs}
    assert url in {item["image"] for item in items}


def test_every_other_page_has_the_card_of_the_site(make_site: Make) -> None:
    root = make_cards(make_site)
    name = image_of(root, "index.html")
    assert re.fullmatch(r"cards/site/card\.[0-9a-f]{10}\.png", name)
    assert image_of(root, "404.html") == image_of(root, "pt/index.html") == name
    assert (root / "_site" / name).exists()


def test_without_cards_the_site_has_one_picture_that_its_owner_may_replace(make_site: Make) -> None:
    root = make_cards(make_site, "")
    assert image_of(root, "jobs/engineer/index.html") == image_of(root, "index.html") == "card.png"
    with Image.open(root / "_site/card.png") as picture:
        assert picture.size == (1200, 630)
    assert "image" not in json.loads((root / "_site/jobs.json").read_text())["jobs"][0]
    (root / "static").mkdir()
    (root / "static/card.png").write_bytes(b"ours")
    build_site(root)
    assert (root / "_site/card.png").read_bytes() == b"ours"


def test_a_card_is_drawn_again_only_when_its_words_or_colours_change(make_site: Make) -> None:
    root = make_cards(make_site)
    first = image_of(root, "jobs/engineer/index.html")
    file = root / "content/postings/engineer.md"
    file.write_text(file.read_text() + "\nMore text.\n")
    assert not [path for path in build_site(root).written if path.startswith("cards/")]
    file.write_text(file.read_text().replace("60000", "65000"))
    built = build_site(root)
    assert [path for path in built.written if path.startswith("cards/")] == sorted(
        {image_of(root, "jobs/engineer/index.html"), image_of(root, "pt/jobs/engineer/index.html")},
        key=built.written.index,
    )
    assert first in built.removed
    (root / "site.yaml").write_text(SITE_YAML + 'social_cards: true\nlook: {accent: "#a01040"}\n')
    assert len([path for path in build_site(root).written if path.startswith("cards/")]) == 4


def test_two_builds_draw_the_same_bytes(make_site: Make) -> None:
    root = make_cards(make_site)
    build_site(root, output=Path("again"), cache=False, jobs=2)
    assert tree(root / "again") == tree(root / "_site")
    assert [path for path in tree(root / "again") if path.startswith("cards/")]


def test_closed_postings_have_no_card_of_their_own(make_site: Make) -> None:
    root = make_cards(make_site, text=posting("Engineer", status="closed", date_closed="2026-11-15"))
    assert image_of(root, "jobs/engineer/index.html") == image_of(root, "index.html")


def card(title: str = "Engineer", above: str = "Example", *below: str, **more: str) -> CardContext:
    return CardContext(above, title, below, more.get("accent", "#0b5c8a"), more.get("font", ""), "")


TITLES = [
    "A",
    "Senior Software Engineer, Data Infrastructure",
    "Fachärztin für Innere Medizin mit Schwerpunkt Geriatrie in Teilzeit oder Vollzeit an unserem Standort " * 3,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "W" * 5000,
    "a " * 5000,
    "Разработчик",
]


@pytest.mark.parametrize("title", TITLES, ids=lambda title: title[:12])
@pytest.mark.parametrize("alone", [True, False])
def test_no_words_leave_their_place(title: str, alone: bool) -> None:
    """Nothing stands in the margins, and nothing between the title and what is below it."""
    words = shown(title)
    drawn = card(words, "Example", "Lisbon", "€50,000 a year") if alone else card(words, words, words, words)
    with Image.open(BytesIO(draw_card(drawn))) as found:
        picture = found.convert("RGB")
    empty = Image.new("RGB", picture.size, (255, 255, 255))
    marks = ImageChops.difference(picture, empty).convert("L")
    band, text = marks.crop((0, 0, 24, 630)), marks.crop((24, 0, 1200, 630))
    assert band.getextrema()[0] > 0
    left, top, right, bottom = text.getbbox() or (0, 0, 0, 0)
    assert left >= 50 and top >= 60 and right <= 1200 - 24 - 70 and bottom <= 630 - 50
    rows = [y for y in range(130, 460) if text.crop((0, y, 1176, y + 1)).getbbox()]
    assert rows
    assert max(rows) < 448, "a gap stays above the place"


def test_the_words_of_a_card_are_all_on_it() -> None:
    lines = ["Example", "Lisbon", "€50,000 a year"]
    whole = draw_card(card("Engineer", *lines))
    assert (
        len(
            {
                whole,
                *(
                    draw_card(card("Engineer", *(["", *lines[1:]] if n == 0 else [*lines[:n], *lines[n + 1 :]])))
                    for n in range(3)
                ),
            }
        )
        == 4
    )


@pytest.mark.parametrize("accent", ["#0b5c8a", "#ffee00", "#000000", "#ff0000"])
def test_the_accent_on_a_card_can_be_read(make_site: Make, accent: str) -> None:
    root = make_cards(make_site, f'social_cards: true\nlook: {{accent: "{accent}"}}\n')
    with Image.open(root / "_site" / image_of(root, "index.html")) as picture:
        red, green, blue = picture.convert("RGB").getpixel((5, 5))  # type: ignore[misc]
    assert contrast(f"#{red:02x}{green:02x}{blue:02x}", "#ffffff") >= 4.5


@pytest.mark.parametrize(
    "text",
    [
        "Engenheiro de Informação à procura de ações, é já ó ú â ê ô",
        "Fachkräfte für Straßenbau – „Größe“ ÄÖÜ ẞ",
        "Développeur·se à l’œuvre : çà et là, Ÿ",
        "¿Diseñador? ¡Sí! Año",
        "€ £ $ ₹ ₺ ₴ zł Kč Łódź İstanbul Đà Nẵng",
        "Инженер Μηχανικός C++ C# .NET R&D 50 % ½ № ™",
    ],
)
def test_the_font_shows_the_sites_languages_and_more(text: str) -> None:
    assert covers("", shown(text))


@pytest.mark.parametrize("text", ["エンジニア", "工程师", "مهندس", "מהנדס", "วิศวกร"])
def test_a_title_in_another_script_gives_the_sites_card_and_advice(make_site: Make, text: str) -> None:
    root = make_cards(make_site, text=posting(text))
    assert not covers("", text)
    assert image_of(root, "jobs/engineer/index.html") == image_of(root, "index.html")
    advice = [d for d in check(root, today=TODAY) if d.rule == "social-card"]
    assert {d.message for d in advice} == {f"the font of the social cards has no letters for `{text}`"}


def test_a_line_that_the_font_cannot_show_is_left_out(make_site: Make) -> None:
    plain, odd = (
        make_cards(make_site, text=posting("Engineer", locations=f"[{{city: {city}, country: PT}}]"))
        for city in ("'Lisbon'", "'東京'")
    )
    assert image_of(odd, "jobs/engineer/index.html") != image_of(plain, "jobs/engineer/index.html")
    assert image_of(odd, "jobs/engineer/index.html").startswith("cards/engineer.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Designer ✨🚀", "Designer"), ("a\u00a0b\u202fc\n d", "a b c d"), ("e\u0301", "é"), ("x\u200b\u202ey", "xy")],
)
def test_pictograms_and_what_nobody_sees_are_not_drawn(text: str, expected: str) -> None:
    assert shown(text) == expected


def own_font(root: Path) -> None:
    (root / "static").mkdir(exist_ok=True)
    (root / "static/own.ttf").write_bytes(Path(load_font("", 20).path).read_bytes())  # type: ignore[arg-type]


def test_a_site_may_bring_a_font_of_its_own(make_site: Make) -> None:
    root = make_cards(make_site)
    before = image_of(root, "jobs/engineer/index.html")
    own_font(root)
    (root / "site.yaml").write_text(SITE_YAML + "social_cards: true\nsocial_card_font: own.ttf\n")
    build_site(root)
    after = image_of(root, "jobs/engineer/index.html")
    assert after != before
    assert (root / "_site" / after).exists()


FONTS = [
    ("own.tff", "there is no file `own.tff` in static/ for `social_card_font`. Did you mean `own.ttf`?"),
    ("text.txt", "`text.txt` in `social_card_font` is no font. Name a file that ends in .ttf, .otf or .woff"),
]


@pytest.mark.parametrize(("name", "said"), FONTS)
def test_a_font_that_is_none_is_said(make_site: Make, name: str, said: str) -> None:
    root = make_cards(make_site)
    own_font(root)
    (root / "static/text.txt").write_text("no font")
    (root / "site.yaml").write_text(f"{SITE_YAML}social_cards: true\nsocial_card_font: {name}\n")
    with pytest.raises(ConfigError) as caught:
        build_site(root)
    assert [str(d) for d in caught.value.diagnostics] == [f"site.yaml:7:19: error: {said} [social-card]"]


def test_without_pillow_the_way_to_it_is_said(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(f"-- content/postings/a.md --\n{posting()}", site_yaml=SITE_YAML + "social_cards: true\n")
    for name in [name for name in sys.modules if name == "PIL" or name.startswith("PIL.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("ssg.build.previews.find_spec", lambda name: None)
    with pytest.raises(ConfigError) as caught:
        build_site(root)
    assert [str(d) for d in caught.value.diagnostics] == [
        "site.yaml:6:15: error: `social_cards` is on, and Pillow, which draws them, is not installed. "
        "Run `pip install ssg-careers[og]`, or take the line out [social-card]"
    ]


def test_a_site_without_cards_does_not_load_pillow(make_site: Make) -> None:
    import subprocess

    root = make_site(f"-- content/postings/a.md --\n{posting()}", site_yaml=SITE_YAML)
    code = "import sys; from ssg.cli import cli\ncli(standalone_mode=False)\nprint('PIL' in sys.modules)"
    arguments: list[Any] = [sys.executable, "-c", code, "--root", root, "build", "--no-search", "--jobs", "1"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")
