"""Social cards: the words on the picture that a link to a page shows, and where the picture lives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from ssg import l10n
from ssg.formats.facts import pay, who_may_apply
from ssg.formats.phrases import Phrases
from ssg.model import Company, Posting

CARD_VERSION = 2
"""Goes into every card's address: raise it when the same words are to give another picture."""
KIND = "card"
SITE_CARD = "site/card"
"""What the card of pages without one of their own is called."""
MOST = 300
"""Letters of one text that a card looks at: more would have no room."""
PLACES = 2
"""Places that a card names; of more it says how many."""
_INVISIBLE = frozenset({"Cf", "Cn", "Co", "Cs", "So"})
_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class CardStyle:
    """How cards are drawn: the theme's accent (`#rrggbb`), and a font's file, empty for the one that Pillow brings.

    `font_digest` stands for the file's bytes. `covers` says whether the font has every letter of a text.
    """

    accent: str
    font: str
    font_digest: str
    covers: Callable[[str], bool] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Previews:
    """What stands behind a page's preview: own cards where `style` is given, else one `picture` for the whole site.

    `picture` is a file of the site, empty where there is none.
    """

    style: CardStyle | None = None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class CardContext:
    """The words of one card in the order they are read, and what they are drawn with."""

    above: str
    title: str
    below: tuple[str, ...]
    accent: str
    font: str
    font_digest: str

    def path(self, name: str) -> str:
        """Where the card lives: a digest of all that is on it is a part, so that whoever kept the old one asks anew."""
        said = repr((CARD_VERSION, self.above, self.title, self.below, self.accent, self.font_digest))
        return f"cards/{name}.{blake2b(said.encode('utf-8', 'surrogatepass'), digest_size=5).hexdigest()}.png"


def posting_card(posting: Posting, company: Company, say: Phrases, style: CardStyle) -> CardContext | None:
    """Title, company, place and pay; None when the font cannot show the title."""
    below = (_place(posting, say), pay(posting.salary, say) if posting.salary else "")
    return _card(company.name, posting.title, below, style)


def site_card(title: str, description: str, style: CardStyle) -> CardContext | None:
    """The site's name and what it says of itself; None when the font cannot show the name."""
    return _card("", title, (description,), style)


def _card(above: str, title: str, below: tuple[str, ...], style: CardStyle) -> CardContext | None:
    """A card of the lines that the font can show."""
    lines = [text if style.covers(text) else "" for text in map(shown, (above, title, *below))]
    if not lines[1]:
        return None
    rest = tuple(line for line in lines[2:] if line)
    return CardContext(lines[0], lines[1], rest, style.accent, style.font, style.font_digest)


def shown(text: str) -> str:
    """The text as a card has it: composed letters, plain spaces, no pictograms, nothing invisible."""
    composed = unicodedata.normalize("NFC", text)
    letters = (c for c in composed if unicodedata.category(c) not in _INVISIBLE and not "\ufe00" <= c <= "\ufe0f")
    text = _BREAKS.sub(" ", "".join(letters)).strip()
    return text if len(text) <= MOST else f"{text[:MOST].rstrip()}…"


def _place(posting: Posting, say: Phrases) -> str:
    """`Lisbon, Portugal · Hybrid`, `Remote · Portugal, Spain`: where the work is done, and how."""
    return " · ".join(_place_parts(posting, say))


def _place_parts(posting: Posting, say: Phrases) -> Iterator[str]:
    if posting.workplace == "remote":
        yield say["workplace.remote"]
        names = list(who_may_apply(posting.applicants, say))
    else:
        names = list(dict.fromkeys(l10n.spoken_place(at, say.language) for at in posting.locations))
    more = [f"+{len(names) - PLACES}"] if len(names) > PLACES else []
    yield from (name for name in [*names[:PLACES], *more] if name)
    if posting.workplace == "hybrid":
        yield say["workplace.hybrid"]
