"""Themes: the chain of folders, assets, strings, the look, and what templates can ask for."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from ssg.config import UiLanguage, load_config
from ssg.diagnostics import ConfigError, Problems
from ssg.model import Posting
from ssg.pages.contexts import Group, HomePage, NotFoundPage, Page, Pager, ProsePage, RedirectPage, SiteFrame, TermLink
from ssg.render import render_page, row, row_templates, words_for
from ssg.render.checking import check_templates
from ssg.theme import Theme, load_theme
from ssg.theme.colour import contrast, readable

STRINGS = """\
hello: Hello
greeting: "Hello, {name}"
roles: {one: "{count} role", other: "{count} roles"}
pay.range: "{low} – {high} {unit}"
pay.amount: "{amount} {unit}"
pay.from: From {amount} {unit}
pay.up_to: Up to {amount} {unit}
unit.year: a year
type.full-time: Full-time
workplace.remote: Remote
workplace.hybrid: Hybrid
applicants.worldwide: anywhere
where.remote: Remote, {who}
where.hybrid: "{place}, hybrid"
where.more: {one: "{place} and {count} more", other: "{place} and {count} more"}
duration.minutes: "{minutes} min"
duration.hours: "{hours} h"
duration.both: "{hours} h {minutes} min"
js.saved: Saved </script>
js.roles: {one: "{count} role", other: "{count} roles"}
"""
BASE = {
    "themes/base/theme.yaml": "{}",
    "themes/base/strings/en.yaml": STRINGS,
    "themes/base/templates/404.html": "{% block main %}base {{ t('hello') }}{% endblock %}",
}
CHILD = {"themes/acme/theme.yaml": "extends: base"}
SITE = """\
title: Careers
base_url: https://example.org/careers/
companies: {acme: {name: Acme}}
"""
FRAME = SiteFrame(
    title="Careers <b>",
    description="",
    base_url="https://example.org/careers/",
    base_path="/careers/",
    language="en",
    direction="ltr",
    text_language="en",
    languages=("en",),
    home="/careers/",
    nav=(),
    search="",
    pagefind="",
    repository="",
    logo="",
    time_zone="UTC",
    pay_unit="year",
)
PAGE = Page("404", "404.html", "https://example.org/careers/404.html", "", "", ())

LoadTheme = Callable[..., tuple[Theme, list[str]]]


@pytest.fixture
def load(make_site: Callable[..., Path]) -> LoadTheme:
    """`load(files, site_yaml)` writes a site with a small base theme and answers its theme and the problems."""

    def load_(files: Mapping[str, str | bytes] = {}, site_yaml: str = SITE) -> tuple[Theme, list[str]]:
        root = make_site(site_yaml=site_yaml)
        for name, content in {**BASE, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        problems = Problems()
        theme = load_theme(root, load_config(root, problems), problems)
        return theme, [str(problem) for problem in problems]

    return load_


def acme(site_yaml: str = SITE) -> str:
    return site_yaml + "theme: acme\n"


def page(theme: Theme, template: str = "404", site: SiteFrame = FRAME, **extra: object) -> str:
    return render_page(theme, site, template, NotFoundPage(PAGE), extra)


def render(load: LoadTheme, template: str, files: Mapping[str, str] = {}, **extra: object) -> str:
    """What one template says, on a site with the base theme of these tests."""
    theme, problems = load({"themes/base/templates/404.html": template, **files})
    assert problems == []
    return page(theme, **extra)


def mistake(load: LoadTheme, template: str, files: Mapping[str, str] = {}, **extra: object) -> str:
    """What is said of a template that cannot be rendered."""
    with pytest.raises(ConfigError) as found:
        render(load, template, files, **extra)
    return str(found.value)


# The chain


def test_a_child_theme_replaces_a_file_and_keeps_the_rest(load: LoadTheme) -> None:
    theme, problems = load({**CHILD, "themes/acme/templates/term.html": "acme term"}, acme())
    assert problems == []
    assert [folder.name for folder in theme.folders] == ["acme", "base"]
    assert page(theme, "term") == "acme term"
    assert page(theme, "404") == "base Hello"


def test_a_child_template_extends_the_parents_by_its_name(load: LoadTheme) -> None:
    extending = '{% extends "!base/404.html" %}{% block main %}acme, {{ super() }}{% endblock %}'
    theme, _ = load({**CHILD, "themes/acme/templates/404.html": extending}, acme())
    assert page(theme) == "acme, base Hello"


def test_a_parents_template_gets_the_childs_partials(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/base/templates/404.html": '{% include "partials/x.html" %} {% include "!base/partials/x.html" %}',
        "themes/base/templates/partials/x.html": "base",
        "themes/acme/templates/partials/x.html": "acme",
    }
    assert page(load(files, acme())[0]) == "acme base"


def test_a_chain_of_three_looks_from_the_most_specific_on(load: LoadTheme) -> None:
    files = {
        "themes/acme/theme.yaml": "extends: middle",
        "themes/middle/theme.yaml": "description: Between.",
        "themes/middle/templates/404.html": "middle {{ t('hello') }}",
        "themes/middle/strings/en.yaml": "hello: Hi",
    }
    assert page(load(files, acme())[0]) == "middle Hi"


def test_a_folder_without_theme_yaml_extends_the_base_theme(load: LoadTheme) -> None:
    theme, problems = load({"themes/acme/templates/404.html": "acme"}, acme())
    assert problems == []
    assert [folder.name for folder in theme.folders] == ["acme", "base"]


CHAIN_MISTAKES = {
    "unknown": (
        {},
        SITE + "theme: acem\n",
        "site.yaml:4:8: error: there is no theme `acem` in themes/. Did you mean `acme`? [theme]",
    ),
    "unknown parent": (
        {"themes/acme/theme.yaml": "description: x\nextends: bse\n"},
        acme(),
        "themes/acme/theme.yaml:2:10: error: there is no theme `bse` in themes/. Did you mean `base`? [theme]",
    ),
    "circle": (
        {"themes/acme/theme.yaml": "extends: other", "themes/other/theme.yaml": "extends: acme"},
        acme(),
        "themes/other/theme.yaml:1:10: error: the themes extend each other in a circle: acme → other → acme. "
        "Let one of them extend `base` [theme]",
    ),
    "unknown key": (
        {"themes/acme/theme.yaml": "extend: base"},
        acme(),
        "themes/acme/theme.yaml:1:1: error: `extend` is not a field that is known here. Did you mean `extends`? "
        "Write `extends: base` "
        "[unknown-key]",
    ),
    "unknown setting": (
        {"themes/acme/theme.yaml": "settings: {acent: '#000000'}"},
        acme(),
        "themes/acme/theme.yaml:1:12: error: `acent` is not a field of `settings` that is known here. "
        'Did you mean `accent`? Write `accent: "#000000"` [unknown-key]',
    ),
}


@pytest.mark.parametrize("case", CHAIN_MISTAKES)
def test_a_broken_chain_is_told_with_its_file_and_line(load: LoadTheme, case: str) -> None:
    files, site_yaml, message = CHAIN_MISTAKES[case]
    theme, problems = load({**CHILD, **files}, site_yaml)
    assert problems == [message]
    assert theme.folders[-1].name == "base"


# Templates


def test_a_template_that_extends_its_own_name_is_told_of_the_exclamation_mark(load: LoadTheme) -> None:
    theme, _ = load({**CHILD, "themes/acme/templates/404.html": '\n{% extends "404.html" %}'}, acme())
    with pytest.raises(ConfigError) as found:
        page(theme)
    assert str(found.value) == (
        "themes/acme/templates/404.html:2: error: the template extends itself: themes/acme/templates/404.html → "
        'themes/acme/templates/404.html. Name the parent theme outright: `{% extends "!base/404.html" %}` [template]'
    )


def test_templates_that_extend_each_other_are_told_so(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/acme/templates/404.html": '{% extends "!base/404.html" %}',
        "themes/base/templates/404.html": '{% extends "404.html" %}',
    }
    with pytest.raises(
        ConfigError, match=r"the template extends itself: .*base.* → .*acme.* → .*base.* Extend another"
    ):
        page(load(files, acme())[0])


def test_a_block_that_no_template_above_has_is_refused_and_a_new_one_inside_another_is_not(load: LoadTheme) -> None:
    base = {"themes/base/templates/base.html": "<main>{% block main %}{% endblock %}</main>"}
    child = '{% extends "!base/404.html" %}\n{% block BLOCK %}{% block aside %}new{% endblock %}{% endblock %}'
    files = {
        **CHILD,
        **base,
        "themes/base/templates/404.html": '{% extends "base.html" %}{% block main %}{% endblock %}',
    }
    files["themes/acme/templates/404.html"] = child.replace("BLOCK", "main")
    assert page(load(files, acme())[0]) == "<main>new</main>"
    files["themes/acme/templates/404.html"] = child.replace("BLOCK", "mian")
    with pytest.raises(ConfigError) as caught:
        page(load(files, acme())[0])
    assert str(caught.value) == (
        "themes/acme/templates/404.html:2: error: no template that this one extends has a block `mian`. "
        "Did you mean `main`? [template]"
    )


TEMPLATE_MISTAKES = {
    "{{ site.title }}\n{{ nmae }}": (
        "themes/base/templates/404.html:2: error: nothing is called `nmae` here. Did you mean `name`? [template]"
    ),
    "{{ site.titel }}": (
        "themes/base/templates/404.html:1: error: `titel` is no field of SiteFrame. Did you mean `title`? [template]"
    ),
    "{{ p.salery }}": (
        "themes/base/templates/404.html:1: error: `salery` is no field of Posting. Did you mean `salary`? [template]"
    ),
    "\n\n{% if %}": (
        "themes/base/templates/404.html:3: error: Expected an expression, got 'end of statement block'. "
        "Mend the template; https://jinja.palletsprojects.com/templates/ [template]"
    ),
    "\n{{ name | dat }}": (
        "themes/base/templates/404.html:2: error: No filter named 'dat'. Did you mean `date`? [template]"
    ),
    "\n{% include 'partials/carrd.html' %}": (
        "themes/base/templates/404.html:2: error: there is no template `partials/carrd.html`. "
        "Did you mean `partials/card.html`? [template]"
    ),
    "{% include '../../../site.yaml' %}": (
        "themes/base/templates/404.html:1: error: there is no template `../../../site.yaml`. "
        "The themes that are searched: base [template]"
    ),
    "\n{{ t('helo') }}": (
        "themes/base/templates/404.html:2: error: there is no string `helo` in strings/en.yaml. "
        "Did you mean `hello`? [strings]"
    ),
    "{{ t('greeting') }}": (
        "themes/base/templates/404.html:1: error: `{name}` in the string `greeting` gets no value. "
        'Write `t("greeting", name=…)` [strings]'
    ),
    "{{ t('roles') }}": (
        "themes/base/templates/404.html:1: error: the string `roles` has plural forms and no count. "
        'Write `t("roles", count=…)` [template]'
    ),
    "{{ asset('sit.css') }}": (
        "themes/base/templates/404.html:1: error: there is no asset `sit.css`. Did you mean `site.css`? [asset]"
    ),
    "{{ date(name) }}": (
        "themes/base/templates/404.html:1: error: `date` wants a date, and gets `Ada`. "
        "`posting.date_posted` is one [template]"
    ),
    "\n{{ name + 1 }}": (
        'themes/base/templates/404.html:2: error: TypeError: can only concatenate str (not "int") to str [template]'
    ),
    "{% include '404.html' %}": (
        "themes/base/templates/404.html:1: error: templates include each other without end. "
        "Name a parent's template as `!THEME/NAME` [template]"
    ),
}


@pytest.mark.parametrize("template", TEMPLATE_MISTAKES)
def test_a_mistake_in_a_template_is_told_with_its_line(load: LoadTheme, template: str) -> None:
    files = {"themes/base/templates/partials/card.html": "", "themes/base/assets/site.css": ""}
    assert mistake(load, template, files, name="Ada", p=posting()) == TEMPLATE_MISTAKES[template]


def test_a_place_that_only_a_childs_words_have_is_told_at_those_words(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/base/templates/404.html": '{{ t("hello") }}',
        "themes/acme/strings/en.yaml": "# Ours\nhello: Hi {nam}\n",
    }
    theme, problems = load(files, acme())
    assert problems == []
    with pytest.raises(ConfigError) as caught:
        page(theme)
    assert str(caught.value) == (
        "themes/acme/strings/en.yaml:2: error: `{nam}` in the string `hello` gets no value. "
        'Take it out, or write `t("hello", nam=…)` where the templates ask for it [strings]'
    )


def test_a_mistake_in_an_included_template_names_that_one(load: LoadTheme) -> None:
    files = {"themes/base/templates/partials/card.html": "\n\n{{ nothing.here }}"}
    assert mistake(load, "{% include 'partials/card.html' %}", files).startswith(
        "themes/base/templates/partials/card.html:3: error: nothing is called `nothing` here."
    )


def test_a_fault_of_the_program_keeps_its_traceback(load: LoadTheme) -> None:
    def broken() -> None:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        render(load, "{{ broken() }}", broken=broken)


def test_what_goes_wrong_in_another_process_arrives_whole(load: LoadTheme) -> None:
    with pytest.raises(ConfigError) as found:
        render(load, "{{ nothing }}")
    arrived = pickle.loads(pickle.dumps(found.value))
    assert str(arrived) == str(found.value)
    assert arrived.diagnostics == found.value.diagnostics


def test_values_are_escaped_and_bodies_are_not(load: LoadTheme) -> None:
    theme, _ = load({"themes/base/templates/page.html": "{{ site.title }}{{ html }}{{ page.title }}"})
    context = ProsePage(replace(PAGE, title="<i>"), "<p>ours</p>", "en", "content/pages/x.md", "")
    assert render_page(theme, FRAME, "page", context, {}) == "Careers &lt;b&gt;<p>ours</p>&lt;i&gt;"


class Asked:
    """Stands for a card, and counts how often a template wants its name."""

    count = 0

    @property
    def name(self) -> str:
        self.count += 1
        return "Engineer"


def list_of(cards: Sequence[Any]) -> HomePage:
    return HomePage(PAGE, (Group(None, tuple(cards)),), (), (), Pager(1, 1, "", ""), len(cards), "")


def test_rows_made_ahead_are_not_made_again(load: LoadTheme) -> None:
    shown = '{% for card in groups[0].cards %}{{ part("row.html", card=card) }}{% endfor %}'
    files = {"home.html": shown, "row.html": '<li>{{ part("name.html", card=card) }}', "name.html": "{{ card.name }}"}
    theme, _ = load({f"themes/base/templates/{name}": text for name, text in files.items()})
    first, second, third = Asked(), Asked(), Asked()
    assert row_templates(theme, FRAME, "home", list_of([first]), {}) == ("row.html",)
    assert row(theme, FRAME, "row.html", second, None) == "<li>Engineer"
    row(theme, FRAME, "row.html", third, "<li>Known")
    assert render_page(theme, FRAME, "home", list_of([first, second, third]), {}) == "<li>Engineer<li>Engineer<li>Known"
    assert [card.count for card in (first, second, third)] == [1, 1, 0]


def test_a_mistake_in_a_row_waits_for_the_page(load: LoadTheme) -> None:
    files = {"home.html": '{{ part("row.html", card=groups[0].cards[0]) }}', "row.html": "{{ card.nane }}"}
    theme, _ = load({f"themes/base/templates/{name}": text for name, text in files.items()})
    assert row_templates(theme, FRAME, "home", list_of([Asked()]), {}) == ()
    with pytest.raises(ConfigError, match=r"row\.html:1"):
        render_page(theme, FRAME, "home", list_of([Asked()]), {})


def test_every_field_of_the_context_is_a_variable(load: LoadTheme) -> None:
    theme, _ = load({"themes/base/templates/redirect.html": "{{ href }} {{ target }} {{ page.path }} {{ body }}"})
    context = RedirectPage(PAGE, "/careers/jobs/x/", "https://example.org/careers/jobs/x/")
    text = render_page(theme, FRAME, "redirect", context, {"body": "<p>"})
    assert text == "/careers/jobs/x/ https://example.org/careers/jobs/x/ 404.html <p>"


def test_imported_macros_have_the_functions_of_their_language(load: LoadTheme) -> None:
    files = {
        "themes/base/templates/404.html": "{% from 'm.html' import m %}{{ m() }} {{ 'PT' | country }}",
        "themes/base/templates/m.html": "{% macro m() %}{{ t('hello') }} {{ 'DE' | country }}{% endmacro %}",
        "themes/base/strings/de.yaml": "hello: Hallo",
    }
    theme, _ = load(files, SITE + "languages: [en, de]\n")
    assert page(theme) == "Hello Germany Portugal"
    assert page(theme, site=replace(FRAME, language="de")) == "Hallo Deutschland Portugal"


def test_a_theme_is_read_without_jinja_or_babel() -> None:
    code = "import sys, ssg.theme, ssg.render; print(sorted({'jinja2', 'babel'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_check_finds_every_mistake_of_every_template_at_once(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/acme/templates/404.html": "{{ t('helo') }}\n{{ 'sit.css' | asset }}{{ t('a' ~ x) }}",
        "themes/acme/templates/term.html": "{% extends '!bse/404.html' %}{% include 'no' ignore missing %}",
        "themes/base/templates/404.html": "{% if %}",
        "themes/base/templates/home.html": "{% extends 'home.html' %}",
        "themes/base/templates/page.html": "{{ nothing | dat }}",
        "themes/base/assets/site.css": "",
    }
    theme, _ = load(files, acme())
    root = theme.folders[0].path.parents[1]
    assert [(d.path.removeprefix("themes/"), d.line, d.message) for d in check_templates(theme, root)] == [
        ("acme/templates/404.html", 1, "there is no string `helo` in strings/en.yaml"),
        ("acme/templates/404.html", 2, "there is no asset `sit.css`"),
        ("acme/templates/term.html", 1, "there is no template `!bse/404.html`"),
        ("base/templates/404.html", 1, "Expected an expression, got 'end of statement block'"),
        (
            "base/templates/home.html",
            1,
            "the template extends itself: themes/base/templates/home.html → themes/base/templates/home.html",
        ),
        ("base/templates/page.html", 1, "No filter named 'dat'"),
    ]


def test_the_themes_of_the_repository_have_no_mistake() -> None:
    root = Path(__file__).parent.parent
    for name in sorted(path.name for path in (root / "themes").iterdir()):
        problems = Problems()
        config = load_config(root, problems).model_copy(update={"theme": name, "languages": get_args(UiLanguage)})
        theme = load_theme(root, config, problems)
        assert [*map(str, problems), *map(str, check_templates(theme, root))] == []


def test_templates_that_are_not_the_sites_own_are_not_checked_again(load: LoadTheme) -> None:
    theme, _ = load({**CHILD, "themes/base/templates/404.html": "{% if %}"}, acme())
    assert list(check_templates(theme, theme.folders[0].path)) == []


def test_what_a_child_theme_adds_and_nothing_asks_for_is_a_warning(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/base/templates/404.html": '{{ t("hello") }}',
        "themes/acme/templates/404.html": '{% include "partials/hero.html" %}{{ t("motto") }}',
        "themes/acme/templates/partials/hero.html": "",
        "themes/acme/templates/405.html": "",
        "themes/acme/strings/en.yaml": "motto: Bread\nhello: Hi\nhelo: Hi\n",
    }
    theme, problems = load(files, acme())
    assert problems == []
    assert [str(found) for found in check_templates(theme, theme.folders[0].path.parents[1])] == [
        "themes/acme/templates/405.html:1: warning: nothing asks for the template `405.html`, "
        "which no parent theme has. Did you mean `404.html`? [template]",
        "themes/acme/strings/en.yaml:3: warning: nothing asks for the string `helo`, which no parent theme has. "
        "Did you mean `hello`? [strings]",
    ]


CONSTRUCTS = {
    "loop.html": "{% for x in xs if x %}{{ loop.index }}{{ x }}{% else %}none{% endfor %}",
    "recursive.html": "{% for x in tree recursive %}<{{ x.n }}>{{ loop(x.kids) }}</>{% endfor %}",
    "macro.html": "{% macro m(a, b='<') %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% call m('&') %}in{% endcall %}",
    "set.html": "{% set a %}<i>{{ xs[0] }}</i>{% endset %}{{ a }}",
    "namespace.html": "{% set ns = namespace(n=0) %}{% for x in xs %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
    "filter.html": "{% filter upper %}a{{ xs[0] }}{% endfilter %}{{ 'a<' ~ xs[0] ~ '<b>' | safe }}",
    "include.html": "{% for x in xs %}{% include 'part.html' %}{% endfor %}{% include 'no.html' ignore missing %}",
    "part.html": "[{{ x }}{{ loop.last }}]",
    "parent.html": "<{% block a scoped %}pa{{ xs[0] }}{% endblock %}|{% block b %}pb{% endblock %}>{{ self.a() }}",
    "child.html": "{% extends 'parent.html' %}ignored{% set y = 3 %}{% block a %}c{{ super() }}{% endblock %}",
    "chosen.html": "before{% if xs %}{% extends 'parent.html' %}{% endif %}{% block b %}c{{ super() }}{% endblock %}",
    "import.html": "{% import 'lib.html' as lib %}{% from 'lib.html' import k %}{{ lib.k('<') }}{{ k(1) }}",
    "lib.html": "{% macro k(x) %}({{ x }}){% endmacro %}",
    "escape.html": "{% autoescape false %}{{ '<' }}{% endautoescape %}{{ none }}{{ 1.5 }}{{ markup }}{{ true }}",
    "quotes.html": "{{ '\"\\'&' }}{{ xs }}",
    "with.html": "{% with a = 1 %}{{ a }}{% endwith %}{{ a is defined }}",
    "filters.html": "{{ (xs | map('upper') | list)[0] }}{{ 'y' if 0 }}{{ xs | join('<') }}",
    "raw.html": "{% raw %}{{ x }}{% endraw %}\n  {% if true %}\nline\n  {% endif %}\nend\n",
    "twice.html": "{% include 'own.html' %}{% include 'own.html' %}{{ y is defined }}{{ x }}",
    "own.html": "{{ x }}{% set x = xs[0] %}{% set y = '&' %}{{ x }}{{ y }}",
    "around.html": "{% set x = 'around' %}{% include 'own.html' %}{{ x }}",
    "early.html": "{% include 'own.html' %}{% set x = 'late' %}{% include 'own.html' %}{{ x }}",
    "nested.html": "{% if xs %}{% include 'twice.html' %}{% else %}{% include 'no.html' %}{% endif %}{{ x }}",
    "block.html": "{% extends 'parent.html' %}{% set x = 'top' %}{% block a %}{% include 'twice.html' %}{% endblock %}",
    "looping.html": "{% for x in xs %}{% include 'inner.html' %}{% include 'plain.html' %}{% endfor %}",
    "inner.html": "{% for z in xs if z %}{{ loop.index }}{{ z }}{% else %}none{% endfor %}",
    "plain.html": "<{{ xs | length }}{{ no is defined }}>",
    "counted.html": "{% set ns = namespace(n=0) %}{% include 'counts.html' %}{% include 'counts.html' %}{{ ns.n }}",
    "counts.html": "{% if ns is defined %}{% set ns.n = ns.n + 1 %}{% endif %}",
    "wholes.html": "{% include 'child.html' %}{% include 'macro.html' %}{% include 'escape.html' %}{{ x }}",
    "self.html": "{% include 'parent.html' %}{% include 'import.html' %}",
    "chosen_one.html": "{% include ['no.html', 'own.html'] %}{% include y | default('own.html') %}",
    "without.html": "<{% include 'inner_without.html' without context %}|{% include 'no.html' ignore missing %}>",
    "without_block.html": "a{% block z %}x{% include 'o.html' without context %}y{% endblock %}",
    "scopes.html": "{{ x }}{% include 'scoped.html' %}",
    "scoped.html": "{% for z in xs %}{{ x if x is defined else '-' }}{% endfor %}{% set x = 1 %}{{ x }}",
    "inner_without.html": "{{ x is defined }}{{ y is defined }}",
    "macros.html": "{% macro m(x) %}{% include 'own.html' %}{% include 'plain.html' %}{% endmacro %}{{ m(1) }}{{ x }}",
    "named.html": "{% macro plain() %}mine{% endmacro %}{% include 'calls.html' %}",
    "calls.html": "{{ plain() if plain is defined else 'none' }}",
    "keywords.html": "{{ dict(**{'a': 1}).a }}{{ dict(class=2, b=3)['class'] }}{{ range(*[1, 3]) | list }}",
    "fields.html": "{{ tree[0].n }}{{ tree[0].kids[0].n }}{{ tree[0].no is defined }}{{ 'a'.upper() }}{{ 1.5.real }}",
    "reserved.html": "{{ {'class': 1}.class }}{{ {'None': 2}.None }}",
    "stored.html": "{% with x = 1 %}{% include 'plain.html' %}{% include 'own.html' %}{% endwith %}{{ x }}",
    "filtered.html": "{% filter upper %}{% include 'own.html' %}{% endfilter %}",
    "captured.html": "{% set z %}{% include 'own.html' %}{% endset %}{{ z }}{{ z }}",
    "unescaped.html": "{% autoescape false %}{% include 'own.html' %}{{ xs[0] }}{% endautoescape %}{{ x }}",
    "volatile.html": "{% autoescape xs %}{% include 'own.html' %}{% endautoescape %}{% include 'unescaped.html' %}",
    "macro_unescaped.html": "{% from 'two.html' import m %}{% autoescape false %}{{ m() }}{% endautoescape %}{{ m() }}",
    "two.html": "{% macro k() %}<k>{% endmacro %}{% macro m() %}{{ k() }}{% endmacro %}",
    "after.html": "{% extends 'parent.html' %}{% include 'own.html' %}",
    "loops.html": "{% for x in xs %}{% include 'loop_in_loop.html' %}{% endfor %}",
    "loop_in_loop.html": "{% for z in xs %}{{ loop.index }}{% endfor %}{% include 'asks_loop.html' %}",
    "asks_loop.html": "({{ loop.last }})",
    "assigns_super.html": "{% extends 'parent.html' %}{% block b %}{% include 'o.html' %}{{ super() }}{% endblock %}",
    "o.html": "{% set super = 7 %}{% set self = 7 %}",
    "assigns_varargs.html": "{% macro m() %}{% include 'varargs.html' %}{{ varargs | length }}{% endmacro %}{{ m(1) }}",
    "varargs.html": "{% set varargs = [] %}",
    "own_words.html": "{{ dict(_loop_vars=1) }}{{ dict(_block_vars=1) }}",
}


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_templates_say_what_jinja_says(load: LoadTheme, name: str) -> None:
    theme, _ = load({f"themes/base/templates/{each}": text for each, text in CONSTRUCTS.items()})
    tree = [{"n": 1, "kids": [{"n": 2, "kids": []}]}]
    values = {"xs": ["<a>", "", "b"], "tree": tree, "markup": Markup("<b>"), "x": "x", "loop": {"last": 1}}
    plain = Environment(
        loader=DictLoader(CONSTRUCTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    assert page(theme, name.removesuffix(".html"), **values) == plain.get_template(name).render(values)


# Strings


def test_a_string_is_the_childs_then_the_languages_then_english(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/base/strings/en.yaml": STRINGS + "only_english: English\nboth: base\n",
        "themes/base/strings/de.yaml": "hello: Hallo\nboth: Basis\n",
        "themes/acme/strings/en.yaml": "both: acme\nown: Own\n",
        "themes/acme/strings/de.yaml": "hello: Moin\n",
        "themes/base/templates/404.html": "{{ t('hello') }} {{ t('both') }} {{ t('only_english') }} {{ t('own') }}",
    }
    theme, problems = load(files, acme() + "languages: [en, de]\n")
    assert problems == []
    assert page(theme) == "Hello acme English Own"
    assert page(theme, site=replace(FRAME, language="de")) == "Moin Basis English Own"


PLURALS = {("en", 1): "1 role", ("en", 1200): "1,200 roles", ("fr", 0): "0 poste", ("fr", 1_000_000): "1 000 000 de"}


@pytest.mark.parametrize(("language", "count"), PLURALS)
def test_a_count_takes_the_form_and_the_digits_of_its_language(load: LoadTheme, language: str, count: int) -> None:
    french = 'roles: {one: "{count} poste", many: "{count} de", other: "{count} postes"}'
    theme, _ = load({"themes/base/strings/fr.yaml": french}, SITE + "languages: [en, fr]\n")
    said = words_for(theme, language).t("roles", count=count)
    assert said.replace("\u202f", " ") == PLURALS[language, count]


def test_values_in_a_string_are_escaped_unless_they_are_markup(load: LoadTheme) -> None:
    template = "{{ t('greeting', name=name) }}"
    assert render(load, template, name="<b>") == "Hello, &lt;b&gt;"
    assert render(load, template, name=Markup("<b>")) == "Hello, <b>"


def test_a_string_with_signs_of_html_is_text(load: LoadTheme) -> None:
    files = {"themes/base/strings/en.yaml": 'and: "R&D <3 {name}"'}
    assert render(load, "{{ t('and', name=name) }}", files, name=Markup("<b>")) == "R&amp;D &lt;3 <b>"


def test_words_for_scripts_cannot_end_their_script(load: LoadTheme) -> None:
    text = render(load, "<script type=application/json>{{ words('js.') }}</script>")
    inside = text.removeprefix("<script type=application/json>").removesuffix("</script>")
    assert "<" not in inside
    assert json.loads(inside) == {
        "roles": {"one": "{count} role", "other": "{count} roles"},
        "saved": "Saved </script>",
    }


STRING_MISTAKES = {
    "- hello": "themes/base/strings/de.yaml:1: error: the file is no list of `key: words`. Write lines `key: words`",
    "hello: [a, b]": (
        'themes/base/strings/de.yaml:1:8: error: `hello` holds a list where words are expected. Write `hello: "…"`'
    ),
    "roles: {one: a, othr: b}": (
        "themes/base/strings/de.yaml:1:17: error: `othr` of `roles` is no plural form. Did you mean `other`?"
    ),
    "roles: {one: a}": (
        "themes/base/strings/de.yaml:1:8: error: `roles` has no form `other`, which every language needs. "
        'Write `other: "…"`'
    ),
    "hello: a\ngreeting: Hallo, {nmae}": (
        "themes/base/strings/de.yaml:2:11: error: `{nmae}` in `greeting` stands for nothing. Did you mean `{name}`?"
    ),
}


@pytest.mark.parametrize("text", STRING_MISTAKES)
def test_a_wrong_string_is_told_with_its_line(load: LoadTheme, text: str) -> None:
    _, problems = load({"themes/base/strings/de.yaml": text}, SITE + "languages: [en, de]\n")
    assert [problem.rpartition(" [")[0] for problem in problems] == [STRING_MISTAKES[text]]


def test_a_language_without_strings_is_a_warning(load: LoadTheme) -> None:
    _, problems = load(site_yaml=SITE + "languages: [en, fr]\n")
    assert problems == [
        "themes/base/strings/fr.yaml: warning: no theme has strings/fr.yaml: the site's words would be English there. "
        "Copy themes/base/strings/en.yaml and translate it [strings]"
    ]


# Words


def posting(**fields: Any) -> Posting:
    own: dict[str, Any] = {"title": "Engineer", "date_posted": date(2026, 11, 2), "slug": "x", "path": "x.md"}
    return Posting.model_validate({**own, "digest": "", "company": "acme", "language": "en", **fields})


PAY = {"currency": "USD", "unit": "year"}
SAID = {
    "{{ pay(p.salary) }}": ({"salary": {"min": 170000, "max": 230000, **PAY}}, "$170,000 – $230,000 a year"),
    "{{ p.salary | pay }}": ({"salary": {"amount": 24.5, **PAY}}, "$24.50 a year"),
    "{{ p.salary | pay }} ": ({"salary": {"min": 1000, "max": 1000, **PAY}}, "$1,000 a year "),
    " {{ p.salary | pay }}": ({"salary": {"min": 1000, **PAY}}, " From $1,000 a year"),
    "  {{ p.salary | pay }}": ({"salary": {"max": 1000, **PAY}}, "  Up to $1,000 a year"),
    "[{{ p.salary | pay }}]": ({}, "[]"),
    "{{ p.date_posted | date }}": ({}, "2 November 2026"),
    "{{ date(p.date_posted, 'medium') }}": ({}, "2 Nov 2026"),
    "{{ p.date_posted | iso }}[{{ p.valid_through | iso }}]": ({}, "2026-11-02[]"),
    "{{ p.locations[0] | place }}": ({"locations": [{"city": "Lisbon", "country": "PT"}]}, "Lisbon, Portugal"),
    "{{ place(p.locations[0]) }}; {{ place(p.locations[1]) }}": (
        {"locations": [{"city": "Seattle", "region": "WA", "country": "US"}, {"region": "BE", "country": "DE"}]},
        "Seattle, WA, United States; Berlin, Germany",
    ),
    "{{ place(p.locations[0]) }}; {{ place(p.locations[0], true) }}; {{ place(p.locations[1], true) }}": (
        {
            "locations": [
                {"city": "Lyon", "region": "Auvergne-Rhône-Alpes", "country": "FR"},
                {"city": "Berlin", "region": "BE", "country": "DE"},
            ]
        },
        "Lyon, France; Lyon, Auvergne-Rhône-Alpes, France; Berlin, Germany",
    ),
    "{{ 'Europe/Lisbon' | time_zone }}, {{ time_zone('America/Argentina/Buenos_Aires') }}, {{ time_zone('UTC') }}": (
        {},
        "Lisbon, Buenos Aires, UTC",
    ),
    "{{ 'Go' | head_title('Careers') }}; {{ 'Careers' | head_title('Careers') }}; {{ '' | head_title('Careers') }}": (
        {},
        "Go – Careers; Careers; Careers",
    ),
    "{{ p.title | head_title('Careers') }}": (
        {"title": "Senior Backend Developer for the Trust & Safety Platform"},
        "Senior Backend Developer for the Trust &amp; Safety Platform – Careers",
    ),
    "{{ p.title | head_title('Careers') }} ": (
        {"title": "Senior Backend Developer for the Trust & Safety Platform Team"},
        "Senior Backend Developer for the Trust &amp; Safety Platform Team ",
    ),
    " {{ p.title | head_title('Careers') }}": (
        {"title": f"Sachbearbeitung {'langer Titel, ' * 5}"},
        " Sachbearbeitung langer Titel, langer Titel, langer Titel, langer…",
    ),
    "{{ 'data' | csp_hash }}": ({}, "sha256-Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc="),
    "{{ p | where }}": ({"workplace": "remote", "applicants": {"countries": ["US"]}}, "Remote, United States"),
    "{{ where(p) }}": ({"workplace": "remote", "applicants": {"worldwide": True}}, "Remote, anywhere"),
    "{{ where(p) }} ": ({"workplace": "remote"}, "Remote "),
    "{{ where(p) }}  ": ({"workplace": "hybrid"}, "Hybrid  "),
    " {{ where(p) }}": ({}, " "),
    "  {{ where(p) }}": (
        {"workplace": "remote", "applicants": {"countries": ["US", "CA", "PT", "ES", "DE"]}},
        "  Remote, United States, Canada and 3 more",
    ),
    "{{p|where}}": (
        {"workplace": "hybrid", "locations": [{"city": "Lisbon", "country": "PT"}, {"country": "DE"}]},
        "Lisbon, Portugal and 1 more, hybrid",
    ),
    "{{ who_may_apply(p) }}": (
        {"applicants": {"countries": ["US", "CA"], "regions": ["US-WA"]}},
        "Canada and Washington, United States",
    ),
    "{{ p.employment_type | map('type_label') | joined }}": ({"employment_type": "full-time"}, "Full-time"),
    "{{ 45 | minutes }}, {{ 60 | minutes }}, {{ minutes(90) }}": ({}, "45 min, 1 h, 1 h 30 min"),
    "{{ 'de' | language_name }} {{ language_name('de', 'en') }} {{ direction('ar') }}": ({}, "Deutsch German rtl"),
    "{{ 12500 | number }} {{ 'US-WA' | region }} {{ 'C++' | slug }}": (
        {},
        "12,500 Washington, United States c-plus-plus",
    ),
    "{{ ['a', 'b', 'c'] | joined('or') }}": ({}, "a, b, or c"),
    "{{ href('jobs/é/') }}": ({}, "/careers/jobs/%C3%A9/"),
    "{{ money(salary, 'EUR') }}": ({}, "€10"),
}


@pytest.mark.parametrize("template", SAID)
def test_what_templates_call_answers_in_words(load: LoadTheme, template: str) -> None:
    fields, said = SAID[template]
    assert render(load, template, p=posting(**fields), salary=Decimal(10)) == said


TERMS = {
    TermLink("country", "pt", "PT", ""): "Portugal",
    TermLink("type", "full-time", "full-time", ""): "Full-time",
    TermLink("remote", "remote", "remote", ""): "Remote",
    TermLink("place", "us-wa-seattle", "Seattle", "", country="US"): "Seattle",
    TermLink("skill", "go", "Go", ""): "Go",
}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.kind)
def test_a_term_is_named_in_the_pages_language(load: LoadTheme, term: TermLink) -> None:
    assert render(load, "{{ term | term_label }}", term=term) == TERMS[term]


def test_an_instant_is_a_date_for_people_and_whole_for_machines(load: LoadTheme) -> None:
    at = datetime(2026, 11, 2, 12, 30, tzinfo=UTC)
    assert render(load, "{{ at | date }} {{ at | iso }}", at=at) == "2 November 2026 2026-11-02T12:30:00+00:00"


# Assets


def output(theme: Theme, name: str) -> str:
    return dict(theme.files())[theme.assets[name]].decode()


def test_an_assets_name_carries_a_digest_of_what_it_holds(load: LoadTheme) -> None:
    one, _ = load({"themes/base/assets/css/site.css": "a{}"})
    other, _ = load({"themes/base/assets/css/site.css": "b{}"})
    assert re.fullmatch(r"assets/css/site\.[0-9a-f]{8}\.css", one.assets["css/site.css"])
    assert one.assets["css/site.css"] != other.assets["css/site.css"]
    assert one.fingerprint != other.fingerprint


def test_a_template_links_an_asset_below_the_path_of_the_site(load: LoadTheme) -> None:
    files = {"themes/base/assets/site.css": "a{}"}
    theme, _ = load({**files, "themes/base/templates/404.html": "{{ asset('site.css') }}"})
    assert page(theme) == "/careers/" + theme.assets["site.css"]


def test_references_lead_to_fingerprinted_names_and_carry_a_change_upwards(load: LoadTheme) -> None:
    def files(icon: str) -> dict[str, str]:
        return {
            "themes/base/assets/css/site.css": "a{background:url(../img/a%20b.svg#x)} b{background:url('data:x,y')}",
            "themes/base/assets/img/a b.svg": icon,
            "themes/base/assets/all.css": '@import "css/site.css"; /* url(gone.svg) */',
        }

    one, problems = load(files("<svg/>"))
    other, _ = load(files("<svg></svg>"))
    assert problems == []
    icon = one.assets["img/a b.svg"].removeprefix("assets/").replace(" ", "%20")
    assert output(one, "css/site.css") == f"a{{background:url(../{icon}#x)}} b{{background:url('data:x,y')}}"
    css = one.assets["css/site.css"].removeprefix("assets/")
    assert output(one, "all.css") == f'@import "./{css}"; /* url(gone.svg) */'
    assert all(one.assets[name] != other.assets[name] for name in ("all.css", "css/site.css", "img/a b.svg"))


SCRIPT = r"""
// import "./gone.js"
/** @typedef {import("./c.js").C} C */
import {a, b as
  c} from "./lib/b.js";
