"""The function `part` of templates: what many pages show alike is made once."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ssg.pages.contexts import Card, SiteFrame

MOST_PARTS = 100_000
"""Parts that are remembered: two of a kilobyte for each posting."""


class Part:
    """The function `part("partials/row.html", card=card)` of templates: an include that sees `site` and the values
    given and nothing else, so that it is made once for all pages that show the same."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[object, ...], Markup] = {}
        self._depth = 0
        self._learnt: set[str] | None = None

    @pass_context
    def __call__(self, context: Context, template: str, **values: object) -> Markup:
        if self._learnt is not None and not self._depth and values.keys() == {"card"}:
            self._learnt.add(template)
        return self._of(template, context["site"], tuple(values.items()))

    def learn(self, render: Callable[[], object]) -> tuple[str, ...]:
        """The templates that something is made with by way of a card alone, but for those inside of others."""
        self._learnt = set()
        try:
            render()
            return tuple(sorted(self._learnt))
        finally:
            self._learnt = None

    def of_card(self, template: str, site: SiteFrame, card: Card, known: str | None) -> str:
        """A part made of a card alone; `known` is what it is, where that is known."""
        if known is None:
            return self._of(template, site, (("card", card),))
        return self._keep((template, site, (("card", card),)), Markup(known))

    def _of(self, template: str, site: SiteFrame, values: tuple[tuple[str, object], ...]) -> Markup:
        key = (template, site, values)
        found = self._made.get(key)
        return self._keep(key, self._make(template, site, values)) if found is None else found

    def _keep(self, key: tuple[object, ...], part: Markup) -> Markup:
        if len(self._made) >= MOST_PARTS:
            self._made.clear()
        self._made[key] = part
        return part

    def _make(self, template: str, site: SiteFrame, values: tuple[tuple[str, object], ...]) -> Markup:
        self._depth += 1
        try:
            return Markup(self._environment.get_template(template).render(site=site, **dict(values)))
        finally:
            self._depth -= 1
