"""Templates compiled quickly: what is put into a page, what that changes (nothing), and what is left to jinja2."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, nodes
from markupsafe import Markup

from ssg.diagnostics import ConfigError
from ssg.render import page as page_module
from ssg.render import render_page, row, row_templates
from ssg.render.compiling import MOST, inline
from ssg.render.environment import quick_environment_of
from tests import screenshots
from tests.building import build_site, tree
from tests.test_theme_engine import CONSTRUCTS, FRAME, Asked, LoadTheme, list_of, load, mistake, page, render

__all__ = ["load"]

PARTS = {
    "plain.html": "<{{ a.b }}>",
    "sets.html": "{% set a = 1 %}{{ a }}",
    "nested.html": "{% include 'plain.html' %}{% include 'sets.html' %}",
    "circle.html": "{% include 'circle.html' %}",
    "block.html": "{% block x %}{% endblock %}",
    "macro.html": "{% macro x() %}{% endmacro %}",
    "loop.html": "{{ loop.index }}",
    "own_loop.html": "{% for x in y %}{{ loop.index }}{% endfor %}",
    "counts.html": "{% set ns.n = 1 %}",
    "part.html": "{{ part('plain.html') }}",
    "part_of_another_site.html": "{% set site = a %}{{ part('plain.html') }}",
    "takes_loop.html": "{% set loop = 1 %}",
    "takes_super.html": "{% set super = 1 %}",
    "unescaped.html": "{% autoescape false %}{% endautoescape %}",
}
INCLUDED = [
    ("{% include 'plain.html' %}", {"plain.html"}),
    (
        "{% if x %}{% include 'plain.html' %}{% elif y %}{% include 'sets.html' %}{% endif %}",
        {"plain.html", "sets.html"},
    ),
    ("{% block x %}{% for z in y %}{% include 'plain.html' %}{% endfor %}{% endblock %}", {"plain.html"}),
    ("{% include 'nested.html' %}", {"nested.html", "plain.html", "sets.html"}),
    ("{% include 'own_loop.html' %}", {"own_loop.html"}),
    ("{% include 'circle.html' %}", {"circle.html"}),
    ("{% include 'none.html' ignore missing %}", set()),
    ("{% include 'plain.html' without context %}", set()),
    ("{% include name %}{% include ['plain.html'] %}", set()),
    ("{% include 'block.html' %}{% include 'macro.html' %}", set()),
    ("{% for x in y %}{% include 'loop.html' %}{% endfor %}", set()),
    ("{% set a = 1 %}{% include 'plain.html' %}", set()),
    ("{% include 'plain.html' %}{% macro a() %}{% endmacro %}", set()),
    ("{% for a in y %}{% include 'plain.html' %}{% endfor %}", set()),
    ("{% import 'x' as a %}{% include 'plain.html' %}", set()),
    ("{% from 'x' import b, c as a %}{% include 'plain.html' %}", set()),
    ("{% set ns = namespace() %}{% include 'counts.html' %}", set()),
    ("{% extends 'x' %}{% include 'plain.html' %}{% block y %}{% include 'sets.html' %}{% endblock %}", {"sets.html"}),
    ("{% for x in y %}{% include 'own_loop.html' %}{% endfor %}", set()),
    ("{% include 'takes_loop.html' %}{% include 'takes_super.html' %}{% include 'unescaped.html' %}", set()),
    ("{{ a }}{% include 'sets.html' %}", set()),
    ("{% include 'part.html' %}", {"part.html"}),
    ("{% include 'part_of_another_site.html' %}", set()),
    ("{% for site in y %}{% include 'part.html' %}{% endfor %}", set()),
]


@pytest.mark.parametrize(("template", "expected"), INCLUDED)
def test_a_template_takes_in_what_it_includes_where_that_changes_nothing(template: str, expected: set[str]) -> None:
    environment = Environment(loader=DictLoader(PARTS))
    found = inline(environment.parse(template), lambda name: environment.parse(PARTS[name]) if name in PARTS else None)
    assert found == expected


def test_pages_whose_parts_include_each_other_stay_small() -> None:
    names = [f"{n}.html" for n in range(8)]
    parts = {
        name: "".join(f"{{% if {name[0]} %}}{{% include '{other}' %}}{{% endif %}}" for other in names)
        for name in names
    }
    environment = Environment(loader=DictLoader(parts))
    asked: list[str] = []

    def parsed(name: str) -> nodes.Template:
        asked.append(name)
        return environment.parse(parts[name])

    inline(environment.parse(parts["0.html"]), parsed)
    assert len(asked) <= MOST


def test_what_was_taken_in_is_no_longer_asked_for() -> None:
    environment = Environment()
    tree = environment.parse("{% include 'nested.html' %}")
    inline(tree, lambda name: environment.parse(PARTS[name]))
    assert environment.from_string(tree).render(a={"b": 2}) == "<2>1"


NOT_QUICK = {
    *("unescaped.html", "volatile.html", "escape.html", "wholes.html", "macro_unescaped.html"),
    *("include.html", "recursive.html", "fields.html", "keywords.html", "part.html"),
    *("asks_loop.html", "loops.html", "loop_in_loop.html"),
}
"""Those that switch escaping or write a key of a mapping as a field, or include one that does."""


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_only_these_are_left_to_jinja(load: LoadTheme, name: str, taken_back: set[str]) -> None:
    theme, _ = load({f"themes/base/templates/{each}": text for each, text in CONSTRUCTS.items()})
    tree = [{"n": 1, "kids": [{"n": 2, "kids": []}]}]
    page(theme, name.removesuffix(".html"), xs=["<a>"], tree=tree, markup="", x="x", loop={"last": 1})
    assert taken_back == NOT_QUICK & {name}


@pytest.fixture
def taken_back(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of the templates that could not be rendered quickly."""
    found: set[str] = set()
    as_it_stands = page_module._as_it_stands

    def told(theme, language, template, variables):  # type: ignore[no-untyped-def]
        found.add(template)
        return as_it_stands(theme, language, template, variables)

    monkeypatch.setattr(page_module, "_as_it_stands", told)
    return found


