"""A new site: complete at once, from the repository and from the wheel."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from ssg import __version__
from ssg.editing.origin import github_repository, pages_address
from ssg.editing.scaffold import Wishes, new_site
from tests.building import TODAY, build_site
from tests.commands import Terminal, git, run
from tests.sites import write_files

ROOT = Path(__file__).parent.parent
DAY = ("--today", "2026-11-20")


def files(**wishes: str) -> dict[str, str]:
    least = {
        "title": "Careers at Acme",
        "company": "Acme",
        "base_url": "https://acme.example/",
        "apply": "a@acme.example",
    }
    return new_site(Wishes(**{"program": "ssg-careers==1.0", "today": TODAY, **least, **wishes}))  # type: ignore[arg-type]


def test_a_new_site_builds_at_once_and_nothing_is_to_be_said_about_it(tmp_path: Path) -> None:
    ran = run(tmp_path, "init", "careers", *DAY)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"careers/{path}"
        for path in (
            ".github/ISSUE_TEMPLATE/close-a-job.yml", ".github/ISSUE_TEMPLATE/post-a-job.yml", ".github/dependabot.yml",
            ".github/workflows/check.yml", ".github/workflows/issue-to-pr.yml", ".github/workflows/nightly.yml",
            ".github/workflows/pr-summary.yml", ".github/workflows/publish.yml", ".gitignore",
            ".vscode/extensions.json", ".vscode/settings.json", ".vscode/site.schema.json", "README.md",
            "content/postings/office-manager.md",
            "frontmatter.json", "requirements.txt", "site.yaml",
        )
    ]  # fmt: skip
    root = tmp_path / "careers"
    checked = run(root, "check", "--strict", *DAY)
    assert (checked.code, checked.out) == (0, "No problems.\n")
    assert build_site(root).summary["open"] == 1
    assert "Office Manager" in (root / "_site/index.html").read_text(encoding="utf-8")


def test_what_was_asked_for_stands_in_the_files() -> None:
    made = files(
        title='Work: "here" <b>', company="Börse & Söhne", apply="https://acme.example/apply", language="pt",
        time_zone="Europe/Lisbon", repository="https://github.com/acme/careers",
    )  # fmt: skip
    assert yaml.safe_load(made["site.yaml"]) == {
        "title": 'Work: "here" <b>',
        "base_url": "https://acme.example/",
        "language": "pt",
        "languages": ["pt"],
        "time_zone": "Europe/Lisbon",
        "companies": {"borse-and-sohne": {"name": "Börse & Söhne"}},
        "apply": {"url": "https://acme.example/apply"},
        "repository": "https://github.com/acme/careers",
    }
    assert made["README.md"].startswith('# Work: "here" \\<b\\>\n')
    assert yaml.safe_load(made[".github/workflows/nightly.yml"])[True]["schedule"][0]["timezone"] == "Europe/Lisbon"
    assert made["requirements.txt"].endswith("\nssg-careers==1.0\n")


def test_no_name_of_a_template_is_left_in_a_file() -> None:
    known = {"@acme", "@v"}
    found = {name for text in files().values() for name in re.findall(r"@\w+@", text)}
    assert found - known == set()


def test_its_workflows_use_the_houses_actions_at_the_houses_versions() -> None:
    own = "\n".join(path.read_text() for path in sorted((ROOT / ".github/workflows").glob("*.yml")))
    made = {path: text for path, text in files().items() if path.startswith(".github/workflows/")}
    for path, text in made.items():
        data = yaml.safe_load(text)
        assert data["permissions"] == {"contents": "read"}, path
        scripts = [step["run"] for job in data["jobs"].values() for step in job.get("steps", []) if "run" in step]
        assert [script for script in scripts if "${{" in script] == []
        for used in re.findall(r"uses: (\S+@\S+ # v\S+)", text):
            assert used in own, f"{path}: {used}"


def test_the_forms_for_editors_are_made_from_the_model() -> None:
    made = files()
    assert json.loads(made[".vscode/site.schema.json"])["title"] == "site.yaml"
    (posting,) = json.loads(made["frontmatter.json"])["frontMatter.taxonomy.contentTypes"]
    by_name = {field["name"]: field for field in posting["fields"]}
    assert by_name["status"]["choices"] == ["draft", "open", "closed"]
    assert by_name["title"]["required"]
    assert [field["name"] for field in by_name["salary"]["fields"]][:2] == ["min", "max"]


def test_a_folder_that_holds_more_than_a_new_repository_is_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"full/thesis.txt": "mine", "file": "mine", "full/README.md": "mine"})
    (tmp_path / "empty").mkdir()
    assert run(tmp_path, "init", "full").err == (
        f"Error: {tmp_path}/full holds `thesis.txt` already: give a new folder, or one with none but .git, "
        ".gitattributes, .gitignore, LICENSE, LICENSE.md, LICENSE.txt, README.md.\n"
    )
    assert run(tmp_path, "init", "file").err == f"Error: {tmp_path}/file is a file: give a new folder.\n"
    assert sorted(path.name for path in (tmp_path / "full").iterdir()) == ["README.md", "thesis.txt"]
    assert run(tmp_path, "init", "empty", *DAY).code == 0
    assert (tmp_path / "empty/site.yaml").exists()


def test_a_new_repository_becomes_a_site_and_keeps_its_files(tmp_path: Path) -> None:
    write_files(tmp_path, {"README.md": "mine", ".gitignore": "mine"})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "remote", "add", "origin", "git@github.com:Acme/careers.git")
    ran = run(tmp_path, "init", ".", *DAY)
    assert (ran.code, (tmp_path / "README.md").read_text()) == (0, "mine")
    assert "README.md" not in ran.out
    assert ran.err.startswith(
        "Kept as it was: .gitignore, README.md; `/_site/` and `/.ssg/` belong into .gitignore.\nNext: "
    )
    settings = yaml.safe_load((tmp_path / "site.yaml").read_text(encoding="utf-8"))
    assert settings["repository"] == "https://github.com/Acme/careers"
    assert settings["base_url"] == "https://acme.github.io/careers/"


@pytest.mark.parametrize(
    ("remote", "repository"),
    [
        ("https://github.com/acme/careers", "https://github.com/acme/careers"),
        ("https://github.com/acme/acme.github.io.git", "https://github.com/acme/acme.github.io"),
        ("ssh://git@github.com/acme/careers.git", "https://github.com/acme/careers"),
        ("https://token@github.com/acme/careers", ""),
        ("git@example.org:acme/careers.git", ""),
        ("--upload-pack=x", ""),
    ],
)
def test_a_repository_is_known_by_its_remote(tmp_path: Path, remote: str, repository: str) -> None:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "remote.origin.url", remote)
    assert github_repository(tmp_path) == repository
    assert github_repository(tmp_path.parent) == ""


def test_githubs_pages_have_addresses() -> None:
    assert pages_address("https://github.com/Acme/careers") == "https://acme.github.io/careers/"
    assert pages_address("https://github.com/Acme/acme.github.io") == "https://acme.github.io/"


@pytest.mark.parametrize(("language", "spoken"), [("pt-BR", "pt"), ("de", "de"), ("it", "en")])
def test_the_sites_own_words_are_in_the_language_of_its_postings(language: str, spoken: str) -> None:
    made = yaml.safe_load(files(language=language)["site.yaml"])
    assert (made["language"], made["languages"]) == (language, [spoken])


def test_a_folder_of_another_repository_is_said_to_be_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    told = f"The folder lies in the repository {tmp_path}, and GitHub reads workflows and forms at its top alone. "
    assert run(tmp_path, "init", "careers", *DAY).err.startswith(told)


def test_the_language_of_the_example_is_said_where_it_is_not_the_sites() -> None:
    assert "\nlanguage: en\n" in files(language="de")["content/postings/office-manager.md"]
    assert "\nlanguage:" not in files(language="en-GB")["content/postings/office-manager.md"]


@pytest.mark.parametrize(
    ("origin", "program"),
    [
        (None, f"ssg-careers=={__version__}"),
        ({"url": "file:///home/me/ssg", "dir_info": {"editable": True}}, f"ssg-careers=={__version__}"),
        (
            {"url": "https://github.com/acme/ssg", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            "ssg-careers @ git+https://github.com/acme/ssg@c0ffee",
        ),
        ({"url": "https://acme.example/ssg.whl", "archive_info": {}}, "ssg-careers @ https://acme.example/ssg.whl"),
    ],
)
def test_a_site_is_built_by_the_program_that_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None, program: str
) -> None:
    installed = SimpleNamespace(read_text=lambda name: json.dumps(origin) if origin else None)
    monkeypatch.setattr("importlib.metadata.distribution", lambda name: installed)
    assert run(tmp_path, "init", "x", *DAY).code == 0
    assert (tmp_path / "x/requirements.txt").read_text().splitlines()[1] == program


def test_on_a_terminal_wrong_answers_are_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [
        "Acme",
        "",
        "acme.example",
        "https://acme.example",
        "no mail",
        "a@acme.example",
        "lisbon",
        "Europe/Lisbon",
        "",
    ]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(said) + "\n"))
    ran = run(tmp_path, "init", "x", *DAY)
    assert ran.code == 0
    assert "Error: `acme.example` in `base_url` is not an address that begins with https://" in ran.err
    assert "Error: `lisbon` in `time_zone` is not a time zone's name. Write `Europe/Lisbon`\n" in ran.err
    settings = yaml.safe_load((tmp_path / "x/site.yaml").read_text(encoding="utf-8"))
    assert settings["title"] == "Careers at Acme"
    assert settings["base_url"] == "https://acme.example"
    assert settings["apply"] == {"email": "a@acme.example"}
    assert "repository" not in settings


def test_an_interrupted_question_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("Acme\n"))
    assert run(tmp_path, "init", "x", *DAY).code == 130
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    ran = run(tmp_path, "init", "x", "--base-url", "example.org", "--time-zone", "Mars")
    assert ran.code == 2
    assert ran.err == (
        "site.yaml: error: `example.org` in `base_url` is not an address that begins with https:// or http://. "
        "Write `https://example.org` [url]\n"
        "site.yaml: error: `Mars` in `time_zone` is not a time zone's name. "
        "Write a name such as `Europe/Lisbon`, `America/New_York` or `UTC` [time-zone]\n"
        "2 errors in 1 file\nNothing was written.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.torture
def test_the_wheel_carries_all_that_a_new_site_needs(tmp_path: Path) -> None:
    """The wheel alone in an environment of its own; its dependencies come from the environment of the test."""

    def call(*command: str | Path, cwd: Path = tmp_path) -> str:
        done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    call(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", tmp_path, ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    call(sys.executable, "-m", "venv", "env")
    python = tmp_path / "env/bin/python"
    call(python, "-m", "pip", "install", "--no-deps", "--no-index", wheel)
    packages = Path(yaml.__file__).parents[1]
    (own,) = (tmp_path / "env/lib").glob("python*/site-packages")
    (own / "of_the_test.pth").write_text(f"{packages}\n")
    ssg = tmp_path / "env/bin/ssg"
    call(ssg, "init", "careers", *DAY)
    assert "1 open posting" in call(ssg, "build", *DAY, cwd=tmp_path / "careers")
    assert call(python, "-c", "import ssg; print(ssg.__file__)").startswith(str(own))
    assert (tmp_path / "careers/_site/index.html").exists()
    assert (tmp_path / "careers/_site/pagefind").is_dir()
