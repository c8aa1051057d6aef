"""Themes: the chain of folders, assets, strings, the look, and what templates can ask for."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssg.config import load_config
from ssg.diagnostics import ConfigError, Problems
from ssg.pages.contexts import NotFoundPage, Page, ProsePage, RedirectPage, SiteFrame
from ssg.render import render_page
from ssg.theme import Theme, load_theme

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
    languages=("en",),
    home="/careers/",
    nav=(),
    search="",
    pagefind="",
    repository="",
    open_count=0,
    logo="",
    time_zone="UTC",
    pay_unit="year",
)
PAGE = Page("404", "404.html", "https://example.org/careers/404.html", "", "", ())

LoadTheme = Callable[..., tuple[Theme, list[str]]]


@pytest.fixture
def load(make_site: Callable[..., Path]) -> LoadTheme:
    """`load(files, site_yaml)` writes a site with a small base theme and answers its theme and the problems."""

    def load_(files: Mapping[str, str | bytes] = {}, site_yaml: str = SITE, **change: Any) -> tuple[Theme, list[str]]:
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
        "[unknown-key]",
    ),
    "unknown setting": (
        {"themes/acme/theme.yaml": "settings: {acent: '#000000'}"},
        acme(),
        "themes/acme/theme.yaml:1:12: error: `acent` is not a field of `settings` that is known here. "
        "Did you mean `accent`? [unknown-key]",
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


TEMPLATE_MISTAKES = {
    "{{ site.title }}\n{{ nmae }}": (
        "themes/base/templates/404.html:2: error: nothing is called `nmae` here. Did you mean `name`? [template]"
    ),
    "{{ site.titel }}": (
        "themes/base/templates/404.html:1: error: `titel` is no field of SiteFrame. "
        "docs/themes.md lists what templates see [template]"
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
    assert mistake(load, template, files, name="Ada") == TEMPLATE_MISTAKES[template]


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
    context = ProsePage(replace(PAGE, title="<i>"), "<p>ours</p>", "en")
    assert render_page(theme, FRAME, "page", context, {}) == "Careers &lt;b&gt;<p>ours</p>&lt;i&gt;"


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
    code = "import sys, ssg.theme; print(sorted({'jinja2', 'babel'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
