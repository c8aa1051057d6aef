"""The function `part` of templates: what many pages show alike is made once."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ssg.pages.contexts import Card, SiteFrame

MOST_PARTS = 100_000
"""Parts that are remembered: two of a kilobyte for each posting."""


Values = tuple[tuple[str, object], ...]


class Shared:
    """What the functions `part` of one theme and language have made, the quick one and that of jinja2."""

    def __init__(self) -> None:
        self.made: dict[tuple[object, ...], Markup] = {}
        self.depth = 0
        self.learnt: set[str] | None = None

    def learn(self, render: Callable[[], object]) -> tuple[str, ...]:
        """The templates that something is made with by way of a card alone, but for those inside of others."""
        self.learnt = set()
        try:
            render()
            return tuple(sorted(self.learnt))
        finally:
            self.learnt = None


class Part:
    """The function `part("partials/row.html", card=card)` of templates: an include that sees `site` and the values
    given and nothing else, so that it is made once for all pages that show the same."""

    def __init__(self, environment: Environment, shared: Shared) -> None:
        self._environment, self.shared = environment, shared

    @pass_context
    def __call__(self, context: Context, template: str, **values: object) -> Markup:
        if self.shared.learnt is not None and not self.shared.depth and values.keys() == {"card"}:
            self.shared.learnt.add(template)
        return self._of(template, context["site"], tuple(values.items()))

    def of_card(self, template: str, site: SiteFrame, card: Card, known: str | None) -> str:
        """A part made of a card alone; `known` is what it is, where that is known."""
        values = (("card", card),)
        return self._of(template, site, values) if known is None else self._keep(_key(template, site, values), known)

    def _of(self, template: str, site: SiteFrame, values: Values) -> Markup:
        key = _key(template, site, values)
        found = self.shared.made.get(key)
        return self._keep(key, self._make(template, site, values)) if found is None else found

    def _keep(self, key: tuple[object, ...], part: str) -> Markup:
        if len(self.shared.made) >= MOST_PARTS:
            self.shared.made.clear()
        self.shared.made[key] = made = Markup(part)
        return made

    def _make(self, template: str, site: SiteFrame, values: Values) -> str:
        self.shared.depth += 1
        try:
            return self._environment.get_template(template).render(site=site, **dict(values))
        finally:
            self.shared.depth -= 1


def _key(template: str, site: SiteFrame, values: Values) -> tuple[object, ...]:
    """What a part is remembered under: text and Markup, 1 and true are equal, and not the same to a template."""
    return (template, site, values, *(type(value) for _, value in values))
