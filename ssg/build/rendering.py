"""One planned file to its bytes: what a worker does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ssg.formats.atom import atom
from ssg.formats.job_posting import Sections, job_posting
from ssg.formats.markup import script_json
from ssg.formats.posting_list import posting_list
from ssg.formats.robots import robots
from ssg.model import Body
from ssg.pages.contexts import PostingPage
from ssg.pages.machine import ListContext
from ssg.pages.plan import Planned
from ssg.theme import Theme


@dataclass(frozen=True, slots=True)
class RenderTask:
    """A planned file with the bodies that it needs, by key."""

    planned: Planned
    bodies: Mapping[str, Body]


@dataclass(frozen=True)
class Renderer:
    """Renders planned files with one theme; pickles, so that a worker can be given it."""

    theme: Theme
    sections: Sections

    @property
    def salt(self) -> str:
        """What a file depends on besides its context."""
        return f"{self.theme.fingerprint} {sorted(self.sections.items())}"

    def __call__(self, tasks: Sequence[RenderTask]) -> list[bytes]:
        """The bytes of some files: the task of a worker."""
        return [self.one(task) for task in tasks]

    def one(self, task: RenderTask) -> bytes:
        kind = task.planned.kind
        if kind.startswith("format:"):
            text = FORMATS[kind.removeprefix("format:")](task.planned.context, task.bodies, self)
        else:
            text = self._page(task)
        return text.encode("utf-8", "surrogatepass")

    def posting_list(self, context: ListContext) -> str:
        """The list that filters read, in the theme's words."""
        from ssg.render import RowWords, words_for

        words = words_for(self.theme, context.language)
        return posting_list(context.site, context.language, RowWords(words, context.site.config.companies))

    def _page(self, task: RenderTask) -> str:
        from ssg.render import render_page

        planned, context = task.planned, task.planned.context
        extra: dict[str, Any] = {}
        if isinstance(context, PostingPage):
            body = task.bodies[context.posting.source]
            data = job_posting(context.entry, body, self.sections)
            extra = {"body": body.html, "structured_data": script_json(data)}
        if planned.frame is None:
            raise ValueError(f"{planned.path} has no frame")
        return render_page(self.theme, planned.frame, planned.kind, context, extra)


AGGREGATORS = ("adzuna", "indeed", "jooble", "linkedin", "talent", "ziprecruiter")
Format = Callable[[Any, Mapping[str, Body], Renderer], str]
FORMATS: Mapping[str, Format] = {
    "list": lambda context, bodies, renderer: renderer.posting_list(context),
    "atom": lambda context, bodies, _: atom(context.info, context.entries, bodies),
    "text": lambda context, bodies, _: str(context.text),
    "robots": lambda context, bodies, _: robots(context.base_url),
}
