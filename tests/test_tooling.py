"""The house around the program: locks, workflows, make."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())

MAY_WRITE = {
    "issue-to-pr": {"contents", "pull-requests", "issues"},
    "pr-summary": {"pull-requests"},
    "release": {"contents"},
}

every_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
every_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def locked(lock: Path) -> list[tuple[Requirement, list[str]]]:
    """Each requirement of a lock with its hashes."""
    lines = lock.read_text().replace("\\\n", " ").splitlines()
    parts = [re.split(r"\s+--hash=", line.strip()) for line in lines if line.strip()]
    return [(Requirement(requirement), hashes) for requirement, *hashes in parts]


def wanted(name: str) -> list[Requirement]:
    """What pyproject.toml asks of the lock `name`."""
    groups = PROJECT["dependency-groups"]
    if name == "tools.txt":
        return [Requirement(text) for text in groups["tools"]]
    optional = PROJECT["project"]["optional-dependencies"]
    extras = [text for name, texts in optional.items() if name != "cluster" for text in texts]  # the cluster's to lock
    texts = [*PROJECT["project"]["dependencies"], *extras, *groups["build"]]
    return [Requirement(text) for text in texts + (groups["test"] if name == "test.txt" else [])]


def test_there_are_locks_for_running_testing_and_maintaining() -> None:
    assert [lock.name for lock in LOCKS] == ["run.txt", "test.txt", "tools.txt"]


@every_lock
def test_a_lock_pins_every_package_with_hashes(lock: Path) -> None:
    for requirement, hashes in locked(lock):
        assert [clause.operator for clause in requirement.specifier] == ["=="], requirement
        assert hashes, f"{requirement} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes), requirement


@every_lock
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert re.findall(r"^\s*--(?!hash=).*|^.*@.*", text, re.MULTILINE) == []


@every_lock
def test_a_lock_holds_what_pyproject_asks_for(lock: Path) -> None:
    held = {canonicalize_name(requirement.name): requirement for requirement, _ in locked(lock)}
    for want in wanted(lock.name):
        have = held.get(canonicalize_name(want.name))
        assert have is not None, f"{want} is not in {lock.name}: run `make lock`"
        version = next(iter(have.specifier)).version
        assert want.specifier.contains(version, prereleases=True), f"{want}, locked {version}: run `make lock`"


def test_the_locks_agree_on_every_version() -> None:
    def versions(lock: Path) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for requirement, _ in locked(lock):
            found.setdefault(requirement.name, set()).add(str(requirement.specifier))
        return found

    run, test, tools = map(versions, LOCKS)
    assert run.items() <= test.items()
    assert {name: test[name] for name in test.keys() & tools} == {name: tools[name] for name in test.keys() & tools}


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(workflow.read_text())["jobs"].values():
        yield from job.get("steps", [])


def test_the_house_has_its_workflows() -> None:
    known = ["ci", "issue-to-pr", "nightly", "pr-summary", "publish", "release", "site"]
    assert [path.stem for path in WORKFLOWS] == known


@every_workflow
def test_actions_are_pinned_by_commit_with_their_version_beside(workflow: Path) -> None:
    used = re.findall(r"^\s*(?:- )?uses: (.*)$", workflow.read_text(), re.MULTILINE)
    assert used
    for line in used:
        assert line.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_an_action_has_one_version_in_all_workflows() -> None:
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: (\S+@\S+)", path.read_text())}
    names = [line.split("@")[0] for line in used]
    assert sorted(names) == sorted(set(names))


@every_workflow
def test_a_workflow_may_only_read_unless_a_job_says_more(workflow: Path) -> None:
    data = yaml.safe_load(workflow.read_text())
    assert data["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in data[True]  # YAML 1.1 reads the key `on` as true
    for job in data["jobs"].values():
        writes = {name for name, access in job.get("permissions", {}).items() if access == "write"}
        assert writes <= {"pages", "id-token", "attestations"} | MAY_WRITE.get(workflow.stem, set())


@every_workflow
def test_no_expression_stands_in_a_script(workflow: Path) -> None:
    assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []


@every_workflow
def test_a_job_that_may_write_to_the_repository_runs_none_of_its_code(workflow: Path) -> None:
    for job in yaml.safe_load(workflow.read_text())["jobs"].values():
        if {"contents", "pull-requests", "issues"} & {n for n, a in job.get("permissions", {}).items() if a == "write"}:
            used = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
            scripts = " ".join(step.get("run", "") for step in job["steps"])
            assert "actions/checkout" not in used
            assert not re.search(r"\b(make|pip|python|ssg) ", scripts)


@every_workflow
def test_a_checkout_leaves_no_credentials_behind(workflow: Path) -> None:
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_the_nightly_schedule_stands_in_a_file_of_its_own() -> None:
    scheduled = [path.stem for path in WORKFLOWS if "schedule:" in path.read_text()]
    assert scheduled == ["nightly"]
    (cron,) = yaml.safe_load((ROOT / ".github/workflows/nightly.yml").read_text())[True]["schedule"]
    minute, hour, *days = cron["cron"].split()
    assert minute not in {"0", "15", "30", "45"}, "GitHub starts late when everybody starts"
    assert (hour, days) == ("0", ["*", "*", "*"])
    assert cron["timezone"] == yaml.safe_load((ROOT / "site.yaml").read_text())["time_zone"]


def test_ci_runs_every_python_that_the_package_supports() -> None:
    data = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    tested = data["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert f">={tested[0]}" == PROJECT["project"]["requires-python"]
    named = [c.rpartition(" ")[2] for c in PROJECT["project"]["classifiers"] if ":: 3." in c]
    assert tested == named


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*arguments], cwd=ROOT, env={"PATH": "/usr/bin:/bin", **environment}, capture_output=True, text=True
    )


def test_make_alone_lists_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = {name for line in re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE) for name in line.split()}
    listed = re.findall(r"^  make (\S+) +\S", make("make").stdout, re.MULTILINE)
    assert sorted([*listed, "help"]) == sorted(phony)


def test_a_folder_of_somebody_elses_is_not_cleared_for_an_environment(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("Not a virtual environment.")
    asked = make("tools/make-venv", str(tmp_path))
    assert asked.returncode == 1
    assert asked.stderr.startswith(f"{tmp_path} is there and no virtual environment")
    assert (tmp_path / "thesis.txt").exists()


def test_a_python_that_is_not_there_is_asked_for(tmp_path: Path) -> None:
    asked = make("tools/make-venv", str(tmp_path / "venv"), PYTHON="no-such-python")
    assert asked.returncode == 1
    assert asked.stderr.startswith("Python 3.11 or newer is needed. No no-such-python was found.\n")
    assert "make PYTHON=/path/to/python3" in asked.stderr


@pytest.mark.parametrize(
    ("fails_on", "message"),
    [
        pytest.param("sys.exit", "Python 3.11 or newer is needed. OLD is 3.9.2.\n", id="too old"),
        pytest.param("ensurepip", "OLD cannot make virtual environments", id="no venv"),
    ],
)
def test_a_python_that_will_not_do_is_named(tmp_path: Path, fails_on: str, message: str) -> None:
    python = tmp_path / "python3"
    python.write_text(
        f'#!/bin/sh\ncase "$2" in *{fails_on}*) exit 1;; *platform*) echo 3.9.2;; esac\n', encoding="utf-8"
    )
    python.chmod(0o755)
    asked = make("tools/make-venv", str(tmp_path / "venv"), PYTHON=str(python))
    assert asked.returncode == 1
    assert asked.stderr.startswith(message.replace("OLD", str(python)))
    assert "apt-get install python3-venv" in asked.stderr or "python3 python3-venv" in asked.stderr
