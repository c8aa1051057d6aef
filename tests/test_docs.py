"""The documentation names what there is, by its real name, and links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ssg.cli import COMMANDS, cli
from ssg.config import Config
from ssg.editing.listing import STATES
from ssg.model import FrontMatter
from ssg.model.nouns import nouns

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
WRITTEN = [name for name in COMMANDS if (ROOT / f"ssg/cli/{name.replace('-', '_')}_command.py").exists()]

every_command = pytest.mark.parametrize("name", WRITTEN)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def section(name: str) -> str:
    text = (DOCS / "reference/commands.md").read_text(encoding="utf-8")
    assert f"\n## ssg {name}\n" in text, f"commands.md has no `## ssg {name}`"
    return text.partition(f"\n## ssg {name}\n")[2].partition("\n## ")[0]


def options(name: str) -> Iterator[str]:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for param in command.params:
        if isinstance(param, click.Option) and not param.hidden:
            yield from param.opts


@every_command
def test_every_option_of_a_command_is_documented_and_no_other(name: str) -> None:
    rows = [line.split("|")[1] for line in section(name).replace("\\|", "/").splitlines() if line.startswith("| `-")]
    told = {word for row in rows for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", row)}
    assert told == set(options(name))


@every_command
def test_a_command_says_in_a_line_what_it_does(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.short_help == COMMANDS[name]
    for param in command.params:
        assert not isinstance(param, click.Option) or param.hidden or param.help, param


def test_the_commands_stand_in_the_docs_as_they_do_in_the_help() -> None:
    text = (DOCS / "reference/commands.md").read_text(encoding="utf-8")
    told = re.findall(r"^## ssg ([\w-]+)$", text, re.MULTILINE)
    assert told == [name for name in COMMANDS if name in told]
    assert set(WRITTEN) <= set(told)


def test_the_states_of_a_listed_posting_are_documented() -> None:
    assert all(f"`{state}`" in section("list") for state in STATES)


@pytest.mark.parametrize(("page", "noun"), [("posting", FrontMatter), ("site", Config)])
def test_every_field_is_documented_under_its_name(page: str, noun: type[FrontMatter] | type[Config]) -> None:
    text = (DOCS / f"reference/{page}.md").read_text(encoding="utf-8")
    for each in (noun, *nouns(noun)):
        for name, field in each.model_fields.items():
            assert re.search(rf"^\| `{name}` \| .*{re.escape(field.description or '?')}", text, re.MULTILINE), name


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives to the headings of a page."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_page
def test_a_link_to_another_page_leads_to_it(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), f"{target} leads nowhere"
        assert not anchor or anchor in anchors(found), f"{target}: there is no such heading"


@every_page
def test_a_field_named_in_a_page_is_a_field(page: Path) -> None:
    """Front matter shown as an example is read as a posting's."""
    for block in re.findall(
        r"^```markdown\n---\n(.*?)^---$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    ):
        names = set(re.findall(r"^(\w+):", block, re.MULTILINE))
        assert names <= set(FrontMatter.model_fields)
