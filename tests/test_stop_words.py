"""Words that say nothing: neither in the index nor in what the browser asks of it."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from ssg.importers.lexicon.technologies import NAMES
from ssg.search import stop_words, without_stop_words
from ssg.search.stop_words import MARKS, STOP_WORDS, as_typed
from tests import visitors
from tests.building import build_site, posting
from tests.sites import SITE_YAML, write_site
from tests.static_server import serve
from tests.test_browser_modules import call, host  # noqa: F401 (fixtures)
from tests.visitors import Host, count_says, titles

if TYPE_CHECKING:
    from playwright.sync_api import Page

page, visit = visitors.page, visitors.visit

ROOT = Path(__file__).parents[1]
ALL = tuple(STOP_WORDS)
LOOKED_FOR = """
    ai als am after ate bi but can car cd ce ci com das data dem die dos ela er es est este foi go hat hay hr ii
    is it java lead mais make man may me meme nas new no now ob off one or os over para pas pm plus qa r sa san sao sap
    se sem ses si sin som son sous sur tem ton uber ui un us ux van via war who will work
""".split()


def known(*languages: str) -> set[str]:
    return set(as_typed(stop_words(languages)).split())


# The lists


def test_every_list_is_in_small_letters_in_order_and_of_moderate_length() -> None:
    for language, text in STOP_WORDS.items():
        words = text.split()
        assert words == sorted(set(words), key=lambda word: (as_typed(frozenset([word])), word)), language
        assert [word for word in words if not word.isalpha() or word != word.lower()] == []
        assert 60 <= len(words) <= 120


def test_no_list_has_a_word_that_somebody_looks_for() -> None:
    assert known(*ALL) & set(LOOKED_FOR) == set()
    technologies = {name.strip(" *=\n").casefold() for name in re.split(r"[,|]", NAMES)}
    assert len(technologies) > 200
    assert known(*ALL) & technologies == set()


def test_all_languages_of_a_site_are_left_out_at_once_and_one_without_a_list_takes_nothing_away() -> None:
    assert stop_words(("de", "en")) == stop_words(("de",)) | stop_words(("en",))
    assert stop_words(("nl",)) == frozenset()
    assert stop_words(("en", "nl")) == stop_words(("en",))
    assert without_stop_words("het  werk\nvan", stop_words(("nl",))) == "het werk van"


TEXTS = [
    ("Head of Design", "Head Design"),
    ("The work, and with whom:\n you and we", "work whom"),
    ("IN, AS and AT: capitals stay, AN too", "IN AS AT capitals stay AN"),
    ("Wir suchen für das Team", "suchen das Team"),
    ("Who is it for? (the) other-worldly", "Who is it other-worldly"),
    ("The team, the, (and) “we” – and the work. And – you!", "team work"),
    ("Node.js, .NET, U.S. and R&D; «café»: don't", "Node.js NET U.S R&D café don't"),
    ("What We Were", "What We Were"),
    ("", ""),
    ("C++, C# (and C++).", "C++ C# C++"),
    ("– and –", "– and –"),
]


@pytest.mark.parametrize(("text", "kept"), TEXTS)
def test_a_text_lacks_the_words_and_never_becomes_empty(text: str, kept: str) -> None:
    assert without_stop_words(text, stop_words(("en", "de"))) == kept


# Both sides


def test_both_sides_know_the_same_marks() -> None:
    script = (ROOT / "themes/base/assets/js/search.js").read_text()
    (found,) = re.findall(r"^const MARKS = /\^\[(.*)\]\+\|\[(.*)\]\+\$/g;$", script, re.MULTILINE)
    assert found == (MARKS.replace("]", r"\]").replace("-–", r"\-–"),) * 2


SPELT: tuple[Callable[[str], str], ...] = (str, str, str.capitalize, str.upper)
AROUND = ("{}", "{}", "{}", "{},", "({})", "“{}”", "{}.", "¿{}?", "[{}];", "– {}")
CONTENT = "design android team berlin c++ go it die lisboa köln são senior".split()


def spelt(chance: random.Random, word: str) -> str:
    return chance.choice(AROUND).format(chance.choice(SPELT)(word))


def texts(chance: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """Texts, and what who has read one might ask for: some of its words in any order, or a line of it in quotes."""
    silent = sorted(stop_words(ALL))
    for _ in range(count):
        words = [spelt(chance, chance.choice(chance.choice((silent, CONTENT)))) for _ in range(12)]
        if chance.random() < 0.5:
            yield " ".join(words), " ".join(spelt(chance, word) for word in chance.sample(words, 4))
        else:
            words = [word if not word.isupper() else word.lower() for word in words]
            at = chance.randrange(8)
            yield " ".join(words), f'"{" ".join(words[at : at + 4]).lower()}"'


def test_what_the_browser_asks_of_words_that_a_document_has_is_in_its_index(
    page: Page,
    call: Callable[..., Any],  # noqa: F811
) -> None:
    call("postings", "isLong", "")  # opens the page that has the modules
    cases = list(texts(random.Random(1), 500))
    asked = page.evaluate(
        """async ([queries, silent]) => {
            const { tellingWords } = await import("./search.js");
            return queries.map((query) => tellingWords(query, new Set(silent.split(" "))));
        }""",
        [[query for _, query in cases], as_typed(stop_words(ALL))],
    )
    dropped = 0
    for (text, query), words in zip(cases, asked, strict=True):
        indexed = f" {without_stop_words(text, stop_words(ALL)).lower()} "
        assert bool(words) == bool(set(folded(query)) - known(*ALL))
        if not words:
            continue
        dropped += words != query
        assert words.startswith('"') == query.startswith('"')
        plain = bare(words.lower())
        for part in [plain] if query.startswith('"') else plain.split():
            assert f" {part} " in indexed, (text, query, words)
    assert dropped > 300


def bare(words: str) -> str:
    return " ".join(word for word in (word.strip(MARKS) for word in words.split()) if word)


def folded(query: str) -> list[str]:
    return as_typed(frozenset(bare(query.lower()).split())).split()


# A site

BODY = "You lead the work of the team, and with it the look.\n"
BILINGUAL = f"""
-- content/postings/head.md --
{posting("Head of Design", BODY, department="Product and Design", skills="[Figma, Design Systems, Go]")}
-- content/postings/leiter.md --
{posting("Leitung", "Sie leiten das Haus und die Werkstatt für Köln.", language="de", skills="[Lean]")}
-- content/postings/it.md --
{posting("IT Manager", "Keeps design systems and the network going.", skills="[Django, Lean]")}
-- content/postings/what.md --
{posting("What We Were", "An archivist.")}
"""
SITE = SITE_YAML + "languages: [en, de]\n"


def indexed(output: Path) -> dict[str, str]:
    """What the index holds of each posting, by its slug."""
    found = {}
    for path in output.glob("pagefind/*/fragment/*"):
        fragment = json.loads(gzip.decompress(path.read_bytes())[len(b"pagefind_dcd") :])
        found[fragment["url"].strip("/").rpartition("/")[2]] = fragment["content"]
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    root = write_site(tmp_path_factory.mktemp("silent"), BILINGUAL, site_yaml=SITE)
    folder = build_site(root, search=True).output
    with serve(folder, "/careers/") as base:
        yield Host(folder, base)


def test_documents_lack_the_words_of_all_languages_of_the_site_save_in_their_facts(site: Host) -> None:
    documents = indexed(site.folder)
    assert documents["head"].startswith("Head Design. Example. Product and Design. Figma, Design Systems, Go. ")
    assert documents["head"].endswith("lead work team it look.")
    assert documents["leiter"].endswith("leiten das Haus die Werkstatt Köln.")
    assert documents["what"].startswith("What We Were. ")
    listed = json.loads((site.folder / "pagefind/shards.json").read_text())
    assert listed["stop_words"] == as_typed(stop_words(("en", "de")))
    assert {"the", "und", "fur"} <= set(listed["stop_words"].split())


EVERY = ["Head of Design", "IT Manager", "Leitung", "What We Were"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("head of design", ["Head of Design"]),
        ('"head of design"', ["Head of Design"]),
        ('"HEAD OF DESIGN"', ["Head of Design"]),
        ('"lead the work of the team"', ["Head of Design"]),
        ('"the team, and with it"', ["Head of Design"]),
        ('"work of the team and it"', ["Head of Design"]),
        ("the, team;", ["Head of Design"]),
        ('"the team and the lead"', []),
        ("design an", ["Head of Design", "IT Manager"]),
        ("the", EVERY),
        ("The Figma", ["Head of Design"]),
        ("IT", ["IT Manager"]),
        ("und", EVERY),
        ("haus und werkstatt", ["Leitung"]),
        ("werkstatt fur koln", ["Leitung"]),
        ("what we were", ["What We Were"]),
        ("django", ["IT Manager"]),
        ("lean", ["IT Manager", "Leitung"]),
        ("the go", ["Head of Design"]),
    ],
)
def test_a_search_finds_what_it_found_with_the_words(
    site: Host, visit: Callable[[str], Page], words: str, found: list[str]
) -> None:
    page = visit(f"{site.base}?q={quote(words)}")
    count_says(page, "1 role" if len(found) == 1 else f"{len(found)} roles")
    assert sorted(titles(page)) == found
    assert page.get_by_role("searchbox").input_value() == words


def test_a_skill_weighs_more_than_a_mention(site: Host, visit: Callable[[str], Page]) -> None:
    page = visit(f"{site.base}?q=systems")
    count_says(page, "2 roles")
    assert titles(page) == ["Head of Design", "IT Manager"]


def test_a_word_that_says_nothing_fetches_no_more_of_the_index(site: Host, visit: Callable[[str], Page]) -> None:
    asked: list[str] = []
    page = visit(site.base)
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("searchbox").fill("figma")
    count_says(page, "1 role")
    pieces = [url for url in asked if url.endswith(".pf_index")]
    page.get_by_role("searchbox").fill("figma and the")
    page.locator("[data-chips]", has_text="figma and the").wait_for()
    page.wait_for_load_state("networkidle")
    assert titles(page) == ["Head of Design"]
    assert [url for url in asked if url.endswith(".pf_index")] == pieces


def test_a_site_may_index_every_word(tmp_path: Path) -> None:
    root = write_site(tmp_path, BILINGUAL, site_yaml=SITE)
    first = json.loads((build_site(root, search=True).output / "pagefind/shards.json").read_text())
    (root / "site.yaml").write_text(SITE + "search: {stop_words: false}\n")
    output = build_site(root, search=True).output
    second = json.loads((output / "pagefind/shards.json").read_text())
    assert second["stop_words"] == ""
    assert second["shards"] != first["shards"]
    assert indexed(output)["head"].endswith("You lead the work of the team, and with it the look.")
    (root / "site.yaml").write_text(SITE.replace("de", "fr"))
    assert json.loads((build_site(root, search=True).output / "pagefind/shards.json").read_text())["shards"] not in (
        first["shards"],
        second["shards"],
    )


def test_documents_of_the_example_site_lack_the_words(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    documents = indexed(build_site(tmp_path, search=True).output)
    assert len(documents) == 4
    for text in documents.values():
        assert len(text) > 1000
        words = text.split()
        assert sum(word in stop_words(("en", "pt", "de")) for word in words) < len(words) / 100
