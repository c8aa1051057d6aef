"""One planned file to its bytes: what a worker does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ssg.content import Content
from ssg.formats import AGGREGATORS, FEEDS, Bodies, Entry, FeedFormat, FeedInfo, PhraseBook, jobs_json, llms
from ssg.formats.frame import Frame
from ssg.formats.job_posting import Sections, job_posting
from ssg.formats.listing import Aggregator
from ssg.formats.mail import Form, veil
from ssg.formats.markdown import markdown
from ssg.formats.markup import script_json
from ssg.formats.phrases import Phrases
from ssg.formats.posting_list import posting_list
from ssg.model import Body
from ssg.pages.cards import KIND as CARD
from ssg.pages.contexts import Card, PostingPage, SearchDocument, SiteFrame
from ssg.pages.feeds import EntryContext
from ssg.pages.machine import ListContext
from ssg.pages.plan import Planned
from ssg.pages.site_data import site_data
from ssg.search import without_stop_words
from ssg.theme import Theme


@dataclass(frozen=True, slots=True)
class RenderTask:
    """What a file is made from: its kind, frame and context, with the bodies that it needs, by key.

    `path` is where it goes; empty for a part of a file.
    """

    path: str
    kind: str
    frame: SiteFrame | None
    context: Any
    bodies: Bodies

    @classmethod
    def of(cls, planned: Planned, bodies: Bodies) -> RenderTask:
        return cls(planned.path, planned.kind, planned.frame, planned.context, bodies)


class Tasks:
    """Planned files, ready to be taken a few at a time: then their contexts are made and their bodies read."""

    def __init__(self, planned: Sequence[Planned], content: Content) -> None:
        self._planned, self._content = planned, content

    def __len__(self) -> int:
        return len(self._planned)

    def take(self, some: range) -> list[RenderTask]:
        chosen = self._planned[some.start : some.stop]
        bodies = self._content.bodies(dict.fromkeys(one.bodies[0] for one in chosen if len(one.bodies) == 1))
        return [RenderTask.of(one, self._bodies(one, bodies)) for one in chosen]

    def _bodies(self, one: Planned, known: Bodies) -> Bodies:
        """The bodies of one file; where it has many, only a few are in memory at a time."""
        return self._content.bodies_in_order(one.bodies) if len(one.bodies) > 1 else {k: known[k] for k in one.bodies}


@lru_cache(8)
def phrase_book(theme: Theme) -> PhraseBook:
    """The theme's words for formats: the same object for the same theme, so that what is said can be remembered."""
    return PhraseBook(theme.strings)


