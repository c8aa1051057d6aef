"""The strings of a theme: `strings/LANG.yaml` of each folder of the chain, the most specific one's first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ssg.diagnostics import Diagnostic, Problems, Severity, nearest
from ssg.theme.chain import Link, read_yaml
from ssg.theme.model import Forms, Strings
from ssg.theme.said import Said

ENGLISH = "en"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories: https://cldr.unicode.org/index/cldr-spec/plural-rules"""
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def load_strings(chain: Sequence[Link], languages: Iterable[str], problems: Problems) -> dict[str, Strings]:
    """For each language, and English, its strings by key; a key that the language lacks is there in English."""
    english = _of_language(chain, ENGLISH, {}, problems)
    return {
        language: english if language == ENGLISH else {**english, **_of_language(chain, language, english, problems)}
        for language in sorted({ENGLISH, *languages})
    }


def _of_language(chain: Sequence[Link], language: str, english: Strings, problems: Problems) -> dict[str, Forms]:
    found: dict[str, Forms] = {}
    name = f"{language}.yaml"
    for link in reversed(chain):
        if name in link.strings:
            found |= _read(link, name, english, problems)
    if chain and not any(name in link.strings for link in chain):
        hint = f"Copy {chain[-1].shown}/strings/{ENGLISH}.yaml and translate it"
        message = f"no theme has strings/{name}: the site's words would be English there"
        severity = Severity.ERROR if language == ENGLISH else Severity.WARNING
        problems.add(Diagnostic(f"{chain[0].shown}/strings/{name}", "strings", message, hint, severity=severity))
    return found


def _read(link: Link, name: str, english: Strings, problems: Problems) -> dict[str, Forms]:
    path = f"{link.shown}/strings/{name}"
    text, data = read_yaml(link.path.parents[1], path, problems)
    if data is not None and not isinstance(data, dict):
        problems.add(Diagnostic(path, "strings", "the file is no list of `key: words`", "Write lines `key: words`", 1))
        return {}
    found: dict[str, Forms] = {}
    for key, value in (data or {}).items():
        if mistake := _mistake(key, value, english.get(key)):
            field, message, hint = mistake
            at_key = field[-1] not in (key, *CATEGORIES)
            problems.add(Said(path, text, field).problem("strings", message, hint, at_key=at_key))
        else:
            found[key] = value
    return found


def _mistake(key: str, value: Any, english: Forms | None) -> tuple[tuple[str, ...], str, str] | None:
    """Which field is wrong, what is wrong with it and what to write; None for a good string."""
    if isinstance(value, str):
        return _unknown_place((key,), value, english, ())
    if not isinstance(value, dict):
        return (key,), f"`{key}` holds a list where words are expected", f'Write `{key}: "…"`'
    for category, words in value.items():
        if category not in CATEGORIES:
            guess = nearest(str(category), CATEGORIES)
            hint = f"Did you mean `{guess}`?" if guess else f"Known are {', '.join(CATEGORIES)}"
            return (key, category), f"`{category}` of `{key}` is no plural form", hint
        if not isinstance(words, str):
            return (key, category), f"`{key}.{category}` holds no words", f'Write `{category}: "…"`'
        if wrong := _unknown_place((key, category), words, english, ("count",)):
            return wrong
    if "other" not in value:
        return (key,), f"`{key}` has no form `other`, which every language needs", 'Write `other: "…"`'
    return None


def _unknown_place(
    field: tuple[str, ...], words: str, english: Forms | None, also: tuple[str, ...]
) -> tuple[tuple[str, ...], str, str] | None:
    """A `{name}` that the English words do not have: no template would fill it."""
    if english is None:
        return None
    known = {*also, *placeholders(english)}
    unknown = sorted(set(PLACEHOLDER.findall(words)) - known)
    if not unknown:
        return None
    guess = nearest(unknown[0], known)
    listed = ", ".join(f"`{{{name}}}`" for name in sorted(known)) or "none"
    hint = f"Did you mean `{{{guess}}}`?" if guess else f"The English words have {listed}"
    return field, f"`{{{unknown[0]}}}` in `{'.'.join(field)}` stands for nothing", hint


def placeholders(forms: Forms) -> set[str]:
    """The names in braces that a string, or any of its plural forms, has."""
    texts = [forms] if isinstance(forms, str) else forms.values()
    plural = set() if isinstance(forms, str) else {"count"}
    return plural.union(*(PLACEHOLDER.findall(text) for text in texts))
