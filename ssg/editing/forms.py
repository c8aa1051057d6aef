"""GitHub's issue forms "Post a job" and "Close a job": questions about the model's fields, in an order for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ssg.config import Config
from ssg.content.template import outline
from ssg.model import FrontMatter
from ssg.model.nouns import Field, fields
from ssg.source import dump_yaml

POST_LABEL, CLOSE_LABEL = "post-a-job", "close-a-job"
ANYTHING = "any"
_MADE = "# Made from the model by `ssg cms-config --issue-forms .github/ISSUE_TEMPLATE`.\n"
_POST_WORDS = """\
A filed form becomes a pull request with the posting in it, or is answered with what is wrong. Only the title and the
text are needed; what is left out can be added later. Everybody who can see this repository can read this issue.
"""
_CLOSE_WORDS = (
    "A filed form becomes a pull request that closes the posting. Its page stays for a while, marked as closed.\n"
)

Control = Literal["input", "textarea", "dropdown"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `name` is what its answer is called, `about` the field of the model that it asks for.

    The label stands above the answer in the issue, which is how the answer is found again.
    """

    name: str
    label: str
    about: str
    control: Control = "input"
    help: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    multiple: bool = False
    value: str = ""


def post_questions(config: Config) -> tuple[Question, ...]:
    """The questions of "Post a job". The text comes last: all that follows its label belongs to it."""
    return tuple(_post_questions(config))


def _post_questions(config: Config) -> Iterator[Question]:
    yield Question("title", "Title", "title", required=True)
    if len(config.companies) > 1:
        names = tuple(company.name for company in config.companies.values())
        yield Question("company", "Company", "company", "dropdown", help="Who hires.", required=True, choices=names)
    yield Question("department", "Department", "department")
    yield Question("types", "Employment type", "employment_type", "dropdown", multiple=True)
    yield Question("workplace", "Workplace", "workplace", "dropdown")
    yield Question("city", "City", "locations.city")
    yield Question("region", "Region", "locations.region")
    yield Question("country", "Country", "locations.country", help="Where the city is, by name or code.")
    yield Question("countries", "Countries to work from", "applicants.countries",
                   help=f"Remote: where one may work from, by name or code; `{ANYTHING}` for anywhere.")  # fmt: skip
    yield Question("pay_min", "Pay, lower end", "salary.min", help="Base pay, as in 50000 or 50k.")
    yield Question("pay_max", "Pay, upper end", "salary.max", help="Leave it out when there is one figure.")
    yield Question("pay_currency", "Currency", "salary.currency")
    yield Question("pay_unit", "Pay is for", "salary.unit", "dropdown")
    yield Question("posted", "First day", "date_posted", help="Empty: today. A day ahead keeps it back until then.")
    yield Question("closes", "Last day to apply", "valid_through")
    yield Question(
        "apply", "Where to apply", "apply", help="An address or a mail address. Empty: as for every posting."
    )
    yield Question("skills", "Skills", "skills", "textarea", help="One on a line, as in `Go` or `Postgres (5 years)`.")
    yield Question("benefits", "Benefits", "benefits", "textarea", help="One on a line.")
    yield Question("summary", "Summary", "summary")
    yield Question("text", "Text", "", "textarea", required=True, value=outline(config),
                   help="The work, and what it asks for. Markdown: `##` for headings, `-` for lists.")  # fmt: skip


def close_questions() -> tuple[Question, ...]:
    """The questions of "Close a job"."""
    return (
        Question("posting", "Posting", "", help="The address of its page, or the last part of it.", required=True),
        Question("filled", "Was somebody found?", "filled", "dropdown", required=True, choices=("yes", "no")),
    )


def issue_forms(config: Config) -> dict[str, str]:
    """The text of each form by its file name."""
    post = _form("Post a job", "A new posting, as a pull request.", POST_LABEL, _POST_WORDS, post_questions(config))
    close = _form("Close a job", "Take a posting off the list.", CLOSE_LABEL, _CLOSE_WORDS, close_questions())
    return {"close-a-job.yml": close, "post-a-job.yml": post}


def _form(name: str, about: str, label: str, words: str, questions: tuple[Question, ...]) -> str:
    body = [{"type": "markdown", "attributes": {"value": words}}, *map(_element, questions)]
    return _MADE + dump_yaml(
        {"name": name, "description": about, "title": f"{name}: ", "labels": [label], "body": body}
    )


def _element(question: Question) -> dict[str, Any]:
    field = _field_at(question.about)
    attributes: dict[str, Any] = {"label": question.label}
    if description := question.help or (field.description if field else ""):
        attributes["description"] = description
    choices = question.choices or (field.shape.choices if field else ())
    if question.control == "dropdown":
        attributes |= {"options": list(choices), "multiple": question.multiple}
    elif field and isinstance(field.example, str | int):
        attributes["placeholder"] = str(field.example)
    if question.value:
        attributes["value"] = question.value
    made = {"type": question.control, "id": question.name.replace("_", "-"), "attributes": attributes}
    return made | {"validations": {"required": question.required}}


def _field_at(path: str) -> Field | None:
    """The field of the model at a path with dots; None for the empty path."""
    noun, found = FrontMatter, None
    for name in filter(None, path.split(".")):
        found = next(field for field in fields(noun) if field.name == name)
        noun = found.shape.noun or noun  # type: ignore[assignment]
    return found