@dataclass(frozen=True)
class Renderer:
    """Renders planned files with one theme; pickles, so that a worker can be given it."""

    theme: Theme
    sections: Sections
    veiled: bool = False
    """Whether mail addresses are written in references: see `ssg.formats.mail`."""
    stop_words: frozenset[str] = frozenset()
    """What search documents are to lack: see `ssg.search.stop_words`."""

    @property
    def book(self) -> PhraseBook:
        return phrase_book(self.theme)

    @property
    def salt(self) -> str:
        """What a file of the site depends on besides its context."""
        return f"{self.theme.fingerprint} {sorted(self.sections.items())} {self.veiled}"

    def __call__(self, tasks: Sequence[RenderTask]) -> list[bytes]:
        """The bytes of some files: the task of a worker.

        What pages say to machines is made for all of them before the first is rendered: the processor keeps the code of
        one thing at hand. Measured: a tenth of the work of a posting's page.
        """
        extras = [self._extra(task) for task in tasks]
        return [self._file(task, extra) for task, extra in zip(tasks, extras, strict=True)]

    def prepare(self, language: str) -> None:
        """Get ready what every worker needs, before workers are forked."""
        from ssg.render.environment import prepare

        prepare(self.theme, language)

    def row_templates(self, task: RenderTask) -> tuple[str, ...]:
        """The templates that a list shows its cards with."""
        from ssg.render import row_templates

        return row_templates(self.theme, task.frame, task.kind, task.context, self._extra(task)) if task.frame else ()

    def row(self, task: RenderTask, template: str, card: Card, known: str | None) -> str:
        """The row of a card in a list, for all pages that show it from now on; not made where it is `known`."""
        from ssg.render import row

        if task.frame is None:
            raise ValueError("rows stand on pages, and those have a frame")
        return row(self.theme, task.frame, template, card, known)

    def _file(self, task: RenderTask, extra: Mapping[str, Any]) -> bytes:
        kind = task.kind
        if kind == CARD:
            from ssg.cards import draw_card

            return draw_card(task.context)
        if kind.startswith("format:"):
            text = FORMATS[kind.removeprefix("format:")](task.context, task.bodies, self)
        elif task.frame is not None:
            from ssg.render import render_page

            text = render_page(self.theme, task.frame, kind, task.context, extra)
        else:
            raise ValueError(f"a page of the kind {kind} has no frame")
        if self.veiled and kind in VEILED:
            text = veil(text, VEILED[kind])
        return text.encode("utf-8", "surrogatepass")

    def posting_list(self, context: ListContext) -> str:
        """The list that filters read, in the theme's words."""
        from ssg.render import RowWords, words_for

        words = words_for(self.theme, context.language)
        return posting_list(context.site, context.language, RowWords(words, context.site.config.companies))

    def _extra(self, task: RenderTask) -> dict[str, Any]:
        """What a page is told besides its context: the posting's text, and its data blocks."""
        context, frame = task.context, task.frame
        if frame is None:
            return {}
        say = self.book[frame.language]
        extra: dict[str, Any] = {}
        if isinstance(context, SearchDocument):
            extra |= self._indexed(context, task.bodies[context.posting.source])
        elif isinstance(context, PostingPage):
            body = task.bodies[context.posting.source]
            data = job_posting(context.entry, body, self.sections, say)
            extra |= {"body": body.html, "structured_data": self._data(data)}
        if around := site_data(frame, context, say):
            extra["site_data"] = self._data(around[0] if len(around) == 1 else around)
        return extra

    def _indexed(self, context: SearchDocument, body: Body) -> dict[str, str]:
        """What a search document sees besides its context: the posting's texts, without words that say nothing."""
        posting = context.posting
        texts = {"title": posting.title, "summary": posting.summary or "", "text": body.text}
        if self.stop_words:
            texts = {name: without_stop_words(text, self.stop_words) for name, text in texts.items()}
        return {"body": body.html, **texts}

    def _data(self, value: Any) -> str:
        """A data block as it will stand on the page: the page's policy names it by its digest."""
        text = script_json(value)
        return veil(text, "json") if self.veiled else text


Format = Callable[[Any, Bodies, Renderer], str]
VEILED: Mapping[str, Form] = {
    **dict.fromkeys(("home", "posting", "closed", "term", "terms", "page", "404"), "html"),
    **{"format:atom-part": "html", "format:json-feed-part": "json", "format:jobs-part": "json", "format:list": "json"},
    **{"format:markdown": "markdown", "format:llms-part": "markdown"},
}
"""Files whose mail addresses are not for everybody who looks; job boards want theirs as it is."""


def _aggregator(form: Aggregator) -> Format:
    return lambda context, bodies, renderer: form.write(context.info, context.entries, bodies, renderer.book)


def _of_entry(make: Callable[[Entry, Body, Phrases], str]) -> Format:
    """A file or a part of one that is made of one posting."""

    def made(context: EntryContext, bodies: Bodies, renderer: Renderer) -> str:
        entry = context.entry
        return make(entry, bodies[entry.posting.source], renderer.book[entry.language])

    return made


FORMATS: Mapping[str, Format] = {
    **{f"{name}-part": _of_entry(form.part) for name, form in FEEDS.items()},
    "jobs-part": _of_entry(jobs_json.part),
    "jobs-schema": lambda *_: jobs_json.jobs_schema(),
    "llms-part": _of_entry(llms.part),
    "markdown": _of_entry(lambda entry, body, say: markdown(entry, body.markdown, say)),
    "list": lambda context, bodies, renderer: renderer.posting_list(context),
    "text": lambda context, bodies, _: str(context.text),
    **{name: _aggregator(aggregator) for name, aggregator in AGGREGATORS.items()},
}


def _feed_frame(form: FeedFormat) -> Callable[[FeedInfo, Renderer], Frame]:
    return lambda info, _: form.frame(info)


FRAMES: Mapping[str, Callable[[Any, Renderer], Frame]] = {
    **{f"format:{name}": _feed_frame(form) for name, form in FEEDS.items()},
    "format:jobs": lambda context, _: jobs_json.frame(context.info, context.companies),
    "format:llms": lambda context, renderer: llms.frame(
        context.info, renderer.book[context.info.language], context.listed, context.more
    ),
}
"""What stands around the parts of files that have one for each posting."""
WHOLE_SITE = frozenset((*FRAMES, *(f"format:{name}" for name in ("text", "list", *AGGREGATORS))))
"""Files that are put together of parts, or tell of the whole site: to send that to another process would cost more than
to make them here."""