def test_a_template_that_is_not_quick_is_not_tried_again(load: LoadTheme, monkeypatch: pytest.MonkeyPatch) -> None:
    theme, _ = load({"themes/base/templates/404.html": "{{ x.y }}"})
    assert page(theme, x={"y": 1}) == "1"
    monkeypatch.setattr("ssg.render.environment.quick_environment_of", None)
    assert page(theme, x={"y": 2}) == "2"


def test_another_name_for_part_is_known_to_jinja(load: LoadTheme, taken_back: set[str]) -> None:
    files = {"themes/base/templates/row.html": "<{{ card }}>"}
    assert render(load, "{% set p = part %}{{ p('row.html', card=1) }}", files) == "<1>"
    assert taken_back == {"404.html"}


@pytest.mark.parametrize(
    "template",
    [
        "{% for site in [other] %}{% include 'p.html' %}{% endfor %}",
        "{% with site = other %}{% include 'p.html' %}{% endwith %}",
        "{% for x in [1] %}{% set site = other %}{{ part('row.html', card=1) }}{% endfor %}",
        "{% macro m(site) %}{% include 'p.html' %}{% endmacro %}{{ m(other) }}",
        "{% include 'sets.html' %}",
    ],
)
def test_part_sees_the_site_that_stands_where_it_is_called(load: LoadTheme, template: str) -> None:
    files = {
        "themes/base/templates/p.html": "{{ part('row.html', card=1) }}",
        "themes/base/templates/sets.html": "{% set site = other %}{{ part('row.html', card=1) }}",
        "themes/base/templates/row.html": "{{ site.title }}",
    }
    assert render(load, template, files, other=replace(FRAME, title="Other")) == "Other"


