"""What a build writes, leaves alone and refuses."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest

from ssg.diagnostics import BuildError, ConfigError, SiteError, UsageError
from ssg.output import Output
from tests.building import TODAY, build_site, posting, tree

Make = Callable[..., Path]

SITE = f"""\
-- content/postings/engineer.md --
{posting("Engineer", skills="[Go, Postgres]", department="Platform")}
-- content/postings/designer.md --
{posting("Designer", skills="[Figma]", aliases="[old-designer]")}
-- content/pages/benefits.md --
# Benefits

Many.
"""


def test_a_site_has_a_page_for_each_posting_list_and_text(make_site: Make) -> None:
    root = make_site(SITE)
    built = build_site(root)
    expected = """404.html _redirects benefits/index.html departments/index.html departments/platform/feed.json
    departments/platform/feed.xml departments/platform/index.html feed.json feed.xml index.html jobs.json
    jobs.schema.json jobs/designer/index.html jobs/designer/index.md jobs/engineer/index.html jobs/engineer/index.md
    jobs/old-designer/index.html llms.txt postings.json robots.txt sitemap.xml skills/figma/index.html
    skills/go/index.html skills/index.html skills/postgres/index.html companies/example/index.html""".split()
    assert set(expected) <= tree(root / "_site").keys()
    assert built.summary["open"] == 2


def test_a_second_build_has_nothing_to_do(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    before = tree(root / "_site")
    again = build_site(root)
    assert again.unchanged
    assert again.written == again.removed == ()
    assert again.summary["open"] == 2
    assert tree(root / "_site") == before


def test_one_edit_writes_only_the_files_that_tell_of_it(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    file = root / "content/postings/engineer.md"
    file.write_text(file.read_text().replace("Work on it.", "Work on it every day."))
    built = build_site(root)
    assert "jobs/engineer/index.html" in built.written
    assert not any("figma" in path or path == "jobs/old-designer/index.html" for path in built.written)
    assert built.removed == ()


def test_what_a_posting_leaves_behind_is_removed(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    (root / "content/postings/designer.md").unlink()
    built = build_site(root)
    assert {"jobs/designer/index.html", "skills/figma/index.html", "jobs/old-designer/index.html"} <= set(built.removed)
    assert not (root / "_site/jobs/designer").exists()


def test_files_of_others_in_the_output_are_left_alone(make_site: Make) -> None:
    root = make_site(SITE)
    (root / "_site").mkdir()
    (root / "_site/CNAME").write_text("example.org")
    build_site(root)
    build_site(root, drafts=True)
    assert (root / "_site/CNAME").read_text() == "example.org"


def test_a_file_that_was_tampered_with_is_made_again(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    page = root / "_site/jobs/engineer/index.html"
    before = page.read_bytes()
    page.write_bytes(b"<p>defaced</p>")
    assert build_site(root).written == ("jobs/engineer/index.html",)
    assert page.read_bytes() == before


def test_every_problem_is_told_at_once_and_the_last_site_stays(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    before = tree(root / "_site")
    (root / "content/postings/a.md").write_text("---\ntitle: One: Two\n---\n")
    (root / "content/postings/b.md").write_text("---\ndate_posted: 2026-02-30\nsalery: 1\n---\n")
    (root / "content/postings/sub").mkdir()
    (root / "content/postings/sub/designer.md").write_text(posting("Designer"))
    with pytest.raises(SiteError) as caught:
        build_site(root)
    assert [str(d) for d in caught.value.diagnostics] == [
        "content/postings/a.md:2:1: error: `date_posted` is missing. Write `date_posted: 2026-11-02` [missing]",
        "content/postings/a.md:2:11: error: a colon followed by a space stands inside a value without quotes. "
        'Put it in quotes: `title: "One: Two"` [yaml]',
        "content/postings/b.md:2:1: error: `title` is missing. Write `title: Senior Software Engineer` [missing]",
        "content/postings/b.md:2:14: error: there is no day `2026-02-30` for `date_posted`. "
        "Look it up in a calendar: 2026-02 has the days 01 to 28 [date]",
        "content/postings/b.md:3:1: error: `salery` is not a field that is known here. Did you mean `salary`? "
        "Write `salary: {min: 170000, max: 230000, currency: USD, unit: year}`, or leave the line out [unknown-key]",
        "content/postings/designer.md: error: this posting and content/postings/sub/designer.md have the same address "
        "/jobs/designer/. Rename one of the two files [same-address]",
        "content/postings/sub/designer.md: error: this posting and content/postings/designer.md have the same address "
        "/jobs/designer/. Rename one of the two files [same-address]",
    ]
    assert tree(root / "_site") == before


def test_a_wrong_site_yaml_is_an_error_of_its_own_kind(make_site: Make) -> None:
    root = make_site("-- site.yaml --\ntitle: Careers\nbase_url: example.org\ncompanies: {a: {name: A}}\n")
    with pytest.raises(ConfigError, match=r"site.yaml:2:11: error: `example.org` in `base_url`"):
        build_site(root)


@pytest.mark.parametrize("output", [".", "..", "content", "content/postings/out", ".git", "themes/x"])
def test_the_output_must_not_lie_among_the_sources(make_site: Make, output: str) -> None:
    with pytest.raises(UsageError, match="choose another by `-o`"):
        build_site(make_site(SITE), output=Path(output))


def test_two_builds_into_one_folder_are_kept_apart(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    with Output(root, root / "_site", root / ".ssg"), pytest.raises(BuildError, match="another build is writing"):
        build_site(root)


def test_a_read_only_output_is_told_plainly(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(SITE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(BuildError, match="cannot be written: No space left on device"):
        build_site(root)


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json", b'{"version": 1, "folder": 3}'])
def test_a_damaged_manifest_costs_a_rebuild_and_nothing_else(make_site: Make, damage: bytes) -> None:
    root = make_site(SITE)
    build_site(root)
    before = tree(root / "_site")
    for manifest in (root / ".ssg").glob("output-*.json"):
        manifest.write_bytes(damage)
    assert not build_site(root).unchanged
    assert tree(root / "_site") == before


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0 and then nothing", os.urandom(5000)])
def test_a_damaged_cache_costs_a_rebuild_and_nothing_else(make_site: Make, damage: bytes) -> None:
    root = make_site(SITE)
    build_site(root)
    before = tree(root / "_site")
    for file in (root / ".ssg").glob("content.sqlite*"):
        file.unlink()
    (root / ".ssg/content.sqlite").write_bytes(damage)
    (root / "content/postings/engineer.md").touch()
    build_site(root, drafts=True)
    assert tree(root / "_site") == before


def test_the_base_path_is_in_every_link(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    assert 'href="/careers/jobs/engineer/"' in (root / "_site/index.html").read_text()
    build_site(root, base_url="https://example.org/")
    assert 'href="/jobs/engineer/"' in (root / "_site/index.html").read_text()


def test_an_index_that_went_missing_is_made_again_though_nothing_else_changed(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root, search=True)
    min((root / "_site/pagefind").glob("*/fragment/*")).unlink()
    assert not build_site(root, search=True).unchanged
    assert build_site(root, search=True).unchanged


def test_an_index_that_is_to_follow_is_left_as_it_is(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root, search=True)
    index = root / "_site/pagefind/shards.json"
    before = index.read_text()
    file = root / "content/postings/engineer.md"
    file.write_text(file.read_text().replace("Work on it.", "Work on it every day."))
    build_site(root, search=True, index_later=True)
    assert index.read_text() == before
    build_site(root, search=True)
    assert index.read_text() != before


def test_the_search_index_answers_for_every_open_posting(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root, search=True)
    shards = json.loads((root / "_site/pagefind/shards.json").read_text())["shards"]
    entries = list((root / "_site/pagefind").glob("*/pagefind-entry.json"))
    assert shards
    assert len(entries) == 1
    assert next(iter(json.loads(entries[0].read_text())["languages"].values()))["page_count"] == 2


def test_a_build_over_processes_gives_the_same_bytes(make_site: Make) -> None:
    files = "".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}')}\n" for n in range(200))
    root = make_site(files)
    build_site(root, output=Path("one"), jobs=1)
    build_site(root, output=Path("two"), jobs=2, cache=False)
    assert tree(root / "one") == tree(root / "two")


EDITS: list[Callable[[Path, random.Random], None]] = []


def edit(function: Callable[[Path, random.Random], None]) -> Callable[[Path, random.Random], None]:
    EDITS.append(function)
    return function


def _some(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "content/postings").glob("*.md")))


@edit
def add(root: Path, chance: random.Random) -> None:
    number = chance.randrange(10_000)
    skills = chance.sample(["Go", "Postgres", "Figma", "Rust"], 2)
    (root / f"content/postings/new-{number}.md").write_text(posting(f"New {number}", skills=f"[{', '.join(skills)}]"))


@edit
def rewrite(root: Path, chance: random.Random) -> None:
    file = _some(root, chance)
    file.write_text(file.read_text() + f"\nMore {chance.random()}.\n")


@edit
def retitle(root: Path, chance: random.Random) -> None:
    file = _some(root, chance)
    file.write_text(file.read_text().replace("title: ", f"title: {chance.choice('ABC')} ", 1))


@edit
def remove(root: Path, chance: random.Random) -> None:
    if len(list((root / "content/postings").glob("*.md"))) > 1:
        _some(root, chance).unlink()


@edit
def rename(root: Path, chance: random.Random) -> None:
    file = _some(root, chance)
    file.rename(file.with_name(f"renamed-{chance.randrange(10_000)}.md"))


@edit
def close(root: Path, chance: random.Random) -> None:
    file = _some(root, chance)
    if "status" not in file.read_text():
        file.write_text(file.read_text().replace("\n---\n", "\nstatus: closed\ndate_closed: 2026-11-10\n---\n", 1))


@edit
def retell(root: Path, chance: random.Random) -> None:
    config = root / "site.yaml"
    config.write_text(config.read_text() + f"# {chance.random()}\n")


@edit
def restyle(root: Path, chance: random.Random) -> None:
    (root / "site.yaml").write_text(
        "\n".join(line for line in (root / "site.yaml").read_text().split("\n") if not line.startswith("look:"))
        + f"\nlook: {{radius: {chance.randrange(9)}px}}\n"
    )


@pytest.mark.parametrize("seed", range(4))
def test_building_after_any_edits_equals_a_clean_build(make_site: Make, seed: int) -> None:
    root = make_site(SITE)
    chance = random.Random(seed)
    day = TODAY
    for _ in range(8):
        for _ in range(chance.randrange(1, 4)):
            chance.choice(EDITS)(root, chance)
        day = date.fromordinal(day.toordinal() + chance.randrange(3))
        build_site(root, today=day)
        build_site(root, today=day, output=Path("clean"), cache=False)
        clean = tree(root / "clean")
        for path in sorted((root / "clean").rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        assert tree(root / "_site") == clean


def test_rows_of_lists_are_kept_and_made_once(make_site: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssg.build.making.SERIAL_BELOW", 1)
    root = make_site()
    settings = (root / "site.yaml").read_text()
    (root / "content/postings").mkdir(parents=True, exist_ok=True)
    for at in range(60):
        (root / f"content/postings/job-{at}.md").write_text(posting(f"Job {at}", department=f"D{at % 3}"))
    build_site(root, jobs=2)
    kept = rows(root)
    assert len(kept) == 60
    (root / "content/postings/job-60.md").write_text(posting("Job 60"))
    (root / "content/postings/job-7.md").write_text(posting("Job seven", department="D1"))
    key = next(key for key, row in kept.items() if b">Job 9<" in row)
    put(root, key, kept[key].replace(b">Job 9<", b">Job nine<"))
    output = build_site(root, jobs=2).output
    assert b">Job nine<" in (output / "index.html").read_bytes() + (output / "page/2/index.html").read_bytes()
    assert len(rows(root)) == 62
    (root / "content/postings/job-9.md").write_text(posting("Job 9 again"))
    for theme in ("harbor", "base"):
        (root / "site.yaml").write_text(f"{settings}theme: {theme}\n")
        clean = build_site(root, jobs=1, cache=False, output=tmp_path / theme).output
        assert tree(build_site(root, jobs=2).output) == tree(clean)
    for at in range(200):  # those of other days are forgotten
        (root / "content/postings/job-3.md").write_text(posting(f"Job {at} of many"))
        build_site(root, jobs=2)
    assert 61 <= len(rows(root)) <= 2 * 61 + 100


def rows(root: Path) -> dict[str, bytes]:
    """What is kept as rows of lists, behind its checksum."""
    with closing(sqlite3.connect(root / ".ssg/content.sqlite")) as db:
        return {key: row[4:] for key, row in db.execute("SELECT key, row FROM rows")}


def put(root: Path, key: str, row: bytes) -> None:
    """Keep something else as a row, with the checksum that it has."""
    sealed = crc32(row, crc32(key.encode())).to_bytes(4, "big") + row
    with closing(sqlite3.connect(root / ".ssg/content.sqlite")) as db, db:
        db.execute("UPDATE rows SET row = ? WHERE key = ?", (sealed, key))
