"""What is answered to a filed form: the words of a pull request, or what is wrong, for people who see no YAML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from ssg.diagnostics import Diagnostic
from ssg.editing.forms import Question
from ssg.editing.summary import in_words

_OTHERS = {"salary": "Pay", "amount": "Pay", "salary.amount": "Pay", "locations": "the place of work"}
"""Fields that a form has no question for, but makes of the answers to several."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`title` and `body` (Markdown) of a pull request that writes `path`; when not `ok`, `body` is for the issue."""

    ok: bool
    title: str
    path: str
    body: str

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def proposed(title: str, path: str, summary: str, advice: Iterable[Diagnostic]) -> Answer:
    """The pull request: the changes as `ssg diff` tells them, then advice that is no reason to refuse."""
    told = [f"- {in_words(one.text)}" for one in advice]
    advised = ["", "Worth a thought before it is published:", "", *told] if told else []
    return Answer(True, " ".join(title.split())[:200], path, "\n".join([summary.rstrip(), *advised]) + "\n")


def refused(problems: Iterable[Diagnostic], questions: Sequence[Question]) -> Answer:
    """The answer in the issue: every problem, named as the form names it, and how to go on."""
    asked = {question.about: question.label for question in questions if question.about}
    labels = {about.rpartition(".")[2]: label for about, label in asked.items()} | _OTHERS | asked
    told = [f"- {in_words(problem.text, labels)}" for problem in problems]
    again = "Edit the form above (the three dots at its right, then Edit). It is looked at again when you save it."
    return Answer(False, "", "", "\n".join(["No pull request was opened yet:", "", *told, "", again]) + "\n")
