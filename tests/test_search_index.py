"""The search index: cut into shards, made by Pagefind, verified, kept while nothing changes."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import stat
import subprocess
import sys
import textwrap
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ssg.search import (
    Document,
    Indexer,
    Pagefind,
    SearchError,
    SearchResult,
    Shard,
    find_pagefind,
    index_stands,
    plan_shards,
)

PAGE = """<!doctype html><html lang="pt"><head><title>{0}</title></head>
<body data-pagefind-body><h1>Engineer {0}</h1><p>We write C++ and sail boats.</p></body></html>"""


def index_search(
    plan: Sequence[Shard],
    folder: Path,
    work: Path,
    pagefind: Pagefind,
    pages: Callable[[Shard], Iterable[str]],
    jobs: int = 1,
) -> SearchResult:
    """Make `folder` the index of `plan`: see `Indexer`. `pages` gives the HTML of a shard's documents, in order."""
    with Indexer(folder, work, pagefind, jobs) as indexer:
        for shard in indexer.stale(plan):
            documents = indexer.documents(shard)
            for document, html in zip(shard.documents, pages(shard), strict=True):
                documents.write(document.path, html.encode())
            indexer.add(shard)
        return indexer.finish(plan)


def document(number: int, digest: str = "1") -> Document:
    return Document(f"jobs/posting-{number}/", date(2026, 1, 1) + timedelta(days=number // 20), digest)


def documents(count: int) -> list[Document]:
    return [document(number) for number in range(count)]


def pages(shard: Shard) -> list[str]:
    return [PAGE.format(document.path) for document in shard.documents]


@pytest.fixture(scope="module")
def pagefind() -> Pagefind:
    return find_pagefind(os.environ)


@pytest.fixture
def index(tmp_path: Path, pagefind: Pagefind) -> Callable[..., tuple[Path, int]]:
    """`index(documents, size=..., pagefind=...)`: the folder of the index, and how many shards were made."""

    def make(found: Iterable[Document], size: int = 1000, using: Pagefind = pagefind) -> tuple[Path, int]:
        folder = tmp_path / "out" / "pagefind"
        result = index_search(plan_shards(found, size, using.salt), folder, tmp_path / "work", using, pages, jobs=2)
        return folder, result.indexed

    return make


def listed(folder: Path) -> list[str]:
    found: list[str] = json.loads((folder / "shards.json").read_text())["shards"]
    return found


# Cutting


def test_documents_up_to_the_size_make_one_shard_and_none_make_none() -> None:
    assert [len(shard.documents) for shard in plan_shards(documents(100), 100)] == [100]
    assert plan_shards([], 100) == ()


def test_shards_hold_every_document_once_in_order_of_date_and_stay_near_the_size() -> None:
    found = documents(5000)
    random.Random(1).shuffle(found)
    plan = plan_shards(found, 100)
    flat = [document for shard in plan for document in shard.documents]
    assert flat == sorted(found, key=lambda document: (document.posted, document.path))
    assert all(75 <= len(shard.documents) <= 112 for shard in plan[:-1])
    assert len(plan[-1].documents) <= 112


def test_the_order_of_the_documents_given_does_not_matter() -> None:
    found = documents(500)
    assert plan_shards(found, 50) == plan_shards(reversed(found), 50)


def test_one_document_more_or_less_changes_its_own_shard_and_hardly_another() -> None:
    found, chance = documents(5000), random.Random(7)
    before = {shard.key for shard in plan_shards(found, 100)}
    changed = []
    for _ in range(60):
        gone = chance.randrange(len(found))
        after = {shard.key for shard in plan_shards(found[:gone] + found[gone + 1 :], 100)}
        changed.append(len(after - before))
    assert sum(changed) / len(changed) < 2
    assert max(changed) <= 6


def test_one_changed_document_changes_one_shard() -> None:
    found = documents(1000)
    before = plan_shards(found, 100)
    found[500] = replace(found[500], digest="2")
    assert len({shard.key for shard in plan_shards(found, 100)} - {shard.key for shard in before}) == 1


def test_another_version_of_pagefind_changes_every_shard() -> None:
    old, new = (plan_shards(documents(300), 100, salt) for salt in ("1.5.2", "1.6.0"))
    assert not {shard.key for shard in old} & {shard.key for shard in new}


# Indexing, with the real Pagefind


def test_the_index_holds_what_a_page_asks_for_and_no_interface(index: Callable[..., tuple[Path, int]]) -> None:
    folder, made = index(documents(3))
    [key] = listed(folder)
    assert made == 1
    assert sorted(path.name for path in folder.iterdir()) == [key, "shards.json"]
    assert sorted({path.name.split(".")[0] for path in (folder / key).iterdir()}) == [
        "files",
        "fragment",
        "index",
        "names",
        "pagefind",
        "pagefind-entry",
        "wasm",
    ]
    assert not [path.name for path in (folder / key).rglob("*") if "ui" in path.name or "highlight" in path.name]


def test_the_names_of_the_results_stand_in_the_order_of_the_documents(
    index: Callable[..., tuple[Path, int]],
) -> None:
    folder, _ = index(reversed(documents(3)))
    [key] = listed(folder)
    told = json.loads((folder / key / "names.json").read_text())
    names = {
        json.loads(gzip.decompress(path.read_bytes())[len(b"pagefind_dcd") :])["url"]: path.stem
        for path in folder.glob("*/fragment/*")
    }
    assert told == {
        "check": zlib.crc32(b"posting-0\nposting-1\nposting-2"),
        "names": "".join(names[f"/jobs/posting-{number}/"].removeprefix("en_")[:6] for number in range(3)),
    }


def test_all_documents_share_one_language_whatever_their_pages_say(index: Callable[..., tuple[Path, int]]) -> None:
    folder, _ = index(documents(3))
    entry = json.loads((folder / listed(folder)[0] / "pagefind-entry.json").read_text())
    assert {code: found["page_count"] for code, found in entry["languages"].items()} == {"en": 3}
    assert {"+", "#"} <= set(entry["include_characters"])


def test_a_language_without_word_forms_keeps_the_program_that_its_index_needs(
    index: Callable[..., tuple[Path, int]], pagefind: Pagefind
) -> None:
    folder, _ = index(documents(2), using=replace(pagefind, language="uk"))
    assert [path.name for path in folder.glob("*/wasm.*")] == ["wasm.unknown.pagefind"]


def test_only_the_shard_of_a_changed_document_is_indexed_again(index: Callable[..., tuple[Path, int]]) -> None:
    found = documents(40)
    folder, first = index(found, size=10)
    kept = {key: (folder / key / "files.json").stat().st_mtime_ns for key in listed(folder)}
    assert first == len(kept) > 2
    assert index(found, size=10)[1] == 0
    found[0] = replace(found[0], digest="2")
    assert index(found, size=10)[1] == 1
    assert len(set(listed(folder)) & set(kept)) == len(kept) - 1
    assert sorted(path.name for path in folder.iterdir()) == sorted([*listed(folder), "shards.json"])
    assert all((folder / key / "files.json").stat().st_mtime_ns == kept[key] for key in listed(folder) if key in kept)


def test_the_index_of_no_documents_is_an_empty_list(index: Callable[..., tuple[Path, int]]) -> None:
    folder, _ = index(documents(3))
    folder, made = index([])
    assert (made, listed(folder), [path.name for path in folder.iterdir()]) == (0, [], ["shards.json"])


@pytest.mark.parametrize("harm", ["shorter", "gone", "more", "unsealed"])
def test_a_bundle_that_was_tampered_with_is_made_again(harm: str, index: Callable[..., tuple[Path, int]]) -> None:
    folder, _ = index(documents(3))
    bundle = folder / listed(folder)[0]
    fragment = sorted((bundle / "fragment").iterdir())[0]
    if harm == "shorter":
        fragment.write_bytes(fragment.read_bytes()[:-1])
    elif harm == "gone":
        fragment.unlink()
    elif harm == "more":
        (bundle / "more").write_text("")
    else:
        (bundle / "files.json").unlink()
    assert not index_stands(folder)
    assert index(documents(3))[1] == 1
    assert index(documents(3))[1] == 0
    assert index_stands(folder)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"shards": ["nothing-there"], "stop_words": ""}', None])
def test_an_index_without_its_list_or_with_a_wrong_one_does_not_stand(
    text: str | None, index: Callable[..., tuple[Path, int]]
) -> None:
    folder, _ = index(documents(2))
    (folder / "shards.json").unlink() if text is None else (folder / "shards.json").write_text(text)
    assert not index_stands(folder)


def test_two_runs_write_the_same_bytes(tmp_path: Path, pagefind: Pagefind) -> None:
    plan = plan_shards(documents(30), 1000, pagefind.salt)
    for name in ("a", "b"):
        index_search(plan, tmp_path / name, tmp_path / "work", pagefind, pages)
    listings = [
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("a", "b")
    ]
    assert listings[0] == listings[1]


def test_settings_of_pagefind_in_the_environment_or_the_site_do_not_reach_the_index(tmp_path: Path) -> None:
    (tmp_path / "pagefind.toml").write_text('root_selector = "nothing"\n')
    pagefind = find_pagefind({**os.environ, "PAGEFIND_ROOT_SELECTOR": "nothing", "PAGEFIND_SITE": "/nowhere"})
    plan = plan_shards(documents(2), 1000, pagefind.salt)
    assert index_search(plan, tmp_path / "out", tmp_path / "work", pagefind, pages).documents == 2


# What goes wrong

FAKE = """\
#!{python}
import sys, time
if "--version" in sys.argv:
    print("pagefind 9.9.9")
    sys.exit()
bundle = sys.argv[sys.argv.index("--output-path") + 1]
{body}
"""

REAL = """
import pathlib, subprocess
subprocess.run([{real!r}, *sys.argv[1:]], check=True)
bundle = pathlib.Path(bundle)
"""

FAULTS = {
    "failing": (
        'sys.stderr.write("the disk is on fire"); sys.exit(3)',
        "Pagefind failed with exit code 3. It said: the disk is on fire",
    ),
    "hanging": (
        "time.sleep(60)",
        "Pagefind did not finish 3 documents in 0 seconds and was ended. Build again; "
        "if it happens again, make `search: shard_size` in site.yaml smaller",
    ),
    "silent": ("pass", "Pagefind's pagefind-entry.json cannot be read"),
    "gibberish": (
        REAL + '(bundle / "pagefind-entry.json").write_text("[1]")',
        "Pagefind's pagefind-entry.json cannot be read",
    ),
    "torn fragment": (
        REAL + 'f = min(bundle.glob("fragment/*")); f.write_bytes(f.read_bytes()[:-3])',
        "Pagefind wrote a torn file: `en_",
    ),
    "empty fragment": (
        REAL + 'min(bundle.glob("fragment/*")).write_bytes(b"")',
        "Pagefind wrote a torn file: `en_",
    ),
    "flipped bits": (
        REAL + 'f = min(bundle.glob("index/*")); d = bytearray(f.read_bytes()); d[20] ^= 255; f.write_bytes(d)',
        "Pagefind wrote a torn file: `en_",
    ),
    "lost chunk": (REAL + 'min(bundle.glob("index/*")).unlink()', "out of its index. Build again"),
    "lost fragment": (REAL + 'min(bundle.glob("fragment/*")).unlink()', "out of its index. Build again"),
    "strange fragment": (
        REAL + 'import gzip; min(bundle.glob("fragment/*")).write_bytes(gzip.compress(b"pagefind_dcd[1]"))',
        "cannot be read: TypeError",
    ),
    "lost program": (
        REAL + '(bundle / "pagefind.js").unlink()',
        "Pagefind left `pagefind.js` out of its index. Build again",
    ),
    "torn wasm": (
        REAL + 'f = bundle / "wasm.en.pagefind"; f.write_bytes(f.read_bytes()[:-9])',
        "Pagefind wrote a torn file: `wasm.en.pagefind`",
    ),
}


def fake(folder: Path, body: str, pagefind: Pagefind) -> Pagefind:
    """A program that stands in for Pagefind and does `body`."""
    path = folder / "fake-pagefind"
    text = textwrap.dedent(body).replace("{real!r}", repr(str(pagefind.executable)))
    path.write_text(FAKE.format(python=sys.executable, body=text))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return find_pagefind({**os.environ, "PAGEFIND_BINARY_PATH": str(path)})


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_pagefind_is_told_and_the_old_index_stays_whole(
    fault: str, tmp_path: Path, pagefind: Pagefind, index: Callable[..., tuple[Path, int]]
) -> None:
    body, message = FAULTS[fault]
    folder, _ = index(documents(2))
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    faulty = fake(tmp_path, body, pagefind)
    if fault == "hanging":
        faulty = replace(faulty, patience=0.2)
    with pytest.raises(SearchError) as raised:
        index(documents(3), using=faulty)
    assert message in str(raised.value)
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize("given", ["", "narenas:1"], ids=["ours", "of-who-knows-better"])
def test_pagefind_is_told_how_to_keep_its_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pagefind: Pagefind, given: str
) -> None:
    keep = f"\nimport os\npathlib.Path({str(tmp_path / 'told')!r}).write_text(os.environ['_RJEM_MALLOC_CONF'])\n"
    told = fake(tmp_path, REAL + keep, pagefind)
    if given:
        told = replace(told, environment={**told.environment, "_RJEM_MALLOC_CONF": given})
    plan = plan_shards(documents(2), 1000, told.salt)
    assert index_search(plan, tmp_path / "out", tmp_path / "work", told, pages).documents == 2
    said = (tmp_path / "told").read_text()
    assert said == given or (not given and "thp:always" in said)