import "./lib/b.js";
export * from './lib/b.js';
const later = () => import("./lib/b.js");
const text = 'import "./gone.js"', pattern = /["'`/*]/;
const rule = `import("./gone.js") ${a}`;
new Worker(new URL("./lib/b.js", import.meta.url));
const far = import(`./${a}.js`);
const half = 4 / 2 / 1; import d from "./c.js";
"""


def test_modules_import_fingerprinted_names_and_nothing_else_is_touched(load: LoadTheme) -> None:
    files = {"themes/base/assets/a.js": SCRIPT, "themes/base/assets/lib/b.js": "b", "themes/base/assets/c.js": "c"}
    theme, problems = load(files)
    assert problems == []
    b, c = (theme.assets[name].removeprefix("assets/") for name in ("lib/b.js", "c.js"))
    script = SCRIPT.replace('// import "./gone.js"\n', "").replace('/** @typedef {import("./c.js").C} C */\n', "")
    expected = script.replace("./lib/b.js", f"./{b}").replace('d from "./c.js"', f'd from "./{c}"')
    assert output(theme, "a.js") == expected


COMMENTED = """\
/*! Licence: MIT */
// A line.
const a = "// no comment"; // beside code
/**
 * Several lines.
 * @param {string} b
 */
  /* @license X */
const c = `
// text
`;
/* before */ const d = 1;
const e = /[/*]/; /* after */
const f = /** @type {string} */ (g(/** @type {any} */ h)) +/** odd */+ d;
"""


def test_comments_with_lines_of_their_own_and_types_are_not_published(load: LoadTheme) -> None:
    sheet = "/* a */\na {\n  /* b */\n  color: red; /* c */\n}\n/*! d */\n"
    theme, problems = load({"themes/base/assets/a.js": COMMENTED, "themes/base/assets/b.css": sheet})
    assert problems == []
    kept = COMMENTED.replace("// A line.\n", "").replace("/**\n * Several lines.\n * @param {string} b\n */\n", "")
    kept = kept.replace("/** @type {string} */ ", "").replace("/** @type {any} */ ", "")
    assert output(theme, "a.js") == kept
    assert output(theme, "b.css") == "a {\n  color: red; /* c */\n}\n/*! d */\n"


def test_a_child_replaces_an_asset_that_others_refer_to(load: LoadTheme) -> None:
    files = {
        **CHILD,
        "themes/base/assets/site.css": "a{background:url(x.svg)}",
        "themes/base/assets/x.svg": "base",
        "themes/acme/assets/x.svg": "acme",
    }
    theme, _ = load(files, acme())
    assert output(theme, "x.svg") == "acme"
    assert theme.assets["x.svg"].removeprefix("assets/") in output(theme, "site.css")


ASSET_MISTAKES = {
    "missing": (
        {"themes/base/assets/site.css": "a{}\nb{background:url(icn.svg)}", "themes/base/assets/icon.svg": ""},
        "themes/base/assets/site.css:2:18: error: there is no asset `icn.svg`. Did you mean `icon.svg`? [asset]",
    ),
    "outside": (
        {"themes/base/assets/site.css": "a{background:url(../../../site.yaml)}"},
        "themes/base/assets/site.css:1:18: error: there is no asset `../../../site.yaml`. "
        "Put the file there, or take the reference out [asset]",
    ),
    "circle": (
        {"themes/base/assets/a.js": 'import "./b.js"', "themes/base/assets/b.js": '\nimport "./a.js"'},
        "themes/base/assets/b.js:2:9: error: assets refer to each other in a circle: a.js → b.js → a.js. "
        "A fingerprint needs an order: move what both need into a third file [asset]",
    ),
    "bytes": (
        {"themes/base/assets/a.js": b"x\n\xff"},
        "themes/base/assets/a.js:2: error: the byte 0xFF is not UTF-8. Save the file again as UTF-8 [encoding]",
    ),
    "made": (
        {"themes/base/assets/look.css": ""},
        "themes/base/assets/look.css: error: `look.css` is made from the settings of theme.yaml and site.yaml. "
        "Give the file another name [asset]",
    ),
}


@pytest.mark.parametrize("case", ASSET_MISTAKES)
def test_a_wrong_asset_is_told_with_its_line(load: LoadTheme, case: str) -> None:
    files, message = ASSET_MISTAKES[case]
    assert load(files)[1] == [message]


def test_a_sheet_may_refer_to_a_static_file(load: LoadTheme) -> None:
    css = "a{background:url(../bg.png)}"
    theme, problems = load({"themes/base/assets/site.css": css, "themes/base/static/bg.png": b"\x89PNG"})
    assert problems == []
    assert output(theme, "site.css") == css


def test_static_files_keep_their_names_and_the_sites_own_win(load: LoadTheme) -> None:
    files: dict[str, str | bytes] = {
        **CHILD,
        "themes/base/static/favicon.svg": "base",
        "themes/base/static/a/b.bin": b"\x00\xff",
        "themes/acme/static/favicon.svg": "acme",
        "themes/acme/static/logo.svg": "acme",
        "static/logo.svg": "site",
        "static/.well-known/security.txt": "Contact: x",
        "static/.DS_Store": "junk",
        "themes/base/assets/.hidden.css": "junk",
        "themes/base/templates/.404.html.swp": "junk",
    }
    theme, problems = load(files, acme())
    assert problems == []
    assert {name: data for name, data in theme.files() if not name.startswith("assets/")} == {
        ".well-known/security.txt": b"Contact: x",
        "a/b.bin": b"\x00\xff",
        "favicon.svg": b"acme",
        "logo.svg": b"site",
    }
    assert list(theme.assets) == ["look.css"]


def test_a_link_that_leads_out_of_the_theme_is_refused(load: LoadTheme, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.txt").write_text("secret")
    theme, _ = load({"themes/base/static/real.txt": "real"})
    static = theme.folders[0].path / "static"
    (static / "key.txt").symlink_to(tmp_path / "secret/key.txt")
    (static / "folder").symlink_to(tmp_path / "secret")
    (static / "nowhere.txt").symlink_to("gone.txt")
    (static / "same.txt").symlink_to("real.txt")
    os.mkfifo(static / "pipe")
    root = theme.folders[0].path.parents[1]
    problems = Problems()
    theme = load_theme(root, load_config(root, problems), problems)
    assert dict(theme.files()) | {"assets": None} == {
        **{name: data for name, data in theme.files() if name.startswith("assets/")},
        "real.txt": b"real",
        "same.txt": b"real",
        "assets": None,
    }
    assert [str(problem) for problem in problems] == [
        "themes/base/static/folder: error: this is a link that leads out of its folder. Put the file itself here "
        "[theme-file]",
        "themes/base/static/key.txt: error: this is a link that leads out of its folder. Put the file itself here "
        "[theme-file]",
        "themes/base/static/nowhere.txt: error: this is a link that leads nowhere. Put the file itself here "
        "[theme-file]",
        "themes/base/static/pipe: error: this is no regular file. Put the file itself here [theme-file]",
    ]


# The look


def test_the_site_sets_the_look_before_the_theme_and_its_parents(load: LoadTheme) -> None:
    files = {
        "themes/base/theme.yaml": "settings: {accent: '#0b5c8a', accent_dark: '#7CC4EE', radius: 4px, density: 1}",
        "themes/acme/theme.yaml": "settings: {radius: 8px, font: 'Open Sans, \"Helvetica, sans-serif'}",
    }
    theme, problems = load(files, acme() + "look: {density: 0.9}\n")
    assert problems == []
    assert output(theme, "look.css") == (
        ":root {\n  --accent-dark: #7cc4ee;\n  --accent-light: #0b5c8a;\n  --density: 0.9;\n"
        '  --font: "Open Sans", "Helvetica", sans-serif;\n  --radius: 8px;\n}\n'
    )


def test_an_accent_does_not_go_with_the_dark_accent_of_another(load: LoadTheme) -> None:
    files = {
        "themes/base/theme.yaml": "settings: {accent: '#0b5c8a', accent_dark: '#7cc4ee'}\n"
        "backgrounds: {dark: '#000000'}"
    }
    theme, problems = load(files, SITE + "look: {accent: '#b00020'}\n")
    assert problems == []
    made = re.search(r"--accent-dark: (#\w+);", output(theme, "look.css"))
    assert made is not None
    assert made[1] not in ("#7cc4ee", "#b00020")
    assert 4.5 <= contrast(made[1], "#000000") < 4.8


def test_an_accent_that_cannot_be_read_is_a_warning_with_the_nearest_that_can(load: LoadTheme) -> None:
    files = {"themes/base/theme.yaml": "backgrounds: {light: ['#ffffff', '#f0f0f0'], dark: '#151618'}"}
    _, problems = load(files, SITE + "look:\n  accent: '#33aaee'\n  accent_dark: '#223344'\n")
    assert problems == [
        "site.yaml:5:11: warning: `#33aaee` has a contrast of 2.26:1 with `#f0f0f0`, a background of the light scheme, "
        "and text needs 4.5:1. The nearest colour that can be read is `#0e73ad` [contrast]",
        "site.yaml:6:16: warning: `#223344` has a contrast of 1.40:1 with `#151618`, a background of the dark scheme, "
        "and text needs 4.5:1. The nearest colour that can be read is `#5a83ac` [contrast]",
    ]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.542, abs=0.001)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(["#ffffff", "#f5f5f3", "#151618", "#000000"]))
@settings(max_examples=60, deadline=None)
def test_any_colour_has_a_readable_neighbour(number: int, background: str) -> None:
    colour = f"#{number:06x}"
    found = readable(colour, [background])
    assert contrast(found, background) >= 4.5
    assert readable(found, [background]) == found
    assert found == colour or contrast(colour, background) < 4.5


def test_a_logo_that_is_nowhere_is_told_with_its_line(load: LoadTheme) -> None:
    site_yaml = SITE.replace("{name: Acme}", "{name: Acme, logo: acme.svg}") + "look: {logo: static/company.png}\n"
    _, problems = load({"static/company.png": "", "static/.hidden.svg": ""}, site_yaml)
    assert problems == [
        "site.yaml:3:38: error: there is no file `acme.svg` in static/. Put the picture into the folder static/ [logo]",
        "site.yaml:4:14: error: there is no file `static/company.png` in static/. Did you mean `company.png`? [logo]",
    ]


# The theme as a value


def test_a_theme_crosses_to_another_process_whole_and_small(load: LoadTheme) -> None:
    theme, _ = load({"themes/base/assets/big.bin": b"x" * 100_000})
    packed = pickle.dumps(theme)
    arrived = pickle.loads(packed)
    assert arrived == theme
    assert hash(arrived) == hash(theme)
    assert page(arrived) == page(theme)
    assert len(packed) < 10_000


CHANGES = {
    "template": {"themes/base/templates/404.html": "other"},
    "string": {"themes/base/strings/en.yaml": STRINGS.replace("Hello", "Hi")},
    "setting": {"themes/base/theme.yaml": "settings: {radius: 2px}"},
    "new asset": {"themes/base/assets/a.css": ""},
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_fingerprint_changes_with_what_a_page_can_see(load: LoadTheme, change: str) -> None:
    assert load()[0].fingerprint == load()[0].fingerprint
    assert load(CHANGES[change])[0].fingerprint != load()[0].fingerprint


def test_a_static_file_changes_no_page(load: LoadTheme) -> None:
    assert load({"static/x.txt": "x"})[0].fingerprint == load()[0].fingerprint
