"""The search index of a build after one posting of many changed: its shard is made beside the build."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ssg.build import searching
from ssg.search import Documents, SearchError
from tests.building import build_site, posting
from tests.faults import children
from tests.sites import SITE_YAML

Make = Callable[..., Path]
FILES = "".join(
    f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}', date_posted=f'2026-0{n % 9 + 1}-{n % 28 + 1:02}')}\n"
    for n in range(120)
)


def texts(output: Path) -> dict[str, str]:
    """What the index holds, by address."""
    found = {}
    for path in output.glob("pagefind/*/fragment/*"):
        fragment = json.loads(gzip.decompress(path.read_bytes())[len(b"pagefind_dcd") :])
        assert fragment["url"] not in found
        found[fragment["url"]] = fragment["content"]
    return found


def shards(output: Path) -> list[str]:
    listed: list[str] = json.loads((output / "pagefind/shards.json").read_text())["shards"]
    assert {path.name for path in (output / "pagefind").iterdir()} == {*listed, "shards.json"}
    return listed


@pytest.fixture
def root(make_site: Make) -> Path:
    """A site of many shards, built once, and then one of its postings edited."""
    root = make_site(FILES)
    (root / "site.yaml").write_text(SITE_YAML + "search: {shard_size: 10}\n")
    output = build_site(root, search=True, jobs=2).output
    assert len(shards(output)) > 6
    assert len(texts(output)) == 120
    (root / "content/postings/job-7.md").write_text(
        posting("Job seven", "Look after lighthouses.\n", date_posted="2026-08-08")
    )
    return root


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was made beside the build."""
    found: list[object] = []
    beside = searching.Beside

    def begin(work: Callable[[], bytes]) -> searching.Beside:
        found.append(work)
        return beside(work)

    monkeypatch.setattr(searching, "Beside", begin)
    return found


def test_the_shards_of_an_edit_are_made_beside_the_build_and_no_others(root: Path, begun: list[object]) -> None:
    before = shards(root / "_site")
    output = build_site(root, search=True, jobs=2).output
    assert 1 <= len(begun) <= 2
    assert len(set(shards(output)) - set(before)) == len(begun)
    assert not children()
    clean = build_site(root, search=True, jobs=1, cache=False, output=Path("clean")).output
    assert texts(output) == texts(clean)
    assert shards(output) == shards(clean)
    assert "lighthouses" in texts(output)["/jobs/job-7/"]


def test_of_many_shards_none_is_made_beside_the_build(root: Path, begun: list[object]) -> None:
    (root / "site.yaml").write_text(SITE_YAML + "search: {shard_size: 10, stop_words: false}\n")
    assert len(texts(build_site(root, search=True, jobs=2).output)) == 120
    assert not begun


def test_what_fails_beside_the_build_is_done_by_it(
    root: Path, begun: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "stand_back", lambda: 1 / 0)
    output = build_site(root, search=True, jobs=2).output
    assert begun
    assert "lighthouses" in texts(output)["/jobs/job-7/"]


def test_what_fails_there_too_is_told_and_leaves_the_old_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Documents, path: str, html: bytes) -> None:
        raise SearchError("the disk is on fire")

    before = shards(root / "_site"), texts(root / "_site")
    monkeypatch.setattr(Documents, "write", refuse)
    with pytest.raises(SearchError, match="on fire"):
        build_site(root, search=True, jobs=2)
    assert (shards(root / "_site"), texts(root / "_site")) == before
    assert not children()
    assert not (root / ".ssg/search").exists()