def test_a_document_without_words_is_told_and_names_the_template(tmp_path: Path, pagefind: Pagefind) -> None:
    plan = plan_shards(documents(2), 10, pagefind.salt)
    with pytest.raises(SearchError, match=r"Pagefind indexed 1 of 2 documents.*search\.html"):
        index_search(plan, tmp_path / "out", tmp_path / "work", pagefind, lambda shard: [pages(shard)[0], "<html>"])


@pytest.mark.parametrize(
    "environment",
    [{"PAGEFIND_BINARY_PATH": "/nowhere/pagefind"}, {"PAGEFIND_BINARY_PATH": "/"}],
    ids=["missing", "folder"],
)
def test_a_pagefind_that_does_not_run_is_told_with_what_to_do(environment: dict[str, str]) -> None:
    with pytest.raises(SearchError, match=r"Pagefind does not run: .*pip install 'pagefind\[bin\]'.*--no-search"):
        find_pagefind(environment)


def test_a_missing_pagefind_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pagefind_bin", "pagefind_bin_extended"):
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SearchError, match=r"is not installed\. Install it with `pip install 'pagefind\[bin\]'`"):
        find_pagefind({"PATH": "/nowhere"})


def test_without_its_package_the_pagefind_on_the_path_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pagefind: Pagefind
) -> None:
    for package in ("pagefind_bin", "pagefind_bin_extended"):
        monkeypatch.setitem(sys.modules, package, None)
    shutil.copy(pagefind.executable, tmp_path / "pagefind")
    assert find_pagefind({"PATH": str(tmp_path)}).executable == tmp_path / "pagefind"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, pagefind: Pagefind) -> None:
    (tmp_path / "out").write_text("a file stands here")
    plan = plan_shards(documents(2), 10, pagefind.salt)
    with pytest.raises(SearchError, match=r"The search index cannot be written: .*out"):
        index_search(plan, tmp_path / "out" / "pagefind", tmp_path / "work", pagefind, pages)


