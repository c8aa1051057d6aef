"""The rows of lists: made before workers are forked, which would each make them all, and kept by the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from ssg.build.rendering import Renderer, RenderTask, Tasks
from ssg.content import Content
from ssg.digests import digest
from ssg.pages import Planned
from ssg.pages.contexts import Card, HomePage

Along = Callable[[Iterable[int]], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of lists, or takes them from the store of the content.

    `salt` is what a row depends on besides the marks of its list. Which templates make rows is learnt from the first
    list, whatever theme it is of.
    """

    renderer: Renderer
    content: Content
    salt: str

    def make(self, lists: Sequence[Planned], along: Along) -> None:
        """Have every row of the lists ready; numbers of lists go through `along`, which may look after other things."""
        tasks = Tasks(lists, self.content)
        templates = self._templates(lists, tasks)
        keys = [{template: self._keys(one, template) for template in templates[_language(one)]} for one in lists]
        wanted = {key for of_list in keys for some in of_list.values() for key in some}
        known = self.content.store.rows(wanted)
        made: dict[str, bytes] = {}
        for at in along(range(len(lists))):
            (task,) = tasks.take(range(at, at + 1))
            for template, some in keys[at].items():
                made |= self._made(task, template, some, known)
        most = len(self.content.postings) * len(self.content.config.languages)
        self.content.store.keep_rows(made.items(), wanted, 2 * most + 100)

    def _templates(self, lists: Sequence[Planned], tasks: Tasks) -> Mapping[str, Sequence[str]]:
        """The templates of rows, by the language of the lists."""
        first = {_language(one): at for at, one in reversed(list(enumerate(lists)))}
        return {language: self.renderer.row_templates(*tasks.take(range(at, at + 1))) for language, at in first.items()}

    def _keys(self, one: Planned, template: str) -> list[str]:
        ground, *marks = one.rows
        return [digest(self.salt, template, ground, mark) for mark in marks]

    def _made(
        self, task: RenderTask, template: str, keys: Sequence[str], known: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        """The rows of one list by their keys, but for those that are known. A mistake in one is told with its page."""
        made = {}
        for key, card in zip(keys, _cards(task.context), strict=True):
            with suppress(Exception):
                kept = str(known[key], "utf-8", "surrogatepass") if key in known else None
                text = self.renderer.row(task, template, card, kept)
                if kept is None:
                    made[key] = text.encode("utf-8", "surrogatepass")
        return made


def _language(one: Planned) -> str:
    return one.frame.language if one.frame else ""


def _cards(context: HomePage) -> Iterator[Card]:
    for group in context.groups:
        yield from group.cards
