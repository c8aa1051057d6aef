"""What reading keeps: bodies, facts, and which bytes a file had."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.config import load_config
from ssg.content import Store
from ssg.content.bodies import pack, unpack
from ssg.content.files import ContentFile
from ssg.content.loading import load_content
from ssg.content.markdown import render_body
from ssg.content.reading import task_of
from ssg.diagnostics import BuildError, Problems
from ssg.digests import Seen, digest_files, digest_of
from ssg.model import Body, Posting
from ssg.model.known import known
from ssg.parallel import Workers
from ssg.source import DEFAULT_LIMITS
from tests.building import build_site, posting, tree
from tests.formats_entries import BODY, FULL, full_entry
from tests.sites import write_site


@pytest.mark.parametrize("body", [BODY, Body("", ""), render_body("# É\n\n`x`\n\n## Zwei\n\n> q\n\n- a\n- b\n")])
def test_a_body_is_kept_as_it_is(body: Body) -> None:
    assert unpack(pack(body)) == body


def test_a_section_is_the_html_below_its_heading() -> None:
    body = render_body("Before.\n\n## One\n\nText.\n\n### Two\n\n- a\n")
    assert [(s.heading, s.level, body.inner(s)) for s in body.sections] == [
        ("One", 2, "<p>Text.</p>"),
        ("Two", 3, "<ul>\n<li>a</li>\n</ul>"),
    ]


@given(st.binary(max_size=60), st.integers(0, 60))
@settings(deadline=None)
def test_what_is_no_body_is_none(noise: bytes, at: int) -> None:
    whole = pack(BODY)
    for data in (noise, whole[:at], noise + whole, whole[:at] + noise):
        found = unpack(data)
        assert found is None or isinstance(found, Body)
    assert unpack(whole[:at]) is None


@pytest.mark.parametrize("sections", [b"[[1,2,3,4]]", b'[["a","b",0,1]]', b'{"a":1}', b"[[]]", b"[" * 100_000, b"\xff"])
def test_a_head_that_makes_no_sense_is_no_body(sections: bytes) -> None:
    head = b"".join(length.to_bytes(4, "little") for length in (len(sections), 0, 0))
    assert unpack(head + sections) is None


def test_a_posting_that_was_validated_is_read_again_as_it_was() -> None:
    whole = full_entry().posting
    again = known(Posting, whole.model_dump_json(exclude_unset=True).encode())
    assert again == whole
    assert again.model_fields_set == whole.model_fields_set
    assert set(FULL) <= again.model_fields_set


@pytest.mark.parametrize("damage", ['"title": 1', '"date_posted": "soon"', '"locations": [{"country": 3}]', '"x": 1'])
def test_types_are_checked_though_the_facts_were_written_by_the_model(damage: str) -> None:
    whole = full_entry().posting.model_dump_json(exclude_unset=True)
    with pytest.raises(ValueError, match="validation error"):
        known(Posting, f"{whole[:-1]},{damage}}}".encode())


def test_a_file_is_seen_by_size_and_digest_and_what_is_none_is_named(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content/sub").mkdir(parents=True)
    large = b"x" * 200_000
    for name, data in {"b.md": b"b", "a.md": b"", "sub/c.md": large}.items():
        (root / "content" / name).write_bytes(data)
    (tmp_path / "out.md").write_bytes(b"out")
    (root / "content/link.md").symlink_to(root / "content/b.md")
    (root / "content/out.md").symlink_to(tmp_path / "out.md")
    (root / "content/gone.md").symlink_to(root / "nothing")
    (root / "content/itself.md").symlink_to(root / "content/itself.md")
    (root / "content/folder").symlink_to(root / "content/sub")
    found = dict(digest_files(root, "content"))
    assert isinstance(found.pop("content/itself.md"), str)
    assert found == {
        "content/a.md": Seen(0, digest_of(b"")),
        "content/b.md": Seen(1, digest_of(b"b")),
        "content/gone.md": "a link: no regular file",
        "content/link.md": f"a link: {Seen(1, digest_of(b'b'))}",
        "content/out.md": f"a link to {tmp_path / 'out.md'}",
        "content/sub/c.md": Seen(200_000, digest_of(large)),
    }
    assert dict(digest_files(root, "static")) == {}


def read(root: Path, **seen: Any) -> tuple[Any, ...]:
    problems = Problems()
    config = load_config(root, problems)
    with Workers(1) as workers, Store(None, "") as store:
        content = load_content(root, config, problems, store=store, workers=workers, **seen)
        return content.postings, content.prose, content.paths, tuple(problems)


def test_content_is_the_same_whoever_saw_the_files(tmp_path: Path) -> None:
    files = f"-- content/postings/a.md --\n{posting()}-- content/pages/b.md --\nB\n-- content/postings/c.md --\nno"
    root = write_site(tmp_path, files)
    seen = dict(digest_files(root, "content"))
    assert read(root) == read(root, seen=seen) == read(root, seen={})


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    root = write_site(tmp_path, f"-- content/postings/a.md --\n{posting()}")
    file = ContentFile("content/postings/a.md", digest_of(b"another"))
    with pytest.raises(BuildError, match=r"content/postings/a\.md was changed while the site was being built"):
        task_of(root, file, DEFAULT_LIMITS)


def test_a_kept_body_that_is_none_is_read_again(tmp_path: Path) -> None:
    root = write_site(tmp_path, f"-- content/postings/a.md --\n{posting()}")
    build_site(root)
    before = tree(root / "_site")
    with Store(root / ".ssg/content.sqlite", _version(root)) as store:
        (key,) = [key for (key,) in store._db.execute("SELECT key FROM bodies")]
        store.add([(key, store.facts([key])[key], b"no body")])
    (root / "_site/jobs/a/index.html").unlink()
    (root / "site.yaml").write_text((root / "site.yaml").read_text() + "description: Maps\n")
    build_site(root)
    changed = tree(root / "_site")
    assert changed.keys() == before.keys()
    assert "Work on it." in (root / "_site/jobs/a/index.html").read_text()


def _version(root: Path) -> str:
    import sqlite3

    with closing(sqlite3.connect(root / ".ssg/content.sqlite")) as db:
        ((version,),) = db.execute("SELECT version FROM about")
    return str(version)


def test_a_build_with_nothing_to_do_imports_no_model_and_no_parser(tmp_path: Path) -> None:
    root = write_site(tmp_path, f"-- content/postings/a.md --\n{posting()}")
    code = (
        "import sys\nfrom ssg.cli import cli\ncli(standalone_mode=False)\n"
        "print(sorted({'pydantic', 'yaml', 'markdown_it', 'babel', 'jinja2'} & sys.modules.keys()))"
    )
    arguments: list[Any] = [sys.executable, "-c", code, "--root", root, "build", "--no-search", "--jobs", "1"]
    first, second = (subprocess.run(arguments, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert "markdown_it" in first
    assert second.endswith("[]\n")


def test_rows_that_are_not_whole_are_not_there(tmp_path: Path) -> None:
    kept = [(f"{number:032x}", b"front %d" % number, b"body") for number in range(600)]
    with Store(tmp_path / "store.sqlite", "") as store:
        store.add(kept)
        store._db.execute("UPDATE facts SET front = CAST(front || x'00' AS BLOB) WHERE key = ?", (kept[3][0],))
        store._db.execute("INSERT INTO facts VALUES (?, ?)", ("k" * 100, b"a key that was never ours"))
        store._db.execute("INSERT INTO facts VALUES (?, ?)", (b"bytes", b"another"))
        found = store.facts([*(key for key, _, _ in kept), "k" * 100, "none"])
        assert found == {key: front for key, front, _ in kept if key != kept[3][0]}
        store._db.execute("INSERT INTO facts VALUES (CAST(x'ff' AS TEXT), ?)", (b"text that is none",))
        assert store.facts(key for key, _, _ in kept) == found


def test_links_of_the_site_begin_with_its_path_and_sections_stay_where_they_are() -> None:
    text = (
        "See [us](/us/), [ours](/careers/us/), [elsewhere](https://example.org/us/) and [below](us/).\n\n"
        '## Team\n\n![All](/team.jpg) `href="/x"` [home](/)\n\n## Place\n\n[there](/place/)\n'
    )
    body = render_body(text)
    below = body.below("/careers/")
    assert re.findall(r' (?:href|src)="([^"]*)"', below.html) == [
        "/careers/us/", "/careers/us/", "https://example.org/us/", "us/",
        "/careers/team.jpg", "/careers/", "/careers/place/",
    ]  # fmt: skip
    assert below.inner(below.sections[1]).strip() == '<p><a href="/careers/place/">there</a></p>'
    assert below.inner(below.sections[0]).startswith('<p><img src="/careers/team.jpg"')
    assert body.below("/") is body
    assert (below.text, below.markdown) == (body.text, body.markdown)


def test_a_posting_that_was_made_before_is_the_same_one(tmp_path: Path) -> None:
    root = write_site(tmp_path, f"-- content/postings/a.md --\n{posting()}-- content/postings/b.md --\n{posting('B')}")
    first, again = (read(root)[0] for _ in range(2))
    assert all(one is other for one, other in zip(first, again, strict=True))
    (root / "content/postings/b.md").write_text(posting("Bee"))
    edited = read(root)[0]
    assert edited[0] is first[0]
    assert edited[1].title == "Bee"
    (root / "site.yaml").write_text((root / "site.yaml").read_text().replace("jobs@", "work@"))
    others = read(root)[0]
    assert [one.apply.email for one in others if one.apply] == ["work@example.com"] * 2
    assert others[0].digest != first[0].digest


def test_postings_of_other_sites_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssg.content.facts.MOST", 3)
    files = "".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}')}" for n in range(8))
    assert [one.title for one in read(write_site(tmp_path, files))[0]] == [f"Job {n}" for n in range(8)]
