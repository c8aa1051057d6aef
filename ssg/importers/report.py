"""What became of one posting: taken as said, guessed from words, not found, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

ASKED = (
    "date_posted", "valid_through", "company", "department", "employment_type", "workplace", "locations", "salary",
    "skills", "experience", "identifier", "apply",
)  # fmt: skip
"""Fields that a report calls "not found" when a source does not say them."""


@dataclass(frozen=True)
class Report:
    """`guessed` pairs a field with the words it was read from; `notes` are sentences for the person who imports."""

    taken: tuple[str, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def report_lines(report: Report) -> list[tuple[str, str]]:
    """The report as rows of a table: what, and which."""
    rows = [("taken", ", ".join(report.taken))] if report.taken else []
    rows += [
        ("guessed" if not n else "", f'{field}, from "{words}"') for n, (field, words) in enumerate(report.guessed)
    ]
    rows += [("not found", ", ".join(report.missing))] if report.missing else []
    return rows + [("note" if not n else "", note) for n, note in enumerate(report.notes)]
