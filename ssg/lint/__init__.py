"""Advice about postings: rules for search engines, pay transparency, wording, freshness and structure."""

from ssg.lint.finding import Finding, Rule
from ssg.lint.runner import chosen, lint_site

__all__ = ["Finding", "Rule", "chosen", "lint_site"]
