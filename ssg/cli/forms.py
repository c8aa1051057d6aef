"""`--from-issue` of `ssg new` and `ssg close`: a filed form becomes a file, or an answer that says what is wrong."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssg.cli.outcome import DONE, PROBLEMS
from ssg.cli.report import report
from ssg.cli.writing import write_new, write_over
from ssg.diagnostics import Diagnostic, Problems, Severity, UsageError, seen

if TYPE_CHECKING:
    from ssg.editing.answers import Answer
    from ssg.editing.changes import Change

from_issue_option = click.option(
    "--from-issue",
    "issue",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Take it from the text of an issue that the form of `ssg cms-config --issue-forms` made.",
)
answer_option = click.option(
    "--answer",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --from-issue: write what to answer, as JSON with ok, title, path and body.",
)


def new_from_issue(root: Path, issue: Path, answer: Path | None, today: date) -> int:
    """Write the posting that an issue describes; when `ssg check` finds an error in it, nothing is written."""
    from ssg.build import check
    from ssg.config import load_config
    from ssg.editing.answers import proposed, refused
    from ssg.editing.beginning import new_posting
    from ssg.editing.files import posting_files
    from ssg.editing.forms import post_questions
    from ssg.editing.issues import posting_fields, read_issue
    from ssg.editing.slugs import free_slug, slug_of

    config = load_config(root, Problems())
    questions = post_questions(config)
    answers = read_issue(_read(issue), questions)
    fields = posting_fields(answers, config, today)
    text = re.sub(r"\A-{3,}\s*$", "***", answers.get("text", ""), flags=re.MULTILINE)  # a rule, no block of fields
    slug = free_slug(slug_of(answers.get("title", ""), "posting"), posting_files(root))
    file = new_posting(slug, fields, config, body=text, offer=False)
    problems = (*file.problems, *_unanswered(file.path, text))
    if problems:
        return _answered(refused(problems, questions), answer, problems)
    write_new(root / file.path, file.text.encode())
    found = check(root, today=today, only=(file.path,))
    if wrong := tuple(d for d in found if d.severity is Severity.ERROR and d.path == file.path):
        (root / file.path).unlink()
        return _answered(refused(wrong, questions), answer, wrong)
    advice = [d for d in found if d.path == file.path]
    _, summary = _summary({}, {file.path: file.text.encode()})
    return _answered(proposed(f"Post: {fields['title']}", file.path, summary, advice), answer)


def close_from_issue(root: Path, issue: Path, answer: Path | None, today: date) -> int:
    """Close the posting that an issue names."""
    from ssg.editing.answers import proposed, refused
    from ssg.editing.closing import close_posting
    from ssg.editing.files import find_posting
    from ssg.editing.forms import close_questions
    from ssg.editing.issues import named_posting, read_issue

    questions = close_questions()
    answers = read_issue(_read(issue), questions)
    try:
        path = find_posting(root, named_posting(answers))
    except UsageError as error:
        told = str(error) if answers.get("posting") else "it is not said which posting"
        unknown = Diagnostic(
            "", "unknown-posting", told, "Open the posting's page, and copy its address from the browser"
        )
        return _answered(refused([unknown], questions), answer, (unknown,))
    before = (root / path).read_bytes()
    after = close_posting(path, before, today=today, filled=answers.get("filled") == "yes")
    if isinstance(after, bytes) and after == before:
        after = Diagnostic(path, "closed-already", "the posting is closed already")
    if not isinstance(after, bytes):
        return _answered(refused([after], questions), answer, (after,))
    write_over(root / path, after)
    found, summary = _summary({path: before}, {path: after})
    return _answered(proposed(f"Close: {found.title or Path(path).stem}", path, summary, ()), answer)


def _read(issue: Path) -> bytes:
    from ssg.editing.issues import LONGEST_ISSUE

    with issue.open("rb") as file:
        return file.read(LONGEST_ISSUE)


def _unanswered(path: str, text: str) -> tuple[Diagnostic, ...]:
    from ssg.content.begun import is_unfinished

    if not text:
        return (Diagnostic(path, "text-missing", "the text of the posting is missing", "Say what the work is"),)
    if is_unfinished(text):
        message = "the text still holds lines that the form began with"
        return (Diagnostic(path, "text-unfinished", message, "Replace them, or delete them"),)
    return ()


def _summary(before: dict[str, bytes], after: dict[str, bytes]) -> tuple[Change, str]:
    """The one change between two versions, and its words."""
    from ssg.editing.changes import changes
    from ssg.editing.summary import markdown
    from ssg.source import DEFAULT_LIMITS

    (found,) = changes(before, after, DEFAULT_LIMITS)
    return found, markdown((found,))


def _answered(answered: Answer, to: Path | None, problems: tuple[Diagnostic, ...] = ()) -> int:
    if to is not None:
        to.write_bytes(answered.as_json().encode())
    if problems:
        report(problems)
        return PROBLEMS
    click.echo(seen(answered.path))
    return DONE
