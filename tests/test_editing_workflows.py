"""The scripts of the workflows that answer forms and pull requests, run with a stand-in for GitHub's `gh`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import posting
from tests.commands import git
from tests.sites import SITE_YAML, write_files

ROOT = Path(__file__).parent.parent
NEW = ROOT / "ssg/editing/new_site/dot_github/workflows"
pytestmark = pytest.mark.skipif(not all(map(shutil.which, ("bash", "jq", "git"))), reason="GitHub's machines have them")

GH = """#!/bin/bash
# Notes what it is asked for, and answers a commit's hash; what comes in by `--input -` is noted too.
printf '%s\\n' "$*" >> "$GH_LOG"
case "$*" in
  *"--input -"*) cat >> "$GH_LOG"; echo >> "$GH_LOG"; echo 5ca1ab1e ;;
  *"/commits/"*) echo 7ree ;;
  *"git/ref/heads/"*) test -n "$GH_BRANCH_THERE" ;;
  *"/pulls?state=open&head=acme:form/issue-7 "*) echo "$GH_PULL_REQUEST" ;;
  *"/permission "*) test -n "$GH_ROLE" && echo "$GH_ROLE" ;;
  "pr list"*) echo 7 ;;
  "pr create"*) cat body.md >> "$GH_LOG"; echo "https://github.com/acme/careers/pull/8" ;;
  *"--body-file"*) cat body.md >> "$GH_LOG" ;;
  *"issues/7/comments --jq"*) echo "$GH_COMMENT" ;;
  *"body=@comment.md") cat comment.md >> "$GH_LOG" ;;
esac
"""
FILED = "### Title\n\nEngineer $(touch owned) `touch owned`\n\n### Text\n\nWork on it, ${{ github.token }}.\n"


def step(workflow: str, job: str, name: str) -> str:
    own, new = ROOT / f".github/workflows/{workflow}.yml", NEW / f"{workflow}.yml"
    data = yaml.safe_load((own if own.exists() else new).read_text(encoding="utf-8"))
    (found,) = [step for step in data["jobs"][job]["steps"] if step.get("name") == name]
    script: str = found["run"]
    return script


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a site, a stand-in for `gh`, and `.venv/bin/ssg`."""
    write_files(tmp_path, {"site.yaml": SITE_YAML, "bin/gh": GH, "log": "", "temp/.keep": ""})
    ssg = f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m ssg "$@"\n'
    write_files(tmp_path, {".venv/bin/ssg": ssg})
    for program in ("bin/gh", ".venv/bin/ssg"):
        (tmp_path / program).chmod(0o755)
    return tmp_path


