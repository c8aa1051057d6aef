"""One file to what is kept of it: the facts of its front matter as JSON, and its rendered body."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ssg.content.bodies import pack
from ssg.content.files import ContentFile, is_prose, key_of
from ssg.diagnostics import BuildError, Diagnostic
from ssg.model import FrontMatter, Noun
from ssg.model.base import one_line
from ssg.model.lengths import within
from ssg.model.prose import PageMatter
from ssg.source import (
    ReadLimits,
    Source,
    explain_no_fields,
    read_bytes,
    read_on,
    refused_references,
    settle,
    split_source,
    without_empty,
)

_MARKS = re.compile(r"[\n*_\[\]<>&`~|!\\]")
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A file to read: its path below the root and bytes, whether it may go without front matter (prose), its key."""

    path: str
    data: bytes
    prose: bool
    limits: ReadLimits
    key: str = ""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """`front` is a JSON object of the facts, `body` a packed `Body`; both empty when the file was refused."""

    front: bytes
    body: bytes
    problems: tuple[Diagnostic, ...]


def task_of(root: Path, file: ContentFile, limits: ReadLimits) -> ReadTask:
    """The task of reading a file below the root. Raises BuildError when it is no longer what its key says."""
    data, _ = read_bytes(root, file.path, limits)
    if data is None or key_of(data, file.path) != file.key:
        raise BuildError(f"{file.path} was changed while the site was being built: build again")
    return ReadTask(file.path, data, is_prose(file.path), limits, file.key)


def prepare_reading() -> None:
    """Import what reading needs, once for all processes that are forked afterwards."""
    from ssg.content.markdown import quick_parser

    quick_parser()


def read_files(tasks: Sequence[ReadTask]) -> list[ReadResult]:
    """Read some files: the task of a worker. All heads, then all texts: the processor keeps the code of one at hand."""
    heads = [_read_head(task) for task in tasks]
    return [head if isinstance(head, ReadResult) else _with_body(*head) for head in heads]


def _read_head(task: ReadTask) -> ReadResult | tuple[Noun, Source, ReadLimits]:
    """The front matter of a file that may be read on, with its source; or what is wrong with the file."""
    source, problems = split_source(task.path, task.data)
    if source is None and task.prose and problems[0].rule == "front-matter":
        source, problems = split_source(task.path, b"---\n---\n" + task.data)
    if source is None:
        return ReadResult(b"", b"", problems)
    front, problems = read_front(source, PageMatter if task.prose else FrontMatter, task.limits)
    problems = (*problems, *_too_marked(source, task.limits), *refused_references(source))
    if front is None or problems:
        return ReadResult(b"", b"", problems)
    return front, source, task.limits


def _too_marked(source: Source, limits: ReadLimits) -> Iterator[Diagnostic]:
    """Reading a body costs some ten microseconds for each of its marks: without a bound one file could take minutes."""
    if len(source.body) > limits.marks and (count := len(_MARKS.findall(source.body))) > limits.marks:
        message = f"the text has {count:,} line breaks and signs of Markdown, and at most {limits.marks:,} are read"
        hint = "Take out what is no advert, or raise `limits: {marks: …}` in site.yaml"
        yield Diagnostic(source.path, "too-long", message, hint, source.body_line)


def _with_body(front: Noun, source: Source, limits: ReadLimits) -> ReadResult:
    from ssg.content.markdown import first_paragraph, render_body

    body = render_body(source.body)
    more: dict[str, Any] = {}
    if isinstance(front, FrontMatter):
        more = {"excerpt": first_paragraph(body), "words": len(body.text.split())}
    elif body.sections and "title" not in front.model_fields_set:
        title = one_line(body.sections[0].heading)[: limits.field_characters]
        more = {"title": title} if title else {}
    facts = front.model_dump_json(exclude_unset=True).encode()
    return ReadResult(_joined(facts, more), pack(body), ())


def _joined(facts: bytes, more: dict[str, Any]) -> bytes:
    """The JSON object `facts` with some more members."""
    if not more:
        return facts
    members = _json(more).encode("utf-8", "surrogatepass")
    return facts[:-1] + (b"," if facts != b"{}" else b"") + members[1:]


def read_front(source: Source, model: type[Noun], limits: ReadLimits) -> tuple[Noun | None, tuple[Diagnostic, ...]]:
    """The front matter of a source as `model`, or every problem in it."""
    read = read_on(source.path, source.front, source.front_line, limits)
    if read.value is None and read.problems:
        return None, read.problems
    if not isinstance(read.value, dict | None):
        example = "title: Senior Software Engineer"
        return None, (*read.problems, explain_no_fields(source.path, read.text, source.front_line, example))
    settled, astray = settle(read.value or {}, model, source.path, read.text, source.front_line)
    data, text = without_empty(settled, model), replace(source, front=read.text)
    front, problems = _validate(data, text, model, limits)
    told = (*read.problems, *read.new((*astray, *problems)))
    return (None, told) if told else (front, ())


def _validate(
    data: dict[str, Any], source: Source, model: type[Noun], limits: ReadLimits
) -> tuple[Noun | None, tuple[Diagnostic, ...]]:
    try:
        return model.model_validate(data, context=within(limits.field_characters)), ()
    except ValidationError as error:
        from ssg.source.explain import explain  # which a file without a mistake does not need

        return None, tuple(explain(error, data, source.path, source.front, source.front_line, model))
