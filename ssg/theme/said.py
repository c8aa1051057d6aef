"""Where a value of a YAML file is said, for pointing at it."""

from __future__ import annotations

from dataclasses import dataclass

from ssg.diagnostics import Diagnostic, Severity
from ssg.source import locate


@dataclass(frozen=True, slots=True)
class Said:
    """A field of a YAML file: the file's path for people, its whole text, and the keys that lead to the field."""

    path: str
    text: str
    field: tuple[str, ...]

    def problem(
        self, rule: str, message: str, hint: str = "", severity: Severity = Severity.ERROR, *, at_key: bool = False
    ) -> Diagnostic:
        """A diagnostic at the field's value, or at its key; at the whole file when the text is empty."""
        line, column = locate(self.text, self.field, key=at_key) if self.text else (0, 0)
        source = self.text.split("\n")[line - 1][:500] if line else ""
        return Diagnostic(self.path, rule, message, hint, line, column, severity, source)
