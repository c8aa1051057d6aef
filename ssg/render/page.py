"""One page: a context through the template of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any, get_args

from markupsafe import Markup

from ssg.pages.contexts import Card, Context, HomePage, SiteFrame
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
    from ssg.render.environment import environment_of  # jinja2: a build that renders nothing does without it

    variables: dict[str, Any] = {"site": site}
    for name in FIELDS[type(context)]:
        variables[name] = getattr(context, name)
    variables.update(extra)
    for name in HTML & variables.keys():
        variables[name] = Markup(variables[name])
    environment = environment_of(theme, site.language)
    template = f"{kind}.html"
    try:
        return environment.get_template(template).render(variables)
    except Exception as error:
        from ssg.render.mistakes import as_config_error

        names = tuple(sorted({*environment.globals, *environment.filters, *variables}))
        mistake = as_config_error(error, theme, template, names)
        if mistake is None:
            raise
        raise mistake from error


def rows_ahead(theme: Theme, site: SiteFrame, kind: str, context: HomePage, extra: Mapping[str, Any]) -> None:
    """Make the rows of a list before processes are forked, each of which would make them for itself.

    What rows are made of is learnt from the first page, which is rendered for it. A mistake in a template waits for the
    page that it belongs to.
    """
    from ssg.render.environment import environment_of, part_of

    part = part_of(environment_of(theme, site.language))
    with suppress(Exception):
        if not part.of_cards:
            render_page(theme, site, kind, context, extra)
        part.ahead(site, _cards(context))


def _cards(context: HomePage) -> Iterator[Card]:
    for group in context.groups:
        yield from group.cards
