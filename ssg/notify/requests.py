"""A request before it is sent, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Request:
    """A POST of JSON, or of a form: `about` says in words what it tells, `explain` what a refusal means.

    `secret` holds the headers that are never shown.
    """

    to: str
    url: str
    body: Mapping[str, Any]
    about: str
    explain: Mapping[int, str] = field(default_factory=dict)
    secret: Mapping[str, str] = field(default_factory=dict, repr=False)
    form: bool = False

    @property
    def content(self) -> tuple[str, bytes]:
        """The body as it is sent: its type, and its bytes."""
        if self.form:
            return "application/x-www-form-urlencoded", urlencode(self.body).encode()
        return "application/json; charset=utf-8", json.dumps(self.body, ensure_ascii=False).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: `status` of the answer, 0 when there was none, and the reason in words."""

    request: Request
    status: int
    reason: str = ""

    @property
    def accepted(self) -> bool:
        return self.status in (200, 202, 204)

    def __str__(self) -> str:
        """One line: `IndexNow: 12 addresses: accepted`."""
        said = "accepted" if self.accepted else "not accepted"
        number = f", {self.status}" if self.status and not self.accepted else ""
        return f"{self.request.to}: {self.request.about}: {said}{number}{': ' + self.reason if self.reason else ''}"


def as_text(request: Request) -> str:
    """The request as `--dry-run` prints it: what it is, then its body."""
    body = json.dumps(request.body, ensure_ascii=False, indent=2)
    return f"# {request.to}: {request.about}\nPOST {request.url}\n{body}"