def play(desk: Path, script: str, **environment: str) -> str:
    """Run a step as GitHub does; answers what `gh` was asked for."""
    here = {
        "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": str(desk), "GH_LOG": str(desk / "log"),
        "GH_REPO": "acme/careers", "GITHUB_SHA": "c0ffee", "ISSUE": "7", "NUMBER": "7", "BASE": "main",
        "RUNNER_TEMP": str(desk / "temp"), "GITHUB_EVENT_PATH": str(desk / "event.json"),
    }  # fmt: skip
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(command, cwd=desk, env=here | environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return (desk / "log").read_text(encoding="utf-8")


def read_form(desk: Path, body: str | None, form: str = "new") -> dict[str, Any]:
    (desk / "event.json").write_text(json.dumps({"issue": {"body": body}}), encoding="utf-8")
    play(desk, step("issue-to-pr", "read", "Read the form"), FORM=form)
    for file in (desk / "answer").iterdir():
        shutil.copy(file, desk / file.name)
    answer: dict[str, Any] = json.loads((desk / "answer.json").read_text(encoding="utf-8"))
    return answer


def test_a_filed_form_becomes_a_commit_on_a_branch_and_a_pull_request(desk: Path) -> None:
    assert read_form(desk, FILED)["ok"]
    log = play(desk, step("issue-to-pr", "answer", "Propose the change, or say what is wrong"))
    asked = log.splitlines()
    assert asked[0] == "api repos/acme/careers/git/blobs --input - --jq .sha"
    assert '"path": "content/postings/engineer-touch-owned-touch-owned.md"' in log
    assert '"message": "Post: Engineer $(touch owned) `touch owned`"' in log
    assert '"parents": [\n    "c0ffee"\n  ]' in log
    assert (
        "api --silent repos/acme/careers/git/refs --raw-field ref=refs/heads/form/issue-7 --raw-field sha=5ca1ab1e"
        in asked
    )
    (created,) = [line for line in asked if line.startswith("pr create")]
    title = "Post: Engineer $(touch owned) `touch owned`"
    assert created == f"pr create --base main --head form/issue-7 --title {title} --body-file body.md"
    assert "Closes #7" in asked
    assert asked[-1] == (
        "issue comment 7 --body Proposed in https://github.com/acme/careers/pull/8. "
        "Once that is merged, the site follows within minutes."
    )
    assert not list(desk.rglob("owned"))


def test_a_form_that_is_filed_again_renews_its_pull_request(desk: Path) -> None:
    read_form(desk, FILED)
    script = step("issue-to-pr", "answer", "Propose the change, or say what is wrong")
    log = play(desk, script, GH_BRANCH_THERE="1", GH_PULL_REQUEST="12")
    assert (
        "--method PATCH repos/acme/careers/git/refs/heads/form/issue-7 --raw-field sha=5ca1ab1e --field force=true"
        in log
    )
    assert "\npr edit 12 --title Post: " in log
    assert "pr create" not in log
    assert "issue comment" not in log


@pytest.mark.parametrize(
    ("role", "roles", "may"),
    [
        ("admin", "admin maintain write", True), ("write", "admin maintain write", True),
        ("triage", "admin maintain write", False), ("triage", "admin triage", True), ("read", "admin write", False),
        ("", "admin maintain write", False), ("admin maintain", "admin maintain write", False),
    ],
)  # fmt: skip
def test_only_who_may_write_starts_anything(desk: Path, role: str, roles: str, may: bool) -> None:
    script = step("issue-to-pr", "read", "Ask for the role of who files, edits or labels")
    log = play(desk, script, WHO="octo-cat", ROLES=roles, GH_ROLE=role, GITHUB_OUTPUT=str(desk / "output"))
    assert log == "api repos/acme/careers/collaborators/octo-cat/permission --jq .role_name\n"
    assert (desk / "output").exists() == may
    data = yaml.safe_load((ROOT / ".github/workflows/issue-to-pr.yml").read_text(encoding="utf-8"))
    asked, *others = data["jobs"]["read"]["steps"]
    assert asked["id"] == "role"
    assert {one["if"] for one in others} == {"steps.role.outputs.may == 'true'"}
    assert data["jobs"]["answer"]["if"] == "needs.read.outputs.may == 'true'"


def test_a_label_that_a_form_brings_along_ends_no_run_that_reads_it() -> None:
    data = yaml.safe_load((ROOT / ".github/workflows/issue-to-pr.yml").read_text(encoding="utf-8"))
    assert data["concurrency"]["group"] == (
        "issue-${{ github.event.issue.number }}-${{ github.event.action == 'labeled'"
        " && github.event.label.name != 'accepted' && github.run_id || 'form' }}"
    )


@pytest.mark.parametrize("body", [None, "", "### Title\n\nEngineer\n\n### Country\n\nAtlantis\n"])
def test_a_form_that_is_wrong_is_answered_in_its_issue(desk: Path, body: str | None) -> None:
    assert not read_form(desk, body)["ok"]
    log = play(desk, step("issue-to-pr", "answer", "Propose the change, or say what is wrong"))
    assert log.startswith("issue comment 7 --body-file body.md\nNo pull request was opened yet:\n")
    assert "git/" not in log


def test_a_posting_is_closed_by_its_form(desk: Path) -> None:
    write_files(desk, {"content/postings/engineer.md": posting()})
    answer = read_form(desk, "### Posting\n\nengineer\n\n### Was somebody found?\n\nno\n", form="close")
    assert (answer["ok"], answer["path"]) == (True, "content/postings/engineer.md")
    assert "status: closed" in (desk / "posting.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["site.yaml", "content/postings/../../.github/workflows/x.md", "/etc/passwd.md"])
def test_nothing_but_a_posting_is_ever_proposed(desk: Path, path: str) -> None:
    write_files(
        desk, {"answer.json": json.dumps({"ok": True, "title": "x", "path": path, "body": "x"}), "posting.md": ""}
    )
    with pytest.raises(AssertionError):
        play(desk, step("issue-to-pr", "answer", "Propose the change, or say what is wrong"))
    assert (desk / "log").read_text() == ""


@pytest.mark.parametrize(
    ("old", "asked"),
    [("", "issues/7/comments --field body=@"), ("31", "--method PATCH repos/acme/careers/issues/comments/31")],
)
def test_a_pull_request_keeps_one_comment(desk: Path, old: str, asked: str) -> None:
    write_files(desk, {"summary.md": "### Postings: 1 added\n"})
    script = step("pr-summary", "comment", "Write the comment, or write it anew")
    log = play(desk, script, GH_COMMENT=old, PASSED="true", RUN="https://github.com/acme/careers/actions/runs/1")
    assert asked in log
    assert log.endswith(
        "<!-- ssg: what changes -->\n### Postings: 1 added\n\nAll checks passed. [Their run]"
        "(https://github.com/acme/careers/actions/runs/1) holds the site as it would be, as the artifact `site`.\n"
    )
    (desk / "log").write_text("")
    log = play(desk, script, GH_COMMENT=old, PASSED="false", RUN="https://github.com/acme/careers/actions/runs/1")
    assert "\n**Not all checks passed:** [their run](https://github.com/acme/careers/actions/runs/1) tells" in log


def test_both_versions_of_a_pull_request_are_compared_as_data(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The repository stands as its main branch; the pull request is fetched, and never checked out."""
    there = tmp_path_factory.mktemp("there")
    write_files(there, {"site.yaml": SITE_YAML, "content/postings/a.md": posting("A")})
    git(there, "init", "--quiet", "--initial-branch=main")
    git(there, "add", "--all")
    git(there, "commit", "--quiet", "--message=Base")
    git(there, "checkout", "--quiet", "-b", "change")
    write_files(there, {"content/postings/b.md": posting('"@octocat"'), "site.yaml": SITE_YAML + "theme: own\n"})
    write_files(there, {"themes/own/templates/base.html": "{{ owned() }}"})
    git(there, "add", "--all")
    git(there, "commit", "--quiet", "--message=Change")
    git(there, "checkout", "--quiet", "main")
    git(there, "merge", "--quiet", "--no-ff", "--message=Merge", "change")
    git(there, "update-ref", "refs/pull/7/merge", "HEAD")
    git(there, "reset", "--quiet", "--hard", "HEAD^1")
    here = tmp_path_factory.mktemp("here") / "clone"
    git(there, "clone", "--quiet", "--depth=1", there.as_uri(), str(here))
    for name in ("bin", ".venv", "log"):
        shutil.move(desk / name, here / name)
    log = play(here, step("pr-summary", "read", "Find the pull request of the commit"), HEAD_SHA="c0ffee",
               GITHUB_OUTPUT=str(here / "output"))  # fmt: skip
    assert log.startswith("pr list --state open ")
    assert (here / "output").read_text() == "number=7\n"
    play(here, step("pr-summary", "read", "Compare both versions"))
    said = (here / "summary.md").read_text(encoding="utf-8")
    assert said.startswith("### Postings: 1 added\n")
    assert "<code>&#64;octocat</code>" in said
    assert "### What `ssg check` says\n" in said
    assert not (here / "themes").exists()


@pytest.mark.parametrize(("workflow", "job"), [("ci", "postings"), ("check", "check")])
def test_a_pull_request_is_summed_up_with_size_and_time(desk: Path, workflow: str, job: str) -> None:
    write_files(
        desk, {"content/postings/a.md": posting("A"), "Makefile": "build:\n\t.venv/bin/ssg build --no-search\n"}
    )
    git(desk, "init", "--quiet", "--initial-branch=main")
    git(desk, "add", "site.yaml")
    git(desk, "commit", "--quiet", "--message=Base")
    git(desk, "add", "content")
    git(desk, "commit", "--quiet", "--message=Change")
    shutil.copy(desk / ".venv/bin/ssg", desk / "bin/ssg")
    out = {"GITHUB_OUTPUT": str(desk / "output"), "GITHUB_STEP_SUMMARY": str(desk / "summary.md")}
    play(desk, step(workflow, job, "Build the site"), **out)
    seconds = re.fullmatch(r"seconds=(\d+)\n", (desk / "output").read_text())
    assert seconds
    play(desk, step(workflow, job, "Say what the pull request changes"), TOOK=seconds[1], **out)
    assert re.search(
        r"^### Postings: 1 added\n(?s:.*)\nThe site: \d+ files, [\d.]+ MB, built in [\d.]+ s\n",
        (desk / "summary.md").read_text(encoding="utf-8"),
    )
    (desk / "summary.md").write_text("")
    play(desk, step(workflow, job, "Say what the pull request changes"), TOOK="", **out)
    assert "The site" not in (desk / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["issue-to-pr", "pr-summary"])
def test_a_new_site_has_the_houses_workflows(name: str) -> None:
    """They differ in how the program gets there, and in the name of the workflow that builds pull requests."""
    own = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    made = own.replace("make install", "pip install --requirement requirements.txt").replace(".venv/bin/ssg", "ssg")
    assert (NEW / f"{name}.yml").read_text(encoding="utf-8") == made.replace("workflows: [ci]", "workflows: [check]")


@pytest.mark.parametrize("folder", [ROOT / ".github/workflows", NEW], ids=["the house", "a new site"])
def test_publishing_tells_search_engines_what_changed_also_at_night(folder: Path) -> None:
    publish, nightly = (yaml.safe_load((folder / f"{name}.yml").read_text("utf-8")) for name in ("publish", "nightly"))
    account = "SSG_GOOGLE_SERVICE_ACCOUNT"
    (tell,) = (step for step in publish["jobs"]["notify"]["steps"] if step.get("name") == "Tell them")
    assert tell["env"] == {account: f"${{{{ secrets.{account} }}}}"}
    assert publish[True]["workflow_call"]["secrets"] == {account: {"required": False}}
    assert nightly["jobs"]["publish"]["secrets"] == tell["env"]
    runs = [step.get("run", "") for job in ("build", "notify") for step in publish["jobs"][job]["steps"]]
    order = [run for run in runs if "notify" in run]
    assert [re.sub(r"\S*ssg notify", "ssg notify", run) for run in order] == [
        "ssg notify --keep published.json",
        "if [ -f published.json ]; then ssg notify --since published.json; fi",
    ]
    assert publish["jobs"]["notify"]["needs"] == "deploy"


def test_the_action_builds_a_site(desk: Path) -> None:
    write_files(desk, {"content/postings/engineer.md": posting()})
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    script = steps[-1]["run"]
    environment = {"FOLDER": ".", "OUTPUT": "out", "BASE_URL": "https://acme.example/x/", "STRICT": "false"}
    play(desk, script, SSG=str(desk / ".venv/bin/ssg"), **environment)
    assert "https://acme.example/x/jobs/engineer/" in (desk / "out/sitemap.xml").read_text(encoding="utf-8")


def test_the_action_and_the_workflow_for_others_use_the_houses_actions() -> None:
    own = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    for step in yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]:
        assert "uses" not in step or step["uses"] in own
        assert "${{" not in step.get("run", "")


def scripts(workflow: Path, name: str) -> list[str]:
    data = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return [step["run"] for job in data["jobs"].values() for step in job.get("steps", []) if step.get("name") == name]


@pytest.mark.parametrize("workflow", [ROOT / ".github/workflows/publish.yml", NEW / "publish.yml"], ids=["own", "new"])
def test_a_site_is_published_for_the_address_that_pages_has(desk: Path, workflow: Path) -> None:
    write_files(desk, {"content/postings/engineer.md": posting()})
    shutil.copy(desk / ".venv/bin/ssg", desk / "bin/ssg")
    (script,) = scripts(workflow, "Build the site")
    play(desk, script, BASE_URL="https://acme.github.io/careers")
    assert "https://acme.github.io/careers/jobs/engineer/" in (desk / "_site/sitemap.xml").read_text(encoding="utf-8")
    assert yaml.safe_load(workflow.read_text())["jobs"]["build"]["steps"][0]["with"]["fetch-depth"] == 0


def test_another_repositorys_site_is_built_from_its_folder(desk: Path) -> None:
    """`make install` in the folder of the program, as the called workflow checks it out, is a stand-in here."""
    write_files(desk, {"jobs/site.yaml": SITE_YAML, "jobs/content/postings/engineer.md": posting()})
    write_files(desk, {".ssg-program/Makefile": "install:\n\tmkdir -p .venv/bin && cp ../.venv/bin/ssg .venv/bin/\n"})
    (script,) = scripts(ROOT / ".github/workflows/site.yml", "Build the site")
    play(desk, script, BASE_URL="https://acme.github.io/www", FOLDER="jobs")
    assert "https://acme.github.io/www/jobs/engineer/" in (desk / "_site/sitemap.xml").read_text(encoding="utf-8")
    assert not (desk / "jobs/_site").exists()


def test_a_release_wants_the_tag_of_its_version(desk: Path) -> None:
    write_files(desk, {"dist/ssg_careers-1.2.3-py3-none-any.whl": ""})
    (script,) = scripts(ROOT / ".github/workflows/release.yml", "The tag must name the version")
    play(desk, script, GITHUB_REF_NAME="v1.2.3")
    with pytest.raises(AssertionError):
        play(desk, script, GITHUB_REF_NAME="v1.2.4")


def test_a_wrong_posting_fails_the_action_with_its_line(desk: Path) -> None:
    write_files(desk, {"content/postings/engineer.md": posting(workplace="moon")})
    script = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"][-1]["run"]
    here = {"FOLDER": ".", "OUTPUT": "out", "BASE_URL": "", "STRICT": "true", "SSG": str(desk / ".venv/bin/ssg")}
    with pytest.raises(AssertionError, match=r"::error file=content/postings/engineer\.md,line=4,"):
        play(desk, script, **here)
    assert not (desk / "out").exists()


def test_a_workflow_that_is_called_gets_each_secret_that_it_asks_for() -> None:
    """A called workflow sees no secret that its caller does not name."""
    folder = ROOT / ".github/workflows"
    for caller in folder.glob("*.yml"):
        for job in yaml.safe_load(caller.read_text(encoding="utf-8"))["jobs"].values():
            if job.get("uses", "").startswith("./"):
                text = (ROOT / job["uses"]).read_text(encoding="utf-8")
                asked = set(re.findall(r"\$\{\{ secrets\.(\w+) \}\}", text))
                assert asked == set(job.get("secrets", {}))
                assert asked == set((yaml.safe_load(text)[True]["workflow_call"] or {}).get("secrets", {}))
