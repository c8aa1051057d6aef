"""What an importer may know besides the source itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ssg.config import Config


@dataclass(frozen=True)
class Setting:
    """`today` gives "6hrs ago" a day; `config` knows the companies; `company` is the key to use whatever is said."""

    today: date
    config: Config
    company: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the site's companies, the longest first."""
        return tuple(sorted((company.name for company in self.config.companies.values()), key=lambda n: (-len(n), n)))