def test_leaving_early_ends_every_process_and_leaves_nothing_behind(tmp_path: Path, pagefind: Pagefind) -> None:
    sleepy = fake(tmp_path, "time.sleep(60)", pagefind)
    started: list[subprocess.Popen[bytes]] = []
    with pytest.raises(KeyboardInterrupt), Indexer(tmp_path / "out", tmp_path / "work", sleepy, jobs=9) as indexer:
        for shard in plan_shards(documents(30), 10, sleepy.salt):
            place = indexer.documents(shard)
            for document, html in zip(shard.documents, pages(shard), strict=True):
                place.write(document.path, html.encode())
            indexer.add(shard)
        started = [run._process for _, run in indexer._running]
        raise KeyboardInterrupt
    assert len(started) > 1
    assert all(process.returncode is not None for process in started)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fake-pagefind"]


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path, index: Callable[..., tuple[Path, int]]) -> None:
    (tmp_path / "work" / "old" / "site").mkdir(parents=True)
    (tmp_path / "out" / "pagefind" / ".new-1234").mkdir(parents=True)
    folder, _ = index(documents(2))
    assert sorted(path.name for path in folder.iterdir()) == sorted([*listed(folder), "shards.json"])
    assert not (tmp_path / "work").exists()


def test_an_address_that_leaves_the_site_is_refused(tmp_path: Path, pagefind: Pagefind) -> None:
    plan = plan_shards([Document("../../x/", date(2026, 1, 1), "1")], 10)
    with pytest.raises(ValueError, match="not an address inside the site"):
        index_search(plan, tmp_path / "out", tmp_path / "work", pagefind, pages)
