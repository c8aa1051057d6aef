"""What a build of many files has others look at while it begins."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ssg.beside import Beside
from ssg.build import inputs, pipeline
from ssg.build.inputs import digest_inputs
from ssg.build.options import BuildOptions
from ssg.output import Output, writing
from tests.building import TODAY, build_site, posting, tree
from tests.faults import children

Make = Callable[..., Path]
FILES = "".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}')}\n" for n in range(5))


def fail(*_: object) -> bytes:
    raise ZeroDivisionError


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every site counts as large; the value tells what others were given to do."""
    begun: list[str] = []
    for module in (inputs, writing):

        def begin(work: Callable[[], bytes], of: str = module.__name__) -> Beside:
            begun.append(of)
            return Beside(work)

        monkeypatch.setattr(module, "Beside", begin)
    monkeypatch.setattr(pipeline, "MANY", 0)
    return begun


def test_what_another_process_sees_is_what_this_one_would(make_site: Make) -> None:
    root = make_site(FILES)
    (root / "content/postings/away.md").symlink_to("/nowhere")
    (root / "content/postings/job-0.md").rename(root / "content/postings/caf\udce9.md")
    options, done = BuildOptions(today=TODAY), []
    assert digest_inputs(root, options) == digest_inputs(root, options, lambda: done.append(1))
    assert done == [1]
    assert not children()


def test_where_another_process_fails_this_one_looks(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(FILES)
    monkeypatch.setattr(inputs, "_plain", fail)
    options = BuildOptions(today=TODAY)
    assert digest_inputs(root, options) == digest_inputs(root, options, list)


def test_a_large_site_is_built_like_any_other(make_site: Make, large: list[str]) -> None:
    root = make_site(FILES)
    assert not large
    build_site(root, jobs=2)
    for change in (
        lambda: None,
        lambda: (root / "content/postings/job-1.md").write_text(posting("Job one")),
        lambda: (root / "content/postings/job-2.md").unlink(),
        lambda: (root / "_site/jobs/job-3/index.html").write_text("not ours"),
        lambda: (root / "_site/jobs/job-4/index.html").unlink(),
    ):
        change()
        large.clear()
        output = build_site(root, jobs=2).output
        assert sorted(large) == ["ssg.build.inputs", "ssg.output.writing"]
        assert tree(output) == tree(build_site(root, jobs=1, cache=False, output=Path("clean")).output)
    assert build_site(root, jobs=2).unchanged
    assert not children()


@pytest.mark.parametrize("fails", [False, True])
def test_files_that_do_not_stand_are_told_by_whoever_looks(
    make_site: Make, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    root = make_site(FILES)
    build_site(root)
    os.utime(root / "_site/jobs/job-3/index.html", ns=(1, 1))
    (root / "_site/jobs/job-4/index.html").unlink()
    if fails:
        monkeypatch.setattr(Output, "_look", fail)
    with Output(root, root / "_site", root / ".ssg") as output:
        output.look_ahead()
        assert output.standing("jobs/job-2/index.html")
        assert not output.standing("jobs/job-3/index.html")
        assert not output.standing("jobs/job-4/index.html")
        assert not output.standing("nothing")
    assert not children()


def test_who_looks_ahead_is_ended_with_the_build(make_site: Make) -> None:
    root = make_site(FILES)
    build_site(root)
    with Output(root, root / "_site", root / ".ssg") as output:
        output.look_ahead()
    assert not children()
