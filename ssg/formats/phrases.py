"""The theme's words for machine formats: what they say of a posting stands on its page in the same words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ssg import l10n
from ssg.diagnostics import ConfigError, Diagnostic, nearest

Forms = str | Mapping[str, str]
"""A string of a theme, or its plural forms by CLDR's categories."""
Strings = Mapping[str, Forms]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Phrases:
    """A theme's strings in one language, by key. Told apart by identity, so that what is said can be remembered."""

    def __init__(self, language: str, strings: Strings) -> None:
        self.language = language
        self._strings = strings
        self._counted: dict[tuple[str, int], str] = {}

    def __getitem__(self, key: str) -> str:
        """The words of a key; for one with plural forms, that for many."""
        forms = self._strings.get(key)
        if forms is None:
            raise self._missing(key)
        return forms if isinstance(forms, str) else forms["other"]

    def fill(self, key: str, **values: object) -> str:
        """The words of a key with `{name}` replaced by the value of that name; what gets no value stays as it is."""
        return _filled(self[key], values)

    def counted(self, key: str, count: int) -> str:
        """The key's form for a count, with the count in it: `At least 5 years`."""
        if (known := self._counted.get((key, count))) is None:
            known = self._counted[key, count] = self._count(key, count)
        return known

    def _count(self, key: str, count: int) -> str:
        forms = self._strings.get(key)
        if forms is None or isinstance(forms, str):
            return self.fill(key, count=count)
        return _filled(forms.get(l10n.plural(count, self.language), forms["other"]), {"count": count})

    def _missing(self, key: str) -> ConfigError:
        guess = nearest(key, self._strings)
        hint = f"Is `{guess}` meant for it?" if guess else "Copy it from the base theme's strings"
        file = f"strings/{self.language}.yaml"
        return ConfigError((Diagnostic(file, "strings", f"the theme has no string `{key}`, which feeds say", hint),))


def _filled(text: str, values: Mapping[str, object]) -> str:
    if "{" not in text:
        return text
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)


class PhraseBook:
    """The phrases of every language of the site, and of English, which some formats are written in."""

    def __init__(self, strings: Mapping[str, Strings]) -> None:
        self._phrases = {language: Phrases(language, known) for language, known in strings.items()}

    def __getitem__(self, language: str) -> Phrases:
        """The phrases of a language of the site; English for any other."""
        return self._phrases.get(language) or self._phrases["en"]

    @property
    def english(self) -> Phrases:
        return self["en"]
