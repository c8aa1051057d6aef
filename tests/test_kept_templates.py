"""The carried theme's compiled templates, which are kept beside the program's own code."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssg.diagnostics import ConfigError
from ssg.render import environment, kept
from ssg.render.error import ThemeError
from ssg.theme import Theme, carried_folder
from tests.building import build_site, posting, tree
from tests.test_build import Make

SITE = f"-- content/postings/a.md --\n{posting()}\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the code is kept, for this test alone."""
    found = tmp_path / "__pycache__" / "kept.templates"
    found.parent.mkdir()
    monkeypatch.setattr(kept, "_place", lambda: found)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    forget()
    yield found
    forget()


def forget() -> None:
    """As in a process that begins."""
    environment._environment.cache_clear()
    environment._loader.cache_clear()


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the templates that are compiled from now on."""
    found: list[str] = []
    compile_ = environment._QuickEnvironment.compile

    def told(self, source, name=None, *rest):  # type: ignore[no-untyped-def]
        found.append(name)
        return compile_(self, source, name, *rest)

    monkeypatch.setattr(environment._QuickEnvironment, "compile", told)
    forget()
    return found


def test_the_first_build_compiles_the_carried_theme_and_the_next_none(
    make_site: Make, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_site(SITE)
    first = compiled(monkeypatch)
    build_site(root, output=Path("one"), cache=False)
    assert "posting.html" in first
    assert place.stat().st_mode & 0o777 == 0o644
    assert [path.name for path in place.parent.iterdir()] == [place.name]
    second = compiled(monkeypatch)
    build_site(root, output=Path("other"), cache=False)
    assert second == []
    assert tree(root / "one") == tree(root / "other")


def test_make_keeps_it_whether_python_keeps_code_or_not(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    environment.compile_carried()
    assert set(kept.kept(carried_folder()) or {}) >= {"themes/base/templates/base.html"}
    assert "environment import compile_carried" in (Path(__file__).parents[1] / "Makefile").read_text()


def test_where_python_keeps_no_code_nothing_is_kept(
    make_site: Make, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    build_site(make_site(SITE))
    assert not place.exists()


def test_where_nothing_can_be_written_sites_are_built_all_the_same(make_site: Make, place: Path) -> None:
    shutil.rmtree(place.parent)
    build_site(make_site(SITE))
    environment.compile_carried()
    assert not place.parent.exists()


@pytest.mark.parametrize("harm", [b"", b"x", b"\n", b"0" * 32 + b"\n" + b"{"])
def test_what_is_harmed_is_made_again(make_site: Make, place: Path, harm: bytes) -> None:
    root = make_site(SITE)
    build_site(root, output=Path("one"), cache=False)
    whole = place.read_bytes()
    place.write_bytes(harm or whole[:-1] + bytes([whole[-1] ^ 1]))
    forget()
    build_site(root, output=Path("other"), cache=False)
    assert place.read_bytes() == whole
    assert tree(root / "one") == tree(root / "other")


def test_a_themes_own_part_is_taken_into_the_carried_pages(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.compile_carried()
    root = make_site(SITE)
    own = root / "themes/own/templates/partials"
    own.mkdir(parents=True)
    (own / "pay.html").write_text("<p>Our pay</p>")
    (root / "site.yaml").write_text((root / "site.yaml").read_text() + "theme: own\n")
    names = compiled(monkeypatch)
    build_site(root, output=Path("out"))
    assert "<p>Our pay</p>" in (root / "out/jobs/a/index.html").read_text()
    assert "posting.html" in names  # which takes it in
    assert not {"base.html", "home.html", "partials/row_text.html"} & set(names)


def test_a_base_theme_of_the_sites_own_is_compiled_and_not_kept(make_site: Make, place: Path) -> None:
    environment.compile_carried()
    before = place.read_bytes()
    root = make_site(SITE)
    shutil.copytree(carried_folder().path, root / "themes/base")
    page = root / "themes/base/templates/posting.html"
    page.write_text(page.read_text().replace("<h1", "<h1 data-own"))
    build_site(root, output=Path("out"))
    assert "<h1 data-own" in (root / "out/jobs/a/index.html").read_text()
    assert place.read_bytes() == before


def test_a_block_that_a_childs_base_lacks_is_told_whether_code_is_kept_or_not(make_site: Make, place: Path) -> None:
    root = make_site(SITE)
    own = root / "themes/own/templates"
    own.mkdir(parents=True)
    (own / "base.html").write_text("{% block content %}{% endblock %}")
    (root / "site.yaml").write_text((root / "site.yaml").read_text() + "theme: own\n")
    for keeps in (True, False):
        if keeps:
            environment.compile_carried()
        else:
            place.unlink()
        forget()
        with pytest.raises(ConfigError, match="no template that this one extends has a block `title`"):
            build_site(root)


def test_code_of_texts_that_changed_while_they_were_compiled_is_not_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = iter(["before", "after"])
    monkeypatch.setattr(kept, "texts_of", lambda folder: next(texts))
    monkeypatch.setattr(environment, "texts_of", kept.texts_of)
    environment.compile_carried()
    assert not place.exists()


def test_a_change_of_the_program_or_of_a_template_is_a_reason_to_compile(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.compile_carried()
    folder = carried_folder()
    assert kept.kept(folder)
    with monkeypatch.context() as other:
        other.setattr(kept, "program_digest", lambda: "another")
        assert kept.kept(folder) is None
    monkeypatch.setattr(Path, "read_bytes", changed)
    assert kept.kept(folder) is None


def changed(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read() + (b" " if path.name == "posting.html" else b"")


def test_a_circle_by_way_of_the_carried_theme_is_told(make_site: Make) -> None:
    environment.compile_carried()
    root = make_site(SITE)
    own = root / "themes/own/templates"
    own.mkdir(parents=True)
    (own / "base.html").write_text('{% extends "!base/posting.html" %}')
    folder = carried_folder()
    mine = type(folder)("own", root / "themes/own", "themes/own", ("base.html",))
    theme = Theme((mine, folder), "circle", "/", {}, {}, {}, {}, {})
    with pytest.raises(ThemeError, match=r"extends itself: themes/own/templates/base\.html → themes/base"):
        environment.quick_environment_of(theme, "en").get_template("posting.html").render()
