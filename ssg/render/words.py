"""What templates call: the theme's strings, and dates, money, places and labels in one language."""

from __future__ import annotations

import datetime
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any

from markupsafe import Markup, escape

from ssg import l10n
from ssg.diagnostics import nearest
from ssg.formats import facts
from ssg.formats.phrases import Phrases
from ssg.model import Location, Posting, Salary
from ssg.model.slug import slugify
from ssg.pages.contexts import SimilarPosting, TermLink
from ssg.render.error import ThemeError, no_asset, no_string, no_value
from ssg.site import href
from ssg.theme import Forms, Theme
from ssg.theme.strings import PLACEHOLDER

TITLE_LENGTH = 70
"""What search engines and tabs show of a title, at the most; html-validate's `long-title`."""
AREAS = 3
"""Areas to work from that fit a line; of more, two are named."""
DATE_STYLES = ("full", "long", "medium", "short")

_day = lru_cache(maxsize=20_000)(l10n.day)
_money = lru_cache(maxsize=20_000)(l10n.money)
_number = lru_cache(maxsize=20_000)(l10n.number)
_country = lru_cache(maxsize=2_000)(l10n.country)
_region = lru_cache(maxsize=5_000)(l10n.region)
_language_name = lru_cache(maxsize=1_000)(l10n.language_name)
_og_locale = lru_cache(maxsize=1_000)(l10n.with_country)
_direction = lru_cache(maxsize=1_000)(l10n.direction)
_joined = lru_cache(maxsize=5_000)(l10n.joined)
_plural = lru_cache(maxsize=5_000)(l10n.plural)


@lru_cache(maxsize=64)
def words_for(theme: Theme, language: str) -> Words:
    """The words that templates use, also for what no template makes: the list that filters read."""
    return Words(theme, language)


