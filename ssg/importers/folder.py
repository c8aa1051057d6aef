"""Imported postings and the folder that they go to: which stand there already, what to write where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ssg.importers.posting_file import Imported, memory_line
from ssg.importers.update import remembered, updated
from ssg.source import Source, parse_yaml, split_source


@dataclass(frozen=True)
class Standing:
    """A posting file that stands in the folder: its path below it, and what is in it."""

    path: str
    source: Source
    data: dict[str, Any]

    @property
    def slug(self) -> str:
        return Path(self.path).stem


@dataclass(frozen=True)
class Step:
    """What becomes of one posting: `action` is write, update, same or refuse; `text` what to write to `path`."""

    action: str
    path: str
    text: str
    posting: Imported
    notes: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass
class Folder:
    """The postings of a folder by what tells them from each other."""

    standing: dict[str, Standing] = field(default_factory=dict)

    def match(self, posting: Imported, taken: frozenset[str] = frozenset()) -> Standing | None:
        """The file of this posting: by its number, else by where one applies, else by its slug.

        Of several files with its slug (`cook`, `cook-porto`) it is the one that an import wrote with the most in
        common, and none when nothing is: two jobs of one name are two postings. `taken` are paths of other postings.
        """
        number = _text(posting.fields.get("identifier"))
        for known in self.standing.values():
            if number and number == str(known.data.get("identifier", "")):
                return known
        address = _address(_value(posting, "apply"))
        same = [known for known in self.standing.values() if address and _address(known.data.get("apply")) == address]
        if len(same) == 1 and not _numbers_differ(number, same[0]):
            return same[0]
        named = re.compile(
            rf"{re.escape(posting.slug)}(?:-\d+|-{re.escape(posting.town)})?"
            if posting.town
            else rf"{re.escape(posting.slug)}(?:-\d+)?"
        )
        alike = [known for known in self.standing.values() if named.fullmatch(known.slug) and known.path not in taken]
        alike = [known for known in alike if not _numbers_differ(number, known)]
        best = max(alike, key=lambda known: (_in_common(known, posting), known.slug == posting.slug), default=None)
        return best if best and _in_common(best, posting) else None


def read_folder(folder: Path) -> Folder:
    """The postings that stand in a folder; files that cannot be read as postings are left out."""
    found = Folder()
    for file in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
        path = file.relative_to(folder).as_posix()
        source, _ = split_source(path, file.read_bytes())
        if source is not None:
            data, problems = parse_yaml(path, source.front, source.front_line)
            found.standing[path] = Standing(path, source, data if isinstance(data, dict) and not problems else {})
    return found


def plan_steps(postings: Iterable[Imported], folder: Folder, *, update: bool) -> list[Step]:
    """What to write for each posting. Without `update` a posting that stands there is refused, never written over."""
    steps: list[Step] = []
    taken = {known.slug for known in folder.standing.values()}
    seen: dict[str, str] = {}
    for posting in postings:
        if posting.text in seen:
            steps.append(Step("refuse", seen[posting.text], "", posting, ("came twice in this import",)))
            continue
        known = folder.match(posting, frozenset(seen.values()))
        seen[posting.text] = known.path if known else ""
        if known is None:
            slug = _free_slug(posting, taken)
            taken.add(slug)
            seen[posting.text] = f"{slug}.md"
            steps.append(Step("write", f"{slug}.md", posting.text, posting))
        elif not update:
            steps.append(
                Step("refuse", known.path, "", posting, ("stands there already: `--update` brings it up to date",))
            )
        else:
            steps.append(_update(known, posting))
    return steps


def write_steps(steps: Iterable[Step], folder: Path) -> None:
    """Write what the steps say: the one place where an import touches a file."""
    for step in steps:
        if step.action in ("write", "update"):
            file = folder / step.path
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f".{file.name}.new")
            beside.write_bytes(step.text.encode("utf-8", "replace"))
            beside.replace(file)


def _update(known: Standing, posting: Imported) -> Step:
    result = updated(known.source, known.data, posting)
    action = "same" if result.text == known.source.text else "update"
    return Step(action, known.path, result.text, posting, result.kept, result.changed)


def _free_slug(posting: Imported, taken: set[str]) -> str:
    """The posting's slug; when another posting has it, with its town, else with a number."""
    town = f"{posting.slug}-{posting.town}" if posting.town else ""
    ways = [posting.slug, town, *(f"{posting.slug}-{n}" for n in range(2, 100_000))]
    return next(way for way in ways if way and way not in taken)


def _value(posting: Imported, name: str) -> Any:
    found = posting.fields.get(name)
    return found.value if found else None


def _text(found: Any) -> str:
    return "" if found is None else str(found.value)


def _address(apply: Any) -> str:
    return str(apply.get("url", "")) if isinstance(apply, dict) else str(apply or "")


def _in_common(known: Standing, posting: Imported) -> int:
    """How many of the facts that tell postings apart an import wrote the same; 1 for a file that none wrote."""
    wrote = remembered(known.source.front)
    if not wrote:
        return int(known.slug == posting.slug)
    now = remembered(memory_line(posting.fields, posting.body))
    return sum(wrote.get(name) == now.get(name) for name in _TELLING if name in now and name in wrote)


_TELLING = ("company", "locations", "applicants", "salary", "apply", "valid_through", "department", "body")


def _numbers_differ(number: str, known: Standing) -> bool:
    other = str(known.data.get("identifier", ""))
    return bool(number and other and number != other)
