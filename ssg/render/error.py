"""What a template asks for and does not get."""

from __future__ import annotations


class ThemeError(Exception):
    """A template asks for something that is not there; carries what to say of it.

    `at` and `line` say where, when that is not the template that is being rendered.
    """

    def __init__(self, message: str, hint: str = "", rule: str = "template", at: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.rule, self.at, self.line = message, hint, rule, at, line