@pytest.mark.parametrize(("values", "text"), [(("<b>", Markup("<b>")), "&lt;b&gt;|<b>"), ((1, True), "1|True")])
def test_parts_of_equal_values_of_two_kinds_are_two(load: LoadTheme, values: tuple[object, object], text: str) -> None:
    files = {"themes/base/templates/row.html": "{{ card }}"}
    assert (
        render(load, "{{ part('row.html', card=a) }}|{{ part('row.html', card=b) }}", files, a=values[0], b=values[1])
        == text
    )


def test_rows_of_a_theme_that_is_not_quick_are_made_ahead_too(load: LoadTheme) -> None:
    shown = '{% for card in groups[0].cards %}{{ part("row.html", card=card) }}{% endfor %}{{ {"a": 1}.a }}'
    files = {"home.html": shown, "row.html": "<li>{{ card.name }}{{ {'a': 1}.a }}"}
    theme, _ = load({f"themes/base/templates/{name}": text for name, text in files.items()})
    first, second, third = Asked(), Asked(), Asked()
    assert row_templates(theme, FRAME, "home", list_of([first]), {}) == ("row.html",)
    assert row(theme, FRAME, "row.html", second, None) == "<li>Engineer1"
    row(theme, FRAME, "row.html", third, "<li>Known")
    text = render_page(theme, FRAME, "home", list_of([first, second, third]), {})
    assert text == "<li>Engineer1<li>Engineer1<li>Known1"
    assert third.count == 0


def test_a_mistake_in_what_was_taken_in_has_its_own_file_and_line(load: LoadTheme) -> None:
    files = {"themes/base/templates/partials/a.html": "{{ site.title }}\n{{ site.titel }}"}
    said = mistake(load, "\n\n{% include 'partials/a.html' %}", files)
    assert "themes/base/templates/partials/a.html:2" in said
    assert "`titel` is no field of SiteFrame" in said


def test_a_mistake_in_what_is_never_included_is_no_ones(load: LoadTheme) -> None:
    files = {"themes/base/templates/partials/a.html": "{{ ("}
    assert render(load, "{% if no is defined %}{% include 'partials/a.html' %}{% endif %}x", files) == "x"


def test_a_childs_partial_is_taken_into_the_parents_page(load: LoadTheme, taken_back: set[str]) -> None:
    files = {
        "themes/base/templates/404.html": "{% include 'partials/a.html' %}",
        "themes/base/templates/partials/a.html": "base",
        "themes/acme/theme.yaml": "extends: base",
        "themes/acme/templates/partials/a.html": "acme, {% include '!base/partials/a.html' %}",
    }
    theme, _ = load(files, "title: C\nbase_url: https://example.org/\ncompanies: {a: {name: A}}\ntheme: acme\n")
    assert page(theme) == "acme, base"
    assert not taken_back
    code = quick_environment_of(theme, "en").loader.load(quick_environment_of(theme, "en"), "404.html")  # type: ignore[union-attr]
    assert code.root_render_func.__code__.co_filename == "themes/base/templates/404.html"


@pytest.mark.parametrize("theme", ["base", "harbor"])
def test_every_page_is_quick_and_the_same(
    tmp_path: Path, theme: str, taken_back: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sites: list[Callable[[Path, str], Path]] = [screenshots.make_site, screenshots.make_empty_site]
    for number, make in enumerate(sites):
        root = make(tmp_path / f"{theme}-{number}", theme)
        build_site(root, output=Path("quick"), cache=False)
        assert not taken_back
        with monkeypatch.context() as plain:
            plain.setattr("ssg.render.environment.quick_environment_of", lambda *_: 1 / 0)
            build_site(root, output=Path("plain"), cache=False)
        assert taken_back
        assert tree(root / "quick") == tree(root / "plain")
        taken_back.clear()
        page_module._not_quick.cache_clear()


def test_a_page_of_templates_without_end_is_told(load: LoadTheme) -> None:
    with pytest.raises(ConfigError, match="include each other without end"):
        render(load, "{% include '404.html' %}")
