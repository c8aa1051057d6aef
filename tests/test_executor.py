"""Building elsewhere: the same tasks, handed to another executor."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from ssg.build.making import TOGETHER, groups
from ssg.cli import cli, executors
from ssg.cli.executors import executor_at
from ssg.pages import Planned
from ssg.parallel import Workers
from tests.building import build_site, posting, tree
from tests.faults import children
from tests.test_faults import Numbers

FILES = "".join(f"-- content/postings/job-{n}.md --\n{posting(f'Job {n}', skills='[Go]')}\n" for n in range(30))


def test_any_executor_gives_the_same_bytes(make_site: Callable[..., Path]) -> None:
    root = make_site(FILES)
    made: list[Executor] = []

    def threads(jobs: int) -> Executor:
        made.append(ThreadPoolExecutor(jobs))
        return made[-1]

    build_site(root, output=Path("here"))
    build_site(root, output=Path("there"), executor=threads, jobs=2, cache=False)
    assert made
    assert tree(root / "here") == tree(root / "there")


def two(some: Sequence[int]) -> list[int]:
    return [2 * number for number in some]


@pytest.mark.parametrize(
    ("jobs", "executor", "count"),
    [(1, None, 9), (2, None, 3), (2, None, 0), (2, None, 30), (2, None, 300), (2, ThreadPoolExecutor, 300)],
    ids=["here", "few", "none", "a copy", "many", "elsewhere"],
)
def test_what_is_to_do_meanwhile_is_done_once_before_a_result_and_after_others_began(
    jobs: int, executor: Callable[[int], Executor] | None, count: int
) -> None:
    done: list[bool] = []
    with Workers(jobs, executor) as workers:
        results = workers.map(
            two, Numbers(count), chunk=2, serial_below=100, meanwhile=lambda: done.append(workers.are_at_work)
        )
        first = next(results, None)
        assert first == (0 if count else None)
        assert done == [count >= 30]
        assert list(results) == list(range(2, 2 * count, 2))
    assert len(done) == 1


def test_processes_end_when_nothing_is_left_to_do_before_anybody_waits_for_them() -> None:
    with Workers(2) as workers:
        assert len(list(workers.map(two, Numbers(300), chunk=2, serial_below=5))) == 300
        assert not workers.are_at_work
        end = time.monotonic() + 20
        while children() and time.monotonic() < end:
            time.sleep(0.01)
        assert not children()


def test_results_come_as_they_are_done_or_in_order() -> None:
    chunks = [range(at, at + 2) for at in range(0, 10, 2)]

    def work(some: Sequence[int]) -> list[int]:
        time.sleep(0.5 if some[0] == 0 else 0)
        return two(some)

    with Workers(2) as workers:
        done = list(workers.as_done(work, Numbers(10), chunks=chunks, serial_below=1))
        assert sorted(done, key=lambda one: one[0].start) == [(some, two(some)) for some in chunks]
        assert done[-1][0] == range(2)
        assert list(workers.map(work, Numbers(10), chunk=2, serial_below=1)) == list(range(0, 20, 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_what_fails_the_first_is_told_whoever_was_faster(jobs: int) -> None:
    def work(some: Sequence[int]) -> list[int]:
        if some[0] >= 4:
            time.sleep(0.3 if some[0] == 4 else 0)
            raise ValueError(some[0])
        return two(some)

    with pytest.raises(ValueError, match=r"^4$"), Workers(jobs) as workers:
        list(workers.map(work, Numbers(40), chunk=2, serial_below=1))
    assert not children()


@pytest.mark.parametrize("count", [30, 300])
def test_what_fails_meanwhile_ends_the_work(count: int) -> None:
    with pytest.raises(ZeroDivisionError), Workers(2) as workers:
        list(workers.map(two, Numbers(count), chunk=2, serial_below=100, meanwhile=lambda: 1 / 0))
    assert not children()


def test_a_copy_of_this_process_does_what_would_be_few_for_a_pool() -> None:
    def who(some: Sequence[int]) -> list[int]:
        return [os.getpid()] * len(some)

    with Workers(2) as workers:
        for meanwhile, is_here in ((lambda: None, False), (None, True)):
            (found,) = set(workers.map(who, Numbers(30), chunk=2, serial_below=100, meanwhile=meanwhile))
            assert (found == os.getpid()) is is_here
    assert not children()


def test_what_a_copy_fails_at_is_told_as_it_is_here() -> None:
    def work(some: Sequence[int]) -> list[int]:
        raise ValueError(some[0])

    with pytest.raises(ValueError, match=r"^0$"), Workers(2) as workers:
        list(workers.map(work, Numbers(30), chunk=2, serial_below=100, meanwhile=lambda: None))
    assert not children()


def test_an_address_that_is_none_is_refused(make_site: Callable[..., Path]) -> None:
    result = CliRunner().invoke(cli, ["--root", str(make_site(FILES)), "build", "--executor", "ray://x"])
    assert result.exit_code == 2
    assert "write --executor dask://HOST:PORT" in result.output


@pytest.mark.torture
def test_a_dask_cluster_of_two_gives_the_same_bytes(make_site: Callable[..., Path]) -> None:
    distributed = pytest.importorskip("distributed")
    root = make_site(FILES)
    build_site(root, output=Path("here"))
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        build_site(root, output=Path("there"), executor=executor_at(address), jobs=2, cache=False)
    assert tree(root / "here") == tree(root / "there")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.lists(st.integers(0, 40).map(str), max_size=2).map(tuple))))
def test_what_is_made_of_one_posting_is_made_together(some: list[tuple[str, tuple[str, ...]]]) -> None:
    tasks = [Planned(str(at), kind, "", object, bodies=bodies) for at, (kind, bodies) in enumerate(some)]
    found = list(groups(tasks, 2))
    assert sorted(task.path for group in found for task in group) == sorted(task.path for task in tasks)
    for body in {task.bodies for task in tasks if len(task.bodies) == 1}:
        assert sum(any(task.bodies == body for task in group) for group in found) == 1
    for group in (group for group in found if len(group[0].bodies) == 1):
        assert len({task.bodies for task in group}) <= TOGETHER[-1]
        assert [task.kind for task in group] == sorted(task.kind for task in group)


def test_what_lists_all_postings_has_its_parts_before_the_last_pages_are_made() -> None:
    tasks = [
        Planned(path, kind, "", object, bodies=(f"{at:02}",))
        for at in range(64)
        for path, kind in ((f"jobs/{at}/", "posting"), ("", "format:jobs-part"))
    ]
    made = [task for group in groups(tasks, 2) for task in group]
    assert sorted(task.bodies for task in made) == sorted(task.bodies for task in tasks)
    assert [task.bodies for task in made if not task.path] == sorted(task.bodies for task in tasks)[::2]
    assert [task.kind for task in made[-4:]] == ["posting"] * 4
    assert [task.bodies for task in made[-4:]] == [(f"{at}",) for at in range(60, 64)]


def test_what_is_handed_on_is_one_piece_of_bytes_and_comes_back_as_it_would() -> None:
    given: list[tuple[object, ...]] = []

    class Threads(ThreadPoolExecutor):
        def submit(self, task, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            given.append(args)
            return super().submit(task, *args, **kwargs)

    with Workers(2, lambda jobs: executors._Packing(Threads(jobs))) as workers:
        assert list(workers.map(two, Numbers(10), chunk=3, serial_below=1)) == list(range(0, 20, 2))
        assert [[type(one) for one in args] for args in given] == [[bytes]] * 4
        with pytest.raises(TypeError):
            list(workers.map(len, Numbers(10), chunk=3, serial_below=1))  # type: ignore[arg-type]


@pytest.mark.parametrize(("count", "jobs", "most"), [(100, 2, 16), (700, 2, 43), (5_000, 2, 64), (5_000, 64, 16)])
def test_pieces_of_work_are_large_where_each_process_has_several(count: int, jobs: int, most: int) -> None:
    tasks = [Planned(f"jobs/{at}/", "posting", "", object, bodies=(f"{at:04}",)) for at in range(count)]
    sizes = [len(group) for group in groups(tasks, jobs)]
    assert sum(sizes) == count
    assert max(sizes) == most
    assert max(sizes[-count // 256 :]) <= 16
