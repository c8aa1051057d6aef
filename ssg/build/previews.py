"""What stands behind links to the site's pages: cards drawn with the theme's colours, or one picture for all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from ssg.config import FILE, Config
from ssg.diagnostics import ConfigError, Diagnostic, Problems, Severity, nearest
from ssg.formats import PhraseBook
from ssg.pages import CardStyle, Planned, Previews
from ssg.pages.cards import KIND as CARD
from ssg.pages.cards import posting_card
from ssg.program import program_digest
from ssg.site import Site
from ssg.theme import Theme
from ssg.theme.chain import site_yaml
from ssg.theme.colour import readable
from ssg.theme.said import Said

PICTURE = "card.png"
"""In `static/`: the preview of pages that have no card of their own."""
RULE = "social-card"

__all__ = ["CARD", "card_key", "previews", "without_card"]


def previews(root: Path, config: Config, theme: Theme, problems: Problems) -> Previews:
    """The cards as site.yaml wants them, and the picture of `static/`.

    Raises ConfigError when cards are wanted and Pillow is not there, or the font is none.
    """
    style = None
    if config.social_cards:
        said = site_yaml(root)
        if find_spec("PIL") is None:
            message = "`social_cards` is on, and Pillow, which draws them, is not installed"
            hint = "Run `pip install ssg-careers[og]`, or take the line out"
            problems.add(Said(FILE, said, ("social_cards",)).problem(RULE, message, hint))
        else:
            style = _style(config, theme, problems, Said(FILE, said, ("social_card_font",)))
        problems.stop_on_error(ConfigError)
    return Previews(style, PICTURE if PICTURE in theme.static else "")


def _style(config: Config, theme: Theme, problems: Problems, said: Said) -> CardStyle:
    from ssg.cards import covers, load_font

    accent, name = readable(theme.accent, ["#ffffff"]), config.social_card_font
    path = theme.static.get(name) if name else None
    if name and path is None:
        guess = nearest(name.removeprefix("/").removeprefix("static/"), theme.static)
        hint = f"Did you mean `{guess}`?" if guess else "Put the font into the folder static/"
        problems.add(said.problem(RULE, f"there is no file `{name}` in static/ for `social_card_font`", hint))
    font = str(path or "")
    try:
        load_font(font, 20)
    except OSError:
        hint = "Name a file that ends in .ttf, .otf or .woff"
        problems.add(said.problem(RULE, f"`{name}` in `social_card_font` is no font", hint))
    digest = blake2b(path.read_bytes(), digest_size=8).hexdigest() if path else ""
    return CardStyle(accent, font, digest, partial(covers, font))


def card_key(planned: Planned) -> str:
    """The fingerprint of a card: its address tells all that is on it, and the program how it is drawn.

    What the theme's templates and words say is no part of it: a card outlives their changes.
    """
    return f"{planned.path} {program_digest()}"


def without_card(site: Site, looks: Previews, book: PhraseBook) -> Iterator[Diagnostic]:
    """Advice for every open posting whose title the font of the cards cannot show."""
    style = looks.style
    say = book[site.config.languages[0]]
    for posting in site.open if style else ():
        if style and posting_card(posting, site.config.companies[posting.company], say, style) is None:
            message = f"the font of the social cards has no letters for `{posting.title}`"
            hint = "Name a font that has them in site.yaml: `social_card_font`"
            yield Diagnostic(posting.path, RULE, message, hint, severity=Severity.ADVICE)
