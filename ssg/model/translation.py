"""What site.yaml says of the site and its employers, in another language."""

from __future__ import annotations

from ssg.model.base import Line, Noun, Slug, Text, optional


class Translation(Noun):
    """The texts of `site.yaml` in another language of the site; what is left out is shown as it stands there."""

    title: Line | None = optional("The site's name.", "Carreiras na Acme", max_length=200)
    description: Line | None = optional("One sentence about working here.", "Construa mapas connosco.")
    equal_opportunities: Text | None = optional("The paragraph shown on every posting.", "Contratamos por mérito.")
    about: dict[Slug, Text] = optional(
        "What the employers do, by their keys in `companies`.", {"acme": "Faz ferramentas para mapas."}, default={}
    )
