"""Pages and introductions: the site's Markdown that is not a posting."""

from __future__ import annotations

from ssg.model.base import Language, Line, Noun, optional


class PageMatter(Noun):
    """Front matter of `content/pages/SLUG.md` and `content/terms/KIND/KEY.md`; all of it may be left out."""

    title: Line | None = optional("The page's title; default: its first heading, or its file name.", "How we hire")
    summary: Line | None = optional("One sentence for previews.", "Three conversations, two weeks.")
    nav: bool = optional("Stands in the site's navigation.", True, default=True)
    order: int = optional("Place in the navigation, low first.", 1, default=0)
    language: Language | None = optional("Language of the text; default: site.yaml `language`.", "en")


class Prose(PageMatter):
    """A page or introduction as read. `kind` is empty for a page, else the folder of `content/terms/` it is in."""

    slug: str
    path: str
    digest: str
    language: Language
    html: str
    kind: str = ""