class Words:
    """A theme's words in a language. Every public method is a filter and a function of templates by its name."""

    def __init__(self, theme: Theme, language: str) -> None:
        self._theme = theme
        self._language = language
        strings = theme.strings.get(language) or theme.strings.get("en", {})
        self._strings: Mapping[str, Forms] = strings
        self._say = Phrases(language, strings)
        self._plain = {k: v for k, v in strings.items() if isinstance(v, str) and not PLACEHOLDER.search(v)}
        self._hrefs = {name: href(theme.base_path, output) for name, output in theme.assets.items()}
        self._listed = lru_cache(maxsize=100)(self._list)
        self._marked = lru_cache(maxsize=1_000)(self._mark)
        self._counted = lru_cache(maxsize=5_000)(self._count)

    def functions(self) -> dict[str, Callable[..., Any]]:
        """Every filter and function by the name that templates call it."""
        names = (name for name in dir(self) if not name.startswith("_") and name != "functions")
        return {name: getattr(self, name) for name in names}

    def t(self, key: str, count: int | None = None, **values: object) -> str:
        """A string of the theme; `count` chooses its plural form and fills `{count}`, `values` fill `{name}`.

        Plain text; Markup, with all else escaped, when one of the values is Markup.
        """
        if not values:
            if count is not None:
                return self._counted(key, count)
            if (plain := self._plain.get(key)) is not None:
                return plain
        if count is not None:
            values["count"] = self.number(count)
        return self._fill(key, self._form(key, count), values)

    def _count(self, key: str, count: int) -> str:
        return self._fill(key, self._form(key, count), {"count": self.number(count)})

    def _form(self, key: str, count: int | None) -> str:
        forms = self._strings.get(key)
        if forms is None:
            raise no_string(self._theme, self._language, key)
        if isinstance(forms, str):
            return forms
        if count is None:
            raise ThemeError(f"the string `{key}` has plural forms and no count", f'Write `t("{key}", count=…)`')
        return forms.get(_plural(count, self._language), forms["other"])

    def _fill(self, key: str, text: str, values: Mapping[str, object]) -> str:
        try:
            if any(hasattr(value, "__html__") for value in values.values()):
                return Markup(PLACEHOLDER.sub(lambda found: escape(values[found[1]]), str(escape(text))))
            return PLACEHOLDER.sub(lambda found: str(values[found[1]]), text)
        except KeyError as error:
            raise no_value(self._theme, self._language, key, error.args[0]) from None

    def words(self, prefix: str) -> Markup:
        """The strings whose key begins with `prefix`, without it, as a JSON object for a <script> or an attribute."""
        return self._listed(prefix)

    def _list(self, prefix: str) -> Markup:
        from jinja2.utils import htmlsafe_json_dumps

        found = {key.removeprefix(prefix): forms for key, forms in self._strings.items() if key.startswith(prefix)}
        return htmlsafe_json_dumps(found, sort_keys=True, ensure_ascii=False)

    def csp_hash(self, text: str) -> str:
        """What a Content-Security-Policy calls an inline script or data block by: `sha256-…`."""
        return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

    def head_title(self, heading: str, site: str) -> str:
        """What a `<title>` says: `Engineer – Careers`, or the heading alone, cut at a word, where that is too long."""
        heading = heading.unescape() if isinstance(heading, Markup) else heading
        whole = f"{heading} – {site}" if heading and heading != site else site
        return next((said for said in (whole, heading) if len(escape(said)) <= TITLE_LENGTH), _cut(heading))

    def date(self, value: datetime.date | None, style: str = "long") -> str:
        """A date in words: `2 November 2026`; style full, long, medium or short. Empty for None."""
        if value is None:
            return ""
        if not isinstance(value, datetime.date):
            raise ThemeError(f"`date` wants a date, and gets `{value}`", "`posting.date_posted` is one")
        if style not in DATE_STYLES:
            guess = nearest(style, DATE_STYLES) or "long"
            raise ThemeError(f"`{style}` is no style of a date", f"Did you mean `{guess}`?")
        return _day(value.date() if isinstance(value, datetime.datetime) else value, self._language, style)

    def iso(self, value: datetime.date | None) -> str:
        """A date or an instant as machines read it: `2026-11-02`. Empty for None."""
        return "" if value is None else value.isoformat()

    def number(self, value: int | Decimal) -> str:
        """A number with the language's separators: `12,500`."""
        return _number(value, self._language)

    def money(self, value: Decimal, currency: str) -> str:
        """An amount: `$170,000`, `170.000 €`."""
        return _money(value, currency, self._language)

    def pay(self, salary: Salary | None) -> str:
        """Pay in words with its range and unit: `$170,000 – $230,000 a year`. Empty for None."""
        return "" if salary is None else facts.pay(salary, self._say)

    def country(self, code: str) -> str:
        """A country's name."""
        return _country(code, self._language)

    def region(self, code: str) -> str:
        """A region by its ISO 3166-2 code: `Washington, United States`."""
        return _region(code, self._language)

    def place(self, location: Location, whole: bool = False) -> str:
        """A place as people say it: `Seattle, WA, United States`, `Berlin, Germany`; `whole` names its region too."""
        return l10n.spoken_place(location, self._language, whole=whole)

    def time_zone(self, name: str) -> str:
        """The town that a time zone is called after: `Lisbon`."""
        return l10n.time_zone(name, self._language)

    def language_name(self, code: str, language: str | None = None) -> str:
        """The name of a language in itself, `Deutsch`, or in `language`."""
        return _language_name(code, language)

    def og_locale(self, code: str) -> str:
        """A language as Open Graph writes it, with a country: `en_US`, `pt_PT`."""
        return _og_locale(code)

    def direction(self, code: str) -> str:
        """`ltr` or `rtl`: how a language is written."""
        return _direction(code)

    def own_language(self, posting: Posting) -> Markup:
        """` lang="pt" dir="ltr"` for text in the posting's language, where that is not the page's; else nothing."""
        return self.in_language(posting.language)

    def in_language(self, code: str) -> Markup:
        """` lang="pt" dir="ltr"` for text in a language that is not the page's; nothing for one that is."""
        return self._marked(code)

    def _mark(self, code: str) -> Markup:
        if code == self._language:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(code, self.direction(code))

    def joined(self, parts: Iterable[str], style: str = "standard") -> str:
        """A list in words: `A, B and C`; style `or` for `A, B or C`."""
        return _joined(tuple(map(str, parts)), self._language, style)

    def term_label(self, term: TermLink) -> str:
        """A term in the page's language: a country's name, a type's word; a town, skill or company as it is called."""
        if term.kind == "country":
            return self.country(term.name)
        if term.kind == "type":
            return self.type_label(term.name)
        return self.workplace_label("remote") if term.kind == "remote" else term.name

    def type_label(self, value: str) -> str:
        """An employment type in words: the string `type.VALUE`."""
        return self.t(f"type.{value}")

    def type_labels(self, values: Iterable[str]) -> str:
        """Employment types in words, one after the other: `Full-time, Internship`."""
        return ", ".join(map(self.type_label, values))

    def workplace_label(self, value: str) -> str:
        """On site, hybrid or remote in words: the string `workplace.VALUE`."""
        return self.t(f"workplace.{value}")

    def unit_label(self, value: str) -> str:
        """What pay is for, in words: the string `unit.VALUE`, `a year`."""
        return self.t(f"unit.{value}")

    def education_label(self, value: str) -> str:
        """An education in words: the string `education.VALUE`."""
        return self.t(f"education.{value}")

    def who_may_apply(self, posting: Posting) -> str:
        """From where one may apply, in words: `United States and Canada`; empty when the posting does not say."""
        return self.joined(facts.who_may_apply(posting.applicants, self._say))

    def where(self, posting: Posting) -> str:
        """Where the work is done, in one line: `Remote, United States`, `Lisbon, Portugal and 2 more`."""
        if posting.remote:
            names = facts.who_may_apply(posting.applicants, self._say)
            who = self.joined(names)
            if len(names) > AREAS:
                who = self.t("where.more", count=len(names) - 2, place=", ".join(names[:2]))
            return self.t("where.remote", who=who) if who else self.workplace_label("remote")
        if not posting.locations:
            return self.workplace_label(posting.workplace) if posting.workplace else ""
        first, *more = posting.locations
        place = self.place(first)
        if more:
            place = self.t("where.more", count=len(more), place=place)
        return self.t("where.hybrid", place=place) if posting.workplace == "hybrid" else place

    def likeness(self, other: SimilarPosting, posting: Posting) -> str:
        """Why a posting is like another: `Go and Rust too; same department; also in this place`."""
        said = [self.t("reason.skills", skills=self.joined(other.skills[:4]))] if other.skills else []
        if other.department:
            said.append(self.t("reason.department"))
        if other.place:
            both_remote = other.card.posting.remote and posting.remote
            said.append(self.t("reason.remote" if both_remote else "reason.place"))
        return "; ".join(said)

    def minutes(self, count: int) -> str:
        """A duration: `45 min`, `1 h 30 min`."""
        return facts.duration(count, self._say)

    def slug(self, text: str) -> str:
        """Text as the part of an address, or an id: `senior-engineer`."""
        return slugify(text)

    def asset(self, name: str) -> str:
        """Address of an asset of the theme by its name below `assets/`: its fingerprint is put in."""
        found = self._hrefs.get(name)
        if found is None:
            raise no_asset(self._theme, name)
        return found

    def href(self, path: str) -> str:
        """Address of a path of the site: below the path of `base_url`, percent-encoded."""
        return href(self._theme.base_path, path)


def _cut(text: str) -> str:
    """The words of `text` that fit into a title, with an ellipsis for the rest."""
    while text and len(escape(text)) >= TITLE_LENGTH:
        text = text[:-1].rpartition(" ")[0] or text[:-1]
    return f"{text.rstrip(' ,;:·–(')}…"
