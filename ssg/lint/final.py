"""The rules whose word is final unless site.yaml says otherwise: a build runs these, and imports no others."""

from __future__ import annotations

from ssg.lint.finding import Rule
from ssg.lint.rules import apply_missing

FINAL: tuple[Rule, ...] = (Rule.of(apply_missing),)
