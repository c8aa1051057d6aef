"""One page: a context through the template of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache
from typing import Any, get_args

from markupsafe import Markup

from ssg.pages.contexts import Card, Context, SiteFrame
from ssg.theme import Theme

HTML = frozenset({"body", "html", "intro", "site_data", "structured_data"})
"""Variables that hold HTML made here, never a visitor's or author's own: templates print them as they are."""

FIELDS: Mapping[type[Context], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in get_args(Context)
}


def render_page(theme: Theme, site: SiteFrame, kind: str, context: Context, extra: Mapping[str, Any]) -> str:
    """The text of a page: template `KIND.html` of the theme with `site`, the context's fields and `extra`.

    Raises ConfigError, which names the theme's file and line, for a mistake in a template.
    """
    variables: dict[str, Any] = {"site": site}
    for name in FIELDS[type(context)]:
        variables[name] = getattr(context, name)
    variables.update(extra)
    for name in HTML & variables.keys():
        variables[name] = Markup(variables[name])
    template = f"{kind}.html"
    not_quick = _not_quick(theme, site.language)
    if template not in not_quick:
        from ssg.render.environment import quick_environment_of  # a build that renders nothing does without jinja2

        with suppress(Exception):
            return quick_environment_of(theme, site.language).get_template(template).render(variables)
    text = _as_it_stands(theme, site.language, template, variables)
    not_quick.add(template)
    return text


@lru_cache(maxsize=64)
def _not_quick(theme: Theme, language: str) -> set[str]:
    """Templates that jinja2 renders and the quick environment does not."""
    return set()


def _as_it_stands(theme: Theme, language: str, template: str, variables: Mapping[str, Any]) -> str:
    """What quick rendering failed at, as jinja2 renders it: a mistake then has its own file and line."""
    from ssg.render.environment import environment_of

    environment = environment_of(theme, language)
    try:
        return environment.get_template(template).render(variables)
    except Exception as error:
        from ssg.render.mistakes import as_config_error

        names = tuple(sorted({*environment.globals, *environment.filters, *variables}))
        mistake = as_config_error(error, theme, template, names)
        if mistake is None:
            raise
        raise mistake from error


def row_templates(
    theme: Theme, site: SiteFrame, kind: str, context: Context, extra: Mapping[str, Any]
) -> tuple[str, ...]:
    """The templates that a page shows its cards with (`part("partials/row.html", card=card)`): learnt by rendering it.

    There are none where the page has a mistake, which is told when its turn comes.
    """
    from ssg.render.environment import part_of, quick_environment_of

    with suppress(Exception):
        shared = part_of(quick_environment_of(theme, site.language)).shared
        return shared.learn(lambda: render_page(theme, site, kind, context, extra))
    return ()


def row(theme: Theme, site: SiteFrame, template: str, card: Card, known: str | None) -> str:
    """The row of a card, for every page of this process and of those forked from it; not made where it is `known`."""
    from ssg.render.environment import environment_of, part_of, quick_environment_of

    with suppress(Exception):
        return part_of(quick_environment_of(theme, site.language)).of_card(template, site, card, known)
    return part_of(environment_of(theme, site.language)).of_card(template, site, card, known)
