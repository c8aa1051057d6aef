"""The folder that a build writes to: which it may be, what else may be in it, and names that some disk confuses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ssg.diagnostics import BuildError, SiteError, UsageError
from ssg.search import index_stands
from tests.building import build_site, posting, tree
from tests.test_faults import SITE

Make = Callable[..., Path]


def told(root: Path, **options: object) -> str:
    with pytest.raises((BuildError, UsageError)) as caught:
        build_site(root, **options)
    return str(caught.value).replace(str(root), "ROOT")


def test_a_folder_that_cannot_be_the_output_is_refused(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(SITE)
    (root / "circle").symlink_to("circle")
    (root / "sources").symlink_to("content")
    (root / "file").write_text("Mine.")
    assert told(root, output=root / "circle") == (
        "ROOT/circle is a link that leads to itself: remove it, or choose a folder by `-o`"
    )
    for output in (root / "sources", root / "content/deep/down", root / ".git", root / ".ssg"):
        assert "lies among the site's sources" in told(root, output=output)
    for output in (root, root.parent, Path("/")):
        assert "holds the site's sources" in told(root, output=output)
    assert told(root, output=root / "file") == "ROOT/file is a file: choose a folder by `-o`"
    assert "cannot be written: Not a directory" in told(root, output=root / "file/below")
    monkeypatch.chdir(root)
    for arguments in (["--root", ".", "build", "-o", ""], ["--root", "", "build"]):
        ran = subprocess.run([sys.executable, "-m", "ssg", *arguments], capture_output=True, text=True, check=False)
        assert ran.returncode == 2
        assert "the folder's name is empty" in ran.stderr
    assert not (root / "_site").exists()


@pytest.mark.parametrize("search", [True, False])
def test_files_of_others_in_the_output_stay(make_site: Make, search: bool) -> None:
    root = make_site(f"{SITE}-- _site/notes.txt --\nMine.\n-- _site/jobs/mine.txt --\nMine.\n")
    others = ("pagefind/mine/a.txt", "pagefind/b.txt", ".ssg-writing/mine/c.txt")
    for name in others:
        (root / "_site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "_site" / name).write_text("Mine.")
    for _ in range(2):
        build_site(root, search=search, environment=dict(os.environ))
        assert index_stands(root / "_site/pagefind") is search
        for name in ("notes.txt", "jobs/mine.txt", *others):
            assert (root / "_site" / name).read_text().strip() == "Mine."
        (root / "content/postings/job-1.md").write_text(posting("Another"))


def test_what_is_in_the_way_is_named_and_stays(make_site: Make) -> None:
    root = make_site(f"{SITE}-- _site/jobs --\nMine.\n")
    hint = "is in the way, and no build wrote it. Move it away, or choose another folder by `-o`"
    assert told(root) == f"ROOT/_site/jobs {hint}"
    for path in (root / "_site/jobs", root / "_site/index.html"):
        path.unlink()
    (root / "_site/index.html").mkdir()
    (root / "_site/index.html/mine").write_text("Mine.")
    assert told(root) == f"ROOT/_site/index.html {hint}"
    assert (root / "_site/index.html/mine").exists()


def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(make_site: Make) -> None:
    root = make_site(SITE)
    build_site(root)
    (root / "content/pages/benefits.md").rename(root / "static/benefits")
    build_site(root)
    assert (root / "_site/benefits").read_text() == "# Benefits\n\nMany.\n"
    (root / "static/benefits").rename(root / "content/pages/benefits.md")
    build_site(root)
    build_site(root, output=Path("clean"), cache=False)
    assert tree(root / "_site") == tree(root / "clean")


def test_an_index_is_not_written_through_a_link(make_site: Make, tmp_path: Path) -> None:
    root = make_site(f"{SITE}-- _site/mine.txt --\nMine.\n")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine").write_text("Mine.")
    (root / "_site/pagefind").symlink_to(outside)
    (root / ".ssg").mkdir()
    (root / ".ssg/search").symlink_to(outside)
    build_site(root, search=True, environment=dict(os.environ))
    assert index_stands(root / "_site/pagefind")
    assert [path.name for path in outside.iterdir()] == ["mine"]


def test_a_cache_that_is_no_folder_is_told(make_site: Make) -> None:
    hint = "It is part of the cache, which a build must write to, and which may be deleted at any time"
    root = make_site(SITE)
    (root / ".ssg").write_text("")
    assert told(root) == f"ROOT/.ssg cannot be written: File exists. {hint}"
    (root / ".ssg").unlink()
    build_site(root)
    for path in [*root.glob(".ssg/output-*"), *root.glob(".ssg/content.sqlite*")]:
        path.unlink()
        path.mkdir()
    assert re.fullmatch(rf"ROOT/.ssg/output-\w+\.lock cannot be written: Is a directory. {hint}", told(root))
    for path in root.glob(".ssg/*.lock"):
        path.rmdir()
    assert re.fullmatch(rf"ROOT/.ssg/output-[\w.]+\.json cannot be written: Is a directory. {hint}", told(root))
    for path in root.glob(".ssg/*.json"):
        path.rmdir()
    build_site(root)


def refused(root: Path) -> list[str]:
    with pytest.raises(SiteError) as caught:
        build_site(root)
    return [str(d) for d in caught.value.diagnostics]


CONFUSED = {
    ("A.txt", "a.txt"): "static/A.txt has the same name on many disks",
    ("\u00e9.txt", "e\u0301.txt"): "has the same name on many disks",
    ("jobs",): "/jobs and /jobs/job-0/index.html cannot both be: the other is content/postings/job-0.md",
    ("feed.xml/x.txt",): "/feed.xml/x.txt and /feed.xml cannot both be: the other is the format:atom page feed.xml",
    ("pagefind",): "/pagefind and /pagefind/shards.json cannot both be: the other is the search index",
    ("Index.HTML",): "the address /index.html is wanted twice: here, and by static/Index.HTML",
    ("con.txt",): "`con.txt` is a name that Windows keeps for itself",
    ("Nul",): "`Nul` is a name that Windows keeps for itself",
    ("a:b.txt",): "the name holds `:`, which Windows takes in no name",
    ("end.",): "the name ends with a full stop or a space, which Windows drops",
    ("a\nb",): "the name holds a character that nobody sees, or is not UTF-8",
    ("a\udcffb",): "the name holds a character that nobody sees, or is not UTF-8",
    ("con/x.txt",): "`con` is a name that Windows keeps for itself",
}


@pytest.mark.parametrize(("names", "said"), CONFUSED.items(), ids=map(ascii, CONFUSED))
def test_a_file_that_a_disk_would_confuse_is_told(make_site: Make, names: tuple[str, ...], said: str) -> None:
    root = make_site(SITE)
    for name in names:
        (root / "static" / name).parent.mkdir(exist_ok=True)
        (root / "static" / name).write_text("Mine.")
    (found,) = refused(root)
    assert said in found
    found.encode("utf-8")


def test_no_address_is_a_name_that_windows_keeps_for_itself(make_site: Make) -> None:
    root = make_site(f"-- content/postings/a.md --\n{posting(department='NUL', skills='[Con, Go]')}\n")
    build_site(root)
    assert (root / "_site/departments/nul-name/index.html").exists()
    assert (root / "_site/skills/con-name/index.html").exists()
    (root / "content/postings/a.md").write_text(posting(aliases="[aux]"))
    assert refused(root) == [
        "content/postings/a.md:4:11: error: `aux` in `aliases[1]` is a name that Windows keeps for itself. "
        "Write another, such as `aux-2` [wrong-value]"
    ]


def test_a_static_file_that_may_not_be_read_is_told(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(SITE)
    monkeypatch.setattr("os.access", lambda path, _: Path(path).name != "robots-note.txt")
    assert refused(root) == [
        "static/robots-note.txt: error: this cannot be read: Permission denied. "
        "Mend its permissions, or remove it [unreadable]"
    ]
