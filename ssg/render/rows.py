"""The texts of a row and of a facet, for the list that filters read: the same words as partials/row.html."""

from __future__ import annotations

from collections.abc import Mapping

from ssg.model import Company, Posting
from ssg.render.words import Words


class RowWords:
    """A theme's words, as `ssg.formats.posting_list` asks for them."""

    def __init__(self, words: Words, companies: Mapping[str, Company]) -> None:
        self._words, self._companies = words, companies

    def label(self, kind: str, name: str) -> str:
        """What readers call a term: kind is a facet's, name what stands for it in the data."""
        match kind:
            case "country":
                return self._words.country(name)
            case "type":
                return self._words.type_label(name)
            case "workplace":
                return self._words.workplace_label(name)
            case "language":
                return self._words.language_name(name)
            case _:
                return name

    def row(self, posting: Posting) -> Mapping[str, str]:
        """The texts of a row by field: company, place, type, pay, posted, closes; empty ones are left out."""
        words = self._words
        closes = posting.valid_through
        texts = {
            "company": self._companies[posting.company].name,
            "place": words.where(posting),
            "type": ", ".join(words.type_label(value) for value in posting.employment_type),
            "pay": words.pay(posting.salary) if posting.salary else "",
            "posted": words.date(posting.date_posted, "medium"),
            "closes": words.t("closes_on", date=words.date(closes, "medium")) if closes else "",
        }
        return {field: text for field, text in texts.items() if text}
